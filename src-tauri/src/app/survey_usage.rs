//! Looks at the calls of many clients in the background, a few at a time, and remembers when each was last used.
//! It must never take the organization's whole limit on requests, nor stop because of one client.

use std::collections::VecDeque;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use serde::Serialize;
use specta::Type;
use tokio::sync::watch;

use super::failure::Failure;
use super::read_usage::{Pauses, Question, Stop};
use super::usage_memory::keep_only;
use super::{App, Org};
use crate::domain::usage::UsagePeriod;

/// Time between two requests: 200 in a minute at most, of the 300 that Genesys Cloud allows a token.
const SPACING: Duration = Duration::from_millis(300);

/// How far a survey is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct SurveyProgress {
    /// It is under way.
    pub running: bool,
    /// Somebody stopped it, or the first failure made it useless to go on.
    pub stopped: bool,
    /// How many clients it is about; none before the first survey.
    pub total: u32,
    /// How many were looked at.
    pub done: u32,
    /// How many of these could not be read.
    pub failed: u32,
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

    fn begin(&self, total: usize) -> Result<(Running<'_>, Stop), Failure> {
        let mut state = self.state();
        if state.progress.running {
            return Err(Failure::OperationUnderWay);
        }
        let (sender, stop) = Stop::new();
        let total = u32::try_from(total).unwrap_or(u32::MAX);
        *state = State {
            progress: SurveyProgress { running: true, total, ..SurveyProgress::default() },
            stop: Some(sender),
        };
        Ok((Running(self), stop))
    }

    /// Notes how it went with one client; says whether to go on.
    fn note(&self, outcome: Result<(), Failure>) -> bool {
        let progress = &mut self.state().progress;
        progress.done += 1;
        let Err(failure) = outcome else { return true };
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
        !useless
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
    period: UsagePeriod,
) -> Result<SurveyProgress, Failure> {
    let org = app.org(org).await?;
    let listed = || async { Ok(org.clients(app).await?.iter().map(|client| client.id.clone()).collect()) };
    let ids: Vec<String> = match ids {
        Some(ids) => ids,
        None => {
            let all: Vec<String> = listed().await.map_err(|failure: Failure| failure)?;
            keep_only(app, &org, &all).await;
            all
        }
    };
    let (running, mut stop) = org.survey.begin(ids.len())?;
    let look = Look { app, org: &org, period, waiting: Mutex::new(ids.into()), turns: SPACING.into() };
    tokio::select! {
        () = look.at_all() => {}
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
    /// Eight at a time: a query takes minutes, most of which are waiting.
    async fn at_all(&self) {
        let one = || self.at_one_after_another();
        tokio::join!(one(), one(), one(), one(), one(), one(), one(), one());
    }

    async fn at_one_after_another(&self) {
        while let Some(id) = self.next().await {
            let (app, org, period) = (self.app, self.org, self.period);
            let question =
                Question { app, org, id: &id, period, pauses: Pauses::at(org), turns: Some(&self.turns) };
            let outcome = question.answer().await.map(|_| ());
            if !org.survey.note(outcome) {
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
