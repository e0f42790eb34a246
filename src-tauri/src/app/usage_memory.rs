//! What the last looks at the calls of clients showed, kept in the program's own folder for each organization.
//! It must never keep more than when, how many and what was called: the reports themselves are asked for anew.

use std::collections::{BTreeMap, HashSet};

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
    /// What was called; `None` where every client was asked about at once, which does not say.
    #[serde(default)]
    endpoints: Option<Vec<SeenEndpoint>>,
}

/// When the clients of an organization were last used, as far as anybody looked.
pub(super) async fn last_uses(app: &App, org: &Org) -> LastUses {
    of(app, org).await.into_iter().map(|(id, remembered)| (id, remembered.last_use)).collect()
}

/// What the clients of an organization called in the days of their `LastUse`. A client that was never looked at by
/// itself is not in it; one that called nothing is there with nothing.
pub(super) async fn endpoints_seen(app: &App, org: &Org) -> SeenEndpoints {
    let remembered = of(app, org).await.into_iter();
    remembered.filter_map(|(id, remembered)| Some((id, remembered.endpoints?))).collect()
}

/// Those of these clients of which it is not known what they call.
pub(super) async fn calls_not_known(app: &App, org: &Org, ids: Vec<String>) -> Vec<String> {
    let seen = endpoints_seen(app, org).await;
    ids.into_iter().filter(|id| !seen.contains_key(id)).collect()
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
    let new = Remembered { last_use: report.last_use(at), endpoints: Some(endpoints) };
    let change = |all: &mut Memory| {
        let clients = all.entry(org.identity.org_id.clone()).or_default();
        if clients.get(id).is_none_or(|old| old.last_use.gives_way_to(&new.last_use)) {
            clients.insert(id.to_owned(), new);
        }
    };
    // A memory that cannot be written is no reason to withhold what was read.
    let _ = app.folder.change(FILE, change).await;
}

/// Keeps what a look at every client at once showed. A look at a client by itself of the last day knows more.
pub(super) async fn remember_all(app: &App, org: &Org, uses: Vec<(String, LastUse)>) {
    let change = |all: &mut Memory| {
        let clients = all.entry(org.identity.org_id.clone()).or_default();
        for (id, last_use) in uses {
            let knows_more = |old: &Remembered| old.last_use.knows_more_than(&last_use);
            if !clients.get(&id).is_some_and(knows_more) {
                let endpoints = (last_use.requests == 0).then(Vec::new);
                clients.insert(id, Remembered { last_use, endpoints });
            }
        }
    };
    let _ = app.folder.change(FILE, change).await;
}

/// Forgets the clients that an organization no longer has.
pub(super) async fn keep_only(app: &App, org: &Org, ids: &[String]) {
    let change = |all: &mut Memory| {
        if let Some(clients) = all.get_mut(&org.identity.org_id) {
            let listed: HashSet<&String> = ids.iter().collect();
            clients.retain(|id, _| listed.contains(id));
        }
    };
    let _ = app.folder.change(FILE, change).await;
}

/// Forgets an organization.
pub(super) async fn forget(app: &App, org_id: &str) {
    // Where the file cannot be written, nothing that is kept in it could be changed before either.
    let _ = app.folder.change(FILE, |all: &mut Memory| drop(all.remove(org_id))).await;
}
