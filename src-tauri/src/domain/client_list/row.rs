//! A client as a row of the list: what the columns show, and nothing that is long.
//! It must never carry a list.

use serde::Serialize;
use specta::Type;

use super::insight::FindingDigest;
use super::order::number;
use crate::domain::client::{ClientState, OauthClient};
use crate::domain::grant::HeldGrantType;
use crate::domain::preset::Preset;
use crate::domain::usage::LastUse;

/// A row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ClientRow {
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
    /// What it looks like.
    pub looks_like: Preset,
    /// Findings about it; `None` when nobody has checked.
    pub findings: Option<FindingDigest>,
    /// Its last use; `None` when nobody has looked.
    pub last_use: Option<LastUse>,
    /// Token duration in seconds; `None` when the server did not say.
    pub seconds: Option<u32>,
    /// How many redirect addresses it has.
    pub redirect_uris: u32,
    /// How many scopes it has.
    pub scopes: u32,
    /// How many roles within divisions it has.
    pub roles: u32,
    /// When it was created, ISO 8601 in UTC.
    pub created_at: Option<String>,
    /// When it was last changed, ISO 8601 in UTC.
    pub modified_at: Option<String>,
    /// When it will be deleted, ISO 8601 in UTC.
    pub delete_at: Option<String>,
}

impl ClientRow {
    pub(super) fn of(
        client: &OauthClient,
        looks_like: Preset,
        findings: Option<FindingDigest>,
        last_use: Option<LastUse>,
    ) -> ClientRow {
        ClientRow {
            id: client.id.clone(),
            name: client.name.clone(),
            description: client.description.clone(),
            grant_type: client.grant_type.clone(),
            state: client.state,
            looks_like,
            findings,
            last_use,
            seconds: client.seconds,
            redirect_uris: number(client.redirect_uris.len()),
            scopes: number(client.scopes.len()),
            roles: number(client.roles.len()),
            created_at: client.created_at.clone(),
            modified_at: client.modified_at.clone(),
            delete_at: client.delete_at.clone(),
        }
    }
}
