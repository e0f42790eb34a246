//! What was done with a client and changed nothing in its organization: tests, sealed files, fetched tokens.
//! It must never be something that is under way: a note is written when its matter is over, so none can be interrupted.

use serde::{Deserialize, Serialize};
use specta::Type;

use super::operation::{OperationKind, Stage};

/// What was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum NoteKind {
    /// A client was tested: a token was fetched, looked at, and taken back.
    Test,
    /// A client was sealed into a file with its secret.
    Seal,
    /// A token was fetched to be handed over.
    FetchToken,
}

impl NoteKind {
    /// Every kind.
    pub const ALL: [NoteKind; 3] = [NoteKind::Test, NoteKind::Seal, NoteKind::FetchToken];
}

/// How it ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum NoteOutcome {
    /// It worked.
    Worked,
    /// It did not: somebody said no, or what came is not as it should be.
    Failed,
    /// Nobody answered, or not in a way that says anything.
    NoAnswer,
}

impl NoteOutcome {
    /// Every outcome.
    pub const ALL: [NoteOutcome; 3] = [NoteOutcome::Worked, NoteOutcome::Failed, NoteOutcome::NoAnswer];
}

/// What an entry of the history is about: a change, or a note.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(untagged)]
pub enum EntryKind {
    /// A change to an organization.
    Change(OperationKind),
    /// Something that changed nothing.
    Note(NoteKind),
}

/// What became of an entry of the history.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(untagged)]
pub enum EntryStage {
    /// How far a change has come.
    Change(Stage),
    /// How a note ended.
    Note(NoteOutcome),
}
