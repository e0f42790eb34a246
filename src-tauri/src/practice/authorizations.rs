//! Applications that were authorized, are asked for or were revoked (section 4.12).
//! Must never be written to: the public interface only reads them.

use axum::extract::State;
use axum::{Extension, Json};
use serde_json::{Value, json};

use super::clock::date;
use super::desk::{Answer, House};
use super::needs;
use super::org::{Caller, Org};
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

fn json(org: &Org, authorization: &SceneAuthorization) -> Value {
    let SceneAuthorization { id, age_days, name, description, scope, roles, state, pending } = authorization;
    let administrator = &org.scene.cast.administrator.id;
    let author = json!({ "id": administrator, "selfUri": format!("/api/v2/users/{administrator}") });
    json!({
        "client": { "id": id, "name": name, "description": description },
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
