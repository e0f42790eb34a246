//! Durations as people all over the world write them, over every value: what the form itself writes is read back, and
//! nothing is read as a thousandth or a thousandfold of itself.

use latchkey::domain::check::check;
use latchkey::domain::duration::{
    DurationDraft, DurationProblem, DurationUnit, MIN_SECONDS, SCIM_MAX_SECONDS,
};
use latchkey::domain::finding::{Finding, Rule};
use latchkey::domain::fix::{Fix, mend};
use latchkey::domain::preset::{self, Purpose};
use latchkey::domain::region::REGIONS;
use proptest::prelude::{Strategy, any, prop_assert, prop_assert_eq, prop_oneof, proptest};

use crate::facts::facts;

const UNITS: [DurationUnit; 4] =
    [DurationUnit::Seconds, DurationUnit::Minutes, DurationUnit::Hours, DurationUnit::Days];

fn read(amount: &str, unit: DurationUnit) -> Result<u32, DurationProblem> {
    DurationDraft { amount: amount.to_owned(), unit }.seconds()
}

/// As `Intl.NumberFormat` groups: English, French, Swiss, German, South African; India has groups of its own.
fn grouped(value: u32, mark: &str, indian: bool) -> String {
    let digits = value.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        let left = digits.len() - at;
        let begins = if indian { left == 3 || (left > 3 && left % 2 == 1) } else { left.is_multiple_of(3) };
        if at > 0 && begins {
            text.push_str(mark);
        }
        text.push(digit);
    }
    text
}

const MARKS: [&str; 9] = [",", ".", "\u{202f}", "\u{a0}", "\u{2009}", " ", "'", "’", "_"];

/// As `spellDuration` of the page says it.
fn spelled(seconds: u32, french: bool) -> String {
    let names = if french {
        [("jour", 86_400), ("heure", 3_600), ("minute", 60), ("seconde", 1)]
    } else {
        [("day", 86_400), ("hour", 3_600), ("minute", 60), ("second", 1)]
    };
    let mut rest = seconds;
    let mut parts = Vec::new();
    for (name, size) in names.into_iter().skip(usize::from(seconds <= 172_800)) {
        let amount = rest / size;
        rest %= size;
        if amount > 0 {
            let many = if amount > 1 { "s" } else { "" };
            parts.push(format!("{amount}{}{name}{many}", if french { "\u{a0}" } else { " " }));
        }
    }
    match parts.split_last() {
        Some((last, before)) if french && !before.is_empty() => format!("{} et {last}", before.join(", ")),
        _ => parts.join(", "),
    }
}

/// The digits of another script.
fn in_digits(text: &str, zero: char) -> String {
    let digit = |c: char| c.to_digit(10).and_then(|digit| char::from_u32(u32::from(zero) + digit));
    text.chars().map(|c| digit(c).unwrap_or(c)).collect()
}

fn values() -> impl Strategy<Value = u32> {
    prop_oneof![
        MIN_SECONDS..=SCIM_MAX_SECONDS,
        (1_u32..=450).prop_map(|days| days * 86_400),
        (1_u32..=10_800).prop_map(|hours| hours * 3_600),
        (5_u32..=648_000).prop_map(|minutes| minutes * 60),
        (1_u32..=38_880).prop_map(|thousands| thousands * 1_000),
    ]
}

