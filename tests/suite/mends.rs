//! What is offered with one click makes it better: whatever was typed, less is said afterwards, and nothing worse.

use latchkey::domain::check::check;
use latchkey::domain::draft::ClientDraft;
use latchkey::domain::duration::{DurationDraft, DurationUnit};
use latchkey::domain::finding::{Field, Finding, Severity};
use latchkey::domain::fix::{Fix, mend};
use latchkey::domain::grant::GrantType;
use latchkey::domain::preset::embeddable_framework::{Deployment, Embedding, REQUIRED_SCOPES};
use latchkey::domain::preset::{self, Preset, Purpose};
use latchkey::domain::redirect_uri::check_redirect_uris;
use latchkey::domain::region::Region;
use latchkey::domain::role::RoleDraft;
use proptest::prelude::{Just, Strategy, any, prop, prop_assert, prop_assert_eq, prop_oneof, proptest};
use proptest::sample::{select, subsequence};

use crate::facts::facts;

/// Pieces of addresses, right and wrong, that are put together in any order.
const PIECES: [&str; 74] = [
    "https://",
    "http://",
    "https:/",
    "https:",
    "htps://",
    "https//",
    "hxxp://",
    "HTTPS://",
    "https:\\\\",
    "https%3A%2F%2F",
    "myapp://",
    "com.example.app:/",
    "javascript:",
    "vbscript://",
    "ftp://",
    "ws://",
    "ms-word:",
    "view-source:",
    "one.example",
    "One.Example",
    "one..example",
    "one,example",
    "localhost",
    "app.localhost",
    "localhost.",
    "127.0.0.1",
    "[::1]",
    "[::ffff:127.0.0.1]",
    "10.1",
    "m\u{fc}nchen.example",
    "apps.{REGION}",
    "apps.mypurecloud.de",
    "apps.mypurecloud.ie",
    "apps.mypurecloud.eu",
    "{tenant}",
    "<host>",
    "$HOST",
    "%s",
    "xxxx.",
    "YOUR_HOST",
    "user:word@",
    ":80",
    ":443",
    ":8080",
    ":",
    ":0",
    ":99999",
    "/",
    "//",
    "/cb",
    "/crm/index.html",
    "/crm/index.html?crm=x",
    "/a,b",
    "/(x)",
    "?a=1",
    "?",
    "#done",
    "*",
    "%",
    "%2F",
    "\\",
    "|",
    "\"",
    "'",
    "<",
    ">",
    ")",
    ",",
    ";",
    ".",
    "\u{2026}",
    " ",
    ", ",
    "\u{200b}",
];

fn row() -> impl Strategy<Value = String> {
    let random = prop::collection::vec(select(PIECES.to_vec()), 0..6).prop_map(|pieces| pieces.concat());
    let likely = (
        select(PIECES[..18].to_vec()),
        select(PIECES[18..41].to_vec()),
        prop::collection::vec(select(PIECES[41..].to_vec()), 0..3),
    )
        .prop_map(|(scheme, host, rest)| format!("{scheme}{host}{}", rest.concat()));
    let two = (likely.clone(), select(vec![" ", ", ", ",", ";", "", " and ", "','"]), likely.clone())
        .prop_map(|(one, between, two)| format!("{one}{between}{two}"));
    prop_oneof![3 => random, 6 => likely, 2 => two]
}

fn draft() -> impl Strategy<Value = ClientDraft> {
    let purpose = prop_oneof![
        select(GrantType::ALL.to_vec()).prop_map(|grant_type| Purpose::Plain { grant_type }),
        Just(Purpose::EmbeddableFramework),
        Just(Purpose::Scim),
    ];
    let mut known = REQUIRED_SCOPES.to_vec();
    known.extend([
        "users:readonly",
        "analytics",
        "analytics:readonly",
        "external-contacts",
        "quality",
        "time-travel",
        " users ",
    ]);
    let scopes = subsequence(known.clone(), 0..=known.len()).prop_shuffle();
    let role = (
        select(vec!["admin", "reader", "secret-agent", "scim", "gone"]),
        subsequence(vec!["home", "france", "mars", "*"], 0..3),
    )
        .prop_map(|(id, divisions)| RoleDraft {
            role_id: id.to_owned(),
            division_ids: divisions.into_iter().map(str::to_owned).collect(),
        });
    let units = vec![DurationUnit::Seconds, DurationUnit::Minutes, DurationUnit::Hours, DurationUnit::Days];
    let duration = (
        select(vec![
            "",
            "0",
            "1",
            "18",
            "24",
            "48",
            "300",
            "450",
            "86400",
            "38880000",
            "9999999999",
            "1.5",
            "x",
        ]),
        select(units),
    )
        .prop_map(|(amount, unit)| DurationDraft { amount: amount.to_owned(), unit });
    let rows = prop::collection::vec(row(), 0..5);
    let roles = prop::collection::vec(role, 0..3);
    (purpose, rows, scopes, roles, duration, embedding(), any::<bool>()).prop_map(
        |(purpose, rows, scopes, roles, duration, embedding, keep)| {
            let home = Region::of_domain("mypurecloud.de").expect("a region");
            let mut draft = preset::start(purpose, &facts(""), home);
            draft.name = "Tidy client".to_owned();
            draft.redirect_uris.extend(rows);
            draft.duration = duration;
            if !keep {
                draft.scopes = scopes.into_iter().map(str::to_owned).collect();
                draft.roles = roles;
            }
            if draft.preset == Preset::EmbeddableFramework {
                draft.embedding = Some(embedding);
            }
            draft
        },
    )
}

