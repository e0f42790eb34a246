//! What a trainer or a test may change about the practice organization while it runs.
//! Must never hold a secret or a token: these values are shown on the screen.

use serde::{Deserialize, Serialize};
use specta::Type;

use super::clock::Clock;
use super::fault::Fault;

/// How the practice organization behaves; the sections named are those of the Genesys Cloud reference.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename = "PracticeSettings", rename_all = "camelCase", default)]
pub struct Settings {
    /// Refuses clients of the implicit grant with 400 `bad.grant.type`, as announced (section 8).
    pub refuse_implicit: bool,
    /// Whether the role SCIM Integration exists, and whether the administrator holds it (sections 3.5 and
    /// 10.1).
    pub scim_role: ScimRole,
    /// Permissions taken away from the practice administrator, such as `oauth:client:add` (sections 3.1 and
    /// 11.3).
    pub withheld_permissions: Vec<String>,
    /// Scopes that this organization does not know: not listed, refused when sent (sections 4.1 and 6).
    pub unknown_scopes: Vec<String>,
    /// The greatest number of clients, beyond which creating one is refused (section 5.4).
    pub client_limit: Option<u32>,
    /// How many reads answer 404, and how many lists leave it out, after a client is created (section 12.1).
    pub reads_before_visible: u32,
    /// Requests that one token may send in a minute (section 11.4).
    pub requests_per_minute: u32,
    /// How a refusal for too many requests is spelt (section 11.4).
    pub retry_after: RetryAfterStyle,
    /// The organization lets in other network addresses than the caller's: 401 `ip.not.authorized` (section 11.3).
    pub refuse_address: bool,
    /// The organization has HIPAA switched on (section 5.3).
    pub hipaa: bool,
    /// Clients on a page of their list; with nothing, one page has them all (section 4.3 leaves it open).
    pub clients_per_page: Option<u32>,
    /// Items of the list of clients carry no grant type, as before February 2026 (section 4.3).
    pub brief_list: bool,
    /// `authorization/subjects/me` answers a token without a person (section 3.2 leaves it open; not is
    /// worse).
    pub subject_for_clients: bool,
    /// A role counts as held only in the division it is granted for (section 3.3 leaves it open).
    pub roles_held_by_division: bool,
    /// Permissions of `users/me` carry a suffix after their third part (section 3.1 says that some may).
    pub permission_suffix: bool,
    /// Signing in with the browser is allowed at once, without the page that asks (sections 7.3 and 7.5).
    pub approve_sign_ins_automatically: bool,
    /// Seconds by which the organization's clock is ahead: dates, tokens and rate windows go by it.
    pub clock_ahead_seconds: u32,
    /// Seconds, by that clock, before a list shows a client that was created (section 12.1).
    pub list_lag_seconds: u32,
    /// Seconds, by that clock, before a read shows a client that was created (section 12.1).
    pub read_lag_seconds: u32,
    /// How many made-up clients there are beside those of the opening scene; at most 10,000.
    pub crowd: u32,
    /// How many polls find a usage query still running (section 4.8).
    pub usage_polls_running: u32,
    /// Usage queries end without a result (section 4.8).
    pub usage_fails: bool,
    /// The query about the usage of every client is not there: 404 (section 4.8 has it since November 2026).
    pub no_usage_of_everybody: bool,
    /// Something that goes wrong on purpose.
    pub fault: Option<Fault>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            refuse_implicit: false,
            scim_role: ScimRole::Held,
            withheld_permissions: Vec::new(),
            unknown_scopes: Vec::new(),
            client_limit: None,
            reads_before_visible: 0,
            requests_per_minute: 300,
            retry_after: RetryAfterStyle::Seconds,
            refuse_address: false,
            hipaa: false,
            clients_per_page: None,
            brief_list: false,
            subject_for_clients: false,
            roles_held_by_division: false,
            permission_suffix: false,
            approve_sign_ins_automatically: false,
            clock_ahead_seconds: 0,
            list_lag_seconds: 0,
            read_lag_seconds: 0,
            crowd: 0,
            usage_polls_running: 1,
            usage_fails: false,
            no_usage_of_everybody: false,
            fault: None,
        }
    }
}

impl Settings {
    pub(super) fn clock(&self) -> Clock {
        Clock { ahead_seconds: self.clock_ahead_seconds }
    }
}

/// The state of the role SCIM Integration.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum ScimRole {
    /// It exists and the practice administrator holds it.
    #[default]
    Held,
    /// It exists; the practice administrator does not hold it.
    NotHeld,
    /// It is held, and somebody has added a permission to it: 450 days become one (section 5.2).
    Extended,
    /// The organization lacks it, and every other role for SCIM, until default roles are restored; it is then `NotHeld`.
    Missing,
}

/// How a refusal for too many requests is spelt.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum RetryAfterStyle {
    /// With the header `Retry-After`, in seconds.
    #[default]
    Seconds,
    /// Without that header.
    Absent,
}
