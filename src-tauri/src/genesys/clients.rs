//! OAuth clients on the wire: list, read, create, change, delete. Source: Platform API description,
//! `/api/v2/oauth/clients`.
//! It must never let a secret into a `OauthClient`, nor take an answer about another client for the one asked for.

use std::collections::HashSet;

use jiff::Timestamp;
use reqwest::Method;
use serde_json::{Value, json};

use super::answers::{self, MAX_CLIENT, MAX_LIST, is_identifier};
use super::client_json::to_wire;
use super::error::{Answered, ApiError, Refusal, Request};
use super::send::Room;
use super::session::Session;
use super::whole_client::WholeClient;
use crate::domain::client::{OauthClient, ValidClient};
use crate::domain::grant::HeldGrantType;
use crate::domain::secret::Secret;

/// Path of the list of clients.
pub const CLIENTS: &str = "/api/v2/oauth/clients";

/// A client that was just created, or that just got a new secret, with the secret that is never shown again.
#[derive(Debug)]
pub struct CreatedClient {
    /// The client.
    pub client: OauthClient,
    /// Its secret; absent only if the server left it out.
    pub secret: Option<Secret>,
}

/// The clients of an organization, as they were listed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedClients {
    /// The clients, in the server's order.
    pub clients: Vec<OauthClient>,
    /// When the list was made, by the organization's own clock; `None` when it did not say.
    pub at: Option<Timestamp>,
    /// How many entries could not be read.
    pub skipped: u32,
    /// Whether nothing speaks against these being all: only then does a client that is missing not exist.
    pub complete: bool,
}

/// The body that creates a client. A preview shows exactly this.
pub fn create_body(client: &ValidClient) -> Value {
    let grant = client.grant();
    let mut body = json!({
        "name": client.name(),
        "accessTokenValiditySeconds": client.seconds(),
        "authorizedGrantType": to_wire(grant.grant_type()),
        "state": "active",
    });
    if !client.description().is_empty() {
        body["description"] = json!(client.description());
    }
    if grant.grant_type().needs_redirect_uris() {
        body["registeredRedirectUri"] = json!(client.redirect_uris());
    }
    if grant.grant_type().needs_scopes() {
        body["scope"] = json!(client.scopes());
    }
    if grant.grant_type().needs_roles() {
        // `RoleDivision` is spelled for the page as the API spells it.
        body["roleDivisions"] = json!(client.role_divisions());
    }
    body
}

impl Session {
    /// Every client of the organization, in the server's order.
    ///
    /// # Errors
    /// As every read.
    pub async fn list_clients(&self) -> Result<Vec<OauthClient>, ApiError> {
        Ok(self.list_clients_at().await?.clients)
    }

    /// The clients of the organization, with when they were listed and whether these are all.
    ///
    /// # Errors
    /// As every read; also when a page after the first one fails.
    pub async fn list_clients_at(&self) -> Result<ListedClients, ApiError> {
        let mut listed = ListedClients { clients: Vec::new(), at: None, skipped: 0, complete: true };
        let (mut known, mut total) = (HashSet::new(), None);
        let (mut next, mut left) = (Some(CLIENTS.to_owned()), MAX_LIST);
        while let Some(path) = next.take() {
            let answer = self.get(&path, None, Room { most: left, time: self.limits.list }).await?;
            let page = answers::client_list(&answer.body).map_err(|_| answer.unreadable())?;
            left = left.saturating_sub(answer.body.len());
            listed.at = listed.at.or(answer.date);
            total = total.max(page.total);
            listed.skipped = listed.skipped.saturating_add(page.skipped);
            let before = listed.clients.len();
            let new = page.clients.into_iter().filter(|client| known.insert(client.id.clone()));
            listed.clients.extend(new);
            // No paging is documented; a next page that brings nothing new is the same page again.
            let onwards = |uri: &String| uri.starts_with('/') && listed.clients.len() > before;
            listed.complete = page.next.is_none();
            next = page.next.filter(onwards);
        }
        // A server that counts its clients is believed; one that names a next page for ever is not.
        if let Some(total) = total {
            listed.complete = u64::try_from(listed.clients.len()).is_ok_and(|found| found >= total);
        }
        // One that could not be read may be the one that is looked for.
        listed.complete &= listed.skipped == 0;
        self.note_skipped(listed.skipped);
        Ok(listed)
    }

