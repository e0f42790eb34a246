//! What is known of clients beside what they are: findings about them, and when they were last used.
//! It must never take what nobody has looked at for what is right, or for unused.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::domain::finding::Severity;
use crate::domain::health::{HealthCode, HealthFinding};
use crate::domain::usage::{LastUse, LastUses};

/// The findings about one client, in short.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct FindingDigest {
    /// The worst finding that nobody lives with; `None` when there is none.
    pub worst: Option<Severity>,
    /// How many findings nobody lives with.
    pub open: u32,
    /// How many findings somebody lives with.
    pub acknowledged: u32,
    /// The kinds of those that nobody lives with.
    #[serde(skip)]
    pub codes: Vec<HealthCode>,
}

impl FindingDigest {
    fn add(&mut self, finding: &HealthFinding) {
        if finding.acknowledged.is_some() {
            self.acknowledged += 1;
            return;
        }
        self.open += 1;
        self.worst = self.worst.max(Some(finding.severity));
        if !self.codes.contains(&finding.code) {
            self.codes.push(finding.code);
        }
    }
}

/// How bad the worst open finding about a client is, to filter by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum FindingLevel {
    /// Something is wrong.
    Error,
    /// Something is probably not meant.
    Warning,
    /// Something is good to know.
    Hint,
    /// Nothing was found that nobody lives with.
    Clear,
    /// Nobody has checked it.
    NotChecked,
}

/// Whether calls of a client were counted, to filter by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum UseKind {
    /// Calls were counted.
    Used,
    /// None was counted in the days that were looked at.
    NoCalls,
    /// Nobody has looked.
    NotKnown,
}

/// What is known of all clients of an organization.
#[derive(Debug, Clone, Default)]
pub struct Insights {
    /// Findings by client ID; `None` when nobody has checked. A client without findings may be left out.
    pub findings: Option<HashMap<String, FindingDigest>>,
    /// Last uses by client ID.
    pub uses: LastUses,
}

impl Insights {
    /// What all findings of an organization, and the last uses, say.
    pub fn of(findings: &[HealthFinding], uses: LastUses) -> Insights {
        let mut digests: HashMap<String, FindingDigest> = HashMap::new();
        for finding in findings {
            digests.entry(finding.client_id.clone()).or_default().add(finding);
        }
        Insights { findings: Some(digests), uses }
    }

    /// The findings about one client; `None` when nobody has checked.
    pub(super) fn digest(&self, id: &str) -> Option<FindingDigest> {
        self.findings.as_ref().map(|all| all.get(id).cloned().unwrap_or_default())
    }
}

pub(super) fn level(digest: Option<&FindingDigest>) -> FindingLevel {
    match digest.map(|digest| digest.worst) {
        None => FindingLevel::NotChecked,
        Some(None) => FindingLevel::Clear,
        Some(Some(Severity::Hint)) => FindingLevel::Hint,
        Some(Some(Severity::Warning)) => FindingLevel::Warning,
        Some(Some(Severity::Error)) => FindingLevel::Error,
    }
}

pub(super) fn use_kind(last: Option<&LastUse>) -> UseKind {
    match last {
        None => UseKind::NotKnown,
        Some(last) if last.requests == 0 => UseKind::NoCalls,
        Some(_) => UseKind::Used,
    }
}
