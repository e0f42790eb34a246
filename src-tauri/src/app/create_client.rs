//! Creates a client: check, send once, keep the secret, read again, compare, hand over.
//! It must never send twice, nor let the secret leave by any way but `place_secret`.

use std::time::Duration;

use serde::Serialize;
use specta::Type;

use super::failure::Failure;
use super::place_secret::HeldSecret;
use super::preview_client::valid;
use super::{App, Org};
use crate::domain::client::{OauthClient, ValidClient};
use crate::domain::difference::{Difference, differences};
use crate::domain::draft::ClientDraft;
use crate::domain::grant::GrantType;
use crate::domain::preset::Preset;
use crate::domain::summary::{SecretUse, secret_use};
use crate::genesys::error::ApiError;
use crate::handover::framework_js;
use crate::handover::scim_settings::{ScimSettings, scim_settings};

/// A client that was created, and what comes next.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Created {
    /// The client as the create answered it.
    pub client: OauthClient,
    /// Whether somebody has to keep the secret.
    pub secret_use: SecretUse,
    /// Whether a secret is held for copying and revealing.
    pub secret_held: bool,
    /// What reading it again showed.
    pub comparison: Comparison,
    /// What the receiver needs.
    pub hand_over: HandOver,
}

/// What reading a client again showed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Comparison {
    /// It is as asked.
    Same,
    /// It is not as asked.
    Different {
        /// Where.
        differences: Vec<Difference>,
    },
    /// It cannot be read yet, as happens right after a create.
    NotVisibleYet,
    /// Reading it failed.
    Failed {
        /// Why.
        failure: Box<Failure>,
    },
}

/// What the receiver needs, by purpose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum HandOver {
    /// Developers of an embedded deployment.
    FrameworkJs {
        /// The fragment of `framework.js`.
        fragment: String,
    },
    /// An identity system.
    Scim {
        /// The addresses.
        settings: ScimSettings,
    },
    /// Developers of any other program.
    Addresses {
        /// Where people are sent to sign in; absent where nobody signs in there.
        authorize_url: Option<String>,
        /// Where tokens come from; absent for implicit grant.
        token_url: Option<String>,
        /// Base address of the Platform API.
        api_url: String,
    },
}

/// Creates the client of a draft. A production organization asks once more: `confirmed` says that it did.
pub async fn create_client(
    app: &App,
    org: &str,
    draft: &ClientDraft,
    confirmed: bool,
) -> Result<Created, Failure> {
    let org = app.org(org).await?;
    if org.marking.read().await.production && !confirmed {
        return Err(Failure::ConfirmProduction);
    }
    let facts = org.facts().await?;
    let (asked, _) = valid(draft, &facts)?;

    let created = match org.session.create_client(&asked).await {
        Ok(created) => created,
        Err(error) => {
            if let Some(refusal) = error.refusal() {
                org.learn_from(refusal, asked.grant().grant_type()).await;
            }
            return Err(error.into());
        }
    };

    let secret_use = secret_use_of(draft);
    // A secret that nobody needs is best not kept at all.
    let secret = created.secret.filter(|_| secret_use != SecretUse::NotNeeded);
    let secret_held = secret.is_some();
    if let Some(secret) = secret {
        app.held_secrets.lock().await.push(HeldSecret::new(&org, &created.client, secret));
    }
    let comparison = compare(&org, &created.client.id, &asked).await;
    let hand_over = hand_over(&org, draft, &created.client.id);
    Ok(Created { client: created.client, secret_use, secret_held, comparison, hand_over })
}

/// Reads a created client again and compares it with its draft, for a comparison that could not be made before.
pub async fn compare_client(
    app: &App,
    org: &str,
    id: &str,
    draft: &ClientDraft,
) -> Result<Comparison, Failure> {
    let org = app.org(org).await?;
    let facts = org.facts().await?;
    let (asked, _) = valid(draft, &facts)?;
    Ok(compare(&org, id, &asked).await)
}

/// Waits before each reading, in milliseconds: right after a create, Genesys Cloud may not know the client yet.
const READ_AGAIN: [u64; 4] = [0, 300, 900, 1_800];

async fn compare(org: &Org, id: &str, asked: &ValidClient) -> Comparison {
    for wait in READ_AGAIN {
        tokio::time::sleep(Duration::from_millis(wait)).await;
        match org.session.read_client(id).await {
            Ok(held) => {
                let differences = differences(asked, &held);
                return if differences.is_empty() {
                    Comparison::Same
                } else {
                    Comparison::Different { differences }
                };
            }
            Err(ApiError::Refused { refusal, .. }) if refusal.status == 404 => {}
            Err(error) => {
                return Comparison::Failed { failure: Box::new(error.into()) };
            }
        }
    }
    Comparison::NotVisibleYet
}

/// With Embeddable Framework the browser signs in, by implicit grant or PKCE: nobody needs the secret.
fn secret_use_of(draft: &ClientDraft) -> SecretUse {
    match draft.preset {
        Preset::EmbeddableFramework => SecretUse::NotNeeded,
        Preset::Scim | Preset::Plain => secret_use(draft.grant_type),
    }
}

fn hand_over(org: &Org, draft: &ClientDraft, client_id: &str) -> HandOver {
    let region = org.session.endpoint().region();
    if let (Preset::EmbeddableFramework, Some(embedding)) = (draft.preset, &draft.embedding) {
        let pkce = draft.grant_type == GrantType::AuthorizationCode;
        return HandOver::FrameworkJs { fragment: framework_js::fragment(client_id, embedding, pkce) };
    }
    if draft.preset == Preset::Scim {
        return HandOver::Scim { settings: scim_settings(region) };
    }
    let login = region.login_base();
    HandOver::Addresses {
        authorize_url: draft.grant_type.needs_redirect_uris().then(|| format!("{login}/oauth/authorize")),
        token_url: (draft.grant_type != GrantType::Implicit).then(|| format!("{login}/oauth/token")),
        api_url: region.api_base(),
    }
}
