//! Grant types, and what each of them carries.
//! It must never let a client hold what its grant type has no use for.

use serde::{Deserialize, Serialize};
use specta::Type;

use super::redirect_uri::RedirectUri;
use super::role::RoleGrant;
use super::scope::ScopeId;

/// A grant type that Latchkey can create. Source: Genesys help "Create an OAuth client".
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum GrantType {
    /// A service signs in with its own ID and secret; there is no person.
    ClientCredentials,
    /// A person signs in; with or without PKCE. There is no separate PKCE value in the API.
    AuthorizationCode,
    /// Token straight to the browser; being withdrawn by Genesys.
    Implicit,
    /// A SAML2 assertion is exchanged for a token.
    Saml2Bearer,
}

impl GrantType {
    /// All four, in the order in which they are offered.
    pub const ALL: [GrantType; 4] = [
        GrantType::ClientCredentials,
        GrantType::AuthorizationCode,
        GrantType::Saml2Bearer,
        GrantType::Implicit,
    ];

    /// Whether a person signs in, so that scopes apply.
    pub fn needs_scopes(self) -> bool {
        self != GrantType::ClientCredentials
    }

    /// Whether the result of signing in is sent to a redirect URI.
    pub fn needs_redirect_uris(self) -> bool {
        matches!(self, GrantType::AuthorizationCode | GrantType::Implicit)
    }

    /// Whether roles within divisions decide what the client may do.
    pub fn needs_roles(self) -> bool {
        self == GrantType::ClientCredentials
    }
}

/// The grant type of an existing client, which may be one that Latchkey never creates.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum HeldGrantType {
    /// One of the four that can be created.
    #[serde(rename_all = "camelCase")]
    Offered {
        /// Which of the four.
        grant_type: GrantType,
    },
    /// The password grant: in the API's list, but not in its user interface.
    Password,
    /// A value that this version does not know, or none at all.
    Unknown {
        /// The value as the server sent it.
        value: String,
    },
}

/// A grant type together with what it needs, checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Grant {
    /// Roles within divisions; no scopes, no redirect URIs.
    ClientCredentials {
        /// At least one.
        roles: Vec<RoleGrant>,
    },
    /// Redirect URIs and scopes.
    AuthorizationCode {
        /// 1 to 125, without repeats.
        redirect_uris: Vec<RedirectUri>,
        /// At least one, without repeats.
        scopes: Vec<ScopeId>,
    },
    /// Redirect URIs and scopes.
    Implicit {
        /// 1 to 125, without repeats.
        redirect_uris: Vec<RedirectUri>,
        /// At least one, without repeats.
        scopes: Vec<ScopeId>,
    },
    /// Scopes alone.
    Saml2Bearer {
        /// At least one, without repeats.
        scopes: Vec<ScopeId>,
    },
}

impl Grant {
    /// Its grant type.
    pub fn grant_type(&self) -> GrantType {
        match self {
            Grant::ClientCredentials { .. } => GrantType::ClientCredentials,
            Grant::AuthorizationCode { .. } => GrantType::AuthorizationCode,
            Grant::Implicit { .. } => GrantType::Implicit,
            Grant::Saml2Bearer { .. } => GrantType::Saml2Bearer,
        }
    }

    /// Its redirect URIs; none where the grant type has no use for them.
    pub fn redirect_uris(&self) -> &[RedirectUri] {
        match self {
            Grant::AuthorizationCode { redirect_uris, .. } | Grant::Implicit { redirect_uris, .. } => {
                redirect_uris
            }
            Grant::ClientCredentials { .. } | Grant::Saml2Bearer { .. } => &[],
        }
    }

    /// Its scopes; none for client credentials.
    pub fn scopes(&self) -> &[ScopeId] {
        match self {
            Grant::AuthorizationCode { scopes, .. }
            | Grant::Implicit { scopes, .. }
            | Grant::Saml2Bearer { scopes } => scopes,
            Grant::ClientCredentials { .. } => &[],
        }
    }

    /// Its roles; none but for client credentials.
    pub fn roles(&self) -> &[RoleGrant] {
        match self {
            Grant::ClientCredentials { roles } => roles,
            _ => &[],
        }
    }
}
