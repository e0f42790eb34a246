//! Looks once for what became of an interrupted operation, and writes down what the look decides.
//! It must never send a write, nor call a client absent on the word of a list that is not whole.

use super::look_at_roles::look_at_roles;
use super::{Interrupted, Situation, known, read_intent, view};
use crate::app::create_client::secret_use_of;
use crate::app::failure::Failure;
use crate::app::operation::intent::Intent;
use crate::app::operation::underway::Underway;
use crate::app::preview_client::valid;
use crate::app::{App, Org};
use crate::domain::client::{ClientState, OauthClient};
use crate::domain::difference::differences;
use crate::domain::operation::{Event, OperationKind, Stage};
use crate::domain::recovery::{ChangeStep, Held, NextStep, step_of_change};
use crate::domain::summary::SecretUse;
use crate::journal::{Operation, OperationId, Step};

/// Looks once. The organization has to be open.
pub async fn look_for(app: &App, id: &OperationId) -> Result<Interrupted, Failure> {
    let operation = app.journal().await?.operation(id).await?;
    let org = app.org(&operation.org.profile_id).await?;
    org.must_be(&operation.org)?;
    let situation = match (operation.stage, operation.kind) {
        (Stage::Unknown | Stage::Absent, OperationKind::Create) => {
            look_for_client(app, &org, &operation).await?
        }
        (Stage::Unknown, kind) if kind.is_about_roles() => look_at_roles(app, &org, &operation).await?,
        (Stage::Unknown | Stage::Halfway, _) => look_at_change(app, &org, &operation).await?,
        _ => known(&operation),
    };
    let operation = app.journal().await?.operation(id).await?;
    Ok(view(app, operation, situation).await)
}

async fn look_for_client(app: &App, org: &Org, operation: &Operation) -> Result<Situation, Failure> {
    let intent = read_intent(operation).ok_or(Failure::NothingToRecover)?;
    let lost = intent.lost_create(&operation.client_name).ok_or(Failure::NothingToRecover)?;
    let underway = Underway::resume(app, operation).await?;
    if operation.stage == Stage::Absent {
        underway.record(&underway.step(Event::LookAgain)).await?;
    }
    let listed = org.session.list_clients_at().await?;
    if !listed.complete {
        return Ok(Situation::NotLooked);
    }
    // What other operations have brought forth is theirs, also what they found since this one was sent.
    let others = app.journal().await?.known_client_ids(&operation.org.org_id).await?;
    let candidates: Vec<String> =
        lost.candidates(&listed.clients).into_iter().filter(|id| !others.contains(id)).collect();
    let at = listed.at.unwrap_or_else(|| app.clock.now()).as_second();
    underway.journal.add_look(&underway.id, at, &candidates).await?;
    let looks = underway.journal.looks(&underway.id).await?;
    let empty: Vec<i64> =
        looks.iter().filter(|look| look.candidates.is_empty()).map(|look| look.at).collect();
    let needs_secret = intent.draft().is_some_and(|draft| secret_use_of(draft) != SecretUse::NotNeeded);
    let of = |ids: &[String]| -> Vec<OauthClient> {
        listed.clients.iter().filter(|client| ids.contains(&client.id)).cloned().collect()
    };
    Ok(match lost.next_step(&candidates, &empty) {
        NextStep::Adopt { client_id } => match of(&[client_id]).pop() {
            Some(client) => Situation::Found { client: Box::new(client), needs_secret },
            None => Situation::NotLooked,
        },
        NextStep::Choose { client_ids } => Situation::FoundSeveral { clients: of(&client_ids), needs_secret },
        NextStep::LookAgain { in_seconds } => Situation::StillLooking {
            looks: u32::try_from(looks.len()).unwrap_or(u32::MAX),
            look_again_in_seconds: in_seconds,
        },
        NextStep::NotThere => {
            underway.record(&underway.step(Event::NotThere)).await?;
            Situation::NotThere
        }
    })
}

/// Whether a client is as an interrupted change asked. A draft that is no longer valid was not carried out as it is.
async fn is_as_asked(org: &Org, operation: &Operation, held: &OauthClient) -> Result<bool, Failure> {
    let Some(Intent::Update { draft, .. }) = read_intent(operation) else { return Ok(false) };
    let facts = org.facts().await?;
    Ok(valid(&draft, &facts).is_ok_and(|(asked, _)| differences(&asked, held).is_empty()))
}

async fn look_at_change(app: &App, org: &Org, operation: &Operation) -> Result<Situation, Failure> {
    let id = operation.client_id.as_deref().ok_or(Failure::NothingToRecover)?;
    let held = match org.session.read_client(id).await {
        Ok(client) => {
            Held::There { state: client.state, as_asked: is_as_asked(org, operation, &client).await? }
        }
        Err(error) if error.says_gone() => Held::Gone,
        Err(error) => return Err(error.into()),
    };
    let underway = Underway::resume(app, operation).await?;
    let inactive = matches!(held, Held::There { state: ClientState::Inactive, .. });
    let (event, situation) = match step_of_change(operation.kind, &held) {
        ChangeStep::Finished => (Event::Confirmed, Situation::CarriedOut),
        ChangeStep::Continue if operation.kind == OperationKind::Delete && inactive => {
            (Event::Deactivated, Situation::HalfDeleted)
        }
        ChangeStep::Continue if held == Held::Gone => (Event::NotThere, Situation::NotCarriedOut),
        ChangeStep::Continue => (Event::SecretOutstanding, Situation::SecretLost),
        // Somebody made it active again: it is no longer half deleted.
        ChangeStep::NotCarriedOut if operation.stage == Stage::Halfway => {
            (Event::LeftAlone, Situation::NotCarriedOut)
        }
        ChangeStep::NotCarriedOut => (Event::NotThere, Situation::NotCarriedOut),
    };
    underway.record(&Step { client_id: Some(id.to_owned()), ..underway.step(event) }).await?;
    Ok(situation)
}
