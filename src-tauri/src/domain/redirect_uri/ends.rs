//! The end of an address: marks that end sentences and lists, and stay behind when an address is copied.
//! It must never take a bracket away that the address itself opens.

/// Marks that close what an address may have opened.
const PAIRS: [(char, char); 2] = [('(', ')'), ('[', ']')];

/// Whether a mark ends a sentence or a list rather than an address.
fn is_mark(letter: char) -> bool {
    let ascii = matches!(letter, '.' | ',' | ';' | ':' | '!' | '?' | '"' | '>' | '<' | '}' | '`' | '|');
    let other =
        !letter.is_ascii() && !letter.is_alphanumeric() && !super::is_invisible(letter) && !is_accent(letter);
    ascii || other
}

/// Accents that stand apart from their letter.
pub(super) fn is_accent(letter: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&letter)
}

/// An address without the marks behind it, and the marks. A closing bracket or quote counts only without its opening.
pub(super) fn split(address: &str) -> (&str, &str) {
    let mut rest = address;
    while let Some(last) = rest.chars().next_back() {
        let shorter = &rest[..rest.len() - last.len_utf8()];
        let lone = PAIRS.iter().any(|(open, close)| {
            last == *close && shorter.matches(*open).count() < rest.matches(*close).count()
        });
        let quote = last == '\'' && rest.matches('\'').count() % 2 == 1;
        // A colon that ends a scheme, or a dot that ends a host, is no end of a sentence.
        if !(is_mark(last) || lone || quote) || shorter.is_empty() {
            break;
        }
        rest = shorter;
    }
    (rest, &address[rest.len()..])
}
