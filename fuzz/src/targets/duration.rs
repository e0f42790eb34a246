//! A typed duration: the first byte chooses the unit, the rest is the amount.
//! It must never know how an amount is read, only how the units hang together.

use latchkey::domain::duration::{DurationDraft, DurationProblem, DurationUnit};
use latchkey::domain::name::is_invisible;

const UNITS: [DurationUnit; 4] =
    [DurationUnit::Seconds, DurationUnit::Minutes, DurationUnit::Hours, DurationUnit::Days];

pub(super) fn run(data: &[u8]) {
    let Some((unit, amount)) = data.split_first() else { return };
    let Ok(amount) = std::str::from_utf8(amount) else { return };
    let read = |amount: String, unit: DurationUnit| DurationDraft { amount, unit }.seconds();
    let chosen = UNITS[usize::from(*unit) % UNITS.len()];
    let seconds = read(amount.to_owned(), chosen);
    assert_eq!(read(format!(" {amount}\u{202f}"), chosen), seconds, "spaces count");
    let draft = DurationDraft { amount: amount.to_owned(), unit: chosen };
    let has_unit = draft.written_unit().is_some();
    match seconds {
        Ok(seconds) => {
            assert_eq!(DurationDraft::of_seconds(seconds).seconds(), Ok(seconds), "shown and read, another");
            for unit in UNITS.into_iter().filter(|unit| unit.seconds() > chosen.seconds()) {
                let more = u64::from(seconds) * u64::from(unit.seconds()) / u64::from(chosen.seconds());
                let expected = u32::try_from(more).map_err(|_| DurationProblem::TooLarge);
                let other = read(amount.to_owned(), unit);
                let is_asked = matches!(other, Err(DurationProblem::TwoWays { .. }));
                let is_right = if has_unit { other == Ok(seconds) } else { other == expected };
                // A thousandth of a larger unit may be a whole number of seconds where one of a smaller is not.
                assert!(is_asked || is_right || amount.contains([',', '.', ':']), "{amount:?} in {unit:?}");
            }
        }
        Err(DurationProblem::TwoWays { short, long }) => {
            assert!(long.is_none_or(|long| long > short), "the same twice");
        }
        Err(DurationProblem::Missing) => {
            let shows = |c: char| !c.is_whitespace() && !is_invisible(c);
            assert!(!amount.contains(shows), "something is there");
        }
        Err(DurationProblem::NotANumber) => {
            assert!(amount.parse::<u32>().is_err() || amount.starts_with('+'), "a number");
        }
        Err(DurationProblem::NotWhole | DurationProblem::TooLarge) => {
            assert!(amount.contains(char::is_numeric), "no number at all");
        }
    }
}
