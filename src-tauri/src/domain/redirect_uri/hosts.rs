//! The host and the port of an address, as typed and as understood.
//! It must never call a host a person's own computer unless RFC 6761 or RFC 8252 says so.

use std::ops::Range;

use url::{Host, Url};

/// Where the host stands in an address, without port and password.
pub(super) fn range(text: &str) -> Range<usize> {
    let from = text.find("//").map_or(0, |at| at + 2);
    let length = text[from..].find(['/', '?', '#']).unwrap_or(text.len() - from);
    let authority = &text[from..from + length];
    let start = authority.rfind('@').map_or(0, |at| at + 1);
    let host = &authority[start..];
    let end = match host.strip_prefix('[') {
        Some(_) => host.find(']').map_or(host.len(), |at| at + 1),
        None => host.find(':').unwrap_or(host.len()),
    };
    from + start..from + start + end
}

/// The host letters as typed.
pub(super) fn typed(text: &str) -> &str {
    &text[range(text)]
}

/// The port as typed: what follows the colon behind the host, which may be nothing.
pub(super) fn port(text: &str) -> Option<&str> {
    let rest = text[range(text).end..].strip_prefix(':')?;
    Some(rest.split(['/', '?', '#']).next().unwrap_or_default())
}

/// An address without its port.
pub(super) fn without_port(text: &str) -> String {
    let end = range(text).end;
    let length = port(text).map_or(0, |port| port.len() + 1);
    format!("{}{}", &text[..end], &text[end + length..])
}

/// An address with another host.
pub(super) fn with_host(text: &str, host: &str) -> String {
    let range = range(text);
    format!("{}{host}{}", &text[..range.start], &text[range.end..])
}

/// Whether an address leads to the computer of the person who signs in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Loopback {
    /// `localhost`, the one that Genesys describes.
    Name,
    /// Another that is one by RFC 6761 (names) or RFC 8252 (numbers).
    Other,
}

pub(super) fn loopback(url: &Url) -> Option<Loopback> {
    match url.host()? {
        Host::Domain("localhost") => Some(Loopback::Name),
        Host::Domain(name) => {
            let name = name.strip_suffix('.').unwrap_or(name);
            (name == "localhost" || name.ends_with(".localhost")).then_some(Loopback::Other)
        }
        Host::Ipv4(ip) => ip.is_loopback().then_some(Loopback::Other),
        Host::Ipv6(ip) => {
            let mapped = ip.to_ipv4_mapped().is_some_and(|ip| ip.is_loopback());
            (ip.is_loopback() || mapped).then_some(Loopback::Other)
        }
    }
}

/// Whether a host is not plain ASCII, or is so only in its encoded form: another host may look the same.
pub(super) fn looks_alike(host: &str) -> bool {
    !host.is_ascii() || host.split('.').any(|label| label.to_ascii_lowercase().starts_with("xn--"))
}

/// Whether no host is written like this: an empty part, a letter that no name has, half a number.
pub(super) fn is_impossible(host: &str) -> bool {
    if host.starts_with('[') {
        return false;
    }
    let name = host.strip_suffix('.').unwrap_or(host);
    let letter = |c: char| !c.is_ascii() || c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.' | '%');
    let part = |part: &str| part.is_empty() || part.starts_with('-') || part.ends_with('-');
    let digits = name.split('.').next_back().is_some_and(|last| last.bytes().all(|b| b.is_ascii_digit()));
    let number = name.parse::<std::net::Ipv4Addr>().is_ok();
    !name.chars().all(letter) || name.split('.').any(part) || (digits && !number)
}

/// A host without what cannot be in it: double dots become one, a comma that stands for a dot is one.
pub(super) fn possible(host: &str) -> String {
    let dotted = host.replace([',', '。'], ".");
    let parts: Vec<&str> = dotted.split('.').map(|part| part.trim_matches('-')).collect();
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(".")
}

/// Whether a text begins like a host: `one.example`, `localhost`, with or without a port or a path behind it.
pub(super) fn begins_with_host(text: &str) -> bool {
    let host = text.split(['/', '?', '#', ':']).next().unwrap_or_default();
    let port = text[host.len()..].strip_prefix(':').unwrap_or("0");
    let last = host.rsplit('.').next().unwrap_or_default();
    let named = last.len() > 1 && last.bytes().all(|byte| byte.is_ascii_alphabetic());
    let letters = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | '_');
    let known = host.eq_ignore_ascii_case("localhost") || (host.contains('.') && named);
    known
        && host.chars().all(letters)
        && !is_impossible(host)
        && !text.contains('@')
        && port.starts_with(|c: char| c.is_ascii_digit())
}
