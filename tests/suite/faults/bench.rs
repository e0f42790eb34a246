//! The program with an organization in which things go wrong as planned, and a witness at its door.
//! It must never wait for the real time to pass: time is moved.

use std::future::Future;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use latchkey::app::list_clients::list_clients;
use latchkey::app::open_profile::open_profile;
use latchkey::app::recover::list_interrupted;
use latchkey::app::{App, OrgView};
use latchkey::domain::draft::ClientDraft;
use latchkey::genesys::session::Limits;
use latchkey::practice::{Arrival, Fault, Meddle};

use super::plan::Plan;
use super::tally::Tally;
use super::witness::Witness;
use crate::outside::{CLIENTS, Outside, scim_draft};

/// Where some answers never come. Long enough for a busy computer: a request that is given up before it has arrived
/// arrives after the program has looked for it.
pub(crate) const SHORT: Limits =
    Limits { connect: Duration::from_secs(5), answer: Duration::from_secs(2), list: Duration::from_secs(3) };

pub(crate) struct Bench {
    pub(crate) outside: Outside,
    pub(crate) plan: Arc<Plan>,
    pub(crate) witness: Arc<Witness>,
    pub(crate) org: OrgView,
    pub(crate) tally: Tally,
    arrived: Arc<AtomicU64>,
    draft: ClientDraft,
    app: Option<App>,
}

impl Bench {
    /// Where an answer that never comes is not waited for.
    pub(crate) async fn impatient() -> Bench {
        Bench::watched(SHORT, |_| {}).await
    }

    /// Where every answer comes, however busy the computer is.
    pub(crate) async fn patient() -> Bench {
        Bench::watched(Limits::default(), |_| {}).await
    }

    /// With a look of one's own at every request for clients.
    pub(crate) async fn watched(limits: Limits, look: impl Fn(&Arrival) + Send + Sync + 'static) -> Bench {
        let mut outside = Outside::open().await;
        let (app, org) = outside.start().await;
        let draft = scim_draft(&app, &org, "").await;
        drop(app);
        outside.limits = limits;
        let (plan, witness) = (Arc::new(Plan::default()), Arc::new(Witness::of(&outside.folder)));
        let arrived = Arc::new(AtomicU64::new(outside.records()));
        let practice = Arc::downgrade(&outside.practice);
        let (planned, watching, counting) = (plan.clone(), witness.clone(), arrived.clone());
        outside.practice.watch(move |arrival| {
            if !arrival.path.starts_with(CLIENTS) {
                return;
            }
            look(arrival);
            watching.see(arrival);
            counting.fetch_add(1, Ordering::SeqCst);
            if let (Some(kind), Some(practice)) = (planned.next(&arrival.method), practice.upgrade()) {
                let (method, path) = (Some(arrival.method.clone()), arrival.path.clone());
                practice.queue_faults(vec![Fault { kind, method, path, times: Some(1) }]);
            }
        });
        let mut bench =
            Bench { outside, plan, witness, org, tally: Tally::default(), arrived, draft, app: None };
        bench.start().await;
        bench
    }

    pub(crate) fn app(&self) -> &App {
        self.app.as_ref().expect("the program runs")
    }

    pub(crate) fn draft(&self, name: &str) -> ClientDraft {
        ClientDraft { name: name.to_owned(), ..self.draft.clone() }
    }

    /// Ends the program, wherever it is, and starts it again.
    pub(crate) async fn restart(&mut self) {
        self.app = None;
        self.tally.ends += 1;
        self.quiet().await;
        self.start().await;
    }

    async fn start(&mut self) {
        let app = self.outside.app();
        // What the last program had begun to write is written to its end first.
        until("the journal is free", || async { list_interrupted(&app).await.is_ok() }).await;
        until("signed in", || async { open_profile(&app, &self.org.id).await.is_ok() }).await;
        self.app = Some(app);
    }

    /// Waits until everything that arrived was carried out.
    pub(crate) async fn quiet(&self) {
        let all = || async { self.outside.records() >= self.arrived.load(Ordering::SeqCst) };
        until("every request is carried out", all).await;
    }

    /// Everything that is late becomes visible, and the program reads the list once more.
    pub(crate) async fn settle(&self, seconds: u32) {
        self.plan.clear();
        self.outside.pass(seconds);
        until("listed", || async { list_clients(self.app(), &self.org.id).await.is_ok() }).await;
    }

    /// Takes clients away that no later run needs.
    pub(crate) fn tidy(&self, name: &str) {
        for client in self.outside.stored(name) {
            self.outside.practice.meddle(Meddle::Delete { id: client.id });
        }
    }

    /// What was counted on this bench, when it is done.
    pub(crate) fn counted(mut self) -> Tally {
        self.tally.faults = self.plan.met();
        self.tally.writes = self.witness.checked.load(Ordering::SeqCst);
        self.tally.wrong.extend(self.witness.wrong());
        std::mem::take(&mut self.tally)
    }
}

impl Outside {
    /// How many requests for clients were dealt with.
    fn records(&self) -> u64 {
        let requests = self.practice.requests();
        requests.iter().filter(|request| request.path.starts_with(CLIENTS)).count() as u64
    }
}

/// Waits for a condition, and not for ever.
pub(crate) async fn until<F: Future<Output = bool>>(what: &str, met: impl Fn() -> F) {
    let begun = Instant::now();
    while !met().await {
        assert!(begun.elapsed() < Duration::from_secs(120), "waited too long: {what}");
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
}
