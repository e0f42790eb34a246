//! Roles and divisions: what exists, and the restoring of default roles (section 3).
//! Must never change a role that exists: restoring only adds what is missing.

use axum::extract::{Path, Query, State};
use axum::response::IntoResponse;
use axum::{Extension, Json};
use serde_json::{Value, json};

use super::desk::{Answer, House, Written};
use super::needs;
use super::org::Caller;
use super::paging::{self, Page};
use super::refusal::Refusal;
use super::scene::{Division, Role};
use super::settings::ScimRole;

pub(super) type Pairs = Query<Vec<(String, String)>>;

/// The filters of one query parameter; none means everything passes.
pub(super) fn chosen<'a>(query: &'a [(String, String)], name: &str) -> Vec<&'a str> {
    let given = query.iter().filter(|(key, value)| key == name && !value.is_empty());
    given.flat_map(|(_, value)| value.split(',')).collect()
}

/// `name` matches any part of a name, whatever its case (guess: section 3.5 does not say).
pub(super) async fn roles(
    State(house): State<House>,
    Extension(caller): Extension<Caller>,
    Query(query): Pairs,
) -> Written {
    let org = house.open();
    org.allow(&caller, &needs::VIEW_ROLES)?;
    let (ids, factory) = (chosen(&query, "id"), chosen(&query, "defaultRoleId"));
    let (names, permissions) = (chosen(&query, "name"), chosen(&query, "permission"));
    let passes = |role: &&Role| {
        (ids.is_empty() || ids.contains(&role.id.as_str()))
            && (factory.is_empty() || role.default_role_id.as_deref().is_some_and(|id| factory.contains(&id)))
            && names.iter().all(|name| role.name.to_lowercase().contains(&name.to_lowercase()))
            && permissions.iter().all(|wanted| role.permissions.iter().any(|has| has == wanted))
    };
    let entities: Vec<Value> = org.roles().filter(passes).map(role_json).collect();
    Ok(Json(paging::listing(&entities, &Page::read(&query)?, "/api/v2/authorization/roles")).into_response())
}

pub(super) async fn role(
    State(house): State<House>,
    Extension(caller): Extension<Caller>,
    Path(id): Path<String>,
) -> Answer {
    let org = house.open();
    org.allow(&caller, &needs::VIEW_ROLES)?;
    let role = org.role(&id);
    role.map(|role| Json(role_json(role)))
        .ok_or_else(|| Refusal::missing("not.found", "There is no role {id}").with("id", id))
}

/// A role beside a default role as Genesys made it. Which of the two lists of a difference is "added" is a guess: what
/// the organization's role may do beyond the default.
pub(super) async fn compare_default(
    State(house): State<House>,
    Extension(caller): Extension<Caller>,
    Path((id, default_id)): Path<(String, String)>,
) -> Answer {
    let org = house.open();
    org.allow(&caller, &needs::VIEW_ROLES)?;
    let (Some(role), Some(factory)) = (org.role(&id), org.factory_role(&default_id)) else {
        return Err(Refusal::missing("not.found", "There is no role {id}").with("id", id));
    };
    let apart = |of: &Role, from: &Role, same: bool| {
        let permissions = of.permissions.iter().filter(|has| from.permissions.contains(has) == same);
        policies(&Role { permissions: permissions.cloned().collect(), ..of.clone() }, "actionSet")
    };
    Ok(Json(json!({
        "addedPermissionPolicies": apart(role, factory, false),
        "removedPermissionPolicies": apart(factory, role, false),
        "samePermissionPolicies": apart(role, factory, true),
        "userOrgRole": role_json(role),
        "roleFromDefault": role_json(factory),
    })))
}

