//! Which of the one-click changes are offered: those after which less is said, and nothing worse.
//! It must never know a rule: every change of every rule is judged alike.

use std::ops::Range;

use crate::domain::better::{Weight, is_better};
use crate::domain::draft::ClientDraft;
use crate::domain::finding::{Field, Finding};
use crate::domain::fix::{Fix, mend};

/// The findings, each with its change only where that helps. `look`: what is said of a draft.
pub(super) fn helpful(
    draft: &ClientDraft,
    findings: Vec<Finding>,
    look: impl Fn(&ClientDraft) -> Vec<Finding>,
) -> Vec<Finding> {
    let helps = |finding: &Finding, fix: &Fix| {
        fix.is_choice() || {
            let (typed, given) = rows(fix);
            let after = look(&mend(draft.clone(), fix));
            let said = |list: &[Finding]| list.iter().filter(|other| other.rule == finding.rule).count();
            let less = said(&after) < said(&findings);
            less && is_better(&weight(&after, &given), &weight(&findings, &typed))
        }
    };
    let judged = |finding: &Finding| {
        let offered = [&finding.fix, &finding.other_fix].into_iter().flatten();
        let mut kept = offered.filter(|fix| helps(finding, fix)).cloned();
        Finding { fix: kept.next(), other_fix: kept.next(), ..finding.clone() }
    };
    findings.iter().map(judged).collect()
}

/// The rows that a change takes away, and those that it gives.
fn rows(fix: &Fix) -> (Range<u32>, Range<u32>) {
    match fix {
        Fix::ReplaceRedirectUri { row, .. } => (*row..row + 1, *row..row + 1),
        Fix::SplitRedirectUri { row, addresses } => (*row..row + 1, *row..row + addresses.len() as u32),
        _ => (0..0, 0..0),
    }
}

/// What is said of a draft. Of rows that come from one, each kind of thing counts once.
fn weight(findings: &[Finding], rows: &Range<u32>) -> Weight {
    let is_within = |finding: &Finding| {
        finding.field == Field::RedirectUris && finding.row.is_some_and(|row| rows.contains(&row))
    };
    let counts = |(at, finding): &(usize, &Finding)| {
        let same = |other: &Finding| is_within(other) && other.rule == finding.rule;
        !is_within(finding) || !findings[..*at].iter().any(same)
    };
    Weight::of(findings.iter().enumerate().filter(counts).map(|(_, finding)| finding))
}
