//! Placeholders of manuals: what stands for a word that a person was to put in.
//! It must never take a letter that addresses have for one: only what no finished address says.

use std::ops::Range;

use super::hosts;

/// Longest word in brackets.
const LONGEST: usize = 60;
/// Elements of HTML that stand behind addresses in a page.
const ELEMENTS: [&str; 21] = [
    "a", "b", "br", "code", "dd", "div", "dt", "em", "hr", "i", "kbd", "li", "ol", "p", "pre", "span",
    "strong", "td", "th", "tr", "ul",
];
/// Names of hosts that manuals use in place of the reader's own.
const YOURS: [&str; 14] = [
    "app",
    "company",
    "customer",
    "domain",
    "host",
    "instance",
    "org",
    "organization",
    "server",
    "site",
    "subdomain",
    "tenant",
    "url",
    "website",
];
/// Parts of hosts that manuals write in capitals.
const CAPITALS: [&str; 14] = [
    "COMPANY",
    "CUSTOMER",
    "DOMAIN",
    "ENV",
    "ENVIRONMENT",
    "HOST",
    "HOSTNAME",
    "INSTANCE",
    "ORG",
    "ORGANIZATION",
    "REGION",
    "SERVER",
    "SUBDOMAIN",
    "TENANT",
];

/// Length of the bracketed placeholder that begins at a byte: `{tenant}`, `{{ host }}`, `<your-domain>`, `[tenant]`.
pub(super) fn bracketed(text: &str, at: usize) -> Option<usize> {
    let rest = text.get(at..)?;
    let (open, close) = match rest.chars().next()? {
        '{' if rest.starts_with("{{") => ("{{", "}}"),
        '{' => ("{", "}"),
        '<' => ("<", ">"),
        '[' => ("[", "]"),
        _ => return None,
    };
    let length = rest[open.len()..].find(close)?;
    let word = &rest[open.len()..open.len() + length];
    let letter = |c: char| c.is_alphanumeric() || matches!(c, ' ' | '_' | '-' | '.' | '$' | '\'');
    let is_word = word.len() <= LONGEST
        && word.trim().starts_with(|first: char| first.is_alphabetic() || matches!(first, '_' | '$' | '.'))
        && word.chars().all(|c| letter(c) || (open.starts_with('{') && matches!(c, ':' | '|' | '(' | ')')));
    let element = open == "<" && ELEMENTS.contains(&word.trim().to_ascii_lowercase().as_str());
    (is_word && !element).then_some(open.len() + length + close.len())
}

/// The first placeholder in an address.
pub(super) fn find(text: &str) -> Option<Range<usize>> {
    let host = hosts::range(text);
    let marked = text.char_indices().find_map(|(at, letter)| {
        let length = match letter {
            '{' | '<' | '[' => bracketed(text, at)?,
            '$' | '#' if text[at + 1..].starts_with('{') => 1 + bracketed(text, at + 1)?,
            '$' => variable(&text[at..], host.contains(&at))?,
            '%' => percent(&text[at..])?,
            '…' => letter.len_utf8(),
            '.' if text[at..].starts_with("...") => 3,
            _ => return None,
        };
        Some(at..at + length)
    });
    marked.or_else(|| word(text, &host))
}

/// `$HOST`, `$(HOST)`; in a host `$host` too. Elsewhere `$` with small letters is in addresses of services.
fn variable(rest: &str, in_host: bool) -> Option<usize> {
    if rest.starts_with("$(") {
        return rest.find(')').map(|end| end + 1);
    }
    let name = &rest[1..];
    let length = name.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(name.len());
    let name = &name[..length];
    let capitals = length > 1 && name.starts_with(|c: char| c.is_ascii_uppercase());
    let all = !name.contains(|c: char| c.is_ascii_lowercase());
    ((capitals && all) || (in_host && length > 0)).then_some(1 + length)
}

/// `%s`, `%d`, `%(host)s`, `%HOST%`: a percent sign that begins no encoded letter.
fn percent(rest: &str) -> Option<usize> {
    let bytes = rest.as_bytes();
    if bytes.get(1..3).is_some_and(|two| two.iter().all(u8::is_ascii_hexdigit)) {
        return None;
    }
    if rest.starts_with("%(") {
        return rest.find(")s").map(|end| end + 2);
    }
    let name = &rest[1..];
    let capital = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '_';
    let length = name.find(|c: char| !capital(c)).unwrap_or(name.len());
    if length > 1 && name[length..].starts_with('%') {
        return Some(length + 2);
    }
    let ends = !bytes.get(2).is_some_and(u8::is_ascii_alphanumeric);
    (matches!(bytes.get(1), Some(b's' | b'd' | b'i' | b'v' | b'@')) && ends).then_some(2)
}

/// Words without any mark: `YOUR_TENANT` anywhere, `your-domain`, `xxxx` and `REGION` as parts of a host.
fn word(text: &str, host: &Range<usize>) -> Option<Range<usize>> {
    let part_of = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-');
    let mut from = 0;
    while let Some(start) = text[from..].find(part_of).map(|at| from + at) {
        let end = text[start..].find(|c: char| !part_of(c)).map_or(text.len(), |at| start + at);
        let word = &text[start..end];
        let in_host = host.start <= start && end <= host.end;
        if word.starts_with("YOUR_")
            || word.starts_with("YOUR-")
            || (in_host && stands_for(word, end < host.end))
        {
            return Some(start..end);
        }
        from = end;
    }
    None
}

/// Whether a part of a host stands for another; top-level domains are real ones.
fn stands_for(part: &str, has_more: bool) -> bool {
    let small = part.to_ascii_lowercase();
    let yours = small.strip_prefix("your").map(|rest| rest.trim_start_matches(['-', '_']));
    let crosses = part.len() > 2 && small.bytes().all(|byte| byte == b'x');
    (has_more && crosses) || yours.is_some_and(|rest| YOURS.contains(&rest)) || CAPITALS.contains(&part)
}

/// An address with the domain of a region where its placeholder asks for one; `None` where it asks for something else.
pub(super) fn with_region(text: &str, placeholder: &Range<usize>, domain: &str) -> Option<String> {
    let host = hosts::range(text);
    if placeholder.start < host.start || placeholder.end > host.end {
        return None;
    }
    let word = text[placeholder.clone()].to_ascii_lowercase();
    let before = &text[host.start..placeholder.start];
    let after = &text[placeholder.end..host.end];
    let of_genesys = matches!(before, "apps." | "login." | "api.");
    let asks = ["region", "environment", "env"].iter().any(|name| word.contains(name));
    let whole = after.is_empty() || after == ".pure.cloud" || after.starts_with(".mypurecloud.");
    (whole && (asks || of_genesys))
        .then(|| format!("{}{domain}{}", &text[..placeholder.start], &text[host.end..]))
}
