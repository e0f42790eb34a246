//! Checks the way to an organization's login host, step by step, and says where it ends.
//! It must never send anything but a question that anybody may ask.

use jiff::Timestamp;
use serde::Serialize;
use specta::Type;

use super::App;
use super::failure::Failure;
use super::profile::Place;
use crate::genesys::connection_check::{Answer, Who, ask};
use crate::genesys::error::ApiError;
use crate::genesys::network::{Network, Proxy};
pub use crate::genesys::unreachable::{CertificateProblem, UnreachableReason};

/// How far two clocks may be apart, in seconds: what Genesys Cloud signs is good for minutes.
const CLOCK_TOLERANCE: i64 = 300;

/// What the check found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ConnectionReport {
    /// The host that was asked, for example `https://login.mypurecloud.de`.
    pub host: String,
    /// Every step, in order; after the first that failed, the others are skipped.
    pub steps: Vec<Step>,
    /// All in all.
    pub verdict: Verdict,
}

/// A step on the way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Step {
    /// Which.
    pub kind: StepKind,
    /// How it went.
    pub outcome: StepOutcome,
}

/// The steps, in the order in which they are taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum StepKind {
    /// The proxy makes the connection.
    Proxy,
    /// The host's name has an address.
    Dns,
    /// Something listens there.
    Connect,
    /// Its certificate can be trusted.
    Certificate,
    /// It is Genesys Cloud that answers.
    Answer,
    /// This computer's clock is right.
    Clock,
}

/// How a step went.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum StepOutcome {
    /// Well.
    Fine,
    /// Here the way ends.
    Failed,
    /// It was not taken: there was no need, or an earlier one failed.
    Skipped,
}

/// What the check found, all in all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Verdict {
    /// Genesys Cloud answers.
    Fine,
    /// Genesys Cloud answers; somebody in between, whom the extra certificates trust, opens the connection.
    Inspected,
    /// Genesys Cloud answers; this computer's clock is not right.
    ClockWrong {
        /// Seconds by which this computer is ahead; negative when it is behind.
        ahead_seconds: i32,
    },
    /// Somebody else answers with a page or sends elsewhere, as a guest network does before one signs in to it.
    CaptivePortal,
    /// Somebody else answers.
    NotGenesys,
    /// Nobody answers, or nobody who can be trusted.
    Unreachable {
        /// Why.
        reason: UnreachableReason,
    },
}

/// Checks the way to the login host of a place, as it is taken by whatever is opened now.
pub async fn check_connection(app: &App, place: &Place) -> Result<ConnectionReport, Failure> {
    let endpoint = place.addresses()?;
    let network = app.network().await;
    let verdict = match ask(&endpoint, &network).await {
        Ok(answer) => verdict_of(&answer, app.clock.now()),
        Err(ApiError::Unreachable { reason, .. }) => Verdict::Unreachable { reason },
        Err(error) => return Err(error.into()),
    };
    let steps = steps(verdict, endpoint.is_practice(), &network);
    Ok(ConnectionReport { host: endpoint.login(""), steps, verdict })
}

/// What an answer that came at a time means.
pub fn verdict_of(answer: &Answer, here: Timestamp) -> Verdict {
    let ahead = answer.date.map_or(0, |there| here.as_second().saturating_sub(there.as_second()));
    match answer.who {
        Who::Page => Verdict::CaptivePortal,
        Who::Other => Verdict::NotGenesys,
        Who::Genesys if ahead.abs() > CLOCK_TOLERANCE => {
            let limit = if ahead < 0 { i32::MIN } else { i32::MAX };
            Verdict::ClockWrong { ahead_seconds: i32::try_from(ahead).unwrap_or(limit) }
        }
        Who::Genesys if answer.inspected => Verdict::Inspected,
        Who::Genesys => Verdict::Fine,
    }
}

fn failed_step(verdict: Verdict) -> Option<StepKind> {
    match verdict {
        Verdict::Fine | Verdict::Inspected => None,
        Verdict::ClockWrong { .. } => Some(StepKind::Clock),
        Verdict::CaptivePortal | Verdict::NotGenesys => Some(StepKind::Answer),
        Verdict::Unreachable { reason } => Some(match reason {
            UnreachableReason::ProxyUnreachable
            | UnreachableReason::ProxyNeedsPassword
            | UnreachableReason::ProxyRefused => StepKind::Proxy,
            UnreachableReason::Dns => StepKind::Dns,
            UnreachableReason::Certificate { .. } => StepKind::Certificate,
            UnreachableReason::Refused
            | UnreachableReason::TimedOut
            | UnreachableReason::ConnectionClosed
            | UnreachableReason::Other => StepKind::Connect,
        }),
    }
}

/// One request tells how far it came; a proxy of one's own looks names up by itself.
fn steps(verdict: Verdict, practice: bool, network: &Network) -> Vec<Step> {
    let failed = failed_step(verdict);
    let own_proxy = !practice && matches!(network.proxy(), Proxy::Own { .. });
    let no_proxy = practice || matches!(network.proxy(), Proxy::None);
    let needless = |kind| match kind {
        StepKind::Proxy => no_proxy,
        StepKind::Dns => own_proxy || practice,
        StepKind::Certificate => practice,
        StepKind::Connect | StepKind::Answer | StepKind::Clock => false,
    };
    let kinds = [
        StepKind::Proxy,
        StepKind::Dns,
        StepKind::Connect,
        StepKind::Certificate,
        StepKind::Answer,
        StepKind::Clock,
    ];
    let outcome = |kind| match failed {
        Some(failed) if kind == failed => StepOutcome::Failed,
        Some(failed) if kind > failed => StepOutcome::Skipped,
        _ if needless(kind) => StepOutcome::Skipped,
        _ => StepOutcome::Fine,
    };
    kinds.map(|kind| Step { kind, outcome: outcome(kind) }).to_vec()
}
