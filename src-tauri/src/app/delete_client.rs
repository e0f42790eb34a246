//! Deletes a client: makes it inactive first, as Genesys Cloud asks, then deletes it.
//! It must never delete a client whose name the person has not typed.

use super::deactivate_client::put_state;
use super::failure::Failure;
use super::operation::intent::Intent;
use super::operation::sealed::supersede;
use super::operation::underway::{About, Underway};
use super::{App, Org};
use crate::domain::client::ClientState;
use crate::domain::operation::{Event, OperationKind};
use crate::journal::Step;

/// Deletes a client whose name was typed. What was done of it is in the journal at every step.
pub async fn delete_client(
    app: &App,
    org: &str,
    id: &str,
    typed_name: &str,
    confirmed: bool,
) -> Result<(), Failure> {
    let org = app.org(org).await?;
    org.confirm(confirmed).await?;
    let whole = org.session.read_whole_client(id).await?;
    let client = whole.client();
    if typed_name.trim() != client.name.trim() {
        return Err(Failure::NameNotTyped);
    }
    let about = About { id: Some(id), name: &client.name };
    let underway = Underway::begin(app, &org, OperationKind::Delete, about, &Intent::change(&whole)).await?;
    if client.state == ClientState::Active {
        match put_state(&org, id, &whole, ClientState::Inactive).await {
            Ok(answer) => underway.record(&underway.answered(Event::Deactivated, &answer)).await?,
            Err(error) => return Err(underway.failed(error).await),
        };
    }
    delete_inactive(app, &org, &underway, id).await
}

/// The second step. A client that is gone already is what was wanted.
pub(super) async fn delete_inactive(
    app: &App,
    org: &Org,
    underway: &Underway,
    id: &str,
) -> Result<(), Failure> {
    let step = match org.write(org.session.delete_client(id)).await {
        Ok(answer) => underway.answered(Event::Confirmed, &answer),
        Err(error) if error.says_gone() => underway.step(Event::Confirmed),
        Err(error) => return Err(underway.failed(error).await),
    };
    underway.record(&Step { client_id: Some(id.to_owned()), ..step }).await?;
    supersede(app, org, underway, id).await;
    Ok(())
}
