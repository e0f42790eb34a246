//! Typing mistakes in one row, and the text that was meant where that can be known.
//! It must never guess between two readings: then a person decides.

use url::Url;

use super::schemes::{self, Kind};
use super::{Remark, ends, hosts, is_invisible, mail, placeholders, reader};
use crate::domain::finding::Rule;

/// How often an address may be encoded in itself.
const MOST_CODINGS: usize = 4;

/// The mistake that is mended first; `None` where the text is an address.
pub(super) fn first(text: &str, regions: &[String]) -> Option<Remark> {
    if text.chars().any(is_invisible) {
        let visible: String = text.chars().filter(|c| !is_invisible(*c)).collect();
        return Some(Remark::mended(Rule::RedirectInvisible, visible));
    }
    let found = reader::addresses(text);
    if found.len() > 1 {
        let count = found.len() as u32;
        return Some(Remark { rule: Rule::RedirectSeveral { count }, rows: found });
    }
    if text.contains(char::is_whitespace) && placeholders::find(text).is_none() {
        return Some(Remark { rule: Rule::RedirectSpace, rows: unspaced(text, found) });
    }
    encoded(text)
        .or_else(|| in_marks(text, found))
        .or_else(|| about_scheme(text))
        .or_else(|| wrapped(text))
        .or_else(|| placeholder(text, regions))
        .or_else(|| text.contains('*').then(|| Remark::on(Rule::RedirectWildcard)))
        .or_else(|| backslash(text))
        .or_else(|| foreign(text))
        .or_else(|| about_host(text))
        .or_else(|| incomplete(text))
}

/// An address without spaces, where it is plain that they came in by accident or that the rest is no part of it.
fn unspaced(text: &str, found: Vec<String>) -> Vec<String> {
    let pieces: Vec<&str> = text.split_whitespace().collect();
    let joins = |pair: &[&str]| {
        let (left, right) = (pair[0], pair[1]);
        let goes_on =
            right.starts_with(['/', '?', '&', '=', '%']) && right[1..].starts_with(char::is_alphanumeric);
        let waits = left.ends_with(['/', '?', '&', '=']) && right.starts_with(char::is_alphanumeric);
        goes_on || waits
    };
    if pieces.windows(2).all(joins) {
        return vec![pieces.concat()];
    }
    let is_remark = pieces.len() > 2 || !pieces[1].starts_with(char::is_alphanumeric);
    let begins = found.first().is_some_and(|address| text.starts_with(address.as_str()));
    if found.len() == 1 && (is_remark || !begins) { found } else { Vec::new() }
}

/// An address from an address bar or a log, in which `:` and `/` are encoded.
fn encoded(text: &str) -> Option<Remark> {
    let mut plain = text.to_owned();
    for _ in 0..MOST_CODINGS {
        let (scheme, _) = plain.split_once('%')?;
        let is_scheme = matches!(scheme.to_ascii_lowercase().as_str(), "http" | "https");
        if !is_scheme || plain.contains("://") {
            return None;
        }
        plain = percent_encoding::percent_decode_str(&plain).decode_utf8().ok()?.into_owned();
        if plain.contains("://") {
            let whole = !plain.contains(|c: char| c.is_whitespace() || is_invisible(c));
            let rows = whole.then_some(plain).into_iter().collect();
            return Some(Remark { rule: Rule::RedirectEncoded, rows });
        }
    }
    None
}

/// An address in quotes or brackets, or with a mark of a list before it.
fn in_marks(text: &str, found: Vec<String>) -> Option<Remark> {
    let marked =
        !text.starts_with(char::is_alphanumeric) && !text.starts_with(['{', '<', '[', '$', '%', '/']);
    let bracketed = text.starts_with(['<', '[', '{']) && placeholders::bracketed(text, 0).is_none();
    let differs = found.first().is_some_and(|address| address != text);
    let rows = if differs { found } else { Vec::new() };
    (!rows.is_empty() && (marked || bracketed)).then_some(Remark { rule: Rule::RedirectNotAnAddress, rows })
}

/// What is wrong with the beginning: the scheme twice, a letter in it, its colon and slashes.
fn about_scheme(text: &str) -> Option<Remark> {
    let (scheme, sign, rest) = beginning(text)?;
    let right = schemes::kind(scheme) == Kind::Web;
    let named = if right { scheme.to_owned() } else { schemes::meant(scheme)?.to_owned() };
    if rest.is_empty() || rest.starts_with(['?', '#']) {
        return None;
    }
    if let Some((again, sign, rest)) = beginning(rest)
        && (sign.contains("//") || sign.contains(":/"))
        && (schemes::kind(again) == Kind::Web || schemes::meant(again).is_some())
    {
        return Some(Remark::mended(Rule::RedirectSchemeTwice, format!("{again}{sign}{rest}")));
    }
    // Without slashes, or with too many, what follows may be a path: it has to look like a host.
    let strict = !matches!(sign.matches(['/', '\\', '／']).count(), 1 | 2);
    if (right && sign == "://") || (strict && !hosts::begins_with_host(rest)) {
        return None;
    }
    let typed = format!("{scheme}{sign}");
    Some(Remark::mended(Rule::RedirectSchemeMistyped { typed }, format!("{named}://{rest}")))
}

