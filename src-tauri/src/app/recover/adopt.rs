//! Finishes what was interrupted, as the person decided: adopts a client, replaces its secret, completes a delete.
//! It must never replace a secret that the person has not agreed to lose.

use super::{CreatedAgain, IntendedDraft, read_intent, twins};
use crate::app::create_client::{Comparison, Created, compare, created, secret_use_of};
use crate::app::delete_client::delete_inactive;
use crate::app::failure::Failure;
use crate::app::operation::sealed::{keep, sealing_key};
use crate::app::operation::underway::Underway;
use crate::app::place_secret::{Destination, UnplacedSecret, list_unplaced_secrets};
use crate::app::preview_client::valid;
use crate::app::regenerate_secret::NewSecret;
use crate::app::{App, Org};
use crate::domain::client::OauthClient;
use crate::domain::draft::ClientDraft;
use crate::domain::operation::{Event, OperationKind, Stage};
use crate::domain::summary::SecretUse;
use crate::genesys::clients::CreatedClient;
use crate::genesys::error::{Answered, Processed};
use crate::journal::{Operation, OperationId, Step};

/// How often a new secret is asked for when its answer is lost: the person agreed that the old one dies.
const REPLACE_ATTEMPTS: u32 = 5;

/// Takes a found client as the one that was created, and gives it a new secret where one is needed.
pub async fn adopt_client(
    app: &App,
    id: &OperationId,
    client_id: &str,
    confirmed: bool,
) -> Result<Created, Failure> {
    let (org, operation) = opened(app, id, confirmed).await?;
    let draft = read_intent(&operation).and_then(|intent| intent.draft().cloned());
    let draft = draft.ok_or(Failure::NothingToRecover)?;
    let underway = Underway::resume(app, &operation).await?;
    must_be_found(&underway, &operation, client_id).await?;
    let (client, secret) = if secret_use_of(&draft) == SecretUse::NotNeeded {
        let client = org.session.read_client(client_id).await?;
        if operation.stage == Stage::Replacing {
            let step = underway.step(Event::Placed);
            underway.journal.place(&underway.id, &step, Destination::Nobody.name()).await?;
        } else {
            let step = Step { client_id: Some(client.id.clone()), ..underway.step(Event::Confirmed) };
            underway.record(&step).await?;
        }
        (client, None)
    } else {
        let key = sealing_key(app, &org).await?;
        let answer = replaced(&org, &underway, client_id).await?;
        keep(app, &org, &underway, answer, &key).await
    };
    twins::note_twins_of(app, &org, &underway.id).await;
    let comparison = compared(app, &org, &client, &draft).await?;
    Ok(created(&org, &draft, client, secret, comparison))
}

/// A client that was created, as the page showed it right after: from what was intended, and what is there now.
pub async fn read_created(app: &App, id: &OperationId) -> Result<CreatedAgain, Failure> {
    let operation = app.journal().await?.operation(id).await?;
    let org = app.org(&operation.org.profile_id).await?;
    org.must_be(&operation.org)?;
    let draft = read_intent(&operation).and_then(|intent| intent.draft().cloned());
    let draft = draft.ok_or(Failure::NothingToRecover)?;
    let client_id = operation.client_id.as_deref().ok_or(Failure::NothingToRecover)?;
    let client = app.read(&org, || org.session.read_client(client_id)).await?;
    let unplaced = list_unplaced_secrets(app).await?;
    let is_its = |held: &UnplacedSecret| held.org_id == org.id && held.client_id == client.id;
    let secret = unplaced.into_iter().find(is_its).map(|held| held.kept);
    let comparison = compared(app, &org, &client, &draft).await?;
    let created = created(&org, &draft, client, secret, comparison);
    Ok(CreatedAgain { profile_id: operation.org.profile_id, draft, created })
}

