//! Applications that the organization was asked to authorize. Source: Platform API description,
//! `/api/v2/oauth/authorizations`.
//! It must never try to decide about one: the interface has no way to do that.

use serde::Deserialize;

use super::answers::{Kept, MAX_LIST, Maybe, Unreadable, is_identifier, lenient, parse};
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
        let list = authorization_list(&answer.body).map_err(|_| answer.unreadable())?;
        Ok(self.keep(list, Some))
    }
}

/// Reads the list of authorizations; a secret in it is dropped.
///
/// # Errors
/// When it is not one.
pub fn authorization_list(bytes: &[u8]) -> Result<Kept<Authorization>, Unreadable> {
    let json: ListJson = parse(bytes, MAX_LIST)?;
    Ok(json.entities.unwrap_or_default().map(AuthorizationJson::read))
}

impl AuthorizationJson {
    /// Nothing where it names no application.
    fn read(self) -> Option<Authorization> {
        let client = self.client.or_default();
        let state = match self.state.0.as_deref() {
            Some("Requested") => AuthorizationState::Requested,
            Some("Authorized") => AuthorizationState::Authorized,
            Some("Revoked") => AuthorizationState::Revoked,
            Some("Unauthorized") => AuthorizationState::Unauthorized,
            _ => AuthorizationState::Other,
        };
        Some(Authorization {
            client_id: client.id.0.filter(|id| is_identifier(id))?,
            name: client.name.or_default(),
            description: client.description.or_default(),
            state,
            pending: self.pending.or_default(),
            scopes: self.scope.or_default(),
            roles: self.roles.or_default(),
            created_at: self.date_created.0,
            modified_at: self.date_modified.0,
        })
    }
}

#[derive(Deserialize)]
struct ListJson {
    entities: Option<Kept<AuthorizationJson>>,
}

#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
struct AuthorizationJson {
    client: Maybe<ApplicationJson>,
    scope: Maybe<Vec<String>>,
    roles: Maybe<Vec<String>>,
    date_created: Maybe<String>,
    date_modified: Maybe<String>,
    pending: Maybe<bool>,
    state: Maybe<String>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct ApplicationJson {
    id: Maybe<String>,
    name: Maybe<String>,
    description: Maybe<String>,
}

lenient!(AuthorizationJson, ApplicationJson);
