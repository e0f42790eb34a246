//! The rules on clients that exist, against the rows of `tests/tables/health.json`; never a crash, and quick enough.

use std::collections::{BTreeMap, BTreeSet};
use std::time::{Duration, Instant};

use jiff::Timestamp;
use latchkey::domain::change::draft_of;
use latchkey::domain::check::check as check_draft;
use latchkey::domain::client::{OauthClient, RoleDivision};
use latchkey::domain::facts::OrgFacts;
use latchkey::domain::finding::Severity;
use latchkey::domain::grant::{GrantType, HeldGrantType};
use latchkey::domain::health::{
    HealthCode, HealthFinding, HealthFix, HealthReason, Known, SeenEndpoint, SeenEndpoints, check, mended,
};
use latchkey::domain::region::Region;
use latchkey::domain::role::Division;
use latchkey::domain::usage::{LastUse, LastUses};
use proptest::prelude::{any, prop, proptest};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::facts::facts;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Row {
    why: String,
    #[serde(default = "tonight")]
    now: String,
    /// A client for SCIM to begin with.
    #[serde(default)]
    scim: bool,
    /// A client with client credentials to begin with.
    #[serde(default)]
    program: bool,
    client: Value,
    #[serde(default)]
    others: Vec<Value>,
    #[serde(default)]
    facts: String,
    #[serde(default, rename = "use")]
    last_use: Option<Value>,
    #[serde(default)]
    seen: Vec<(String, String)>,
    findings: BTreeMap<String, String>,
    /// Members of the draft after the first finding that can be mended.
    #[serde(default)]
    mended: Option<Value>,
}

fn tonight() -> String {
    "2026-11-26T00:00:00Z".to_owned()
}

fn rows() -> Vec<Row> {
    let path = format!("{}/tests/tables/health.json", env!("CARGO_MANIFEST_DIR"));
    serde_json::from_str(&std::fs::read_to_string(path).expect("table")).expect("rows")
}

/// An ordinary client in order, changed.
fn client(row: &Row, change: &Value) -> OauthClient {
    let mut json = json!({
        "id": "a", "name": "Wallboard", "description": "Of the telephony team", "state": "active",
        "grantType": { "kind": "offered", "grantType": "authorizationCode" }, "seconds": 28800,
        "redirectUris": ["https://example.com/callback"], "scopes": ["users:readonly", "user-basic-info"],
        "roles": [], "createdAt": "2026-05-01T00:00:00Z", "modifiedAt": "2026-05-01T00:00:00Z",
        "createdBy": null, "deleteAt": null,
    });
    if row.scim || row.program {
        json["grantType"] = json!({ "kind": "offered", "grantType": "clientCredentials" });
        json["redirectUris"] = json!([]);
        json["scopes"] = json!([]);
    }
    if row.scim {
        json["seconds"] = json!(38_880_000);
        json["roles"] = json!([{ "roleId": "scim", "divisionId": "*" }]);
    }
    for (name, value) in change.as_object().into_iter().flatten() {
        json[name] = value.clone();
    }
    serde_json::from_value(json).unwrap_or_else(|error| panic!("{}: {error}", row.why))
}

/// What a row knows.
struct Scene {
    clients: Vec<OauthClient>,
    facts: OrgFacts,
    uses: LastUses,
    seen: SeenEndpoints,
    region: Region,
    now: Timestamp,
}

impl Scene {
    fn of(row: &Row) -> Scene {
        let mut clients = vec![client(row, &row.client)];
        clients.extend(row.others.iter().map(|other| client(row, other)));
        let uses = row.last_use.iter().map(|last| {
            let mut json = json!({ "checkedAt": row.now });
            for (name, value) in last.as_object().into_iter().flatten() {
                json[name] = value.clone();
            }
            ("a".to_owned(), serde_json::from_value::<LastUse>(json).expect("a use"))
        });
        let seen = row
            .seen
            .iter()
            .map(|(method, template)| SeenEndpoint { method: method.clone(), template: template.clone() });
        Scene {
            clients,
            facts: facts(&row.facts),
            uses: uses.collect(),
            seen: SeenEndpoints::from([("a".to_owned(), seen.collect())]),
            region: frankfurt(),
            now: row.now.parse().expect("a time"),
        }
    }

