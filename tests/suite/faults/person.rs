//! A person at the window who wants one client and its secret, and does what the program says.
//! It must never know more than the program tells: the truth is for the judge.

use std::future::Future;

use latchkey::app::create_client::create_client;
use latchkey::app::failure::Failure;
use latchkey::app::list_history::{HistoryPart, list_history};
use latchkey::app::operation::OperationId;
use latchkey::app::place_secret::{Destination, list_unplaced_secrets, place_secret, reveal_secret};
use latchkey::app::recover::{
    Interrupted, Situation, adopt_client, finish_change, leave_alone, list_interrupted, look_for,
};
use latchkey::practice::StoredClient;

use super::bench::{Bench, until};
use super::plan::Plan;
use super::seeds::Rng;

/// What the person does next.
#[derive(Debug, Clone)]
enum Next {
    Create,
    Look(OperationId),
    Adopt(OperationId, String),
    Finish(OperationId),
    Done,
}

pub(crate) struct Person<'a> {
    pub(crate) bench: &'a mut Bench,
    pub(crate) rng: Rng,
    pub(crate) name: String,
    /// The program ends once in so many steps; never, if 0.
    pub(crate) ends_once_in: u32,
}

/// More steps than any run needs: a loop without end is a finding.
const STEPS: u32 = 300;

impl Person<'_> {
    /// Until there is a client and its secret.
    pub(crate) async fn gets_a_client(&mut self) -> Result<(), String> {
        let mut next = Next::Create;
        for _ in 0..STEPS {
            if matches!(next, Next::Done) {
                return Ok(());
            }
            if self.ends_once_in > 0 && self.rng.once_in(self.ends_once_in) {
                if self.rng.once_in(2) {
                    self.bench.restart().await;
                    next = self.start_again().await;
                    continue;
                }
                let arrivals = self.rng.below(6);
                self.bench.plan.end_after(arrivals);
            }
            next = match self.step(&next).await {
                Some(next) => next,
                None => {
                    self.bench.restart().await;
                    self.start_again().await
                }
            };
        }
        Err(format!("{} has no client after {STEPS} steps: {next:?}", self.name))
    }

    /// One step; nothing if the program ended meanwhile.
    async fn step(&mut self, next: &Next) -> Option<Next> {
        let bench = &*self.bench;
        let failure = match next {
            Next::Create => {
                let draft = bench.draft(&self.name);
                let create = create_client(bench.app(), &bench.org.id, &draft, false);
                match unless_ended(&bench.plan, create).await? {
                    Ok(_) => return Some(Next::Done),
                    Err(Failure::AnswerLost { operation: Some(operation), .. }) => {
                        return Some(Next::Look(operation));
                    }
                    Err(failure) => failure,
                }
            }
            Next::Look(operation) => {
                match unless_ended(&bench.plan, look_for(bench.app(), operation)).await? {
                    Ok(seen) => return Some(self.decide(seen)),
                    Err(failure) => failure,
                }
            }
            Next::Adopt(operation, client) => {
                let adopt = adopt_client(bench.app(), operation, client, false);
                match unless_ended(&bench.plan, adopt).await? {
                    Ok(_) => return Some(Next::Done),
                    Err(failure) => {
                        self.wait(&failure);
                        return Some(Next::Look(operation.clone()));
                    }
                }
            }
            Next::Finish(operation) => {
                match unless_ended(&bench.plan, finish_change(bench.app(), operation, false)).await? {
                    Ok(_) => return Some(Next::Done),
                    Err(failure) => failure,
                }
            }
            Next::Done => return Some(Next::Done),
        };
        assert!(!matches!(failure, Failure::AnswerLost { operation: None, .. }), "{failure:?}");
        assert!(!matches!(failure, Failure::Journal { .. } | Failure::DraftInvalid { .. }), "{failure:?}");
        self.wait(&failure);
        Some(next.clone())
    }

    fn decide(&mut self, seen: Interrupted) -> Next {
        let id = seen.id;
        match seen.situation {
            Situation::Found { client, needs_secret: true } => Next::Adopt(id, client.id),
            Situation::FoundSeveral { clients, needs_secret: true } => {
                Next::Adopt(id, self.rng.pick(&clients).id)
            }
            Situation::SecretLost => Next::Finish(id),
            Situation::NotThere => Next::Create,
            Situation::NotLooked => {
                self.bench.outside.pass(2);
                Next::Look(id)
            }
            Situation::StillLooking { look_again_in_seconds, .. } => {
                self.bench.outside.pass(look_again_in_seconds);
                Next::Look(id)
            }
            other => panic!("{other:?}"),
        }
    }

    /// As long as the program says, or a moment.
    fn wait(&self, failure: &Failure) {
        let seconds = match failure {
            Failure::RateLimited { retry_after_seconds, .. } => *retry_after_seconds,
            _ => 5,
        };
        self.bench.outside.pass(seconds);
    }

    /// After a start, the person knows what the program lists, and nothing else.
    async fn start_again(&mut self) -> Next {
        let app = self.bench.app();
        let ours = |seen: &Interrupted| seen.client_name == self.name && seen.situation != Situation::Twin;
        let interrupted = list_interrupted(app).await.expect("a list");
        if let Some(seen) = interrupted.into_iter().find(ours) {
            return Next::Look(seen.id);
        }
        let unplaced = list_unplaced_secrets(app).await.expect("a list");
        match unplaced.into_iter().any(|secret| secret.client_name == self.name) {
            true => Next::Done,
            false => Next::Create,
        }
    }
}

