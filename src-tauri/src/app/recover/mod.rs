//! What was interrupted: lists it, looks for what became of it, and finishes it as the person decides.
//! It must never send anything by itself: a look only reads.

mod adopt;
mod look;
mod look_at_roles;
pub(super) mod twins;

pub use adopt::{adopt_client, finish_change, leave_alone, read_created, read_intended_draft};
pub use look::look_for;

use serde::Serialize;
use specta::Type;

use super::App;
use super::create_client::Created;
use super::failure::Failure;
use super::operation::intent::Intent;
use crate::domain::client::OauthClient;
use crate::domain::draft::ClientDraft;
use crate::domain::operation::{OperationKind, Stage};
use crate::journal::{Operation, OperationId};

/// An operation that was interrupted, as the page shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Interrupted {
    /// Identifier of the operation.
    pub id: OperationId,
    /// What was being changed.
    pub kind: OperationKind,
    /// The profile through which it was done.
    pub profile_id: String,
    /// Name of the organization.
    pub org_name: String,
    /// Whether that organization is open, without which nothing can be looked for.
    pub open: bool,
    /// Client ID, where it is known.
    pub client_id: Option<String>,
    /// Name of the client.
    pub client_name: String,
    /// When it began, ISO 8601 in UTC.
    pub began_at: String,
    /// What is known about it.
    pub situation: Situation,
}

/// What is known about an operation that was interrupted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Situation {
    /// Nobody has looked yet.
    NotLooked,
    /// Of a create, or a change of roles: looked for and not there, but it may only be late.
    StillLooking {
        /// How often it was looked for.
        looks: u32,
        /// Seconds to wait before the next look.
        look_again_in_seconds: u32,
    },
    /// Of a create: it is there, and nobody has its secret.
    Found {
        /// The client.
        client: Box<OauthClient>,
        /// Whether a new secret has to be made for it.
        needs_secret: bool,
    },
    /// Of a create: more than one client can be it.
    FoundSeveral {
        /// The clients.
        clients: Vec<OauthClient>,
        /// Whether a new secret has to be made.
        needs_secret: bool,
    },
    /// Of a create: it is certainly not there. Over, unless the person looks again.
    NotThere,
    /// A second client came out of the create of another one, and nobody has its secret.
    Twin,
    /// The client is there, and its secret was lost: it needs a new one.
    SecretLost,
    /// Of a delete: the client is inactive, and still there.
    HalfDeleted,
    /// It was carried out after all. Over.
    CarriedOut,
    /// It was not carried out. Over; doing it again is up to the person.
    NotCarriedOut,
}

/// A draft that was interrupted, to be filled in again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct IntendedDraft {
    /// The profile through which it was sent.
    pub profile_id: String,
    /// The draft.
    pub draft: ClientDraft,
}

/// A client that was created, and what it was created from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct CreatedAgain {
    /// The profile through which it was sent.
    pub profile_id: String,
    /// The draft.
    pub draft: ClientDraft,
    /// The client, and what comes next.
    pub created: Created,
}

/// Every operation that was interrupted, oldest first.
pub async fn list_interrupted(app: &App) -> Result<Vec<Interrupted>, Failure> {
    let interrupted = app.journal().await?.interrupted().await?;
    let mut shown = Vec::new();
    // What this program is sending at this moment is not interrupted. What it is looking for, or finishing, still is.
    let is_sent =
        |operation: &Operation| operation.stage == Stage::Sent && app.in_flight.holds(&operation.id);
    for operation in interrupted.into_iter().filter(|operation| !is_sent(operation)) {
        let situation = known(&operation);
        shown.push(view(app, operation, situation).await);
    }
    Ok(shown)
}

/// What is known without looking.
fn known(operation: &Operation) -> Situation {
    match operation.stage {
        Stage::Replacing if matches!(read_intent(operation), Some(Intent::Twin { .. })) => Situation::Twin,
        Stage::Replacing => Situation::SecretLost,
        Stage::Halfway => Situation::HalfDeleted,
        Stage::Absent if operation.kind == OperationKind::Create => Situation::NotThere,
        _ => Situation::NotLooked,
    }
}

pub(super) fn read_intent(operation: &Operation) -> Option<Intent> {
    serde_json::from_value(operation.intent.clone()).ok()
}

async fn view(app: &App, operation: Operation, situation: Situation) -> Interrupted {
    let open = app.orgs.read().await.contains_key(&operation.org.profile_id);
    Interrupted {
        id: operation.id,
        kind: operation.kind,
        profile_id: operation.org.profile_id,
        org_name: operation.org.org_name,
        open,
        client_id: operation.client_id,
        client_name: operation.client_name,
        began_at: operation.began_at.to_string(),
        situation,
    }
}
