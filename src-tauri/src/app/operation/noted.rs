//! Notes in the history: what was done with a client and changed nothing, written down when it is over.
//! It must never hold a secret or a token, nor hide what was done because it could not be written down.

use crate::app::failure::{Details, Failure};
use crate::app::{App, Org};
use crate::domain::client::OauthClient;
use crate::domain::note::{NoteKind, NoteOutcome};
use crate::journal::{Note, OperationId};

/// How something ended, and what the organization said.
pub(in crate::app) struct Ended {
    outcome: NoteOutcome,
    details: Details,
}

impl Ended {
    /// It worked.
    pub(in crate::app) fn well() -> Ended {
        Ended { outcome: NoteOutcome::Worked, details: Details::default() }
    }

    /// It did not, and this was said; empty when it is not what should have come.
    pub(in crate::app) fn badly(details: Option<&Details>) -> Ended {
        Ended { outcome: NoteOutcome::Failed, details: details.cloned().unwrap_or_default() }
    }

    /// It did not, for this reason.
    pub(in crate::app) fn with(failure: &Failure) -> Ended {
        let outcome = match failure {
            Failure::Unreachable { .. }
            | Failure::AnswerLost { .. }
            | Failure::RateLimited { .. }
            | Failure::ServerTrouble { .. }
            | Failure::NoSecureConnections => NoteOutcome::NoAnswer,
            _ => NoteOutcome::Failed,
        };
        Ended { outcome, details: failure.details().cloned().unwrap_or_default() }
    }
}

/// Writes down what was done with a client. Without the journal it was done all the same.
pub(in crate::app) async fn remember(
    app: &App,
    org: &Org,
    kind: NoteKind,
    client: &OauthClient,
    ended: Ended,
) {
    let (Ok(journal), Ok(id)) = (app.journal().await, OperationId::new()) else { return };
    let Ended { outcome, details } = ended;
    let note = Note {
        id,
        kind,
        outcome,
        org: org.reference(),
        actor: org.actor(),
        client_id: client.id.clone(),
        client_name: client.name.clone(),
        at: app.clock.now(),
        status: details.status,
        code: details.code,
        correlation_id: details.correlation_id,
    };
    let _ = journal.note(&note).await;
}
