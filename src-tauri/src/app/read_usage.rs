//! Reads the calls of one client: asks, waits with growing pauses until they are worked out, and remembers.
//! It must never wait for ever, nor go on when nobody wants the answer any more.

use std::collections::HashMap;
use std::time::Duration;

use jiff::Timestamp;
use serde::Serialize;
use specta::Type;
use tokio::sync::{Mutex, watch};

use super::failure::Failure;
use super::usage_memory::remember;
use super::{App, Org};
use crate::domain::usage::{LastUse, UsagePeriod, UsageReport, UsageRow, UsageSpan};
use crate::genesys::usage::UsageAnswer;

/// The calls of a client, as they were read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct UsageReading {
    /// The calls.
    pub report: UsageReport,
    /// When it was last used, as far as these days show, and when that was read.
    pub last_use: LastUse,
}

/// The readings that somebody waits for, each by the number that the page gave it.
#[derive(Debug, Default)]
pub(super) struct Awaited(Mutex<HashMap<u32, watch::Sender<()>>>);

/// Ends a wait: when it is told to, or when nobody is left who could.
pub(super) struct Stop(watch::Receiver<()>);

impl Stop {
    pub(super) fn new() -> (watch::Sender<()>, Stop) {
        let (sender, receiver) = watch::channel(());
        (sender, Stop(receiver))
    }

    pub(super) async fn told(&mut self) {
        let _ = self.0.changed().await;
    }
}

/// Reads the calls of a client in the days of a period. `ticket` is a number of the page's own, by which
/// `stop_reading_usage` ends the wait.
pub async fn read_usage(
    app: &App,
    org: &str,
    id: &str,
    period: UsagePeriod,
    ticket: u32,
) -> Result<UsageReading, Failure> {
    let (sender, mut stop) = Stop::new();
    app.usage.0.lock().await.insert(ticket, sender);
    let reading = async {
        let org = app.org(org).await?;
        Question { app, org: &org, id, period, pauses: Pauses::at(&org), turns: None }.answer().await
    };
    let outcome = tokio::select! {
        outcome = reading => outcome,
        () = stop.told() => Err(Failure::UsageStopped),
    };
    drop(stop);
    app.usage.0.lock().await.retain(|_, sender| !sender.is_closed());
    outcome
}

/// Ends the wait for a reading that nobody wants any more.
pub async fn stop_reading_usage(app: &App, ticket: u32) -> Result<(), Failure> {
    app.usage.0.lock().await.remove(&ticket);
    Ok(())
}

/// How long a query may take, in seconds. "Results take minutes": developer blog, 2021.
const LONGEST: i64 = 900;
/// How many times in a row something may stand in the way.
const PATIENCE: u32 = 4;

/// How long to wait between two looks at a query: each time twice as long.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pauses {
    next: Duration,
    most: Duration,
}

impl Pauses {
    /// The practice organization is quick; the cloud wants to be asked once a minute.
    pub(super) fn at(org: &Org) -> Pauses {
        let most = if org.session.endpoint().is_practice() { 10 } else { 60 };
        Pauses { next: Duration::from_secs(1), most: Duration::from_secs(most) }
    }

    fn take(&mut self) -> Duration {
        let pause = self.next;
        self.next = (pause * 2).min(self.most);
        pause
    }
}

/// One question about the calls of a client.
pub(super) struct Question<'a> {
    pub(super) app: &'a App,
    pub(super) org: &'a Org,
    pub(super) id: &'a str,
    pub(super) period: UsagePeriod,
    pub(super) pauses: Pauses,
    /// Where many questions are asked at once: each request waits for its turn.
    pub(super) turns: Option<&'a Mutex<Duration>>,
}

impl Question<'_> {
    pub(super) async fn answer(mut self) -> Result<UsageReading, Failure> {
        let span = UsageSpan::ending(self.app.clock.now(), self.period);
        let rows = self.worked_out(&span).await?;
        let at = self.app.clock.now();
        let report = UsageReport::of(&rows, &span, &self.org.identity.org_id);
        remember(self.app, self.org, self.id, &report, at).await;
        Ok(UsageReading { last_use: report.last_use(at), report })
    }

    async fn worked_out(&mut self, span: &UsageSpan) -> Result<Vec<UsageRow>, Failure> {
        let (app, org, id, begun) = (self.app, self.org, self.id, self.app.clock.now());
        let ask = || app.read(org, || org.session.ask_for_usage(id, span));
        let execution = self.patiently(begun, ask).await?;
        loop {
            app.clock.wait(self.pauses.take()).await;
            let look = || app.read(org, || org.session.read_usage(id, &execution));
            match self.patiently(begun, look).await? {
                UsageAnswer::Complete(rows) => return Ok(rows),
                UsageAnswer::Failed => return Err(Failure::UsageNotWorkedOut),
                UsageAnswer::Running => self.in_time(begun)?,
            }
        }
    }

    fn in_time(&self, begun: Timestamp) -> Result<(), Failure> {
        let seconds = self.app.clock.now().as_second() - begun.as_second();
        if seconds < LONGEST { Ok(()) } else { Err(Failure::UsageTakesTooLong) }
    }

    /// Waits as long as the organization asks for, and tries again what may pass.
    async fn patiently<T, F: Future<Output = Result<T, Failure>>>(
        &self,
        begun: Timestamp,
        request: impl Fn() -> F,
    ) -> Result<T, Failure> {
        let mut left = PATIENCE;
        loop {
            self.take_turn().await;
            let (failure, pause) = match request().await {
                Err(failure @ Failure::RateLimited { retry_after_seconds, .. }) => {
                    (failure, Duration::from_secs(retry_after_seconds.into()))
                }
                Err(failure @ (Failure::Unreachable { .. } | Failure::ServerTrouble { .. })) if left > 1 => {
                    left -= 1;
                    (failure, self.pauses.next)
                }
                outcome => return outcome,
            };
            if self.in_time(begun).is_err() {
                return Err(failure);
            }
            self.app.clock.wait(pause).await;
        }
    }

    async fn take_turn(&self) {
        if let Some(turns) = self.turns {
            let spacing = turns.lock().await;
            self.app.clock.wait(*spacing).await;
        }
    }
}
