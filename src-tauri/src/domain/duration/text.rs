//! What stands in a typed duration: numbers and units, in English and French, in digits of any script.
//! It must never guess: a word that is no unit makes the text no duration.

use icu_properties::props::GeneralCategory;
use icu_properties::{CodePointMapData, CodePointMapDataBorrowed};
use unicode_normalization::UnicodeNormalization;

use super::DurationUnit;
use super::number::Number;
use crate::domain::name::is_invisible;

/// Seconds of a week, the one unit that the form does not offer.
const WEEK: u32 = 604_800;

/// A number, and the seconds of the unit behind it, where there is one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Item {
    pub(super) number: Number,
    pub(super) unit: Option<u32>,
}

/// The text with plain digits, plain marks and single spaces, in lower case.
pub(super) fn tidy(text: &str) -> String {
    let mut tidy = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_whitespace() {
            if !tidy.ends_with(' ') {
                tidy.push(' ');
            }
        } else if let Some(digit) = digit(c) {
            tidy.push(digit);
        } else if c.is_alphabetic() {
            tidy.extend(std::iter::once(c).nfkc().flat_map(char::to_lowercase));
        } else if !is_invisible(c) {
            tidy.push(mark(c));
        }
    }
    tidy.trim().to_owned()
}

/// Marks that are written differently and mean the same.
fn mark(c: char) -> char {
    match c {
        '’' | '‘' | '＇' | '`' | '´' | '_' | '٬' => '\'',
        '，' | '٫' => ',',
        '．' => '.',
        '：' | '∶' => ':',
        '＝' => '=',
        other => other,
    }
}

/// The digit `0` to `9` that a decimal digit of any script stands for: Unicode has them ten in a row, from zero.
fn digit(c: char) -> Option<char> {
    const CATEGORY: CodePointMapDataBorrowed<'static, GeneralCategory> = CodePointMapData::new();
    let is_digit = |code: u32| CATEGORY.get32(code) == GeneralCategory::DecimalNumber;
    if c.is_ascii() || !is_digit(c.into()) {
        return Some(c).filter(char::is_ascii_digit);
    }
    let before = (0..u32::from(c)).rev().take_while(|code| is_digit(*code)).count() % 10;
    char::from_digit(u32::try_from(before).ok()?, 10)
}

/// Numbers with the units behind them, out of a tidy text; `None` when something else is in it.
pub(super) fn items(text: &str) -> Option<Vec<Item>> {
    let mut items: Vec<Item> = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let number = number_at(rest);
        if !number.is_empty() {
            items.push(Item { number: Number::read(number)?, unit: None });
            rest = &rest[number.len()..];
            continue;
        }
        let word: &str = &rest[..rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len())];
        if word.is_empty() {
            // Between two, a comma or a space; at the end, the point of a sentence or of an abbreviation.
            let c = rest.chars().next().filter(|c| matches!(c, ' ' | ',' | '.' | ';' | '&'))?;
            rest = &rest[c.len_utf8()..];
            continue;
        }
        match (items.last_mut(), unit(word)) {
            (Some(item), Some(unit)) if item.unit.is_none() => item.unit = Some(unit),
            (Some(_), None) if matches!(word, "and" | "et") => {}
            _ => return None,
        }
        rest = &rest[word.len()..];
    }
    Some(items)
}

/// The digits at the beginning, with single marks between them.
fn number_at(text: &str) -> &str {
    let bytes = text.as_bytes();
    let is_digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let mut end = 0;
    loop {
        if is_digit(end) {
            end += 1;
        } else if is_digit(end + 1)
            && bytes
                .get(end)
                .is_some_and(|mark| if end == 0 { b".,".contains(mark) } else { b" '.,".contains(mark) })
        {
            end += 2;
        } else {
            return &text[..end];
        }
    }
}

fn unit(word: &str) -> Option<u32> {
    Some(match word {
        "s" | "sec" | "secs" | "second" | "seconds" | "seconde" | "secondes" => 1,
        "m" | "mn" | "min" | "mins" | "minute" | "minutes" => 60,
        "h" | "hr" | "hrs" | "hour" | "hours" | "heure" | "heures" => 3_600,
        "d" | "j" | "jr" | "jrs" | "day" | "days" | "jour" | "jours" => 86_400,
        "w" | "wk" | "wks" | "week" | "weeks" | "sem" | "semaine" | "semaines" => WEEK,
        _ => return None,
    })
}

/// The unit of the first number, where the text has one; of a time, hours.
pub(super) fn written_unit(text: &str) -> Option<DurationUnit> {
    let text = tidy(text);
    let of_seconds = |seconds: u32| match seconds {
        0..60 => DurationUnit::Seconds,
        60..3_600 => DurationUnit::Minutes,
        3_600..86_400 => DurationUnit::Hours,
        _ => DurationUnit::Days,
    };
    if clock(&text).is_some() {
        return Some(DurationUnit::Hours);
    }
    if let Some(span) = iso(&text) {
        let has_days = span.get_days() != 0 || span.get_weeks() != 0;
        return Some(if has_days { DurationUnit::Days } else { DurationUnit::Hours });
    }
    let first = items(says(&text).next()?)?;
    first.first()?.unit.map(of_seconds)
}

/// What the form writes side by side, "= 64,800 seconds (18 hours)", each for itself.
pub(super) fn says(text: &str) -> impl Iterator<Item = &str> {
    text.split(['=', '·', '(', ')']).map(str::trim).filter(|part| !part.is_empty())
}

/// The parts of `18:00` or `18:00:00`.
pub(super) fn clock(text: &str) -> Option<Vec<u32>> {
    let parts: Vec<&str> = text.split(':').map(str::trim).collect();
    let number = |(at, part): (usize, &&str)| {
        let fits = part.bytes().all(|byte| byte.is_ascii_digit())
            && (1..=if at == 0 { 5 } else { 2 }).contains(&part.len());
        part.parse().ok().filter(|number| fits && (at == 0 || *number < 60))
    };
    ((2..=3).contains(&parts.len())).then(|| parts.iter().enumerate().map(number).collect())?
}

/// A duration of ISO 8601, `PT18H`.
pub(super) fn iso(text: &str) -> Option<jiff::Span> {
    let rest = text.strip_prefix('p')?;
    let begins = rest.starts_with(|c: char| c == 't' || c.is_ascii_digit());
    let span: jiff::Span = begins.then(|| text.to_ascii_uppercase().parse().ok())??;
    (span.get_years() == 0 && span.get_months() == 0).then_some(span)
}
