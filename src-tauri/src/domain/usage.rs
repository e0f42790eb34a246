//! What is known of the calls that a client makes.
//! It must never say that a client is unused: only that no call was counted in so many days.

mod everybody;
mod report;
mod walk;

use std::collections::HashMap;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};
use specta::Type;

pub use everybody::Everybody;
pub use report::{UsageCounts, UsageDay, UsageEndpoint, UsageReport, UsageRow};
pub use walk::{UsageStep, UsageWalk};

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
    // The page has no whole numbers of this size; no client makes so many calls that it would matter.
    #[specta(type = u32)]
    pub requests: u64,
    /// The last day on which a call was counted, as `YYYY-MM-DD`; `None` when there was none in these days.
    pub last_day: Option<String>,
    /// Whether every client was asked about at once. What such a look leaves out: `Everybody`.
    #[serde(default)]
    pub at_once: bool,
}

/// What is known of the clients of an organization, by client ID. A client that was never looked at is not in it.
pub type LastUses = HashMap<String, LastUse>;

/// How far to look back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum UsagePeriod {
    /// 7 days.
    Days7,
    /// 30 days.
    Days30,
    /// 90 days, which the newer of the two usage interfaces names as its longest interval.
    Days90,
}

impl UsagePeriod {
    /// Its days, today among them.
    pub fn days(self) -> u32 {
        match self {
            UsagePeriod::Days7 => 7,
            UsagePeriod::Days30 => 30,
            UsagePeriod::Days90 => 90,
        }
    }
}

/// The time that is looked at: whole days in UTC, the last of which is not over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UsageSpan {
    /// The first day.
    pub from: Date,
    /// The last day.
    pub to: Date,
    /// The present moment.
    pub now: Timestamp,
}

impl UsageSpan {
    /// The days of a period that ends now.
    pub fn ending(now: Timestamp, period: UsagePeriod) -> UsageSpan {
        let to = now.to_zoned(TimeZone::UTC).date();
        let back = jiff::Span::new().days(i64::from(period.days()) - 1);
        UsageSpan { from: to.checked_sub(back).unwrap_or(to), to, now }
    }
}

impl LastUse {
    /// Whether this look may be replaced by a new one: a longer look that is not a day old knows more than a shorter
    /// one, but for calls that were found by looking at the client alone.
    pub fn gives_way_to(&self, new: &LastUse) -> bool {
        let found = self.at_once && !new.at_once && new.requests > 0;
        found || new.days >= self.days || !self.is_fresh_at(new)
    }

    /// Whether this look, at the client by itself, knows more than one at every client at once.
    pub fn knows_more_than(&self, new: &LastUse) -> bool {
        !self.at_once && self.days >= new.days && self.is_fresh_at(new)
    }

    fn is_fresh_at(&self, new: &LastUse) -> bool {
        let seconds = |use_: &LastUse| use_.checked_at.parse().map(Timestamp::as_second).ok();
        seconds(self).zip(seconds(new)).is_some_and(|(old, new)| new - old < DAY && old <= new)
    }
}

const DAY: i64 = 86_400;
