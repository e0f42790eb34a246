//! A secret that an organization has just given: sealed in the journal, in the step that says that it is there.
//! It must never reach the journal in clear, nor be dropped because it could not be sealed.

use serde::Serialize;
use specta::Type;

use super::underway::Underway;
use crate::app::failure::Failure;
use crate::app::place_secret::HeldSecret;
use crate::app::profile::open::vault;
use crate::app::settings::read_settings;
use crate::app::{App, Org};
use crate::domain::client::OauthClient;
use crate::domain::operation::{Event, Stage};
use crate::domain::secret::Secret;
use crate::genesys::clients::CreatedClient;
use crate::genesys::error::Answered;
use crate::journal::{Operation, SealedSecret, Step};
use crate::vault::{Bound, SealingKey};

/// How a secret is kept until the person says where it went.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum SecretKept {
    /// Sealed with a key from the keychain; it is there again when Latchkey is.
    Sealed {
        /// When it is wiped, ISO 8601 in UTC.
        until: String,
    },
    /// Sealed with a key that ends with the program.
    ThisSession,
    /// It could not be written down: it is in memory only.
    NotWritten,
}

/// The name that the journal gives a key which ends with the program.
pub(in crate::app) const SESSION_KEY: &str = "session:";

/// The key that seals the secrets of an organization. To be asked for before anything is sent whose answer has one.
pub(in crate::app) async fn sealing_key(app: &App, org: &Org) -> Result<SealingKey, Failure> {
    Ok(vault(app, org.signed_in.kept).sealing_key().await?)
}

fn name_of(key: &SealingKey, kept: bool) -> String {
    if kept { key.id().to_owned() } else { format!("{SESSION_KEY}{}", key.id()) }
}

/// Seals the secret of an answer and closes the step with it. A secret that cannot be written down stays in memory,
/// and the operation stays open: after a crash it is known that somebody has to look.
pub(in crate::app) async fn keep(
    app: &App,
    org: &Org,
    underway: &Underway,
    answer: Answered<CreatedClient>,
    key: &SealingKey,
) -> (OauthClient, Option<SecretKept>) {
    let step = Step {
        client_id: Some(answer.value.client.id.clone()),
        ..underway.answered(Event::Secured, &answer)
    };
    let CreatedClient { client, secret } = answer.value;
    let Some(secret) = secret else {
        // The server left it out: there is a client, and nobody has its secret.
        let _ = underway.record(&Step { event: Event::SecretOutstanding, ..step }).await;
        return (client, None);
    };
    let sealed = key
        .seal(&secret, &bound(org, underway))
        .map(|bytes| SealedSecret { bytes, key_id: name_of(key, org.signed_in.kept) });
    let written = match sealed {
        Ok(sealed) => underway.journal.secure(&underway.id, &step, &sealed).await.is_ok(),
        Err(_) => false,
    };
    supersede(app, org, underway, &client.id).await;
    if !written {
        app.unwritten.lock().await.push(HeldSecret::new(org, &client, underway.id.clone(), secret));
        let _ = underway.record(&Step { event: Event::SecretOutstanding, ..step }).await;
        return (client, Some(SecretKept::NotWritten));
    }
    let kept = if org.signed_in.kept {
        SecretKept::Sealed { until: until(app, step.at).await }
    } else {
        SecretKept::ThisSession
    };
    (client, Some(kept))
}

/// What other operations held of this client, or were to hold, is dead now, by a new secret or with the client: nobody
/// hands it over, and nobody replaces a secret because of it.
pub(in crate::app) async fn supersede(app: &App, org: &Org, underway: &Underway, client_id: &str) {
    app.unwritten.lock().await.retain(|held| !held.is_of(&org.id, client_id));
    let journal = &underway.journal;
    let mut held = journal.secured().await.unwrap_or_default();
    held.extend(journal.interrupted().await.unwrap_or_default());
    for other in held {
        let same = (other.org.org_id.as_str(), other.client_id.as_deref())
            == (org.identity.org_id.as_str(), Some(client_id));
        if !same || other.id == underway.id || !matches!(other.stage, Stage::Secured | Stage::Replacing) {
            continue;
        }
        for event in [Event::SecretOutstanding, Event::LeftAlone] {
            // Not written down, it is found again, and its secret replaced once more than needed.
            let _ = journal.advance(&other.id, &underway.step(event)).await;
        }
    }
}

fn bound<'a>(org: &'a Org, underway: &'a Underway) -> Bound<'a> {
    Bound { org_id: &org.identity.org_id, operation_id: underway.id.as_str() }
}

/// Until when a secret that was sealed at a moment is kept, ISO 8601 in UTC.
pub(in crate::app) async fn until(app: &App, sealed_at: jiff::Timestamp) -> String {
    let days = read_settings(app).await.secret_days;
    let time = jiff::SignedDuration::from_hours(i64::from(days) * 24);
    sealed_at.checked_add(time).unwrap_or(sealed_at).to_string()
}

/// Opens the sealed secret of an operation. Without its key, the operation says from now on that the secret is lost.
pub(in crate::app) async fn open(app: &App, operation: &Operation) -> Result<Secret, Failure> {
    let journal = app.journal().await?;
    let sealed = journal.sealed(&operation.id).await?.ok_or(Failure::SecretGone)?;
    let kept = !sealed.key_id.starts_with(SESSION_KEY);
    let key = vault(app, kept).sealing_key().await?;
    let bound = Bound { org_id: &operation.org.org_id, operation_id: operation.id.as_str() };
    let opened =
        if name_of(&key, kept) == sealed.key_id { key.open(&sealed.bytes, &bound).ok() } else { None };
    match opened {
        Some(secret) => Ok(secret),
        None => {
            journal.advance(&operation.id, &Step::new(Event::SecretOutstanding, app.clock.now())).await?;
            Err(Failure::SecretGone)
        }
    }
}
