//! One number as people write it: groups of digits, and decimals, as any country marks them.
//! It must never decide what a lone mark before three digits is: `1,500` is both.

/// What marks decimals or groups. A space and an apostrophe, which `text::tidy` leaves too, only ever group.
const EITHER: [char; 2] = [',', '.'];

/// Most digits before the decimals, and after them: more are larger, or finer, than anything that is asked for.
const WHOLE_DIGITS: usize = 12;
const FRACTION_DIGITS: usize = 9;
/// The scale of `Number::scaled`.
pub(super) const SCALE: u128 = 1_000_000_000;

/// Why a text is no number that can be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NumberProblem {
    Malformed,
    TooLarge,
    TooFine,
}

/// A number, with one reading or two.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Number {
    /// Digits before and after the decimal mark.
    Clear { whole: String, fraction: String },
    /// One mark with one to three digits before it and three after: decimals, or thousands.
    Either { before: String, after: String },
}

impl Number {
    /// Reads digits `0` to `9` with marks between them.
    pub(super) fn read(text: &str) -> Option<Number> {
        let parts: Vec<&str> = text.split(|c: char| !c.is_ascii_digit()).collect();
        let marks: Vec<char> = text.chars().filter(|c| !c.is_ascii_digit()).collect();
        let clear = |groups: &[&str], fraction: &str| {
            Some(Number::Clear { whole: groups.concat(), fraction: fraction.to_owned() })
        };
        let (last, before) = match marks.split_last() {
            None => return clear(&parts, "").filter(|_| !text.is_empty()),
            Some(split) => split,
        };
        let (fraction, groups) = parts.split_last()?;
        if before.iter().all(|mark| mark == last) {
            return match (groups, EITHER.contains(last)) {
                ([whole], true) if is_lone_group(whole, fraction) => {
                    Some(Number::Either { before: (*whole).to_owned(), after: (*fraction).to_owned() })
                }
                ([whole], true) => clear(&[whole], fraction),
                _ if are_groups(&parts, *last) => clear(&parts, ""),
                _ => None,
            };
        }
        // Two kinds of marks: the last is the decimal one.
        let mark = *before.first()?;
        let one_kind = before.iter().all(|other| *other == mark);
        if one_kind && EITHER.contains(last) && are_groups(groups, mark) {
            clear(groups, fraction)
        } else {
            None
        }
    }

    /// Whether it has two readings.
    pub(super) fn is_either(&self) -> bool {
        matches!(self, Number::Either { .. })
    }

    /// The number times `SCALE`. Of two readings, the one with thousands if `grouped`.
    pub(super) fn scaled(&self, grouped: bool) -> Result<u128, NumberProblem> {
        match self {
            Number::Clear { whole, fraction } => scaled(whole, fraction),
            Number::Either { before, after } if grouped => scaled(&format!("{before}{after}"), ""),
            Number::Either { before, after } => scaled(before, after),
        }
    }

    /// A whole number below sixty, as it stands behind hours or minutes: `18 h 30`.
    pub(super) fn is_sixtieth(&self) -> bool {
        match self {
            Number::Clear { whole, fraction } => {
                fraction.is_empty() && whole.len() <= 2 && whole.parse().is_ok_and(|number: u32| number < 60)
            }
            Number::Either { .. } => false,
        }
    }
}

fn is_lone_group(before: &str, after: &str) -> bool {
    (1..=3).contains(&before.len()) && !before.starts_with('0') && after.len() == 3
}

/// Threes, or the Indian way: three at the end, twos before.
fn are_groups(groups: &[&str], mark: char) -> bool {
    let Some((first, rest)) = groups.split_first() else { return false };
    let begins = |longest: usize| (1..=longest).contains(&first.len()) && !first.starts_with('0');
    let threes = begins(3) && rest.iter().all(|group| group.len() == 3);
    let indian = || match rest.split_last() {
        Some((last, twos)) if !twos.is_empty() => {
            last.len() == 3 && twos.iter().all(|group| group.len() == 2)
        }
        _ => false,
    };
    threes || (mark == ',' && begins(2) && indian())
}

fn scaled(whole: &str, fraction: &str) -> Result<u128, NumberProblem> {
    let (whole, fraction) = (whole.trim_start_matches('0'), fraction.trim_end_matches('0'));
    if whole.len() > WHOLE_DIGITS {
        return Err(NumberProblem::TooLarge);
    }
    if fraction.len() > FRACTION_DIGITS {
        return Err(NumberProblem::TooFine);
    }
    let digits = format!("0{whole}{fraction:0<width$}", width = FRACTION_DIGITS);
    digits.parse().map_err(|_| NumberProblem::Malformed)
}
