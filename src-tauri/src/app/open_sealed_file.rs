//! Opens a sealed file that somebody made with Latchkey: what is in it, and its secret on request.
//! It must never keep what it opened longer than the person looks at it, nor write it anywhere in clear.

use serde::Serialize;
use specta::Type;

use super::App;
use super::copy_text::{Copied, copy_and_clear};
use super::export_file::Exported;
use super::failure::Failure;
use super::hand_over::{Document, DocumentKind, save_one};
use super::place_secret::RevealedSecret;
use super::profile::open::key;
use crate::domain::client::OauthClient;
use crate::domain::preset::embeddable_framework::embedding_of;
use crate::domain::region::Region;
use crate::domain::secret::Secret;
use crate::handover::documents::{Subject, documents};
use crate::handover::package::Package;
use crate::handover::sealed_file::{self, SealedFileError};
use crate::vault::{SecretKey, SecretKind, VaultError};

/// Under this name the key is kept; it belongs to no profile.
const OWNER: &str = "6c617463-686b-6579-0000-726563656976";

/// What was in a sealed file, without the secret.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct OpenedFile {
    /// When it was sealed, as the sender's computer says; ISO 8601 in UTC.
    pub sealed_at: String,
    /// A word of the sender; empty when there is none.
    pub note: String,
    /// Name of the organization, as the sender's program says.
    pub organization: String,
    /// Whether it is a practice organization.
    pub practice: bool,
    /// Region of the organization.
    pub region: Region,
    /// The client.
    pub client: OauthClient,
    /// The client as files.
    pub documents: Vec<Document>,
}

impl OpenedFile {
    fn of(package: &Package) -> OpenedFile {
        let Package { client, region, organization, .. } = package;
        let embedding = embedding_of(&client.redirect_uris);
        let subject = Subject { client, org_name: organization, region, embedding: embedding.as_ref() };
        OpenedFile {
            sealed_at: package.sealed_at.clone(),
            note: package.note.clone(),
            organization: organization.clone(),
            practice: package.practice,
            region: region.clone(),
            client: client.clone(),
            documents: documents(subject),
        }
    }
}

/// Whether a passphrase opens a file; otherwise one's own key does, if anything.
pub fn needs_passphrase(text: &str) -> Result<bool, Failure> {
    Ok(sealed_file::needs_passphrase(text)?)
}

/// Opens a file with a passphrase, or with one's own key where there is none, and keeps what is in it until
/// `close_sealed_file`.
pub async fn open_sealed_file(
    app: &App,
    text: String,
    passphrase: Option<Secret>,
) -> Result<OpenedFile, Failure> {
    let clear = match passphrase {
        Some(passphrase) => {
            let open = move || sealed_file::open_with_passphrase(&text, &passphrase);
            tokio::task::spawn_blocking(open).await.unwrap_or(Err(SealedFileError::Damaged))?
        }
        None => {
            let own = app.keychain.fetch(&own_key()?).await?;
            let own = own.ok_or(SealedFileError::NotForThisKey)?;
            sealed_file::open_with_key(&text, &own)?
        }
    };
    let package = Package::from_json(&clear)?;
    let view = OpenedFile::of(&package);
    *app.opened_file.lock().await = Some(package);
    Ok(view)
}

/// Shows the secret of the file that is open.
pub async fn reveal_sealed_secret(app: &App) -> Result<RevealedSecret, Failure> {
    let opened = app.opened_file.lock().await;
    let package = opened.as_ref().ok_or(Failure::SecretGone)?;
    // EXPOSE: the person asked to see this one secret.
    Ok(RevealedSecret { text: package.secret.expose().to_owned() })
}

/// Copies the secret of the file that is open, and clears the clipboard later.
pub async fn copy_sealed_secret(app: &App) -> Result<Copied, Failure> {
    let opened = app.opened_file.lock().await;
    let package = opened.as_ref().ok_or(Failure::SecretGone)?;
    copy_and_clear(app, &package.secret).await
}

/// Writes one of the documents of the file that is open into the person's folder for downloads. None has the secret.
pub async fn save_sealed_document(app: &App, kind: DocumentKind) -> Result<Exported, Failure> {
    let view = app.opened_file.lock().await.as_ref().map(OpenedFile::of).ok_or(Failure::SecretGone)?;
    save_one(app, view.documents, kind).await
}

/// Lets go of what was opened.
///
/// # Errors
/// None: a command that waits has to give a result.
pub async fn close_sealed_file(app: &App) -> Result<(), Failure> {
    *app.opened_file.lock().await = None;
    Ok(())
}

/// One's own public key, for those who seal files. At first use its key is made, and kept in the keychain.
pub async fn read_public_key(app: &App) -> Result<String, Failure> {
    let name = own_key()?;
    let own = match app.keychain.fetch(&name).await? {
        Some(own) => own,
        None => app.keychain.keep_first(&name, &sealed_file::new_key()).await?,
    };
    sealed_file::public_key(&own).ok_or(Failure::Keychain { reason: VaultError::Damaged })
}

fn own_key() -> Result<SecretKey, Failure> {
    key(OWNER, SecretKind::ReceivingKey)
}
