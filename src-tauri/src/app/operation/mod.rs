//! Operations: changes to an organization, each in the journal before its request leaves, and at every step after.
//! It must never let a request leave whose intent is not on the disk.

pub(super) mod intent;
pub(super) mod noted;
pub(super) mod sealed;
pub(super) mod underway;

use std::collections::HashSet;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

pub use crate::journal::OperationId;

/// The operations that this program is carrying out at this moment: what is not over, and not here, was interrupted.
#[derive(Clone, Default)]
pub(super) struct InFlight(Arc<Mutex<HashSet<OperationId>>>);

impl InFlight {
    fn set(&self) -> MutexGuard<'_, HashSet<OperationId>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn holds(&self, id: &OperationId) -> bool {
        self.set().contains(id)
    }

    /// Marks an operation as under way until the mark is dropped; nothing, if it is under way already.
    fn mark(&self, id: &OperationId) -> Option<UnderwayMark> {
        let fresh = self.set().insert(id.clone());
        fresh.then(|| UnderwayMark { id: id.clone(), all: self.clone() })
    }
}

/// As long as this lives, its operation is under way.
struct UnderwayMark {
    id: OperationId,
    all: InFlight,
}

impl Drop for UnderwayMark {
    fn drop(&mut self) {
        self.all.set().remove(&self.id);
    }
}
