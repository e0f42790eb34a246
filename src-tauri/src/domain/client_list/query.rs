//! What a person asks of the list: words, filters, an order; and how many clients each filter would show.
//! It must never hold a sentence.

use serde::{Deserialize, Serialize};
use specta::Type;

use super::insight::{FindingLevel, UseKind};
use crate::domain::client::ClientState;
use crate::domain::grant::{GrantType, HeldGrantType};
use crate::domain::health::HealthCode;
use crate::domain::preset::Preset;

/// What is asked of the list. A filter without values lets everything through; of several filters all must fit.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase", default)]
pub struct ListQuery {
    /// Words, all of which must stand in the name, description, client ID, redirect addresses or scopes.
    pub search: String,
    /// Grant types.
    pub grant_types: Vec<GrantKind>,
    /// States.
    pub states: Vec<ClientState>,
    /// What they look like.
    pub looks_like: Vec<Preset>,
    /// How bad their worst open finding is.
    pub levels: Vec<FindingLevel>,
    /// Kinds of their open findings.
    pub codes: Vec<HealthCode>,
    /// Whether calls were counted.
    pub uses: Vec<UseKind>,
    /// What to sort by.
    pub sort: SortColumn,
    /// Which way.
    pub direction: Direction,
}

/// A grant type to filter by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum GrantKind {
    /// Client credentials.
    ClientCredentials,
    /// Authorization code, with or without PKCE.
    AuthorizationCode,
    /// SAML2 bearer.
    Saml2Bearer,
    /// Implicit.
    Implicit,
    /// One that Latchkey does not create, or does not know.
    Other,
}

impl From<&HeldGrantType> for GrantKind {
    fn from(held: &HeldGrantType) -> GrantKind {
        match held {
            HeldGrantType::Offered { grant_type } => match grant_type {
                GrantType::ClientCredentials => GrantKind::ClientCredentials,
                GrantType::AuthorizationCode => GrantKind::AuthorizationCode,
                GrantType::Saml2Bearer => GrantKind::Saml2Bearer,
                GrantType::Implicit => GrantKind::Implicit,
            },
            HeldGrantType::Password | HeldGrantType::Unknown { .. } => GrantKind::Other,
        }
    }
}

/// A column by which the list can be sorted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum SortColumn {
    /// Name, numbers in it by their value.
    #[default]
    Name,
    /// Grant type, in the order in which they are offered.
    GrantType,
    /// State.
    State,
    /// What it looks like.
    LooksLike,
    /// How bad the worst open finding is, then how many there are.
    Findings,
    /// The last day on which a call was counted.
    LastUse,
    /// Token duration.
    Duration,
    /// When it was created.
    Created,
    /// When it was last changed.
    Modified,
}

/// A direction of sorting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum Direction {
    /// Smallest first.
    #[default]
    Ascending,
    /// Largest first. Equal values stay in the order of their names.
    Descending,
}

/// For each value of each filter: how many clients would be shown if it were chosen beside the other filters.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Facets {
    /// Grant types.
    pub grant_types: Vec<(GrantKind, u32)>,
    /// States.
    pub states: Vec<(ClientState, u32)>,
    /// What they look like.
    pub looks_like: Vec<(Preset, u32)>,
    /// How bad the worst open finding is.
    pub levels: Vec<(FindingLevel, u32)>,
    /// Whether calls were counted.
    pub uses: Vec<(UseKind, u32)>,
    /// Kinds of open findings, only those that there are.
    pub codes: Vec<(HealthCode, u32)>,
}

/// A filter of which a client has exactly one value. The values stand in the order of their variants.
pub(super) trait Value: Copy + 'static {
    const ALL: &'static [Self];
    fn place(self) -> u8;
}

macro_rules! values {
    ($($name:ident: $($variant:ident)*;)*) => {
        $(impl Value for $name {
            const ALL: &'static [Self] = &[$($name::$variant),*];
            fn place(self) -> u8 {
                self as u8
            }
        })*
    };
}

values! {
    GrantKind: ClientCredentials AuthorizationCode Saml2Bearer Implicit Other;
    ClientState: Active Inactive Disabled Other;
    Preset: EmbeddableFramework Scim Plain;
    FindingLevel: Error Warning Hint Clear NotChecked;
    UseKind: Used NoCalls NotKnown;
}

/// A bit for each chosen value; all bits when none is chosen.
pub(super) fn mask<V: Value>(chosen: &[V]) -> u8 {
    if chosen.is_empty() { u8::MAX } else { chosen.iter().fold(0, |mask, value| mask | 1 << value.place()) }
}

/// Each value with its count.
pub(super) fn counted<V: Value>(counts: &[u32; 8]) -> Vec<(V, u32)> {
    V::ALL.iter().map(|value| (*value, counts[usize::from(value.place())])).collect()
}
