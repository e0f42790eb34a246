//! A client like another one: into an organization whose roles and divisions have other identifiers, and as a PKCE twin.

use latchkey::app::create_client::{Comparison, create_client};
use latchkey::app::hand_over::{FrameSetting, HandOver};
use latchkey::app::prepare_form::{Language, prepare_form};
use latchkey::app::profile::{Marking, NewProfile, Place};
use latchkey::app::sign_in_with_token::sign_in_with_token;
use latchkey::app::start_copy::start_copy;
use latchkey::app::{App, OrgView};
use latchkey::domain::change::draft_of;
use latchkey::domain::check::check;
use latchkey::domain::client::{ClientState, OauthClient, RoleDivision};
use latchkey::domain::copy::{CopyGap, Places, copied, pkce_twin};
use latchkey::domain::draft::ClientDraft;
use latchkey::domain::facts::OrgFacts;
use latchkey::domain::finding::Rule;
use latchkey::domain::grant::{GrantType, HeldGrantType};
use latchkey::domain::preset::embeddable_framework::{Deployment, Embedding, REQUIRED_SCOPES, choose};
use latchkey::domain::preset::{Preset, Purpose};
use latchkey::domain::region::Region;
use latchkey::domain::role::{Division, HeldIn, Role, RoleDraft};
use latchkey::domain::scim_role::ScimStanding;
use latchkey::domain::secret::Secret;
use latchkey::practice::{Practice, Settings, Start};

use crate::outside::{Outside, scim_draft};

async fn neighbour(app: &App) -> (Practice, OrgView) {
    let start = Start { port: None, settings: Settings::default() };
    let practice = Practice::start_neighbour(start).await.expect("a practice organization");
    let place = Place::Local { address: practice.address() };
    let new = NewProfile { place, marking: Marking::default(), keep: true };
    let org = sign_in_with_token(app, &new, &Secret::new(practice.user_token())).await.expect("signed in");
    (practice, org)
}

fn id_of<'a>(facts: &'a OrgFacts, role: &str) -> &'a str {
    &facts.roles.iter().find(|known| known.name == role).expect("a role").id
}

fn division<'a>(facts: &'a OrgFacts, name: &str) -> &'a str {
    &facts.divisions.iter().find(|known| known.name == name).expect("a division").id
}

async fn facts(app: &App, org: &OrgView) -> OrgFacts {
    prepare_form(app, &org.id, Language::English).await.expect("facts")
}

async fn plain(app: &App, org: &OrgView, grant_type: GrantType) -> ClientDraft {
    let purpose = Purpose::Plain { grant_type };
    latchkey::app::prepare_form::start_draft(app, &org.id, purpose).await.expect("a draft")
}

#[tokio::test]
async fn roles_and_divisions_of_another_organization_are_found_by_name() {
    let mut outside = Outside::open().await;
    let (app, org) = outside.start().await;
    let (_practice, other) = neighbour(&app).await;
    assert_ne!((&org.id, &org.name), (&other.id, &other.name));
    let (here, there) = (facts(&app, &org).await, facts(&app, &other).await);
    let role = |name: &str, divisions: &[&str]| RoleDraft {
        role_id: id_of(&here, name).to_owned(),
        division_ids: divisions.iter().map(|name| division(&here, name).to_owned()).collect(),
    };
    let mut draft = plain(&app, &org, GrantType::ClientCredentials).await;
    "Nightly copy".clone_into(&mut draft.name);
    draft.roles = vec![
        role("Supervisor", &["France", "Germany"]),
        role("Analytics Reader", &["Home"]),
        RoleDraft { division_ids: vec!["*".to_owned()], ..role("Developer", &[]) },
    ];
    let id = create_client(&app, &org.id, &draft, false).await.expect("created").client.id;

    let start = start_copy(&app, &org.id, &id, &other.id, false).await.expect("a draft");
    let expected = [
        RoleDraft {
            role_id: id_of(&there, "Supervisor").to_owned(),
            division_ids: vec![division(&there, "FRANCE").to_owned()],
        },
        RoleDraft {
            role_id: id_of(&there, "Analytics Reader").to_owned(),
            division_ids: vec![division(&there, "Lighthouse").to_owned()],
        },
    ];
    let mut roles = start.draft.roles.clone();
    roles.sort_by_key(|role| role.role_id.clone());
    assert_eq!(roles, expected);
    for gap in [
        CopyGap::DivisionMissing { role: "Supervisor".to_owned(), division: "Germany".to_owned() },
        CopyGap::RoleMissing { role: "Developer".to_owned() },
    ] {
        assert!(start.gaps.contains(&gap), "{:?}", start.gaps);
    }
    assert_eq!(start.gaps.len(), 2, "{:?}", start.gaps);
    let created = create_client(&app, &other.id, &start.draft, false).await.expect("created there");
    assert_eq!(created.comparison, Comparison::Same);
}

