//! What was said about findings, kept in the program's own folder for each organization.
//! It must never outlive the facts: when they change, the finding is open again.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{App, Org};
use crate::domain::health::{Acknowledgement, HealthFinding};

/// The file in the program's own folder.
const FILE: &str = "acknowledged.json";

/// What was acknowledged in every organization: by organization, client, and kind of finding. Kinds are kept by name, so
/// that one of a newer version does no harm.
type Everywhere = BTreeMap<String, InOrg>;
type InOrg = BTreeMap<String, BTreeMap<String, Kept>>;

#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Kept {
    /// Of the facts that were acknowledged.
    pub(super) fingerprint: String,
    #[serde(flatten)]
    pub(super) acknowledgement: Acknowledgement,
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

/// Changes what was said about one client.
///
/// # Errors
/// When the file cannot be written.
pub(super) async fn change(
    app: &App,
    org: &Org,
    client_id: &str,
    change: impl FnOnce(&mut BTreeMap<String, Kept>) + Send,
) -> std::io::Result<()> {
    let changed = app.folder.change(FILE, |everywhere: &mut Everywhere| {
        let in_org = everywhere.entry(org.identity.org_id.clone()).or_default();
        let client = in_org.entry(client_id.to_owned()).or_default();
        change(client);
        in_org.retain(|_, client| !client.is_empty());
    });
    changed.await.map(drop)
}

/// Forgets what was said in an organization.
pub(super) async fn forget(app: &App, org_id: &str) {
    // Where the file cannot be written, nothing was said in it either.
    let _ = app.folder.change(FILE, |everywhere: &mut Everywhere| drop(everywhere.remove(org_id))).await;
}
