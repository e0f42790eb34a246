//! A typed duration: the first byte chooses the unit, the rest is the amount.
//! It must never know how an amount is read, only how the units hang together.

use latchkey::domain::duration::{DurationDraft, DurationProblem, DurationUnit};

const UNITS: [DurationUnit; 4] =
    [DurationUnit::Seconds, DurationUnit::Minutes, DurationUnit::Hours, DurationUnit::Days];

pub(super) fn run(data: &[u8]) {
    let Some((unit, amount)) = data.split_first() else { return };
    let Ok(amount) = std::str::from_utf8(amount) else { return };
    let read = |amount: String, unit: DurationUnit| DurationDraft { amount, unit }.seconds();
    let chosen = UNITS[usize::from(*unit) % UNITS.len()];
    let seconds = read(amount.to_owned(), chosen);
    assert_eq!(read(format!(" {amount}\u{202f}"), chosen), seconds, "spaces count");
    assert_eq!(read(amount.replace(',', "."), chosen), seconds, "a comma is not a point");
    match seconds {
        Ok(seconds) => {
            assert_eq!(DurationDraft::of_seconds(seconds).seconds(), Ok(seconds), "shown and read, another");
            for unit in UNITS.into_iter().filter(|unit| unit.seconds() > chosen.seconds()) {
                let more = u64::from(seconds) * u64::from(unit.seconds()) / u64::from(chosen.seconds());
                let expected = u32::try_from(more).map_err(|_| DurationProblem::TooLarge);
                assert_eq!(read(amount.to_owned(), unit), expected, "{amount:?} in {unit:?}");
            }
        }
        Err(DurationProblem::Missing) => assert!(amount.trim().is_empty(), "something is there"),
        Err(DurationProblem::NotANumber) => {
            assert!(amount.parse::<u32>().is_err() || amount.starts_with('+'), "a number");
        }
        Err(DurationProblem::NotWhole) => assert!(amount.contains(['.', ',']), "whole all the same"),
        Err(DurationProblem::TooLarge) => assert!(amount.len() > 4, "not that large"),
    }
}
