//! The rows of the journal: how each is written, read back, and proven to be what was written.
//! It must never give out a row whose sum is wrong.

use jiff::Timestamp;
use rusqlite::types::Value;
use rusqlite::{Connection, Params, Row};
use serde::Serialize;
use serde::de::DeserializeOwned;
use sha2::{Digest, Sha256};

use super::entry::{Actor, Look, Operation, OperationId, OrgRef, SealedSecret, StepRecord};
use super::error::JournalError;

/// A check over one row. SQLite does not notice a flipped bit in a text; this does.
pub(super) type Sum = [u8; 16];

/// A table, with the columns that its sum covers.
pub(super) struct Table {
    pub(super) name: &'static str,
    pub(super) columns: &'static str,
    /// The column that leads to the operation.
    pub(super) operation: &'static str,
}

pub(super) const OPERATION: Table = Table {
    name: "operation",
    columns: "place, id, kind, stage, profile_id, org_id, org_name, user_name, oauth_client_id, client_id, \
              client_name, intent, began_at, changed_at, correlation_id, destination",
    operation: "place",
};
pub(super) const STEP: Table = Table {
    name: "step",
    columns: "operation, number, event, stage, at, client_id, correlation_id, status, code",
    operation: "operation",
};
pub(super) const LOOK: Table =
    Table { name: "look", columns: "operation, number, at, candidates", operation: "operation" };
pub(super) const SEALED: Table =
    Table { name: "sealed", columns: "operation, bytes, key_id", operation: "operation" };

impl Table {
    fn width(&self) -> usize {
        self.columns.split(',').count()
    }

    /// A query for rows with their sums.
    pub(super) fn select(&self, rest: &str) -> String {
        format!("SELECT {}, sum FROM {} {rest}", self.columns, self.name)
    }

    /// Every row that the rest of a query leaves, proven and read.
    pub(super) fn rows<T>(
        &self,
        connection: &Connection,
        rest: &str,
        params: impl Params,
        read: fn(&Row<'_>) -> Result<T, JournalError>,
    ) -> Result<Vec<T>, JournalError> {
        let mut statement = connection.prepare_cached(&self.select(rest))?;
        let mut rows = statement.query(params)?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            self.prove(row)?;
            found.push(read(row)?);
        }
        Ok(found)
    }

    /// The operations of every row.
    pub(super) fn places(&self, connection: &Connection) -> Result<Vec<i64>, JournalError> {
        let mut statement =
            connection.prepare(&format!("SELECT DISTINCT {} FROM {}", self.operation, self.name))?;
        Ok(statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?)
    }

    /// The sum of a row, which is right.
    pub(super) fn prove(&self, row: &Row<'_>) -> Result<Sum, JournalError> {
        let width = self.width();
        let values = (0..width).map(|column| row.get(column)).collect::<Result<Vec<Value>, _>>()?;
        let kept: Sum = row.get(width)?;
        if self.sum(&values) == kept { Ok(kept) } else { Err(JournalError::Damaged) }
    }

    /// SHA-256 over the name of the table and every value with its type and length, cut to 16 bytes.
    pub(super) fn sum(&self, values: &[Value]) -> Sum {
        let mut hash = Sha256::new();
        let mut part = |kind: u8, bytes: &[u8]| {
            hash.update([kind]);
            hash.update((bytes.len() as u64).to_be_bytes());
            hash.update(bytes);
        };
        part(b't', self.name.as_bytes());
        for value in values {
            match value {
                Value::Null => part(0, &[]),
                Value::Integer(number) => part(1, &number.to_be_bytes()),
                Value::Real(number) => part(2, &number.to_be_bytes()),
                Value::Text(text) => part(3, text.as_bytes()),
                Value::Blob(bytes) => part(4, bytes),
            }
        }
        let mut sum = Sum::default();
        sum.iter_mut().zip(hash.finalize()).for_each(|(place, byte)| *place = byte);
        sum
    }
}

/// An operation with its place among the others, in the order in which they began.
pub(super) struct Placed {
    pub(super) place: i64,
    pub(super) operation: Operation,
}

impl Placed {
    pub(super) fn values(&self) -> Result<Vec<Value>, JournalError> {
        let Placed { place, operation } = self;
        let Operation { id, kind, stage, org, actor, .. } = operation;
        Ok(vec![
            Value::from(*place),
            Value::from(id.to_string()),
            coded(kind)?,
            coded(stage)?,
            Value::from(org.profile_id.clone()),
            Value::from(org.org_id.clone()),
            Value::from(org.org_name.clone()),
            Value::from(actor.user_name.clone()),
            Value::from(actor.oauth_client_id.clone()),
            Value::from(operation.client_id.clone()),
            Value::from(operation.client_name.clone()),
            Value::from(operation.intent.to_string()),
            Value::from(operation.began_at.as_microsecond()),
            Value::from(operation.changed_at.as_microsecond()),
            Value::from(operation.correlation_id.clone()),
            Value::from(operation.destination.clone()),
        ])
    }

