//! What a lost answer means: from what was intended and what the organization shows now, the next step.
//! It must never call a client absent while it may only be late, nor take somebody else's client for ours.

use std::collections::BTreeSet;

use super::client::{ClientState, OauthClient};
use super::operation::OperationKind;

/// A create whose answer was lost, as it was intended. Times are seconds since 1970 by the organization's own clock.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LostCreate {
    /// The name that was asked for.
    pub name: String,
    /// The mark in its description, where the person switched that on.
    pub mark: Option<String>,
    /// Clients that existed before, and those that came out of other operations.
    pub known_ids: BTreeSet<String>,
    /// Who created it; `None` for a program, whose clients the organization may ascribe to somebody else
    /// (a guess: what `createdBy` says then is not documented).
    pub creator: Option<String>,
    /// When it was sent.
    pub sent_at: i64,
}

/// What to do about a lost create.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NextStep {
    /// It is there: this client.
    Adopt {
        /// Its client ID.
        client_id: String,
    },
    /// More than one client can be it: the request was carried out twice, or somebody did the same by hand.
    Choose {
        /// Their client IDs.
        client_ids: Vec<String>,
    },
    /// It is not there yet.
    LookAgain {
        /// Seconds to wait before.
        in_seconds: u32,
    },
    /// It is certainly not there.
    NotThere,
}

/// Waits between two looks, in seconds; the last one from then on.
const WAITS: [u32; 6] = [2, 4, 8, 16, 30, 60];
/// A client that is not listed this long after it was sent, in seconds, is not there.
/// A guess with a margin: ten seconds were observed by the Terraform provider.
pub const LATEST_APPEARANCE: i64 = 120;
/// Two looks that found nothing count as two only this far apart, in seconds.
const LOOKS_APART: i64 = 60;
/// How far two clocks of the organization may differ, in seconds.
const CLOCKS_APART: i64 = 30;

impl LostCreate {
    /// The listed clients that can be the one that was sent.
    pub fn candidates(&self, listed: &[OauthClient]) -> Vec<String> {
        let ours = |client: &&OauthClient| self.can_be(client);
        listed.iter().filter(ours).map(|client| client.id.clone()).collect()
    }

    fn can_be(&self, client: &OauthClient) -> bool {
        let same = match &self.mark {
            Some(mark) => client.description.contains(mark.as_str()),
            None => client.name == self.name,
        };
        let by_us = match (&self.creator, &client.created_by) {
            (Some(us), Some(them)) => us == them,
            _ => true,
        };
        let since = client.created_seconds().is_none_or(|created| created >= self.sent_at - CLOCKS_APART);
        same && by_us && since && !self.known_ids.contains(&client.id)
    }

    /// The next step, from the candidates of the last look and when every look without one took place, oldest first.
    pub fn next_step(&self, candidates: &[String], empty_looks: &[i64]) -> NextStep {
        match candidates {
            [only] => return NextStep::Adopt { client_id: only.clone() },
            [_, ..] => return NextStep::Choose { client_ids: candidates.to_vec() },
            [] => {}
        }
        let late = |at: &&i64| **at >= self.sent_at + LATEST_APPEARANCE;
        let last = empty_looks.last().filter(late);
        let apart = |last: &i64| empty_looks.iter().any(|at| *at >= self.sent_at && last - at >= LOOKS_APART);
        if last.is_some_and(apart) {
            return NextStep::NotThere;
        }
        let looks = empty_looks.len().saturating_sub(1).min(WAITS.len() - 1);
        NextStep::LookAgain { in_seconds: WAITS.get(looks).copied().unwrap_or(60) }
    }
}

/// What a look at the client of an interrupted change showed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Held {
    /// There is no such client.
    Gone,
    /// It is there.
    There {
        /// Its state.
        state: ClientState,
        /// Whether it is as the change asked.
        as_asked: bool,
    },
}

/// What to do about an interrupted change to a client that existed before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChangeStep {
    /// It was carried out.
    Finished,
    /// Its second step is still to be done.
    Continue,
    /// It was not carried out; doing it again is safe and up to the person.
    NotCarriedOut,
}

/// The next step of an interrupted change. A new secret is never asked about: it is simply replaced once more.
pub fn step_of_change(kind: OperationKind, held: &Held) -> ChangeStep {
    match (kind, held) {
        (OperationKind::Create | OperationKind::RegenerateSecret, _) => ChangeStep::Continue,
        (OperationKind::Delete, Held::Gone) => ChangeStep::Finished,
        (OperationKind::Delete, Held::There { state: ClientState::Inactive, .. }) => ChangeStep::Continue,
        (OperationKind::Update, Held::There { as_asked: true, .. })
        | (OperationKind::Deactivate, Held::There { state: ClientState::Inactive, .. })
        | (OperationKind::Reactivate, Held::There { state: ClientState::Active, .. }) => ChangeStep::Finished,
        _ => ChangeStep::NotCarriedOut,
    }
}

/// What to do about an interrupted change of roles.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RoleStep {
    /// It was carried out.
    Finished,
    /// It may only be late.
    LookAgain {
        /// Seconds to wait before.
        in_seconds: u32,
    },
    /// It was not carried out; doing it again is safe and up to the person.
    NotCarriedOut,
}

/// A change of roles that is not seen this long after it was sent, in seconds, was not carried out.
/// A guess with a margin: ten seconds were observed by the Terraform provider.
pub const LATEST_ROLE: i64 = 30;

/// The next step of an interrupted change of roles: whether what it was to bring about is so, and how old it is in
/// seconds.
pub fn step_of_roles(is_so: bool, age: i64) -> RoleStep {
    if is_so {
        RoleStep::Finished
    } else if (0..LATEST_ROLE).contains(&age) {
        RoleStep::LookAgain { in_seconds: 10 }
    } else {
        RoleStep::NotCarriedOut
    }
}