#[tokio::test]
async fn the_scim_role_is_found_and_its_days_stay() {
    let mut outside = Outside::open().await;
    let (app, org) = outside.start().await;
    let (_practice, other) = neighbour(&app).await;
    let draft = scim_draft(&app, &org, "Okta").await;
    let id = create_client(&app, &org.id, &draft, false).await.expect("created").client.id;
    let start = start_copy(&app, &org.id, &id, &other.id, false).await.expect("a draft");
    assert_eq!(start.gaps, []);
    let created = create_client(&app, &other.id, &start.draft, false).await.expect("created there");
    assert_eq!((created.comparison, created.client.seconds), (Comparison::Same, Some(38_880_000)));
}

#[tokio::test]
async fn a_copy_in_the_same_organization_says_that_the_name_is_used() {
    let mut outside = Outside::open().await;
    let (app, org) = outside.start().await;
    let draft = scim_draft(&app, &org, "Okta").await;
    let id = create_client(&app, &org.id, &draft, false).await.expect("created").client.id;
    facts(&app, &org).await;
    let start = start_copy(&app, &org.id, &id, &org.id, false).await.expect("a draft");
    assert_eq!(start.gaps, [CopyGap::NameUsed { name: "Okta".to_owned() }]);
    assert_eq!((start.draft.roles, start.draft.editing), (draft.roles, None));
}

#[tokio::test]
async fn a_twin_signs_in_with_pkce_and_the_old_client_stays() {
    let mut outside = Outside::open().await;
    let (app, org) = outside.start().await;
    let mut draft = plain(&app, &org, GrantType::Implicit).await;
    "Softphone".clone_into(&mut draft.name);
    draft.redirect_uris = vec!["https://apps.mypurecloud.de/crm/index.html".to_owned()];
    let old = create_client(&app, &org.id, &draft, false).await.expect("created").client;
    outside.play(|settings| settings.refuse_implicit = true);
    let start = start_copy(&app, &org.id, &old.id, &org.id, true).await.expect("a draft");
    assert_eq!((start.gaps, start.draft.preset), (Vec::new(), Preset::EmbeddableFramework));
    let embedding = start.draft.embedding.clone().expect("its regions");
    assert_eq!(
        (embedding.deployment, embedding.regions.as_slice()),
        (None, &["mypurecloud.de".to_owned()][..])
    );
    let draft =
        choose(start.draft, Embedding { deployment: Some(Deployment::PrivateWithToken), ..embedding });
    let created = create_client(&app, &org.id, &draft, false).await.expect("created");
    let HandOver::FrameworkJs { fragment, pkce: true, frame: FrameSetting::Needed } = created.hand_over
    else {
        panic!("{:?}", created.hand_over)
    };
    assert!(fragment.contains("usePKCEAuthFlow: true"), "{fragment}");
    let twin = created.client;
    assert_eq!(twin.name, "Softphone (PKCE)");
    assert_eq!(twin.grant_type, HeldGrantType::Offered { grant_type: GrantType::AuthorizationCode });
    assert_eq!((&twin.redirect_uris, &twin.scopes), (&old.redirect_uris, &old.scopes));
    assert_eq!(outside.stored("Softphone")[0].state, "active");
}

fn role(id: &str, name: &str, default_role_id: Option<&str>) -> Role {
    Role {
        id: id.to_owned(),
        name: name.to_owned(),
        description: String::new(),
        default_role_id: default_role_id.map(str::to_owned),
        held: if name == "Not mine" { HeldIn::Nowhere } else { HeldIn::Everywhere },
        scim: ScimStanding::Unknown,
        may_everything: false,
    }
}

fn organization(roles: Vec<Role>, divisions: &[(&str, &str)]) -> OrgFacts {
    let division = |(at, (id, name)): (usize, &(&str, &str))| Division {
        id: (*id).to_owned(),
        name: (*name).to_owned(),
        home: at == 0,
    };
    OrgFacts {
        roles,
        divisions: divisions.iter().enumerate().map(division).collect(),
        scopes: vec![latchkey::domain::scope::Scope { id: "users".to_owned(), description: String::new() }],
        client_names: vec!["Taken".to_owned()],
        permissions: None,
        region: "mypurecloud.de".to_owned(),
        hipaa: false,
        refuses_implicit: true,
    }
}

fn client(grant_type: GrantType) -> OauthClient {
    OauthClient {
        id: "1".to_owned(),
        name: " taken".to_owned(),
        description: "Reads [lk:00000000000000ff]".to_owned(),
        grant_type: HeldGrantType::Offered { grant_type },
        state: ClientState::Active,
        seconds: Some(86_400),
        redirect_uris: Vec::new(),
        scopes: Vec::new(),
        roles: Vec::new(),
        created_at: None,
        modified_at: None,
        created_by: None,
        delete_at: None,
    }
}

