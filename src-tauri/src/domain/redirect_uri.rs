//! Redirect URIs: where the result of signing in is sent.
//! The server compares them letter by letter, so it must never rewrite what was typed, only say so.

use url::{Host, Url};

use super::finding::{Field, Finding, Rule};
use super::fix::Fix;
use super::name::is_invisible;

/// Most redirect URIs on one client. Source: Genesys help "Create an OAuth client".
pub const MAX_REDIRECT_URIS: usize = 125;

/// A checked redirect URI, exactly as typed but for spaces around it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RedirectUri(String);

impl RedirectUri {
    /// The address.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The addresses without empty rows and repeats, and every finding on a row.
pub fn check_redirect_uris(rows: &[String]) -> (Vec<RedirectUri>, Vec<Finding>) {
    let mut uris: Vec<RedirectUri> = Vec::new();
    let mut first_rows: Vec<usize> = Vec::new();
    let mut findings = Vec::new();
    for (row, text) in rows.iter().enumerate() {
        let text = text.trim();
        if text.is_empty() {
            continue;
        }
        if let Some(first) = uris.iter().position(|uri| uri.0 == text) {
            let rule = Rule::RedirectRepeated { first_row: first_rows[first] as u32 };
            let fix = Fix::RemoveRedirectUri { row: row as u32 };
            findings.push(Finding::on(Field::RedirectUris, rule).at(row).mended_by(fix));
            continue;
        }
        for (rule, replacement) in check_redirect_uri(text) {
            let finding = Finding::on(Field::RedirectUris, rule).at(row);
            findings.push(match replacement {
                Some(address) => finding.mended_by(Fix::ReplaceRedirectUri { row: row as u32, address }),
                None => finding,
            });
        }
        uris.push(RedirectUri(text.to_owned()));
        first_rows.push(row);
    }
    if uris.is_empty() {
        findings.push(Finding::on(Field::RedirectUris, Rule::RedirectRequired));
    }
    if uris.len() > MAX_REDIRECT_URIS {
        let rule = Rule::RedirectTooMany { max: MAX_REDIRECT_URIS as u32, count: uris.len() as u32 };
        findings.push(Finding::on(Field::RedirectUris, rule));
    }
    (uris, findings)
}

/// A rule with the text that would mend it, where there is one.
pub(in crate::domain) type Remark = (Rule, Option<String>);

/// The rules that speak about one address, which has no spaces around it.
pub(in crate::domain) fn check_redirect_uri(text: &str) -> Vec<Remark> {
    if text.chars().any(is_invisible) {
        return vec![(Rule::RedirectInvisible, Some(text.chars().filter(|c| !is_invisible(*c)).collect()))];
    }
    if text.contains(char::is_whitespace) {
        return vec![(Rule::RedirectSpace, Some(text.chars().filter(|c| !c.is_whitespace()).collect()))];
    }
    if text.contains('*') {
        return vec![(Rule::RedirectWildcard, None)];
    }
    let Some(url) = parse(text) else {
        return vec![(Rule::RedirectNotAnAddress, None)];
    };
    let mut remarks = Vec::new();
    if url.fragment().is_some() {
        remarks.push((Rule::RedirectFragment, text.split('#').next().map(str::to_owned)));
    }
    if !url.username().is_empty() || url.password().is_some() {
        remarks.push((Rule::RedirectPassword, None));
    }
    if !matches!(url.scheme(), "http" | "https") {
        remarks.push((Rule::RedirectCustomScheme { scheme: url.scheme().to_owned() }, None));
        return remarks;
    }
    remarks.extend(check_host(text, &url));
    if url.query().is_some() {
        remarks.push((Rule::RedirectQuery, None));
    }
    remarks
}

/// An absolute address: a scheme, and for the web two slashes and a host.
fn parse(text: &str) -> Option<Url> {
    // A backslash is a slash to some readers and a letter to others; no address has one (RFC 3986).
    let url = Url::parse(text).ok().filter(|_| !text.contains('\\'))?;
    let after_scheme = text.get(url.scheme().len() + 1..)?;
    if matches!(url.scheme(), "http" | "https") {
        (after_scheme.starts_with("//") && !after_scheme.starts_with("///")).then_some(url)
    } else {
        // `localhost:8080` parses as scheme `localhost`; `javascript:` and `data:` are never an address to return to.
        let script = matches!(url.scheme(), "javascript" | "data" | "file" | "blob" | "about" | "mailto");
        (!script && (after_scheme.starts_with('/'))).then_some(url)
    }
}

fn check_host(text: &str, url: &Url) -> Vec<Remark> {
    let host = url.host_str().unwrap_or_default();
    let typed_host = host_as_typed(text);
    let mut remarks = Vec::new();
    match loopback(url) {
        Some(Loopback::Name) if url.port().is_some() => remarks.push((Rule::RedirectLoopbackPort, None)),
        Some(Loopback::Name) => {}
        Some(Loopback::Ip) => {
            remarks.push((Rule::RedirectLoopbackIp, Some(text.replacen(typed_host, "localhost", 1))));
        }
        None if url.scheme() == "http" => {
            let secure = format!("https{}", &text[4..]);
            remarks.push((Rule::RedirectPlainHttp { host: host.to_owned() }, Some(secure)));
        }
        None => {}
    }
    if looks_alike(typed_host) {
        remarks.push((Rule::RedirectLookAlike { host: host.to_owned() }, None));
    } else if let Some(normal) = written_normally(text, url) {
        remarks.push((Rule::RedirectRewritten { normal: normal.clone() }, Some(normal)));
    }
    remarks
}

enum Loopback {
    Name,
    Ip,
}

fn loopback(url: &Url) -> Option<Loopback> {
    match url.host()? {
        Host::Domain("localhost") => Some(Loopback::Name),
        Host::Ipv4(ip) if ip.is_loopback() => Some(Loopback::Ip),
        Host::Ipv6(ip) if ip.is_loopback() => Some(Loopback::Ip),
        _ => None,
    }
}

/// The host letters as typed, without port and password.
fn host_as_typed(text: &str) -> &str {
    let rest = text.split_once("//").map_or(text, |(_, rest)| rest);
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let authority = authority.rsplit_once('@').map_or(authority, |(_, host)| host);
    match authority.strip_prefix('[') {
        Some(_) => authority.split_inclusive(']').next().unwrap_or_default(),
        None => authority.split(':').next().unwrap_or_default(),
    }
}

/// Whether a host is not plain ASCII, or is so only in its encoded form: another host may look the same.
fn looks_alike(host: &str) -> bool {
    !host.is_ascii() || host.split('.').any(|label| label.starts_with("xn--"))
}

/// The usual spelling of an address, when what was typed is spelled differently.
/// An empty path is left alone: `http://localhost` is the documented form.
fn written_normally(text: &str, url: &Url) -> Option<String> {
    let normal = url.as_str();
    let bare = if url.path() == "/" { normal.strip_suffix('/').unwrap_or(normal) } else { normal };
    let usual = if text.ends_with('/') { normal } else { bare };
    (text != normal && text != bare).then(|| usual.to_owned())
}
