//! When a draft is better than another: the measure by which a one-click change is offered or kept back.
//! It must never call a draft better of which something worse is said than before.

use super::finding::{Finding, Severity};

/// How much is said, by how much it matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Weight {
    /// What stands in the way.
    pub errors: usize,
    /// What is probably not meant.
    pub warnings: usize,
    /// What is good to know.
    pub hints: usize,
}

impl Weight {
    /// Adds what is said with a severity.
    pub fn add(&mut self, severity: Severity) {
        match severity {
            Severity::Error => self.errors += 1,
            Severity::Warning => self.warnings += 1,
            Severity::Hint => self.hints += 1,
        }
    }

    /// What is said by some findings.
    pub fn of<'a>(findings: impl IntoIterator<Item = &'a Finding>) -> Weight {
        let mut weight = Weight::default();
        findings.into_iter().for_each(|finding| weight.add(finding.severity));
        weight
    }
}

/// Whether less is said: not more in all, not more that is grave, and somewhere less.
pub fn is_better(after: &Weight, before: &Weight) -> bool {
    let sums = |weight: &Weight| {
        let grave = weight.errors + weight.warnings;
        [weight.errors, grave, grave + weight.hints]
    };
    let (after, before) = (sums(after), sums(before));
    after != before && after.iter().zip(before).all(|(after, before)| *after <= before)
}
