//! Commands about the list of clients: windows of it, its views, and what is exported of it.
//! Each is one expression.

use tauri::State;

use crate::app::App;
use crate::app::export_clients::{self, ClientExport};
use crate::app::export_history::Exported;
use crate::app::failure::Failure;
use crate::app::keep_views::{self, ListViews};
use crate::app::list_clients::{self, ClientWindow, ClientsRead};
use crate::domain::client_list::{ClientColumn, ListQuery};

/// Reads the list of clients anew.
#[tauri::command]
#[specta::specta]
pub(super) async fn refresh_clients(app: State<'_, App>, org: &str) -> Result<ClientsRead, Failure> {
    list_clients::refresh_clients(&app, org).await
}

/// A window of the list as it was last read.
#[tauri::command]
#[specta::specta]
pub(super) async fn look_at_clients(
    app: State<'_, App>,
    org: &str,
    query: ListQuery,
    offset: u32,
    limit: u32,
) -> Result<ClientWindow, Failure> {
    list_clients::look_at_clients(&app, org, &query, offset, limit).await
}

/// The client IDs of a part of what a look finds.
#[tauri::command]
#[specta::specta]
pub(super) async fn list_client_ids(
    app: State<'_, App>,
    org: &str,
    query: ListQuery,
    offset: u32,
    limit: u32,
) -> Result<Vec<String>, Failure> {
    list_clients::list_client_ids(&app, org, &query, offset, limit).await
}

/// Writes clients of the list to a new file.
#[tauri::command]
#[specta::specta]
pub(super) async fn export_clients(
    app: State<'_, App>,
    org: &str,
    asked: ClientExport,
) -> Result<Exported, Failure> {
    export_clients::export_clients(&app, org, &asked).await
}

/// The columns and the saved views.
#[tauri::command]
#[specta::specta]
pub(super) async fn read_list_views(app: State<'_, App>) -> Result<ListViews, Failure> {
    Ok(keep_views::read_list_views(&app).await)
}

/// Keeps the columns.
#[tauri::command]
#[specta::specta]
pub(super) async fn keep_list_columns(
    app: State<'_, App>,
    columns: Vec<ClientColumn>,
) -> Result<ListViews, Failure> {
    keep_views::keep_list_columns(&app, columns).await
}

/// Keeps a view under a name.
#[tauri::command]
#[specta::specta]
pub(super) async fn save_list_view(
    app: State<'_, App>,
    name: &str,
    query: ListQuery,
) -> Result<ListViews, Failure> {
    keep_views::save_list_view(&app, name, query).await
}

/// Gives a view another name.
#[tauri::command]
#[specta::specta]
pub(super) async fn rename_list_view(
    app: State<'_, App>,
    name: &str,
    new_name: &str,
) -> Result<ListViews, Failure> {
    keep_views::rename_list_view(&app, name, new_name).await
}

/// Forgets a view.
#[tauri::command]
#[specta::specta]
pub(super) async fn delete_list_view(app: State<'_, App>, name: &str) -> Result<ListViews, Failure> {
    keep_views::delete_list_view(&app, name).await
}
