//! Token duration: how long a token of the client lives, in seconds.
//! It must never round what was typed: a duration that is not a whole number of seconds is refused.

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

    /// The seconds that were meant. Spaces group digits; a comma or a point marks decimals.
    pub fn seconds(&self) -> Result<u32, DurationProblem> {
        let text: String =
            self.amount.chars().filter(|c| !c.is_whitespace()).collect::<String>().replace(',', ".");
        if text.is_empty() {
            return Err(DurationProblem::Missing);
        }
        let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
        let digits = |part: &str| part.chars().all(|c| c.is_ascii_digit());
        if !digits(whole) || !digits(fraction) || whole.len() + fraction.len() == 0 {
            return Err(DurationProblem::NotANumber);
        }
        if whole.len() > 12 || fraction.len() > 9 {
            return Err(DurationProblem::TooLarge);
        }
        // Twelve digits, nine more and the longest unit are fewer than 27 digits: too many for 64 bits, not for 128.
        let number = |part: &str| part.parse::<u128>().unwrap_or(0);
        let scale = 10_u128.pow(fraction.len() as u32);
        let scaled = (number(whole) * scale + number(fraction)) * u128::from(self.unit.seconds());
        if !scaled.is_multiple_of(scale) {
            return Err(DurationProblem::NotWhole);
        }
        u32::try_from(scaled / scale).map_err(|_| DurationProblem::TooLarge)
    }
}

#[cfg(test)]
mod tests {
    use super::{DurationDraft, SCIM_MAX_SECONDS};
    use proptest::prelude::{any, proptest};

    proptest! {
        #[test]
        fn seconds_survive_being_shown_and_read(seconds in 1..SCIM_MAX_SECONDS) {
            assert_eq!(DurationDraft::of_seconds(seconds).seconds(), Ok(seconds));
        }

        #[test]
        fn no_text_is_a_crash(amount in any::<String>(), hours in any::<bool>()) {
            let unit = if hours { super::DurationUnit::Hours } else { super::DurationUnit::Days };
            let _ = DurationDraft { amount, unit }.seconds();
        }
    }
}
