//! OAuth clients: one that passed every rule, and one as the organization holds it.
//! It must never carry a secret: a secret lives in `secret` and travels apart.

use serde::{Deserialize, Serialize};
use specta::Type;

use super::duration::{DEFAULT_SECONDS, MAX_SECONDS};
use super::grant::{Grant, HeldGrantType};
use super::role::RoleGrant;

/// A client that passed every rule: the only thing that can be sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ValidClient {
    pub(super) name: String,
    pub(super) description: String,
    pub(super) seconds: u32,
    pub(super) grant: Grant,
}

impl ValidClient {
    /// Name, shown to people who authorize the client.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Description; empty when none was given.
    pub fn description(&self) -> &str {
        &self.description
    }

    /// Token duration in seconds.
    pub fn seconds(&self) -> u32 {
        self.seconds
    }

    /// Grant type with what it needs.
    pub fn grant(&self) -> &Grant {
        &self.grant
    }

    /// Redirect URIs as texts.
    pub fn redirect_uris(&self) -> Vec<String> {
        self.grant.redirect_uris().iter().map(|uri| uri.as_str().to_owned()).collect()
    }

    /// Scopes as texts.
    pub fn scopes(&self) -> Vec<String> {
        self.grant.scopes().iter().map(|scope| scope.as_str().to_owned()).collect()
    }

    /// Roles as pairs with a division.
    pub fn role_divisions(&self) -> Vec<RoleDivision> {
        let pairs = |role: &RoleGrant| {
            let pair = |id: &str| RoleDivision { role_id: role.role_id.clone(), division_id: id.to_owned() };
            role.division_ids().into_iter().map(pair).collect::<Vec<_>>()
        };
        self.grant.roles().iter().flat_map(pairs).collect()
    }
}

/// State of an existing client.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum ClientState {
    /// Usable.
    Active,
    /// Gives no new tokens and is due for deletion.
    Inactive,
    /// Switched off by Genesys.
    Disabled,
    /// A state that this version does not know.
    Other,
}

/// A role within a division, of an existing client.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct RoleDivision {
    /// The role's identifier.
    pub role_id: String,
    /// The division's identifier, `*` for all.
    pub division_id: String,
}

/// A client as the organization holds it, without its secret.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct OauthClient {
    /// Client ID.
    pub id: String,
    /// Name.
    pub name: String,
    /// Description; empty when there is none.
    pub description: String,
    /// Grant type.
    pub grant_type: HeldGrantType,
    /// State.
    pub state: ClientState,
    /// Token duration in seconds; `None` when the server did not say.
    pub seconds: Option<u32>,
    /// Redirect URIs.
    pub redirect_uris: Vec<String>,
    /// Scopes.
    pub scopes: Vec<String>,
    /// Roles within divisions.
    pub roles: Vec<RoleDivision>,
    /// When it was created, ISO 8601 in UTC.
    pub created_at: Option<String>,
    /// When it was last changed, ISO 8601 in UTC.
    pub modified_at: Option<String>,
    /// Identifier of who created it.
    pub created_by: Option<String>,
    /// When it will be deleted, ISO 8601 in UTC.
    pub delete_at: Option<String>,
}

impl OauthClient {
    /// When it was created, in seconds since 1970; `None` when the server did not say so that it can be read.
    pub fn created_seconds(&self) -> Option<i64> {
        self.created_at.as_deref()?.parse().ok().map(jiff::Timestamp::as_second)
    }

    /// Whether a long SCIM duration seems to have fallen back: a day instead of more than two.
    pub fn fell_back_to_a_day(&self, asked: u32) -> bool {
        asked > MAX_SECONDS && self.seconds == Some(DEFAULT_SECONDS)
    }
}
