//! What a usage query asks for, and the rows that answer it (section 4.8).
//! Must never show a member that was not asked for: whoever forgets to group would not find out.

use std::collections::BTreeMap;

use jiff::civil::{Date, Weekday};
use jiff::tz::TimeZone;
use jiff::{Span, Timestamp, ToSpan};
use serde_json::{Map, Value, json};

use super::super::client::Client;
use super::super::refusal::Refusal;
use super::super::scene::Cast;
use super::figures::{Figure, Statuses};

/// The longest interval, in days, and how far back it may begin. Guess: the newer pair of usage calls documents
/// these; the same limits here are the worse case.
const LONGEST_DAYS: i64 = 90;
const OLDEST_DAYS: i64 = 366;

const GRANULARITIES: [&str; 3] = ["Day", "Week", "Month"];
pub(super) const GROUPS: [&str; 4] = ["OAuthClientId", "OrganizationId", "TemplateUri", "HttpMethod"];
const METRICS: [(&str, &str); 6] = [
    ("Status200", "status200"),
    ("Status300", "status300"),
    ("Status400", "status400"),
    ("Status500", "status500"),
    ("Status429", "status429"),
    ("Requests", "requests"),
];

/// A query that can be answered.
#[derive(Clone)]
pub(super) struct UsageQuery {
    from: Date,
    /// The day after the last one.
    until: Date,
    granularity: Option<String>,
    metrics: Vec<String>,
    groups: Vec<String>,
}

/// What rows with equal members have in common: date, client, organization, template, method.
pub(super) type Key = (Option<String>, Option<String>, Option<String>, Option<String>, Option<String>);

/// Rows, the oldest first.
pub(super) type Rows = BTreeMap<Key, Statuses>;

impl UsageQuery {
    /// The last full days, as the summary has them: one row for each organization.
    pub(super) fn of_last(days: i64, now: Timestamp) -> Self {
        let today = day(now);
        Self {
            from: today.checked_sub(Span::new().days(days)).unwrap_or(today),
            until: today,
            granularity: None,
            metrics: Vec::new(),
            groups: ["OAuthClientId", "OrganizationId"].map(str::to_owned).to_vec(),
        }
    }

    /// Reads the body of a query, which may be grouped by these. The codes of its refusals are guesses.
    pub(super) fn read(body: &Value, now: Timestamp, groups: &[&str]) -> Result<Self, Refusal> {
        let (start, end) =
            interval(body).ok_or_else(|| bad("interval", "An interval start/end is required"))?;
        let too_long = end.duration_since(start).as_hours() > LONGEST_DAYS * 24;
        let too_old = now.duration_since(start).as_hours() > OLDEST_DAYS * 24;
        if end <= start || too_long || too_old {
            return Err(bad("interval", "The interval is empty, too long or too long ago"));
        }
        let granularity = match &body["granularity"] {
            Value::Null => None,
            Value::String(asked) if GRANULARITIES.contains(&asked.as_str()) => Some(asked.clone()),
            _ => return Err(bad("granularity", "The granularity is not known")),
        };
        // A moment after midnight lets its whole day in.
        let last = day(end.checked_sub(1.nanosecond()).unwrap_or(end));
        Ok(Self {
            from: day(start),
            until: last.tomorrow().unwrap_or(last),
            granularity,
            metrics: known(body, "metrics", &METRICS.map(|(name, _)| name))?,
            groups: known(body, "groupBy", groups)?,
        })
    }

    /// Its days.
    pub(super) fn days(&self) -> impl Iterator<Item = Date> + use<> {
        let until = self.until;
        self.from.series(1.day()).take_while(move |day| *day < until)
    }

    /// Adds the figures of a client to the rows: one for each time and group. Guess: what nobody called has no row, and
    /// without a granularity rows have no date.
    pub(super) fn add(&self, rows: &mut Rows, client: &Client, figures: &[Figure], cast: &Cast) {
        for figure in figures {
            let org = if figure.elsewhere { &cast.neighbour } else { &cast.organization.id };
            let grouped = |group: &str, value: &str| self.groups(group).then(|| value.to_owned());
            let key = (
                self.time(figure.day),
                grouped("OAuthClientId", &client.id),
                grouped("OrganizationId", org),
                grouped("TemplateUri", figure.call.template),
                grouped("HttpMethod", figure.call.method),
            );
            rows.entry(key).or_default().add(figure.statuses);
        }
    }

    /// A row as it is answered; `name` is that of its client.
    pub(super) fn row(&self, name: Option<&str>, key: &Key, statuses: Statuses) -> Value {
        let mut row = Map::new();
        let (date, client, org, template, method) = key;
        let texts = [
            ("date", date),
            ("clientId", client),
            ("organizationId", org),
            ("templateUri", template),
            ("httpMethod", method),
        ];
        for (member, text) in texts {
            if let Some(text) = text {
                row.insert(member.to_owned(), json!(text));
            }
        }
        if let (Some(_), Some(name)) = (client, name) {
            row.insert("clientName".to_owned(), json!(name));
        }
        let Statuses { ok, redirected, refused, failed, limited } = statuses;
        let counts = [ok, redirected, refused, failed, limited, statuses.requests()];
        for ((metric, member), count) in METRICS.into_iter().zip(counts) {
            if self.metrics.is_empty() || self.metrics.iter().any(|asked| asked == metric) {
                row.insert(member.to_owned(), json!(count));
            }
        }
        Value::Object(row)
    }

    fn groups(&self, group: &str) -> bool {
        self.groups.iter().any(|asked| asked == group)
    }

    /// The beginning of the day, week or month. That it is a moment at midnight in UTC is a guess.
    fn time(&self, day: Date) -> Option<String> {
        let first = match self.granularity.as_deref()? {
            "Week" => day.nth_weekday(-1, Weekday::Monday).ok().filter(|_| day.weekday() != Weekday::Monday),
            "Month" => Some(day.first_of_month()),
            _ => None,
        };
        Some(format!("{}T00:00:00.000Z", first.unwrap_or(day)))
    }
}

fn interval(body: &Value) -> Option<(Timestamp, Timestamp)> {
    let (start, end) = body["interval"].as_str()?.split_once('/')?;
    Some((start.parse().ok()?, end.parse().ok()?))
}

/// The values of a list, all of which must be known; none when it is left out.
fn known(body: &Value, member: &'static str, values: &[&str]) -> Result<Vec<String>, Refusal> {
    let asked = match &body[member] {
        Value::Null => &[],
        Value::Array(asked) => asked.as_slice(),
        _ => return Err(bad(member, "A list is required")),
    };
    let check = |value: &Value| {
        let text = value.as_str().filter(|text| values.contains(text));
        text.map(str::to_owned).ok_or_else(|| bad(member, "The value is not known"))
    };
    asked.iter().map(check).collect()
}

fn bad(member: &'static str, why: &str) -> Refusal {
    Refusal::bad("bad.request", why).on(member)
}

fn day(moment: Timestamp) -> Date {
    moment.to_zoned(TimeZone::UTC).date()
}