    fn known(&self) -> Known<'_> {
        Known {
            clients: &self.clients,
            facts: &self.facts,
            uses: &self.uses,
            seen: &self.seen,
            region: &self.region,
            now: self.now,
        }
    }

    fn findings(&self) -> Vec<HealthFinding> {
        check(self.known()).into_iter().filter(|finding| finding.client_id == "a").collect()
    }
}

fn frankfurt() -> Region {
    Region::of_domain("mypurecloud.de").expect("a row of the table")
}

fn word(value: &impl serde::Serialize) -> String {
    serde_json::to_value(value).expect("data").as_str().expect("a word").to_owned()
}

#[test]
fn every_row_finds_what_it_says() {
    for row in rows() {
        let found: BTreeMap<String, String> = Scene::of(&row)
            .findings()
            .iter()
            .map(|finding| (finding.code.name(), word(&finding.severity)))
            .collect();
        assert_eq!(found, row.findings, "{}", row.why);
    }
}

#[test]
fn every_kind_has_a_row_and_its_reason_the_same_name() {
    let mut tried = BTreeSet::new();
    for finding in rows().iter().flat_map(|row| Scene::of(row).findings()) {
        let reason = serde_json::to_value(&finding.reason).expect("data");
        assert_eq!(reason["code"], json!(finding.code), "{finding:?}");
        tried.insert(finding.code.name());
    }
    let source = include_str!("../../src-tauri/src/domain/health/code.rs");
    let body = source.split("pub enum HealthCode {").nth(1).and_then(|rest| rest.split("\n}").next());
    let known: BTreeSet<String> = body
        .expect("enum HealthCode")
        .lines()
        .map(str::trim)
        .filter(|line| line.ends_with(',') && !line.starts_with("//"))
        .map(|line| {
            let (first, rest) = line.trim_end_matches(',').split_at(1);
            format!("{}{rest}", first.to_ascii_lowercase())
        })
        .collect();
    assert_eq!(tried, known);
}

/// What is offered to be mended is mended: the change can be sent, and the finding is gone after it.
#[test]
fn a_mended_draft_can_be_sent_and_mends() {
    let mut tried = 0;
    for row in rows() {
        let scene = Scene::of(&row);
        let findings = scene.findings();
        let mendable: Vec<&HealthFinding> =
            findings.iter().filter(|finding| finding.fix == HealthFix::MendedDraft).collect();
        for (place, finding) in mendable.iter().enumerate() {
            tried += 1;
            let before = draft_of(&scene.clients[0], &scene.facts).expect("a draft");
            let after = mended(before.clone(), &finding.reason, &scene.known());
            assert_ne!(after, before, "{}: {finding:?}", row.why);
            assert_eq!(after.editing, before.editing, "{}: what it was is not touched", row.why);
            let checked = check_draft(&after, &scene.facts);
            let sent = checked.client.unwrap_or_else(|| panic!("{}: {:?}", row.why, checked.findings));
            let mut client = scene.clients[0].clone();
            client.name = sent.name().to_owned();
            client.description = sent.description().to_owned();
            client.seconds = Some(sent.seconds());
            client.redirect_uris = sent.redirect_uris();
            client.scopes = sent.scopes();
            client.roles = sent.role_divisions();
            let clients = vec![client];
            let left = check(Known { clients: &clients, ..scene.known() });
            assert!(!left.iter().any(|other| other.code == finding.code), "{}: {left:?}", row.why);
            if let (0, Some(mended)) = (place, &row.mended) {
                let draft = serde_json::to_value(&after).expect("data");
                for (name, value) in mended.as_object().into_iter().flatten() {
                    assert_eq!(&draft[name], value, "{}: {name}", row.why);
                }
            }
        }
        assert!(row.mended.is_none() || !mendable.is_empty(), "{}: nothing to mend", row.why);
    }
    assert!(tried >= 12, "{tried}");
}