proptest! {
    #[test]
    fn what_the_form_writes_is_read_back(value in values(), unit in 0..4_usize) {
        let unit = UNITS[unit];
        prop_assert_eq!(DurationDraft::of_seconds(value).seconds(), Ok(value));
        let written = MARKS.map(|mark| grouped(value, mark, false)).into_iter().chain([grouped(value, ",", true)]);
        for text in written {
            prop_assert_eq!(read(&text, DurationUnit::Seconds), Ok(value), "{}", text);
            for words in [" seconds", "\u{a0}secondes", " s", "s"] {
                prop_assert_eq!(read(&format!("= {text}{words}"), unit), Ok(value), "{}{}", text, words);
            }
        }
        for text in [spelled(value, false), spelled(value, true)] {
            prop_assert_eq!(read(&text, unit), Ok(value), "{}", text);
            let both = format!("= {} seconds · {text}", grouped(value, ",", false));
            prop_assert_eq!(read(&both, unit), Ok(value), "{}", both);
        }
    }

    #[test]
    fn every_script_has_digits(value in values(), zero in 0..6_usize) {
        let zero = ['\u{660}', '\u{6f0}', '\u{966}', '\u{9e6}', '\u{ff10}', '\u{1d7d8}'][zero];
        prop_assert_eq!(read(&in_digits(&value.to_string(), zero), DurationUnit::Seconds), Ok(value));
    }

    /// A number of any unit, grouped by any mark: read as meant, or asked, and then what was meant is one of the two.
    #[test]
    fn nothing_is_read_as_another_number(value in 1_u32..=648_000, unit in 0..4_usize, mark in 0..9_usize) {
        let unit = UNITS[unit];
        let text = grouped(value, MARKS[mark], false);
        let meant = value.checked_mul(unit.seconds());
        match read(&text, unit) {
            Ok(seconds) => prop_assert_eq!(Some(seconds), meant, "{}", text),
            Err(DurationProblem::TwoWays { short, long }) => {
                prop_assert!(long.is_none_or(|long| Some(long) == meant && short < long));
                prop_assert!(long.is_some() || meant.is_none_or(|meant| meant > SCIM_MAX_SECONDS));
            }
            Err(problem) => prop_assert_eq!((problem, meant), (DurationProblem::TooLarge, None)),
        }
    }

    /// The same for decimals: three of them are never taken for thousands without a question.
    #[test]
    fn decimals_are_decimals(whole in 0_u32..1_000, thousandths in 0_u32..1_000, unit in 1..4_usize, point: bool) {
        let unit = UNITS[unit];
        let meant = u64::from(whole * 1_000 + thousandths) * u64::from(unit.seconds());
        let possible = meant.is_multiple_of(1_000) && meant / 1_000 >= u64::from(MIN_SECONDS);
        let text = format!("{whole}{}{thousandths:03}", if point { '.' } else { ',' });
        if possible && meant / 1_000 <= u64::from(SCIM_MAX_SECONDS) {
            let seconds = u32::try_from(meant / 1_000).expect("in range");
            match read(&text, unit) {
                Ok(read) => prop_assert_eq!(read, seconds, "{}", text),
                Err(problem) => {
                    let asked = matches!(problem, DurationProblem::TwoWays { short, .. } if short == seconds);
                    prop_assert!(asked, "{text}: {problem:?}");
                }
            }
        }
    }

    #[test]
    fn no_text_is_a_crash(amount in any::<String>(), unit in 0..4_usize) {
        let draft = DurationDraft { amount, unit: UNITS[unit] };
        let _ = (draft.seconds(), draft.written_unit());
    }

    #[test]
    fn nor_any_mixture_of_what_durations_are_made_of(amount in "[0-9]{0,3}[ ,.':hminsjPT]{1,3}[0-9]{0,4}[ ,.'h:=(]{0,2}[0-9]{0,3}") {
        for unit in UNITS {
            let draft = DurationDraft { amount: amount.clone(), unit };
            if let Err(DurationProblem::TwoWays { short, long }) = draft.seconds() {
                prop_assert!(long.is_none_or(|long| long > short));
            }
            let _ = draft.written_unit();
        }
    }
}

fn two_ways(amount: &str) -> Finding {
    let mut draft = preset::start(Purpose::Scim, &facts(""), REGIONS[8].clone());
    draft.name = "Asked".into();
    draft.duration = DurationDraft { amount: amount.to_owned(), unit: DurationUnit::Hours };
    let checked = check(&draft, &facts(""));
    assert_eq!((checked.seconds, checked.client), (None, None), "asked, not taken");
    let finding = checked.findings.into_iter().find(|one| matches!(one.rule, Rule::DurationTwoWays { .. }));
    let finding = finding.expect("it is asked");
    for (fix, seconds) in [(&finding.fix, 38_880), (&finding.other_fix, 38_880_000)] {
        assert_eq!(*fix, Some(Fix::SetDuration { seconds }));
        let mended = check(&mend(draft.clone(), fix.as_ref().expect("two fixes")), &facts(""));
        assert_eq!(mended.seconds, Some(seconds));
    }
    finding
}

#[test]
fn the_person_chooses_between_two_readings() {
    for amount in ["10,800", "10.800", "10,800 h", "10.800 heures"] {
        let rule = two_ways(amount).rule;
        assert_eq!(rule, Rule::DurationTwoWays { short: 38_880, long: Some(38_880_000) }, "{amount}");
    }
}

#[test]
fn the_unit_in_the_text_is_told_to_the_page() {
    let rows = [
        ("18", None),
        ("38,880,000", None),
        ("18h", Some(DurationUnit::Hours)),
        ("18:00", Some(DurationUnit::Hours)),
        ("450 jours", Some(DurationUnit::Days)),
        ("2 semaines", Some(DurationUnit::Days)),
        ("= 64,800 seconds (18 hours)", Some(DurationUnit::Seconds)),
        ("5 min 30", Some(DurationUnit::Minutes)),
        ("P450D", Some(DurationUnit::Days)),
        ("PT18H", Some(DurationUnit::Hours)),
        ("", None),
        ("x", None),
    ];
    for (amount, unit) in rows {
        let draft = DurationDraft { amount: amount.to_owned(), unit: DurationUnit::Minutes };
        assert_eq!(draft.written_unit(), unit, "{amount}");
    }
}
