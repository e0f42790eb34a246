//! Roles for SCIM by what they may do: a table over role sets, and the organization's own roles from form to health.

use latchkey::app::check_draft::check_draft;
use latchkey::app::check_health::read_findings;
use latchkey::app::create_client::{Comparison, create_client};
use latchkey::app::hand_over::{HandOver, read_hand_over};
use latchkey::app::list_clients::{list_clients, look_at_clients};
use latchkey::app::update_client::{start_edit, update_client};
use latchkey::domain::client_list::ListQuery;
use latchkey::domain::duration::{DEFAULT_SECONDS, DurationDraft, SCIM_MAX_SECONDS};
use latchkey::domain::finding::{Finding, Rule, Severity};
use latchkey::domain::fix::{Fix, mend};
use latchkey::domain::grant::GrantType;
use latchkey::domain::health::HealthReason;
use latchkey::domain::preset::{Preset, Purpose};
use latchkey::domain::role::{HeldIn, Role};
use latchkey::domain::scim_role::{ReadRole, ScimStanding, may_everything, standings};
use latchkey::practice::ScimRole;
use serde::Deserialize;

use crate::desk::Desk;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Row {
    why: String,
    #[serde(default)]
    name: Option<String>,
    #[serde(default)]
    default_id: Option<String>,
    /// What the organization's SCIM Integration role may do, where it has one beside.
    #[serde(default)]
    own: Option<Vec<String>>,
    #[serde(default)]
    factory: Option<Vec<String>>,
    #[serde(default)]
    held: Option<Vec<String>>,
    is: String,
    #[serde(default)]
    missing: Option<Vec<String>>,
    #[serde(default)]
    extra: Vec<String>,
}

fn role(name: &str, default_role_id: Option<String>, permissions: Option<&[String]>) -> Role {
    Role {
        id: name.to_owned(),
        name: name.to_owned(),
        description: String::new(),
        default_role_id,
        held: HeldIn::Everywhere,
        scim: ScimStanding::Unknown,
        may_everything: permissions.is_some_and(may_everything),
    }
}

#[test]
fn a_role_is_what_it_may_do() {
    let path = format!("{}/tests/tables/scim_roles.json", env!("CARGO_MANIFEST_DIR"));
    let rows: Vec<Row> = serde_json::from_str(&std::fs::read_to_string(path).expect("table")).expect("rows");
    for row in rows {
        let asked = role(row.name.as_deref().unwrap_or("Ours"), row.default_id, row.held.as_deref());
        let default = role("SCIM Integration", None, row.own.as_deref());
        let mut read = vec![ReadRole { role: &asked, permissions: row.held.as_deref() }];
        if row.own.is_some() {
            read.push(ReadRole { role: &default, permissions: row.own.as_deref() });
        }
        let found = standings(&read, row.factory.as_deref()).remove(0);
        let kind = serde_json::to_value(&found).expect("data")["kind"].as_str().map(str::to_owned);
        assert_eq!(kind.as_deref(), Some(row.is.as_str()), "{}: {found:?}", row.why);
        assert_eq!(found.extra(), row.extra, "{}", row.why);
        if let (ScimStanding::Scim { missing }, Some(wanted)) = (&found, &row.missing) {
            assert_eq!(missing, wanted, "{}", row.why);
        }
    }
}

const CREDENTIALS: Purpose = Purpose::Plain { grant_type: GrantType::ClientCredentials };
const OWN: &str = "Joiners and Leavers";

async fn findings(desk: &Desk, draft: &latchkey::domain::draft::ClientDraft) -> Vec<Finding> {
    check_draft(&desk.app, &desk.org.id, draft).await.expect("check").findings
}

/// The help page allows it, and so does the organization: A role of the organization's own has 450 days, and its client
/// is one for SCIM everywhere.
#[tokio::test]
async fn a_role_of_ones_own_has_450_days_from_form_to_hand_over() {
    let desk = Desk::open().await;
    for purpose in [CREDENTIALS, Purpose::Scim] {
        let mut draft = desk.draft(purpose, &format!("{purpose:?}")).await;
        draft.roles = vec![desk.role(OWN)];
        draft.duration = DurationDraft::of_seconds(SCIM_MAX_SECONDS);
        let worst = findings(&desk, &draft).await.into_iter().map(|finding| finding.severity).max();
        assert!(worst < Some(Severity::Warning), "{worst:?}");
        let created = create_client(&desk.app, &desk.org.id, &draft, false).await.expect("created");
        assert_eq!((created.client.seconds, created.comparison), (Some(SCIM_MAX_SECONDS), Comparison::Same));

        let id = created.client.id;
        let mut edit = start_edit(&desk.app, &desk.org.id, &id).await.expect("a draft");
        assert_eq!(edit.preset, Preset::Scim);
        edit.name = format!("{purpose:?}, renamed");
        let updated = update_client(&desk.app, &desk.org.id, &edit, false).await.expect("renamed");
        assert_eq!(updated.client.seconds, Some(SCIM_MAX_SECONDS), "the days stay");
        let handed = read_hand_over(&desk.app, &desk.org.id, &id).await.expect("hand-over").hand_over;
        assert!(matches!(handed, Some(HandOver::Scim { .. })), "{handed:?}");
        let found = read_findings(&desk.app, &desk.org.id, &id).await.expect("health");
        assert!(found.iter().all(|one| one.severity < Severity::Warning), "{found:?}");
    }
    list_clients(&desk.app, &desk.org.id).await.expect("listed");
    let query = ListQuery { search: "renamed".to_owned(), ..ListQuery::default() };
    let window = look_at_clients(&desk.app, &desk.org.id, &query, 0, 10).await.expect("a window");
    let looks: Vec<Preset> = window.rows.iter().map(|row| row.looks_like).collect();
    assert_eq!(looks, [Preset::Scim, Preset::Scim]);
}

