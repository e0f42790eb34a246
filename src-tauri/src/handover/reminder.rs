//! A reminder for a calendar: one whole day, with a notice in the morning.
//! It must never contain a token or a secret, nor a sentence of ours: the words come with it.

use chrono::TimeDelta;
use icalendar::{Alarm, Calendar, Component, Event, EventLike, Property};
use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::one_line::{lines, one_line};

/// What a calendar is to show, and when.
#[derive(Debug, Clone, Copy)]
pub struct Reminder<'a> {
    /// The day, of this moment in the time zone of this computer.
    pub on: Timestamp,
    /// When it was made.
    pub made: Timestamp,
    /// A name of its own: the same reminder saved twice is one in the calendar.
    pub uid: &'a str,
    /// Its title.
    pub title: &'a str,
    /// What it says.
    pub text: &'a str,
}

/// The reminder as a file of the iCalendar format.
pub fn calendar(reminder: Reminder<'_>) -> String {
    let day = reminder.on.to_zoned(TimeZone::system()).strftime("%Y%m%d").to_string();
    let stamp = reminder.made.strftime("%Y%m%dT%H%M%SZ").to_string();
    let title = one_line(reminder.title);
    let mut event = Event::new();
    event
        .uid(&one_line(reminder.uid))
        .summary(&title)
        .description(&lines(reminder.text))
        .add_property("DTSTAMP", stamp)
        .append_property(Property::new("DTSTART", day).add_parameter("VALUE", "DATE").done())
        .alarm(Alarm::display(&title, TimeDelta::hours(9)));
    Calendar::new().push(event.done()).done().to_string()
}
