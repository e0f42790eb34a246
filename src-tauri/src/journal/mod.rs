//! The journal: what is about to be changed in an organization, on the disk before the request leaves, and every step after.
//! It must never hold a clear secret, nor say that something is remembered before it is.

mod change;
mod entry;
mod error;
mod half_written;
mod head;
mod note;
mod open;
mod put_aside;
mod read;
mod row;
mod schema;
mod verify;
mod witness;
mod write;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use jiff::Timestamp;
use rusqlite::Connection;

pub use entry::{
    Actor, HistoryPage, HistoryQuery, Look, NewOperation, Operation, OperationId, OrgRef, SealedSecret, Step,
    StepRecord,
};
pub use error::JournalError;
pub use note::{Entry, EntryPage, EntryQuery, Note};

use crate::domain::operation::{Event, Stage};
use head::Head;
use open::Store;
use write::Load;

/// The journal of one data folder, open in this process and no other.
///
/// Each call runs on a blocking thread. Whoever stops waiting does not stop what was begun.
/// A call that changes something returns only after it is on the disk.
pub struct Journal(Arc<Mutex<Store>>);

/// A journal, and what had to be done to open it.
pub struct Opened {
    /// The journal.
    pub journal: Journal,
    /// Where a damaged journal was put; the open one is a new one then.
    pub put_aside: Option<PathBuf>,
    /// There was a journal with entries, and its file is no longer there; the open one is a new one.
    pub gone: bool,
}

impl Journal {
    /// Opens the journal in the program's data folder, and makes both where they are missing.
    pub async fn open(folder: &Path) -> Result<Opened, JournalError> {
        let folder = folder.to_owned();
        let beginning = blocking(move || open::open(&folder)).await?;
        let journal = Journal(Arc::new(Mutex::new(beginning.store)));
        Ok(Opened { journal, put_aside: beginning.put_aside, gone: beginning.gone })
    }

    /// The time of a journal that was put aside begins.
    pub async fn date_put_aside(file: &Path, now: Timestamp) -> Result<(), JournalError> {
        let file = file.to_owned();
        blocking(move || put_aside::date(&file, now.into())).await
    }

    /// Deletes every journal in the folder that was put aside before a time, and says how many.
    pub async fn discard_put_aside(folder: &Path, before: Timestamp) -> Result<usize, JournalError> {
        let folder = folder.to_owned();
        blocking(move || put_aside::discard(&folder, before.into())).await
    }

    /// An operation is about to begin: after this returns, and not before, its request may leave.
    pub async fn begin(&self, operation: &NewOperation) -> Result<(), JournalError> {
        let operation = operation.clone();
        self.change(false, move |tables| write::begin(tables, operation)).await
    }

    /// Something happened to an operation; gives its stage from now on.
    pub async fn advance(&self, id: &OperationId, step: &Step) -> Result<Stage, JournalError> {
        self.step(id, step, Load::Nothing).await
    }

    /// The secret arrived: [`Event::Secured`], with the sealed secret in the same transaction.
    pub async fn secure(
        &self,
        id: &OperationId,
        step: &Step,
        sealed: &SealedSecret,
    ) -> Result<Stage, JournalError> {
        self.step(id, step, Load::Sealed(sealed.clone())).await
    }

    /// The secret went to its destination: [`Event::Placed`]; the sealed secret is deleted in the same transaction.
    pub async fn place(
        &self,
        id: &OperationId,
        step: &Step,
        destination: &str,
    ) -> Result<Stage, JournalError> {
        self.step(id, step, Load::Destination(destination.to_owned())).await
    }

    async fn step(&self, id: &OperationId, step: &Step, load: Load) -> Result<Stage, JournalError> {
        let (id, step) = (id.clone(), step.clone());
        let wipes = matches!(step.event, Event::Placed | Event::Wiped);
        self.change(wipes, move |tables| write::step(tables, &id, step, load)).await
    }

    /// Wipes every secret that was sealed before a time, and says how many.
    pub async fn wipe_sealed_before(&self, before: Timestamp, at: Timestamp) -> Result<usize, JournalError> {
        self.change(true, move |tables| write::wipe(tables, before, at)).await
    }

    /// The organization's list was looked through, at a time in seconds since 1970 by the organization's own clock.
    pub async fn add_look(
        &self,
        id: &OperationId,
        at: i64,
        candidates: &[String],
    ) -> Result<(), JournalError> {
        let (id, look) = (id.clone(), Look { at, candidates: candidates.to_vec() });
        self.change(false, move |tables| write::look(tables, &id, &look)).await
    }

