//! The columns that the list can show, and that an export has.
//! It must never hold a sentence: the page names a column for people, and `header` for programs.

use serde::{Deserialize, Serialize};
use specta::Type;

/// A column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum ClientColumn {
    /// Name; always shown.
    Name,
    /// Description.
    Description,
    /// Client ID.
    ClientId,
    /// Grant type.
    GrantType,
    /// State.
    State,
    /// What it looks like.
    LooksLike,
    /// Findings about it.
    Findings,
    /// When a call was last counted.
    LastUse,
    /// Token duration.
    Duration,
    /// Redirect addresses.
    RedirectUris,
    /// Scopes.
    Scopes,
    /// Roles within divisions.
    Roles,
    /// When it was created.
    Created,
    /// When it was last changed.
    Modified,
}

impl ClientColumn {
    /// All columns, in the order in which they stand.
    pub const ALL: [ClientColumn; 14] = [
        ClientColumn::Name,
        ClientColumn::Description,
        ClientColumn::ClientId,
        ClientColumn::GrantType,
        ClientColumn::State,
        ClientColumn::LooksLike,
        ClientColumn::Findings,
        ClientColumn::LastUse,
        ClientColumn::Duration,
        ClientColumn::RedirectUris,
        ClientColumn::Scopes,
        ClientColumn::Roles,
        ClientColumn::Created,
        ClientColumn::Modified,
    ];

    /// Its name in a file that other programs read; it stays the same in every language and version.
    pub fn header(self) -> &'static str {
        match self {
            ClientColumn::Name => "name",
            ClientColumn::Description => "description",
            ClientColumn::ClientId => "client_id",
            ClientColumn::GrantType => "grant_type",
            ClientColumn::State => "state",
            ClientColumn::LooksLike => "looks_like",
            ClientColumn::Findings => "open_findings",
            ClientColumn::LastUse => "last_use",
            ClientColumn::Duration => "token_duration_seconds",
            ClientColumn::RedirectUris => "redirect_uris",
            ClientColumn::Scopes => "scopes",
            ClientColumn::Roles => "roles",
            ClientColumn::Created => "created",
            ClientColumn::Modified => "modified",
        }
    }
}
