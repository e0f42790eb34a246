//! Texts as they are searched and sorted: without case and accents, and with numbers by their value.
//! It must never be shown: it is for comparing only.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A text without case and accents, so that "telephonie" finds "Téléphonie".
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    push_folded(&mut folded, text);
    folded
}

/// Puts a folded text behind another. Control characters, which are what separates texts, become spaces.
pub(super) fn push_folded(folded: &mut String, text: &str) {
    if text.is_ascii() {
        folded.extend(text.chars().map(|c| if c.is_ascii_control() { ' ' } else { c.to_ascii_lowercase() }));
        return;
    }
    for c in text.nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase) {
        // Letters that Unicode does not take apart, though people type them as two or without the stroke.
        match c {
            'œ' => folded.push_str("oe"),
            'æ' => folded.push_str("ae"),
            'ß' => folded.push_str("ss"),
            'ø' => folded.push('o'),
            'ł' => folded.push('l'),
            'đ' | 'ð' => folded.push('d'),
            'ı' => folded.push('i'),
            // A dotted capital I leaves its dot behind.
            c if is_combining_mark(c) => {}
            c if c.is_control() => folded.push(' '),
            c => folded.push(c),
        }
    }
}

/// A folded text as a key to sort by: before each number stands how long it is, so that "2" is before "10".
pub(super) fn natural_key(folded: &str) -> String {
    let mut key = String::with_capacity(folded.len() + 2);
    let mut rest = folded.trim();
    while let Some(start) = rest.find(|c: char| c.is_ascii_digit()) {
        let (before, from) = rest.split_at(start);
        let end = from.find(|c: char| !c.is_ascii_digit()).unwrap_or(from.len());
        let (number, after) = from.split_at(end);
        let digits = number.trim_start_matches('0');
        key.push_str(before);
        // As a digit it still sorts where numbers sort: before letters. Longer ones than nine are rare, and last.
        key.push(char::from_digit(u32::try_from(digits.len().min(9)).unwrap_or(9), 10).unwrap_or('9'));
        key.push_str(digits);
        rest = after;
    }
    key.push_str(rest);
    key
}
