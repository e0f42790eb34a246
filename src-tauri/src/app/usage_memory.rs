//! What the last looks at the calls of clients showed, kept in the program's own folder for each organization.
//! It must never keep more than when, how many and what was called: the reports themselves are asked for anew.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::failure::Failure;
use super::{App, Org};
use crate::domain::health::{SeenEndpoint, SeenEndpoints};
use crate::domain::usage::{LastUse, LastUses, UsageReport};

const FILE: &str = "usage.json";
/// Endpoints that are kept of a client.
const MOST_ENDPOINTS: usize = 300;

/// By organization, then by client ID.
type Memory = BTreeMap<String, BTreeMap<String, Remembered>>;

/// What is kept of one client.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Remembered {
    last_use: LastUse,
    #[serde(default)]
    endpoints: Vec<SeenEndpoint>,
}

/// When the clients of an organization were last used, as far as anybody looked.
pub(super) async fn last_uses(app: &App, org: &Org) -> LastUses {
    of(app, org).await.into_iter().map(|(id, remembered)| (id, remembered.last_use)).collect()
}

/// What the clients of an organization called in the days of their `LastUse`. A client that was never looked at is
/// not in it; one that called nothing is there with nothing.
pub(super) async fn endpoints_seen(app: &App, org: &Org) -> SeenEndpoints {
    of(app, org).await.into_iter().map(|(id, remembered)| (id, remembered.endpoints)).collect()
}

/// When one client was last used; `None` when nobody looked.
pub async fn read_last_use(app: &App, org: &str, id: &str) -> Result<Option<LastUse>, Failure> {
    let org = app.org(org).await?;
    Ok(last_uses(app, &org).await.remove(id))
}

async fn of(app: &App, org: &Org) -> BTreeMap<String, Remembered> {
    let mut all: Memory = app.folder.read(FILE).await;
    all.remove(&org.identity.org_id).unwrap_or_default()
}

/// Keeps what a look showed, unless a longer one of the last day knows more.
pub(super) async fn remember(app: &App, org: &Org, id: &str, report: &UsageReport, at: Timestamp) {
    let mut endpoints = report.endpoints_seen();
    endpoints.truncate(MOST_ENDPOINTS);
    let new = Remembered { last_use: report.last_use(at), endpoints };
    let change = |all: &mut Memory| {
        let clients = all.entry(org.identity.org_id.clone()).or_default();
        if clients.get(id).is_none_or(|old| old.last_use.gives_way_to(&new.last_use)) {
            clients.insert(id.to_owned(), new);
        }
    };
    // A memory that cannot be written is no reason to withhold what was read.
    let _ = app.folder.change(FILE, change).await;
}

/// Forgets the clients that an organization no longer has.
pub(super) async fn keep_only(app: &App, org: &Org, ids: &[String]) {
    let change = |all: &mut Memory| {
        if let Some(clients) = all.get_mut(&org.identity.org_id) {
            clients.retain(|id, _| ids.contains(id));
        }
    };
    let _ = app.folder.change(FILE, change).await;
}

/// Forgets an organization.
pub(super) async fn forget(app: &App, org_id: &str) {
    // Where the file cannot be written, nothing that is kept in it could be changed before either.
    let _ = app.folder.change(FILE, |all: &mut Memory| drop(all.remove(org_id))).await;
}
