//! Redirect URIs, one a line as in the form.
//! It must never know how they are checked, only what has to be true of those that pass.

use std::collections::BTreeSet;

use latchkey::domain::finding::{Finding, Rule, Severity};
use latchkey::domain::fix::Fix;
use latchkey::domain::redirect_uri::check_redirect_uris;
use url::Url;

/// More corrections than one address can need.
const MOST_FIXES: usize = 8;

pub(super) fn run(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let rows: Vec<String> = text.split('\n').map(str::to_owned).collect();
    let regions = ["mypurecloud.de".to_owned()];
    let (uris, findings) = check_redirect_uris(&rows, &regions);
    assert_eq!(check_redirect_uris(&rows, &regions), (uris.clone(), findings), "checked twice, judged twice");
    for uri in &uris {
        let row = uri.as_str().to_owned();
        assert!(rows.iter().any(|typed| typed.trim() == row), "rewritten");
        let (again, findings) = check_redirect_uris(std::slice::from_ref(&row), &regions);
        assert_eq!(again, std::slice::from_ref(uri), "another address by itself");
        if findings.iter().all(|finding| finding.severity != Severity::Error) {
            accepted(&row, &findings);
        }
        mend(row, findings);
    }
}

/// What has to be true of an address that may be sent.
fn accepted(text: &str, findings: &[Finding]) {
    let url = Url::parse(text).expect("an address");
    assert_eq!(Url::parse(url.as_str()).as_ref(), Ok(&url), "the usual spelling is not stable");
    assert!(url.fragment().is_none() && !text.contains(['#', '*', '\\']), "a letter that is refused");
    assert!(url.username().is_empty() && url.password().is_none(), "a password");
    assert!(!text.contains(|letter: char| letter.is_whitespace() || letter.is_control()), "a space");
    let says = |rule: fn(&Rule) -> bool| findings.iter().any(|finding| rule(&finding.rule));
    if !matches!(url.scheme(), "http" | "https") {
        assert!(says(|rule| matches!(rule, Rule::RedirectCustomScheme { .. })), "a scheme unremarked");
        return;
    }
    assert!(strict_host(text).is_some() || !text.is_ascii(), "two readers disagree on what is a host");
    if url.scheme() == "http" && url.host_str() != Some("localhost") {
        let said =
            says(|rule| matches!(rule, Rule::RedirectPlainHttp { .. } | Rule::RedirectLoopbackOther { .. }));
        assert!(said, "plain HTTP unremarked");
    }
    if findings.is_empty() {
        // A server that compares letter by letter and one that parses first understand the same.
        assert!([text, &format!("{text}/")].contains(&url.as_str()), "spelled unusually, unremarked");
        assert_eq!(strict_host(text), url.host_str(), "two readers see two hosts");
    }
}

/// The host as RFC 3986 takes an address apart: the longest run after `//` without `/`, `?` and `#`.
fn strict_host(text: &str) -> Option<&str> {
    let authority = text.split_once("://")?.1.split(['/', '?', '#']).next()?;
    let host = if authority.starts_with('[') {
        &authority[..=authority.find(']')?]
    } else {
        authority.split(':').next()?
    };
    host.is_ascii().then_some(host)
}

/// Follows every correction that is offered: each removes what it was offered for, and they come to an end.
fn mend(mut row: String, mut findings: Vec<Finding>) {
    for _ in 0..MOST_FIXES {
        let fix = findings.iter().find_map(|finding| {
            let addresses = match &finding.fix {
                Some(Fix::ReplaceRedirectUri { address, .. }) => vec![address.clone()],
                Some(Fix::SplitRedirectUri { addresses, .. }) => addresses.clone(),
                _ => return None,
            };
            Some((finding.rule.clone(), addresses))
        });
        let Some((rule, addresses)) = fix else { return };
        assert_ne!(addresses, [row.clone()], "a correction that changes nothing");
        let after = check_redirect_uris(&addresses, &["mypurecloud.de".to_owned()]).1;
        assert!(after.iter().all(|finding| finding.rule != rule), "{rule:?} is still there");
        // Of two rows that one row became, each kind of error counts once.
        let errors = |list: &[Finding]| {
            let grave = list.iter().filter(|one| one.severity == Severity::Error);
            grave.map(|one| format!("{:?}", one.rule)).collect::<BTreeSet<_>>().len()
        };
        assert!(errors(&after) <= errors(&findings), "a correction that brings an error");
        let [one] = addresses.as_slice() else { return };
        row.clone_from(one);
        findings = after;
    }
    panic!("corrections without end");
}
