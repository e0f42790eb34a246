//! Opens the journal at first use, and settles what the last run of the program left behind.
//! It must never let anything be changed in an organization while the journal cannot be written.

use std::sync::Arc;

use serde::Serialize;
use specta::Type;
use tokio::sync::Mutex;

use super::App;
use super::failure::Failure;
use super::operation::sealed::SESSION_KEY;
use super::settings::read_settings;
use crate::domain::operation::{Event, Stage};
use crate::journal::{Journal, JournalError, Step};

/// The journal once it is open, and the damaged one that was put aside for it.
#[derive(Default)]
pub(super) struct Door {
    open: Mutex<Option<Arc<Journal>>>,
    lost: Mutex<Option<LostJournal>>,
}

/// Whether changes can be written down.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct JournalState {
    /// Why the journal cannot be written; absent while it can. Nothing is changed in an organization meanwhile.
    pub closed: Option<JournalError>,
    /// What became of an earlier journal that this start could not go on with.
    pub lost: Option<LostJournal>,
}

/// An earlier journal that could not be gone on with: what was under way is not known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum LostJournal {
    /// It was damaged, and put aside.
    Damaged {
        /// Where it is, until the days are up for which a sealed secret is kept.
        path: String,
    },
    /// Its file is gone.
    Missing,
}

/// Whether changes can be written down; opens the journal where it is not open yet.
pub async fn read_journal_state(app: &App) -> JournalState {
    let closed = match app.journal().await {
        Ok(_) => None,
        Err(Failure::Journal { reason }) => Some(reason),
        Err(_) => Some(JournalError::Other),
    };
    JournalState { closed, lost: app.door.lost.lock().await.clone() }
}

impl App {
    /// The journal. One that could not be opened is tried again each time.
    pub(super) async fn journal(&self) -> Result<Arc<Journal>, Failure> {
        let mut door = self.door.open.lock().await;
        if let Some(journal) = &*door {
            return Ok(journal.clone());
        }
        let opened = Journal::open(self.folder.path()).await?;
        if let Some(file) = opened.put_aside {
            // Not dated, it is as old as its last change.
            let _ = Journal::date_put_aside(&file, self.clock.now()).await;
            let path = file.display().to_string();
            *self.door.lost.lock().await = Some(LostJournal::Damaged { path });
        } else if opened.gone {
            *self.door.lost.lock().await = Some(LostJournal::Missing);
        }
        let journal = Arc::new(opened.journal);
        settle(self, &journal).await?;
        *door = Some(journal.clone());
        Ok(journal)
    }
}

/// A request that was under way when the program ended is one whose answer was lost; a secret whose key ended with
/// the program is lost; and a secret that waited too long is wiped, as is a damaged journal that may hold one.
async fn settle(app: &App, journal: &Journal) -> Result<(), JournalError> {
    let now = app.clock.now();
    for operation in journal.interrupted().await? {
        if operation.stage == Stage::Sent {
            journal.advance(&operation.id, &Step::new(Event::AnswerLost, now)).await?;
        }
    }
    for operation in journal.secured().await? {
        let sealed = journal.sealed(&operation.id).await?;
        if sealed.is_none_or(|sealed| sealed.key_id.starts_with(SESSION_KEY)) {
            journal.advance(&operation.id, &Step::new(Event::SecretOutstanding, now)).await?;
        }
    }
    let before = app.clock.days_ago(read_settings(app).await.secret_days);
    journal.wipe_sealed_before(before, now).await?;
    // Another program may have it open: it is tried again at the next start.
    let _ = Journal::discard_put_aside(app.folder.path(), before).await;
    Ok(())
}

/// Writes off what is open in an organization that begins anew, as the practice organization does at every start.
pub(super) async fn write_off(app: &App, org_id: &str) -> Result<(), Failure> {
    let journal = app.journal().await?;
    let now = app.clock.now();
    for operation in
        journal.interrupted().await?.into_iter().filter(|operation| operation.org.org_id == org_id)
    {
        for event in [Event::AnswerLost, Event::LeftAlone] {
            journal.advance(&operation.id, &Step::new(event, now)).await?;
        }
    }
    for operation in journal.secured().await?.into_iter().filter(|operation| operation.org.org_id == org_id) {
        for event in [Event::SecretOutstanding, Event::LeftAlone] {
            journal.advance(&operation.id, &Step::new(event, now)).await?;
        }
    }
    Ok(())
}
