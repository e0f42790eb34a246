//! Lists the clients of an organization, shows windows of the list, and reads one client with what it can do.
//! It must never ask for a secret: reading never gives one.

use std::sync::Arc;

use serde::Serialize;
use specta::Type;

use super::check_health::insights;
use super::failure::Failure;
use super::place_secret::{Destination, placed};
use super::recover::twins::note_twins;
use super::roster::{Listed, Prepared};
use super::{App, Org};
use crate::domain::client::OauthClient;
use crate::domain::client_list::{ClientRow, ClientTable, Facets, ListQuery};
use crate::domain::summary::{self, SummaryLine};

/// Most rows of one window.
const MOST_ROWS: u32 = 500;

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

/// A list that was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ClientsRead {
    /// How many clients there are.
    pub total: u32,
    /// How many entries of the list could not be read, and are not among them.
    pub skipped: u32,
    /// When, ISO 8601 in UTC.
    pub read_at: String,
    /// A number that is another one for each list.
    pub version: u32,
}

/// A part of what a look at the list found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ClientWindow {
    /// How many clients there are.
    pub total: u32,
    /// How many of them fit.
    pub matched: u32,
    /// The place of the first row.
    pub offset: u32,
    /// The rows.
    pub rows: Vec<ClientRow>,
    /// What each filter would show.
    pub facets: Facets,
    /// Which list it is a part of.
    pub version: u32,
}

/// Reads the list anew.
pub async fn refresh_clients(app: &App, org: &str) -> Result<ClientsRead, Failure> {
    let org = app.org(org).await?;
    org.list_with_outline(app).await?;
    let Prepared { table, listed, .. } = &*org.prepare(app).await?;
    let Listed { skipped, read_at, version, .. } = &**listed;
    Ok(ClientsRead { total: table.total(), skipped: *skipped, read_at: read_at.clone(), version: *version })
}

/// A window of the list as it was last read; of one that is read now, if none was since the last write.
pub async fn look_at_clients(
    app: &App,
    org: &str,
    query: &ListQuery,
    offset: u32,
    limit: u32,
) -> Result<ClientWindow, Failure> {
    let org = app.org(org).await?;
    let shown = org.shown(app).await?;
    let listing = shown.look(query);
    Ok(ClientWindow {
        total: shown.table.total(),
        matched: listing.matched(),
        offset,
        rows: shown.table.window(&listing, offset, limit.min(MOST_ROWS)),
        facets: listing.facets().clone(),
        version: shown.listed.version,
    })
}

/// The client IDs of what a look found, or of a part of it, to be selected.
pub async fn list_client_ids(
    app: &App,
    org: &str,
    query: &ListQuery,
    offset: u32,
    limit: u32,
) -> Result<Vec<String>, Failure> {
    let org = app.org(org).await?;
    let shown = org.shown(app).await?;
    Ok(shown.table.ids(&shown.look(query), offset, limit))
}

/// Every client of an organization, read now.
pub async fn list_clients(app: &App, org: &str) -> Result<Arc<Vec<OauthClient>>, Failure> {
    let org = app.org(org).await?;
    Ok(org.list(app).await?.clients.clone())
}

impl Org {
    /// Every client, read now, and kept.
    pub(super) async fn list(&self, app: &App) -> Result<Arc<Listed>, Failure> {
        let unwritten = self.roster.unwritten().await;
        // The journal is opened meanwhile: it is looked into as soon as the list is there.
        let (read, _) = tokio::join!(app.read(self, || self.session.list_clients_at()), app.journal());
        let read = read?;
        note_twins(app, self, &read.clients).await;
        Ok(self.roster.hold(unwritten, read, app.clock.now().to_string()).await)
    }

    /// The same, and what tells clients apart is read beside them: neither waits for the other.
    pub(super) async fn list_with_outline(&self, app: &App) -> Result<Arc<Listed>, Failure> {
        // Whoever may not see roles sees the clients all the same.
        let (listed, _) = tokio::join!(self.list(app), app.read(self, || self.read_outline()));
        listed
    }

    /// The list as it was last read; read now if none was since the last write.
    async fn listed(&self, app: &App) -> Result<Arc<Listed>, Failure> {
        match self.roster.held().await {
            Some(listed) => Ok(listed),
            None => self.list_with_outline(app).await,
        }
    }

    /// The list as a person sees it: with findings and last uses.
    pub(super) async fn shown(&self, app: &App) -> Result<Arc<Prepared>, Failure> {
        match self.roster.prepared().await {
            Some(prepared) => Ok(prepared),
            None => self.prepare(app).await,
        }
    }

    /// Prepares the list as it was last read, with what is known of its clients now.
    async fn prepare(&self, app: &App) -> Result<Arc<Prepared>, Failure> {
        let listed = self.listed(app).await?;
        let (scim_roles, insights) = insights(app, self).await.unwrap_or_default();
        let table = ClientTable::new(listed.clients.clone(), &scim_roles, &insights);
        Ok(self.roster.prepare(listed, table).await)
    }

    /// The clients as they were last listed; listed now if they never were.
    pub(super) async fn clients(&self, app: &App) -> Result<Arc<Vec<OauthClient>>, Failure> {
        Ok(self.listed(app).await?.clients.clone())
    }
}

/// One client.
pub async fn read_client(app: &App, org: &str, id: &str) -> Result<ClientDetail, Failure> {
    let open = app.org(org).await?;
    let (client, facts) = tokio::join!(app.read(&open, || open.session.read_client(id)), open.facts());
    let (client, facts) = (client?, facts?);
    let secret_placed = placed(app, &open, id).await?;
    Ok(ClientDetail {
        summary: summary::of_client(&client, &facts),
        roles_not_held: facts.roles_not_held(&client.roles),
        client,
        secret_placed,
    })
}
