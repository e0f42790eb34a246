//! Copies a text: one that is not secret stays in the clipboard, a secret is cleared from it later.
//! It must never clear what somebody copied since.

use std::sync::Arc;
use std::time::Duration;

use serde::Serialize;
use specta::Type;

use super::App;
use super::failure::Failure;
use super::settings::read_settings;
use crate::domain::secret::Secret;

/// What happens to the clipboard after a copy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Copied {
    /// Seconds until the clipboard is cleared; `None` when it is not.
    pub cleared_in_seconds: Option<u32>,
}

/// Copies a text; the clipboard keeps it.
pub async fn copy_text(app: &App, text: &str) -> Result<Copied, Failure> {
    app.clipboard.lock().await.put(text, false)?;
    Ok(Copied { cleared_in_seconds: None })
}

/// Copies a secret, and clears the clipboard later unless something else was copied since.
pub(super) async fn copy_and_clear(app: &App, secret: &Secret) -> Result<Copied, Failure> {
    // EXPOSE: the person asked to copy this one secret.
    let fingerprint = app.clipboard.lock().await.put(secret.expose(), true)?;
    let seconds = read_settings(app).await.clipboard_seconds;
    let clipboard = Arc::clone(&app.clipboard);
    tokio::spawn(async move {
        tokio::time::sleep(Duration::from_secs(seconds.into())).await;
        // Nobody is left to tell when the clipboard cannot be reached any more.
        let _ = clipboard.lock().await.clear_if(&fingerprint);
    });
    Ok(Copied { cleared_in_seconds: Some(seconds) })
}
