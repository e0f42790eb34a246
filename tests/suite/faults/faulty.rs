//! Faults by chance, for requests that read and for those that write.
//! It must never make up a fault whose outcome no client could tell, such as a 429 after the work is done.

use latchkey::practice::FaultKind;

use super::seeds::Rng;

/// As proxies and load balancers answer in the place of the server.
const GATEWAYS: [u16; 5] = [408, 500, 502, 503, 504];
/// Answers of somebody on the way who is not asked: portals, filters, firewalls.
const STRANGERS: [u16; 4] = [302, 403, 404, 407];
/// Spellings of `Retry-After`, good and bad.
const SPELLINGS: [&str; 10] =
    ["1", "7", " 3 ", "0", "-5", "1000000000", "soon", "", "Wed, 21 Oct 2015 07:28:00 GMT", "2.5"];

/// The name under which a fault is counted.
pub(crate) fn name(kind: &FaultKind) -> &'static str {
    match kind {
        FaultKind::RateLimited { .. } => "rate limited",
        FaultKind::RetryAfterText { .. } => "rate limited, spelt otherwise",
        FaultKind::ServerGone => "gone before",
        FaultKind::Unreadable => "a page",
        FaultKind::ServerError => "service unavailable",
        FaultKind::StatusBefore { status } if GATEWAYS.contains(status) => "gateway before",
        FaultKind::StatusBefore { .. } => "stranger before",
        FaultKind::StallBefore => "stall before",
        FaultKind::CutAfterStore => "gone after",
        FaultKind::Truncated => "half as if all",
        FaultKind::StatusAfter { status } if GATEWAYS.contains(status) => "gateway after",
        FaultKind::StatusAfter { .. } => "stranger after",
        FaultKind::CutAt { .. } => "body cut",
        FaultKind::CutHead { .. } => "head cut",
        FaultKind::StallAfter => "stall after",
        FaultKind::AnsweredForAnother { only_id: true } => "another's id",
        FaultKind::AnsweredForAnother { only_id: false } => "another's answer",
        FaultKind::Replayed => "replayed",
        FaultKind::WrongShape => "wrong shape",
    }
}

fn limited(rng: &mut Rng) -> FaultKind {
    match rng.below(3) {
        0 => FaultKind::RateLimited { retry_after_seconds: 1 + rng.below(20) },
        1 => FaultKind::StatusBefore { status: 429 },
        _ => FaultKind::RetryAfterText { text: rng.pick(&SPELLINGS).to_owned() },
    }
}

/// A write is carried out, and its answer does not arrive.
pub(crate) fn lost_after(rng: &mut Rng) -> FaultKind {
    match rng.below(9) {
        0 => FaultKind::CutAfterStore,
        1 => FaultKind::CutAt { bytes: rng.below(500) },
        2 => FaultKind::CutHead { bytes: rng.below(200) },
        3 => FaultKind::StatusAfter { status: rng.pick(&GATEWAYS) },
        4 => FaultKind::StatusAfter { status: rng.pick(&STRANGERS) },
        5 => FaultKind::WrongShape,
        6 => FaultKind::Truncated,
        7 => FaultKind::AnsweredForAnother { only_id: rng.once_in(2) },
        _ if rng.once_in(2) => FaultKind::StallAfter,
        _ => FaultKind::CutAfterStore,
    }
}

/// A write is not carried out.
pub(crate) fn lost_before(rng: &mut Rng) -> FaultKind {
    match rng.below(8) {
        0 | 1 => FaultKind::ServerGone,
        2 => FaultKind::StatusBefore { status: rng.pick(&GATEWAYS) },
        3 => FaultKind::StatusBefore { status: rng.pick(&STRANGERS) },
        4 => limited(rng),
        5 => FaultKind::Unreadable,
        6 => FaultKind::ServerError,
        _ if rng.once_in(2) => FaultKind::StallBefore,
        _ => limited(rng),
    }
}

/// Anything that can happen to a write.
pub(crate) fn of_write(rng: &mut Rng) -> FaultKind {
    match rng.below(17) {
        0 => FaultKind::Replayed,
        1..=9 => lost_after(rng),
        _ => lost_before(rng),
    }
}

/// Anything that can happen to a read.
pub(crate) fn of_read(rng: &mut Rng) -> FaultKind {
    match rng.below(8) {
        0 => FaultKind::CutAt { bytes: rng.below(5_000) },
        1 => FaultKind::CutHead { bytes: rng.below(200) },
        2 => FaultKind::WrongShape,
        3 => FaultKind::Truncated,
        4 => FaultKind::StatusAfter { status: rng.pick(&STRANGERS) },
        _ => lost_before(rng),
    }
}
