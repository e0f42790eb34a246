//! What is said about one address: a typing mistake and what would be said without it, or what a good one means.
//! It must never say how browsers write a text that is a typing mistake: that would make it last.

use url::Url;

use super::hosts::{self, Loopback};
use super::schemes::{self, Kind};
use super::{Remark, ends, mistakes};
use crate::domain::finding::{Rule, Severity};

/// More mistakes than anybody makes in one address.
const MOST_MISTAKES: usize = 12;

/// Everything that is said about an address, with the rows that would mend each.
pub(super) fn remarks(text: &str, regions: &[String]) -> Vec<Remark> {
    let mut said: Vec<Remark> = Vec::new();
    let mut text = text.to_owned();
    for _ in 0..MOST_MISTAKES {
        let Some(mistake) = mistakes::first(&text, regions) else {
            let rest = about(&text);
            let is_new = |remark: &Remark| said.iter().all(|known| known.rule != remark.rule);
            let fresh: Vec<Remark> = rest.into_iter().filter(is_new).collect();
            let typed = said.is_empty();
            said.extend(
                fresh
                    .into_iter()
                    .filter(|remark| typed || !matches!(remark.rule, Rule::RedirectRewritten { .. })),
            );
            return said;
        };
        if said.iter().any(|known| known.rule == mistake.rule) {
            return said;
        }
        // Without this mistake there may be others, which one click mends together with it.
        let next = match mistake.rows.as_slice() {
            [one] => one.clone(),
            rows => {
                let others: Vec<Remark> = rows.iter().flat_map(|row| remarks(row, regions)).collect();
                said.push(mistake);
                for remark in
                    others.into_iter().filter(|remark| !matches!(remark.rule, Rule::RedirectRewritten { .. }))
                {
                    if said.iter().all(|known| known.rule != remark.rule) {
                        said.push(Remark::on(remark.rule));
                    }
                }
                return said;
            }
        };
        said.push(mistake);
        text = next;
    }
    said
}

/// What is said about an address without a typing mistake.
fn about(text: &str) -> Vec<Remark> {
    let Ok(url) = Url::parse(text) else { return vec![Remark::on(Rule::RedirectNotAnAddress)] };
    let mut said = Vec::new();
    if url.fragment().is_some() {
        let before = text.split('#').next().unwrap_or_default();
        said.push(Remark::mended(Rule::RedirectFragment, before));
    }
    if !url.username().is_empty() || url.password().is_some() {
        said.push(Remark::on(Rule::RedirectPassword));
    }
    let web = schemes::kind(url.scheme()) == Kind::Web;
    if !web {
        said.push(Remark::on(Rule::RedirectCustomScheme { scheme: url.scheme().to_owned() }));
    }
    said.extend(about_letters(text));
    if !web {
        return said;
    }
    said.extend(about_host(text, &url));
    if url.query().is_some_and(|query| !query.is_empty()) {
        said.push(Remark::on(Rule::RedirectQuery));
    }
    if let Some(normal) = written_normally(text, &url).filter(|_| is_as_meant(&said)) {
        said.push(Remark::mended(Rule::RedirectRewritten { normal: normal.clone() }, normal));
    }
    said
}

/// Marks at the end, letters that no address has, and slashes that follow one another.
fn about_letters(text: &str) -> Vec<Remark> {
    let mut said = Vec::new();
    let (address, marks) = ends::split(text);
    if !marks.is_empty() {
        said.push(Remark::mended(Rule::RedirectEndMark { mark: marks.to_owned() }, address));
    }
    if let Some(letter) = odd_letter(address) {
        said.push(Remark::on(Rule::RedirectLetter { letter }));
    }
    let from = hosts::range(text).end;
    let path_end = text[from..].find(['?', '#']).map_or(text.len(), |at| from + at);
    let mut path = text[from..path_end].to_owned();
    if path.replace("://", "").contains("//") && text.contains("://") {
        while path.contains("//") {
            path = path.replace("//", "/");
        }
        said.push(Remark::mended(
            Rule::RedirectSlashes,
            format!("{}{path}{}", &text[..from], &text[path_end..]),
        ));
    }
    said
}

/// The first letter that stands in no address (RFC 3986): one of a few marks, or `%` without two digits.
fn odd_letter(text: &str) -> Option<String> {
    let host = hosts::range(text);
    let bytes = text.as_bytes();
    let odd = |(at, letter): (usize, char)| match letter {
        '"' | '<' | '>' | '^' | '`' | '{' | '|' | '}' => true,
        '[' | ']' => !host.contains(&at),
        '%' => !bytes.get(at + 1..at + 3).is_some_and(|two| two.iter().all(u8::is_ascii_hexdigit)),
        _ => false,
    };
    text.char_indices().find(|found| odd(*found)).map(|(_, letter)| letter.to_string())
}

fn about_host(text: &str, url: &Url) -> Vec<Remark> {
    let host = url.host_str().unwrap_or_default();
    let typed = hosts::typed(text);
    let mut said = Vec::new();
    if let Some(bare) = typed.strip_suffix('.').filter(|_| hosts::range(text).end < text.len()) {
        said.push(Remark::mended(Rule::RedirectTrailingDot, hosts::with_host(text, bare)));
    }
    match (hosts::loopback(url), url.scheme()) {
        (Some(Loopback::Name), "http") if url.port().is_some() => {
            said.push(Remark::on(Rule::RedirectLoopbackPort))
        }
        (Some(Loopback::Name), _) if url.port().is_none() => {}
        (Some(_), scheme) => {
            let rule = Rule::RedirectLoopbackOther { host: format!("{scheme}://{host}") };
            let number = !matches!(url.host(), Some(url::Host::Domain(_)));
            let mended = number.then(|| hosts::with_host(text, "localhost"));
            said.push(Remark { rule, rows: mended.into_iter().collect() });
        }
        (None, "http") => {
            let secure = format!("https{}", &text[4..]);
            said.push(Remark::mended(Rule::RedirectPlainHttp { host: host.to_owned() }, secure));
        }
        (None, _) => {}
    }
    // The port of the other protocol; its own is left out by browsers, which is said as a spelling.
    if let (Some(port @ 80), "https") | (Some(port @ 443), "http") = (url.port(), url.scheme()) {
        let rule = Rule::RedirectPortOfOther { port: u32::from(port), scheme: url.scheme().to_owned() };
        said.push(Remark::mended(rule, hosts::without_port(text)));
    }
    if hosts::looks_alike(typed) {
        said.push(Remark::on(Rule::RedirectLookAlike { host: host.to_owned() }));
    }
    said
}

/// Whether what was said so far leaves the text as somebody may have meant it.
fn is_as_meant(said: &[Remark]) -> bool {
    said.iter().all(|remark| {
        let mistaken = matches!(
            remark.rule,
            Rule::RedirectEndMark { .. }
                | Rule::RedirectLetter { .. }
                | Rule::RedirectTrailingDot
                | Rule::RedirectLookAlike { .. }
        );
        !mistaken && remark.rule.severity() != Severity::Error
    })
}

/// The usual spelling of an address, when what was typed is spelled differently.
/// An empty path is left alone: `http://localhost` is the documented form.
fn written_normally(text: &str, url: &Url) -> Option<String> {
    let normal = url.as_str();
    let bare = if url.path() == "/" { normal.strip_suffix('/').unwrap_or(normal) } else { normal };
    let usual = if text.ends_with('/') { normal } else { bare };
    (text != normal && text != bare).then(|| usual.to_owned())
}
