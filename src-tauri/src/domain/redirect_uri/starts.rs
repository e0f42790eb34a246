//! Where addresses begin in a text.
//! It must never decide where one ends.

use super::schemes::{self, Kind};

/// The beginning of an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Start {
    /// First byte of the scheme.
    pub(super) at: usize,
    /// First byte behind the scheme, its colon and its slashes.
    pub(super) rest: usize,
    /// Whether letters stand before it, as where two addresses were written without anything between them.
    pub(super) glued: bool,
    /// Whether its slashes are backslashes.
    pub(super) back: bool,
}

/// What may join a scheme to the rest, the longest first.
const JOINTS: [&str; 7] = ["://", ":\\\\", "%3A%2F%2F", ";//", "//", ":/", ":"];

/// Every beginning, in the order of the text.
pub(super) fn starts(text: &str) -> Vec<Start> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let joint = matches!(bytes[at], b':' | b'%' | b';' | b'/').then(|| joint_at(text, at)).flatten();
        let Some(joint) = joint else {
            at += 1;
            continue;
        };
        let rest = at + joint.len();
        found.extend(before(text, at, joint, rest));
        at = rest;
    }
    found
}

fn joint_at(text: &str, at: usize) -> Option<&'static str> {
    let bytes = &text.as_bytes()[at..];
    let fits =
        |joint: &&&str| bytes.get(..joint.len()).is_some_and(|b| b.eq_ignore_ascii_case(joint.as_bytes()));
    JOINTS.iter().find(fits).copied()
}

/// The beginnings whose scheme ends at a joint: a whole word, or the letters `http` at the end of one.
fn before(text: &str, at: usize, joint: &str, rest: usize) -> Vec<Start> {
    let bytes = text.as_bytes();
    let of_scheme = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.');
    let length = bytes[..at].iter().rev().take_while(|byte| of_scheme(byte)).count();
    let run = &text[at - length..at];
    let small = run.to_ascii_lowercase();
    let back = joint == ":\\\\";
    let mut found = Vec::new();
    let web = ["https", "http"].into_iter().find(|scheme| small.ends_with(scheme));
    let goes_on = text[rest..].starts_with(is_first);
    if let Some(scheme) = web.filter(|_| goes_on) {
        let start = at - scheme.len();
        let glued = start > 0 && bytes[start - 1].is_ascii_alphanumeric();
        // `https:one.example`: without slashes it has to look like a host.
        if joint != ":" || (!glued && super::hosts::begins_with_host(word(&text[rest..]))) {
            found.push(Start { at: start, rest, glued, back });
        }
        if !glued {
            return found;
        }
    }
    let skipped = run.find(|c: char| c.is_ascii_alphabetic()).unwrap_or(length);
    let scheme = &run[skipped..];
    let named = match joint {
        "://" => scheme.len() > 1,
        // A drive or a label is followed by this too; a program's own name has a dot (RFC 8252, 7.1).
        ":/" => scheme.contains('.') && schemes::kind(scheme) == Kind::Private,
        _ => false,
    };
    if named && goes_on {
        found.insert(0, Start { at: at - scheme.len(), rest, glued: false, back });
    }
    found
}

/// Whether an address can go on like this behind its slashes.
fn is_first(letter: char) -> bool {
    !letter.is_whitespace() && !matches!(letter, '"' | '\'' | '>' | ')' | '`' | '|' | ',' | ';' | ']' | '}')
}

fn word(text: &str) -> &str {
    text.split(|c: char| c.is_whitespace() || "\"<>,;{}[]|^`\\".contains(c)).next().unwrap_or_default()
}

/// Whether a text begins with an address behind marks of lists: blanks, bullets, numbers, quotes.
pub(super) fn begins(text: &str) -> bool {
    let lead = |c: char| !c.is_alphabetic();
    starts(text).first().is_some_and(|start| text[..start.at].chars().all(lead))
}
