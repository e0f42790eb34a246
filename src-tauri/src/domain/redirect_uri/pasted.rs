//! The one reader of pasted lists: rows out of any text, and what was left out of it.
//! It must never lose a letter without saying so: a text without an address stays as it is, line by line.

use serde::Serialize;
use specta::Type;

use super::reader::{Piece, lacks_scheme, pieces};
use super::transport::undone;

/// What a pasted text gives.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct PastedAddresses {
    /// The rows: the addresses; where there is none, the lines of the text.
    pub rows: Vec<String>,
    /// How many of the rows are addresses that were found.
    pub found: u32,
    /// What stood around the addresses, but for quotes, brackets and separators.
    pub left_out: Vec<String>,
}

/// Finds the addresses in a pasted text.
pub fn read_pasted(text: &str) -> PastedAddresses {
    let carried = undone(text);
    let mut rows: Vec<String> = Vec::new();
    let mut left_out = Vec::new();
    for piece in pieces(&carried) {
        match piece {
            Piece::Address(address) => rows.push(address.to_owned()),
            Piece::Other(other) => {
                let rest = without_scheme(other, &mut rows);
                left_out.extend(rest.lines().filter_map(worth_saying));
            }
        }
    }
    if rows.is_empty() {
        let lines = text.lines().filter(|line| !line.trim().is_empty()).map(str::to_owned);
        return PastedAddresses { rows: lines.collect(), found: 0, left_out: Vec::new() };
    }
    PastedAddresses { found: rows.len() as u32, rows, left_out }
}

/// Adds the addresses without a scheme to the rows, and gives back what is left of the text.
fn without_scheme(text: &str, rows: &mut Vec<String>) -> String {
    let around = |c: char| c.is_whitespace() || "\"'<>|[](){},;`=".contains(c);
    let mut rest = String::with_capacity(text.len());
    for word in text.split_inclusive(around) {
        let bare = word.trim_end_matches(around).trim_end_matches(['.', ':', '!', '?']);
        if lacks_scheme(bare) {
            rows.push(bare.to_owned());
            rest.push_str(&word[bare.len()..]);
        } else {
            rest.push_str(word);
        }
    }
    rest
}

/// What is said of a line that was left out: nothing of marks that only hold a list together.
fn worth_saying(line: &str) -> Option<String> {
    let holds = |c: char| c.is_whitespace() || "\"'`,;|[](){}<>-*•·–—\\".contains(c);
    let bare = line.trim_matches(holds);
    (!bare.is_empty()).then(|| bare.split_whitespace().collect::<Vec<_>>().join(" "))
}
