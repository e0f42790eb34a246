//! Whether a journal on the disk is whole: nothing altered, nothing missing, nothing older than it was.
//! It must never write, so that what is damaged can be put aside as it was found.

use std::path::Path;

use rusqlite::{Connection, OpenFlags, Row};

use super::error::JournalError;
use super::head::Head;
use super::note::{NOTE, PlacedNote};
use super::row::{LOOK, OPERATION, Placed, SEALED, STEP, Table, read_look, read_sealed, read_step};
use super::schema::{APPLICATION_ID, LATEST, expected, tables};

/// What is on the disk.
pub(super) enum Found {
    /// No journal yet.
    Nothing,
    /// There was one, and it is gone.
    Gone,
    /// A whole journal, at a version up to ours.
    Whole(i64),
    /// A journal that cannot be relied on.
    Damaged,
}

/// Looks at the journal. [`JournalError::Newer`] where it is not for us.
pub(super) fn look(file: &Path, witness: Option<Head>) -> Result<Found, JournalError> {
    let remembered = witness.is_some_and(|head| head.changes > 0);
    match std::fs::metadata(file) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            return Ok(if remembered { Found::Gone } else { Found::Nothing });
        }
        Err(error) => return Err(error.into()),
        Ok(about) if !about.is_file() => return Err(JournalError::Other),
        Ok(_) => {}
    }
    let connection = Connection::open_with_flags(file, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    let found = match judge(&connection, witness) {
        Err(JournalError::Damaged) => Found::Damaged,
        Ok(Found::Nothing) if remembered => Found::Damaged,
        judged => judged?,
    };
    Ok(found)
}

fn judge(connection: &Connection, witness: Option<Head>) -> Result<Found, JournalError> {
    let number = |pragma: &str| connection.pragma_query_value(None, pragma, |row| row.get::<_, i64>(0));
    let (application, version) = (number("application_id")?, number("user_version")?);
    if application == 0 && version == 0 && tables(connection)?.is_empty() {
        return Ok(Found::Nothing);
    }
    sound(connection)?;
    if application != APPLICATION_ID || version > LATEST {
        return Err(JournalError::Newer);
    }
    // Our mark and the version are set together: one without the other is damage, as is another's table in our file.
    if version < 1 || tables(connection)? != expected(version)? {
        return Err(JournalError::Damaged);
    }
    let head = complete(connection, version)?;
    match witness {
        Some(seen) if seen.changes > head.changes => Err(JournalError::Damaged),
        Some(seen) if seen.changes == head.changes && seen != head => Err(JournalError::Damaged),
        _ => Ok(Found::Whole(version)),
    }
}

/// Whether SQLite finds its own structure whole.
pub(super) fn sound(connection: &Connection) -> Result<(), JournalError> {
    let said: String = connection.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))?;
    if said == "ok" { Ok(()) } else { Err(JournalError::Damaged) }
}

/// Whether every row is what was written, and every row that was written is there.
fn complete(connection: &Connection, version: i64) -> Result<Head, JournalError> {
    let head = Head::read(connection)?;
    let mut left = head;
    prove(connection, &STEP, &mut left, read_step)?;
    prove(connection, &LOOK, &mut left, read_look)?;
    prove(connection, &SEALED, &mut left, read_sealed)?;
    let operations = prove(connection, &OPERATION, &mut left, Placed::read)?;
    if version > 1 {
        let mut statement = connection.prepare("SELECT search FROM operation WHERE place = ?1")?;
        for placed in operations {
            let search: String = statement.query_row([placed.place], |row| row.get(0))?;
            if search != placed.search()? {
                return Err(JournalError::Damaged);
            }
        }
    }
    if version > 2 {
        let notes = prove(connection, &NOTE, &mut left, PlacedNote::read)?;
        let mut statement = connection.prepare("SELECT search FROM note WHERE place = ?1")?;
        for placed in notes {
            let search: String = statement.query_row([placed.place], |row| row.get(0))?;
            if search != placed.search()? {
                return Err(JournalError::Damaged);
            }
        }
    }
    if left.digest == Head::default().digest { Ok(head) } else { Err(JournalError::Damaged) }
}

/// Every row of a table, each proven, and taken out of what is left.
fn prove<T>(
    connection: &Connection,
    table: &Table,
    left: &mut Head,
    read: fn(&Row<'_>) -> Result<T, JournalError>,
) -> Result<Vec<T>, JournalError> {
    let mut statement = connection.prepare(&table.select(""))?;
    let mut rows = statement.query([])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        left.flip(&table.prove(row)?);
        found.push(read(row)?);
    }
    Ok(found)
}
