//! Finds the addresses in a text, whatever stands around them.
//! It must never cut an address at a letter that may stand in one, unless another address begins there.

use super::starts::{Start, starts};
use super::{ends, hosts, is_invisible, placeholders};

/// A piece of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Piece<'a> {
    /// An address, without what follows it.
    Address(&'a str),
    /// What stands between addresses.
    Other(&'a str),
}

/// The addresses of a text that have a scheme.
pub(super) fn addresses(text: &str) -> Vec<String> {
    let only = |piece: &Piece<'_>| match piece {
        Piece::Address(address) => Some((*address).to_owned()),
        Piece::Other(_) => None,
    };
    pieces(text).iter().filter_map(only).collect()
}

/// The whole text in pieces, in its order.
pub(super) fn pieces(text: &str) -> Vec<Piece<'_>> {
    let starts = starts(text);
    let mut pieces = Vec::new();
    let mut at = 0;
    // Brackets that were opened around the addresses and not yet closed.
    let mut open = 0_isize;
    for (number, start) in starts.iter().enumerate() {
        if start.at < at || start.glued && !follows(text, at, start) {
            continue;
        }
        let next = starts[number + 1..].iter().find(|next| is_new(text, start, next));
        let limit = next.map_or(text.len(), |next| next.at);
        let gap = &text[at..start.at];
        open += gap.matches('(').count() as isize - gap.matches(')').count() as isize;
        let end = end(text, start, limit, Around { quoted: gap.ends_with('\''), opened: open > 0 });
        let address = &text[start.at..end];
        // A text that is one address and nothing else is what somebody typed: its last letter may be meant.
        let alone = gap.trim().is_empty() && text[end..].trim().is_empty() && at == 0;
        let address = if alone { address } else { without_end(address, end == limit && next.is_some()) };
        if !gap.is_empty() {
            pieces.push(Piece::Other(gap));
        }
        pieces.push(Piece::Address(address));
        at = start.at + address.len();
    }
    if at < text.len() {
        pieces.push(Piece::Other(&text[at..]));
    }
    pieces
}

/// Whether a beginning with letters before it stands where the address before was cut for it.
fn follows(text: &str, at: usize, start: &Start) -> bool {
    at > 0
        && (start.at == at
            || text[at..start.at].chars().all(|c| matches!(c, ',' | ';' | '\'' | '(' | ')' | '.')))
}

/// Whether another address begins within reach of one: behind a mark that separates, or with nothing between them.
fn is_new(text: &str, first: &Start, next: &Start) -> bool {
    if next.at <= first.rest {
        return false;
    }
    let between = &text[first.rest..next.at];
    if next.glued {
        return !between.contains(['?', '#']) && between.contains('.');
    }
    // Within a query or a path an address may carry another: `?next=https://…`, `/https://…`.
    let carries = |c: char| c.is_alphanumeric() || "/=?&:#.-_~%+@$*!".contains(c);
    !between.ends_with(carries)
}

/// What an address stands in.
#[derive(Clone, Copy)]
struct Around {
    quoted: bool,
    opened: bool,
}

/// Where an address ends: at the first letter that stands in none, or where the next begins.
fn end(text: &str, start: &Start, limit: usize, around: Around) -> usize {
    let mut depth = 0_usize;
    let mut skip_to = start.rest;
    for (offset, letter) in text[start.rest..limit].char_indices() {
        let at = start.rest + offset;
        if at < skip_to {
            continue;
        }
        let after = text[at + letter.len_utf8()..].chars().next();
        match letter {
            '<' | '{' | '[' => match placeholders::bracketed(text, at).or_else(|| number(text, at, start)) {
                Some(length) => skip_to = at + length,
                None => return at,
            },
            '"' | '>' | '}' | ']' | '`' | '|' | '^' => return at,
            '\\' if !start.back => return at,
            '\'' if around.quoted && closes(after) => return at,
            '(' => depth += 1,
            ')' if depth == 0 && around.opened && closes(after) => return at,
            ')' => depth = depth.saturating_sub(1),
            c if c.is_whitespace() || !stands_in_address(c) => return at,
            _ => {}
        }
    }
    limit.max(skip_to)
}

/// An IPv6 host, whose brackets are part of the address.
fn number(text: &str, at: usize, start: &Start) -> Option<usize> {
    let length = text[at..].find(']')? + 1;
    let inside = &text[at + 1..at + length - 1];
    let digits = inside.chars().all(|c| c.is_ascii_hexdigit() || matches!(c, ':' | '.'));
    (at == start.rest && digits && inside.contains(':')).then_some(length)
}

/// Whether what follows a closing quote or bracket shows that it closed something around the address.
fn closes(after: Option<char>) -> bool {
    after.is_none_or(|c| {
        c.is_whitespace() || matches!(c, ',' | ';' | ')' | ']' | '}' | '>' | '.' | ':' | '"' | '\'')
    })
}

fn stands_in_address(letter: char) -> bool {
    letter.is_ascii_graphic()
        || letter == '…'
        || (!letter.is_ascii()
            && (letter.is_alphanumeric() || is_invisible(letter) || ends::is_accent(letter)))
}

/// An address without the mark that ends the sentence or the list around it.
fn without_end(address: &str, cut: bool) -> &str {
    let marks: &[char] =
        if cut { &['.', ',', ';', ':', '!', '?', '\'', '('] } else { &['.', ',', ';', ':', '!', '?'] };
    let bare = address.trim_end_matches(marks);
    let lone = |bare: &str| bare.ends_with(')') && bare.matches(')').count() > bare.matches('(').count();
    let bare = if cut && lone(bare) { bare.trim_end_matches([')', ',', ';', '.']) } else { bare };
    if bare.contains(':') { bare } else { address }
}

/// A word that is an address but for its scheme: a host with a path or a port.
pub(super) fn lacks_scheme(word: &str) -> bool {
    let (host, more) = word.split_at(word.find(['/', ':']).unwrap_or(word.len()));
    let port = more.strip_prefix(':').is_some_and(|port| port.starts_with(|c: char| c.is_ascii_digit()));
    let path = more.starts_with('/') && host.contains('.') || more.starts_with('/') && host == "localhost";
    (port || path) && hosts::begins_with_host(word) && !word.contains(['\\', '"'])
}
