//! Reads how many clients an organization has, and how many it may have.
//! It must never fail because the limit cannot be found out: then none is known.

use super::App;
use super::failure::Failure;
use crate::domain::client_room::ClientRoom;

/// The room for clients. The clients are those that were listed last.
pub async fn read_client_room(app: &App, org: &str) -> Result<ClientRoom, Failure> {
    let org = app.org(org).await?;
    let (clients, limit) = tokio::join!(org.clients(app), app.read(&org, || org.session.read_client_limit()));
    Ok(ClientRoom::of(clients?.len(), limit.unwrap_or_default()))
}
