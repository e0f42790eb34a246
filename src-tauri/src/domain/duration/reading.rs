//! Reads a typed duration as seconds.
//! It must never take one of two possible readings; only where the other is no duration at all is there no question.

use super::number::{NumberProblem, SCALE};
use super::text::{Item, clock, iso, items, says, tidy};
use super::{DurationProblem, DurationUnit, MIN_SECONDS, SCIM_MAX_SECONDS};

type Seconds = Result<u32, DurationProblem>;

/// The seconds that a text means; `unit` counts where it names none.
pub(super) fn read(text: &str, unit: DurationUnit) -> Seconds {
    let text = tidy(text);
    let mut parts = says(&text);
    let Some(first) = parts.next() else {
        let nothing = text.is_empty();
        return Err(if nothing { DurationProblem::Missing } else { DurationProblem::NotANumber });
    };
    let seconds = read_one(first, unit);
    // "64,800 seconds (18 hours)" says it twice: that has to be the same.
    let is_same = |part: &str| read_one(part, unit) == seconds;
    if parts.all(is_same) { seconds } else { Err(DurationProblem::NotANumber) }
}

fn read_one(text: &str, unit: DurationUnit) -> Seconds {
    if let Some(parts) = clock(text) {
        return of_clock(&parts, unit);
    }
    if let Some(span) = iso(text) {
        return of_span(span);
    }
    let items = items(text).and_then(|items| with_units(items, unit)).ok_or(DurationProblem::NotANumber)?;
    let decimal = total(&items, false);
    let has_two = items.iter().any(|(item, _)| item.number.is_either());
    if has_two { one_or_both(decimal, total(&items, true)) } else { decimal }
}

/// The shorter reading is possible only if it is a whole number of seconds that some client may have. The longer one
/// is what remains then, and otherwise it is asked: also where it is too long, which a wrong unit makes it easily.
fn one_or_both(short: Seconds, long: Seconds) -> Seconds {
    match short {
        Ok(short) if (MIN_SECONDS..=SCIM_MAX_SECONDS).contains(&short) && long != Ok(short) => {
            let long = long.ok().filter(|long| *long <= SCIM_MAX_SECONDS);
            Err(DurationProblem::TwoWays { short, long })
        }
        _ => long,
    }
}

/// Every number with the seconds of its unit: one alone has the chosen unit, one behind hours or minutes the next
/// smaller, as in `18 h 30`.
fn with_units(items: Vec<Item>, chosen: DurationUnit) -> Option<Vec<(Item, u32)>> {
    let is_alone = items.len() == 1;
    let mut before = None;
    let mut found = Vec::with_capacity(items.len());
    for item in items {
        let unit = match (item.unit, before) {
            (Some(unit), before) if before.is_none_or(|before| unit < before) => unit,
            (None, None) if is_alone => chosen.seconds(),
            (None, Some(before @ (3_600 | 60))) if item.number.is_sixtieth() => before / 60,
            _ => return None,
        };
        // A number without a unit is the last one.
        before = Some(if item.unit.is_some() { unit } else { 0 });
        found.push((item, unit));
    }
    (!found.is_empty()).then_some(found)
}

fn total(items: &[(Item, u32)], grouped: bool) -> Seconds {
    let mut sum = 0_u128;
    for (item, unit) in items {
        // Nobody writes parts of a second, and the form itself writes seconds with groups.
        let scaled = item.number.scaled(grouped || *unit == 1).map_err(|problem| match problem {
            NumberProblem::TooLarge => DurationProblem::TooLarge,
            NumberProblem::TooFine => DurationProblem::NotWhole,
            NumberProblem::Malformed => DurationProblem::NotANumber,
        })?;
        sum = sum.saturating_add(scaled.saturating_mul(u128::from(*unit)));
    }
    if !sum.is_multiple_of(SCALE) {
        return Err(DurationProblem::NotWhole);
    }
    u32::try_from(sum / SCALE).map_err(|_| DurationProblem::TooLarge)
}

/// Hours and minutes; minutes and seconds where minutes are chosen, and then both are possible.
fn of_clock(parts: &[u32], unit: DurationUnit) -> Seconds {
    let sum = |first: u64| {
        let sizes = [first, first / 60, first / 3_600];
        let sum: u64 = parts.iter().zip(sizes).map(|(part, size)| u64::from(*part) * size).sum();
        u32::try_from(sum).map_err(|_| DurationProblem::TooLarge)
    };
    match (parts.len(), unit) {
        (2, DurationUnit::Minutes) => one_or_both(sum(60), sum(3_600)),
        _ => sum(3_600),
    }
}

fn of_span(span: jiff::Span) -> Seconds {
    let days = i64::from(span.get_weeks()) * 7 + i64::from(span.get_days());
    let whole = days * 86_400 + i64::from(span.get_hours()) * 3_600;
    let rest = span.get_minutes().checked_mul(60).and_then(|minutes| minutes.checked_add(span.get_seconds()));
    let sum = rest.and_then(|rest| rest.checked_add(whole)).ok_or(DurationProblem::TooLarge)?;
    if span.get_milliseconds() != 0 || span.get_microseconds() != 0 || span.get_nanoseconds() != 0 {
        return Err(DurationProblem::NotWhole);
    }
    u32::try_from(sum)
        .map_err(|_| if sum < 0 { DurationProblem::NotANumber } else { DurationProblem::TooLarge })
}