#[test]
fn some_divisions_of_three_are_probably_an_oversight() {
    let row = Row { findings: BTreeMap::new(), ..rows().into_iter().find(|row| row.scim).expect("a row") };
    let mut scene = Scene::of(&row);
    scene.facts.divisions.push(Division { id: "new".into(), name: "New".into(), home: false });
    scene.clients[0].roles =
        ["home", "france"].map(|id| RoleDivision { role_id: "scim".into(), division_id: id.into() }).to_vec();
    let findings = scene.findings();
    let [finding] = findings.as_slice() else { panic!("{findings:?}") };
    assert_eq!(finding.severity, Severity::Warning);
    let missing = vec!["New".to_owned()];
    assert_eq!(finding.reason, HealthReason::ScimDivisionsMissing { missing, managed: 2, all: 3 });
}

#[test]
fn time_alone_changes_no_fingerprint() {
    for row in rows() {
        let mut scene = Scene::of(&row);
        let before: BTreeMap<_, _> =
            scene.findings().iter().map(|finding| (finding.code, finding.fingerprint())).collect();
        scene.now = scene.now.checked_add(jiff::SignedDuration::from_hours(30)).expect("a time");
        for finding in scene.findings() {
            let same = before.get(&finding.code).is_none_or(|print| *print == finding.fingerprint());
            assert!(same, "{}: {:?}", row.why, finding.code);
        }
    }
}

proptest! {
    #[test]
    fn no_client_is_a_crash(
        texts in prop::collection::vec(any::<String>(), 8),
        uris in prop::collection::vec("(https?|[a-z]{2,5})?(://)?[ -~é*\u{200B}а]{0,24}", 0..4),
        numbers in any::<(u32, u8, i64)>(),
    ) {
        let grant_type = match numbers.1 % 6 {
            0 => HeldGrantType::Password,
            1 => HeldGrantType::Unknown { value: texts[0].clone() },
            other => HeldGrantType::Offered { grant_type: GrantType::ALL[usize::from(other) % 4] },
        };
        let row = rows().remove(0);
        let mut scene = Scene::of(&row);
        scene.clients = vec![OauthClient {
            name: texts[1].clone(), description: texts[2].clone(), grant_type, seconds: Some(numbers.0),
            redirect_uris: uris, scopes: texts[3..5].to_vec(), created_at: Some(texts[5].clone()),
            roles: vec![RoleDivision { role_id: "scim".into(), division_id: texts[6].clone() }],
            delete_at: Some(texts[7].clone()), ..scene.clients[0].clone()
        }];
        scene.uses.insert("a".into(), LastUse {
            checked_at: String::new(), days: numbers.0, requests: u64::from(numbers.1), last_day: Some(texts[0].clone()),
            at_once: false,
        });
        scene.now = Timestamp::from_second(numbers.2 % 10_000_000_000).expect("a time");
        for finding in check(scene.known()) {
            if let Some(draft) = draft_of(&scene.clients[0], &scene.facts) {
                let _ = mended(draft, &finding.reason, &scene.known());
            }
        }
    }
}

/// Many clients alike, and the time that they take.
fn crowd(scene: &mut Scene, many: usize) -> Duration {
    let one = scene.clients[0].clone();
    scene.clients = (0..many)
        .map(|number| OauthClient {
            id: format!("id-{number}"),
            name: format!("Client {}", number % 300),
            redirect_uris: (0..3).map(|uri| format!("http://host-{}.example/{uri}", number % 70)).collect(),
            ..one.clone()
        })
        .collect();
    let start = Instant::now();
    let findings = check(scene.known());
    let took = start.elapsed();
    println!("{many} clients, {} findings: {} ms", findings.len(), took.as_millis());
    assert_eq!(findings.iter().filter(|finding| finding.code == HealthCode::PlainHttp).count(), many);
    scene.clients.truncate(1);
    took
}

/// Eight times the clients take about eight times as long: pairs would take sixty-four times.
#[test]
fn no_pairs_are_looked_at() {
    let mut scene = Scene::of(&rows().remove(0));
    crowd(&mut scene, 100);
    // Another program may take the processor away in the middle of one measurement, and not of each.
    let linear = (0..10).any(|_| crowd(&mut scene, 4_000) < crowd(&mut scene, 500) * 32);
    assert!(linear, "ten times, eight times the clients took more than thirty-two times as long");
}
