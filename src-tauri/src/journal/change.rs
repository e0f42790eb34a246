//! One change to the journal: a transaction that keeps count and digest in step with the rows.
//! It must never be given up half done: whatever is not committed is rolled back.

use rusqlite::types::Value;
use rusqlite::{Connection, Transaction, TransactionBehavior, params_from_iter};

use super::entry::OperationId;
use super::error::JournalError;
use super::head::Head;
use super::row::{OPERATION, Placed, Sum, Table};
use super::schema::write_search;

pub(super) struct Change<'a> {
    tables: Transaction<'a>,
    head: Head,
}

impl<'a> Change<'a> {
    pub(super) fn begin(connection: &'a mut Connection) -> Result<Change<'a>, JournalError> {
        let tables = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let head = Head::read(&tables)?;
        Ok(Change { tables, head })
    }

    pub(super) fn tables(&self) -> &Connection {
        &self.tables
    }

    /// Adds a row.
    pub(super) fn put(&mut self, table: &Table, values: Vec<Value>) -> Result<(), JournalError> {
        let sum = table.sum(&values);
        let marks = vec!["?"; values.len() + 1].join(", ");
        let insert = format!("INSERT INTO {} ({}, sum) VALUES ({marks})", table.name, table.columns);
        let values = values.into_iter().chain([Value::Blob(sum.to_vec())]);
        self.tables.prepare_cached(&insert)?.execute(params_from_iter(values))?;
        self.head.flip(&sum);
        Ok(())
    }

    /// Takes out every row that a table has of an operation.
    pub(super) fn take(&mut self, table: &Table, place: i64) -> Result<(), JournalError> {
        let of = format!("FROM {} WHERE {} = ?1", table.name, table.operation);
        let sums = self
            .tables
            .prepare_cached(&format!("SELECT sum {of}"))?
            .query_map([place], |row| row.get(0))?
            .collect::<Result<Vec<Sum>, _>>()?;
        self.tables.prepare_cached(&format!("DELETE {of}"))?.execute([place])?;
        sums.iter().for_each(|sum| self.head.flip(sum));
        Ok(())
    }

    /// Adds an operation.
    pub(super) fn add(&mut self, placed: &Placed) -> Result<(), JournalError> {
        self.put(&OPERATION, placed.values()?)?;
        write_search(&self.tables, placed)
    }

    /// Writes an operation over what it was.
    pub(super) fn update(&mut self, placed: &Placed) -> Result<(), JournalError> {
        let values = placed.values()?;
        let sum = OPERATION.sum(&values);
        let old: Sum = self
            .tables
            .prepare_cached("SELECT sum FROM operation WHERE place = ?1")?
            .query_row([placed.place], |row| row.get(0))?;
        let marks = vec!["?"; values.len() + 1].join(", ");
        let update =
            format!("UPDATE operation SET ({}, sum) = ({marks}) WHERE place = ?1", OPERATION.columns);
        let values = values.into_iter().chain([Value::Blob(sum.to_vec())]);
        self.tables.prepare_cached(&update)?.execute(params_from_iter(values))?;
        self.head.flip(&old);
        self.head.flip(&sum);
        write_search(&self.tables, placed)
    }

    /// The place of the next change or note, in the order in which they began.
    pub(super) fn next_place(&self) -> Result<i64, JournalError> {
        let last: Option<i64> = self.tables.query_row(
            "SELECT max(place) FROM (SELECT max(place) AS place FROM operation UNION ALL SELECT max(place) FROM note)",
            [],
            |row| row.get(0),
        )?;
        Ok(last.unwrap_or(0) + 1)
    }

    /// The operation of a name.
    pub(super) fn find(&self, id: &OperationId) -> Result<Placed, JournalError> {
        find(&self.tables, id)
    }

    /// Returns only after everything is on the disk.
    pub(super) fn commit(mut self) -> Result<Head, JournalError> {
        self.head.changes += 1;
        self.head.write(&self.tables)?;
        self.tables.commit()?;
        Ok(self.head)
    }
}

/// The operation of a name.
pub(super) fn find(tables: &Connection, id: &OperationId) -> Result<Placed, JournalError> {
    let found = OPERATION.rows(tables, "WHERE id = ?1", [id.as_str()], Placed::read)?;
    found.into_iter().next().ok_or(JournalError::Unknown)
}
