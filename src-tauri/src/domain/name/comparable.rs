//! When two names are the same to whoever reads them.
//! It must never be used to find a client again: recovery compares what was sent, exactly.

use icu_casemap::CaseMapper;
use unicode_normalization::UnicodeNormalization;

use super::hidden::{Lines, without_hidden};

/// What two names that look alike have in common: compatible forms, case, blanks and hidden characters do not count.
pub fn comparable(name: &str) -> String {
    // Nearly every name; ten thousand are compared on each letter that is typed.
    if name.bytes().all(|byte| (b' '..=b'~').contains(&byte)) {
        return one_blank(name).to_ascii_lowercase();
    }
    let shown: String = without_hidden(name, Lines::One).nfkc().collect();
    let folded: String = CaseMapper::new().fold_string(&shown).nfkc().collect();
    one_blank(&folded)
}

fn one_blank(text: &str) -> String {
    let mut joined = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !joined.is_empty() {
            joined.push(' ');
        }
        joined.push_str(word);
    }
    joined
}
