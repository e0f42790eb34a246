//! Begins a client like another one: in the same organization, in another one, or beside an implicit client with PKCE.
//! It must never change anything, nor carry an identifier of one organization into another.

use std::sync::Arc;

use super::failure::Failure;
use super::prepare_form::mark_if_wanted;
use super::{App, Org};
use crate::domain::client::OauthClient;
use crate::domain::copy::{CopyStart, Places, copied, pkce_twin};
use crate::domain::facts::OrgFacts;

/// The draft of a client of one organization for another one, or for the same. `twin` asks for authorization code
/// with PKCE in place of implicit grant.
pub async fn start_copy(
    app: &App,
    from: &str,
    client_id: &str,
    to: &str,
    twin: bool,
) -> Result<CopyStart, Failure> {
    let source = app.org(from).await?;
    let target = app.org(to).await?;
    let client = app.read(&source, || source.session.read_client(client_id)).await?;
    let from_facts = source.facts().await?;
    begin(app, &client, &source, &from_facts, &target, twin).await
}

/// The draft of a client that was read, or remembered, in one organization.
pub(super) async fn begin(
    app: &App,
    client: &OauthClient,
    source: &Org,
    from: &Arc<OrgFacts>,
    target: &Org,
    twin: bool,
) -> Result<CopyStart, Failure> {
    let to = target.facts().await?;
    let places = Places {
        from,
        to: &to,
        same: source.identity.org_id == target.identity.org_id,
        region: target.session.endpoint().region(),
    };
    let start = if twin { pkce_twin(client, &places) } else { copied(client, &places) };
    let mut start = start.ok_or(Failure::NotEditable)?;
    start.draft.mark = mark_if_wanted(app).await;
    Ok(start)
}
