//! The history: what was changed in which organization, or done with a client there; when, by whom, and what became of it.
//! It must never show a secret: the journal's history has none.

use serde::{Deserialize, Serialize};
use specta::Type;

use super::App;
use super::failure::Failure;
use super::place_secret::Destination;
use super::recover::read_intent;
use crate::domain::note::{EntryKind, EntryStage};
use crate::domain::operation::Event;
use crate::journal::{Entry, EntryQuery, Note, Operation, OperationId};

/// One entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct HistoryEntry {
    /// Identifier of the operation.
    pub id: OperationId,
    /// What was changed, or done without changing anything.
    pub kind: EntryKind,
    /// How far it has come, or how it ended.
    pub stage: EntryStage,
    /// When it began, ISO 8601 in UTC.
    pub began_at: String,
    /// When something last happened to it, ISO 8601 in UTC.
    pub changed_at: String,
    /// Identifier of the organization.
    pub org_id: String,
    /// Name of the organization.
    pub org_name: String,
    /// Client ID, where it is known.
    pub client_id: Option<String>,
    /// Name of the client.
    pub client_name: String,
    /// Who was signed in; absent for a program.
    pub user_name: Option<String>,
    /// The OAuth client that was signed in with, where there is one to name.
    pub oauth_client_id: Option<String>,
    /// `ININ-Correlation-Id` of the last answer, for Genesys support.
    pub correlation_id: Option<String>,
    /// Where its secret went, as the person said.
    pub destination: Option<Destination>,
    /// Whether it is written down what the client was before.
    pub remembers: bool,
    /// What was answered, where it changed nothing and is over.
    pub noted: Option<Noted>,
}

/// The answer that decided how something ended which changed nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Noted {
    /// HTTP status, where an answer came that was not a good one.
    pub status: Option<u32>,
    /// The server's code, where it refused.
    pub code: Option<String>,
}

/// Which entries are asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum HistoryPart {
    /// All.
    All,
    /// Changes to an organization.
    Changes,
    /// Tests, sealed files and fetched tokens.
    Notes,
}

/// A part of the history, newest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct History {
    /// How many entries there are in all.
    pub total: u32,
    /// The entries of this part.
    pub entries: Vec<HistoryEntry>,
}

/// One step of an operation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct HistoryStep {
    /// What happened.
    pub event: Event,
    /// When, ISO 8601 in UTC.
    pub at: String,
    /// HTTP status, where an answer came.
    pub status: Option<u32>,
    /// The server's code, where it refused.
    pub code: Option<String>,
    /// `ININ-Correlation-Id`, where an answer came.
    pub correlation_id: Option<String>,
}

impl From<Operation> for HistoryEntry {
    fn from(operation: Operation) -> HistoryEntry {
        HistoryEntry {
            remembers: read_intent(&operation).is_some_and(|intent| intent.before().is_some()),
            id: operation.id,
            kind: EntryKind::Change(operation.kind),
            stage: EntryStage::Change(operation.stage),
            began_at: operation.began_at.to_string(),
            changed_at: operation.changed_at.to_string(),
            org_id: operation.org.org_id,
            org_name: operation.org.org_name,
            client_id: operation.client_id,
            client_name: operation.client_name,
            user_name: operation.actor.user_name,
            oauth_client_id: operation.actor.oauth_client_id,
            correlation_id: operation.correlation_id,
            destination: operation.destination.as_deref().and_then(Destination::named),
            noted: None,
        }
    }
}

impl From<Note> for HistoryEntry {
    fn from(note: Note) -> HistoryEntry {
        HistoryEntry {
            id: note.id,
            kind: EntryKind::Note(note.kind),
            stage: EntryStage::Note(note.outcome),
            began_at: note.at.to_string(),
            changed_at: note.at.to_string(),
            org_id: note.org.org_id,
            org_name: note.org.org_name,
            client_id: Some(note.client_id),
            client_name: note.client_name,
            user_name: note.actor.user_name,
            oauth_client_id: note.actor.oauth_client_id,
            correlation_id: note.correlation_id,
            destination: None,
            remembers: false,
            noted: Some(Noted { status: note.status, code: note.code }),
        }
    }
}

/// The largest part that is given at once.
pub(super) const PART: u32 = 500;

/// A part of the history: what matches a search, from an offset on.
pub async fn list_history(
    app: &App,
    search: &str,
    part: HistoryPart,
    offset: u32,
    limit: u32,
) -> Result<History, Failure> {
    let notes = match part {
        HistoryPart::All => None,
        HistoryPart::Changes => Some(false),
        HistoryPart::Notes => Some(true),
    };
    let query = EntryQuery { search: search.trim().to_owned(), notes, offset, limit: limit.min(PART) };
    let page = app.journal().await?.entries(&query).await?;
    let entry = |entry: Entry| match entry {
        Entry::Change(operation) => HistoryEntry::from(*operation),
        Entry::Note(note) => HistoryEntry::from(*note),
    };
    Ok(History { total: page.total, entries: page.entries.into_iter().map(entry).collect() })
}

/// The steps of one operation, oldest first; none of something that changed nothing.
pub async fn list_history_steps(app: &App, id: &OperationId) -> Result<Vec<HistoryStep>, Failure> {
    let steps = app.journal().await?.steps(id).await?;
    Ok(steps
        .into_iter()
        .map(|step| HistoryStep {
            event: step.event,
            at: step.at.to_string(),
            status: step.status.map(u32::from),
            code: step.code,
            correlation_id: step.correlation_id,
        })
        .collect())
}
