//! The rules against the rows of `tests/tables`: what is typed, and the codes of every finding.

use std::collections::BTreeSet;

use latchkey::domain::check::check;
use latchkey::domain::draft::ClientDraft;
use latchkey::domain::duration::{DurationDraft, DurationUnit};
use latchkey::domain::finding::{Finding, Severity};
use latchkey::domain::fix;
use latchkey::domain::grant::GrantType;
use latchkey::domain::name::{check_description, check_name};
use latchkey::domain::preset::{self, Preset, Purpose};
use latchkey::domain::redirect_uri::check_redirect_uris;
use latchkey::domain::region::Region;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::facts::facts;

#[derive(Deserialize)]
struct AddressRow {
    address: String,
    rules: Vec<String>,
    #[serde(default)]
    mended: Option<String>,
}

#[derive(Deserialize)]
struct DurationRow {
    amount: String,
    unit: DurationUnit,
    preset: Preset,
    seconds: Option<u32>,
    rules: Vec<String>,
}

#[derive(Deserialize)]
struct TextRow {
    text: String,
    #[serde(default = "once")]
    times: usize,
    rules: Vec<String>,
}

fn once() -> usize {
    1
}

#[derive(Deserialize)]
struct DraftRow {
    why: String,
    purpose: Purpose,
    #[serde(default)]
    change: Value,
    #[serde(default)]
    facts: String,
    field: String,
    rules: Vec<String>,
    ready: bool,
}

