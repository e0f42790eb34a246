//! The few SCIM calls that prove a provisioning token without changing anything (section 10.2).
//! Must never create or change a user or a group; its refusals are those of the other calls (guess: not
//! `ScimError`).

use axum::extract::{Query, State};
use axum::{Extension, Json};
use serde_json::{Value, json};

use super::desk::{Answer, House};
use super::needs;
use super::org::Caller;

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

pub(super) async fn groups(
    State(house): State<House>,
    Extension(caller): Extension<Caller>,
    Query(query): Pairs,
) -> Answer {
    house.open().allow(&caller, &needs::VIEW_SCIM_GROUPS)?;
    let group = json!({
        "schemas": ["urn:ietf:params:scim:schemas:core:2.0:Group"],
        "id": "96000000-0000-4000-8000-000000000001", "displayName": "Front desk", "members": [],
    });
    Ok(Json(list(vec![group], &query)))
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
