//! Seals a client with the secret that waits for it into a file that only its receiver can open.
//! It must never write the secret in clear, nor say that it went anywhere: the person says that.

use serde::Deserialize;
use specta::Type;

use super::App;
use super::export_file::{Exported, write_new};
use super::failure::Failure;
use super::operation::noted::{Ended, remember};
use super::place_secret::{RevealedSecret, kept_secret};
use crate::domain::client::OauthClient;
use crate::domain::note::NoteKind;
use crate::domain::secret::Secret;
use crate::handover::naming::file_stem;
use crate::handover::package::Package;
use crate::handover::sealed_file::{self, Lock};

pub use crate::handover::package::NOTE_MAX;
pub use crate::handover::sealed_file::PASSPHRASE_MIN;

/// With what a file is sealed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum SealedWith {
    /// A passphrase, which goes to the receiver by another way.
    Passphrase,
    /// The receiver's public key.
    PublicKey,
}

/// A passphrase by chance, shown so that it can be told to the receiver.
pub fn propose_passphrase() -> Result<RevealedSecret, Failure> {
    let passphrase = sealed_file::new_passphrase().map_err(|_| Failure::NotExported)?;
    // EXPOSE: the person asked for it, to tell it to somebody.
    Ok(RevealedSecret { text: passphrase.expose().to_owned() })
}

/// Seals the client with its kept secret, and writes the file into the person's folder for downloads.
///
/// # Errors
/// When no secret waits, the passphrase is too short, the public key is none, or the file cannot be written.
pub async fn seal_hand_over(
    app: &App,
    org: &str,
    id: &str,
    with: SealedWith,
    key: Secret,
    note: &str,
) -> Result<Exported, Failure> {
    let lock = match with {
        SealedWith::Passphrase => Lock::passphrase(key)?,
        // EXPOSE: a public key is no secret.
        SealedWith::PublicKey => Lock::public_key(key.expose())?,
    };
    let secret = kept_secret(app, org, id).await?;
    let org = app.org(org).await?;
    let client = app.read(&org, || org.session.read_client(id)).await?;
    let (stem, sealed_client) = (file_stem(&client), client.clone());
    let endpoint = org.session.endpoint();
    let package = Package {
        sealed_at: app.clock.now().to_string(),
        note: note.trim().chars().take(NOTE_MAX).collect(),
        organization: org.identity.org_name.clone(),
        practice: endpoint.is_practice(),
        region: endpoint.region().clone(),
        // Who made it is nobody else's business.
        client: OauthClient { created_by: None, ..client },
        secret,
    };
    let clear = package.to_json().map_err(|_| Failure::NotExported)?;
    let sealed = tokio::task::spawn_blocking(move || sealed_file::seal(&clear, lock)).await;
    let text = sealed.ok().and_then(Result::ok).ok_or(Failure::NotExported)?;
    let path = write_new(&app.exports, &stem, "age", text.as_bytes()).await;
    let path = path.map_err(|_| Failure::NotExported)?;
    remember(app, &org, NoteKind::Seal, &sealed_client, Ended::well()).await;
    Ok(Exported { path: path.display().to_string(), entries: 1 })
}