    /// The looks since the last [`Event::LookAgain`], oldest first.
    pub async fn looks(&self, id: &OperationId) -> Result<Vec<Look>, JournalError> {
        let id = id.clone();
        self.ask(move |tables| read::looks(tables, &id)).await
    }

    /// An operation as it stands.
    pub async fn operation(&self, id: &OperationId) -> Result<Operation, JournalError> {
        let id = id.clone();
        self.ask(move |tables| read::operation(tables, &id)).await
    }

    /// Operations that are to be found out about or finished, oldest first.
    pub async fn interrupted(&self) -> Result<Vec<Operation>, JournalError> {
        self.ask(|tables| read::at_stages(tables, Stage::is_interrupted)).await
    }

    /// Operations whose secret waits for its hand-over, oldest first.
    pub async fn secured(&self) -> Result<Vec<Operation>, JournalError> {
        self.ask(|tables| read::at_stages(tables, |stage| stage == Stage::Secured)).await
    }

    /// The sealed secret of an operation, while it waits.
    pub async fn sealed(&self, id: &OperationId) -> Result<Option<SealedSecret>, JournalError> {
        let id = id.clone();
        self.ask(move |tables| read::sealed(tables, &id)).await
    }

    /// The newest operation on a client whose secret waits for its hand-over.
    pub async fn secured_for(
        &self,
        org_id: &str,
        client_id: &str,
    ) -> Result<Option<Operation>, JournalError> {
        let (org_id, client_id) = (org_id.to_owned(), client_id.to_owned());
        self.ask(move |tables| read::secured_for(tables, &org_id, &client_id)).await
    }

    /// Where the newest secret of a client went that was handed over.
    pub async fn placed_for(&self, org_id: &str, client_id: &str) -> Result<Option<String>, JournalError> {
        let (org_id, client_id) = (org_id.to_owned(), client_id.to_owned());
        self.ask(move |tables| read::placed_for(tables, &org_id, &client_id)).await
    }

    /// The clients of every operation on an organization.
    pub async fn known_client_ids(&self, org_id: &str) -> Result<BTreeSet<String>, JournalError> {
        let org_id = org_id.to_owned();
        self.ask(move |tables| read::known_client_ids(tables, &org_id)).await
    }

    /// A part of the history, newest first.
    pub async fn history(&self, query: &HistoryQuery) -> Result<HistoryPage, JournalError> {
        let query = query.clone();
        self.ask(move |tables| read::history(tables, &query)).await
    }

    /// Writes down what was done with a client and changed nothing.
    pub async fn note(&self, note: &Note) -> Result<(), JournalError> {
        let note = note.clone();
        self.change(false, move |tables| note::add(tables, note)).await
    }

    /// A part of the history with its notes, newest first.
    pub async fn entries(&self, query: &EntryQuery) -> Result<EntryPage, JournalError> {
        let query = query.clone();
        self.ask(move |tables| note::entries(tables, &query)).await
    }

    /// Every step of an operation, oldest first. A note has none.
    pub async fn steps(&self, id: &OperationId) -> Result<Vec<StepRecord>, JournalError> {
        let id = id.clone();
        self.ask(move |tables| read::steps(tables, &id)).await
    }

    async fn ask<T: Send + 'static>(
        &self,
        question: impl FnOnce(&Connection) -> Result<T, JournalError> + Send + 'static,
    ) -> Result<T, JournalError> {
        let store = self.0.clone();
        blocking(move || question(&store.lock().unwrap_or_else(PoisonError::into_inner).connection)).await
    }

    async fn change<T: Send + 'static>(
        &self,
        wipes: bool,
        change: impl FnOnce(&mut Connection) -> Result<(T, Head), JournalError> + Send + 'static,
    ) -> Result<T, JournalError> {
        let store = self.0.clone();
        blocking(move || {
            let mut store = store.lock().unwrap_or_else(PoisonError::into_inner);
            let (outcome, head) = change(&mut store.connection)?;
            store.in_place()?;
            // The change is kept already. Without these two, a later loss may go unnoticed, and sealed bytes last in
            // the log until it is next emptied.
            let _ = store.witness.note(&head);
            if wipes {
                let _ = store.checkpoint();
            }
            Ok(outcome)
        })
        .await
    }
}

async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, JournalError> + Send + 'static,
) -> Result<T, JournalError> {
    tokio::task::spawn_blocking(work).await.unwrap_or(Err(JournalError::Other))
}
