//! What was found about a client, with the values that its words need.
//! It must never hold a value that time alone changes: an acknowledgement would not outlive the night.

use jiff::Timestamp;
use serde::Serialize;
use specta::Type;

use super::code::HealthCode;
use crate::domain::announced::AnnouncedDate;
use crate::domain::finding::Severity;

/// A client that is named in a finding about another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ClientRef {
    /// Client ID.
    pub id: String,
    /// Name.
    pub name: String,
}

/// One reason, with its values. Durations are seconds, `days` are days that were looked back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(tag = "code", rename_all = "camelCase", rename_all_fields = "camelCase")]
#[allow(
    missing_docs,
    reason = "every code is described in `HealthCode` and has its sentence in the user interface; the values name themselves"
)]
pub enum HealthReason {
    ImplicitGrant { no_new_since: AnnouncedDate, stops: AnnouncedDate },
    PasswordGrant,
    ScimDurationFell { seconds: u32, max: u32 },
    ScimDurationShort { seconds: u32, max: u32 },
    ScimOtherRole { role: String, others: Vec<String>, fallback: u32 },
    ScimRoleExtra { role: String, extra: Vec<String>, seconds: u32, fallback: u32 },
    ScimRoleLess { role: String, missing: Vec<String> },
    ScimDivisionsMissing { missing: Vec<String>, managed: u32, all: u32 },
    ScimTokenEnds { since: String, ends: String, seconds: u32 },
    PlainHttp { uris: Vec<String> },
    AddressFragment { uris: Vec<String> },
    AddressWildcard { uris: Vec<String> },
    AddressBroken { uris: Vec<String> },
    AddressSeveral { uris: Vec<String> },
    AddressPlaceholder { uris: Vec<String> },
    AddressScheme { uris: Vec<String> },
    AddressEnd { uris: Vec<String> },
    AddressSlashes { uris: Vec<String> },
    AddressPassword { count: u32 },
    AddressLookAlike { uris: Vec<String>, hosts: Vec<String> },
    AddressOtherRegion { uris: Vec<String>, own: String },
    AddressFrame { uris: Vec<String> },
    AddressMissing,
    PrivilegedRole { roles: Vec<String>, only_read_days: Option<u32> },
    AllDivisions { roles: Vec<String> },
    ReadonlyEnough { scopes: Vec<String>, days: u32 },
    UnusedScopes { scopes: Vec<String>, days: u32 },
    HiddenCharacters { name: Vec<String>, description: Vec<String> },
    NameShowsNothing,
    SameName { others: Vec<ClientRef>, count: u32 },
    SameSettings { others: Vec<ClientRef>, count: u32 },
    Unused { last_day: Option<String>, days: u32 },
    NoOwner,
    DueForDeletion { on: String },
    Disabled,
}

/// A client that is deleted within a week leaves little time to ask around.
const DELETED_SOON_DAYS: i32 = 7;

impl HealthReason {
    /// Its kind.
    pub fn code(&self) -> HealthCode {
        use HealthCode as C;
        match self {
            Self::ImplicitGrant { .. } => C::ImplicitGrant,
            Self::PasswordGrant => C::PasswordGrant,
            Self::ScimDurationFell { .. } => C::ScimDurationFell,
            Self::ScimDurationShort { .. } => C::ScimDurationShort,
            Self::ScimOtherRole { .. } => C::ScimOtherRole,
            Self::ScimRoleExtra { .. } => C::ScimRoleExtra,
            Self::ScimRoleLess { .. } => C::ScimRoleLess,
            Self::ScimDivisionsMissing { .. } => C::ScimDivisionsMissing,
            Self::ScimTokenEnds { .. } => C::ScimTokenEnds,
            Self::PlainHttp { .. } => C::PlainHttp,
            Self::AddressFragment { .. } => C::AddressFragment,
            Self::AddressWildcard { .. } => C::AddressWildcard,
            Self::AddressBroken { .. } => C::AddressBroken,
            Self::AddressSeveral { .. } => C::AddressSeveral,
            Self::AddressPlaceholder { .. } => C::AddressPlaceholder,
            Self::AddressScheme { .. } => C::AddressScheme,
            Self::AddressEnd { .. } => C::AddressEnd,
            Self::AddressSlashes { .. } => C::AddressSlashes,
            Self::AddressPassword { .. } => C::AddressPassword,
            Self::AddressLookAlike { .. } => C::AddressLookAlike,
            Self::AddressOtherRegion { .. } => C::AddressOtherRegion,
            Self::AddressFrame { .. } => C::AddressFrame,
            Self::AddressMissing => C::AddressMissing,
            Self::PrivilegedRole { .. } => C::PrivilegedRole,
            Self::AllDivisions { .. } => C::AllDivisions,
            Self::ReadonlyEnough { .. } => C::ReadonlyEnough,
            Self::UnusedScopes { .. } => C::UnusedScopes,
            Self::HiddenCharacters { .. } => C::HiddenCharacters,
            Self::NameShowsNothing => C::NameShowsNothing,
            Self::SameName { .. } => C::SameName,
            Self::SameSettings { .. } => C::SameSettings,
            Self::Unused { .. } => C::Unused,
            Self::NoOwner => C::NoOwner,
            Self::DueForDeletion { .. } => C::DueForDeletion,
            Self::Disabled => C::Disabled,
        }
    }