/// The preset takes SCIM Integration first, and offers the organization's own role beside it.
#[tokio::test]
async fn the_preset_offers_every_role_for_scim() {
    let desk = Desk::open().await;
    let draft = desk.draft(Purpose::Scim, "Entra ID").await;
    let asks = check_draft(&desk.app, &desk.org.id, &draft).await.expect("check").asks;
    let names: Vec<&str> =
        asks.role_choices.iter().map(|id| &*desk.facts.role(id).expect("a role").name).collect();
    assert_eq!(names, ["SCIM Integration", OWN]);
    assert_eq!(draft.roles[0].role_id, asks.role_choices[0]);
}

/// Somebody adds a permission to the role itself: it is named while the days are still there, in health and in the
/// form; and once they have fallen it is still the reason.
#[tokio::test]
async fn a_permission_added_to_the_role_is_named_before_the_duration_falls() {
    let desk = Desk::open().await;
    let draft = desk.draft(Purpose::Scim, "Entra ID").await;
    let id = create_client(&desk.app, &desk.org.id, &draft, false).await.expect("created").client.id;
    desk.play(|settings| settings.scim_role = ScimRole::Extended).await;
    desk.read_facts().await.expect("facts");

    let extra_of = |found: Vec<latchkey::domain::health::HealthFinding>| {
        found.into_iter().find_map(|finding| match finding.reason {
            HealthReason::ScimRoleExtra { extra, seconds, .. } => Some((extra, seconds)),
            _ => None,
        })
    };
    let queues = vec!["routing:queue:view".to_owned()];
    let found = read_findings(&desk.app, &desk.org.id, &id).await.expect("health");
    assert_eq!(extra_of(found), Some((queues.clone(), SCIM_MAX_SECONDS)));

    let edit = start_edit(&desk.app, &desk.org.id, &id).await.expect("a draft");
    let said = findings(&desk, &edit).await;
    let is_named =
        |finding: &Finding| matches!(&finding.rule, Rule::ScimRoleExtra { extra, .. } if *extra == queues);
    assert!(said.iter().any(is_named), "{said:?}");
    assert!(said.iter().all(|finding| finding.severity < Severity::Error), "{said:?}");

    let renamed = latchkey::domain::draft::ClientDraft { name: "Entra".to_owned(), ..edit };
    let updated = update_client(&desk.app, &desk.org.id, &renamed, false).await.expect("renamed");
    assert_eq!(updated.client.seconds, Some(DEFAULT_SECONDS));
    assert!(matches!(updated.comparison, Comparison::Different { .. }), "{:?}", updated.comparison);
    let found = read_findings(&desk.app, &desk.org.id, &id).await.expect("health");
    assert_eq!(extra_of(found), Some((queues, DEFAULT_SECONDS)));
}

/// No mend takes days away that a client has, unless it says so.
#[tokio::test]
async fn no_mend_shortens_a_duration_unsaid() {
    let desk = Desk::open().await;
    let mut draft = desk.draft(CREDENTIALS, "Okta").await;
    draft.roles = vec![desk.role(OWN)];
    draft.duration = DurationDraft::of_seconds(SCIM_MAX_SECONDS);
    let id = create_client(&desk.app, &desk.org.id, &draft, false).await.expect("created").client.id;
    let begun = start_edit(&desk.app, &desk.org.id, &id).await.expect("a draft");
    for amount in ["450", "449", "451", "99999999999", "1"] {
        for roles in [vec![desk.role(OWN)], vec![desk.role("employee")], vec![]] {
            for preset in [Preset::Scim, Preset::Plain] {
                let mut changed =
                    latchkey::domain::draft::ClientDraft { preset, roles: roles.clone(), ..begun.clone() };
                changed.duration.amount = amount.to_owned();
                for fix in findings(&desk, &changed).await.into_iter().filter_map(|finding| finding.fix) {
                    let after = mend(changed.clone(), &fix).duration.seconds();
                    let shorter = after.is_ok_and(|after| after < SCIM_MAX_SECONDS);
                    let before = changed.duration.seconds();
                    let says = matches!(fix, Fix::ShortenDuration { from: SCIM_MAX_SECONDS, .. });
                    assert!(!shorter || says || after == before, "{amount} {roles:?}: {fix:?}");
                }
            }
        }
    }
    let other = latchkey::domain::draft::ClientDraft {
        preset: Preset::Plain,
        roles: vec![desk.role("employee")],
        ..begun
    };
    let needs = findings(&desk, &other).await;
    let needs = needs.iter().find(|finding| matches!(finding.rule, Rule::DurationNeedsScim { .. }));
    assert_eq!(needs.and_then(|finding| finding.fix.clone()), Some(Fix::TakeBackRoles));
}
