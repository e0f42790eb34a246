//! What the journal is asked.
//! It must never change anything.

use std::collections::BTreeSet;

use rusqlite::types::Value;
use rusqlite::{Connection, Params};

use super::change::find;
use super::entry::{HistoryPage, HistoryQuery, Look, Operation, OperationId, SealedSecret, StepRecord};
use super::error::JournalError;
use super::note::is_note;
use super::row::{LOOK, OPERATION, Placed, SEALED, STEP, coded, read_look, read_sealed, read_step};
use crate::domain::operation::Stage;

pub(super) fn operation(tables: &Connection, id: &OperationId) -> Result<Operation, JournalError> {
    find(tables, id).map(|placed| placed.operation)
}

fn operations(tables: &Connection, rest: &str, params: impl Params) -> Result<Vec<Operation>, JournalError> {
    let found = OPERATION.rows(tables, rest, params, Placed::read)?;
    Ok(found.into_iter().map(|placed| placed.operation).collect())
}

/// Operations at some stages, oldest first.
pub(super) fn at_stages(tables: &Connection, has: fn(Stage) -> bool) -> Result<Vec<Operation>, JournalError> {
    let stages: Vec<Stage> = Stage::ALL.into_iter().filter(|stage| has(*stage)).collect();
    let rest = "WHERE stage IN (SELECT value FROM json_each(?1)) ORDER BY place";
    operations(tables, rest, [listed(&stages)?])
}

pub(super) fn steps(tables: &Connection, id: &OperationId) -> Result<Vec<StepRecord>, JournalError> {
    // A note is over at once.
    if is_note(tables, id)? {
        return Ok(Vec::new());
    }
    let place = find(tables, id)?.place;
    STEP.rows(tables, "WHERE operation = ?1 ORDER BY number", [place], read_step)
}

pub(super) fn looks(tables: &Connection, id: &OperationId) -> Result<Vec<Look>, JournalError> {
    let place = find(tables, id)?.place;
    LOOK.rows(tables, "WHERE operation = ?1 ORDER BY number", [place], read_look)
}

pub(super) fn sealed(tables: &Connection, id: &OperationId) -> Result<Option<SealedSecret>, JournalError> {
    let place = find(tables, id)?.place;
    Ok(SEALED.rows(tables, "WHERE operation = ?1", [place], read_sealed)?.pop())
}

pub(super) fn secured_for(
    tables: &Connection,
    org_id: &str,
    client_id: &str,
) -> Result<Option<Operation>, JournalError> {
    let rest = "WHERE org_id = ?1 AND client_id = ?2 AND stage = ?3 ORDER BY place DESC LIMIT 1";
    let wanted = [Value::from(org_id.to_owned()), Value::from(client_id.to_owned()), coded(&Stage::Secured)?];
    Ok(operations(tables, rest, wanted)?.pop())
}

pub(super) fn placed_for(
    tables: &Connection,
    org_id: &str,
    client_id: &str,
) -> Result<Option<String>, JournalError> {
    let rest = "WHERE org_id = ?1 AND client_id = ?2 AND destination IS NOT NULL ORDER BY place DESC LIMIT 1";
    Ok(operations(tables, rest, [org_id, client_id])?.pop().and_then(|operation| operation.destination))
}

pub(super) fn known_client_ids(tables: &Connection, org_id: &str) -> Result<BTreeSet<String>, JournalError> {
    let found = operations(tables, "WHERE org_id = ?1", [org_id])?;
    Ok(found.into_iter().filter_map(|operation| operation.client_id).collect())
}

pub(super) fn history(tables: &Connection, query: &HistoryQuery) -> Result<HistoryPage, JournalError> {
    const MATCHING: &str = "WHERE (?1 = '' OR instr(search, ?1) > 0) AND (?2 IS NULL OR org_id = ?2)
        AND (?3 = '[]' OR stage IN (SELECT value FROM json_each(?3)))";
    let search = query.search.trim().to_lowercase();
    let stages = listed(&query.stages)?;
    let total = tables
        .prepare_cached(&format!("SELECT count(*) FROM operation {MATCHING}"))?
        .query_row((&search, &query.org_id, &stages), |row| row.get(0))?;
    let operations = operations(
        tables,
        &format!("{MATCHING} ORDER BY place DESC LIMIT ?4 OFFSET ?5"),
        (&search, &query.org_id, &stages, query.limit, query.offset),
    )?;
    Ok(HistoryPage { total, operations })
}

fn listed(stages: &[Stage]) -> Result<String, JournalError> {
    serde_json::to_string(stages).map_err(|_| JournalError::Other)
}
