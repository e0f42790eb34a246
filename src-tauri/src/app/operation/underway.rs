//! An operation that is being carried out: its intent is on the disk, and every answer is written down.
//! It must never be begun after its request has left.

use std::sync::Arc;

use super::UnderwayMark;
use super::intent::Intent;
use crate::app::clock::Clock;
use crate::app::failure::Failure;
use crate::app::{App, Org};
use crate::domain::operation::{Event, OperationKind, Stage};
use crate::genesys::error::{Answered, ApiError, Processed};
use crate::journal::{Actor, Journal, JournalError, NewOperation, Operation, OperationId, OrgRef, Step};

/// The client that an operation is about.
pub(in crate::app) struct About<'a> {
    pub(in crate::app) id: Option<&'a str>,
    pub(in crate::app) name: &'a str,
}

/// An operation that is being carried out.
pub(in crate::app) struct Underway {
    pub(in crate::app) id: OperationId,
    pub(in crate::app) journal: Arc<Journal>,
    clock: Clock,
    _mark: UnderwayMark,
}

impl Underway {
    /// Writes the intent down; only then may a request leave.
    pub(in crate::app) async fn begin(
        app: &App,
        org: &Org,
        kind: OperationKind,
        about: About<'_>,
        intent: &Intent,
    ) -> Result<Underway, Failure> {
        let journal = app.journal().await?;
        let id = OperationId::new().map_err(|_| Failure::Journal { reason: JournalError::Other })?;
        let operation = NewOperation {
            id: id.clone(),
            kind,
            org: org.reference(),
            actor: org.actor(),
            client_id: about.id.map(str::to_owned),
            client_name: about.name.to_owned(),
            intent: serde_json::to_value(intent)
                .map_err(|_| Failure::Journal { reason: JournalError::Other })?,
            at: app.clock.now(),
        };
        let mark = app.in_flight.mark(&id).ok_or(Failure::OperationUnderWay)?;
        journal.begin(&operation).await?;
        Ok(Underway { id, journal, clock: app.clock.clone(), _mark: mark })
    }

    /// Takes up an operation that was interrupted.
    pub(in crate::app) async fn resume(app: &App, operation: &Operation) -> Result<Underway, Failure> {
        let journal = app.journal().await?;
        let mark = app.in_flight.mark(&operation.id).ok_or(Failure::OperationUnderWay)?;
        Ok(Underway { id: operation.id.clone(), journal, clock: app.clock.clone(), _mark: mark })
    }

    /// A step of this operation, now.
    pub(in crate::app) fn step(&self, event: Event) -> Step {
        Step::new(event, self.clock.now())
    }

    /// A step that an answer brought.
    pub(in crate::app) fn answered<T>(&self, event: Event, answer: &Answered<T>) -> Step {
        Step {
            status: Some(answer.status),
            correlation_id: answer.correlation_id.clone(),
            ..self.step(event)
        }
    }

    /// Writes a step down.
    pub(in crate::app) async fn record(&self, step: &Step) -> Result<Stage, Failure> {
        Ok(self.journal.advance(&self.id, step).await?)
    }

    /// Writes down that a request of this operation did not work, and gives the failure for the page.
    pub(in crate::app) async fn failed(&self, error: ApiError) -> Failure {
        let event = match error.was_processed() {
            Processed::No => Event::NotProcessed,
            Processed::Refused => Event::Refused,
            Processed::Unknown => Event::AnswerLost,
        };
        let step = Step {
            status: error.status(),
            code: error.code().filter(|code| !code.is_empty()).map(str::to_owned),
            correlation_id: error.correlation_id().map(str::to_owned),
            ..self.step(event)
        };
        // Not written down, it is still where it was: interrupted, and to be looked at.
        let _ = self.record(&step).await;
        match Failure::from(error) {
            Failure::AnswerLost { details, .. } => {
                Failure::AnswerLost { operation: Some(self.id.clone()), details }
            }
            other => other,
        }
    }
}

impl Org {
    /// Who is signed in, in the words of the journal.
    pub(in crate::app) fn actor(&self) -> Actor {
        Actor {
            user_name: self.identity.user_name.clone(),
            oauth_client_id: self.signed_in.client_id.clone(),
        }
    }

    /// This organization in the words of the journal.
    pub(in crate::app) fn reference(&self) -> OrgRef {
        OrgRef {
            profile_id: self.id.clone(),
            org_id: self.identity.org_id.clone(),
            org_name: self.identity.org_name.clone(),
        }
    }
}
