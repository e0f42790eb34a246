//! What a killed process leaves behind: a trap at the organization's door, and a new start that puts it right.
//! It must never help the program: whatever is put right is put right by its own use cases.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use latchkey::app::App;
use latchkey::app::OrgView;
use latchkey::app::failure::Failure;
use latchkey::app::list_clients::list_clients;
use latchkey::app::place_secret::reveal_secret;
use latchkey::app::recover::{
    Interrupted, Situation, adopt_client, finish_change, leave_alone, list_interrupted, look_for,
};
use latchkey::domain::operation::OperationKind;
use latchkey::practice::{Fault, FaultKind, Meddle};
use tokio::sync::Notify;

use super::bench::until;
use super::child::sign_in;
use super::seeds::Rng;
use super::tally::Tally;
use super::witness::Witness;
use crate::outside::{CLIENTS, Outside};

/// A moment in the life of a request, as the server knows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Point {
    Received,
    CarriedOut,
    HalfAnswered,
    Answered,
}

impl Point {
    pub(crate) const ALL: [Point; 4] =
        [Point::Received, Point::CarriedOut, Point::HalfAnswered, Point::Answered];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Point::Received => "received and not carried out",
            Point::CarriedOut => "carried out and not answered",
            Point::HalfAnswered => "half answered",
            Point::Answered => "answered",
        }
    }

    pub(crate) fn fault(self) -> Option<FaultKind> {
        match self {
            Point::Received => Some(FaultKind::StallBefore),
            Point::CarriedOut => Some(FaultKind::StallAfter),
            Point::HalfAnswered => Some(FaultKind::CutAt { bytes: 300 }),
            Point::Answered => None,
        }
    }
}

/// Waits for one write of a process.
#[derive(Default)]
pub(crate) struct Trap {
    set: Mutex<Option<(u32, Point)>>,
    met: Notify,
}

impl Trap {
    /// For the write after so many others.
    pub(crate) fn set(&self, after: u32, point: Point) {
        *self.set.lock().expect("a trap") = Some((after, point));
    }

    pub(crate) fn clear(&self) {
        *self.set.lock().expect("a trap") = None;
    }

    pub(crate) async fn met(&self) {
        self.met.notified().await;
    }

    /// A write arrived: what happens to it.
    fn spring(&self) -> Option<FaultKind> {
        let mut set = self.set.lock().expect("a trap");
        match &mut *set {
            Some((0, point)) => {
                let fault = point.fault();
                *set = None;
                self.met.notify_one();
                fault
            }
            Some((left, _)) => {
                *left -= 1;
                None
            }
            None => None,
        }
    }
}

pub(crate) struct KillBench {
    pub(crate) outside: Outside,
    pub(crate) trap: Arc<Trap>,
    pub(crate) arrived: Arc<AtomicU64>,
    pub(crate) tally: Tally,
    writes: Arc<AtomicU64>,
    witness: Arc<Witness>,
    restarts: Vec<Duration>,
}

impl KillBench {
    pub(crate) async fn open() -> KillBench {
        let outside = Outside::open().await;
        let (trap, arrived, writes) = (Arc::new(Trap::default()), Arc::default(), Arc::default());
        let witness = Arc::new(Witness::of(&outside.folder));
        let practice = Arc::downgrade(&outside.practice);
        let (trapped, counting): (Arc<Trap>, Arc<AtomicU64>) = (trap.clone(), Arc::clone(&arrived));
        let (writing, watching): (Arc<AtomicU64>, Arc<Witness>) = (Arc::clone(&writes), witness.clone());
        outside.practice.watch(move |arrival| {
            counting.fetch_add(1, Ordering::SeqCst);
            if arrival.method == "GET" || !arrival.path.starts_with(CLIENTS) {
                return;
            }
            watching.see(arrival);
            writing.fetch_add(1, Ordering::SeqCst);
            if let (Some(kind), Some(practice)) = (trapped.spring(), practice.upgrade()) {
                let (method, path) = (Some(arrival.method.clone()), arrival.path.clone());
                practice.queue_faults(vec![Fault { kind, method, path, times: Some(1) }]);
            }
        });
        KillBench { outside, trap, arrived, tally: Tally::default(), writes, witness, restarts: Vec::new() }
    }

    /// Waits until every write that arrived was carried out, as far as it ever is.
    pub(crate) async fn carried_out(&self) {
        let all = || async {
            let requests = self.outside.practice.requests();
            let writes = requests.iter().filter(|it| it.method != "GET" && it.path.starts_with(CLIENTS));
            writes.count() as u64 >= self.writes.load(Ordering::SeqCst)
        };
        until("every write is carried out", all).await;
    }

