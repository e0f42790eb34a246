//! Characters that nobody sees, and that do not belong where they are: found, named, and taken out.
//! It must never take out a joiner, a selector or a mark that the script or the emoji around it needs.

use icu_properties::props::{DefaultIgnorableCodePoint, GeneralCategory, NoncharacterCodePoint};
use icu_properties::{CodePointMapData, CodePointSetData};

use super::context::Context;

/// Most characters that are named in a finding.
const NAMED: usize = 5;
/// After so many rounds whatever is still out of place goes at once: each round may put others out of place.
const ROUNDS: usize = 8;

/// How many lines a text may have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lines {
    /// A name.
    One,
    /// A description: line ends and tabs are in their place.
    Several,
}

/// Whether a character shows nothing or reorders text, wherever it is; white space apart. Source: the properties
/// `Default_Ignorable_Code_Point` and `Noncharacter_Code_Point`, UTR 36 and CVE-2021-42574. The blank of Braille is a
/// symbol to Unicode, and as empty as the others.
pub fn is_invisible(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_control();
    }
    c.is_control()
        || matches!(c, '\u{2800}' | '\u{FFF9}'..='\u{FFFB}')
        || CodePointSetData::new::<DefaultIgnorableCodePoint>().contains(c)
        || CodePointSetData::new::<NoncharacterCodePoint>().contains(c)
}

/// Whether nothing of a text can be seen.
pub fn shows_nothing(text: &str) -> bool {
    text.chars().all(|c| c.is_whitespace() || is_invisible(c))
}

/// The hidden characters that do not belong where they are, each once, as `U+200B`; five at most.
pub fn hidden(text: &str, lines: Lines) -> Vec<String> {
    let text: Vec<char> = text.trim().chars().collect();
    let mut named: Vec<String> = Vec::new();
    for at in places(&text, lines) {
        let name = format!("U+{:04X}", u32::from(text[at]));
        if !named.contains(&name) {
            named.push(name);
        }
    }
    named.truncate(NAMED);
    named
}

/// The text without them. Where a line ended, a blank stays, or an ordinary line end.
#[must_use]
pub fn without_hidden(text: &str, lines: Lines) -> String {
    let mut text: Vec<char> = text.trim().chars().collect();
    for round in 1..=ROUNDS {
        let out = places(&text, lines);
        if out.is_empty() {
            break;
        }
        let mut at = 0;
        text.retain_mut(|c| {
            let is_out = out.binary_search(&at).is_ok() || (round == ROUNDS && is_suspect(*c));
            at += 1;
            let blank = if lines == Lines::One { ' ' } else { '\n' };
            let separates = c.is_whitespace() && *c != blank;
            if is_out && separates {
                *c = blank;
            }
            !is_out || separates
        });
    }
    text.iter().collect::<String>().trim().to_owned()
}

/// Places, in order, of what is hidden and does not belong there.
fn places(text: &[char], lines: Lines) -> Vec<usize> {
    // Nearly every text has none.
    if !text.iter().any(|c| is_suspect(*c)) {
        return Vec::new();
    }
    let context = Context::of(text);
    let is_layout = |at: usize| {
        lines == Lines::Several
            && match text[at] {
                '\n' | '\t' => true,
                '\r' => text.get(at + 1) == Some(&'\n'),
                _ => false,
            }
    };
    (0..text.len()).filter(|at| is_suspect(text[*at]) && !is_layout(*at) && !context.needs(*at)).collect()
}

/// What is looked at: it shows nothing, ends a line, or means nothing to anybody else.
fn is_suspect(c: char) -> bool {
    is_invisible(c)
        || matches!(c, '\u{2028}' | '\u{2029}')
        || CodePointMapData::<GeneralCategory>::new().get(c) == GeneralCategory::PrivateUse
}
