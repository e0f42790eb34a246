//! Who the caller is and where: the token, the person, the organization, its limits and its idle timeout.
//! Must never answer for a person when the token belongs to a client alone.

use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::{Extension, Json};
use serde_json::{Value, json};

use super::clients::LIMIT_KEY;
use super::clock::date;
use super::crowd;
use super::desk::{Answer, House};
use super::directory::policies;
use super::limits;
use super::needs;
use super::org::{BUILT_IN, Caller, Org};
use super::refusal::Refusal;

/// What a call that needs a person answers to a token without one. The description has a code for it only where it
/// is about one's own record; elsewhere the code is a guess (section 7.2 says only "refused").
pub(super) fn no_person(code: &'static str) -> Refusal {
    Refusal::bad(code, "This request requires a user context. Client credentials cannot be used here.")
}

pub(super) async fn token(State(house): State<House>, Extension(caller): Extension<Caller>) -> Answer {
    let org = house.open();
    org.allow(&caller, &needs::OWN_TOKEN)?;
    let organization = &org.scene.cast.organization;
    let home = json!({ "id": organization.id, "name": organization.name });
    let all = || org.known_scopes().map(|scope| scope.id.clone()).collect();
    let scopes: Vec<String> = caller.scopes.clone().unwrap_or_else(all);
    Ok(Json(json!({
        "organization": home,
        "homeOrganization": home,
        "authorizedScope": scopes,
        "OAuthClient": issuer(&org, &caller, &home),
    })))
}

/// The client that issued the token: the built-in one belongs to no customer's organization (section 7.6).
fn issuer(org: &Org, caller: &Caller, home: &Value) -> Value {
    let built_in = || {
        json!({
            "id": "b1170000-0000-4000-8000-000000000001",
            "name": "Practice sign-in",
            "authorizedGrantType": "CODE",
            "organization": { "id": BUILT_IN, "name": BUILT_IN },
        })
    };
    org.client(&caller.client_id).map_or_else(built_in, |client| {
        let content = &client.content;
        json!({
            "id": client.id,
            "name": content.name,
            "dateCreated": date(client.created),
            "dateModified": date(client.modified),
            "authorizedGrantType": content.grant,
            "scope": content.scope,
            "roleDivisions": content.roles,
            "state": content.state,
            "organization": home,
        })
    })
}

pub(super) async fn revoke(
    State(house): State<House>,
    Extension(caller): Extension<Caller>,
) -> Result<StatusCode, Refusal> {
    let mut org = house.open();
    org.allow(&caller, &needs::OWN_TOKEN)?;
    org.revoke(&caller.token);
    Ok(StatusCode::OK)
}

pub(super) async fn user(
    State(house): State<House>,
    Extension(caller): Extension<Caller>,
    Query(query): Query<Vec<(String, String)>>,
) -> Answer {
    let org = house.open();
    org.allow(&caller, &needs::OWN_TOKEN)?;
    if !caller.person {
        return Err(no_person("not.a.user"));
    }
    let person = &org.scene.cast.administrator;
    let mut json = json!({
        "id": person.id,
        "name": person.name,
        "email": person.email,
        "username": person.email,
        "state": "active",
        "version": 1,
        "division": { "id": org.scene.home(), "name": "Home" },
        "selfUri": format!("/api/v2/users/{}", person.id),
    });
    let expanded = query.iter().filter(|(key, _)| key == "expand").flat_map(|(_, value)| value.split(','));
    if expanded.into_iter().any(|part| part == "authorization") {
        json["authorization"] = authorization(&org, &caller);
    }
    Ok(Json(json))
}

