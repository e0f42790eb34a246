//! OAuth clients on the wire: list, read, create. Source: Platform API description, `/api/v2/oauth/clients`.
//! It must never let a secret into a `OauthClient`: a secret comes out beside it.

use reqwest::Method;
use serde::Deserialize;
use serde_json::{Value, json};

use super::error::{ApiError, Request};
use super::session::Session;
use crate::domain::client::{ClientState, OauthClient, RoleDivision, ValidClient};
use crate::domain::grant::{GrantType, HeldGrantType};
use crate::domain::secret::Secret;

/// Path of the list of clients.
pub const CLIENTS: &str = "/api/v2/oauth/clients";

/// A client that was just created, with the secret that is never shown again.
#[derive(Debug)]
pub struct CreatedClient {
    /// The client.
    pub client: OauthClient,
    /// Its secret; absent only if the server left it out.
    pub secret: Option<Secret>,
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
    pub async fn list_clients(&self) -> Result<Vec<OauthClient>, ApiError> {
        let mut clients: Vec<OauthClient> = Vec::new();
        let mut next = Some(CLIENTS.to_owned());
        while let Some(path) = next.take() {
            let page: ListJson = self.read(&path, None).await?;
            let before = clients.len();
            for client in page.entities.into_iter().map(OauthClient::from) {
                if !clients.iter().any(|known| known.id == client.id) {
                    clients.push(client);
                }
            }
            // No paging is documented; a next page that brings nothing new is the same page again.
            next = page.next_uri.filter(|uri| uri.starts_with('/') && clients.len() > before);
        }
        Ok(clients)
    }

    /// One client.
    pub async fn read_client(&self, id: &str) -> Result<OauthClient, ApiError> {
        let client: ClientJson = self.read(&format!("{CLIENTS}/{}", path_part(id)), None).await?;
        Ok(client.into())
    }

    /// Creates a client. Sent once and never repeated: there is no idempotency key.
    pub async fn create_client(&self, client: &ValidClient) -> Result<CreatedClient, ApiError> {
        let body = create_body(client);
        let mut created: ClientJson = self.write(Method::POST, CLIENTS, Some(&body)).await?;
        let secret = created.secret.take().map(Secret::new);
        if created.name.as_deref() != Some(client.name()) || created.id.is_empty() {
            // Not our client: an intermediary answered with something else, and ours may exist.
            let request = Request { method: "POST", path: CLIENTS.to_owned() };
            return Err(ApiError::Ambiguous { request, status: Some(200), correlation_id: None });
        }
        Ok(CreatedClient { client: created.into(), secret })
    }
}

/// An identifier as one part of a path.
pub(super) fn path_part(id: &str) -> String {
    url::form_urlencoded::byte_serialize(id.as_bytes()).collect()
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct ListJson {
    entities: Vec<ClientJson>,
    next_uri: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct ClientJson {
    id: String,
    name: Option<String>,
    description: Option<String>,
    secret: Option<String>,
    authorized_grant_type: Option<String>,
    access_token_validity_seconds: Option<u32>,
    registered_redirect_uri: Option<Vec<String>>,
    scope: Option<Vec<String>>,
    role_divisions: Option<Vec<RoleDivisionJson>>,
    state: Option<String>,
    date_created: Option<String>,
    date_modified: Option<String>,
    date_to_delete: Option<String>,
    created_by: Option<EntityJson>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct RoleDivisionJson {
    pub(super) role_id: String,
    pub(super) division_id: Option<String>,
}

#[derive(Deserialize)]
struct EntityJson {
    id: Option<String>,
}

impl From<ClientJson> for OauthClient {
    fn from(json: ClientJson) -> OauthClient {
        let role = |role: RoleDivisionJson| RoleDivision {
            role_id: role.role_id,
            division_id: role.division_id.unwrap_or_default(),
        };
        OauthClient {
            id: json.id,
            name: json.name.unwrap_or_default(),
            description: json.description.unwrap_or_default(),
            grant_type: from_wire(json.authorized_grant_type.unwrap_or_default()),
            state: match json.state.as_deref() {
                None | Some("active") => ClientState::Active,
                Some("inactive") => ClientState::Inactive,
                Some("disabled") => ClientState::Disabled,
                Some(_) => ClientState::Other,
            },
            seconds: json.access_token_validity_seconds,
            redirect_uris: json.registered_redirect_uri.unwrap_or_default(),
            scopes: json.scope.unwrap_or_default(),
            roles: json.role_divisions.unwrap_or_default().into_iter().map(role).collect(),
            created_at: json.date_created,
            modified_at: json.date_modified,
            created_by: json.created_by.and_then(|entity| entity.id),
            delete_at: json.date_to_delete,
        }
    }
}

fn to_wire(grant_type: GrantType) -> &'static str {
    match grant_type {
        GrantType::ClientCredentials => "CLIENT-CREDENTIALS",
        GrantType::AuthorizationCode => "CODE",
        GrantType::Implicit => "TOKEN",
        GrantType::Saml2Bearer => "SAML2-BEARER",
    }
}

fn from_wire(value: String) -> HeldGrantType {
    let offered = |grant_type| HeldGrantType::Offered { grant_type };
    match value.as_str() {
        "CLIENT-CREDENTIALS" => offered(GrantType::ClientCredentials),
        "CODE" => offered(GrantType::AuthorizationCode),
        "TOKEN" => offered(GrantType::Implicit),
        // The Terraform provider has met the second spelling in answers.
        "SAML2-BEARER" | "SAML2BEARER" => offered(GrantType::Saml2Bearer),
        "PASSWORD" => HeldGrantType::Password,
        _ => HeldGrantType::Unknown { value },
    }
}
