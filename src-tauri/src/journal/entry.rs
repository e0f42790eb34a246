//! What the journal is given and what it gives back: operations, their steps, looks and sealed secrets.
//! It must never hold a clear secret.

use std::fmt;

use jiff::Timestamp;
use serde::{Deserialize, Deserializer, Serialize};
use specta::Type;

use super::error::JournalError;
use crate::domain::operation::{Event, OperationKind, Stage};

/// Names an operation: a UUID in its usual 36 characters, in lower case.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Type)]
pub struct OperationId(String);

impl OperationId {
    /// A new one, by chance (version 4). [`JournalError::Other`] where the system gives no random numbers.
    pub fn new() -> Result<OperationId, JournalError> {
        let mut bytes = [0_u8; 16];
        getrandom::fill(&mut bytes).map_err(|_| JournalError::Other)?;
        let number = u128::from_be_bytes(bytes);
        let number = number & !(0xf << 76) & !(0x3 << 62) | 0x4 << 76 | 0x2 << 62;
        let mut text = format!("{number:032x}");
        for place in [20, 16, 12, 8] {
            text.insert(place, '-');
        }
        Ok(OperationId(text))
    }

    /// The one that a text names. Nothing, unless it is a UUID in its usual form.
    pub fn parse(text: &str) -> Option<OperationId> {
        let fits = |(place, character): (usize, char)| match place {
            8 | 13 | 18 | 23 => character == '-',
            _ => character.is_ascii_hexdigit(),
        };
        (text.len() == 36 && text.chars().enumerate().all(fits))
            .then(|| OperationId(text.to_ascii_lowercase()))
    }

    /// Its text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for OperationId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for OperationId {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<OperationId, D::Error> {
        let text = String::deserialize(from)?;
        OperationId::parse(&text).ok_or_else(|| serde::de::Error::custom("not a UUID"))
    }
}

/// The organization that is changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrgRef {
    /// The profile under which it was open.
    pub profile_id: String,
    /// Its own identifier.
    pub org_id: String,
    /// Its name, as it was then.
    pub org_name: String,
}

/// Who changes it: a person, or a program.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Actor {
    /// The person.
    pub user_name: Option<String>,
    /// The client with which a program signed in.
    pub oauth_client_id: Option<String>,
}

/// An operation that is about to begin.
#[derive(Debug, Clone, PartialEq)]
pub struct NewOperation {
    /// Its name.
    pub id: OperationId,
    /// What is changed.
    pub kind: OperationKind,
    /// Where.
    pub org: OrgRef,
    /// By whom.
    pub actor: Actor,
    /// The client that is changed; of a create it is learnt later.
    pub client_id: Option<String>,
    /// What the client is called, or is to be called.
    pub client_name: String,
    /// What the caller needs to finish it after a crash; the journal does not look inside. Never a secret.
    pub intent: serde_json::Value,
    /// When.
    pub at: Timestamp,
}

/// What happened to an operation, and what was learnt by it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// What happened.
    pub event: Event,
    /// When.
    pub at: Timestamp,
    /// The client, where it is known from now on.
    pub client_id: Option<String>,
    /// What the organization called the request.
    pub correlation_id: Option<String>,
    /// The status of the HTTP answer.
    pub status: Option<u16>,
    /// The organization's code for what was wrong.
    pub code: Option<String>,
}

impl Step {
    /// A step of which nothing but the event is known.
    pub fn new(event: Event, at: Timestamp) -> Step {
        Step { event, at, client_id: None, correlation_id: None, status: None, code: None }
    }

    /// The client is this one.
    pub fn client(mut self, id: impl Into<String>) -> Step {
        self.client_id = Some(id.into());
        self
    }

    /// The organization called the request so.
    pub fn correlation(mut self, id: Option<String>) -> Step {
        self.correlation_id = id;
        self
    }

    /// The HTTP answer had this status, and perhaps a code.
    pub fn answer(mut self, status: u16, code: Option<String>) -> Step {
        self.status = Some(status);
        self.code = code;
        self
    }
}

/// A secret that only the key in the vault opens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SealedSecret {
    /// The sealed bytes.
    pub bytes: Vec<u8>,
    /// Which key opens them.
    pub key_id: String,
}

/// An operation as it stands. Times are exact to the microsecond.
#[derive(Debug, Clone, PartialEq)]
pub struct Operation {
    /// Its name.
    pub id: OperationId,
    /// What is changed.
    pub kind: OperationKind,
    /// How far it has come.
    pub stage: Stage,
    /// Where.
    pub org: OrgRef,
    /// By whom.
    pub actor: Actor,
    /// The client, once it is known.
    pub client_id: Option<String>,
    /// What the client is called.
    pub client_name: String,
    /// What the caller gave.
    pub intent: serde_json::Value,
    /// When it began.
    pub began_at: Timestamp,
    /// When its last step was.
    pub changed_at: Timestamp,
    /// What the organization called the latest request of it that is known.
    pub correlation_id: Option<String>,
    /// Where the secret went.
    pub destination: Option<String>,
}

/// A look at the organization's list of clients for one whose create was lost.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Look {
    /// When, in seconds since 1970 by the organization's own clock.
    pub at: i64,
    /// The clients that could be it.
    pub candidates: Vec<String>,
}

/// Which part of the history is asked for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct HistoryQuery {
    /// A part of the organization, client, actor, correlation ID or kind, in any case; empty for all.
    pub search: String,
    /// Only this organization.
    pub org_id: Option<String>,
    /// Only these stages; empty for all.
    pub stages: Vec<Stage>,
    /// How many to leave out.
    pub offset: u32,
    /// How many at most.
    pub limit: u32,
}

/// A part of the history.
#[derive(Debug, Clone, PartialEq)]
pub struct HistoryPage {
    /// How many there are in all that match.
    pub total: u32,
    /// Those asked for, newest first.
    pub operations: Vec<Operation>,
}

/// A step that was taken. The beginning is not one: it is in the operation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepRecord {
    /// What happened.
    pub event: Event,
    /// The stage from then on.
    pub stage: Stage,
    /// When.
    pub at: Timestamp,
    /// The client, where it was learnt.
    pub client_id: Option<String>,
    /// What the organization called the request.
    pub correlation_id: Option<String>,
    /// The status of the HTTP answer.
    pub status: Option<u16>,
    /// The organization's code for what was wrong.
    pub code: Option<String>,
}