async fn unless_ended<T>(plan: &Plan, work: impl Future<Output = T>) -> Option<T> {
    tokio::select! {
        biased;
        () = plan.ended() => None,
        outcome = work => Some(outcome),
    }
}

/// What is really there, against what the program says.
pub(crate) struct Judged {
    /// Everything that is stored under the name.
    pub(crate) stored: Vec<StoredClient>,
    /// How many of them the program has the current secret of.
    pub(crate) held: usize,
}

/// Judges a run by what is stored, once everything late is visible. Clients and secrets are put away afterwards.
pub(crate) async fn judge(bench: &mut Bench, name: &str, late: u32) -> Judged {
    bench.settle(late).await;
    let stored = bench.outside.stored(name);
    let mut listed = Vec::new();
    // Of several creates of one name, the program takes up one at a time: the next list shows the next.
    for _ in 0..8 {
        let mut interrupted = list_interrupted(bench.app()).await.expect("a list");
        interrupted.retain(|seen| seen.client_name == name);
        if interrupted.is_empty() {
            break;
        }
        for seen in interrupted {
            listed.extend(shown(bench, &seen).await);
            leave_alone(bench.app(), &seen.id).await.expect("left");
        }
        bench.settle(0).await;
    }
    let (mut held, mut silent) = (0, 0);
    for client in &stored {
        match reveal_secret(bench.app(), &bench.org.id, &client.id).await {
            Ok(secret) if secret.text == client.secret => {
                held += 1;
                let org = &bench.org.id;
                place_secret(bench.app(), org, &client.id, Destination::Program).await.expect("placed");
            }
            Ok(_) => bench.tally.wrong.push(format!("{name}: a secret is shown that is dead")),
            Err(_) if listed.contains(&client.id) => bench.tally.twins += 1,
            Err(_) => silent += 1,
        }
    }
    // Of two, one is the client that was wanted.
    let duplicates = (held + silent as usize).saturating_sub(1) as u64;
    bench.tally.duplicates += duplicates;
    bench.tally.lost += silent;
    if duplicates + silent > 0 {
        let history =
            list_history(bench.app(), name, HistoryPart::Changes, 0, 50).await.expect("a history").entries;
        bench
            .tally
            .wrong
            .push(format!("{name}: {silent} lost, {duplicates} duplicate of {stored:?}, {history:?}"));
    }
    bench.tidy(name);
    Judged { stored, held }
}

/// The clients that the program shows for an operation that was interrupted.
async fn shown(bench: &Bench, seen: &Interrupted) -> Vec<String> {
    if let Some(id) = &seen.client_id {
        return vec![id.clone()];
    }
    until("looked", || async { look_for(bench.app(), &seen.id).await.is_ok() }).await;
    match look_for(bench.app(), &seen.id).await.expect("looked").situation {
        Situation::Found { client, .. } => vec![client.id],
        Situation::FoundSeveral { clients, .. } => clients.into_iter().map(|client| client.id).collect(),
        _ => Vec::new(),
    }
}
