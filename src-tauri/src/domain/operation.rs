//! A change to an organization as the journal remembers it: what it is, and how far it has come.
//! It must never call an outcome certain that the organization has not confirmed.

use serde::{Deserialize, Serialize};
use specta::Type;

/// What is changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum OperationKind {
    /// A client is created.
    Create,
    /// A client gets a new secret, and the old one dies.
    RegenerateSecret,
    /// A client is changed.
    Update,
    /// A client is made inactive, after which it is deleted some day.
    Deactivate,
    /// An inactive client is made active again.
    Reactivate,
    /// A client is deleted: made inactive first, then deleted.
    Delete,
    /// Default roles that are missing are restored. The operation bears the name of the role that was wanted.
    RestoreRoles,
    /// The signed-in person gives themselves a role. The operation bears its name.
    GrantRole,
    /// The signed-in person takes back a role that they gave themselves.
    TakeBackRole,
}

impl OperationKind {
    /// Every kind.
    pub const ALL: [OperationKind; 9] = [
        OperationKind::Create,
        OperationKind::RegenerateSecret,
        OperationKind::Update,
        OperationKind::Deactivate,
        OperationKind::Reactivate,
        OperationKind::Delete,
        OperationKind::RestoreRoles,
        OperationKind::GrantRole,
        OperationKind::TakeBackRole,
    ];

    /// Whether it is about roles of the organization or of a person, and about no client.
    pub fn is_about_roles(self) -> bool {
        matches!(self, OperationKind::RestoreRoles | OperationKind::GrantRole | OperationKind::TakeBackRole)
    }

    /// Whether a secret comes out of it.
    pub fn gives_secret(self) -> bool {
        matches!(self, OperationKind::Create | OperationKind::RegenerateSecret)
    }
}

/// How far an operation has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum Stage {
    /// Committed before its request leaves: from here on it may have been carried out.
    Sent,
    /// The answer was lost: it may or may not have been carried out.
    Unknown,
    /// The client is there, and nobody may have seen its secret: the secret is to be replaced.
    Replacing,
    /// Of a delete: the client is inactive, and still to be deleted.
    Halfway,
    /// Carried out; the sealed secret waits until the person says where it went.
    Secured,
    /// Carried out, and nothing is left to do.
    Done,
    /// The organization said no; nothing was changed.
    Refused,
    /// The request did not get as far as being carried out; nothing was changed.
    NotProcessed,
    /// Looked for, and not carried out.
    Absent,
    /// The person decided to leave it as it is.
    LeftAlone,
    /// Carried out; nobody said in time where the secret went, and it was wiped.
    Wiped,
}

impl Stage {
    /// Every stage.
    pub const ALL: [Stage; 11] = [
        Stage::Sent,
        Stage::Unknown,
        Stage::Replacing,
        Stage::Halfway,
        Stage::Secured,
        Stage::Done,
        Stage::Refused,
        Stage::NotProcessed,
        Stage::Absent,
        Stage::LeftAlone,
        Stage::Wiped,
    ];

    /// Whether something has to be found out or finished before this operation is over.
    pub fn is_interrupted(self) -> bool {
        matches!(self, Stage::Sent | Stage::Unknown | Stage::Replacing | Stage::Halfway)
    }

    /// The stage after an event, or `None` where the event cannot happen.
    pub fn after(self, event: Event, kind: OperationKind) -> Option<Stage> {
        use Stage::{
            Absent, Done, Halfway, LeftAlone, NotProcessed, Refused, Replacing, Secured, Sent, Unknown, Wiped,
        };
        let delete = kind == OperationKind::Delete;
        let next = match (self, event) {
            (Sent | Unknown, Event::AnswerLost) => Unknown,
            // A second step that did not work leaves the operation where the first one brought it.
            (Replacing | Halfway, Event::AnswerLost | Event::Refused | Event::NotProcessed) => self,
            (Sent, Event::Refused) => Refused,
            (Sent, Event::NotProcessed) => NotProcessed,
            (Sent | Unknown | Halfway, Event::Confirmed) => Done,
            (Sent | Unknown, Event::Deactivated) if delete => Halfway,
            (Halfway, Event::Deactivated) => Halfway,
            (Sent | Unknown | Replacing | Secured, Event::SecretOutstanding) if kind.gives_secret() => {
                Replacing
            }
            (Sent | Replacing, Event::Secured) if kind.gives_secret() => Secured,
            (Secured | Replacing, Event::Placed) => Done,
            (Secured, Event::Wiped) => Wiped,
            (Unknown, Event::NotThere) => Absent,
            (Absent, Event::LookAgain) => Unknown,
            (Unknown | Replacing | Halfway | Absent, Event::LeftAlone) => LeftAlone,
            _ => return None,
        };
        Some(next)
    }
}

