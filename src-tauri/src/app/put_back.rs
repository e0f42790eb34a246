//! Begins to put a client back as it was before a change that Latchkey made: the ordinary change, filled in.
//! It must never send anything, nor restore a member that this version does not know.

use serde::Serialize;
use specta::Type;

use super::failure::Failure;
use super::operation::intent::Intent;
use super::recover::read_intent;
use super::{App, Org};
use crate::domain::change::{self, Stays};
use crate::domain::draft::ClientDraft;
use crate::genesys::whole_client::WholeClient;
use crate::journal::{Operation, OperationId};

/// The change that puts a client back as it was.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct PutBackStart {
    /// The change, begun from what the client is now.
    pub draft: ClientDraft,
    /// What is not put back with it.
    pub stays: Vec<Stays>,
}

/// The draft that makes the client of an operation as it was right before that operation.
pub async fn start_put_back(app: &App, org: &str, id: &OperationId) -> Result<PutBackStart, Failure> {
    let org = app.org(org).await?;
    let (operation, before) = remembered(app, &org, id).await?;
    let client_id = operation.client_id.as_deref().ok_or(Failure::NothingToRecover)?;
    let facts = org.facts().await?;
    let now = app.read(&org, || org.session.read_whole_client(client_id)).await?;
    let (was, is) = (before.client(), now.client());
    let draft = change::put_back(&was, &is, &facts).ok_or(Failure::NotEditable)?;
    let members = before.unknown_apart(&now).into_iter().map(|name| Stays::Member { name });
    Ok(PutBackStart { draft, stays: change::stays(&was, &is).into_iter().chain(members).collect() })
}

/// An operation on this organization, with what its client was before.
pub(super) async fn remembered(
    app: &App,
    org: &Org,
    id: &OperationId,
) -> Result<(Operation, WholeClient), Failure> {
    let operation = app.journal().await?.operation(id).await?;
    org.must_be(&operation.org)?;
    let before = read_intent(&operation).as_ref().and_then(Intent::before);
    Ok((operation, before.ok_or(Failure::NothingToRecover)?))
}
