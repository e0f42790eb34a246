//! Counts the requests of each token in fixed windows of one minute.
//! Must never refuse anything itself: the front desk does.

use std::collections::HashMap;
use std::time::{Duration, Instant};

const WINDOW: Duration = Duration::from_secs(60);

/// Where a token stands: the three values of the `inin-ratelimit-*` headers.
#[derive(Clone, Copy)]
pub(super) struct Rate {
    pub(super) count: u32,
    pub(super) allowed: u32,
    /// Seconds before the window starts afresh.
    pub(super) reset: u32,
}

/// The windows of all tokens.
#[derive(Default)]
pub(super) struct Windows(HashMap<String, (Instant, u32)>);

impl Windows {
    pub(super) fn count(&mut self, token: &str, allowed: u32, now: Instant) -> Rate {
        let (start, count) = self.0.entry(token.to_owned()).or_insert((now, 0));
        if now.duration_since(*start) >= WINDOW {
            (*start, *count) = (now, 0);
        }
        *count = count.saturating_add(1);
        let left = WINDOW.saturating_sub(now.duration_since(*start)).as_secs();
        Rate { count: *count, allowed, reset: u32::try_from(left).unwrap_or(u32::MAX) }
    }
}