fn embedding() -> impl Strategy<Value = Embedding> {
    let deployments = vec![
        None,
        Some(Deployment::Public),
        Some(Deployment::PrivateWithToken),
        Some(Deployment::PrivateWithoutToken),
    ];
    let regions = subsequence(vec!["mypurecloud.de", "mypurecloud.ie", "usw2.pure.cloud"], 0..=3);
    (select(deployments), regions, any::<bool>()).prop_map(|(deployment, regions, dedicated_login_window)| {
        Embedding {
            deployment,
            regions: regions.into_iter().map(str::to_owned).collect(),
            dedicated_login_window,
        }
    })
}

/// Errors, errors and warnings, everything. Of rows that one row became, each kind of thing counts once.
fn counts(findings: &[Finding], rows: std::ops::Range<u32>) -> [usize; 3] {
    let mut counted: Vec<&Finding> = Vec::new();
    for finding in findings {
        let within = |one: &Finding| {
            one.field == Field::RedirectUris && one.row.is_some_and(|row| rows.contains(&row))
        };
        if !(within(finding) && counted.iter().any(|one| within(one) && one.rule == finding.rule)) {
            counted.push(finding);
        }
    }
    [Severity::Error, Severity::Warning, Severity::Hint]
        .map(|least| counted.iter().filter(|one| one.severity >= least).count())
}

fn better(before: &[Finding], after: &[Finding], finding: &Finding, fix: &Fix) {
    let (typed, given) = match fix {
        Fix::ReplaceRedirectUri { row, .. } => (*row..row + 1, *row..row + 1),
        Fix::SplitRedirectUri { row, addresses } => (*row..row + 1, *row..row + addresses.len() as u32),
        _ => (0..0, 0..0),
    };
    let (was, is) = (counts(before, typed), counts(after, given));
    assert!(
        is != was && is.iter().zip(was).all(|(is, was)| *is <= was),
        "{fix:?} of {finding:?}: {before:#?} {after:#?}"
    );
    let said = |list: &[Finding]| list.iter().filter(|one| one.rule == finding.rule).count();
    assert!(said(after) < said(before), "{fix:?}: {finding:?} is still there");
}

proptest! {
    #[test]
    fn every_change_that_is_offered_makes_a_draft_better(
        draft in draft(),
        variant in select(vec!["", "hipaa", "refusesImplicit", "permissionsUnknown", "scimRoleMissing", "scimRoleNotHeld"]),
    ) {
        let facts = facts(variant);
        let before = check(&draft, &facts).findings;
        for finding in &before {
            let offered = [&finding.fix, &finding.other_fix].into_iter().flatten();
            for fix in offered.filter(|fix| !fix.is_choice()) {
                let after = check(&mend(draft.clone(), fix), &facts).findings;
                better(&before, &after, finding, fix);
            }
        }
    }

    /// The way out of a typing mistake does not end in another: corrections lead to a row about which nothing can be
    /// mended any more, in a few steps, and never write down how a browser reads a mistake.
    #[test]
    fn corrections_of_a_row_come_to_an_end(row in row()) {
        let regions = ["mypurecloud.de".to_owned()];
        let mut rows = vec![row.clone()];
        for _ in 0..40 {
            let (_, findings) = check_redirect_uris(&rows, &regions);
            let spelled = findings.iter().any(|one| serde_json::to_value(&one.rule).expect("data")["code"] == "redirectRewritten");
            let wrong = findings.iter().any(|one| one.severity == Severity::Error);
            prop_assert!(rows.len() > 1 || !(spelled && wrong), "{}: {:?}", row, findings);
            let Some(finding) = findings.into_iter().find(|one| one.fix.is_some()) else { return Ok(()) };
            let mut draft = preset::start(Purpose::Plain { grant_type: GrantType::AuthorizationCode }, &facts(""), Region::of_domain("mypurecloud.de").expect("a region"));
            draft.redirect_uris = rows.clone();
            rows = mend(draft, &finding.fix.expect("a fix")).redirect_uris;
        }
        prop_assert_eq!(rows, Vec::<String>::new(), "no end: {}", row);
    }
}
