//! Applications that were authorized, are asked for or were revoked (section 4.12).
//! Must never be written to: the public interface only reads them.

use axum::extract::{Path, State};
use axum::{Extension, Json};
use serde_json::{Value, json};

use super::clock::date;
use super::desk::{Answer, House};
use super::needs;
use super::org::{Caller, Org};
use super::refusal::Refusal;
use super::scene::SceneAuthorization;

/// One list, not in pages. That it has the organization's own clients too, once they were authorized, is a guess:
/// it is the worse case for whoever takes the list for that of others.
pub(super) async fn list(State(house): State<House>, Extension(caller): Extension<Caller>) -> Answer {
    let org = house.open();
    org.allow(&caller, &needs::VIEW_AUTHORIZATIONS)?;
    let entities: Vec<Value> =
        org.scene.cast.authorizations.iter().map(|authorization| json(&org, authorization)).collect();
    let total = entities.len();
    Ok(Json(json!({ "total": total, "entities": entities, "selfUri": "/api/v2/oauth/authorizations" })))
}

/// One of them, by the identifier of its client.
pub(super) async fn one(
    State(house): State<House>,
    Extension(caller): Extension<Caller>,
    Path(id): Path<String>,
) -> Answer {
    let org = house.open();
    org.allow(&caller, &needs::VIEW_AUTHORIZATIONS)?;
    let found = org.scene.cast.authorizations.iter().find(|authorization| authorization.id == id);
    let missing =
        || Refusal::missing("not.found", "There is no authorization of {clientId}").with("clientId", &*id);
    found.map(|authorization| Json(json(&org, authorization))).ok_or_else(missing)
}

/// The application: a client of this organization as it is, one of another as far as others are told. That theirs use
/// the code grant is a guess.
fn client(org: &Org, SceneAuthorization { id, name, description, scope, .. }: &SceneAuthorization) -> Value {
    if let Some(own) = org.client(id) {
        return own.json();
    }
    let mut client = json!({
        "id": id, "name": name, "authorizedGrantType": "CODE", "scope": scope, "state": "active",
        "selfUri": format!("/api/v2/oauth/clients/{id}"),
    });
    if let Some(description) = description {
        client["description"] = json!(description);
    }
    client
}

fn json(org: &Org, authorization: &SceneAuthorization) -> Value {
    let SceneAuthorization { id, age_days, scope, roles, state, pending, .. } = authorization;
    let administrator = &org.scene.cast.administrator.id;
    let author = json!({ "id": administrator, "selfUri": format!("/api/v2/users/{administrator}") });
    json!({
        "client": client(org, authorization),
        "scope": scope,
        "roles": roles,
        "resourceOwner": author,
        "dateCreated": date(org.clock().in_days(-age_days)),
        "dateModified": date(org.clock().in_days(-age_days / 2)),
        "createdBy": author,
        "modifiedBy": author,
        "pending": pending,
        "state": state,
        "selfUri": format!("/api/v2/oauth/authorizations/{id}"),
    })
}
