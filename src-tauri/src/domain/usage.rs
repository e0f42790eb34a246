//! What is known of the calls that a client makes.
//! It must never say that a client is unused: only that no call was counted in so many days.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};
use specta::Type;

/// What the last look at the calls of a client showed. Genesys Cloud keeps no date of last use: this is derived from its
/// usage counts, which may be a day late. Source: developer blog, 2021.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct LastUse {
    /// When it was looked at, ISO 8601 in UTC.
    pub checked_at: String,
    /// How many days were looked back.
    pub days: u32,
    /// How many calls were counted in these days.
    #[specta(type = u32)]
    pub requests: u64,
    /// The last day on which a call was counted, as `YYYY-MM-DD`; `None` when there was none in these days.
    pub last_day: Option<String>,
}

/// What is known of the clients of an organization, by client ID. A client that was never looked at is not in it.
pub type LastUses = HashMap<String, LastUse>;
