//! Token duration: how long a token of the client lives, in seconds.
//! It must never round what was typed, nor choose between two readings of it: the person chooses.

mod number;
mod reading;
mod text;

use serde::{Deserialize, Serialize};
use specta::Type;

/// Shortest duration, in seconds. Source: Genesys help "Create an OAuth client".
pub const MIN_SECONDS: u32 = 300;
/// Longest duration of an ordinary client, in seconds (48 hours). Same source.
pub const MAX_SECONDS: u32 = 172_800;
/// Default duration, in seconds (24 hours). Source: Platform API description.
pub const DEFAULT_SECONDS: u32 = 86_400;
/// Longest duration of a SCIM client, in seconds (450 days). Source: Genesys help for SCIM.
pub const SCIM_MAX_SECONDS: u32 = 38_880_000;
/// Recommended for Embeddable Framework, in seconds (18 hours). Source: Genesys help for Embeddable Framework.
pub const EMBEDDED_SECONDS: u32 = 64_800;
/// Idle time-out that HIPAA imposes on tokens, in seconds. Source: Genesys help "Create an OAuth client".
pub const HIPAA_IDLE_SECONDS: u32 = 900;

/// How much a token may differ from what its client has set, in seconds. Genesys Cloud gives one second less than the
/// set duration, and clocks round. Source: recorded answers (86399, 299).
const LIFE_TOLERANCE: u32 = 60;

/// How long a token lives, against the duration that its client has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum TokenLife {
    /// As long as its client says.
    AsSet,
    /// Shorter.
    Shorter,
    /// Longer.
    Longer,
    /// One of the two is not known.
    Unknown,
}

impl TokenLife {
    /// Compares what the login host gave with what the client has set.
    pub fn of(given: Option<u32>, set: Option<u32>) -> TokenLife {
        match (given, set) {
            (Some(given), Some(set)) if given.abs_diff(set) <= LIFE_TOLERANCE => TokenLife::AsSet,
            (Some(given), Some(set)) if given < set => TokenLife::Shorter,
            (Some(_), Some(_)) => TokenLife::Longer,
            _ => TokenLife::Unknown,
        }
    }
}

/// A unit in which a person types a duration.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum DurationUnit {
    /// Seconds.
    Seconds,
    /// Minutes.
    Minutes,
    /// Hours.
    Hours,
    /// Days of 24 hours.
    Days,
}

impl DurationUnit {
    /// Seconds in one unit.
    pub fn seconds(self) -> u32 {
        match self {
            DurationUnit::Seconds => 1,
            DurationUnit::Minutes => 60,
            DurationUnit::Hours => 3_600,
            DurationUnit::Days => 86_400,
        }
    }
}

/// A duration as typed: an amount that may be wrong, and a unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct DurationDraft {
    /// What stands in the field, for example `18` or `1,5`.
    pub amount: String,
    /// The chosen unit.
    pub unit: DurationUnit,
}

/// Why a typed duration is not a number of seconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DurationProblem {
    /// Nothing was typed.
    Missing,
    /// Not a number, or a negative one.
    NotANumber,
    /// Not a whole number of seconds.
    NotWhole,
    /// More seconds than any limit.
    TooLarge,
    /// Two readings are possible: `10,800` hours are 10.8 in one country and ten thousand in another.
    TwoWays {
        /// The shorter reading, in seconds.
        short: u32,
        /// The longer one; absent where it is more than any limit.
        long: Option<u32>,
    },
}

impl DurationDraft {
    /// The largest unit in which the seconds are a whole number, up to hours below two days.
    pub fn of_seconds(seconds: u32) -> DurationDraft {
        let unit = if seconds.is_multiple_of(86_400) && seconds > MAX_SECONDS {
            DurationUnit::Days
        } else if seconds.is_multiple_of(3_600) {
            DurationUnit::Hours
        } else if seconds.is_multiple_of(60) {
            DurationUnit::Minutes
        } else {
            DurationUnit::Seconds
        };
        DurationDraft { amount: (seconds / unit.seconds()).to_string(), unit }
    }

    /// The seconds that were meant. Digits of every script, grouped as any country groups them; a unit or several in
    /// the text count before the chosen one. What can be read in two ways is a problem.
    pub fn seconds(&self) -> Result<u32, DurationProblem> {
        reading::read(&self.amount, self.unit)
    }

    /// The largest unit that stands in the text itself, and counts in place of the chosen one.
    pub fn written_unit(&self) -> Option<DurationUnit> {
        text::written_unit(&self.amount)
    }
}