/// The letters before the first sign of a beginning, the sign, and what follows: `https`, `://`, `one.example`.
fn beginning(text: &str) -> Option<(&str, &str, &str)> {
    let at = text.find(|c: char| !c.is_ascii_alphanumeric())?;
    let (scheme, rest) = text.split_at(at);
    let end = rest.find(|c: char| !matches!(c, ':' | ';' | '/' | '\\' | '：' | '／')).unwrap_or(rest.len());
    let (sign, rest) = rest.split_at(end);
    let is_sign = sign.contains([':', ';', '：']) || sign.starts_with("//");
    (is_sign && !scheme.is_empty()).then_some((scheme, sign, rest))
}

fn wrapped(text: &str) -> Option<Remark> {
    let host = hosts::typed(text).to_owned();
    mail::unwrapped(text).map(|address| Remark::mended(Rule::RedirectWrapped { host }, address))
}

/// A placeholder, with a row for each region that may be meant.
fn placeholder(text: &str, regions: &[String]) -> Option<Remark> {
    let range = placeholders::find(text)?;
    let rows = regions.iter().filter_map(|domain| placeholders::with_region(text, &range, domain)).collect();
    Some(Remark { rule: Rule::RedirectPlaceholder { placeholder: text[range].to_owned() }, rows })
}

/// A backslash is a slash to some readers and a letter to others; no address has one (RFC 3986).
fn backslash(text: &str) -> Option<Remark> {
    let web = schemes::split(text).is_some_and(|(scheme, _)| schemes::kind(scheme) == Kind::Web);
    text.contains('\\').then(|| Remark {
        rule: Rule::RedirectBackslash,
        rows: web.then(|| text.replace('\\', "/")).into_iter().collect(),
    })
}

/// A scheme that nobody comes back to, written as one.
fn foreign(text: &str) -> Option<Remark> {
    let (scheme, _) = schemes::split(text)?;
    let rule = Rule::RedirectSchemeRefused { scheme: scheme.to_ascii_lowercase() };
    (schemes::kind(scheme) == Kind::Foreign).then(|| Remark::on(rule))
}

/// A host or a port that cannot be, in an address of the web.
fn about_host(text: &str) -> Option<Remark> {
    let (scheme, rest) = schemes::split(text)?;
    if schemes::kind(scheme) != Kind::Web || !rest.starts_with("//") {
        return None;
    }
    if let Some(port) = hosts::port(text) {
        let number = port.parse::<u16>().ok().filter(|number| *number > 0 && number.to_string() == port);
        if number.is_none() {
            let rows = port.is_empty().then(|| hosts::without_port(text));
            let rule = Rule::RedirectPort { port: port.to_owned() };
            return Some(Remark { rule, rows: rows.into_iter().collect() });
        }
    }
    let host = hosts::typed(text);
    let whole = hosts::range(text).end == text.len();
    let host = if whole { ends::split(host).0 } else { host };
    if host.is_empty() || !hosts::is_impossible(host) {
        return None;
    }
    let possible = hosts::possible(host);
    let known = possible.contains('.') && !hosts::is_impossible(&possible);
    let rows = known.then(|| hosts::with_host(text, &possible)).into_iter().collect();
    Some(Remark { rule: Rule::RedirectHost { host: host.to_owned() }, rows })
}

/// What is no address: without a scheme or a host, or one that no reader takes.
fn incomplete(text: &str) -> Option<Remark> {
    let parsed = Url::parse(text).is_ok();
    let complete = schemes::split(text).is_some_and(|(scheme, rest)| match schemes::kind(scheme) {
        Kind::Web => rest.starts_with("//") && !rest.starts_with("///"),
        // `localhost:8080` reads as a scheme and is none.
        _ => rest.starts_with('/') && !rest.trim_matches('/').is_empty(),
    });
    if parsed && complete {
        return None;
    }
    let bare = text.strip_prefix("//").unwrap_or(text);
    let scheme = if bare.to_ascii_lowercase().starts_with("localhost") { "http" } else { "https" };
    let rows = hosts::begins_with_host(bare).then(|| format!("{scheme}://{bare}"));
    Some(Remark { rule: Rule::RedirectNotAnAddress, rows: rows.into_iter().collect() })
}
