//! The calls on OAuth clients: list, create, read, update, delete, and a new secret (section 4).
//! Must never answer a secret but to create and to "regenerate secret".

use std::collections::HashSet;

use axum::body::Bytes;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::IntoResponse;
use axum::{Extension, Json};

use super::body;
use super::chance;
use super::client::Shown;
use super::client_rules;
use super::desk::{Answer, House, Written};
use super::needs;
use super::org::{Caller, Org};
use super::paging::{self, Page};
use super::refusal::Refusal;

const NO_CLIENT: &str = "There is no OAuth client {clientId}";
const PATH: &str = "/api/v2/oauth/clients";
/// The name of the limit is a guess: section 5.4 gives only its namespace.
pub(super) const LIMIT_KEY: &str = "oauth.clients.max";

pub(super) async fn list(
    State(house): State<House>,
    Extension(caller): Extension<Caller>,
    Query(query): Query<Vec<(String, String)>>,
) -> Written {
    let mut org = house.open();
    org.allow(&caller, &needs::VIEW_CLIENTS)?;
    let (clock, lag, brief) = (org.clock(), org.settings.list_lag_seconds, org.settings.brief_list);
    let mut hidden = HashSet::new();
    for client in org.clients.iter_mut().filter(|client| client.unseen.1 > 0) {
        if clock.is_past(client.created, lag) {
            client.unseen.1 -= 1;
            hidden.insert(client.id.clone());
        }
    }
    let seen = org.clients.iter().filter(|client| clock.is_past(client.created, lag));
    let seen = seen.filter(|client| !hidden.contains(&client.id));
    let entities: Vec<Shown<'_>> =
        seen.map(|client| if brief { client.shown().brief() } else { client.shown() }).collect();
    let page = Page::read(&query).unwrap_or_default();
    let everything = u32::try_from(entities.len()).unwrap_or(u32::MAX).max(1);
    let size = org.settings.clients_per_page.unwrap_or(everything).max(1);
    Ok(Json(paging::listing(&entities, &Page { page_size: Some(size), ..page }, PATH)).into_response())
}

pub(super) async fn create(
    State(house): State<House>,
    Extension(caller): Extension<Caller>,
    headers: HeaderMap,
    body: Bytes,
) -> Answer {
    let mut org = house.open();
    org.allow(&caller, &needs::ADD_CLIENTS)?;
    let content = client_rules::check(&org, &caller, body::read(&headers, &body)?, None)?;
    if let Some(limit) = org.settings.client_limit
        && org.clients.len() >= usize::try_from(limit).unwrap_or(usize::MAX)
    {
        let message = "The organization has reached its limit of {limit} OAuth clients";
        let refusal = Refusal::bad("auth.too.many.clients", message).with("limit", limit.to_string());
        return Err(refusal.limit(LIMIT_KEY, limit));
    }
    let client = org.new_client(content, &author(&org, &caller))?;
    let answer = client.json_with_secret();
    org.clients.push(client);
    Ok(Json(answer))
}

pub(super) async fn read_one(
    State(house): State<House>,
    Extension(caller): Extension<Caller>,
    Path(id): Path<String>,
) -> Answer {
    let mut org = house.open();
    org.allow(&caller, &needs::VIEW_CLIENTS)?;
    let (clock, lag) = (org.clock(), org.settings.read_lag_seconds);
    let client = org.clients.iter_mut().find(|client| client.id == id);
    let client = client.filter(|client| clock.is_past(client.created, lag)).ok_or_else(|| not_found(&id))?;
    if client.unseen.0 > 0 {
        client.unseen.0 -= 1;
        return Err(not_found(&id));
    }
    Ok(Json(client.json()))
}

pub(super) async fn update(
    State(house): State<House>,
    Extension(caller): Extension<Caller>,
    Path(id): Path<String>,
    headers: HeaderMap,
    body: Bytes,
) -> Answer {
    let mut org = house.open();
    org.allow(&caller, &needs::EDIT_CLIENTS)?;
    let present = org.client(&id).ok_or_else(|| not_found(&id))?;
    let content = client_rules::check(&org, &caller, body::read(&headers, &body)?, Some(present))?;
    let (author, now) = (author(&org, &caller), org.clock().now());
    let client = org.clients.iter_mut().find(|client| client.id == id).ok_or_else(|| not_found(&id))?;
    client.content = content;
    client.modified = now;
    client.modified_by = author;
    Ok(Json(client.json()))
}

pub(super) async fn delete(
    State(house): State<House>,
    Extension(caller): Extension<Caller>,
    Path(id): Path<String>,
) -> Result<StatusCode, Refusal> {
    let mut org = house.open();
    org.allow(&caller, &needs::DELETE_CLIENTS)?;
    let client = org.client(&id).ok_or_else(|| not_found(&id))?;
    if client.content.state != "inactive" {
        let message = "Only an inactive client can be deleted; this one is {state}";
        return Err(Refusal::bad("cannot.delete.client", message).with("state", client.content.state.clone()));
    }
    org.clients.retain(|client| client.id != id);
    Ok(StatusCode::NO_CONTENT)
}

/// The old secret stops at once; tokens already issued live on (inference of section 4.9).
pub(super) async fn new_secret(
    State(house): State<House>,
    Extension(caller): Extension<Caller>,
    Path(id): Path<String>,
) -> Answer {
    let mut org = house.open();
    org.allow(&caller, &needs::EDIT_CLIENTS)?;
    let present = org.client(&id).ok_or_else(|| nothing(&id))?;
    client_rules::holds_all(&org, &caller, present)?;
    let (author, now) = (author(&org, &caller), org.clock().now());
    let client = org.clients.iter_mut().find(|client| client.id == id).ok_or_else(|| nothing(&id))?;
    client.secret = chance::secret()?;
    client.modified = now;
    client.modified_by = author;
    Ok(Json(client.json_with_secret()))
}

fn not_found(id: &str) -> Refusal {
    Refusal::missing("client.not.found", NO_CLIENT).with("clientId", id)
}

/// Only reading, changing and deleting a client have a code of their own for one that is not there.
pub(super) fn nothing(id: &str) -> Refusal {
    Refusal::missing("not.found", NO_CLIENT).with("clientId", id)
}

/// Whom a change is attributed to: the person, or the client that acts by itself (section 7.2).
fn author(org: &Org, caller: &Caller) -> String {
    if caller.person { org.scene.cast.administrator.id.clone() } else { caller.client_id.clone() }
}
