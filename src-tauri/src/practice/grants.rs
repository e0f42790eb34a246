//! Grants: what the caller holds and where, and the giving and taking of a role (sections 3.2 and 3.4).
//! Must never touch another grant than the one asked for.

use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::{Extension, Json};
use serde_json::{Value, json};

use super::clock::date;
use super::desk::{Answer, House};
use super::directory::{Pairs, chosen, division_json, policies};
use super::me;
use super::needs;
use super::org::{Caller, EVERYWHERE, Org};
use super::refusal::Refusal;
use super::scene::{Division, RoleDivision};
use super::settings::ScimRole;

/// The divisions in which the caller holds a permission, as a bare list.
pub(super) async fn permitted(
    State(house): State<House>,
    Extension(caller): Extension<Caller>,
    Query(query): Pairs,
) -> Answer {
    let org = house.open();
    org.allow(&caller, &needs::VIEW_AUTHORIZATION)?;
    let wanted = chosen(&query, "permission");
    let [wanted] = wanted.as_slice() else {
        let message = "The query parameter {name} is required";
        return Err(Refusal::bad("missing.permission.param", message).with("name", "permission"));
    };
    let held = org.permissions_of(&caller).iter().any(|permission| permission == wanted);
    let within = |division: &&Division| {
        held && org.grants_of(&caller).iter().any(|grant| {
            let there = grant.division_id == EVERYWHERE || grant.division_id == division.id;
            there
                && org
                    .role(&grant.role_id)
                    .is_some_and(|role| role.permissions.iter().any(|has| has == wanted))
        })
    };
    Ok(Json(org.scene.cast.divisions.iter().filter(within).map(division_json).collect()))
}

/// The caller's own grants. What a token without a person gets is open: refusing is the worse case.
pub(super) async fn subject(State(house): State<House>, Extension(caller): Extension<Caller>) -> Answer {
    let org = house.open();
    org.allow(&caller, &needs::VIEW_AUTHORIZATION)?;
    if !caller.person && !org.settings.subject_for_clients {
        return Err(me::no_person("bad.request"));
    }
    let person = &org.scene.cast.administrator;
    let client = org.client(&caller.client_id).filter(|_| !caller.person);
    let (id, name) = client.map_or((&person.id, &person.name), |client| (&client.id, &client.content.name));
    let grants: Vec<Value> =
        org.grants_of(&caller).iter().filter_map(|grant| grant_json(&org, id, grant)).collect();
    Ok(Json(json!({
        "id": id, "name": name, "grants": grants, "version": 1,
        "selfUri": format!("/api/v2/authorization/subjects/{id}"),
    })))
}

/// Grants a role to the administrator, or to a client with `subjectType=PC_OAUTH_CLIENT`; touches nothing
/// else.
pub(super) async fn grant(
    State(house): State<House>,
    Extension(caller): Extension<Caller>,
    Path((subject, division_id, role_id)): Path<(String, String, String)>,
    Query(query): Pairs,
) -> Result<StatusCode, Refusal> {
    let mut org = house.open();
    org.allow_all(&caller, &needs::ADD_GRANTS)?;
    let division = division_id == EVERYWHERE
        || org.scene.cast.divisions.iter().any(|division| division.id == division_id);
    if org.role(&role_id).is_none() || !division {
        return Err(Refusal::missing("not.found", "There is no such role or division"));
    }
    let to_client = chosen(&query, "subjectType") == ["PC_OAUTH_CLIENT"];
    let person = !to_client && subject == org.scene.cast.administrator.id;
    let scim = role_id == org.scim_role_id();
    let pair = RoleDivision { role_id, division_id };
    let grants = if person {
        &mut org.grants
    } else {
        let client = org.clients.iter_mut().find(|client| to_client && client.id == subject);
        let nobody = || Refusal::missing("not.found", "There is no subject {id}").with("id", subject);
        &mut client.ok_or_else(nobody)?.content.roles
    };
    if !grants.contains(&pair) {
        grants.push(pair);
    }
    if person && scim {
        org.settings.scim_role = ScimRole::Held;
    }
    Ok(StatusCode::NO_CONTENT)
}

/// Takes a role from the administrator; one that is not held is gone already (guess).
pub(super) async fn take_back(
    State(house): State<House>,
    Extension(caller): Extension<Caller>,
    Path((subject, division_id, role_id)): Path<(String, String, String)>,
) -> Result<StatusCode, Refusal> {
    let mut org = house.open();
    org.allow_all(&caller, &needs::DELETE_GRANTS)?;
    if subject != org.scene.cast.administrator.id {
        return Err(Refusal::missing("not.found", "There is no subject {id}").with("id", subject));
    }
    org.grants.retain(|grant| grant.role_id != role_id || grant.division_id != division_id);
    let scim = org.scim_role_id();
    if role_id == scim && !org.grants.iter().any(|grant| grant.role_id == scim) {
        org.settings.scim_role = ScimRole::NotHeld;
    }
    Ok(StatusCode::NO_CONTENT)
}

/// How "all divisions" shows among grants is a guess: id and name `*`.
fn grant_json(org: &Org, subject: &str, grant: &RoleDivision) -> Option<Value> {
    let role = org.role(&grant.role_id)?;
    let division = org.scene.cast.divisions.iter().find(|division| division.id == grant.division_id);
    let everywhere =
        || json!({ "id": EVERYWHERE, "name": EVERYWHERE, "description": "", "homeDivision": false });
    Some(json!({
        "subjectId": subject,
        "division": division.map_or_else(everywhere, division_json),
        "role": {
            "id": role.id,
            "name": role.name,
            "description": role.description,
            "default": role.default_role_id.is_some(),
            "policies": policies(role, "actions"),
            "selfUri": format!("/api/v2/authorization/roles/{}", role.id),
        },
        "grantMadeAt": date(org.clock().in_days(-400)),
    }))
}
