//! Keeps to the organization's limit on requests: a request that would be refused is not sent.
//! It must never read a clock of its own; the monotonic one is passed in.

use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use reqwest::header::HeaderMap;

use super::send::text_header;

/// Time since some moment, which never goes back.
#[derive(Clone)]
pub struct Clock(Arc<dyn Fn() -> Duration + Send + Sync>);

impl Clock {
    /// The computer's own.
    pub fn monotonic() -> Clock {
        let start = Instant::now();
        Clock::of(move || start.elapsed())
    }

    /// Any other.
    pub fn of(clock: impl Fn() -> Duration + Send + Sync + 'static) -> Clock {
        Clock(Arc::new(clock))
    }

    fn now(&self) -> Duration {
        (self.0)()
    }
}

impl fmt::Debug for Clock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Clock")
    }
}

/// Longest pause that is believed, in seconds.
const MAX_PAUSE: u32 = 900;

/// When the next request may leave.
#[derive(Debug)]
pub(super) struct Pace {
    clock: Clock,
    paused_until: Mutex<Option<Duration>>,
}

impl Pace {
    pub(super) fn new(clock: Clock) -> Pace {
        Pace { clock, paused_until: Mutex::default() }
    }

    /// Whole seconds until the next request may leave; `None` when it may now.
    pub(super) fn pause(&self) -> Option<u32> {
        let until = (*self.paused_until.lock().unwrap_or_else(PoisonError::into_inner))?;
        let left = until.checked_sub(self.clock.now()).filter(|left| !left.is_zero())?;
        Some(u32::try_from(left.as_millis().div_ceil(1_000)).unwrap_or(MAX_PAUSE))
    }

    /// Notes an answer: its window may be used up. Headers: `inin-ratelimit-count`, `-allowed` and `-reset`, the
    /// last one in seconds.
    pub(super) fn note(&self, headers: &HeaderMap) {
        let number = |name| text_header(headers, name).and_then(|text| text.trim().parse::<u32>().ok());
        let (count, allowed) = (number("inin-ratelimit-count"), number("inin-ratelimit-allowed"));
        let (Some(count), Some(allowed), Some(reset)) = (count, allowed, number("inin-ratelimit-reset"))
        else {
            return;
        };
        if allowed > 0 && count >= allowed {
            self.wait(reset);
        }
    }

    /// Lets nothing leave for so many seconds. A longer pause is never made shorter by an answer that was late.
    pub(super) fn wait(&self, seconds: u32) {
        let until = self.clock.now() + Duration::from_secs(seconds.min(MAX_PAUSE).into());
        let mut paused = self.paused_until.lock().unwrap_or_else(PoisonError::into_inner);
        *paused = (*paused).max(Some(until));
    }

    /// Forgets everything: a new token has a window of its own.
    pub(super) fn forget(&self) {
        *self.paused_until.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }
}
