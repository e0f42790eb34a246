//! Redirect URIs: where the result of signing in is sent.
//! The server compares them letter by letter, so it must never rewrite what was typed, only say so.

mod check;
mod ends;
mod hosts;
mod mail;
mod mistakes;
mod pasted;
mod placeholders;
mod reader;
mod schemes;
mod starts;
mod transport;

use std::collections::{BTreeSet, HashMap};

use super::better::{Weight, is_better};
use super::finding::{Field, Finding, Rule};
use super::fix::Fix;
use super::name::is_invisible;

pub use pasted::{PastedAddresses, read_pasted};

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

/// A rule that speaks about one address, with the rows that would mend it: none, one, or several.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::domain) struct Remark {
    pub(in crate::domain) rule: Rule,
    pub(in crate::domain) rows: Vec<String>,
}

impl Remark {
    pub(in crate::domain) fn on(rule: Rule) -> Remark {
        Remark { rule, rows: Vec::new() }
    }

    pub(in crate::domain) fn mended(rule: Rule, address: impl Into<String>) -> Remark {
        Remark { rule, rows: vec![address.into()] }
    }
}

/// The addresses without empty rows and repeats, and every finding on a row. `regions`: domains that a placeholder for
/// the region may stand for.
pub fn check_redirect_uris(rows: &[String], regions: &[String]) -> (Vec<RedirectUri>, Vec<Finding>) {
    check_rows(rows, regions, &mut Judged::new())
}

/// What was said of a text, while a draft is checked: changes of it are judged by checking all its rows again.
pub(in crate::domain) type Judged = HashMap<String, Vec<Remark>>;

/// The same, with what was said of each text before, in the same regions.
pub(in crate::domain) fn check_rows(
    rows: &[String],
    regions: &[String],
    judged: &mut Judged,
) -> (Vec<RedirectUri>, Vec<Finding>) {
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
        if !judged.contains_key(text) {
            judged.insert(text.to_owned(), check_redirect_uri(text, regions));
        }
        let remarks = judged.get(text).cloned().unwrap_or_default();
        findings.extend(remarks.into_iter().map(|remark| {
            let finding = Finding::on(Field::RedirectUris, remark.rule).at(row);
            Finding { fix: fix_of(row, remark.rows, rows), ..finding }
        }));
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

/// The change that puts other rows in the place of one. What another row says already is not written twice.
fn fix_of(row: usize, mended: Vec<String>, rows: &[String]) -> Option<Fix> {
    let is_there =
        |address: &str| rows.iter().enumerate().any(|(at, text)| at != row && text.trim() == address);
    let mut new: Vec<String> = Vec::new();
    let any = !mended.is_empty();
    for address in mended {
        if !is_there(&address) && !new.contains(&address) {
            new.push(address);
        }
    }
    let at = row as u32;
    match new.len() {
        0 => any.then_some(Fix::RemoveRedirectUri { row: at }),
        1 => new.pop().map(|address| Fix::ReplaceRedirectUri { row: at, address }),
        _ => Some(Fix::SplitRedirectUri { row: at, addresses: new }),
    }
}

/// The rules that speak about one address, which has no spaces around it. A mend is kept only where the rows that it
/// gives have less to be said about than the one that was typed.
pub(in crate::domain) fn check_redirect_uri(text: &str, regions: &[String]) -> Vec<Remark> {
    let remarks = check::remarks(text, regions);
    if remarks.iter().all(|remark| remark.rows.is_empty()) {
        return remarks;
    }
    let before = weight(remarks.iter().map(|remark| &remark.rule));
    let helps = |remark: &Remark| {
        let left: Vec<Remark> = remark.rows.iter().flat_map(|row| check::remarks(row, regions)).collect();
        let gone = left.iter().all(|other| other.rule != remark.rule);
        gone && is_better(&weight(left.iter().map(|remark| &remark.rule)), &before)
    };
    let kept: Vec<bool> = remarks.iter().map(|remark| remark.rows.is_empty() || helps(remark)).collect();
    let with = |(remark, kept): (Remark, bool)| if kept { remark } else { Remark::on(remark.rule) };
    remarks.into_iter().zip(kept).map(with).collect()
}

/// What is said of one or several rows, each kind of thing once.
fn weight<'a>(rules: impl Iterator<Item = &'a Rule>) -> Weight {
    let said: BTreeSet<String> = rules.map(|rule| format!("{:?} {rule:?}", rule.severity())).collect();
    let count = |name: &str| said.iter().filter(|text| text.starts_with(name)).count();
    Weight { errors: count("Error"), warnings: count("Warning"), hints: count("Hint") }
}
