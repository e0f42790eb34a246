//! The calls of a client in a time: per day, per endpoint, and all together.
//! It must never count a refusal for too many requests twice: the server counts it among the 4xx as well.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use jiff::civil::Date;
use serde::Serialize;
use specta::Type;

use super::{LastUse, UsageSpan};
use crate::domain::health::SeenEndpoint;

/// How many calls, by what was answered.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct UsageCounts {
    /// Answered with 2xx.
    #[specta(type = u32)]
    pub ok: u64,
    /// Answered with 3xx.
    #[specta(type = u32)]
    pub redirected: u64,
    /// Refused with 4xx, those for too many requests not among them.
    #[specta(type = u32)]
    pub refused: u64,
    /// Refused with 429: too many requests.
    #[specta(type = u32)]
    pub limited: u64,
    /// Answered with 5xx.
    #[specta(type = u32)]
    pub failed: u64,
    /// All of them, as the server counts.
    #[specta(type = u32)]
    pub requests: u64,
}

impl UsageCounts {
    fn add(&mut self, more: &UsageCounts) {
        self.ok = self.ok.saturating_add(more.ok);
        self.redirected = self.redirected.saturating_add(more.redirected);
        self.refused = self.refused.saturating_add(more.refused);
        self.limited = self.limited.saturating_add(more.limited);
        self.failed = self.failed.saturating_add(more.failed);
        self.requests = self.requests.saturating_add(more.requests);
    }
}

/// A row of the server's answer.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct UsageRow {
    /// The day; `None` when the server names none.
    pub day: Option<Date>,
    /// HTTP method; empty when the server names none.
    pub method: String,
    /// Path with its variables; empty when the server names none.
    pub template: String,
    /// The organization whose data were called for; `None` when the server names none.
    pub org_id: Option<String>,
    /// The client that called; `None` where only one was asked for.
    pub client_id: Option<String>,
    /// How many.
    pub counts: UsageCounts,
}

/// The calls of one day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct UsageDay {
    /// The day in UTC, as `YYYY-MM-DD`.
    pub date: String,
    /// How many.
    pub counts: UsageCounts,
}

/// The calls of one endpoint.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct UsageEndpoint {
    /// HTTP method; empty when the server named none.
    pub method: String,
    /// Path with its variables; empty when the server named none.
    pub template: String,
    /// How many.
    pub counts: UsageCounts,
    /// The last day on which one was counted, as `YYYY-MM-DD`.
    pub last_day: Option<String>,
}

/// The calls of a client.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct UsageReport {
    /// The first day in UTC, as `YYYY-MM-DD`.
    pub from: String,
    /// The last day, which is not over.
    pub to: String,
    /// Every day, also those without a call.
    pub days: Vec<UsageDay>,
    /// Every endpoint that was called, the most called first.
    pub endpoints: Vec<UsageEndpoint>,
    /// All calls.
    pub total: UsageCounts,
    /// Calls for which the server named no day, or one that was not asked for; they are in the total.
    #[specta(type = u32)]
    pub undated: u64,
    /// The last day on which a call was counted, as `YYYY-MM-DD`.
    pub last_day: Option<String>,
    /// Identifiers of other organizations whose data were called for. None named does not mean that there is none.
    pub other_org_ids: Vec<String>,
}

impl UsageReport {
    /// Adds rows up. A day without a row is a day without a call.
    pub fn of(rows: &[UsageRow], span: &UsageSpan, own_org_id: &str) -> UsageReport {
        let mut days: BTreeMap<Date, UsageCounts> =
            span.from.series(jiff::Span::new().days(1)).take_while(|day| *day <= span.to).map(zero).collect();
        let mut endpoints: BTreeMap<(&str, &str), (UsageCounts, Option<Date>)> = BTreeMap::new();
        let (mut total, mut undated, mut others) = (UsageCounts::default(), 0_u64, BTreeSet::new());
        for row in rows.iter().filter(|row| row.counts.requests > 0) {
            total.add(&row.counts);
            let day = row.day.filter(|day| days.contains_key(day));
            match day.and_then(|day| days.get_mut(&day)) {
                Some(counts) => counts.add(&row.counts),
                None => undated = undated.saturating_add(row.counts.requests),
            }
            let (counts, last) = endpoints.entry((&row.template, &row.method)).or_default();
            counts.add(&row.counts);
            *last = (*last).max(day);
            others.extend(row.org_id.as_ref().filter(|id| *id != own_org_id));
        }
        let last_day = days.iter().rev().find(|(_, counts)| counts.requests > 0).map(|(day, _)| *day);
        UsageReport {
            from: span.from.to_string(),
            to: span.to.to_string(),
            days: days.into_iter().map(|(day, counts)| UsageDay { date: day.to_string(), counts }).collect(),
            endpoints: most_called_first(endpoints),
            total,
            undated,
            last_day: last_day.map(|day| day.to_string()),
            other_org_ids: others.into_iter().cloned().collect(),
        }
    }

    /// When the client was last used, as far as this look shows.
    pub fn last_use(&self, checked_at: Timestamp) -> LastUse {
        LastUse {
            checked_at: checked_at.to_string(),
            days: u32::try_from(self.days.len()).unwrap_or(u32::MAX),
            requests: self.total.requests,
            last_day: self.last_day.clone(),
            at_once: false,
        }
    }

    /// What was called, without how often; only what the server named.
    pub fn endpoints_seen(&self) -> Vec<SeenEndpoint> {
        let named = self.endpoints.iter().filter(|endpoint| !endpoint.template.is_empty());
        let seen = |endpoint: &UsageEndpoint| SeenEndpoint {
            method: endpoint.method.clone(),
            template: endpoint.template.clone(),
        };
        named.map(seen).collect()
    }
}

fn zero(day: Date) -> (Date, UsageCounts) {
    (day, UsageCounts::default())
}

fn most_called_first(endpoints: BTreeMap<(&str, &str), (UsageCounts, Option<Date>)>) -> Vec<UsageEndpoint> {
    let named =
        |((template, method), (counts, last)): ((&str, &str), (UsageCounts, Option<Date>))| UsageEndpoint {
            method: method.to_owned(),
            template: template.to_owned(),
            counts,
            last_day: last.map(|day| day.to_string()),
        };
    let mut sorted: Vec<UsageEndpoint> = endpoints.into_iter().map(named).collect();
    // The sort is stable: equals stay in the order of their paths.
    sorted.sort_by_key(|endpoint| std::cmp::Reverse(endpoint.counts.requests));
    sorted
}