/// What happened to an operation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum Event {
    /// The request left, and no answer that can be trusted came; or the program ended in between.
    AnswerLost,
    /// The organization said no.
    Refused,
    /// Nobody answered, or the organization asked to wait: nothing was carried out.
    NotProcessed,
    /// The organization confirmed it, and no secret has to be kept.
    Confirmed,
    /// Of a delete: the client is inactive now.
    Deactivated,
    /// The client is there, but its secret is not in the journal, or cannot be opened any more.
    SecretOutstanding,
    /// The secret arrived and was sealed.
    Secured,
    /// The person said where the secret went.
    Placed,
    /// The time for handing over is up.
    Wiped,
    /// It was looked for, and is certainly not there.
    NotThere,
    /// It is looked for once more.
    LookAgain,
    /// The person decided to leave it as it is.
    LeftAlone,
}

impl Event {
    /// Every event.
    pub const ALL: [Event; 12] = [
        Event::AnswerLost,
        Event::Refused,
        Event::NotProcessed,
        Event::Confirmed,
        Event::Deactivated,
        Event::SecretOutstanding,
        Event::Secured,
        Event::Placed,
        Event::Wiped,
        Event::NotThere,
        Event::LookAgain,
        Event::LeftAlone,
    ];
}

#[cfg(test)]
mod tests {
    use super::{Event, OperationKind, Stage};

    #[test]
    fn what_is_over_stays_over() {
        let over = [Stage::Done, Stage::Refused, Stage::NotProcessed, Stage::LeftAlone, Stage::Wiped];
        for (stage, event) in over.into_iter().flat_map(|stage| Event::ALL.map(|event| (stage, event))) {
            for kind in OperationKind::ALL {
                assert_eq!(stage.after(event, kind), None, "{stage:?} {event:?} {kind:?}");
            }
        }
    }

    /// Whatever is interrupted can be looked at again, and in the end be left alone.
    #[test]
    fn nothing_interrupted_is_a_dead_end() {
        for stage in Stage::ALL.into_iter().filter(|stage| stage.is_interrupted()) {
            let lost =
                stage.after(Event::AnswerLost, OperationKind::Create).expect("a crash is always possible");
            assert!(lost.is_interrupted());
            assert_eq!(lost.after(Event::LeftAlone, OperationKind::Create), Some(Stage::LeftAlone));
        }
    }

    /// A change of roles has one step: a look settles it.
    #[test]
    fn a_change_of_roles_is_never_half_done() {
        for kind in OperationKind::ALL.into_iter().filter(|kind| kind.is_about_roles()) {
            for (stage, event) in [Stage::Sent, Stage::Unknown]
                .into_iter()
                .flat_map(|stage| Event::ALL.map(|event| (stage, event)))
            {
                let next = stage.after(event, kind);
                assert!(
                    !matches!(next, Some(Stage::Halfway | Stage::Replacing | Stage::Secured)),
                    "{next:?}"
                );
            }
            assert_eq!(Stage::Unknown.after(Event::Confirmed, kind), Some(Stage::Done));
            assert_eq!(Stage::Unknown.after(Event::NotThere, kind), Some(Stage::Absent));
        }
    }

    /// Only an operation that gives a secret can wait for its hand-over.
    #[test]
    fn a_change_without_a_secret_never_waits_for_one() {
        for kind in OperationKind::ALL.into_iter().filter(|kind| !kind.gives_secret()) {
            for stage in Stage::ALL {
                assert_eq!(stage.after(Event::SecretOutstanding, kind), None);
                assert_eq!(stage.after(Event::Secured, kind), None);
            }
        }
    }
}