    /// Starts the program where another was killed, follows what it says, and judges what is there.
    pub(crate) async fn recover(&mut self, name: &str, rng: &mut Rng) {
        self.carried_out().await;
        let begun = Instant::now();
        let app = self.outside.app();
        let listed = list_interrupted(&app).await;
        self.restarts.push(begun.elapsed());
        let listed = listed.unwrap_or_else(|failure| panic!("{name}: {failure:?}"));
        let practice = &self.outside.practice;
        let org = sign_in(&app, practice.address(), practice.user_token()).await.expect("signed in");
        if !listed.is_empty() {
            self.tally.count("found something interrupted");
        }
        for _ in 0..60 {
            let mut open = list_interrupted(&app).await.expect("a list");
            if open.is_empty() {
                break;
            }
            let place = rng.below(u32::try_from(open.len()).expect("few")) as usize;
            self.put_right(&app, open.swap_remove(place)).await;
        }
        let open = list_interrupted(&app).await.expect("a list");
        if !open.is_empty() {
            self.tally.wrong.push(format!("{name}: still open: {open:?}"));
        }
        self.judge(&app, &org, name).await;
    }

    async fn put_right(&mut self, app: &App, open: Interrupted) {
        let situation = match open.situation {
            Situation::NotLooked => look_for(app, &open.id).await.expect("looked").situation,
            known => known,
        };
        match situation {
            Situation::StillLooking { look_again_in_seconds, .. } => {
                self.outside.pass(look_again_in_seconds);
            }
            Situation::Found { client, .. } => {
                adopt_client(app, &open.id, &client.id, false).await.expect("adopted");
            }
            Situation::SecretLost | Situation::HalfDeleted => {
                match finish_change(app, &open.id, false).await {
                    Ok(_) => {}
                    // Its client was deleted meanwhile.
                    Err(Failure::NotFound { .. }) => leave_alone(app, &open.id).await.expect("left"),
                    Err(failure) => panic!("{open:?}: {failure:?}", open = open.id),
                }
            }
            Situation::NotThere | Situation::CarriedOut | Situation::NotCarriedOut => {}
            other => {
                self.tally.wrong.push(format!("{}: {:?} says {other:?}", open.client_name, open.kind));
                leave_alone(app, &open.id).await.expect("left");
            }
        }
        if open.kind == OperationKind::Delete {
            self.tally.count("deletes taken up");
        }
    }

    /// Each name once, each secret current.
    async fn judge(&mut self, app: &App, org: &OrgView, name: &str) {
        list_clients(app, &org.id).await.expect("listed");
        for seen in list_interrupted(app).await.expect("a list") {
            self.tally.wrong.push(format!("{name}: a twin of {} out of nothing", seen.client_name));
            leave_alone(app, &seen.id).await.expect("left");
        }
        let prefix = format!("{name}-");
        let mut clients = self.outside.practice.clients();
        clients.retain(|client| client.name.starts_with(&prefix));
        let mut names: Vec<&str> = clients.iter().map(|client| client.name.as_str()).collect();
        names.sort_unstable();
        names.dedup();
        self.tally.duplicates += (clients.len() - names.len()) as u64;
        for client in &clients {
            match reveal_secret(app, &org.id, &client.id).await {
                Ok(secret) if secret.text == client.secret => self.tally.count("secrets judged"),
                Ok(_) => {
                    self.tally.lost += 1;
                    self.tally.wrong.push(format!("{}: a secret is shown that is dead", client.name));
                }
                Err(failure) => {
                    self.tally.lost += 1;
                    self.tally.wrong.push(format!("{}: {failure:?}", client.name));
                }
            }
            self.outside.practice.meddle(Meddle::Delete { id: client.id.clone() });
        }
        self.forget(app).await;
    }

    /// Secrets of clients that are gone are of no use to the next run.
    async fn forget(&self, app: &App) {
        use latchkey::app::place_secret::{Destination, list_unplaced_secrets, place_secret};
        for secret in list_unplaced_secrets(app).await.expect("a list") {
            let placed = place_secret(app, &secret.org_id, &secret.client_id, Destination::Nobody).await;
            placed.expect("placed");
        }
    }

    pub(crate) fn counted(mut self) -> Tally {
        self.tally.ends = self.tally.runs;
        self.tally.writes = self.witness.checked.load(Ordering::SeqCst);
        self.tally.wrong.extend(self.witness.wrong());
        self.restarts.sort_unstable();
        self.tally.restarts = std::mem::take(&mut self.restarts);
        std::mem::take(&mut self.tally)
    }
}
