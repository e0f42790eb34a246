//! What carries a text and leaves its marks in it: mail that breaks lines, JSON that escapes, pages in HTML.
//! It must never join two addresses, nor a line that begins anew.

use super::starts::{Start, begins, starts};

/// A line from which on mail programs break.
const LONG: usize = 70;

/// The text without the marks of what carried it.
pub(super) fn undone(text: &str) -> String {
    let mut text = text.replace("\r\n", "\n");
    if text.contains('\\') {
        text = unescaped(&text);
    }
    if text.contains("&amp;") && text.contains('<') {
        text = text.replace("&amp;", "&");
    }
    if text.contains("=\n") {
        text = without_soft_breaks(&text);
    }
    in_one_line(&in_angles(&text))
}

/// Escapes of JSON, which no address has: `\/`, `\u0026`, `\n`.
fn unescaped(text: &str) -> String {
    let mut text = if text.contains(":\\/") { text.replace("\\/", "/") } else { text.to_owned() };
    for (escape, letter) in
        [("\\u0026", "&"), ("\\u003d", "="), ("\\u003D", "="), ("\\u002F", "/"), ("\\u002f", "/")]
    {
        text = text.replace(escape, letter);
    }
    for (escape, letter) in [("\\r\\n", "\n"), ("\\n", "\n"), ("\\t", "\t"), ("\\\"", "\"")] {
        for scheme in ["http", "\"", "HTTP"] {
            text = text.replace(&format!("{escape}{scheme}"), &format!("{letter}{scheme}"));
        }
    }
    text.replace("\\\"", "\"")
}

/// Quoted-printable (RFC 2045): `=` ends a line that goes on, and is itself written `=3D`.
fn without_soft_breaks(text: &str) -> String {
    let bytes = text.as_bytes();
    let coded = |at: usize| {
        bytes.get(at + 1) == Some(&b'\n')
            || bytes.get(at + 1..at + 3).is_some_and(|two| two.iter().all(u8::is_ascii_hexdigit))
    };
    let everywhere = bytes.iter().enumerate().filter(|(_, byte)| **byte == b'=').all(|(at, _)| coded(at));
    if !everywhere {
        return text.to_owned();
    }
    let mut joined = String::with_capacity(text.len());
    let mut any = false;
    let mut lines = text.split('\n').peekable();
    while let Some(line) = lines.next() {
        let next = lines.peek().copied().unwrap_or_default();
        match line.strip_suffix('=').filter(|line| goes_on(line, next)) {
            Some(line) => {
                any = true;
                joined.push_str(line);
            }
            None => {
                joined.push_str(line);
                if lines.peek().is_some() {
                    joined.push('\n');
                }
            }
        }
    }
    // One writer uses one case; what it decodes to may look encoded itself.
    let sign = if joined.contains("=3D") { "=3D" } else { "=3d" };
    if any { joined.replace(sign, "=") } else { text.to_owned() }
}

/// Whether a line is the rest of the one before, and no entry of a list.
fn goes_on(line: &str, next: &str) -> bool {
    let whole = format!("{line}{next}");
    let at_seam = |start: &Start| start.at < line.len() && line.len() < start.rest && !start.glued;
    let is_web = |start: &Start| whole[start.at..].to_ascii_lowercase().starts_with("http");
    let over_seam = starts(&whole).iter().any(|start| at_seam(start) && is_web(start));
    let word = next.split_whitespace().next().unwrap_or_default();
    let label = word.len() < next.trim_end().len() && word.ends_with([':', ')']);
    let starts_so = next.starts_with(|c: char| c.is_ascii_graphic());
    starts_so && !label && !line.ends_with(' ') && (over_seam || !begins(next))
}

/// An address in angle brackets may be broken over lines (RFC 3986, appendix C).
fn in_angles(text: &str) -> String {
    let mut joined = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        let (before, from) = rest.split_at(at + 1);
        joined.push_str(before);
        rest = from;
        let Some(end) = from.find('>') else { continue };
        let inside = &from[..end];
        let one = starts(inside);
        let is_address = one.first().is_some_and(|start| start.at == 0);
        let broken = inside.contains('\n') && inside.split_whitespace().skip(1).all(|piece| !begins(piece));
        if is_address && broken && inside.split('\n').all(|line| !line.trim().contains(' ')) {
            joined.extend(inside.split_whitespace());
            rest = &from[end..];
        }
    }
    joined.push_str(rest);
    joined
}

/// A long line that ends within an address, and a line that is nothing but its rest.
fn in_one_line(text: &str) -> String {
    let mut joined = String::with_capacity(text.len());
    let mut length = 0;
    for (number, line) in text.split('\n').enumerate() {
        let rest = line.trim();
        let of_address = |c: char| c.is_ascii_alphanumeric() || "/?&=-_%.#+,~:;@!$'()*".contains(c);
        let looks = rest.contains(|c: char| c.is_ascii_digit() || "/?&=%-_.".contains(c))
            || joined.ends_with(['/', '?', '&', '=', '-', '_', '%']);
        let last = joined.split_whitespace().next_back().unwrap_or_default();
        let goes_on = length >= LONG
            && !rest.is_empty()
            && rest.chars().all(of_address)
            && rest.starts_with(|c: char| c.is_ascii_alphanumeric() || "/?&=%#".contains(c))
            && !begins(rest)
            && looks
            && ends_within(last);
        if number > 0 && !goes_on {
            joined.push('\n');
        }
        joined.push_str(if goes_on { rest } else { line });
        length = line.trim_end().chars().count();
    }
    joined
}

/// Whether a word is an address that may go on.
fn ends_within(word: &str) -> bool {
    begins(word) && !word.ends_with([',', ';', '"', '\'', '>', ')', ']', '}', '|', '.'])
}