fn table<T: DeserializeOwned>(name: &str) -> Vec<T> {
    let path = format!("{}/tests/tables/{name}.json", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(&path).expect("table");
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{name}: {error}"))
}

fn code(finding: &Finding) -> String {
    let rule = serde_json::to_value(&finding.rule).expect("a rule is data");
    rule["code"].as_str().expect("every rule has a code").to_owned()
}

fn codes(findings: &[Finding]) -> Vec<String> {
    findings.iter().map(code).collect()
}

fn frankfurt() -> Region {
    Region::of_domain("mypurecloud.de").expect("a row of the table")
}

#[test]
fn redirect_uris() {
    let mut wrong = Vec::new();
    for row in table::<AddressRow>("redirect_uris") {
        let (_, findings) =
            check_redirect_uris(std::slice::from_ref(&row.address), &["mypurecloud.de".to_owned()]);
        let mended = findings.first().and_then(|finding| finding.fix.clone()).map(|fix| {
            let mut draft =
                preset::start(Purpose::Plain { grant_type: GrantType::Implicit }, &facts(""), frankfurt());
            draft.redirect_uris = vec![row.address.clone()];
            fix::mend(draft, &fix).redirect_uris.join("\n")
        });
        if (codes(&findings), &mended) != (row.rules, &row.mended) {
            wrong.push(format!("{}: {mended:?} {findings:?}", row.address));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn durations() {
    for row in table::<DurationRow>("durations") {
        let purpose = match row.preset {
            Preset::EmbeddableFramework => Purpose::EmbeddableFramework,
            Preset::Scim => Purpose::Scim,
            Preset::Plain => Purpose::Plain { grant_type: GrantType::AuthorizationCode },
        };
        let mut draft = preset::start(purpose, &facts(""), frankfurt());
        draft.duration = DurationDraft { amount: row.amount.clone(), unit: row.unit };
        let checked = check(&draft, &facts(""));
        assert_eq!(checked.seconds, row.seconds, "{} {:?}", row.amount, row.unit);
        assert_eq!(codes(&on("duration", &checked.findings)), row.rules, "{} {:?}", row.amount, row.unit);
    }
}

#[test]
fn names() {
    for row in table::<TextRow>("names") {
        assert_eq!(
            codes(&check_name(&row.text.repeat(row.times), None, &facts(""))),
            row.rules,
            "{:?}",
            row.text
        );
    }
}

#[test]
fn descriptions() {
    for row in table::<TextRow>("descriptions") {
        assert_eq!(codes(&check_description(&row.text.repeat(row.times))), row.rules, "{:?}", row.text);
    }
}

/// Findings on one field.
fn on(field: &str, findings: &[Finding]) -> Vec<Finding> {
    let is_on = |f: &&Finding| serde_json::to_value(f.field).is_ok_and(|value| value == field);
    findings.iter().filter(is_on).cloned().collect()
}

fn draft_of(row: &DraftRow) -> ClientDraft {
    let draft = preset::start(row.purpose, &facts(&row.facts), frankfurt());
    let mut json = serde_json::to_value(&draft).expect("a draft is data");
    // A name is always needed; a row about another field need not repeat one.
    json["name"] = "Tidy client".into();
    for (name, value) in row.change.as_object().into_iter().flatten() {
        json[name] = value.clone();
    }
    serde_json::from_value(json).unwrap_or_else(|error| panic!("{}: {error}", row.why))
}

#[test]
fn drafts() {
    for row in table::<DraftRow>("drafts") {
        let checked = check(&draft_of(&row), &facts(&row.facts));
        assert_eq!(codes(&on(&row.field, &checked.findings)), row.rules, "{}", row.why);
        assert_eq!(checked.client.is_some(), row.ready, "{}: {:?}", row.why, checked.findings);
        let errors = checked.findings.iter().any(|finding| finding.severity == Severity::Error);
        assert_eq!(checked.client.is_none(), errors, "{}: only errors stand in the way", row.why);
    }
}

/// A fix must do what it promises: the finding that offered it is gone afterwards.
#[test]
fn every_fix_removes_its_finding() {
    for row in table::<DraftRow>("drafts") {
        let draft = draft_of(&row);
        for finding in check(&draft, &facts(&row.facts)).findings {
            let changes = finding.fix.iter().chain(&finding.other_fix);
            for change in changes.filter(|fix| **fix != fix::Fix::RestoreDefaultRoles) {
                let after = check(&fix::mend(draft.clone(), change), &facts(&row.facts)).findings;
                assert!(!after.contains(&finding), "{}: {finding:?} is still there", row.why);
            }
        }
    }
}

#[test]
fn a_hundred_and_twenty_five_addresses_and_not_one_more() {
    let rows = |count: usize| (0..count).map(|n| format!("https://example.com/{n}")).collect::<Vec<_>>();
    assert!(check_redirect_uris(&rows(125), &[]).1.is_empty());
    assert_eq!(codes(&check_redirect_uris(&rows(126), &[]).1), ["redirectTooMany"]);
}

/// Every rule has at least one row, so that no rule goes untried.
#[test]
fn every_rule_has_its_row() {
    let source =
        std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/src-tauri/src/domain/finding.rs"))
            .expect("source of the rules");
    let body =
        source.split("pub enum Rule {").nth(1).and_then(|rest| rest.split("\n}").next()).expect("enum Rule");
    let known: BTreeSet<String> = body
        .lines()
        .filter_map(|line| {
            let name: String = line.trim().chars().take_while(|c| c.is_alphanumeric()).collect();
            let mut letters = name.chars();
            Some(format!("{}{}", letters.next()?.to_ascii_lowercase(), letters.as_str()))
        })
        .collect();
    let mut tried = BTreeSet::from(["redirectTooMany".to_owned()]);
    tried.extend(table::<AddressRow>("redirect_uris").into_iter().flat_map(|row| row.rules));
    tried.extend(table::<DurationRow>("durations").into_iter().flat_map(|row| row.rules));
    tried.extend(table::<TextRow>("names").into_iter().flat_map(|row| row.rules));
    tried.extend(table::<TextRow>("descriptions").into_iter().flat_map(|row| row.rules));
    tried.extend(table::<DraftRow>("drafts").into_iter().flat_map(|row| row.rules));
    assert_eq!(known.difference(&tried).collect::<Vec<_>>(), Vec::<&String>::new(), "rules without a row");
    assert_eq!(tried.difference(&known).collect::<Vec<_>>(), Vec::<&String>::new(), "rows without a rule");
}
