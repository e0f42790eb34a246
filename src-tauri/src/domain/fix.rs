//! One-click changes that mend a finding, as data, and how each changes a draft.
//! It must never change anything in the organization: only the draft.

use serde::{Deserialize, Serialize};
use specta::Type;

use super::change::grouped;
use super::draft::ClientDraft;
use super::duration::DurationDraft;
use super::grant::GrantType;

/// A change of a draft that mends a finding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Fix {
    /// Use authorization code (with PKCE) instead of implicit; everything typed is kept.
    UseAuthorizationCode,
    /// Write the name differently.
    ReplaceName {
        /// The new name.
        name: String,
    },
    /// Write the description differently.
    ReplaceDescription {
        /// The new text.
        description: String,
    },
    /// Set the token duration.
    SetDuration {
        /// In seconds.
        seconds: u32,
    },
    /// Set the token duration below what the client has now.
    ShortenDuration {
        /// What it has, in seconds.
        from: u32,
        /// In seconds.
        seconds: u32,
    },
    /// Write a redirect URI differently.
    ReplaceRedirectUri {
        /// Row from 0.
        row: u32,
        /// The new text.
        address: String,
    },
    /// Write several redirect URIs in the place of one, each in its own row.
    SplitRedirectUri {
        /// Row from 0.
        row: u32,
        /// The addresses.
        addresses: Vec<String>,
    },
    /// Take a redirect URI away.
    RemoveRedirectUri {
        /// Row from 0.
        row: u32,
    },
    /// Add a redirect URI.
    AddRedirectUri {
        /// The address.
        address: String,
    },
    /// Choose a scope.
    AddScope {
        /// Its identifier.
        scope: String,
    },
    /// Drop a scope.
    RemoveScope {
        /// Its identifier.
        scope: String,
    },
    /// Choose another scope instead.
    ReplaceScope {
        /// The one to drop.
        scope: String,
        /// The one to choose.
        by: String,
    },
    /// Drop a role.
    RemoveRole {
        /// Its identifier.
        role_id: String,
    },
    /// Choose the roles again that the client has now.
    TakeBackRoles,
    /// Add the default roles that the organization lacks; an action on the organization, confirmed apart.
    RestoreDefaultRoles,
}

impl Fix {
    /// Whether it is a way to choose rather than a mend: what it leads to is said afterwards, and may be more.
    pub fn is_choice(&self) -> bool {
        matches!(self, Fix::UseAuthorizationCode | Fix::RestoreDefaultRoles)
    }
}

/// The draft after a fix. What the fix does not name stays as typed.
#[must_use]
pub fn mend(mut draft: ClientDraft, fix: &Fix) -> ClientDraft {
    match fix {
        Fix::UseAuthorizationCode => draft.grant_type = GrantType::AuthorizationCode,
        Fix::ReplaceName { name } => draft.name.clone_from(name),
        Fix::ReplaceDescription { description } => draft.description.clone_from(description),
        Fix::SetDuration { seconds } | Fix::ShortenDuration { seconds, .. } => {
            draft.duration = DurationDraft::of_seconds(*seconds)
        }
        Fix::ReplaceRedirectUri { row, address } => {
            if let Some(uri) = draft.redirect_uris.get_mut(*row as usize) {
                uri.clone_from(address);
            }
        }
        Fix::SplitRedirectUri { row, addresses } => {
            let row = *row as usize;
            if row < draft.redirect_uris.len() {
                draft.redirect_uris.splice(row..=row, addresses.iter().cloned());
            }
        }
        Fix::RemoveRedirectUri { row } => {
            if (*row as usize) < draft.redirect_uris.len() {
                draft.redirect_uris.remove(*row as usize);
            }
        }
        Fix::AddRedirectUri { address } => {
            draft.redirect_uris.retain(|uri| !uri.trim().is_empty());
            draft.redirect_uris.push(address.clone());
        }
        Fix::AddScope { scope } => add_scope(&mut draft.scopes, scope),
        Fix::RemoveScope { scope } => draft.scopes.retain(|s| s.trim() != scope),
        Fix::ReplaceScope { scope, by } => {
            draft.scopes.retain(|s| s.trim() != scope);
            add_scope(&mut draft.scopes, by);
        }
        Fix::RemoveRole { role_id } => draft.roles.retain(|role| role.role_id != *role_id),
        Fix::TakeBackRoles => {
            if let Some(client) = &draft.editing {
                draft.roles = grouped(&client.roles);
            }
        }
        Fix::RestoreDefaultRoles => {}
    }
    draft
}

fn add_scope(scopes: &mut Vec<String>, scope: &str) {
    if !scopes.iter().any(|s| s.trim() == scope) {
        scopes.push(scope.to_owned());
    }
}
