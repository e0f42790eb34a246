//! Acknowledges a finding with a reason, and takes that back.
//! It must never send anything, nor take a silence for a reason.

use super::App;
use super::acknowledged::{Kept, change};
use super::check_health::findings;
use super::failure::Failure;
use crate::domain::health::{Acknowledgement, HealthCode};

/// Longest reason, in characters: a sentence or two.
pub const REASON_MAX: usize = 500;

/// Says that a finding is known and why it may stay. Nothing is sent.
pub async fn acknowledge_finding(
    app: &App,
    org: &str,
    client_id: &str,
    code: HealthCode,
    reason: &str,
) -> Result<(), Failure> {
    let reason = reason.trim();
    if reason.is_empty() || reason.chars().count() > REASON_MAX {
        return Err(Failure::ReasonNeeded { max: REASON_MAX as u32 });
    }
    let org = app.org(org).await?;
    let found = findings(app, &org).await?;
    let finding = found
        .iter()
        .find(|finding| finding.client_id == client_id && finding.code == code)
        .ok_or(Failure::FindingGone)?;
    let acknowledgement = Acknowledgement { reason: reason.to_owned(), at: app.clock.now().to_string() };
    let kept = Kept { fingerprint: finding.fingerprint(), acknowledgement };
    change(app, &org, client_id, |client| {
        client.insert(code.name(), kept);
    })
    .await
    .map_err(|_| Failure::AcknowledgementNotKept)
}

/// Takes an acknowledgement back: the finding is open again.
pub async fn take_back_acknowledgement(
    app: &App,
    org: &str,
    client_id: &str,
    code: HealthCode,
) -> Result<(), Failure> {
    let org = app.org(org).await?;
    change(app, &org, client_id, |client| {
        client.remove(&code.name());
    })
    .await
    .map_err(|_| Failure::AcknowledgementNotKept)
}
