//! Creates a client: check, write the intent down, send once, seal the secret, read again, compare, hand over.
//! It must never send what is not in the journal, send twice, nor let the secret leave by any way but `place_secret`.

use std::time::Duration;

use serde::Serialize;
use specta::Type;

use super::failure::Failure;
use super::hand_over::HandOver;
use super::operation::intent::{Intent, ids};
use super::operation::sealed::{SecretKept, keep, sealing_key};
use super::operation::underway::{About, Underway};
use super::preview_client::valid;
use super::recover::twins;
use super::{App, Org};
use crate::domain::client::{OauthClient, ValidClient};
use crate::domain::difference::{Difference, differences};
use crate::domain::draft::ClientDraft;
use crate::domain::operation::{Event, OperationKind};
use crate::domain::preset::Preset;
use crate::domain::summary::{SecretUse, secret_use};
use crate::genesys::clients::{CLIENTS, CreatedClient};
use crate::genesys::error::{Answered, ApiError, Request};
use crate::journal::Step;

/// A client that was created, and what comes next.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Created {
    /// The client as the create answered it.
    pub client: OauthClient,
    /// Whether somebody has to keep the secret.
    pub secret_use: SecretUse,
    /// How its secret is kept for copying and revealing; absent where none is.
    pub secret: Option<SecretKept>,
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

/// Creates the client of a draft. A production organization asks once more: `confirmed` says that it did.
pub async fn create_client(
    app: &App,
    org: &str,
    draft: &ClientDraft,
    confirmed: bool,
) -> Result<Created, Failure> {
    let org = app.org(org).await?;
    org.confirm(confirmed).await?;
    let facts = org.facts().await?;
    let (asked, _) = valid(draft, &facts)?;
    let intent = intent(app, &org, draft).await?;
    let about = About { id: None, name: asked.name() };
    // Whatever stands in the way of keeping the secret stands in the way before there is one.
    let key = match secret_use_of(draft) {
        SecretUse::NotNeeded => None,
        _ => Some(sealing_key(app, &org).await?),
    };
    let underway = Underway::begin(app, &org, OperationKind::Create, about, &intent).await?;
    let answer = match org.write(org.session.create_client(&asked)).await {
        Ok(answer) if intent.knows(&answer.value.client.id) => {
            return Err(underway.failed(about_another(&answer)).await);
        }
        Ok(answer) => answer,
        Err(error) => {
            if let Some(refusal) = error.refusal() {
                org.learn_from(refusal, asked.grant().grant_type()).await;
            }
            return Err(underway.failed(error).await);
        }
    };
    org.learn_accepted(asked.grant().grant_type()).await;
    let (client, secret) = match key {
        Some(key) => keep(app, &org, &underway, answer, &key).await,
        None => (close_without_secret(&underway, answer).await, None),
    };
    twins::note_twins_of(app, &org, &underway.id).await;
    let comparison = compare(app, &org, &client.id, &asked).await;
    Ok(created(&org, draft, client, secret, comparison))
}

/// The error of an answer that names a client which was there before: ours may exist, and this is not it.
fn about_another(answer: &Answered<CreatedClient>) -> ApiError {
    ApiError::Ambiguous {
        request: Request { method: "POST", path: CLIENTS.to_owned() },
        status: Some(answer.status),
        correlation_id: answer.correlation_id.clone(),
    }
}

/// What the create of a draft intends, with the clients that exist at this moment.
async fn intent(app: &App, org: &Org, draft: &ClientDraft) -> Result<Intent, Failure> {
    let listed = app.read(org, || org.session.list_clients_at()).await?;
    let mut known_ids = ids(&listed.clients);
    known_ids.extend(app.journal().await?.known_client_ids(&org.identity.org_id).await?);
    Ok(Intent::Create {
        draft: Box::new(draft.clone()),
        known_ids,
        creator: org.identity.user_id.clone(),
        sent_at: listed.at.unwrap_or_else(|| app.clock.now()).as_second(),
    })
}

/// A secret that nobody needs is best not kept at all.
async fn close_without_secret(underway: &Underway, answer: Answered<CreatedClient>) -> OauthClient {
    let id = Some(answer.value.client.id.clone());
    let step = Step { client_id: id, ..underway.answered(Event::Confirmed, &answer) };
    // Not written down, the next start finds the client again, and says that it is there.
    let _ = underway.record(&step).await;
    answer.value.client
}

/// What the page shows of a client that is there: what reading it again shows, and what to hand over.
pub(super) fn created(
    org: &Org,
    draft: &ClientDraft,
    client: OauthClient,
    secret: Option<SecretKept>,
    comparison: Comparison,
) -> Created {
    Created {
        comparison,
        hand_over: HandOver::created(org, draft, &client.id),
        secret_use: secret_use_of(draft),
        client,
        secret,
    }
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
    Ok(compare(app, &org, id, &asked).await)
}

/// Waits before each reading, in milliseconds: right after a create, Genesys Cloud may not know the client yet.
const READ_AGAIN: [u64; 4] = [0, 300, 900, 1_800];

pub(super) async fn compare(app: &App, org: &Org, id: &str, asked: &ValidClient) -> Comparison {
    for wait in READ_AGAIN {
        app.clock.wait(Duration::from_millis(wait)).await;
        match org.session.read_client(id).await {
            Ok(held) => {
                let differences = differences(asked, &held);
                return if differences.is_empty() {
                    Comparison::Same
                } else {
                    Comparison::Different { differences }
                };
            }
            Err(error) if error.says_gone() => {}
            Err(error) => {
                return Comparison::Failed { failure: Box::new(error.into()) };
            }
        }
    }
    Comparison::NotVisibleYet
}

/// With Embeddable Framework the browser signs in, by implicit grant or PKCE: nobody needs the secret.
pub(super) fn secret_use_of(draft: &ClientDraft) -> SecretUse {
    match draft.preset {
        Preset::EmbeddableFramework => SecretUse::NotNeeded,
        Preset::Scim | Preset::Plain => secret_use(draft.grant_type),
    }
}
