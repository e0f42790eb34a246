//! Commands about clients.
//! Each is one expression.

use tauri::State;

use crate::app::App;
use crate::app::create_client::{self, Comparison, Created};
use crate::app::failure::Failure;
use crate::app::list_clients::{self, ClientDetail};
use crate::app::regenerate_secret::{self, NewSecret};
use crate::app::update_client::{self, ChangePreview, Updated};
use crate::app::{deactivate_client, delete_client};
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

/// One client with what it can do.
#[tauri::command]
#[specta::specta]
pub(super) async fn read_client(app: State<'_, App>, org: &str, id: &str) -> Result<ClientDetail, Failure> {
    list_clients::read_client(&app, org, id).await
}

/// Gives a client a new secret; the old one stops at once.
#[tauri::command]
#[specta::specta]
pub(super) async fn regenerate_secret(
    app: State<'_, App>,
    org: &str,
    id: &str,
    confirmed: bool,
) -> Result<NewSecret, Failure> {
    regenerate_secret::regenerate_secret(&app, org, id, confirmed).await
}

/// Makes a client inactive.
#[tauri::command]
#[specta::specta]
pub(super) async fn deactivate_client(
    app: State<'_, App>,
    org: &str,
    id: &str,
    confirmed: bool,
) -> Result<OauthClient, Failure> {
    deactivate_client::deactivate_client(&app, org, id, confirmed).await
}

/// Makes an inactive client active again.
#[tauri::command]
#[specta::specta]
pub(super) async fn reactivate_client(
    app: State<'_, App>,
    org: &str,
    id: &str,
    confirmed: bool,
) -> Result<OauthClient, Failure> {
    deactivate_client::reactivate_client(&app, org, id, confirmed).await
}

/// Deletes a client whose name was typed: makes it inactive first, then deletes it.
#[tauri::command]
#[specta::specta]
pub(super) async fn delete_client(
    app: State<'_, App>,
    org: &str,
    id: &str,
    typed_name: &str,
    confirmed: bool,
) -> Result<(), Failure> {
    delete_client::delete_client(&app, org, id, typed_name, confirmed).await
}

/// The draft with which a change to a client begins.
#[tauri::command]
#[specta::specta]
pub(super) async fn start_edit(app: State<'_, App>, org: &str, id: &str) -> Result<ClientDraft, Failure> {
    update_client::start_edit(&app, org, id).await
}

/// The change of a draft begun anew from what the client is now.
#[tauri::command]
#[specta::specta]
pub(super) async fn rebase_draft(
    app: State<'_, App>,
    org: &str,
    draft: ClientDraft,
) -> Result<ClientDraft, Failure> {
    update_client::rebase_draft(&app, org, &draft).await
}

/// What a change would send; nothing is sent.
#[tauri::command]
#[specta::specta]
pub(super) async fn preview_change(
    app: State<'_, App>,
    org: &str,
    draft: ClientDraft,
) -> Result<ChangePreview, Failure> {
    update_client::preview_change(&app, org, &draft).await
}

/// Sends the change of a draft.
#[tauri::command]
#[specta::specta]
pub(super) async fn update_client(
    app: State<'_, App>,
    org: &str,
    draft: ClientDraft,
    confirmed: bool,
) -> Result<Updated, Failure> {
    update_client::update_client(&app, org, &draft, confirmed).await
}
