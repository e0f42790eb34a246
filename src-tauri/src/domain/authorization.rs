//! Applications of other organizations that this one has been asked to authorize, and credentials stored for its own.
//! It must never be taken for a list of who has authorized this organization's clients: nobody gives that out.

use serde::Serialize;
use specta::Type;

/// How an authorization stands. Source: Platform API description, `OAuthAuthorization`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum AuthorizationState {
    /// Somebody asked for it; nobody has decided.
    Requested,
    /// The application may be used.
    Authorized,
    /// It was authorized, and no longer is.
    Revoked,
    /// It is not authorized.
    Unauthorized,
    /// A state that this version does not know, or none.
    Other,
}

/// An application that this organization knows as one to authorize.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Authorization {
    /// Client ID of the application.
    pub client_id: String,
    /// Its name; empty when the server gives none.
    pub name: String,
    /// Its description; empty when there is none.
    pub description: String,
    /// How the authorization stands.
    pub state: AuthorizationState,
    /// A change of it waits for a decision.
    pub pending: bool,
    /// Scopes that it has, or asks for.
    pub scopes: Vec<String>,
    /// Roles that it was given, as the server names them.
    pub roles: Vec<String>,
    /// When it was first asked for or authorized, ISO 8601 in UTC.
    pub created_at: Option<String>,
    /// When that last changed, ISO 8601 in UTC.
    pub modified_at: Option<String>,
}

/// A credential of an integration. Its values can never be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IntegrationCredential {
    /// Identifier.
    pub id: String,
    /// Name, as a person gave it.
    pub name: String,
    /// Name of its type.
    pub kind: String,
    /// When it was last changed, ISO 8601 in UTC.
    pub modified_at: Option<String>,
}

/// The type of a credential that holds the ID and the secret of an OAuth client. Source: Terraform provider.
pub const OAUTH_CLIENT_CREDENTIAL: &str = "pureCloudOAuthClient";

impl IntegrationCredential {
    /// Whether it can hold the ID and the secret of a client.
    pub fn holds_a_client(&self) -> bool {
        self.kind == OAUTH_CLIENT_CREDENTIAL
    }

    /// Whether a person seems to have named it after this client.
    pub fn is_named_after(&self, client_id: &str, client_name: &str) -> bool {
        let (own, name) = (self.name.to_lowercase(), client_name.trim().to_lowercase());
        self.holds_a_client()
            && (own.contains(&client_id.to_lowercase()) || (!name.is_empty() && own.contains(&name)))
    }
}