    pub(super) fn read(row: &Row<'_>) -> Result<Placed, JournalError> {
        let id: String = row.get(1)?;
        let intent: String = row.get(11)?;
        let operation = Operation {
            id: OperationId::parse(&id).ok_or(JournalError::Damaged)?,
            kind: decoded(row.get(2)?)?,
            stage: decoded(row.get(3)?)?,
            org: OrgRef { profile_id: row.get(4)?, org_id: row.get(5)?, org_name: row.get(6)? },
            actor: Actor { user_name: row.get(7)?, oauth_client_id: row.get(8)? },
            client_id: row.get(9)?,
            client_name: row.get(10)?,
            intent: serde_json::from_str(&intent).map_err(|_| JournalError::Damaged)?,
            began_at: time(row.get(12)?)?,
            changed_at: time(row.get(13)?)?,
            correlation_id: row.get(14)?,
            destination: row.get(15)?,
        };
        Ok(Placed { place: row.get(0)?, operation })
    }

    /// What the history is searched by.
    pub(super) fn search(&self) -> Result<String, JournalError> {
        let Operation { kind, org, actor, client_id, client_name, correlation_id, .. } = &self.operation;
        searched(
            kind,
            org,
            client_name,
            [client_id, &actor.user_name, &actor.oauth_client_id, correlation_id],
        )
    }
}

/// What an entry is searched by, in lower case.
pub(super) fn searched(
    kind: &impl Serialize,
    org: &OrgRef,
    client_name: &str,
    known: [&Option<String>; 4],
) -> Result<String, JournalError> {
    let kind = serde_json::to_string(kind).map_err(|_| JournalError::Other)?;
    let known = known.into_iter().flatten().map(String::as_str);
    let words: Vec<&str> =
        [&org.org_name, &org.org_id, client_name, kind.trim_matches('"')].into_iter().chain(known).collect();
    Ok(words.join("\n").to_lowercase())
}

pub(super) fn step_values(place: i64, number: i64, step: &StepRecord) -> Result<Vec<Value>, JournalError> {
    Ok(vec![
        Value::from(place),
        Value::from(number),
        coded(&step.event)?,
        coded(&step.stage)?,
        Value::from(step.at.as_microsecond()),
        Value::from(step.client_id.clone()),
        Value::from(step.correlation_id.clone()),
        Value::from(step.status),
        Value::from(step.code.clone()),
    ])
}

pub(super) fn read_step(row: &Row<'_>) -> Result<StepRecord, JournalError> {
    Ok(StepRecord {
        event: decoded(row.get(2)?)?,
        stage: decoded(row.get(3)?)?,
        at: time(row.get(4)?)?,
        client_id: row.get(5)?,
        correlation_id: row.get(6)?,
        status: row.get(7)?,
        code: row.get(8)?,
    })
}

pub(super) fn look_values(place: i64, number: i64, look: &Look) -> Result<Vec<Value>, JournalError> {
    let candidates = serde_json::to_string(&look.candidates).map_err(|_| JournalError::Other)?;
    Ok(vec![Value::from(place), Value::from(number), Value::from(look.at), Value::from(candidates)])
}

pub(super) fn read_look(row: &Row<'_>) -> Result<Look, JournalError> {
    let candidates: String = row.get(3)?;
    let candidates = serde_json::from_str(&candidates).map_err(|_| JournalError::Damaged)?;
    Ok(Look { at: row.get(2)?, candidates })
}

pub(super) fn sealed_values(place: i64, sealed: &SealedSecret) -> Vec<Value> {
    vec![Value::from(place), Value::from(sealed.bytes.clone()), Value::from(sealed.key_id.clone())]
}

pub(super) fn read_sealed(row: &Row<'_>) -> Result<SealedSecret, JournalError> {
    Ok(SealedSecret { bytes: row.get(1)?, key_id: row.get(2)? })
}

/// A kind, a stage or an event by its name, as the page knows it too.
pub(super) fn coded(value: &impl Serialize) -> Result<Value, JournalError> {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(text)) => Ok(Value::Text(text)),
        _ => Err(JournalError::Other),
    }
}

pub(super) fn decoded<T: DeserializeOwned>(text: String) -> Result<T, JournalError> {
    serde_json::from_value(serde_json::Value::String(text)).map_err(|_| JournalError::Damaged)
}

pub(super) fn time(microseconds: i64) -> Result<Timestamp, JournalError> {
    Timestamp::from_microsecond(microseconds).map_err(|_| JournalError::Damaged)
}
