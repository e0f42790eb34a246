//! OAuth scopes: identifiers, read-only twins, and the lists that presets need.
//! It must never decide whether a scope exists: the organization's own list does that.

use serde::Serialize;
use specta::Type;

/// Ending of a scope that only reads.
pub const READONLY: &str = ":readonly";

/// Scope that every client on which people sign in should have. Source: Genesys premium-app wizard.
pub const USER_BASIC_INFO: &str = "user-basic-info";

/// A checked scope identifier, for example `users:readonly`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct ScopeId(String);

impl ScopeId {
    /// Takes a scope as typed; spaces around it do not count. `None` for an empty text.
    pub fn parse(text: &str) -> Option<ScopeId> {
        let id = text.trim();
        (!id.is_empty()).then(|| ScopeId(id.to_owned()))
    }

    /// The identifier.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether it only reads.
    pub fn is_readonly(&self) -> bool {
        self.0.ends_with(READONLY)
    }

    /// The area that it opens: the identifier without `:readonly`.
    pub fn area(&self) -> &str {
        self.0.strip_suffix(READONLY).unwrap_or(&self.0)
    }

    /// The read-only scope of the same area.
    pub fn readonly_twin(&self) -> ScopeId {
        ScopeId(format!("{}{READONLY}", self.area()))
    }
}

/// A scope that the organization offers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Scope {
    /// Identifier; never translated.
    pub id: String,
    /// The server's description, in the language that was asked for.
    pub description: String,
}
