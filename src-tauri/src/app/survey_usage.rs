//! Finds out in the background when many clients were last used: all at once where the organization answers that, one
//! after the other where it does not, or where it is asked what each of them calls.
//! It must never take the organization's whole limit on requests, nor stop because of one client.

use std::collections::VecDeque;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use serde::{Deserialize, Serialize};
use specta::Type;
use tokio::sync::watch;

use super::failure::Failure;
use super::read_usage::calls_of;
use super::usage_memory::{calls_not_known, keep_only, remember_all};
use super::usage_query::{Stop, UsageQuery};
use super::{App, Org};
use crate::domain::usage::{Everybody, LastUse, UsagePeriod, UsageSpan};
use crate::genesys::usage::UsageOf;

/// Time between two requests: 200 in a minute at most, of the 300 that Genesys Cloud allows a token.
const SPACING: Duration = Duration::from_millis(300);

/// What is to be found out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum SurveyDepth {
    /// When each client was last used: one query, if the organization answers it.
    LastUse,
    /// What each client calls as well, of those of which it is not known: a query for each.
    Calls,
}

/// How far a survey is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct SurveyProgress {
    /// It is under way.
    pub running: bool,
    /// All clients are asked about at once: nothing is known before everything is.
    pub at_once: bool,
    /// Somebody stopped it, or the first failure made it useless to go on.
    pub stopped: bool,
    /// How many clients it is about; none before the first survey.
    pub total: u32,
    /// How many were looked at.
    pub done: u32,
    /// How many of these could not be read.
    pub failed: u32,
    /// Of how many of these calls were counted.
    pub used: u32,
    /// Of how many of these none was counted.
    pub quiet: u32,
    /// How many days were looked back.
    pub days: u32,
    /// Why the first of them could not be read.
    pub failure: Option<Box<Failure>>,
}

/// The survey of an organization, of which there is one at a time.
#[derive(Debug, Default)]
pub(super) struct Survey(Mutex<State>);

#[derive(Debug, Default)]
struct State {
    progress: SurveyProgress,
    stop: Option<watch::Sender<()>>,
}

impl Survey {
    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn begin(&self, total: usize, days: u32) -> Result<(Running<'_>, Stop), Failure> {
        let mut state = self.state();
        if state.progress.running {
            return Err(Failure::OperationUnderWay);
        }
        let (sender, stop) = Stop::new();
        let total = u32::try_from(total).unwrap_or(u32::MAX);
        *state = State {
            progress: SurveyProgress { running: true, total, days, ..SurveyProgress::default() },
            stop: Some(sender),
        };
        Ok((Running(self), stop))
    }

    fn is_at_once(&self, at_once: bool) {
        self.state().progress.at_once = at_once;
    }

    /// Notes how it went with one client; says whether to go on.
    fn note(&self, outcome: Result<&LastUse, Failure>) -> bool {
        let progress = &mut self.state().progress;
        progress.done += 1;
        match outcome {
            Ok(last_use) if last_use.requests > 0 => progress.used += 1,
            Ok(_) => progress.quiet += 1,
            Err(failure) => {
                progress.failed += 1;
                let useless = matches!(
                    failure,
                    Failure::PermissionMissing { .. }
                        | Failure::SignInExpired { .. }
                        | Failure::AddressRefused { .. }
                        | Failure::Refused { .. }
                );
                progress.failure.get_or_insert_with(|| Box::new(failure));
                progress.stopped |= useless;
                return !useless;
            }
        }
        true
    }

    fn stopped_by(&self, failure: Failure) {
        let progress = &mut self.state().progress;
        (progress.stopped, progress.failure) = (true, Some(Box::new(failure)));
    }
}

/// A survey that runs as long as this is there.
struct Running<'a>(&'a Survey);

impl Drop for Running<'_> {
    fn drop(&mut self) {
        self.0.state().progress.running = false;
    }
}

