//! One query about calls: asked once, looked at with growing pauses until it is worked out, read page after page.
//! It must never wait for ever, nor take an answer for whole that may go on.

use std::time::Duration;

use jiff::Timestamp;
use tokio::sync::{Mutex, watch};

use super::failure::Failure;
use super::{App, Org};
use crate::domain::usage::{UsageRow, UsageSpan, UsageStep, UsageWalk};
use crate::genesys::usage::{UsageAnswer, UsageOf};

/// How long a query may take, in seconds. "Results take minutes": developer blog, 2021.
const LONGEST: i64 = 900;
/// How many times in a row something may stand in the way.
const PATIENCE: u32 = 4;
/// Most pages of one answer.
const MOST_PAGES: u32 = 2_000;

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

/// How long to wait between two looks at a query: each time twice as long.
#[derive(Debug, Clone, Copy)]
struct Pauses {
    next: Duration,
    most: Duration,
}

impl Pauses {
    /// The practice organization is quick; the cloud wants to be asked once a minute.
    fn at(org: &Org) -> Pauses {
        let most = if org.session.endpoint().is_practice() { 10 } else { 60 };
        Pauses { next: Duration::from_secs(1), most: Duration::from_secs(most) }
    }

    fn take(&mut self) -> Duration {
        let pause = self.next;
        self.next = (pause * 2).min(self.most);
        pause
    }
}

/// A query under way.
pub(super) struct UsageQuery<'a> {
    app: &'a App,
    org: &'a Org,
    of: UsageOf<'a>,
    pauses: Pauses,
    begun: Timestamp,
    /// Where many are asked at once: each request waits for its turn.
    turns: Option<&'a Mutex<Duration>>,
}

impl<'a> UsageQuery<'a> {
    pub(super) fn new(
        app: &'a App,
        org: &'a Org,
        of: UsageOf<'a>,
        turns: Option<&'a Mutex<Duration>>,
    ) -> UsageQuery<'a> {
        UsageQuery { app, org, of, pauses: Pauses::at(org), begun: app.clock.now(), turns }
    }

    /// Waits for the answer and hands over its rows, page by page. Says whether these are all: a server that answers
    /// with the same page again has more that it does not give out.
    pub(super) async fn rows(
        mut self,
        span: &UsageSpan,
        mut take: impl FnMut(Vec<UsageRow>),
    ) -> Result<bool, Failure> {
        let (app, org, of) = (self.app, self.org, self.of);
        let execution = self.patiently(|| app.read(org, || org.session.ask_for_usage(of, span))).await?;
        let mut walk = UsageWalk::default();
        for _ in 0..MOST_PAGES {
            if walk.after().is_none() {
                app.clock.wait(self.pauses.take()).await;
            }
            let look = || app.read(org, || org.session.read_usage(of, &execution, walk.after()));
            let page = self.patiently(look).await?;
            let rows = match page.answer {
                UsageAnswer::Complete(rows) => rows,
                UsageAnswer::Failed => return Err(Failure::UsageNotWorkedOut),
                UsageAnswer::Running => {
                    self.in_time()?;
                    continue;
                }
            };
            let step = walk.step(&rows, page.after);
            if step == UsageStep::Cut {
                return Ok(false);
            }
            take(rows);
            if step == UsageStep::Whole {
                return Ok(true);
            }
        }
        Ok(false)
    }

    fn in_time(&self) -> Result<(), Failure> {
        let seconds = self.app.clock.now().as_second() - self.begun.as_second();
        if seconds < LONGEST { Ok(()) } else { Err(Failure::UsageTakesTooLong) }
    }

    /// Waits as long as the organization asks for, and tries again what may pass.
    async fn patiently<T, F: Future<Output = Result<T, Failure>>>(
        &self,
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
            if self.in_time().is_err() {
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
