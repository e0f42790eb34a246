//! The form and the health check never contradict each other: what a preset fills in by itself is healthy a second later.

use jiff::Timestamp;
use latchkey::app::create_client::create_client;
use latchkey::app::failure::Failure;
use latchkey::app::prepare_form::{Language, prepare_form, start_draft};
use latchkey::app::preview_client::preview_client;
use latchkey::app::{App, OrgView};
use latchkey::domain::check::check;
use latchkey::domain::client::{ClientState, OauthClient, ValidClient};
use latchkey::domain::draft::ClientDraft;
use latchkey::domain::finding::{Rule, Severity};
use latchkey::domain::grant::{GrantType, HeldGrantType};
use latchkey::domain::health::{self, HealthReason, Known, SeenEndpoints};
use latchkey::domain::preset::embeddable_framework::{Deployment, Embedding, choose};
use latchkey::domain::preset::{self, Purpose};
use latchkey::domain::region::Region;
use latchkey::domain::role::RoleDraft;
use latchkey::domain::usage::LastUses;

use crate::facts::facts;
use crate::outside::Outside;

/// Every preset with every default; what has no default is filled in tidily.
fn drafts() -> Vec<ClientDraft> {
    let plain = GrantType::ALL.map(|grant_type| Purpose::Plain { grant_type });
    let purposes = [Purpose::EmbeddableFramework, Purpose::Scim].into_iter().chain(plain);
    let home = Region::of_domain("mypurecloud.de").expect("a region");
    purposes
        .map(|purpose| {
            let mut draft = preset::start(purpose, &facts(""), home.clone());
            "Wallboard".clone_into(&mut draft.name);
            "Of the telephony team".clone_into(&mut draft.description);
            if let Purpose::Plain { grant_type } = purpose {
                draft.redirect_uris.push("https://a.example/callback".to_owned());
                if grant_type.needs_roles() {
                    let division_ids = vec!["home".to_owned()];
                    draft.roles.push(RoleDraft { role_id: "reader".to_owned(), division_ids });
                }
            }
            answered(draft, Deployment::Public)
        })
        .collect()
}

fn answered(draft: ClientDraft, deployment: Deployment) -> ClientDraft {
    match draft.embedding.clone() {
        Some(embedding) => choose(draft, Embedding { deployment: Some(deployment), ..embedding }),
        None => draft,
    }
}

fn created(client: &ValidClient, now: Timestamp) -> OauthClient {
    OauthClient {
        id: "a".to_owned(),
        name: client.name().to_owned(),
        description: client.description().to_owned(),
        grant_type: HeldGrantType::Offered { grant_type: client.grant().grant_type() },
        state: ClientState::Active,
        seconds: Some(client.seconds()),
        redirect_uris: client.redirect_uris(),
        scopes: client.scopes(),
        roles: client.role_divisions(),
        created_at: Some(now.to_string()),
        modified_at: Some(now.to_string()),
        created_by: None,
        delete_at: None,
    }
}

#[test]
fn a_client_with_every_default_of_a_preset_is_healthy() {
    let (facts, now) = (facts(""), "2026-11-30T12:00:00Z".parse().expect("a time"));
    let region = Region::of_domain("mypurecloud.de").expect("a region");
    for draft in drafts() {
        let checked = check(&draft, &facts);
        let client = checked.client.unwrap_or_else(|| panic!("{draft:?}: {:?}", checked.findings));
        let clients = [created(&client, now)];
        let (uses, seen) = (LastUses::new(), SeenEndpoints::new());
        let known =
            Known { clients: &clients, facts: &facts, uses: &uses, seen: &seen, region: &region, now };
        let loud: Vec<_> =
            health::check(known).into_iter().filter(|found| found.severity > Severity::Hint).collect();
        if draft.grant_type != GrantType::Implicit {
            assert_eq!(loud, [], "{draft:?}");
            continue;
        }
        // Implicit grant is said with one severity and the same values, here and there.
        let [found] = &loud[..] else { panic!("{loud:?}") };
        let HealthReason::ImplicitGrant { no_new_since, stops } = &found.reason else { panic!("{found:?}") };
        let rule = Rule::ImplicitLegacy { no_new_since: *no_new_since, stops: *stops };
        let said = checked.findings.iter().find(|finding| finding.rule == rule).expect("said in the form");
        assert_eq!(said.severity, found.severity);
    }
}

async fn embedded(app: &App, org: &OrgView, name: &str) -> ClientDraft {
    let mut draft = start_draft(app, &org.id, Purpose::EmbeddableFramework).await.expect("a draft");
    name.clone_into(&mut draft.name);
    answered(draft, Deployment::Public)
}

#[tokio::test]
async fn a_refusal_is_remembered_and_forgotten_again() {
    let mut outside = Outside::open().await;
    let (app, org) = outside.start().await;
    let draft = embedded(&app, &org, "First").await;
    assert_eq!(draft.grant_type, GrantType::Implicit, "the way of the help page");
    let preview = preview_client(&app, &org.id, &draft).await.expect("a preview");
    assert!(!preview.may_be_refused, "practice accepts it");
    outside.play(|settings| settings.refuse_implicit = true);
    let failure = create_client(&app, &org.id, &draft, false).await.expect_err("refused");
    assert!(matches!(failure, Failure::GrantTypeRefused { .. }), "{failure:?}");
    drop(app);

    // The next session knows: the other way comes first, and the old one is not forbidden.
    outside.play(|settings| settings.refuse_implicit = false);
    let (app, org) = outside.start().await;
    let offered = embedded(&app, &org, "Second").await;
    assert_eq!(offered.grant_type, GrantType::AuthorizationCode);
    let facts = prepare_form(&app, &org.id, Language::English).await.expect("facts");
    assert_eq!(preset::asks(&offered, &facts).grant_types[0], GrantType::AuthorizationCode);
    let implicit = ClientDraft { grant_type: GrantType::Implicit, ..offered };
    let rules: Vec<Rule> = check(&implicit, &facts).findings.into_iter().map(|found| found.rule).collect();
    assert!(rules.contains(&Rule::ImplicitRefused), "{rules:?}");
    create_client(&app, &org.id, &implicit, false).await.expect("accepted after all");
    assert_eq!(embedded(&app, &org, "Third").await.grant_type, GrantType::Implicit);
    drop(app);
    let (app, org) = outside.start().await;
    assert_eq!(
        embedded(&app, &org, "Fourth").await.grant_type,
        GrantType::Implicit,
        "in the next session too"
    );
}
