//! Makes a client inactive, which is the first step of deleting it, and active again.
//! It must never lose a member of the record that this version does not know.

use super::failure::Failure;
use super::operation::intent::Intent;
use super::operation::underway::{About, Underway};
use super::{App, Org};
use crate::domain::client::{ClientState, OauthClient};
use crate::domain::operation::{Event, OperationKind};
use crate::genesys::error::{Answered, ApiError};
use crate::genesys::whole_client::WholeClient;
use crate::journal::Step;

/// Makes a client inactive: it gives no new tokens, and Genesys Cloud deletes it some day.
pub async fn deactivate_client(
    app: &App,
    org: &str,
    id: &str,
    confirmed: bool,
) -> Result<OauthClient, Failure> {
    set_state(app, org, id, ClientState::Inactive, confirmed).await
}

/// Makes an inactive client active again.
pub async fn reactivate_client(
    app: &App,
    org: &str,
    id: &str,
    confirmed: bool,
) -> Result<OauthClient, Failure> {
    set_state(app, org, id, ClientState::Active, confirmed).await
}

async fn set_state(
    app: &App,
    org: &str,
    id: &str,
    state: ClientState,
    confirmed: bool,
) -> Result<OauthClient, Failure> {
    let org = app.org(org).await?;
    org.confirm(confirmed).await?;
    let whole = org.session.read_whole_client(id).await?;
    let kind = match state {
        ClientState::Active => OperationKind::Reactivate,
        _ => OperationKind::Deactivate,
    };
    let client = whole.client();
    let about = About { id: Some(id), name: &client.name };
    let underway = Underway::begin(app, &org, kind, about, &Intent::change(&whole)).await?;
    match put_state(&org, id, &whole, state).await {
        Ok(answer) => {
            let step =
                Step { client_id: Some(id.to_owned()), ..underway.answered(Event::Confirmed, &answer) };
            underway.record(&step).await?;
            Ok(answer.value)
        }
        Err(error) => Err(underway.failed(error).await),
    }
}

pub(super) async fn put_state(
    org: &Org,
    id: &str,
    whole: &WholeClient,
    state: ClientState,
) -> Result<Answered<OauthClient>, ApiError> {
    org.write(org.session.put_client(id, &whole.with_state(state))).await
}
