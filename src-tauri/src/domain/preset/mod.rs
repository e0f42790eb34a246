//! Presets: what each fills in, asks and forbids.
//! A preset must never be known outside this folder by anything but its name.

pub mod embeddable_framework;
pub mod plain;
pub mod scim;

use serde::{Deserialize, Serialize};
use specta::Type;

use super::client::OauthClient;
use super::draft::ClientDraft;
use super::facts::OrgFacts;
use super::finding::Finding;
use super::grant::GrantType;
use super::region::Region;
use super::scim_role::ScimRoles;

/// What a client is for, as the draft remembers it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum Preset {
    /// Embeddable Framework.
    EmbeddableFramework,
    /// SCIM.
    Scim,
    /// A client by grant type.
    Plain,
}

/// What a person chose to create.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Purpose {
    /// A client for Embeddable Framework.
    EmbeddableFramework,
    /// A client for SCIM.
    Scim,
    /// A client by grant type.
    Plain {
        /// The grant type.
        grant_type: GrantType,
    },
}

/// What the form of a draft asks for, so that only that is shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Asks {
    /// Grant types between which one may still choose; one alone means it is settled.
    pub grant_types: Vec<GrantType>,
    /// The questions of Embeddable Framework.
    pub embedding: bool,
    /// Redirect URIs.
    pub redirect_uris: bool,
    /// Scopes.
    pub scopes: bool,
    /// Free choice of roles.
    pub roles: bool,
    /// Roles of which the preset takes one, the usual one first; empty where roles are chosen freely, or where there is
    /// none.
    pub role_choices: Vec<String>,
    /// Shortest duration in seconds.
    pub min_seconds: u32,
    /// Longest duration in seconds.
    pub max_seconds: u32,
    /// Recommended duration in seconds.
    pub recommended_seconds: u32,
}

/// What a client that exists looks like. Nothing in a client says what it was made for; its values do.
pub fn looks_like(client: &OauthClient, scim_roles: &ScimRoles) -> Preset {
    if embeddable_framework::fits(client) {
        Preset::EmbeddableFramework
    } else if scim::fits(client, scim_roles) {
        Preset::Scim
    } else {
        Preset::Plain
    }
}

/// A first draft for a purpose, in an organization of a region.
pub fn start(purpose: Purpose, facts: &OrgFacts, home: Region) -> ClientDraft {
    match purpose {
        Purpose::EmbeddableFramework => embeddable_framework::start(home, facts),
        Purpose::Scim => scim::start(facts),
        Purpose::Plain { grant_type } => plain::start(grant_type),
    }
}

/// What the form of a draft asks for.
pub fn asks(draft: &ClientDraft, facts: &OrgFacts) -> Asks {
    let asks = match draft.preset {
        Preset::EmbeddableFramework => embeddable_framework::asks(draft, facts),
        Preset::Scim => scim::asks(facts),
        Preset::Plain => plain::asks(draft, facts),
    };
    // Whether a client may get another grant type is not documented; the form does not offer it.
    if draft.editing.is_some() { Asks { grant_types: vec![draft.grant_type], ..asks } } else { asks }
}

/// What the preset itself has to say about a draft.
pub fn check(draft: &ClientDraft, facts: &OrgFacts) -> Vec<Finding> {
    match draft.preset {
        Preset::EmbeddableFramework => embeddable_framework::check(draft),
        Preset::Scim => scim::check(draft, facts),
        Preset::Plain => Vec::new(),
    }
}

/// Scopes without which the product does not work that a client is for: by its preset, or by a page that it sends people
/// back to.
pub fn needed_scopes(preset: Preset, redirect_uris: &[String]) -> &'static [&'static str] {
    let embedded = preset == Preset::EmbeddableFramework
        || redirect_uris.iter().any(|uri| embeddable_framework::is_page_of_framework(uri));
    if embedded { &embeddable_framework::REQUIRED_SCOPES } else { &[] }
}
