//! Usage of a client: a query answered at once with an execution, whose results run first and are
//! complete after.
//! Must never count the requests made here: the figures belong to the opening scene.

use axum::body::Bytes;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::{Extension, Json};
use serde_json::{Value, json};

use super::chance;
use super::clients::not_found;
use super::desk::{Answer, House};
use super::needs;
use super::org::Caller;
use super::refusal::Refusal;

/// A query under way.
pub(super) struct Execution {
    client_id: String,
    days: u32,
    polled: bool,
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
    start(&house, &caller, &id, days)
}

pub(super) async fn query(
    State(house): State<House>,
    Extension(caller): Extension<Caller>,
    Path(id): Path<String>,
    body: Bytes,
) -> Accepted {
    let body: Value = serde_json::from_slice(&body).unwrap_or_default();
    if body["interval"].as_str().is_none_or(|interval| !interval.contains('/')) {
        return Err(Refusal::bad("bad.request", "An interval is required").on("interval"));
    }
    start(&house, &caller, &id, 7)
}

fn start(house: &House, caller: &Caller, id: &str, days: u32) -> Accepted {
    let mut org = house.open();
    org.allow(caller, &needs::VIEW_USAGE)?;
    let client_id = org.client(id).ok_or_else(|| not_found(id))?.id.clone();
    let execution = chance::id()?;
    org.executions.insert(execution.clone(), Execution { client_id, days, polled: false });
    let uri = format!("/api/v2/oauth/clients/{id}/usage/query/results/{execution}");
    Ok((StatusCode::ACCEPTED, Json(json!({ "executionId": execution, "resultsUri": uri }))))
}

pub(super) async fn results(
    State(house): State<House>,
    Extension(caller): Extension<Caller>,
    Path((id, execution)): Path<(String, String)>,
) -> Answer {
    let mut org = house.open();
    org.allow(&caller, &needs::VIEW_USAGE)?;
    let found = org.executions.get_mut(&execution).filter(|execution| execution.client_id == id);
    let found = found.ok_or_else(|| Refusal::missing("not.found", "There is no such execution"))?;
    if !found.polled {
        found.polled = true;
        return Ok(Json(json!({ "queryStatus": "Running" })));
    }
    let days = found.days;
    let client = org.client(&id).ok_or_else(|| not_found(&id))?;
    let requests = client.calls.saturating_mul(days);
    let row = json!({
        "clientId": id,
        "clientName": client.content.name,
        "organizationId": org.scene.cast.organization.id,
        "status200": requests,
        "status300": 0,
        "status400": 0,
        "status500": 0,
        "status429": 0,
        "requests": requests,
    });
    let rows = if requests == 0 { Vec::new() } else { vec![row] };
    Ok(Json(json!({ "queryStatus": "Complete", "results": rows })))
}
