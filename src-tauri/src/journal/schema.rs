//! The versions of the journal's tables, how one becomes the next, and whether the tables are as they should be.
//! A version that was shipped must never change here: people have it on their disks.

use rusqlite::Connection;
use rusqlite_migration::{HookError, M, Migrations};

use super::error::JournalError;
use super::head::Head;
use super::row::{OPERATION, Placed};

/// Marks a file as a journal of ours: `LCTK`. The first version sets it.
pub(super) const APPLICATION_ID: i64 = 0x4c43_544b;
/// The version that this Latchkey writes.
pub(super) const LATEST: i64 = 3;

/// Brings the tables to a version, in one transaction.
pub(super) fn migrate(connection: &mut Connection, version: i64) -> Result<(), JournalError> {
    let first = M::up_with_hook(include_str!("v1.sql"), |tables| Ok(Head::default().write(tables)?));
    let second = M::up_with_hook(include_str!("v2.sql"), |tables| {
        fill_search(tables).map_err(|_| HookError::Hook("a row cannot be read".into()))
    });
    let third = M::up(include_str!("v3.sql"));
    let version = usize::try_from(version).map_err(|_| JournalError::Other)?;
    Migrations::new(vec![first, second, third]).to_version(connection, version)?;
    Ok(())
}

fn fill_search(tables: &Connection) -> Result<(), JournalError> {
    for placed in OPERATION.rows(tables, "", [], Placed::read)? {
        write_search(tables, &placed)?;
    }
    Ok(())
}

/// Keeps what the history is searched by.
pub(super) fn write_search(tables: &Connection, placed: &Placed) -> Result<(), JournalError> {
    tables
        .prepare_cached("UPDATE operation SET search = ?2 WHERE place = ?1")?
        .execute((placed.place, placed.search()?))?;
    Ok(())
}

/// The text of every table and index.
pub(super) fn tables(connection: &Connection) -> Result<Vec<String>, JournalError> {
    let mut statement = connection.prepare(
        "SELECT type || ' ' || name || ' ' || tbl_name || ' ' || coalesce(sql, '') FROM sqlite_schema ORDER BY 1",
    )?;
    let texts = statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
    Ok(texts)
}

/// The text of every table and index as a version should have them.
pub(super) fn expected(version: i64) -> Result<Vec<String>, JournalError> {
    let mut empty = Connection::open_in_memory()?;
    migrate(&mut empty, version)?;
    tables(&empty)
}
