//! Commands about secrets and the clipboard, and the event that keeps the window open while a secret is unplaced.
//! Each is one expression.

use serde::Serialize;
use specta::Type;
use tauri::{State, WebviewWindow};
use tauri_specta::Event;

use crate::app::App;
use crate::app::copy_text::{self, Copied};
use crate::app::failure::Failure;
use crate::app::place_secret::{self, Destination, RevealedSecret, UnplacedSecret};

/// Sent when closing the window was held back because secrets are unplaced.
#[derive(Debug, Clone, Serialize, Type, Event)]
#[serde(rename_all = "camelCase")]
pub struct CloseHeldBack {
    /// Their clients.
    pub secrets: Vec<UnplacedSecret>,
}

/// Shows a held secret.
#[tauri::command]
#[specta::specta]
pub(super) async fn reveal_secret(
    app: State<'_, App>,
    org: &str,
    client: &str,
) -> Result<RevealedSecret, Failure> {
    place_secret::reveal_secret(&app, org, client).await
}

/// Copies a held secret; the clipboard is cleared later.
#[tauri::command]
#[specta::specta]
pub(super) async fn copy_secret(app: State<'_, App>, org: &str, client: &str) -> Result<Copied, Failure> {
    place_secret::copy_secret(&app, org, client).await
}

/// Lets go of a secret, now that the person said where it went.
#[tauri::command]
#[specta::specta]
pub(super) async fn place_secret(
    app: State<'_, App>,
    org: &str,
    client: &str,
    destination: Destination,
) -> Result<(), Failure> {
    place_secret::place_secret(&app, org, client, destination).await
}

/// Clients whose secret nobody has put anywhere yet.
#[tauri::command]
#[specta::specta]
pub(super) async fn list_unplaced_secrets(app: State<'_, App>) -> Result<Vec<UnplacedSecret>, Failure> {
    place_secret::list_unplaced_secrets(&app).await
}

/// Copies a text that is not secret.
#[tauri::command]
#[specta::specta]
pub(super) async fn copy_text(app: State<'_, App>, text: &str) -> Result<Copied, Failure> {
    copy_text::copy_text(&app, text).await
}

/// Closes the window although secrets are unplaced: the person said so.
#[tauri::command]
#[specta::specta]
pub(super) fn close_window(window: WebviewWindow) {
    let _ = window.destroy();
}
