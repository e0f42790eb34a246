//! Acknowledges a finding with a reason, and takes that back; kept in the program's own folder.
//! It must never outlive the facts: when they change, the finding is open again.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::check_health::findings;
use super::failure::Failure;
use super::{App, Org};
use crate::domain::health::{Acknowledgement, HealthCode, HealthFinding};

/// Longest reason, in characters: a sentence or two.
pub const REASON_MAX: usize = 500;

/// The file in the program's own folder.
const FILE: &str = "acknowledged.json";

/// What was acknowledged in every organization: by organization, client, and kind of finding. Kinds are kept by name, so
/// that one of a newer version does no harm.
type Everywhere = BTreeMap<String, InOrg>;
type InOrg = BTreeMap<String, BTreeMap<String, Kept>>;

#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Kept {
    /// Of the facts that were acknowledged.
    fingerprint: String,
    #[serde(flatten)]
    acknowledgement: Acknowledgement,
}

/// What was acknowledged in one organization.
pub(super) struct Acknowledged(InOrg);

impl Acknowledged {
    /// What was said about a finding, unless its facts have changed since.
    pub(super) fn of(&self, finding: &HealthFinding) -> Option<Acknowledgement> {
        let kept = self.0.get(&finding.client_id)?.get(&finding.code.name())?;
        (kept.fingerprint == finding.fingerprint()).then(|| kept.acknowledgement.clone())
    }
}

/// What was acknowledged in an organization.
pub(super) async fn acknowledged(app: &App, org: &Org) -> Acknowledged {
    let mut everywhere: Everywhere = app.folder.read(FILE).await;
    Acknowledged(everywhere.remove(&org.identity.org_id).unwrap_or_default())
}

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
}

async fn change(
    app: &App,
    org: &Org,
    client_id: &str,
    change: impl FnOnce(&mut BTreeMap<String, Kept>) + Send,
) -> Result<(), Failure> {
    let changed = app.folder.change(FILE, |everywhere: &mut Everywhere| {
        let in_org = everywhere.entry(org.identity.org_id.clone()).or_default();
        let client = in_org.entry(client_id.to_owned()).or_default();
        change(client);
        in_org.retain(|_, client| !client.is_empty());
    });
    changed.await.map(|_| ()).map_err(|_| Failure::AcknowledgementNotKept)
}

/// Forgets what was said in an organization.
pub(super) async fn forget(app: &App, org_id: &str) {
    // Where the file cannot be written, nothing was said in it either.
    let _ = app.folder.change(FILE, |everywhere: &mut Everywhere| drop(everywhere.remove(org_id))).await;
}
