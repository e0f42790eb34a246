//! Copies a text that is not secret, such as a client ID or a fragment of code.
//! It must never be used for a secret: `place_secret` copies those and clears the clipboard.

use super::App;
use super::failure::Failure;
use super::place_secret::Copied;

/// Copies a text; the clipboard keeps it.
pub async fn copy_text(app: &App, text: &str) -> Result<Copied, Failure> {
    app.clipboard.lock().await.put(text, false)?;
    Ok(Copied { cleared_in_seconds: None })
}