/// Adds default roles that are missing, and leaves the others as they are; with `force=true` a changed one is as Genesys
/// made it again. The answer's shape is a guess.
pub(super) async fn restore_defaults(
    State(house): State<House>,
    Extension(caller): Extension<Caller>,
    Query(query): Pairs,
) -> Written {
    let mut org = house.open();
    org.allow(&caller, &needs::EDIT_ROLES)?;
    if let Some((_, force)) = query.iter().find(|(key, _)| key == "force")
        && !["true", "false"].contains(&force.as_str())
    {
        let message = "The query parameter {name} is not valid";
        return Err(Refusal::bad("invalid.query.param.value", message).with("name", "force"));
    }
    let force = query.iter().any(|(key, value)| key == "force" && value == "true");
    org.settings.scim_role = match org.settings.scim_role {
        ScimRole::Missing => ScimRole::NotHeld,
        ScimRole::Extended if force => ScimRole::Held,
        role => role,
    };
    let entities: Vec<Value> =
        org.roles().filter(|role| role.default_role_id.is_some()).map(role_json).collect();
    let whole = Page { page_size: u32::try_from(entities.len()).ok(), page_number: None };
    Ok(Json(paging::listing(&entities, &whole, "/api/v2/authorization/roles/default")).into_response())
}

pub(super) async fn divisions(
    State(house): State<House>,
    Extension(caller): Extension<Caller>,
    Query(query): Pairs,
) -> Written {
    let org = house.open();
    org.allow(&caller, &needs::VIEW_AUTHORIZATION)?;
    let (ids, names) = (chosen(&query, "id"), chosen(&query, "name"));
    let passes = |division: &&Division| {
        (ids.is_empty() || ids.contains(&division.id.as_str()))
            && names.iter().all(|name| division.name.to_lowercase().contains(&name.to_lowercase()))
    };
    let entities: Vec<Value> = org.scene.cast.divisions.iter().filter(passes).map(division_json).collect();
    Ok(Json(paging::listing(&entities, &Page::read(&query)?, "/api/v2/authorization/divisions"))
        .into_response())
}

pub(super) async fn home(State(house): State<House>, Extension(caller): Extension<Caller>) -> Answer {
    let org = house.open();
    org.allow(&caller, &needs::VIEW_AUTHORIZATION)?;
    let home = org.scene.cast.divisions.iter().find(|division| division.home);
    home.map(|division| Json(division_json(division)))
        .ok_or_else(|| Refusal::missing("not.found", "There is no home division"))
}

fn role_json(role: &Role) -> Value {
    let mut json = json!({
        "id": role.id,
        "name": role.name,
        "description": role.description,
        "permissions": role.permissions,
        "permissionPolicies": policies(role, "actionSet"),
        "roleNeedsUpdate": false,
        "default": role.default_role_id.is_some(),
        "base": false,
        "selfUri": format!("/api/v2/authorization/roles/{}", role.id),
    });
    if let Some(id) = &role.default_role_id {
        json["defaultRoleId"] = Value::String(id.clone());
    }
    json
}

/// The role's permissions by domain and entity; the member that lists the actions is named differently by
/// call.
pub(super) fn policies(role: &Role, actions: &str) -> Vec<Value> {
    let mut policies: Vec<(String, Vec<String>)> = Vec::new();
    for permission in &role.permissions {
        let Some((entity, action)) = permission.rsplit_once(':') else {
            continue;
        };
        match policies.iter_mut().find(|(known, _)| known == entity) {
            Some((_, list)) => list.push(action.to_owned()),
            None => policies.push((entity.to_owned(), vec![action.to_owned()])),
        }
    }
    let json = |(entity, list): (String, Vec<String>)| {
        let (domain, name) = entity.split_once(':').unwrap_or_default();
        json!({ "domain": domain, "entityName": name, actions: list })
    };
    policies.into_iter().map(json).collect()
}

pub(super) fn division_json(division: &Division) -> Value {
    json!({
        "id": division.id,
        "name": division.name,
        "description": division.description,
        "homeDivision": division.home,
        "selfUri": format!("/api/v2/authorization/divisions/{}", division.id),
    })
}
