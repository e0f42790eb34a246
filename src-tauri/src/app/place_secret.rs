//! Secrets that exist once: kept in memory until the person says where each went; shown or copied only on request.
//! It must never write a secret to a file, nor list one.

use std::sync::Arc;
use std::time::Duration;

use serde::{Deserialize, Serialize};
use specta::Type;

use super::failure::Failure;
use super::settings::read_settings;
use super::{App, Org};
use crate::domain::client::OauthClient;
use crate::domain::secret::Secret;

/// A secret that nobody has put anywhere yet.
pub(super) struct HeldSecret {
    org_id: String,
    client_id: String,
    client_name: String,
    secret: Secret,
}

impl HeldSecret {
    pub(super) fn new(org: &Org, client: &OauthClient, secret: Secret) -> HeldSecret {
        HeldSecret {
            org_id: org.id.clone(),
            client_id: client.id.clone(),
            client_name: client.name.clone(),
            secret,
        }
    }

    fn is_of(&self, org: &str, client: &str) -> bool {
        self.org_id == org && self.client_id == client
    }
}

/// A client whose secret nobody has put anywhere yet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct UnplacedSecret {
    /// Identifier of the organization.
    pub org_id: String,
    /// Client ID.
    pub client_id: String,
    /// Name of the client.
    pub client_name: String,
}

/// Where a secret went.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum Destination {
    /// Into a password manager.
    PasswordManager,
    /// Into the program or identity system that uses it.
    Program,
    /// To the person who asked for it.
    Receiver,
    /// Nowhere: nobody needs it.
    Nobody,
}

/// A secret in clear text. The one type that carries a secret to the web view, on request.
#[derive(Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct RevealedSecret {
    /// The clear text.
    pub text: String,
}

/// What happens to the clipboard after a copy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Copied {
    /// Seconds until the clipboard is cleared; `None` when it is not.
    pub cleared_in_seconds: Option<u32>,
}

/// Shows a held secret.
pub async fn reveal_secret(app: &App, org: &str, client: &str) -> Result<RevealedSecret, Failure> {
    let held = app.held_secrets.lock().await;
    let secret = held.iter().find(|held| held.is_of(org, client)).ok_or(Failure::SecretGone)?;
    // EXPOSE: the person asked to see this one secret.
    Ok(RevealedSecret { text: secret.secret.expose().to_owned() })
}

/// Copies a held secret, and clears the clipboard later unless something else was copied since.
pub async fn copy_secret(app: &App, org: &str, client: &str) -> Result<Copied, Failure> {
    let fingerprint = {
        let held = app.held_secrets.lock().await;
        let secret = held.iter().find(|held| held.is_of(org, client)).ok_or(Failure::SecretGone)?;
        // EXPOSE: the person asked to copy this one secret.
        app.clipboard.lock().await.put(secret.secret.expose(), true)?
    };
    let seconds = read_settings(app).await.clipboard_seconds;
    let clipboard = Arc::clone(&app.clipboard);
    tokio::spawn(async move {
        tokio::time::sleep(Duration::from_secs(seconds.into())).await;
        // Nobody is left to tell when the clipboard cannot be reached any more.
        let _ = clipboard.lock().await.clear_if(&fingerprint);
    });
    Ok(Copied { cleared_in_seconds: Some(seconds) })
}

/// Lets go of a secret, now that the person said where it went.
pub async fn place_secret(
    app: &App,
    org: &str,
    client: &str,
    destination: Destination,
) -> Result<(), Failure> {
    let mut held = app.held_secrets.lock().await;
    let row = held.iter().position(|held| held.is_of(org, client)).ok_or(Failure::SecretGone)?;
    held.swap_remove(row);
    app.placed_secrets.lock().await.insert((org.to_owned(), client.to_owned()), destination);
    Ok(())
}

/// Clients whose secret nobody has put anywhere yet.
pub async fn list_unplaced_secrets(app: &App) -> Vec<UnplacedSecret> {
    let held = app.held_secrets.lock().await;
    held.iter()
        .map(|held| UnplacedSecret {
            org_id: held.org_id.clone(),
            client_id: held.client_id.clone(),
            client_name: held.client_name.clone(),
        })
        .collect()
}