    /// How much it matters. An error: it does not work, or will stop before long.
    pub fn severity(&self, days_left: Option<i32>) -> Severity {
        let within = |days: i32| days_left.is_some_and(|left| left <= days);
        match self {
            // As the form says it, until it has stopped.
            Self::ImplicitGrant { .. } if within(-1) => Severity::Error,
            Self::AddressFragment { .. }
            | Self::AddressWildcard { .. }
            | Self::AddressBroken { .. }
            | Self::AddressSeveral { .. }
            | Self::AddressPlaceholder { .. }
            | Self::AddressScheme { .. }
            | Self::AddressMissing => Severity::Error,
            Self::DueForDeletion { .. } if within(DELETED_SOON_DAYS) => Severity::Warning,
            // One division alone is often meant: an identity system for each.
            Self::ScimDivisionsMissing { managed, .. } if *managed > 1 => Severity::Warning,
            Self::PasswordGrant
            | Self::ScimDurationShort { .. }
            | Self::ScimDivisionsMissing { .. }
            | Self::AllDivisions { .. }
            | Self::ReadonlyEnough { .. }
            | Self::UnusedScopes { .. }
            | Self::SameName { .. }
            | Self::SameSettings { .. }
            | Self::NoOwner
            | Self::AddressSlashes { .. }
            | Self::DueForDeletion { .. }
            | Self::Disabled => Severity::Hint,
            Self::ImplicitGrant { .. }
            | Self::ScimDurationFell { .. }
            | Self::ScimOtherRole { .. }
            | Self::ScimRoleExtra { .. }
            | Self::ScimRoleLess { .. }
            | Self::ScimTokenEnds { .. }
            | Self::PlainHttp { .. }
            | Self::AddressPassword { .. }
            | Self::AddressLookAlike { .. }
            | Self::AddressOtherRegion { .. }
            | Self::AddressFrame { .. }
            | Self::AddressEnd { .. }
            | Self::PrivilegedRole { .. }
            | Self::HiddenCharacters { .. }
            | Self::NameShowsNothing
            | Self::Unused { .. } => Severity::Warning,
        }
    }

    /// Days from a moment until what it warns of, where that has a day.
    pub(super) fn days_left(&self, now: Timestamp) -> Option<i32> {
        match self {
            Self::ImplicitGrant { stops, .. } => stops.days_left(now),
            Self::ScimTokenEnds { ends: day, .. } | Self::DueForDeletion { on: day } => {
                days_between(now, day.parse().ok()?)
            }
            _ => None,
        }
    }

    /// The same without what looking once more may change although the client has not changed: how far back it was.
    pub(super) fn lasting(&self) -> HealthReason {
        let mut lasting = self.clone();
        match &mut lasting {
            Self::ReadonlyEnough { days, .. }
            | Self::UnusedScopes { days, .. }
            | Self::Unused { days, .. } => {
                *days = 0;
            }
            Self::PrivilegedRole { only_read_days, .. } => *only_read_days = only_read_days.map(|_| 0),
            _ => {}
        }
        lasting
    }
}

/// Whole days, rounded down, so that the last hours are day 0.
pub(super) fn days_between(now: Timestamp, then: Timestamp) -> Option<i32> {
    i32::try_from((then.as_second() - now.as_second()).div_euclid(86_400)).ok()
}
