//! Lists the clients of an organization, and reads one with what it can do.
//! It must never ask for a secret: reading never gives one.

use std::sync::Arc;

use serde::Serialize;
use specta::Type;

use super::failure::Failure;
use super::place_secret::{Destination, placed};
use super::recover::twins::note_twins;
use super::{App, Org};
use crate::domain::client::OauthClient;
use crate::domain::summary::{self, SummaryLine};

/// One client with what it can do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ClientDetail {
    /// The client.
    pub client: OauthClient,
    /// What it can and cannot do; empty for a grant type that this version does not know.
    pub summary: Vec<SummaryLine>,
    /// The names of its roles that the signed-in person does not hold: without them it can be neither changed nor
    /// given a new secret.
    pub roles_not_held: Vec<String>,
    /// Where its secret went, as the person said.
    pub secret_placed: Option<Destination>,
}

/// Every client of an organization, read now.
pub async fn list_clients(app: &App, org: &str) -> Result<Vec<OauthClient>, Failure> {
    let org = app.org(org).await?;
    Ok(org.list(app).await?.to_vec())
}

impl Org {
    /// Every client, read now, and kept.
    pub(super) async fn list(&self, app: &App) -> Result<Arc<Vec<OauthClient>>, Failure> {
        let clients = Arc::new(app.read(self, || self.session.list_clients()).await?);
        note_twins(app, self, &clients).await;
        *self.clients.write().await = Some(clients.clone());
        Ok(clients)
    }

    /// The clients as they were last listed; listed now if they never were.
    pub(super) async fn clients(&self, app: &App) -> Result<Arc<Vec<OauthClient>>, Failure> {
        let known = self.clients.read().await.clone();
        match known {
            Some(clients) => Ok(clients),
            None => self.list(app).await,
        }
    }
}

/// One client.
pub async fn read_client(app: &App, org: &str, id: &str) -> Result<ClientDetail, Failure> {
    let open = app.org(org).await?;
    let client = app.read(&open, || open.session.read_client(id)).await?;
    let facts = open.facts().await?;
    let secret_placed = placed(app, &open, id).await?;
    Ok(ClientDetail {
        summary: summary::of_client(&client, &facts),
        roles_not_held: facts.roles_not_held(&client.roles),
        client,
        secret_placed,
    })
}
