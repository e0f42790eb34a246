//! Reads the calls of one client, waits until they are worked out, and remembers.
//! It must never go on when nobody wants the answer any more.

use std::collections::HashMap;
use std::time::Duration;

use serde::Serialize;
use specta::Type;
use tokio::sync::{Mutex, watch};

use super::failure::Failure;
use super::usage_memory::remember;
use super::usage_query::{Stop, UsageQuery};
use super::{App, Org};
use crate::domain::usage::{LastUse, UsagePeriod, UsageReport, UsageSpan};
use crate::genesys::usage::UsageOf;

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
        calls_of(app, &org, id, period, None).await
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

/// The calls of a client, remembered. `turns`: where many are asked about at once, each request waits for its turn.
pub(super) async fn calls_of(
    app: &App,
    org: &Org,
    id: &str,
    period: UsagePeriod,
    turns: Option<&Mutex<Duration>>,
) -> Result<UsageReading, Failure> {
    let span = UsageSpan::ending(app.clock.now(), period);
    let mut rows = Vec::new();
    UsageQuery::new(app, org, UsageOf::Client(id), turns).rows(&span, |page| rows.extend(page)).await?;
    let at = app.clock.now();
    let report = UsageReport::of(&rows, &span, &org.identity.org_id);
    remember(app, org, id, &report, at).await;
    Ok(UsageReading { last_use: report.last_use(at), report })
}
