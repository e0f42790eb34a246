//! Usage of a client (section 4.8): a query answered at once with an execution, whose results run first and are
//! complete, or failed, after.
//! Must never count the requests made here: the figures belong to the opening scene.

mod calls;
pub(super) mod everybody;
mod figures;
mod query;

use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::{Extension, Json};
use serde_json::{Value, json};

use super::body;
use super::chance;
use super::clients::nothing;
use super::desk::{Answer, House};
use super::needs;
use super::org::{Caller, Org};
use super::refusal::Refusal;
use figures::Calendar;
use query::{GROUPS, Rows, UsageQuery};

/// How many queries are remembered; beyond that all are forgotten (guess: how long they last is not documented).
const MOST_EXECUTIONS: usize = 1_000;

/// A query under way.
pub(super) struct Execution {
    /// The client it is about; nothing where it is about every one.
    client_id: Option<String>,
    query: UsageQuery,
    /// Polls that still find it running.
    running: u32,
    /// The answer about every client, while its pages are fetched.
    rows: Option<Arc<Rows>>,
}

type Accepted = Result<(StatusCode, Json<Value>), Refusal>;

pub(super) async fn summary(
    State(house): State<House>,
    Extension(caller): Extension<Caller>,
    Path(id): Path<String>,
    Query(query): Query<Vec<(String, String)>>,
) -> Accepted {
    let days = query.iter().find(|(key, _)| key == "days").map_or("7", |(_, value)| value);
    let refusal = || Refusal::bad("invalid.query.param.value", "{name} is not valid").with("name", "days");
    let days = days.parse().ok().filter(|days| (1..=365).contains(days)).ok_or_else(refusal)?;
    let now = house.open().clock().now();
    start(&house, &caller, &id, UsageQuery::of_last(days, now))
}

pub(super) async fn query(
    State(house): State<House>,
    Extension(caller): Extension<Caller>,
    Path(id): Path<String>,
    headers: HeaderMap,
    body: Bytes,
) -> Accepted {
    let body: Value = body::read(&headers, &body)?;
    let now = house.open().clock().now();
    start(&house, &caller, &id, UsageQuery::read(&body, now, &GROUPS)?)
}

fn start(house: &House, caller: &Caller, id: &str, query: UsageQuery) -> Accepted {
    let mut org = house.open();
    org.allow(caller, &needs::VIEW_USAGE)?;
    let client_id = org.client(id).ok_or_else(|| nothing(id))?.id.clone();
    let execution = remember(&mut org, Some(client_id), query)?;
    let uri = format!("/api/v2/oauth/clients/{id}/usage/query/results/{execution}");
    Ok((StatusCode::ACCEPTED, Json(json!({ "executionId": execution, "resultsUri": uri }))))
}

fn remember(org: &mut Org, client_id: Option<String>, query: UsageQuery) -> std::io::Result<String> {
    let (execution, running) = (chance::id()?, org.settings.usage_polls_running);
    if org.executions.len() >= MOST_EXECUTIONS {
        org.executions.clear();
    }
    org.executions.insert(execution.clone(), Execution { client_id, query, running, rows: None });
    Ok(execution)
}

/// One look at an execution: its query, once it is complete.
fn look(
    org: &mut Org,
    client_id: Option<&str>,
    execution: &str,
) -> Result<Result<UsageQuery, Value>, Refusal> {
    let fails = org.settings.usage_fails;
    let found = org.executions.get_mut(execution);
    let found = found.filter(|execution| execution.client_id.as_deref() == client_id);
    let found = found.ok_or_else(|| Refusal::missing("not.found", "There is no such execution"))?;
    if found.running > 0 {
        found.running -= 1;
        return Ok(Err(json!({ "queryStatus": "Running" })));
    }
    if fails {
        return Ok(Err(json!({ "queryStatus": "Failed" })));
    }
    Ok(Ok(found.query.clone()))
}

/// Guess: an answer that is not complete carries no rows, and a failed one says nothing more.
pub(super) async fn results(
    State(house): State<House>,
    Extension(caller): Extension<Caller>,
    Path((id, execution)): Path<(String, String)>,
) -> Answer {
    let mut org = house.open();
    org.allow(&caller, &needs::VIEW_USAGE)?;
    let query = match look(&mut org, Some(&id), &execution)? {
        Ok(query) => query,
        Err(not_yet) => return Ok(Json(not_yet)),
    };
    let client = org.client(&id).ok_or_else(|| nothing(&id))?;
    let calendar = Calendar::of(client, org.clock().now());
    let mut rows = Rows::new();
    query.add(&mut rows, client, &figures::of(&org, client, &calendar, query.days()), &org.scene.cast);
    let name = Some(client.content.name.as_str());
    let rows: Vec<Value> = rows.iter().map(|(key, statuses)| query.row(name, key, *statuses)).collect();
    Ok(Json(json!({ "queryStatus": "Complete", "results": rows })))
}
