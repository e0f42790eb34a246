//! How often a client called what, day by day: always the same for the same client and day.
//! Must never have figures for a day that is not over: they come late (section 4.8).

use jiff::civil::{Date, Weekday};
use jiff::tz::TimeZone;
use jiff::{Span, Timestamp};

use super::super::client::Client;
use super::super::org::Org;
use super::calls::{self, Call};

/// How many calls, by status; 429 counted inside 400.
#[derive(Clone, Copy, Default)]
pub(super) struct Statuses {
    pub(super) ok: u64,
    pub(super) redirected: u64,
    pub(super) refused: u64,
    pub(super) failed: u64,
    pub(super) limited: u64,
}

impl Statuses {
    pub(super) fn add(&mut self, more: Statuses) {
        self.ok += more.ok;
        self.redirected += more.redirected;
        self.refused += more.refused;
        self.failed += more.failed;
        self.limited += more.limited;
    }

    pub(super) fn requests(self) -> u64 {
        self.ok + self.redirected + self.refused + self.failed
    }
}

/// One kind of call on one day.
pub(super) struct Figure {
    pub(super) day: Date,
    pub(super) call: Call,
    /// For the data of another organization.
    pub(super) elsewhere: bool,
    pub(super) statuses: Statuses,
}

/// The days on which a client can have called something.
pub(super) struct Calendar {
    first: Date,
    last: Date,
}

impl Calendar {
    /// From the day it was made to yesterday, or to the day on which it fell quiet.
    pub(super) fn of(client: &Client, now: Timestamp) -> Self {
        let day = |moment: Timestamp| moment.to_zoned(TimeZone::UTC).date();
        let today = day(now);
        let back = Span::new().days(client.habits.quiet_days.max(1));
        Self { first: day(client.created), last: today.checked_sub(back).unwrap_or(today) }
    }
}

/// The figures of a client for some days.
pub(super) fn of(
    org: &Org,
    client: &Client,
    calendar: &Calendar,
    days: impl Iterator<Item = Date>,
) -> Vec<Figure> {
    let calls = calls::of(org, client);
    let (mut figures, whose) = (Vec::new(), noise(NOISE, client.id.bytes()));
    for day in days.filter(|day| (calendar.first..=calendar.last).contains(day)) {
        let mut share = Share::of(client, whose, day);
        for (call, number) in calls.iter().zip(share.split(&calls)) {
            let theirs = number * u64::from(client.habits.elsewhere_percent) / 100;
            for (elsewhere, number) in [(false, number - theirs), (true, theirs)] {
                let statuses = share.statuses(client, *call, number);
                if number > 0 {
                    figures.push(Figure { day, call: *call, elsewhere, statuses });
                }
            }
        }
    }
    figures
}

/// The calls of a day, and what makes them differ from those of another.
struct Share {
    calls: u64,
    noise: u64,
}

impl Share {
    fn of(client: &Client, whose: u64, day: Date) -> Self {
        let [high, low] = day.year().to_be_bytes();
        let when = [high, low].into_iter().chain([day.month(), day.day()].map(i8::unsigned_abs));
        let noise = noise(whose, when);
        let people = client.content.grant != "CLIENT-CREDENTIALS";
        let weekend = matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
        // People rest; every day differs by up to a tenth.
        let percent = if people && weekend { 15 } else { 90 + noise % 21 };
        Self { calls: (u64::from(client.calls) * percent).div_ceil(100), noise }
    }

    /// By weight; what is left goes round.
    fn split(&self, calls: &[Call]) -> Vec<u64> {
        let total: u64 = calls.iter().map(|call| u64::from(call.weight)).sum();
        let mut shares: Vec<u64> =
            calls.iter().map(|call| self.calls * u64::from(call.weight) / total.max(1)).collect();
        let left = self.calls - shares.iter().sum::<u64>();
        let (length, turn) = (shares.len(), usize::try_from(self.noise % 97).unwrap_or(0));
        for step in 0..usize::try_from(left).unwrap_or(0) {
            if let Some(share) = shares.get_mut((turn + step) % length.max(1)) {
                *share += 1;
            }
        }
        shares
    }

    fn statuses(&mut self, client: &Client, call: Call, number: u64) -> Statuses {
        self.noise = self.noise.wrapping_mul(0x5851_f42d_4c95_7f2d).wrapping_add(1);
        let failed = (number / 40).min(self.noise >> 33 & 3);
        let limited = number * u64::from(client.habits.limited_percent) / 100;
        let refused = number * u64::from(client.habits.refused_percent) / 100 + limited;
        let redirected = if call.method == "GET" { number / 60 } else { 0 };
        let ok = number.saturating_sub(failed + refused + redirected);
        Statuses { ok, redirected, refused, failed, limited }
    }
}

/// Where noise begins.
const NOISE: u64 = 0xcbf2_9ce4_8422_2325;

/// FNV-1a: small, and the same for ever.
fn noise(so_far: u64, bytes: impl Iterator<Item = u8>) -> u64 {
    bytes.fold(so_far, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}
