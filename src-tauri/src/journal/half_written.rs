//! What a start that was killed left half written: undone before anybody looks, as SQLite asks for it.
//! It must never touch a journal that has changes in it: there, such a left-over is somebody else's.

use std::path::Path;

use rusqlite::{Connection, OpenFlags};

use super::error::JournalError;
use super::head::Head;
use super::open::{companion, remove};

/// The pages of a file as they were before a change that was not finished. SQLite writes it only while a file is not
/// in write-ahead mode, which of ours is so from its making to its first migration.
pub(super) const ROLLBACK: &str = "-journal";

/// Undoes a change that was not finished. Only who may write can do that, so a look that must not write cannot.
pub(super) fn undo(file: &Path, witness: Option<Head>) -> Result<(), JournalError> {
    let rollback = companion(file, ROLLBACK);
    if !file.exists() || !rollback.exists() {
        return Ok(());
    }
    if witness.is_some_and(|head| head.changes > 0) {
        // Not ours: undone, it would take the journal back to what it was some time ago, or to what it never was.
        return remove(&rollback);
    }
    let connection = Connection::open_with_flags(file, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    // The first look at the content is what makes SQLite undo.
    match connection
        .query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))
        .map_err(JournalError::from)
    {
        // What cannot be read is put aside as any other.
        Err(JournalError::Damaged) => Ok(()),
        undone => undone,
    }
}
