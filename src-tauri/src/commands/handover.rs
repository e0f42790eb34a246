//! Commands about handing a client over: its documents, and a test that it works. Each is one expression.

use tauri::State;

use crate::app::App;
use crate::app::export_history::Exported;
use crate::app::failure::Failure;
use crate::app::hand_over::{self, DocumentKind, HandOverView};
use crate::app::test_client::{self, ClientTest};
use crate::domain::secret::Secret;

/// What the receiver of a client needs, read now.
#[tauri::command]
#[specta::specta]
pub(super) async fn read_hand_over(
    app: State<'_, App>,
    org: &str,
    id: &str,
) -> Result<HandOverView, Failure> {
    hand_over::read_hand_over(&app, org, id).await
}

/// Writes one of the documents of a client into the person's folder for downloads.
#[tauri::command]
#[specta::specta]
pub(super) async fn save_document(
    app: State<'_, App>,
    org: &str,
    id: &str,
    kind: DocumentKind,
) -> Result<Exported, Failure> {
    hand_over::save_document(&app, org, id, kind).await
}

/// Tests a client with a typed secret, or with the one that is kept for it.
#[tauri::command]
#[specta::specta]
pub(super) async fn test_client(
    app: State<'_, App>,
    org: &str,
    id: &str,
    secret: Option<String>,
) -> Result<ClientTest, Failure> {
    test_client::test_client(&app, org, id, secret.map(Secret::new)).await
}
