//! Commands about the journal: what was interrupted, and the history.
//! Each is one expression.

use tauri::State;

use crate::app::App;
use crate::app::create_client::Created;
use crate::app::export_history::{self, ExportFormat, Exported};
use crate::app::failure::Failure;
use crate::app::list_history::{self, History, HistoryPart, HistoryStep};
use crate::app::open_journal::{self, JournalState};
use crate::app::operation::OperationId;
use crate::app::recover::{self, CreatedAgain, IntendedDraft, Interrupted};
use crate::app::regenerate_secret::NewSecret;
use crate::app::save_support_bundle;

/// Whether changes can be written down.
#[tauri::command]
#[specta::specta]
pub(super) async fn read_journal_state(app: State<'_, App>) -> Result<JournalState, Failure> {
    Ok(open_journal::read_journal_state(&app).await)
}

/// Every operation that was interrupted, oldest first.
#[tauri::command]
#[specta::specta]
pub(super) async fn list_interrupted(app: State<'_, App>) -> Result<Vec<Interrupted>, Failure> {
    recover::list_interrupted(&app).await
}

/// Looks once for what became of an interrupted operation. Its organization has to be open.
#[tauri::command]
#[specta::specta]
pub(super) async fn look_for(app: State<'_, App>, operation: OperationId) -> Result<Interrupted, Failure> {
    recover::look_for(&app, &operation).await
}

/// Takes a found client as the one that was created, with a new secret where one is needed.
#[tauri::command]
#[specta::specta]
pub(super) async fn adopt_client(
    app: State<'_, App>,
    operation: OperationId,
    client: &str,
    confirmed: bool,
) -> Result<Created, Failure> {
    recover::adopt_client(&app, &operation, client, confirmed).await
}

/// Completes a delete that came half way, or replaces a secret that was lost.
#[tauri::command]
#[specta::specta]
pub(super) async fn finish_change(
    app: State<'_, App>,
    operation: OperationId,
    confirmed: bool,
) -> Result<Option<NewSecret>, Failure> {
    recover::finish_change(&app, &operation, confirmed).await
}

/// Leaves an interrupted operation as it is.
#[tauri::command]
#[specta::specta]
pub(super) async fn leave_alone(app: State<'_, App>, operation: OperationId) -> Result<(), Failure> {
    recover::leave_alone(&app, &operation).await
}

/// The draft of a create that was interrupted, to be filled in again.
#[tauri::command]
#[specta::specta]
pub(super) async fn read_intended_draft(
    app: State<'_, App>,
    operation: OperationId,
) -> Result<IntendedDraft, Failure> {
    recover::read_intended_draft(&app, &operation).await
}

/// A client that was created, with what comes next.
#[tauri::command]
#[specta::specta]
pub(super) async fn read_created(
    app: State<'_, App>,
    operation: OperationId,
) -> Result<CreatedAgain, Failure> {
    recover::read_created(&app, &operation).await
}

/// A part of the history, newest first.
#[tauri::command]
#[specta::specta]
pub(super) async fn list_history(
    app: State<'_, App>,
    search: &str,
    part: HistoryPart,
    offset: u32,
    limit: u32,
) -> Result<History, Failure> {
    list_history::list_history(&app, search, part, offset, limit).await
}

/// The steps of one operation, oldest first.
#[tauri::command]
#[specta::specta]
pub(super) async fn list_history_steps(
    app: State<'_, App>,
    operation: OperationId,
) -> Result<Vec<HistoryStep>, Failure> {
    list_history::list_history_steps(&app, &operation).await
}

/// Writes the history to a new file.
#[tauri::command]
#[specta::specta]
pub(super) async fn export_history(
    app: State<'_, App>,
    search: &str,
    part: HistoryPart,
    format: ExportFormat,
) -> Result<Exported, Failure> {
    export_history::export_history(&app, search, part, format).await
}

/// Saves what support needs to know.
#[tauri::command]
#[specta::specta]
pub(super) async fn save_support_bundle(app: State<'_, App>) -> Result<Exported, Failure> {
    save_support_bundle::save_support_bundle(&app).await
}
