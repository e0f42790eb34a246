//! A hundred races with another administrator: what they changed before our last look at it survives, or we are told.

use std::sync::{Arc, Mutex};

use latchkey::app::create_client::{Comparison, create_client};
use latchkey::app::failure::Failure;
use latchkey::app::update_client::{Updated, start_edit, update_client};
use latchkey::app::{App, OrgView};
use latchkey::practice::Meddle;

use crate::outside::{CLIENTS, Outside, scim_draft};

/// When the other administrator acts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Moment {
    /// After the form was filled in, before anything is sent.
    BeforeOurRead,
    /// As the reading before the write arrives.
    WithOurRead,
    /// As the reading after the write arrives.
    WithOurLastRead,
    /// After all.
    Afterwards,
    /// Between the reading and the write, as the write arrives. There is no version to send along, so the last writer
    /// wins: nothing that a client of this API can send tells them apart. Counted, not promised.
    WithOurWrite,
}

const PROMISED: [Moment; 4] =
    [Moment::BeforeOurRead, Moment::WithOurRead, Moment::WithOurLastRead, Moment::Afterwards];

/// What waits for the n-th request with a method, counted from now.
type Waiting = Arc<Mutex<Option<(&'static str, usize, Meddle)>>>;

fn lie_in_wait(outside: &Outside) -> Waiting {
    let waiting = Waiting::default();
    let (practice, mine) = (outside.practice.clone(), waiting.clone());
    outside.practice.watch(move |arrival| {
        if !arrival.path.starts_with(CLIENTS) {
            return;
        }
        let mut waiting = mine.lock().expect("nobody panics");
        let due = waiting.take_if(|(method, left, _)| {
            *left -= usize::from(*method == arrival.method);
            *left == 0
        });
        if let Some((_, _, meddle)) = due {
            practice.meddle(meddle);
        }
    });
    waiting
}

fn meddle(kind: usize, id: &str, run: usize) -> Meddle {
    let id = id.to_owned();
    match kind {
        0 => Meddle::Rename { id, to: format!("Theirs {run}") },
        1 => Meddle::ChangeDescription { id, to: Some(format!("Theirs {run}")) },
        2 => Meddle::Deactivate { id },
        _ => Meddle::Delete { id },
    }
}

/// Whether what the other administrator did is still so.
fn survives(outside: &Outside, meddle: &Meddle) -> bool {
    let clients = outside.practice.clients();
    let of = |wanted: &str| clients.iter().find(|client| client.id == wanted);
    match meddle {
        Meddle::Rename { id, to } => of(id).is_some_and(|client| client.name == *to),
        Meddle::ChangeDescription { id, to } => of(id).is_some_and(|client| client.description == *to),
        Meddle::Deactivate { id } => of(id).is_some_and(|client| client.state == "inactive"),
        Meddle::Delete { id } => of(id).is_none(),
        Meddle::RegenerateSecret { .. } | Meddle::CreateNamed { .. } => false,
    }
}

struct Race<'a> {
    outside: &'a Outside,
    waiting: &'a Waiting,
    app: &'a App,
    org: &'a OrgView,
}

impl Race<'_> {
    /// Our edit against theirs; the outcome of ours, what they did, and how many requests ours took.
    async fn run(
        &self,
        moment: Moment,
        kind: usize,
        run: usize,
    ) -> (Result<Updated, Failure>, Meddle, [usize; 2]) {
        let draft = scim_draft(self.app, self.org, &format!("Race {run}")).await;
        let id = create_client(self.app, &self.org.id, &draft, false).await.expect("created").client.id;
        let mut draft = start_edit(self.app, &self.org.id, &id).await.expect("a draft");
        // Ours changes the duration alone, which they leave alone: a lost update is never a wish of both.
        draft.duration = latchkey::domain::duration::DurationDraft::of_seconds(86_400);
        let theirs = meddle(kind, &id, run);
        let wait = |method, nth| {
            *self.waiting.lock().expect("nobody panics") = Some((method, nth, theirs.clone()));
        };
        match moment {
            Moment::BeforeOurRead => drop(self.outside.practice.meddle(theirs.clone())),
            Moment::WithOurRead => wait("GET", 1),
            Moment::WithOurWrite => wait("PUT", 1),
            Moment::WithOurLastRead => wait("GET", 2),
            Moment::Afterwards => {}
        }
        let before = [self.outside.sent("GET"), self.outside.sent("PUT")];
        let outcome = update_client(self.app, &self.org.id, &draft, false).await;
        let sent = [self.outside.sent("GET") - before[0], self.outside.sent("PUT") - before[1]];
        if moment == Moment::Afterwards {
            self.outside.practice.meddle(theirs.clone());
        }
        *self.waiting.lock().expect("nobody panics") = None;
        (outcome, theirs, sent)
    }
}

#[tokio::test]
async fn a_hundred_races_lose_nothing_that_was_there_when_we_last_looked() {
    let mut outside = Outside::open().await;
    let (app, org) = outside.start().await;
    let waiting = lie_in_wait(&outside);
    let race = Race { outside: &outside, waiting: &waiting, app: &app, org: &org };
    let (mut told, mut lost) = (0, 0);
    for run in 0..100 {
        let moment = PROMISED[run % 4];
        let (outcome, theirs, [reads, writes]) = race.run(moment, run / 4 % 4, run).await;
        lost += usize::from(!survives(&outside, &theirs));
        if matches!(moment, Moment::BeforeOurRead | Moment::WithOurRead) {
            let failure = outcome.expect_err("theirs came first");
            assert!(
                matches!(failure, Failure::ChangedMeanwhile { .. } | Failure::NotFound { .. }),
                "{moment:?} {theirs:?}: {failure:?}"
            );
            told += 1;
            assert_eq!((reads, writes), (1, 0), "{moment:?}");
        } else {
            let updated = outcome.expect("ours was first");
            // A client that was deleted under our last reading is looked for a few times, as after a create.
            let gone = updated.comparison == Comparison::NotVisibleYet;
            assert!(writes == 1 && (reads == 2 || gone), "{moment:?}: {reads} GET, {writes} PUT");
        }
    }
    let mut overwritten = 0;
    for run in 100..104 {
        let (_, theirs, _) = race.run(Moment::WithOurWrite, run % 4, run).await;
        overwritten += usize::from(!survives(&outside, &theirs));
    }
    println!(
        "edit races: 100, told {told} times before anything was sent, lost updates {lost}; 1 GET, 1 PUT, 1 GET each; \
         between our reading and our write (no version in the API): {overwritten} of 4 overwritten"
    );
    assert_eq!((lost, told), (0, 50));
}
