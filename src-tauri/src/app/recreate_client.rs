//! Begins to create a client again that Latchkey has deleted: the form, filled in with what the client was.
//! It must never pretend that it is the same client: its client ID and its secret will be new.

use super::App;
use super::failure::Failure;
use super::put_back::remembered;
use super::start_copy::begin;
use crate::domain::copy::CopyStart;
use crate::domain::operation::OperationKind;
use crate::journal::OperationId;

/// The draft of the client that an operation has deleted.
pub async fn start_recreate(app: &App, org: &str, id: &OperationId) -> Result<CopyStart, Failure> {
    let org = app.org(org).await?;
    let (operation, before) = remembered(app, &org, id).await?;
    if operation.kind != OperationKind::Delete {
        return Err(Failure::NothingToRecover);
    }
    let facts = org.facts().await?;
    begin(app, &before.client(), &org, &facts, &org, false).await
}
