//! What is to go wrong with the next requests, and when the program is to end.
//! It must never let a fault of one run wait for a request of the next.

use std::collections::{BTreeMap, VecDeque};
use std::sync::{Mutex, MutexGuard, PoisonError};

use latchkey::practice::FaultKind;
use tokio::sync::Notify;

use super::faulty;

#[derive(Default)]
struct Rows {
    writes: VecDeque<FaultKind>,
    reads: VecDeque<FaultKind>,
    met: BTreeMap<&'static str, u64>,
    ends_in: Option<u32>,
}

/// Faults in a row, for reads and for writes of clients.
#[derive(Default)]
pub(crate) struct Plan {
    rows: Mutex<Rows>,
    end: Notify,
}

impl Plan {
    fn rows(&self) -> MutexGuard<'_, Rows> {
        self.rows.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn spoil_writes(&self, kinds: impl IntoIterator<Item = FaultKind>) {
        self.rows().writes.extend(kinds);
    }

    pub(crate) fn spoil_reads(&self, kinds: impl IntoIterator<Item = FaultKind>) {
        self.rows().reads.extend(kinds);
    }

    /// From now on nothing goes wrong.
    pub(crate) fn clear(&self) {
        let mut rows = self.rows();
        rows.writes.clear();
        rows.reads.clear();
        rows.ends_in = None;
    }

    /// The faults that met a request so far, by kind.
    pub(crate) fn met(&self) -> BTreeMap<&'static str, u64> {
        self.rows().met.clone()
    }

    /// The program is to end when so many more requests have arrived.
    pub(crate) fn end_after(&self, arrivals: u32) {
        self.rows().ends_in = Some(arrivals);
    }

    /// Waits for that moment.
    pub(crate) async fn ended(&self) {
        self.end.notified().await;
    }

    /// A request arrived: what goes wrong with it.
    pub(crate) fn next(&self, method: &str) -> Option<FaultKind> {
        let mut rows = self.rows();
        let ends = match &mut rows.ends_in {
            Some(0) => true,
            Some(left) => {
                *left -= 1;
                false
            }
            None => false,
        };
        if ends {
            rows.ends_in = None;
            self.end.notify_one();
        }
        let kind = if method == "GET" { rows.reads.pop_front() } else { rows.writes.pop_front() };
        if let Some(kind) = &kind {
            *rows.met.entry(faulty::name(kind)).or_default() += 1;
        }
        kind
    }
}