/// Looks at these clients, or at every one that is listed, and gives back how that went when it is over.
pub async fn survey_usage(
    app: &App,
    org: &str,
    ids: Option<Vec<String>>,
    depth: SurveyDepth,
    period: UsagePeriod,
) -> Result<SurveyProgress, Failure> {
    let org = app.org(org).await?;
    let ids: Vec<String> = match ids {
        Some(ids) => ids,
        None => {
            let all: Vec<String> = org.clients(app).await?.iter().map(|client| client.id.clone()).collect();
            keep_only(app, &org, &all).await;
            if depth == SurveyDepth::Calls { calls_not_known(app, &org, all).await } else { all }
        }
    };
    let (running, mut stop) = org.survey.begin(ids.len(), period.days())?;
    let look = Look { app, org: &org, period, waiting: Mutex::new(ids.into()), turns: SPACING.into() };
    tokio::select! {
        () = look.at_all(depth) => {}
        () = stop.told() => org.survey.state().progress.stopped = true,
    }
    drop(running);
    Ok(org.survey.state().progress.clone())
}

/// How far the survey of an organization is.
pub async fn read_survey(app: &App, org: &str) -> Result<SurveyProgress, Failure> {
    Ok(app.org(org).await?.survey.state().progress.clone())
}

/// Ends the survey of an organization; what it found stays.
pub async fn stop_survey(app: &App, org: &str) -> Result<(), Failure> {
    app.org(org).await?.survey.state().stop = None;
    Ok(())
}

struct Look<'a> {
    app: &'a App,
    org: &'a Org,
    period: UsagePeriod,
    waiting: Mutex<VecDeque<String>>,
    turns: tokio::sync::Mutex<Duration>,
}

impl Look<'_> {
    async fn at_all(&self, depth: SurveyDepth) {
        if depth == SurveyDepth::LastUse && !self.waiting().is_empty() {
            self.org.survey.is_at_once(true);
            let outcome = self.at_once().await;
            self.org.survey.is_at_once(false);
            match outcome {
                Ok(()) => {}
                Err(failure) if may_answer_one_by_one(&failure) => {}
                Err(failure) => return self.org.survey.stopped_by(failure),
            }
        }
        // Eight at a time: a query takes minutes, most of which are waiting.
        let one = || self.at_one_after_another();
        tokio::join!(one(), one(), one(), one(), one(), one(), one(), one());
    }

    /// One query about every client. Those of which it says nothing go on waiting.
    async fn at_once(&self) -> Result<(), Failure> {
        let (app, org) = (self.app, self.org);
        let span = UsageSpan::ending(app.clock.now(), self.period);
        let by_day = Everybody::by_day(self.waiting().len(), &span);
        let mut everybody = Everybody::default();
        let query = UsageQuery::new(app, org, UsageOf::Everybody { by_day }, Some(&self.turns));
        let whole = query.rows(&span, |rows| everybody.add(rows, &span)).await?;
        let (days, at) = (self.period.days(), app.clock.now());
        let mut found = Vec::new();
        self.waiting().retain(|id| {
            let Some(last_use) = everybody.last_use(id, whole, days, at) else { return true };
            found.push((id.clone(), last_use));
            false
        });
        for (_, last_use) in &found {
            org.survey.note(Ok(last_use));
        }
        remember_all(app, org, found).await;
        Ok(())
    }

    async fn at_one_after_another(&self) {
        while let Some(id) = self.next().await {
            let outcome = calls_of(self.app, self.org, &id, self.period, Some(&self.turns)).await;
            if !self.org.survey.note(outcome.as_ref().map(|reading| &reading.last_use).map_err(Clone::clone))
            {
                self.waiting().clear();
            }
        }
    }

    /// The next client, as long as the organization is open.
    async fn next(&self) -> Option<String> {
        let open =
            self.app.orgs.read().await.get(&self.org.id).is_some_and(|open| std::ptr::eq(&**open, self.org));
        if open { self.waiting().pop_front() } else { None }
    }

    fn waiting(&self) -> MutexGuard<'_, VecDeque<String>> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Whether asking client by client can succeed where asking about all at once did not: another permission is enough for
/// it, and an organization or a gateway may know the one and not the other.
fn may_answer_one_by_one(failure: &Failure) -> bool {
    matches!(
        failure,
        Failure::PermissionMissing { .. }
            | Failure::Refused { .. }
            | Failure::NotFound { .. }
            | Failure::Unreadable { .. }
            | Failure::ServerTrouble { .. }
            | Failure::UsageNotWorkedOut
            | Failure::UsageTakesTooLong
    )
}
