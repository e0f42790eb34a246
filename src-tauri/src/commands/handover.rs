//! Commands about handing a client over: its documents, a test that it works, and sealed files both ways. Each is one
//! expression.

use tauri::State;

use crate::app::App;
use crate::app::copy_text::Copied;
use crate::app::export_history::Exported;
use crate::app::failure::Failure;
use crate::app::fetch_token::{self, ReminderWords, ScimToken};
use crate::app::hand_over::{self, DocumentKind, HandOverView};
use crate::app::open_sealed_file::{self, OpenedFile};
use crate::app::place_secret::RevealedSecret;
use crate::app::seal_hand_over::{self, SealedWith};
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

/// A passphrase by chance, to be told to the receiver.
#[tauri::command]
#[specta::specta]
pub(super) fn propose_passphrase() -> Result<RevealedSecret, Failure> {
    seal_hand_over::propose_passphrase()
}

/// Seals a client with the secret that waits for it into a file.
#[tauri::command]
#[specta::specta]
pub(super) async fn seal_hand_over(
    app: State<'_, App>,
    org: &str,
    id: &str,
    using: SealedWith,
    key: String,
    note: &str,
) -> Result<Exported, Failure> {
    seal_hand_over::seal_hand_over(&app, org, id, using, Secret::new(key), note).await
}

/// Whether a passphrase opens a sealed file; otherwise one's own key does, if anything.
#[tauri::command]
#[specta::specta]
pub(super) fn needs_passphrase(text: &str) -> Result<bool, Failure> {
    open_sealed_file::needs_passphrase(text)
}

/// Opens a sealed file, with one's own key where there is no passphrase.
#[tauri::command]
#[specta::specta]
pub(super) async fn open_sealed_file(
    app: State<'_, App>,
    text: String,
    passphrase: Option<String>,
) -> Result<OpenedFile, Failure> {
    open_sealed_file::open_sealed_file(&app, text, passphrase.map(Secret::new)).await
}

/// Shows the secret of the sealed file that is open.
#[tauri::command]
#[specta::specta]
pub(super) async fn reveal_sealed_secret(app: State<'_, App>) -> Result<RevealedSecret, Failure> {
    open_sealed_file::reveal_sealed_secret(&app).await
}

/// Copies the secret of the sealed file that is open; the clipboard is cleared later.
#[tauri::command]
#[specta::specta]
pub(super) async fn copy_sealed_secret(app: State<'_, App>) -> Result<Copied, Failure> {
    open_sealed_file::copy_sealed_secret(&app).await
}

/// Writes one of the documents of the sealed file that is open into the person's folder for downloads.
#[tauri::command]
#[specta::specta]
pub(super) async fn save_sealed_document(
    app: State<'_, App>,
    kind: DocumentKind,
) -> Result<Exported, Failure> {
    open_sealed_file::save_sealed_document(&app, kind).await
}

/// Lets go of what was in a sealed file.
#[tauri::command]
#[specta::specta]
pub(super) async fn close_sealed_file(app: State<'_, App>) -> Result<(), Failure> {
    open_sealed_file::close_sealed_file(&app).await
}

/// One's own public key, for those who seal files.
#[tauri::command]
#[specta::specta]
pub(super) async fn read_public_key(app: State<'_, App>) -> Result<String, Failure> {
    open_sealed_file::read_public_key(&app).await
}

/// Fetches the long-lived token that an identity system wants, with a typed secret or with the one that is kept.
#[tauri::command]
#[specta::specta]
pub(super) async fn fetch_scim_token(
    app: State<'_, App>,
    org: &str,
    id: &str,
    secret: Option<String>,
) -> Result<ScimToken, Failure> {
    fetch_token::fetch_scim_token(&app, org, id, secret.map(Secret::new)).await
}

/// Shows the token that was fetched.
#[tauri::command]
#[specta::specta]
pub(super) async fn reveal_scim_token(app: State<'_, App>) -> Result<RevealedSecret, Failure> {
    fetch_token::reveal_scim_token(&app).await
}

/// Copies the token that was fetched; the clipboard is cleared later.
#[tauri::command]
#[specta::specta]
pub(super) async fn copy_scim_token(app: State<'_, App>) -> Result<Copied, Failure> {
    fetch_token::copy_scim_token(&app).await
}

/// Writes a reminder of the end of the token into the person's folder for downloads.
#[tauri::command]
#[specta::specta]
pub(super) async fn save_token_reminder(
    app: State<'_, App>,
    words: ReminderWords,
) -> Result<Exported, Failure> {
    fetch_token::save_token_reminder(&app, &words).await
}

/// Lets go of the token that was fetched.
#[tauri::command]
#[specta::specta]
pub(super) async fn let_go_of_scim_token(app: State<'_, App>) -> Result<(), Failure> {
    fetch_token::let_go_of_scim_token(&app).await
}