    /// One client.
    ///
    /// # Errors
    /// As every read.
    pub async fn read_client(&self, id: &str) -> Result<OauthClient, ApiError> {
        let answer = self.get(&one(id, "GET", "")?, None, self.room_for_one()).await?;
        let client = answers::client(&answer.body).ok().filter(|client| client.id == id);
        client.ok_or_else(|| answer.unreadable())
    }

    /// One client with every member, to be changed and put back.
    ///
    /// # Errors
    /// As every read.
    pub async fn read_whole_client(&self, id: &str) -> Result<WholeClient, ApiError> {
        let answer = self.get(&one(id, "GET", "")?, None, self.room_for_one()).await?;
        let whole = answers::whole_client(&answer.body).ok().filter(|whole| whole.client().id == id);
        whole.ok_or_else(|| answer.unreadable())
    }

    /// Creates a client. Sent once and never repeated: there is no idempotency key.
    ///
    /// # Errors
    /// As every write. An answer about something else is `Ambiguous`: ours may exist.
    pub async fn create_client(&self, client: &ValidClient) -> Result<Answered<CreatedClient>, ApiError> {
        let offered = HeldGrantType::Offered { grant_type: client.grant().grant_type() };
        self.write(Method::POST, CLIENTS, Some(&create_body(client)), |body| {
            let created = answers::created_client(body).ok()?;
            let held = &created.client.grant_type;
            // A grant type that is left out, or spelled in a new way, does not speak against it.
            let same_grant = *held == offered || matches!(held, HeldGrantType::Unknown { .. });
            (created.client.name == client.name() && same_grant).then_some(created)
        })
        .await
    }

    /// Gives a client a new secret; the old one dies. Sent once.
    ///
    /// # Errors
    /// As every write. An answer about another client is `Ambiguous`.
    pub async fn regenerate_secret(&self, id: &str) -> Result<Answered<CreatedClient>, ApiError> {
        self.write(Method::POST, &one(id, "POST", "/secret")?, None, |body| {
            answers::created_client(body).ok().filter(|created| created.client.id == id)
        })
        .await
    }

    /// Replaces a client by a body of `WholeClient`. Sent once; the last writer wins, as there is no version.
    ///
    /// # Errors
    /// As every write. An answer about another client is `Ambiguous`.
    pub async fn put_client(&self, id: &str, body: &Value) -> Result<Answered<OauthClient>, ApiError> {
        self.write(Method::PUT, &one(id, "PUT", "")?, Some(body), |body| {
            answers::client(body).ok().filter(|client| client.id == id)
        })
        .await
    }

    /// Deletes a client, which must be inactive. Sent once.
    ///
    /// # Errors
    /// As every write; `cannot.delete.client` when it is not inactive.
    pub async fn delete_client(&self, id: &str) -> Result<Answered<()>, ApiError> {
        self.write(Method::DELETE, &one(id, "DELETE", "")?, None, |body| answers::nothing(body).ok()).await
    }

    fn room_for_one(&self) -> Room {
        Room { most: MAX_CLIENT, time: self.limits.answer }
    }
}

/// The path of one client. A text that cannot be an identifier is not sent: it could name another path.
pub(super) fn one(id: &str, method: &'static str, behind: &str) -> Result<String, ApiError> {
    if is_identifier(id) {
        return Ok(format!("{CLIENTS}/{id}{behind}"));
    }
    let code = "client.not.found".to_owned();
    let refusal = Box::new(Refusal { status: 404, code, ..Refusal::default() });
    Err(ApiError::Refused { request: Request { method, path: CLIENTS.to_owned() }, refusal })
}
