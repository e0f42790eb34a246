//! Commands about what a client was, and clients like another one: its changes, put back, copy, create again.
//! Each is one expression.

use tauri::State;

use crate::app::App;
use crate::app::failure::Failure;
use crate::app::list_client_changes::{self, ClientChange};
use crate::app::list_deleted;
use crate::app::list_history::HistoryEntry;
use crate::app::operation::OperationId;
use crate::app::put_back::{self, PutBackStart};
use crate::app::{recreate_client, start_copy};
use crate::domain::copy::CopyStart;

/// What Latchkey has changed of a client, newest first.
#[tauri::command]
#[specta::specta]
pub(super) async fn list_client_changes(
    app: State<'_, App>,
    org: &str,
    id: &str,
) -> Result<Vec<ClientChange>, Failure> {
    list_client_changes::list_client_changes(&app, org, id).await
}

/// The clients that Latchkey has deleted in an organization, newest first.
#[tauri::command]
#[specta::specta]
pub(super) async fn list_deleted(app: State<'_, App>, org: &str) -> Result<Vec<HistoryEntry>, Failure> {
    list_deleted::list_deleted(&app, org).await
}

/// The change that puts a client back as it was before an operation; nothing is sent.
#[tauri::command]
#[specta::specta]
pub(super) async fn start_put_back(
    app: State<'_, App>,
    org: &str,
    operation: OperationId,
) -> Result<PutBackStart, Failure> {
    put_back::start_put_back(&app, org, &operation).await
}

/// The draft of a client like one that is there, for the same organization or another one.
#[tauri::command]
#[specta::specta]
pub(super) async fn start_copy(
    app: State<'_, App>,
    from: &str,
    id: &str,
    to: &str,
    twin: bool,
) -> Result<CopyStart, Failure> {
    start_copy::start_copy(&app, from, id, to, twin).await
}

/// The draft of a client that was deleted, to be created again.
#[tauri::command]
#[specta::specta]
pub(super) async fn start_recreate(
    app: State<'_, App>,
    org: &str,
    operation: OperationId,
) -> Result<CopyStart, Failure> {
    recreate_client::start_recreate(&app, org, &operation).await
}
