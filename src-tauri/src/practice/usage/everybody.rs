//! Usage of every client in one query (section 4.8), whose answer comes in pages.
//! Must never count the calls that a client makes for another organization: whether it does is open, and not is worse.

use std::collections::HashMap;
use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::{Extension, Json};
use serde_json::{Value, json};

use super::super::body;
use super::super::desk::{Answer, House};
use super::super::needs;
use super::super::org::{Caller, Org};
use super::super::refusal::Refusal;
use super::figures::{self, Calendar};
use super::query::{Rows, UsageQuery};
use super::{Accepted, look, remember};

/// Who was signed in can be told apart here as well; nobody is, in the figures.
const GROUPS: [&str; 5] = ["OAuthClientId", "OrganizationId", "UserId", "TemplateUri", "HttpMethod"];

/// Rows of a page. Guess: as documented for the results of a usage search.
const PAGE: usize = 1_000;

/// Most rows that can be worked out. Guess: that there is such a number at all.
const MOST_ROWS: usize = 200_000;

fn offered(org: &Org, caller: &Caller) -> Result<(), Refusal> {
    if org.settings.no_usage_of_everybody {
        return Err(Refusal::missing("not.found", "The requested resource does not exist"));
    }
    org.allow(caller, &needs::VIEW_USAGE_OF_EVERYBODY)
}

pub(in super::super) async fn query(
    State(house): State<House>,
    Extension(caller): Extension<Caller>,
    headers: HeaderMap,
    body: Bytes,
) -> Accepted {
    let mut org = house.open();
    offered(&org, &caller)?;
    let body: Value = body::read(&headers, &body)?;
    let query = UsageQuery::read(&body, org.clock().now(), &GROUPS)?;
    let execution = remember(&mut org, None, query)?;
    let uri = format!("/api/v2/usage/query/{execution}/results");
    Ok((StatusCode::ACCEPTED, Json(json!({ "executionId": execution, "resultsUri": uri }))))
}

/// Guess: the cursor of a page goes into `after`, as documented for the results of a usage search.
pub(in super::super) async fn results(
    State(house): State<House>,
    Extension(caller): Extension<Caller>,
    Path(execution): Path<String>,
    Query(asked): Query<Vec<(String, String)>>,
) -> Answer {
    let mut org = house.open();
    offered(&org, &caller)?;
    let query = match look(&mut org, None, &execution)? {
        Ok(query) => query,
        Err(not_yet) => return Ok(Json(not_yet)),
    };
    let after = asked.iter().find(|(key, _)| key == "after").map_or("0", |(_, value)| value);
    let refusal = || Refusal::bad("invalid.query.param.value", "{name} is not valid").with("name", "after");
    let skipped: usize = after.parse().map_err(|_| refusal())?;
    let Some(rows) = kept(&mut org, &execution, &query) else {
        return Ok(Json(json!({ "queryStatus": "Failed" })));
    };
    let names: HashMap<&str, &str> =
        org.clients.iter().map(|client| (client.id.as_str(), client.content.name.as_str())).collect();
    let name = |client: &Option<String>| client.as_deref().and_then(|id| names.get(id).copied());
    let page = rows.iter().skip(skipped).take(PAGE);
    let page: Vec<Value> = page.map(|(key, statuses)| query.row(name(&key.1), key, *statuses)).collect();
    let mut answer = json!({ "queryStatus": "Complete", "results": page });
    if rows.len() > skipped + PAGE {
        answer["cursors"] = json!({ "after": (skipped + PAGE).to_string() });
    }
    Ok(Json(answer))
}

/// The rows of an execution, worked out once; those of another one are let go of.
fn kept(org: &mut Org, execution: &str, query: &UsageQuery) -> Option<Arc<Rows>> {
    if let Some(rows) = org.executions.get(execution).and_then(|execution| execution.rows.clone()) {
        return Some(rows);
    }
    let rows = Arc::new(worked_out(org, query)?);
    for (id, other) in &mut org.executions {
        other.rows = (id == execution).then(|| rows.clone());
    }
    Some(rows)
}

fn worked_out(org: &Org, query: &UsageQuery) -> Option<Rows> {
    let (mut rows, now) = (Rows::new(), org.clock().now());
    for client in org.clients.iter().filter(|client| client.calls > 0) {
        let calendar = Calendar::of(client, now);
        let mut figures = figures::of(org, client, &calendar, query.days());
        figures.retain(|figure| !figure.elsewhere);
        query.add(&mut rows, client, &figures, &org.scene.cast);
        if rows.len() > MOST_ROWS {
            return None;
        }
    }
    Some(rows)
}
