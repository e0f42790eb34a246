//! Commands about clients.
//! Each is one expression.

use tauri::State;

use crate::app::App;
use crate::app::create_client::{self, Comparison, Created};
use crate::app::failure::Failure;
use crate::app::list_clients::{self, ClientDetail};
use crate::domain::client::OauthClient;
use crate::domain::draft::ClientDraft;

/// Creates the client of a draft. In a production organization `confirmed` says that the person was asked once more.
#[tauri::command]
#[specta::specta]
pub(super) async fn create_client(
    app: State<'_, App>,
    org: &str,
    draft: ClientDraft,
    confirmed: bool,
) -> Result<Created, Failure> {
    create_client::create_client(&app, org, &draft, confirmed).await
}

/// Reads a created client again and compares it with its draft.
#[tauri::command]
#[specta::specta]
pub(super) async fn compare_client(
    app: State<'_, App>,
    org: &str,
    id: &str,
    draft: ClientDraft,
) -> Result<Comparison, Failure> {
    create_client::compare_client(&app, org, id, &draft).await
}

/// Every client of an organization.
#[tauri::command]
#[specta::specta]
pub(super) async fn list_clients(app: State<'_, App>, org: &str) -> Result<Vec<OauthClient>, Failure> {
    list_clients::list_clients(&app, org).await
}

/// One client with what it can do.
#[tauri::command]
#[specta::specta]
pub(super) async fn read_client(app: State<'_, App>, org: &str, id: &str) -> Result<ClientDetail, Failure> {
    list_clients::read_client(&app, org, id).await
}