/// Anybody by identifier: the organization's one person, or one who has left.
pub(super) async fn somebody(
    State(house): State<House>,
    Extension(caller): Extension<Caller>,
    Path(id): Path<String>,
    Query(query): Query<Vec<(String, String)>>,
) -> Answer {
    let org = house.open();
    org.allow(&caller, &needs::VIEW_PERSON)?;
    let wanted = query.iter().find(|(key, _)| key == "state").map_or("active", |(_, value)| value.as_str());
    let cast = &org.scene.cast;
    let found = [(&cast.administrator, "active"), (&cast.predecessor, "deleted")];
    let Some((person, state)) = found.into_iter().find(|(one, state)| one.id == id && *state == wanted)
    else {
        return Err(Refusal::missing("not.found", "There is no such user"));
    };
    let self_uri = format!("/api/v2/users/{}", person.id);
    Ok(Json(
        json!({ "id": person.id, "name": person.name, "state": state, "version": 1, "selfUri": self_uri }),
    ))
}

fn authorization(org: &Org, caller: &Caller) -> Value {
    let mut roles: Vec<&str> = org.grants_of(caller).iter().map(|grant| grant.role_id.as_str()).collect();
    roles.sort_unstable();
    roles.dedup();
    let held: Vec<_> = roles.iter().filter_map(|id| org.role(id)).collect();
    let suffix = if org.settings.permission_suffix { ":*" } else { "" };
    let permissions: Vec<String> =
        org.permissions_of(caller).iter().map(|permission| format!("{permission}{suffix}")).collect();
    json!({
        "roles": held.iter().map(|role| json!({ "id": role.id, "name": role.name })).collect::<Vec<_>>(),
        "unusedRoles": [],
        "permissions": permissions,
        "permissionPolicies": held.iter().flat_map(|role| policies(role, "actionSet")).collect::<Vec<_>>(),
    })
}

pub(super) async fn organization(State(house): State<House>, Extension(caller): Extension<Caller>) -> Answer {
    let org = house.open();
    org.allow(&caller, &needs::VIEW_ORGANIZATION)?;
    let organization = &org.scene.cast.organization;
    Ok(Json(json!({
        "id": organization.id,
        "name": organization.name,
        "defaultLanguage": "en-us",
        "defaultCountryCode": "DE",
        "thirdPartyOrgName": organization.third_party_name,
        "domain": organization.domain,
        "version": 1,
        "state": "active",
        "voicemailEnabled": true,
        "productPlatform": "PureCloud",
        "features": { "hipaa": org.settings.hipaa, "chat": true, "directory": true },
        "selfUri": "/api/v2/organizations/me",
    })))
}

/// The limits of a namespace. Where none is set on clients, the usual one is shown, unless a crowd has outgrown it; the
/// rates belong to the platform (section 11.4). What a namespace without any answers is a guess.
pub(super) async fn limits(
    State(house): State<House>,
    Extension(caller): Extension<Caller>,
    Path(namespace): Path<String>,
) -> Answer {
    let org = house.open();
    org.allow(&caller, &needs::VIEW_ORGANIZATION)?;
    let rate = org.settings.requests_per_minute;
    let limits = match namespace.as_str() {
        "auth.api" => {
            let usual = if org.settings.crowd == 0 { limits::USUAL } else { 2 * crowd::LARGEST };
            vec![(LIMIT_KEY, org.settings.client_limit.unwrap_or(usual))]
        }
        "platform.api" => {
            vec![("token.rate.per.minute", rate), ("client.credentials.token.rate.per.minute", rate)]
        }
        _ => {
            return Err(Refusal::missing("not.found", "There is no namespace {name}").with("name", namespace));
        }
    };
    let limit = |(key, value)| json!({ "key": key, "namespace": namespace, "value": value });
    Ok(Json(json!({ "entities": limits.into_iter().map(limit).collect::<Vec<_>>() })))
}

/// 15 minutes with HIPAA; the general timeout of 8 hours is switched off otherwise (section 5.3).
pub(super) async fn idle_timeout(State(house): State<House>, Extension(caller): Extension<Caller>) -> Answer {
    let org = house.open();
    org.allow(&caller, &needs::VIEW_TIMEOUT)?;
    let hipaa = org.settings.hipaa;
    Ok(Json(json!({
        "idleTokenTimeoutSeconds": if hipaa { 900 } else { 28_800 },
        "enableIdleTokenTimeout": hipaa,
        "inactivityTimeoutGroupsEnabled": false,
        "inactivityTimeoutGroupBundles": [],
    })))
}
