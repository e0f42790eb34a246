//! Checks a draft on every change: what the form asks, the duration in seconds, and every finding.
//! It must never send anything but a first reading of the facts.

use serde::Serialize;
use specta::Type;

use super::App;
use super::failure::Failure;
use crate::domain::check::check;
use crate::domain::draft::ClientDraft;
use crate::domain::duration::DurationUnit;
use crate::domain::finding::Finding;
use crate::domain::preset::{self, Asks};

/// What the form shows beside a draft.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct DraftCheck {
    /// What the form asks for.
    pub asks: Asks,
    /// The token duration in seconds, if it is a number.
    pub seconds: Option<u32>,
    /// The unit that stands in the duration as typed, and counts in place of the chosen one.
    pub written_unit: Option<DurationUnit>,
    /// Every finding, in the order of the form.
    pub findings: Vec<Finding>,
    /// Whether it may be previewed and sent.
    pub ready: bool,
}

/// Checks a draft with the facts of its organization.
pub async fn check_draft(app: &App, org: &str, draft: &ClientDraft) -> Result<DraftCheck, Failure> {
    let facts = app.org(org).await?.facts().await?;
    let checked = check(draft, &facts);
    Ok(DraftCheck {
        asks: preset::asks(draft, &facts),
        seconds: checked.seconds,
        written_unit: draft.duration.written_unit(),
        ready: checked.client.is_some(),
        findings: checked.findings,
    })
}
