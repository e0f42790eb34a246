//! What changes the journal: an operation begins, takes a step, is looked for.
//! It must never take a step that [`Stage::after`] does not know.

use jiff::Timestamp;
use rusqlite::Connection;

use super::change::Change;
use super::entry::{Look, NewOperation, Operation, OperationId, SealedSecret, Step, StepRecord};
use super::error::JournalError;
use super::head::Head;
use super::row::{LOOK, OPERATION, Placed, SEALED, STEP, coded, look_values, sealed_values, step_values};
use crate::domain::operation::{Event, Stage};

/// What a step brings along.
pub(super) enum Load {
    Nothing,
    Sealed(SealedSecret),
    Destination(String),
}

pub(super) fn begin(connection: &mut Connection, new: NewOperation) -> Result<((), Head), JournalError> {
    let mut change = Change::begin(connection)?;
    let operation = Operation {
        id: new.id,
        kind: new.kind,
        stage: Stage::Sent,
        org: new.org,
        actor: new.actor,
        client_id: new.client_id,
        client_name: new.client_name,
        intent: new.intent,
        began_at: new.at,
        changed_at: new.at,
        correlation_id: None,
        destination: None,
    };
    change.add(&Placed { place: change.next_place()?, operation })?;
    Ok(((), change.commit()?))
}

pub(super) fn step(
    connection: &mut Connection,
    id: &OperationId,
    step: Step,
    load: Load,
) -> Result<(Stage, Head), JournalError> {
    let fits = match load {
        Load::Nothing => !matches!(step.event, Event::Secured | Event::Placed),
        Load::Sealed(_) => step.event == Event::Secured,
        Load::Destination(_) => step.event == Event::Placed,
    };
    if !fits {
        return Err(JournalError::NotAllowed);
    }
    let mut change = Change::begin(connection)?;
    let placed = change.find(id)?;
    let stage = take(&mut change, placed, step, load)?;
    Ok((stage, change.commit()?))
}

fn take(change: &mut Change<'_>, placed: Placed, step: Step, load: Load) -> Result<Stage, JournalError> {
    let Placed { place, mut operation } = placed;
    let stage = operation.stage.after(step.event, operation.kind).ok_or(JournalError::NotAllowed)?;
    operation.stage = stage;
    operation.changed_at = step.at;
    operation.client_id = step.client_id.clone().or(operation.client_id);
    operation.correlation_id = step.correlation_id.clone().or(operation.correlation_id);
    // Whatever is not waiting for its hand-over has no business here.
    change.take(&SEALED, place)?;
    match load {
        Load::Nothing => {}
        Load::Sealed(sealed) => change.put(&SEALED, sealed_values(place, &sealed))?,
        Load::Destination(destination) => operation.destination = Some(destination),
    }
    if step.event == Event::LookAgain {
        change.take(&LOOK, place)?;
    }
    let Step { event, at, client_id, correlation_id, status, code } = step;
    let record = StepRecord { event, stage, at, client_id, correlation_id, status, code };
    let number = next(change, "SELECT max(number) FROM step WHERE operation = ?1", place)?;
    change.put(&STEP, step_values(place, number, &record)?)?;
    change.update(&Placed { place, operation })?;
    Ok(stage)
}

/// Wipes every secret that was sealed before a time.
pub(super) fn wipe(
    connection: &mut Connection,
    before: Timestamp,
    at: Timestamp,
) -> Result<(usize, Head), JournalError> {
    let mut change = Change::begin(connection)?;
    let secured = OPERATION.rows(
        change.tables(),
        "WHERE stage = ?1 AND changed_at < ?2",
        (coded(&Stage::Secured)?, before.as_microsecond()),
        Placed::read,
    )?;
    let count = secured.len();
    for placed in secured {
        take(&mut change, placed, Step::new(Event::Wiped, at), Load::Nothing)?;
    }
    Ok((count, change.commit()?))
}

pub(super) fn look(
    connection: &mut Connection,
    id: &OperationId,
    look: &Look,
) -> Result<((), Head), JournalError> {
    let mut change = Change::begin(connection)?;
    let place = change.find(id)?.place;
    let number = next(&change, "SELECT max(number) FROM look WHERE operation = ?1", place)?;
    change.put(&LOOK, look_values(place, number, look)?)?;
    Ok(((), change.commit()?))
}

fn next(change: &Change<'_>, last: &str, place: i64) -> Result<i64, JournalError> {
    let last: Option<i64> = change.tables().prepare_cached(last)?.query_row([place], |row| row.get(0))?;
    Ok(last.unwrap_or(0) + 1)
}
