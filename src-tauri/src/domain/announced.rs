//! Days that Genesys announced, each as precise as its source, and where it was read.
//! It must never be more precise than that: a month is not its first day.

use jiff::Timestamp;
use jiff::civil::{Date, date};
use jiff::tz::TimeZone;
use serde::Serialize;
use specta::Type;

/// A day or a month; which of the two is what the source says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Type)]
#[serde(tag = "precision", rename_all = "camelCase")]
pub enum AnnouncedDate {
    /// One day.
    Day {
        /// Year.
        year: i16,
        /// 1 to 12.
        month: i8,
        /// 1 to 31.
        day: i8,
    },
    /// A month; nobody said which day of it.
    Month {
        /// Year.
        year: i16,
        /// 1 to 12.
        month: i8,
    },
}

impl AnnouncedDate {
    /// The first day that it can mean: the safe side.
    pub fn earliest(self) -> Option<Date> {
        match self {
            Self::Day { year, month, day } => Date::new(year, month, day).ok(),
            Self::Month { year, month } => Date::new(year, month, 1).ok(),
        }
    }

    /// Whole days from a moment until the first day that it can mean, rounded down; negative after.
    pub fn days_left(self, now: Timestamp) -> Option<i32> {
        let first = self.earliest()?.to_zoned(TimeZone::UTC).ok()?.timestamp();
        i32::try_from((first.as_second() - now.as_second()).div_euclid(86_400)).ok()
    }
}

/// What was announced, and how it is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Announcement {
    /// When it happens.
    pub date: AnnouncedDate,
    /// Where it stands.
    pub source: &'static str,
    /// When somebody read it there.
    pub read_on: Date,
}

/// From this day on, Genesys takes no new clients with implicit grant.
pub const IMPLICIT_NO_NEW_CLIENTS: Announcement = Announcement {
    date: AnnouncedDate::Day { year: 2026, month: 5, day: 25 },
    source: "Genesys help, \"Create an OAuth client\" (?p=188023)",
    read_on: date(2026, 9, 29),
};

/// In this month implicit grant stops working for every client: a year after the last new one.
pub const IMPLICIT_STOPS: Announcement = Announcement {
    date: AnnouncedDate::Month { year: 2027, month: 5 },
    source: "Genesys staff in the community (the end is a year after the last new client), and the help page above",
    read_on: date(2026, 9, 29),
};
