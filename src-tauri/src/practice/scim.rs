//! The few SCIM calls that prove a provisioning token without changing anything (section 10.2).
//! Must never create or change a user or a group; its refusals are those of the other calls (guess: not
//! `ScimError`).

use axum::extract::{Query, State};
use axum::{Extension, Json};
use serde_json::{Value, json};

use super::desk::{Answer, House};
use super::needs;
use super::org::Caller;
use super::refusal::Refusal;

const LIST: &str = "urn:ietf:params:scim:api:messages:2.0:ListResponse";

type Pairs = Query<Vec<(String, String)>>;

pub(super) async fn users(
    State(house): State<House>,
    Extension(caller): Extension<Caller>,
    Query(query): Pairs,
) -> Answer {
    let org = house.open();
    org.allow(&caller, &needs::VIEW_SCIM)?;
    let person = &org.scene.cast.administrator;
    let user = json!({
        "schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"],
        "id": person.id, "userName": person.email, "displayName": person.name, "active": true,
    });
    Ok(Json(list(vec![user], &query)))
}

/// The older path, where a filter may be left out.
pub(super) async fn groups(
    State(house): State<House>,
    Extension(caller): Extension<Caller>,
    Query(query): Pairs,
) -> Answer {
    house.open().allow(&caller, &needs::VIEW_SCIM_GROUPS)?;
    found(&query)
}

/// The newer path, where it may not. Which code says so is a guess.
pub(super) async fn groups_by_filter(
    State(house): State<House>,
    Extension(caller): Extension<Caller>,
    Query(query): Pairs,
) -> Answer {
    house.open().allow(&caller, &needs::VIEW_SCIM_GROUPS)?;
    if filter(&query).is_none() {
        let message = "The query parameter {name} is required";
        return Err(Refusal::bad("bad.request", message).with("name", "filter"));
    }
    found(&query)
}

/// The organization's one group, where the filter lets it through.
fn found(query: &[(String, String)]) -> Answer {
    let group = json!({
        "schemas": ["urn:ietf:params:scim:schemas:core:2.0:Group"],
        "id": "96000000-0000-4000-8000-000000000001", "displayName": "Front desk", "members": [],
    });
    let wanted = filter(query).map(|text| equals(text).ok_or_else(|| unfit(text))).transpose()?;
    let fits = wanted.is_none_or(|(member, value)| group[member].as_str() == Some(value));
    Ok(Json(list(if fits { vec![group] } else { Vec::new() }, query)))
}

fn filter(query: &[(String, String)]) -> Option<&str> {
    query
        .iter()
        .find(|(key, _)| key == "filter")
        .map(|(_, value)| value.trim())
        .filter(|text| !text.is_empty())
}

/// The one kind of filter that is understood here: `displayName eq "…"`, or the same with `id`.
fn equals(filter: &str) -> Option<(&'static str, &str)> {
    let (member, rest) = filter.split_once(' ')?;
    let value = rest.trim().strip_prefix("eq ")?.trim().strip_prefix('"')?.strip_suffix('"')?;
    match member.to_ascii_lowercase().as_str() {
        "displayname" => Some(("displayName", value)),
        "id" => Some(("id", value)),
        _ => None,
    }
}

fn unfit(filter: &str) -> Refusal {
    let message = "Value [{value}] is not valid for parameter [filter]";
    Refusal::bad("invalid.query.param.value", message).with("value", filter)
}

pub(super) async fn provider(State(house): State<House>, Extension(caller): Extension<Caller>) -> Answer {
    house.open().allow(&caller, &needs::VIEW_SCIM)?;
    Ok(Json(json!({
        "schemas": ["urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig"],
        "patch": { "supported": true },
        "bulk": { "supported": false },
        "filter": { "supported": true },
        "changePassword": { "supported": true },
        "sort": { "supported": false },
        "etag": { "supported": true },
    })))
}

fn list(mut resources: Vec<Value>, query: &[(String, String)]) -> Value {
    let total = resources.len();
    let count = query.iter().find(|(key, _)| key == "count").and_then(|(_, value)| value.parse().ok());
    resources.truncate(count.unwrap_or(25));
    json!({
        "schemas": [LIST], "totalResults": total, "startIndex": 1,
        "itemsPerPage": resources.len(), "Resources": resources,
    })
}