/// Name here, default role there, what is found there, what is said.
#[test]
fn roles_are_told_apart_as_the_table_says() {
    let pair = |role: &str, division: &str| RoleDivision {
        role_id: role.to_owned(),
        division_id: division.to_owned(),
    };
    let from = organization(
        vec![
            role("a", "Auditor", None),
            role("b", "Renamed here", Some("supervisor")),
            role("c", "Twice", None),
            role("d", "Not mine", None),
            role("e", "Nowhere", None),
        ],
        &[("h", "Home"), ("n", "North"), ("s", "South")],
    );
    let to = organization(
        vec![
            role("A", "AUDITOR", None),
            role("B", "Supervisor", Some("supervisor")),
            role("C1", "Twice", None),
            role("C2", "Twice", None),
            role("D", "Not mine", None),
        ],
        &[("H", "Zentrale"), ("N1", "north"), ("N2", "NORTH"), ("S", "South")],
    );
    let region = Region::of_domain("mypurecloud.ie").expect("a region");
    let places = Places { from: &from, to: &to, same: false, region: &region };
    let mut client = client(GrantType::ClientCredentials);
    client.roles =
        vec![pair("a", "*"), pair("b", "h"), pair("b", "n"), pair("c", "s"), pair("d", "s"), pair("e", "s")];
    let start = copied(&client, &places).expect("a draft");
    let taken: Vec<(&str, Vec<&str>)> = start
        .draft
        .roles
        .iter()
        .map(|role| (role.role_id.as_str(), role.division_ids.iter().map(String::as_str).collect()))
        .collect();
    assert_eq!(taken, [("A", vec!["*"]), ("B", vec!["H"]), ("D", vec!["S"])]);
    let named = str::to_owned;
    assert_eq!(
        start.gaps,
        [
            CopyGap::DivisionAmbiguous { role: named("Renamed here"), division: named("North"), count: 2 },
            CopyGap::RoleAmbiguous { role: named("Twice"), count: 2 },
            CopyGap::RoleNotHeld { role: named("Not mine") },
            CopyGap::RoleMissing { role: named("Nowhere") },
            CopyGap::NameUsed { name: named("taken") },
        ]
    );
    assert_eq!(start.draft.description, "Reads", "a mark belongs to one client");
}

#[test]
fn addresses_and_scopes_of_another_region_are_said() {
    let facts = organization(Vec::new(), &[("h", "Home")]);
    let region = Region::of_domain("mypurecloud.ie").expect("a region");
    let mut client = client(GrantType::Implicit);
    let page = |domain: &str| format!("https://apps.{domain}/crm/index.html?a=1");
    client.redirect_uris =
        vec![page("mypurecloud.de"), page("mypurecloud.ie"), "https://x.example/cb".to_owned()];
    client.scopes = vec!["users".to_owned(), "gone".to_owned()];
    let start =
        copied(&client, &Places { from: &facts, to: &facts, same: false, region: &region }).expect("a draft");
    assert_eq!(start.draft.grant_type, GrantType::AuthorizationCode);
    assert_eq!(
        (start.draft.redirect_uris, start.draft.scopes),
        (client.redirect_uris, vec!["users".to_owned()])
    );
    assert_eq!(
        start.gaps,
        [
            CopyGap::ScopeNotOffered { scope: "gone".to_owned() },
            CopyGap::RedirectOtherRegion {
                address: page("mypurecloud.de"),
                counterpart: page("mypurecloud.ie"),
            },
            CopyGap::ImplicitRefused,
            CopyGap::NameUsed { name: "taken".to_owned() },
        ]
    );
}

/// Whatever a client for Embeddable Framework is copied, changed or made a twin of, the form never advises to take the
/// scopes away that the framework asks for.
#[test]
fn scopes_of_the_framework_are_never_called_too_wide() {
    let facts = crate::facts::facts("");
    let region = Region::of_domain("mypurecloud.de").expect("a region");
    let places = Places { from: &facts, to: &facts, same: true, region: &region };
    for grant_type in [GrantType::Implicit, GrantType::AuthorizationCode] {
        let mut client = client(grant_type);
        client.redirect_uris = vec!["https://apps.mypurecloud.de/crm/index.html".to_owned()];
        client.scopes = REQUIRED_SCOPES.map(str::to_owned).to_vec();
        client.scopes.push("analytics".to_owned());
        let drafts = [
            copied(&client, &places).expect("a copy").draft,
            pkce_twin(&client, &places).expect("a twin").draft,
            draft_of(&client, &facts).expect("a change"),
        ];
        for draft in drafts {
            let wide: Vec<Rule> = check(&draft, &facts)
                .findings
                .into_iter()
                .map(|finding| finding.rule)
                .filter(|rule| matches!(rule, Rule::ScopeReadonlyEnough { .. }))
                .collect();
            let readonly = "analytics:readonly".to_owned();
            assert_eq!(wide, [Rule::ScopeReadonlyEnough { scope: "analytics".to_owned(), readonly }]);
        }
    }
    let mut elsewhere = client(GrantType::Implicit);
    elsewhere.redirect_uris = vec!["https://apps.usw2.pure.cloud/crm/index.html".to_owned()];
    let start = copied(&elsewhere, &places).expect("a copy");
    assert_eq!(
        (start.draft.preset, start.draft.embedding),
        (Preset::Plain, None),
        "another region: looked at"
    );
}