/// What reading a client again shows. It is there, whether or not the same draft could still be sent.
async fn compared(
    app: &App,
    org: &Org,
    client: &OauthClient,
    draft: &ClientDraft,
) -> Result<Comparison, Failure> {
    Ok(match valid(draft, &*org.facts().await?) {
        Ok((asked, _)) => compare(app, org, &client.id, &asked).await,
        Err(failure) => Comparison::Failed { failure: Box::new(failure) },
    })
}

/// Completes a delete that came half way, or replaces a secret that was lost.
pub async fn finish_change(
    app: &App,
    id: &OperationId,
    confirmed: bool,
) -> Result<Option<NewSecret>, Failure> {
    let (org, operation) = opened(app, id, confirmed).await?;
    let client_id = operation.client_id.as_deref().ok_or(Failure::NothingToRecover)?;
    let underway = Underway::resume(app, &operation).await?;
    match (operation.kind, operation.stage) {
        (OperationKind::Delete, Stage::Halfway) => {
            delete_inactive(app, &org, &underway, client_id).await?;
            Ok(None)
        }
        (OperationKind::Create | OperationKind::RegenerateSecret, Stage::Replacing) => {
            let key = sealing_key(app, &org).await?;
            let answer = replaced(&org, &underway, client_id).await?;
            let (client, secret) = keep(app, &org, &underway, answer, &key).await;
            Ok(Some(NewSecret { client, secret }))
        }
        _ => Err(Failure::NothingToRecover),
    }
}

/// Leaves an operation as it is: the person looks after it elsewhere. One that is over already stays as it ended.
pub async fn leave_alone(app: &App, id: &OperationId) -> Result<(), Failure> {
    let operation = app.journal().await?.operation(id).await?;
    if !operation.stage.is_interrupted() && operation.stage != Stage::Absent {
        return Ok(());
    }
    let underway = Underway::resume(app, &operation).await?;
    underway.record(&underway.step(Event::LeftAlone)).await?;
    Ok(())
}

/// The draft of a create that was interrupted, to be filled in again.
pub async fn read_intended_draft(app: &App, id: &OperationId) -> Result<IntendedDraft, Failure> {
    let operation = app.journal().await?.operation(id).await?;
    let draft = read_intent(&operation).and_then(|intent| intent.draft().cloned());
    let draft = draft.ok_or(Failure::NothingToRecover)?;
    Ok(IntendedDraft { profile_id: operation.org.profile_id, draft })
}

/// Only a client that the last look found may be taken.
async fn must_be_found(underway: &Underway, operation: &Operation, client_id: &str) -> Result<(), Failure> {
    let looks = underway.journal.looks(&operation.id).await?;
    let found = looks.last().is_some_and(|look| look.candidates.iter().any(|id| id == client_id));
    if found || operation.client_id.as_deref() == Some(client_id) {
        Ok(())
    } else {
        Err(Failure::NothingToRecover)
    }
}

async fn opened(
    app: &App,
    id: &OperationId,
    confirmed: bool,
) -> Result<(std::sync::Arc<Org>, Operation), Failure> {
    let operation = app.journal().await?.operation(id).await?;
    let org = app.org(&operation.org.profile_id).await?;
    org.must_be(&operation.org)?;
    org.confirm(confirmed).await?;
    Ok((org, operation))
}

/// A new secret for a client. A lost answer is asked for again: whatever it held is dead by then.
async fn replaced(
    org: &Org,
    underway: &Underway,
    client_id: &str,
) -> Result<Answered<CreatedClient>, Failure> {
    let agreed = Step { client_id: Some(client_id.to_owned()), ..underway.step(Event::SecretOutstanding) };
    underway.record(&agreed).await?;
    let mut attempt = 1;
    loop {
        match org.write(org.session.regenerate_secret(client_id)).await {
            Ok(answer) => return Ok(answer),
            Err(error) if error.was_processed() == Processed::Unknown && attempt < REPLACE_ATTEMPTS => {
                underway.failed(error).await;
                attempt += 1;
            }
            Err(error) => return Err(underway.failed(error).await),
        }
    }
}
