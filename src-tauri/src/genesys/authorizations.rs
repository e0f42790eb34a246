//! Applications that the organization was asked to authorize. Source: Platform API description,
//! `/api/v2/oauth/authorizations`.
//! It must never try to decide about one: the interface has no way to do that.

use serde::Deserialize;

use super::answers::{MAX_LIST, Unreadable, is_identifier, parse};
use super::error::ApiError;
use super::send::Room;
use super::session::Session;
use crate::domain::authorization::{Authorization, AuthorizationState};

/// Path of the list.
const AUTHORIZATIONS: &str = "/api/v2/oauth/authorizations";

impl Session {
    /// Every application that was authorized, is asked for or was revoked, described in a language such as `fr`.
    ///
    /// # Errors
    /// As every read.
    pub async fn list_authorizations(&self, language: &str) -> Result<Vec<Authorization>, ApiError> {
        let room = Room { most: MAX_LIST, time: self.limits.list };
        let answer = self.get(AUTHORIZATIONS, Some(language), room).await?;
        authorization_list(&answer.body).map_err(|_| answer.unreadable())
    }
}

/// Reads the list of authorizations; a secret in it is dropped.
///
/// # Errors
/// When it is not one, or one of its applications cannot be named.
pub fn authorization_list(bytes: &[u8]) -> Result<Vec<Authorization>, Unreadable> {
    let json: ListJson = parse(bytes, MAX_LIST)?;
    let read = |json: AuthorizationJson| {
        let authorization = Authorization::from(json);
        is_identifier(&authorization.client_id).then_some(authorization)
    };
    json.entities
        .unwrap_or_default()
        .into_iter()
        .map(read)
        .collect::<Option<_>>()
        .ok_or(Unreadable::Malformed)
}

impl From<AuthorizationJson> for Authorization {
    fn from(json: AuthorizationJson) -> Authorization {
        let state = match json.state.as_deref() {
            Some("Requested") => AuthorizationState::Requested,
            Some("Authorized") => AuthorizationState::Authorized,
            Some("Revoked") => AuthorizationState::Revoked,
            Some("Unauthorized") => AuthorizationState::Unauthorized,
            _ => AuthorizationState::Other,
        };
        Authorization {
            client_id: json.client.id,
            name: json.client.name.unwrap_or_default(),
            description: json.client.description.unwrap_or_default(),
            state,
            pending: json.pending.unwrap_or(false),
            scopes: json.scope.unwrap_or_default(),
            roles: json.roles.unwrap_or_default(),
            created_at: json.date_created,
            modified_at: json.date_modified,
        }
    }
}

#[derive(Deserialize)]
struct ListJson {
    entities: Option<Vec<AuthorizationJson>>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct AuthorizationJson {
    client: ApplicationJson,
    scope: Option<Vec<String>>,
    roles: Option<Vec<String>>,
    date_created: Option<String>,
    date_modified: Option<String>,
    pending: Option<bool>,
    state: Option<String>,
}

#[derive(Deserialize)]
struct ApplicationJson {
    id: String,
    name: Option<String>,
    description: Option<String>,
}
