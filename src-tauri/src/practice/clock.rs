//! The organization's own clock: the system's, moved ahead by as much as the settings say.
//! Must never wait: a test moves the clock instead.

use std::time::{Duration, Instant};

use jiff::{SignedDuration, Timestamp};

/// Tells the time of the practice organization.
#[derive(Clone, Copy)]
pub(super) struct Clock {
    pub(super) ahead_seconds: u32,
}

impl Clock {
    /// For what lasts a while: tokens, codes, rate windows.
    pub(super) fn instant(self) -> Instant {
        let now = Instant::now();
        now.checked_add(Duration::from_secs(u64::from(self.ahead_seconds))).unwrap_or(now)
    }

    /// For what has a date.
    #[expect(clippy::disallowed_methods, reason = "a server has its own clock")]
    pub(super) fn now(self) -> Timestamp {
        later(Timestamp::now(), SignedDuration::from_secs(i64::from(self.ahead_seconds)))
    }

    /// The moment `days` days from now, before now when negative.
    pub(super) fn in_days(self, days: i32) -> Timestamp {
        later(self.now(), SignedDuration::from_hours(i64::from(days) * 24))
    }

    /// Whether this many seconds have passed since then.
    pub(super) fn is_past(self, since: Timestamp, seconds: u32) -> bool {
        self.now().duration_since(since) >= SignedDuration::from_secs(i64::from(seconds))
    }
}

fn later(moment: Timestamp, by: SignedDuration) -> Timestamp {
    moment.saturating_add(by).unwrap_or(moment)
}

/// A moment as Genesys writes it in JSON (section 4.3).
pub(super) fn date(moment: Timestamp) -> String {
    format!("{moment:.3}")
}

/// A moment in exactly the form that the description names, `yyyy-MM-ddTHH:mm:ss[.mmm]Z`.
pub(super) fn documented(text: &str) -> Option<Timestamp> {
    let form =
        (20..=24).contains(&text.len()) && text.as_bytes().get(10) == Some(&b'T') && text.ends_with('Z');
    form.then(|| text.parse().ok()).flatten()
}

/// A moment as the header `Date` has it (RFC 9110, section 5.6.7).
pub(super) fn http_date(moment: Timestamp) -> String {
    moment.strftime("%a, %d %b %Y %H:%M:%S GMT").to_string()
}
