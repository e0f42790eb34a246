//! The program's clock: that of the computer, or one that a test moves.
//! It must never be asked by the rules: they are handed the times they need.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};

use crate::genesys::pace;

/// What tells the time, and waits.
#[derive(Debug, Clone, Default)]
pub enum Clock {
    /// The computer's clock.
    #[default]
    Computer,
    /// A clock that only moves when it is moved, in seconds since 1970. Waiting moves it too, and takes no time.
    Moved(Arc<AtomicI64>),
}

impl Clock {
    /// A clock that stands until it is moved.
    pub fn standing_at(at: Timestamp) -> Clock {
        Clock::Moved(Arc::new(AtomicI64::new(at.as_second())))
    }

    /// Moves a clock that can be moved.
    pub fn advance(&self, seconds: i64) {
        if let Clock::Moved(at) = self {
            at.fetch_add(seconds, Ordering::SeqCst);
        }
    }

    /// The present moment.
    pub fn now(&self) -> Timestamp {
        match self {
            #[allow(clippy::disallowed_methods, reason = "the one place where the use cases read the clock")]
            Clock::Computer => Timestamp::now(),
            Clock::Moved(at) => {
                Timestamp::from_second(at.load(Ordering::SeqCst)).unwrap_or(Timestamp::UNIX_EPOCH)
            }
        }
    }

    /// The same clock for pauses between requests; the computer's as one that is never put back.
    pub(super) fn for_pauses(&self) -> pace::Clock {
        match self {
            Clock::Computer => pace::Clock::monotonic(),
            Clock::Moved(at) => {
                let at = Arc::clone(at);
                pace::Clock::of(move || {
                    Duration::from_secs(u64::try_from(at.load(Ordering::SeqCst)).unwrap_or_default())
                })
            }
        }
    }

    /// The moment a number of days ago.
    pub(super) fn days_ago(&self, days: u32) -> Timestamp {
        let now = self.now();
        now.checked_sub(SignedDuration::from_hours(i64::from(days) * 24)).unwrap_or(now)
    }

    /// Waits.
    pub(super) async fn wait(&self, time: Duration) {
        match self {
            Clock::Computer => tokio::time::sleep(time).await,
            Clock::Moved(_) => {
                self.advance(i64::try_from(time.as_secs()).unwrap_or(i64::MAX));
                tokio::task::yield_now().await;
            }
        }
    }
}
