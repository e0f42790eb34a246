//! What one query about every client of an organization says: how often each was called, and when last.
//! It must never take what was cut off for what nobody called.

use std::collections::HashMap;

use jiff::Timestamp;
use jiff::civil::Date;

use super::{LastUse, UsageRow, UsageSpan};

/// The calls of every client, added up as they come.
///
/// **Guess**, and the one place for it: whether this query counts the calls that a client makes for the data of other
/// organizations is not documented. The page says so wherever "no calls" comes from it (`LastUse::at_once`), and a look
/// at the client alone, which does count them, is not replaced by it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Everybody {
    clients: HashMap<String, Calls>,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Calls {
    requests: u64,
    last_day: Option<Date>,
}

/// Most rows that an answer day by day may have; beyond, only the sums are asked for. An organization with more than a
/// thousand clients would fill the memory with days.
const MOST_ROWS: u64 = 100_000;

impl Everybody {
    /// Whether so many clients can be asked about day by day.
    pub fn by_day(clients: usize, span: &UsageSpan) -> bool {
        let days = span.from.until(span.to).map_or(0, |days| days.get_days()) + 1;
        u64::try_from(clients).unwrap_or(u64::MAX).saturating_mul(u64::from(days.unsigned_abs())) <= MOST_ROWS
    }

    /// Adds rows. One without a client belongs to nobody; a day that was not asked for is none.
    pub fn add(&mut self, rows: Vec<UsageRow>, span: &UsageSpan) {
        for row in rows.into_iter().filter(|row| row.counts.requests > 0) {
            let Some(id) = row.client_id else { continue };
            let calls = self.clients.entry(id).or_default();
            calls.requests = calls.requests.saturating_add(row.counts.requests);
            let day = row.day.filter(|day| (span.from..=span.to).contains(day));
            calls.last_day = calls.last_day.max(day);
        }
    }

    /// When a client was last used. Without `whole` answer, nothing is known of one that is not in it.
    pub fn last_use(&self, id: &str, whole: bool, days: u32, checked_at: Timestamp) -> Option<LastUse> {
        let calls = self.clients.get(id).copied().or_else(|| whole.then(Calls::default))?;
        Some(LastUse {
            checked_at: checked_at.to_string(),
            days,
            requests: calls.requests,
            last_day: calls.last_day.map(|day| day.to_string()),
            at_once: true,
        })
    }
}
