//! What in the organization names a client (dependency tracking of Architect), and who holds a role.
//! Must never name a client that nothing depends upon in the opening scene.

use axum::extract::{Path, Query, State};
use axum::response::IntoResponse;
use axum::{Extension, Json};
use serde_json::{Value, json};

use super::desk::{House, Written};
use super::directory::{Pairs, chosen};
use super::needs;
use super::org::{Caller, EVERYWHERE, Org};
use super::paging::{self, Page};
use super::refusal::Refusal;
use super::scene::RoleDivision;

/// The client, then the identifier, name, version and type of what names it. A flow is there once for each version.
const DEPENDENTS: [(&str, &str, &str, &str, &str); 4] = [
    (DATA_ACTIONS, "f1000000-0000-4000-8000-000000000001", "Main reception", "12.0", "INBOUNDCALLFLOW"),
    (DATA_ACTIONS, "f1000000-0000-4000-8000-000000000001", "Main reception", "13.0", "INBOUNDCALLFLOW"),
    (DATA_ACTIONS, "f1000000-0000-4000-8000-000000000002", "Callback promises", "4.0", "WORKFLOW"),
    (DATA_ACTIONS, "custom_-_f1000000-0000-4000-8000-000000000003", "Find the contract", "2", "DATAACTION"),
];

const DATA_ACTIONS: &str = "c11e0000-0000-4000-8000-000000000005";

const PATH: &str = "/api/v2/architect/dependencytracking/consumingresources";

/// Guess: what is named is found by its client ID; an unknown type is a wrong value.
pub(super) async fn consuming(
    State(house): State<House>,
    Extension(caller): Extension<Caller>,
    Query(query): Pairs,
) -> Written {
    let org = house.open();
    org.allow_all(&caller, &needs::VIEW_DEPENDENCIES)?;
    let one = |name: &'static str| {
        let missing = || {
            Refusal::bad("invalid.query.param.value", "The query parameter {name} is required")
                .with("name", name)
        };
        chosen(&query, name).first().map(|value| (*value).to_owned()).ok_or_else(missing)
    };
    let (id, kind) = (one("id")?, one("objectType")?);
    let named = DEPENDENTS.iter().filter(|(client, ..)| kind == "OAUTHCLIENT" && *client == id);
    let entities: Vec<Value> = named
        .map(|(_, id, name, version, kind)| {
            json!({ "id": id, "name": name, "version": version, "type": kind, "deleted": false,
                "updated": false, "stateUnknown": false })
        })
        .collect();
    Ok(Json(paging::listing(&entities, &Page::read(&query)?, PATH)).into_response())
}

/// Who holds a role and where: the administrator, and clients.
pub(super) async fn role_holders(
    State(house): State<House>,
    Extension(caller): Extension<Caller>,
    Path(id): Path<String>,
    Query(query): Pairs,
) -> Written {
    let org = house.open();
    org.allow(&caller, &needs::VIEW_ROLES)?;
    if org.role(&id).is_none() {
        return Err(Refusal::missing("not.found", "There is no role {id}").with("id", id));
    }
    let person = &org.scene.cast.administrator;
    let people = [("PC_USER", person.id.as_str(), person.name.as_str(), org.grants.as_slice())];
    let clients = org.clients.iter().map(|client| {
        let content = &client.content;
        ("PC_OAUTH_CLIENT", client.id.as_str(), content.name.as_str(), content.roles.as_slice())
    });
    let entities: Vec<Value> = people
        .into_iter()
        .chain(clients)
        .filter_map(|(kind, subject, name, grants)| {
            let divisions = divisions(&org, &id, grants);
            (!divisions.is_empty())
                .then(|| json!({ "id": subject, "name": name, "type": kind, "divisions": divisions }))
        })
        .collect();
    let path = format!("/api/v2/authorization/roles/{id}/subjectgrants");
    Ok(Json(paging::listing(&entities, &Page::read(&query)?, &path)).into_response())
}

fn divisions(org: &Org, role: &str, grants: &[RoleDivision]) -> Vec<Value> {
    let of_role = grants.iter().filter(|grant| grant.role_id == role);
    of_role
        .map(|grant| {
            let known = org.scene.cast.divisions.iter().find(|division| division.id == grant.division_id);
            let name = known.map_or(EVERYWHERE, |division| &division.name);
            let path = format!("/api/v2/authorization/divisions/{}", grant.division_id);
            json!({ "id": grant.division_id, "name": name, "selfUri": path })
        })
        .collect()
}
