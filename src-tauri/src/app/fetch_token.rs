//! Fetches a token of a client: for a test, or the long-lived one that some identity systems want in place of the secret.
//! It must never keep a token longer than the person looks at it, nor write it anywhere.
//! Source: Microsoft's tutorial and the guide of Okta for SCIM with Genesys Cloud.

use std::sync::Arc;

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use specta::Type;

use super::copy_text::{Copied, copy_and_clear};
use super::export_file::{Exported, write_new};
use super::failure::Failure;
use super::operation::noted::{Ended, remember};
use super::place_secret::{RevealedSecret, kept_secret};
use super::{App, Org};
use crate::domain::client::OauthClient;
use crate::domain::duration::TokenLife;
use crate::domain::facts::OrgFacts;
use crate::domain::grant::{GrantType, HeldGrantType};
use crate::domain::note::NoteKind;
use crate::domain::pasted_credential::ClientCredentials;
use crate::domain::preset::{Preset, looks_like};
use crate::domain::secret::Secret;
use crate::genesys::token::{AccessToken, LoginHost};
use crate::handover::naming::file_stem;
use crate::handover::reminder::{Reminder, calendar};

/// Most days before its end at which a reminder of a token is set.
const REMIND_DAYS: i64 = 30;

/// A client that signs in by itself, with its secret: all that a token takes.
pub(super) struct Ready {
    pub(super) org: Arc<Org>,
    pub(super) client: OauthClient,
    pub(super) facts: Arc<OrgFacts>,
    secret: Secret,
}

impl Ready {
    /// Whether the client looks like one for SCIM.
    pub(super) fn is_for_scim(&self) -> bool {
        looks_like(&self.client, &self.facts.scim_standings()) == Preset::Scim
    }

    /// A token, and when it ends; `None` when the login host did not say.
    pub(super) async fn fetch(&self, app: &App) -> Result<(AccessToken, Option<Timestamp>), Failure> {
        let host = LoginHost::new(self.org.session.endpoint().clone(), &*app.network().await)?;
        let token = host.with_client_credentials(&self.client.id, &self.secret).await?;
        let lives = token.expires_in_seconds.map(|seconds| SignedDuration::from_secs(seconds.into()));
        let ends = lives.and_then(|lives| app.clock.now().checked_add(lives).ok());
        Ok((token, ends))
    }
}

/// A client with a secret that the person typed, or with the one that is kept for it. No token is fetched yet.
pub(super) async fn prepare(app: &App, org: &str, id: &str, typed: Option<Secret>) -> Result<Ready, Failure> {
    let secret = match typed {
        Some(typed) => ClientCredentials::parse(id, &typed)?.secret,
        None => kept_secret(app, org, id).await?,
    };
    let org = app.org(org).await?;
    let client = app.read(&org, || org.session.read_client(id)).await?;
    let credentials = HeldGrantType::Offered { grant_type: GrantType::ClientCredentials };
    if client.grant_type != credentials {
        return Err(Failure::NotTestable);
    }
    let facts = app.read(&org, || org.read_outline()).await?;
    Ok(Ready { org, client, facts, secret })
}

/// A token that was fetched to be handed over, and that the person looks at.
pub(super) struct HeldToken {
    client: OauthClient,
    token: Secret,
    ends: Option<Timestamp>,
}

/// What is known of a token that was fetched to be handed over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ScimToken {
    /// How long it lives, in seconds; `None` when the login host did not say.
    pub seconds: Option<u32>,
    /// How long the client says that its tokens live, in seconds; `None` when it does not say.
    pub set_seconds: Option<u32>,
    /// Whether that is the same.
    pub life: TokenLife,
    /// When it ends, ISO 8601 in UTC; `None` when that is not known.
    pub ends_at: Option<String>,
}

/// The words of a reminder, in the reader's language.
#[derive(Debug, Clone, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ReminderWords {
    /// The title.
    pub title: String,
    /// What it says.
    pub text: String,
}

/// Fetches the token that an identity system wants in place of the secret, and holds it until `let_go_of_scim_token`.
///
/// # Errors
/// When the client is not one for SCIM, or when it does not get a token.
pub async fn fetch_scim_token(
    app: &App,
    org: &str,
    id: &str,
    typed: Option<Secret>,
) -> Result<ScimToken, Failure> {
    let ready = prepare(app, org, id, typed).await?;
    // Before there is a token, which would live although nobody has it.
    if !ready.is_for_scim() {
        return Err(Failure::NotTestable);
    }
    let fetched = ready.fetch(app).await;
    let ended = fetched.as_ref().map_or_else(Ended::with, |_| Ended::well());
    remember(app, &ready.org, NoteKind::FetchToken, &ready.client, ended).await;
    let (token, ends) = fetched?;
    let client = ready.client;
    let view = ScimToken {
        seconds: token.expires_in_seconds,
        set_seconds: client.seconds,
        life: TokenLife::of(token.expires_in_seconds, client.seconds),
        ends_at: ends.map(|end| end.to_string()),
    };
    *app.scim_token.lock().await = Some(HeldToken { client, token: token.token, ends });
    Ok(view)
}

/// Shows the token that was fetched.
pub async fn reveal_scim_token(app: &App) -> Result<RevealedSecret, Failure> {
    let held = app.scim_token.lock().await;
    let held = held.as_ref().ok_or(Failure::SecretGone)?;
    // EXPOSE: the person asked to see this one token.
    Ok(RevealedSecret { text: held.token.expose().to_owned() })
}

/// Copies the token that was fetched, and clears the clipboard later.
pub async fn copy_scim_token(app: &App) -> Result<Copied, Failure> {
    let held = app.scim_token.lock().await;
    copy_and_clear(app, &held.as_ref().ok_or(Failure::SecretGone)?.token).await
}

/// Writes a reminder of the end of the token that was fetched: 30 days before, or a quarter of its life if that is less.
///
/// # Errors
/// When there is none, its end is not known, or the file cannot be written.
pub async fn save_token_reminder(app: &App, words: &ReminderWords) -> Result<Exported, Failure> {
    let held = app.scim_token.lock().await;
    let held = held.as_ref().ok_or(Failure::SecretGone)?;
    let (ends, now) = (held.ends.ok_or(Failure::NotExported)?, app.clock.now());
    let lead = SignedDuration::from_hours(24 * REMIND_DAYS).min(now.duration_until(ends) / 4);
    let reminder = Reminder {
        on: ends.checked_sub(lead).map_err(|_| Failure::NotExported)?,
        made: now,
        uid: &format!("{}-{}@latchkey", held.client.id, ends.as_second()),
        title: &words.title,
        text: &words.text,
    };
    let file = calendar(reminder);
    let path = write_new(&app.exports, &file_stem(&held.client), "ics", file.as_bytes()).await;
    let path = path.map_err(|_| Failure::NotExported)?;
    Ok(Exported { path: path.display().to_string(), entries: 1 })
}

/// Lets go of the token that was fetched. It goes on to work where it was put.
///
/// # Errors
/// None: a command that waits has to give a result.
pub async fn let_go_of_scim_token(app: &App) -> Result<(), Failure> {
    *app.scim_token.lock().await = None;
    Ok(())
}
