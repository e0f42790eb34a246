//! Notes: what was done with a client and changed nothing, one row each; and the history of changes and notes together.
//! It must never change a note that is there.

use jiff::Timestamp;
use rusqlite::types::Value;
use rusqlite::{Connection, Row};

use super::change::Change;
use super::entry::{Actor, Operation, OperationId, OrgRef};
use super::error::JournalError;
use super::head::Head;
use super::row::{OPERATION, Placed, Table, coded, decoded, searched, time};
use crate::domain::note::{NoteKind, NoteOutcome};

/// Something that was done with a client, and is over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// Its name.
    pub id: OperationId,
    /// What was done.
    pub kind: NoteKind,
    /// How it ended.
    pub outcome: NoteOutcome,
    /// Where.
    pub org: OrgRef,
    /// By whom.
    pub actor: Actor,
    /// With which client.
    pub client_id: String,
    /// What the client is called.
    pub client_name: String,
    /// When.
    pub at: Timestamp,
    /// The status of the HTTP answer that decided it.
    pub status: Option<u32>,
    /// The organization's code for what was wrong.
    pub code: Option<String>,
    /// What the organization called the request.
    pub correlation_id: Option<String>,
}

/// A change or a note.
#[derive(Debug, Clone, PartialEq)]
pub enum Entry {
    /// A change.
    Change(Box<Operation>),
    /// A note.
    Note(Box<Note>),
}

/// Which part of changes and notes is asked for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct EntryQuery {
    /// As of [`super::HistoryQuery`].
    pub search: String,
    /// Only notes, or only changes; both when absent.
    pub notes: Option<bool>,
    /// How many to leave out.
    pub offset: u32,
    /// How many at most.
    pub limit: u32,
}

/// A part of changes and notes.
#[derive(Debug, Clone, PartialEq)]
pub struct EntryPage {
    /// How many there are in all that match.
    pub total: u32,
    /// Those asked for, newest first.
    pub entries: Vec<Entry>,
}

pub(super) const NOTE: Table = Table {
    name: "note",
    columns: "place, id, kind, outcome, profile_id, org_id, org_name, user_name, oauth_client_id, client_id, \
              client_name, at, status, code, correlation_id",
    operation: "place",
};

/// A note with its place among changes and notes.
pub(super) struct PlacedNote {
    pub(super) place: i64,
    note: Note,
}

impl PlacedNote {
    fn values(&self) -> Result<Vec<Value>, JournalError> {
        let PlacedNote { place, note } = self;
        let Note { id, kind, outcome, org, actor, .. } = note;
        Ok(vec![
            Value::from(*place),
            Value::from(id.to_string()),
            coded(kind)?,
            coded(outcome)?,
            Value::from(org.profile_id.clone()),
            Value::from(org.org_id.clone()),
            Value::from(org.org_name.clone()),
            Value::from(actor.user_name.clone()),
            Value::from(actor.oauth_client_id.clone()),
            Value::from(note.client_id.clone()),
            Value::from(note.client_name.clone()),
            Value::from(note.at.as_microsecond()),
            Value::from(note.status),
            Value::from(note.code.clone()),
            Value::from(note.correlation_id.clone()),
        ])
    }

    pub(super) fn read(row: &Row<'_>) -> Result<PlacedNote, JournalError> {
        let id: String = row.get(1)?;
        let note = Note {
            id: OperationId::parse(&id).ok_or(JournalError::Damaged)?,
            kind: decoded(row.get(2)?)?,
            outcome: decoded(row.get(3)?)?,
            org: OrgRef { profile_id: row.get(4)?, org_id: row.get(5)?, org_name: row.get(6)? },
            actor: Actor { user_name: row.get(7)?, oauth_client_id: row.get(8)? },
            client_id: row.get(9)?,
            client_name: row.get(10)?,
            at: time(row.get(11)?)?,
            status: row.get(12)?,
            code: row.get(13)?,
            correlation_id: row.get(14)?,
        };
        Ok(PlacedNote { place: row.get(0)?, note })
    }

    /// What it is searched by.
    pub(super) fn search(&self) -> Result<String, JournalError> {
        let Note { kind, org, actor, client_id, client_name, correlation_id, .. } = &self.note;
        let known = [&Some(client_id.clone()), &actor.user_name, &actor.oauth_client_id, correlation_id];
        searched(kind, org, client_name, known)
    }
}

pub(super) fn add(connection: &mut Connection, note: Note) -> Result<((), Head), JournalError> {
    let mut change = Change::begin(connection)?;
    let placed = PlacedNote { place: change.next_place()?, note };
    change.put(&NOTE, placed.values()?)?;
    change
        .tables()
        .prepare_cached("UPDATE note SET search = ?2 WHERE place = ?1")?
        .execute((placed.place, placed.search()?))?;
    Ok(((), change.commit()?))
}

/// Whether this is the name of a note.
pub(super) fn is_note(tables: &Connection, id: &OperationId) -> Result<bool, JournalError> {
    Ok(tables.prepare_cached("SELECT 1 FROM note WHERE id = ?1")?.exists([id.as_str()])?)
}

pub(super) fn entries(tables: &Connection, query: &EntryQuery) -> Result<EntryPage, JournalError> {
    const FOUND: &str = "SELECT place, noted FROM (
            SELECT place, search, 0 AS noted FROM operation UNION ALL SELECT place, search, 1 AS noted FROM note
        ) WHERE (?1 = '' OR instr(search, ?1) > 0) AND (?2 IS NULL OR noted = ?2)";
    let search = query.search.trim().to_lowercase();
    let total = tables
        .prepare_cached(&format!("SELECT count(*) FROM ({FOUND})"))?
        .query_row((&search, query.notes), |row| row.get(0))?;
    let places: Vec<(i64, bool)> = tables
        .prepare_cached(&format!("{FOUND} ORDER BY place DESC LIMIT ?3 OFFSET ?4"))?
        .query_map((&search, query.notes, query.limit, query.offset), |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<Result<_, _>>()?;
    let mut entries = Vec::with_capacity(places.len());
    for (place, noted) in places {
        if noted {
            let found = NOTE.rows(tables, "WHERE place = ?1", [place], PlacedNote::read)?;
            entries.extend(found.into_iter().map(|placed| Entry::Note(Box::new(placed.note))));
        } else {
            let found = OPERATION.rows(tables, "WHERE place = ?1", [place], Placed::read)?;
            entries.extend(found.into_iter().map(|placed| Entry::Change(Box::new(placed.operation))));
        }
    }
    Ok(EntryPage { total, entries })
}
