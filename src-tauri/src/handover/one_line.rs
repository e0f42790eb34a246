//! Texts of other people in generated files: what can be seen of them, on one line.
//! It must never let a character through at which any reader ends a line: what follows would no longer be a comment.

use icu_properties::props::{DefaultIgnorableCodePoint, GeneralCategory, GeneralCategoryGroup};
use icu_properties::{CodePointMapData, CodePointSetData};

/// Braille without a dot: a symbol to Unicode, nothing to the eye.
const BLANK_BRAILLE: char = '\u{2800}';

/// What a character does to the line that it stands in.
enum Place {
    /// It shows something.
    Shown,
    /// It parts what is before it from what is behind it: blanks, ends of lines, control characters.
    Parts,
    /// It joins what stands around it, as Persian and emoji need it, and shows nothing by itself.
    Joins,
    /// It shows nothing: directions of writing, invisible letters, fillers.
    Nothing,
}

fn place(letter: char) -> Place {
    if matches!(letter, '\u{200C}' | '\u{200D}' | '\u{FE0F}') {
        return Place::Joins;
    }
    if letter == BLANK_BRAILLE || letter.is_whitespace() || letter.is_control() {
        return Place::Parts;
    }
    let category = CodePointMapData::<GeneralCategory>::new().get(letter);
    if GeneralCategoryGroup::Separator.contains(category) {
        Place::Parts
    } else if category == GeneralCategory::Format
        || CodePointSetData::new::<DefaultIgnorableCodePoint>().contains(letter)
    {
        Place::Nothing
    } else {
        Place::Shown
    }
}

/// A text on one line, with single blanks, and nothing in it that does not show.
pub fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    let mut parted = false;
    for letter in text.chars() {
        match place(letter) {
            Place::Shown => {
                if parted && !line.is_empty() {
                    line.push(' ');
                }
                parted = false;
                line.push(letter);
            }
            Place::Joins if !parted && !line.is_empty() => line.push(letter),
            Place::Parts => parted = true,
            Place::Joins | Place::Nothing => {}
        }
    }
    line
}

/// A text of several lines, whatever they end with, each as [`one_line`] writes it.
pub fn lines(text: &str) -> String {
    let ends = |letter: char| {
        matches!(
            letter,
            '\n' | '\u{B}' | '\u{C}' | '\r' | '\u{1C}'..='\u{1E}' | '\u{85}' | '\u{2028}' | '\u{2029}'
        )
    };
    text.replace("\r\n", "\n").split(ends).map(one_line).collect::<Vec<_>>().join("\n")
}
