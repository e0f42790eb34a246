//! Copies a text: one that is not secret stays in the clipboard, a secret is cleared from it later, and when Latchkey ends.
//! It must never clear what somebody copied since.

use std::sync::Arc;
use std::time::Duration;

use serde::Serialize;
use specta::Type;

use tokio::sync::Mutex;

use super::App;
use super::failure::Failure;
use super::settings::read_settings;
use crate::clipboard::Fingerprint;
use crate::domain::secret::Secret;

/// What happens to the clipboard after a copy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Copied {
    /// Seconds until the clipboard is cleared; `None` when it is not.
    pub cleared_in_seconds: Option<u32>,
}

/// By what secrets are known that were copied and not cleared yet. More than one: a clipboard can have a history, out of
/// which an older one comes back.
pub(super) type CopiedSecrets = Arc<Mutex<Vec<Fingerprint>>>;

/// Copies a text; the clipboard keeps it.
pub async fn copy_text(app: &App, text: &str) -> Result<Copied, Failure> {
    app.clipboard.lock().await.put(text, false)?;
    Ok(Copied { cleared_in_seconds: None })
}

/// Copies a secret, and clears the clipboard later unless something else was copied since.
pub(super) async fn copy_and_clear(app: &App, secret: &Secret) -> Result<Copied, Failure> {
    // EXPOSE: the person asked to copy this one secret.
    let fingerprint = app.clipboard.lock().await.put(secret.expose(), true)?;
    app.copied.lock().await.push(fingerprint.clone());
    let seconds = read_settings(app).await.clipboard_seconds;
    let (clipboard, copied) = (Arc::clone(&app.clipboard), Arc::clone(&app.copied));
    tokio::spawn(async move {
        tokio::time::sleep(Duration::from_secs(seconds.into())).await;
        // Nobody is left to tell when the clipboard cannot be reached any more.
        let _ = clipboard.lock().await.clear_if(&fingerprint);
        copied.lock().await.retain(|other| *other != fingerprint);
    });
    Ok(Copied { cleared_in_seconds: Some(seconds) })
}

/// Clears the clipboard if a secret is in it that was copied from here. The program ends: nobody would do it later.
pub async fn clear_copied_secrets(app: &App) {
    for fingerprint in app.copied.lock().await.drain(..) {
        let _ = app.clipboard.lock().await.clear_if(&fingerprint);
    }
}
