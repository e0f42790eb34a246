//! Second clients out of one create: an intermediary that repeats a request makes them, and so does a client that
//! appears after everybody stopped looking. It must never delete one: it only makes sure that nobody overlooks it.

use crate::app::operation::intent::Intent;
use crate::app::operation::underway::{About, Underway};
use crate::app::{App, Org};
use crate::domain::client::OauthClient;
use crate::domain::operation::{Event, OperationKind, Stage};
use crate::journal::{HistoryQuery, Operation, OperationId, Step};

use super::read_intent;

/// How long after a create its list is watched for more clients of it, in days.
const WATCHED_DAYS: u32 = 1;
/// How many of the latest operations are looked at.
const WATCHED_OPERATIONS: u32 = 50;

/// Looks for more clients of one create, right after it.
pub(in crate::app) async fn note_twins_of(app: &App, org: &Org, id: &OperationId) {
    // A list that cannot be read now is read again before long.
    let Ok(listed) = org.session.list_clients_at().await else { return };
    let Ok(journal) = app.journal().await else { return };
    if let Ok(operation) = journal.operation(id).await {
        note(app, org, &operation, &listed.clients).await;
    }
}

/// Looks through a list that was read anyway for clients of the latest creates that nobody has seen.
pub(in crate::app) async fn note_twins(app: &App, org: &Org, listed: &[OauthClient]) {
    let Ok(journal) = app.journal().await else { return };
    let query = HistoryQuery {
        search: String::new(),
        org_id: Some(org.identity.org_id.clone()),
        stages: Vec::new(),
        offset: 0,
        limit: WATCHED_OPERATIONS,
    };
    let Ok(page) = journal.history(&query).await else { return };
    let since = app.clock.days_ago(WATCHED_DAYS);
    let over = |operation: &&Operation| operation.began_at >= since && !app.in_flight.holds(&operation.id);
    for operation in page.operations.iter().filter(over) {
        note(app, org, operation, listed).await;
    }
}

async fn note(app: &App, org: &Org, operation: &Operation, listed: &[OauthClient]) {
    if operation.kind != OperationKind::Create {
        return;
    }
    let Some(intent) = read_intent(operation) else { return };
    let Some(lost) = intent.lost_create(&operation.client_name) else { return };
    let mut candidates = lost.candidates(listed);
    candidates.retain(|id| operation.client_id.as_ref() != Some(id));
    if candidates.is_empty() {
        return;
    }
    let Ok(journal) = app.journal().await else { return };
    // While another create of this name is open, a client can be its own.
    let Ok(open) = journal.interrupted().await else { return };
    let same = |other: &Operation| {
        other.id != operation.id
            && (&other.org.org_id, &other.client_name) == (&operation.org.org_id, &operation.client_name)
    };
    if open
        .iter()
        .any(|other| other.kind == OperationKind::Create && other.stage != Stage::Replacing && same(other))
    {
        return;
    }
    let Ok(known) = journal.known_client_ids(&operation.org.org_id).await else { return };
    let fresh: Vec<String> = candidates.into_iter().filter(|id| !known.contains(id)).collect();
    match operation.stage {
        // It appeared after all.
        Stage::Absent if !fresh.is_empty() => {
            let _ = journal.advance(&operation.id, &Step::new(Event::LookAgain, app.clock.now())).await;
        }
        Stage::Secured | Stage::Done | Stage::Wiped | Stage::Replacing => {
            for id in &fresh {
                let _ = remember(app, org, operation, &intent, id).await;
            }
        }
        _ => {}
    }
}

/// Puts a second client among what was interrupted, for the person to decide.
async fn remember(
    app: &App,
    org: &Org,
    first: &Operation,
    intent: &Intent,
    id: &str,
) -> Result<(), crate::app::failure::Failure> {
    let Some(draft) = intent.draft() else { return Ok(()) };
    let twin = Intent::Twin { draft: Box::new(draft.clone()), of: first.id.to_string() };
    let about = About { id: Some(id), name: &first.client_name };
    let underway = Underway::begin(app, org, OperationKind::Create, about, &twin).await?;
    underway.record(&underway.step(Event::SecretOutstanding)).await?;
    Ok(())
}
