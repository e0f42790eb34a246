//! Secrets that exist once: sealed in the journal until the person says where each went; shown or copied on request.
//! It must never write a secret to a file in clear, nor list one.

use serde::{Deserialize, Serialize};
use specta::Type;

use super::copy_text::{Copied, copy_and_clear};
use super::failure::Failure;
use super::operation::sealed::{self, SESSION_KEY, SecretKept};
use super::{App, Org};
use crate::domain::client::OauthClient;
use crate::domain::operation::{Event, Stage};
use crate::domain::secret::Secret;
use crate::journal::{Operation, OperationId, Step};

/// A secret that nobody has put anywhere yet, and that could not be written down.
pub(super) struct HeldSecret {
    operation: OperationId,
    org_id: String,
    client_id: String,
    client_name: String,
    secret: Secret,
}

impl HeldSecret {
    pub(super) fn new(org: &Org, client: &OauthClient, operation: OperationId, secret: Secret) -> HeldSecret {
        HeldSecret {
            operation,
            org_id: org.id.clone(),
            client_id: client.id.clone(),
            client_name: client.name.clone(),
            secret,
        }
    }

    fn view(&self) -> UnplacedSecret {
        UnplacedSecret {
            org_id: self.org_id.clone(),
            client_id: self.client_id.clone(),
            client_name: self.client_name.clone(),
            kept: SecretKept::NotWritten,
        }
    }

    pub(super) fn is_of(&self, org: &str, client: &str) -> bool {
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
    /// How it is kept meanwhile.
    pub kept: SecretKept,
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

impl Destination {
    const ALL: [Destination; 4] =
        [Destination::PasswordManager, Destination::Program, Destination::Receiver, Destination::Nobody];

    /// The name under which the journal keeps it.
    pub(super) fn name(self) -> &'static str {
        match self {
            Destination::PasswordManager => "passwordManager",
            Destination::Program => "program",
            Destination::Receiver => "receiver",
            Destination::Nobody => "nobody",
        }
    }

    pub(super) fn named(name: &str) -> Option<Destination> {
        Destination::ALL.into_iter().find(|destination| destination.name() == name)
    }
}

/// A secret in clear text. The one type that carries a secret to the web view, on request.
#[derive(Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct RevealedSecret {
    /// The clear text.
    pub text: String,
}

/// Shows a held secret.
pub async fn reveal_secret(app: &App, org: &str, client: &str) -> Result<RevealedSecret, Failure> {
    let secret = kept_secret(app, org, client).await?;
    // EXPOSE: the person asked to see this one secret.
    Ok(RevealedSecret { text: secret.expose().to_owned() })
}

/// Copies a held secret, and clears the clipboard later unless something else was copied since.
pub async fn copy_secret(app: &App, org: &str, client: &str) -> Result<Copied, Failure> {
    copy_and_clear(app, &kept_secret(app, org, client).await?).await
}

/// Lets go of a secret, now that the person said where it went.
pub async fn place_secret(
    app: &App,
    org: &str,
    client: &str,
    destination: Destination,
) -> Result<(), Failure> {
    let mut unwritten = app.unwritten.lock().await;
    let row = unwritten.iter().position(|held| held.is_of(org, client));
    let operation = match row.map(|row| unwritten.swap_remove(row)) {
        Some(held) => held.operation,
        None => secured(app, org, client).await?.id,
    };
    let step = Step::new(Event::Placed, app.clock.now());
    app.journal().await?.place(&operation, &step, destination.name()).await?;
    Ok(())
}

/// Clients whose secret nobody has put anywhere yet.
pub async fn list_unplaced_secrets(app: &App) -> Result<Vec<UnplacedSecret>, Failure> {
    let unwritten = app.unwritten.lock().await;
    let mut unplaced: Vec<UnplacedSecret> = unwritten.iter().map(HeldSecret::view).collect();
    drop(unwritten);
    let journal = app.journal().await?;
    for operation in journal.secured().await? {
        let Some(sealed) = journal.sealed(&operation.id).await? else { continue };
        let kept = if sealed.key_id.starts_with(SESSION_KEY) {
            SecretKept::ThisSession
        } else {
            SecretKept::Sealed { until: sealed::until(app, operation.changed_at).await }
        };
        unplaced.push(UnplacedSecret {
            org_id: operation.org.profile_id,
            client_id: operation.client_id.unwrap_or_default(),
            client_name: operation.client_name,
            kept,
        });
    }
    Ok(unplaced)
}

/// The secrets that would be lost if the program ended now.
pub async fn list_secrets_lost_at_close(app: &App) -> Vec<UnplacedSecret> {
    let unplaced = list_unplaced_secrets(app).await.unwrap_or_default();
    unplaced.into_iter().filter(|secret| !matches!(secret.kept, SecretKept::Sealed { .. })).collect()
}

/// Where the secret of a client went, as the person said.
pub(super) async fn placed(app: &App, org: &Org, client: &str) -> Result<Option<Destination>, Failure> {
    let name = app.journal().await?.placed_for(&org.identity.org_id, client).await?;
    Ok(name.as_deref().and_then(Destination::named))
}

/// The secret that is kept for a client until somebody says where it went.
pub(super) async fn kept_secret(app: &App, org: &str, client: &str) -> Result<Secret, Failure> {
    let unwritten = app.unwritten.lock().await;
    if let Some(held) = unwritten.iter().find(|held| held.is_of(org, client)) {
        // EXPOSE: a copy for the one who asked, wiped when that is done.
        return Ok(Secret::new(held.secret.expose().to_owned()));
    }
    drop(unwritten);
    sealed::open(app, &secured(app, org, client).await?).await
}

/// The operation whose sealed secret waits for a client; the newest, if several do.
async fn secured(app: &App, profile: &str, client: &str) -> Result<Operation, Failure> {
    let secured = app.journal().await?.secured().await?;
    let mut of_client = secured.into_iter().rev().filter(|operation| {
        operation.stage == Stage::Secured
            && operation.org.profile_id == profile
            && operation.client_id.as_deref() == Some(client)
    });
    of_client.next().ok_or(Failure::SecretGone)
}
