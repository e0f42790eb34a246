//! How many changes the journal has seen, and a digest over every row: what is missing or out of date shows here.
//! It must never be written but in the transaction whose change it counts.

use rusqlite::types::Value;
use rusqlite::{Connection, Error, params};

use super::error::JournalError;
use super::row::{Sum, Table};

const HEAD: Table = Table { name: "head", columns: "only, changes, digest", operation: "only" };

/// The state of the whole journal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Head {
    /// How many changes were committed.
    pub(super) changes: i64,
    /// The sums of all rows, one over the other: the order does not matter, and each row goes out as it came in.
    pub(super) digest: Sum,
}

impl Head {
    pub(super) fn read(connection: &Connection) -> Result<Head, JournalError> {
        let mut statement = connection.prepare_cached("SELECT only, changes, digest, sum FROM head")?;
        let mut rows = statement.query([])?;
        let row = rows.next()?.ok_or(JournalError::Damaged)?;
        HEAD.prove(row)?;
        Ok(Head { changes: row.get(1)?, digest: row.get(2)? })
    }

    pub(super) fn write(&self, connection: &Connection) -> Result<(), Error> {
        let values = [Value::from(1), Value::from(self.changes), Value::from(self.digest.to_vec())];
        let sum = HEAD.sum(&values);
        connection
            .prepare_cached(
                "INSERT OR REPLACE INTO head (only, changes, digest, sum) VALUES (1, ?1, ?2, ?3)",
            )?
            .execute(params![self.changes, self.digest, sum])
            .map(drop)
    }

    /// A row comes in, or goes out.
    pub(super) fn flip(&mut self, sum: &Sum) {
        self.digest.iter_mut().zip(sum).for_each(|(place, byte)| *place ^= byte);
    }
}
