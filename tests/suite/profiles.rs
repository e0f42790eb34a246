//! Profiles: three ways in, opened again, signed out, forgotten; and never a write to the wrong organization.

use latchkey::app::OrgView;
use latchkey::app::acknowledge_finding::acknowledge_finding;
use latchkey::app::create_client::create_client;
use latchkey::app::diagnose::{Feature, Holding, diagnose};
use latchkey::app::failure::Failure;
use latchkey::app::list_clients::list_clients;
use latchkey::app::list_profiles::{list_profiles, mark_profile};
use latchkey::app::open_profile::open_profile;
use latchkey::app::prepare_form::start_draft;
use latchkey::app::profile::{Colour, Marking, NewProfile, Place, Way};
use latchkey::app::sign_in_with_browser::{
    begin_browser_sign_in, cancel_browser_sign_in, finish_browser_sign_in,
};
use latchkey::app::sign_in_with_client::sign_in_with_client;
use latchkey::app::sign_in_with_token::sign_in_with_token;
use latchkey::app::sign_out::{forget_profile, sign_out};
use latchkey::domain::grant::GrantType;
use latchkey::domain::health::HealthCode;
use latchkey::domain::pasted_credential::CredentialProblem;
use latchkey::domain::preset::Purpose;
use latchkey::domain::secret::Secret;
use latchkey::practice::{Practice, Settings, Start};

use crate::desk::Desk;

pub(crate) async fn server() -> Practice {
    let settings = Settings {
        approve_sign_ins_automatically: true,
        requests_per_minute: 1_000_000,
        ..Settings::default()
    };
    Practice::start(Start { port: None, settings }).await.expect("a practice organization")
}

fn at(server: &Practice, keep: bool) -> NewProfile {
    NewProfile { place: Place::Local { address: server.address() }, marking: Marking::default(), keep }
}

async fn with_client(desk: &Desk, server: &Practice, keep: bool) -> OrgView {
    let secret = Secret::new(server.client_secret());
    sign_in_with_client(&desk.app, &at(server, keep), &server.client_id(), secret).await.expect("signed in")
}

#[tokio::test]
async fn with_id_and_secret_and_again_from_the_keychain() {
    let (desk, server) = (Desk::open().await, server().await);
    let org = with_client(&desk, &server, true).await;
    assert!(org.expires_at.is_some());
    assert_eq!(org.user_name, None, "a program is no person");
    assert!(!list_clients(&desk.app, &org.id).await.expect("clients").is_empty());

    let again = open_profile(&desk.app, &org.id).await.expect("opened again");
    assert_eq!(again.id, org.id);
    assert_eq!(with_client(&desk, &server, true).await.id, org.id, "the same way in is the same profile");
    let profiles = list_profiles(&desk.app).await.expect("profiles");
    assert_eq!(profiles.len(), 1);
    assert_eq!(
        (profiles[0].way, profiles[0].kept, profiles[0].practice),
        (Way::ClientCredentials, true, true)
    );
}

#[tokio::test]
async fn a_wrong_secret_leaves_nothing_behind() {
    let (desk, server) = (Desk::open().await, server().await);
    let secret = Secret::new("wrong".into());
    let failure = sign_in_with_client(&desk.app, &at(&server, true), &server.client_id(), secret).await;
    assert!(matches!(failure, Err(Failure::WrongCredentials { .. })), "{failure:?}");
    assert_eq!(list_profiles(&desk.app).await.expect("profiles"), []);
}

/// Whatever lies around ID and secret is not sent; and what cannot be them is not sent at all.
#[tokio::test]
async fn what_copying_adds_is_not_sent_and_a_swap_is_said() {
    let (desk, server) = (Desk::open().await, server().await);
    let (id, secret) = (server.client_id(), server.client_secret());
    let new = at(&server, false);
    let sign_in = |id: String, secret: String| {
        let (app, new) = (&desk.app, &new);
        async move { sign_in_with_client(app, new, &id, Secret::new(secret)).await }
    };
    for dirt in
        ["* ", " *", "*\t", "*\r\n", "\u{a0}*", "\u{feff}*\u{200b}", "\"*\",", "Client Secret: *", "X"]
    {
        let (id, secret) = (dirt.replace('*', &id), dirt.replace('*', &secret));
        let outcome = sign_in(id, secret).await;
        assert_eq!(outcome.is_ok(), dirt.contains('*'), "{dirt:?}: {outcome:?}");
    }
    let before = server.requests().len();
    for (id, secret, problem) in [
        (secret.clone(), id.clone(), CredentialProblem::Swapped),
        (id.clone(), id.clone(), CredentialProblem::IdTwice),
        (id.clone(), " ".to_owned(), CredentialProblem::NoSecret),
        ("\u{200b}".to_owned(), secret.clone(), CredentialProblem::NoId),
    ] {
        let failure = sign_in(id, secret.clone()).await.expect_err("nothing to send");
        assert_eq!(failure, Failure::Credentials { problem });
        assert!(!format!("{failure:?}").contains(&secret) || secret.trim().is_empty());
    }
    assert_eq!(server.requests().len(), before, "nothing was sent");
}

#[tokio::test]
async fn only_this_computer_is_a_local_place() {
    let desk = Desk::open().await;
    for address in [
        "http://example.com:80",
        "https://127.0.0.1:1",
        "http://127.0.0.1:1/x",
        "127.0.0.1:1",
        "http://127.0.0.1",
    ] {
        let new = NewProfile {
            place: Place::Local { address: address.into() },
            marking: Marking::default(),
            keep: false,
        };
        let failure = sign_in_with_client(&desk.app, &new, "id", Secret::new("secret".into())).await;
        assert!(matches!(failure, Err(Failure::PlaceUnknown)), "{address}: {failure:?}");
    }
}

#[tokio::test]
async fn with_a_pasted_token() {
    let (desk, server) = (Desk::open().await, server().await);
    let pasted = Secret::new(format!("  \"Bearer {}\"\n", server.user_token()));
    let org = sign_in_with_token(&desk.app, &at(&server, false), &pasted).await.expect("signed in");
    assert_eq!(org.user_name.as_deref(), Some("Alex Martin"));
    open_profile(&desk.app, &org.id).await.expect("held for this session");

    let nonsense = sign_in_with_token(&desk.app, &at(&server, false), &Secret::new("two words".into())).await;
    assert!(matches!(nonsense, Err(Failure::NotAToken)));
    let expired = sign_in_with_token(&desk.app, &at(&server, false), &Secret::new("unknown".into())).await;
    assert!(matches!(expired, Err(Failure::SignInExpired { .. })), "{expired:?}");
}

#[tokio::test]
async fn through_the_browser() {
    let (desk, server) = (Desk::open().await, server().await);
    let begun = begin_browser_sign_in(&desk.app, at(&server, true), &server.sign_in_client_id())
        .await
        .expect("begun");
    let browser = tokio::spawn(async move {
        let http = reqwest::Client::builder().no_proxy().build().expect("a client");
        http.get(begun.address).send().await.expect("the way through the browser").status()
    });
    let org = finish_browser_sign_in(&desk.app).await.expect("signed in");
    assert_eq!(org.user_name.as_deref(), Some("Alex Martin"));
    assert!(browser.await.expect("browser").is_success());
    open_profile(&desk.app, &org.id).await.expect("opened again with the kept token");
}

#[tokio::test]
async fn a_browser_sign_in_can_be_given_up() {
    let (desk, server) = (Desk::open().await, server().await);
    begin_browser_sign_in(&desk.app, at(&server, false), &server.sign_in_client_id()).await.expect("begun");
    cancel_browser_sign_in(&desk.app).await.expect("cancelled");
    assert_eq!(finish_browser_sign_in(&desk.app).await, Err(Failure::SignInCancelled));
}

#[tokio::test]
async fn signing_out_revokes_and_forgetting_removes() {
    let (desk, server) = (Desk::open().await, server().await);
    let org = with_client(&desk, &server, true).await;
    sign_out(&desk.app, &org.id).await.expect("signed out");
    assert_eq!(list_clients(&desk.app, &org.id).await, Err(Failure::OrgNotOpen));
    assert_eq!(open_profile(&desk.app, &org.id).await, Err(Failure::SignInNeeded));
    assert!(server.requests().iter().any(|sent| sent.method == "DELETE" && sent.path == "/api/v2/tokens/me"));
    forget_profile(&desk.app, &org.id).await.expect("forgotten");
    assert_eq!(list_profiles(&desk.app).await.expect("profiles"), []);
}

#[tokio::test]
async fn what_is_known_of_an_organization_goes_with_its_last_profile() {
    let (desk, server) = (Desk::open().await, server().await);
    let reason = "Only in our own network";
    let said = || desk.stored("acknowledged.json");
    let org = with_client(&desk, &server, false).await;
    let pasted = Secret::new(server.user_token());
    let second = sign_in_with_token(&desk.app, &at(&server, false), &pasted).await.expect("signed in");
    acknowledge_finding(
        &desk.app,
        &org.id,
        "c11e0000-0000-4000-8000-000000000007",
        HealthCode::PlainHttp,
        reason,
    )
    .await
    .expect("kept");
    forget_profile(&desk.app, &org.id).await.expect("forgotten");
    assert!(said().contains(reason), "the other profile is of the same organization");
    forget_profile(&desk.app, &second.id).await.expect("forgotten");
    assert!(!said().contains(reason), "{}", said());
}

#[tokio::test]
async fn a_practice_organization_is_never_marked_as_production() {
    let (desk, server) = (Desk::open().await, server().await);
    let production = Marking { colour: Colour::Magenta, production: true };
    let asked = Marking { production: false, ..production };
    let new = NewProfile { marking: production, ..at(&server, false) };
    let secret = Secret::new(server.client_secret());
    let org = sign_in_with_client(&desk.app, &new, &server.client_id(), secret).await.expect("signed in");
    assert_eq!(org.marking, asked, "of what was chosen, the colour is kept");
    let view = mark_profile(&desk.app, &org.id, production).await.expect("marked");
    assert_eq!((view.marking, view.open.map(|open| open.marking)), (asked, Some(asked)));
    desk.rewrite("profiles.json", "marking", serde_json::to_value(production).expect("JSON"));
    assert_eq!(
        list_profiles(&desk.app).await.expect("profiles")[0].marking,
        asked,
        "one of an older version"
    );
}

#[tokio::test]
async fn a_profile_says_where_it_is() {
    let (desk, server) = (Desk::open().await, server().await);
    with_client(&desk, &server, false).await;
    let profiles = list_profiles(&desk.app).await.expect("profiles");
    assert_eq!(profiles[0].place, Place::Local { address: server.address() });
}

#[tokio::test]
async fn a_diagnosis_says_what_is_held_and_what_is_missing() {
    let desk =
        Desk::playing(|settings| settings.withheld_permissions = vec!["oauth:client:delete".into()]).await;
    let diagnosis = diagnose(&desk.app, &desk.org.id).await.expect("diagnosis");
    let holding =
        |feature| diagnosis.needs.iter().find(|need| need.feature == feature).map(|need| need.holding);
    assert_eq!(holding(Feature::AddClients), Some(Holding::Held));
    assert_eq!(holding(Feature::DeleteClients), Some(Holding::Missing));
    assert_eq!(diagnosis.user_name.as_deref(), Some("Alex Martin"));
    assert!(diagnosis.grantable.iter().any(|role| role.role == "SCIM Integration"));
    assert!(!diagnosis.grantable.iter().any(|role| role.role == "Master Admin"), "not held");

    let server = server().await;
    let org = with_client(&desk, &server, false).await;
    let program = diagnose(&desk.app, &org.id).await.expect("diagnosis");
    assert!(program.needs.iter().all(|need| need.holding == Holding::Unknown), "the server judges");
    assert!(!program.grantable.is_empty(), "its client's own roles");
}

/// 500 writes, each to an organization chosen at random among three: none may land in another.
#[tokio::test]
async fn never_a_write_to_the_wrong_organization() {
    let desk = Desk::open().await;
    let servers = [server().await, server().await, server().await];
    let mut orgs = Vec::new();
    for server in &servers {
        orgs.push(with_client(&desk, server, false).await);
    }
    let mut random = 0x9E37_79B9_7F4A_7C15_u64;
    let mut expected = [0_usize; 3];
    for turn in 0..crate::faults::seeds::scaled(500) {
        random ^= random << 13;
        random ^= random >> 7;
        random ^= random << 17;
        let chosen = (random % 3) as usize;
        expected[chosen] += 1;
        let purpose = Purpose::Plain { grant_type: GrantType::Saml2Bearer };
        let mut draft = start_draft(&desk.app, &orgs[chosen].id, purpose).await.expect("draft");
        draft.name = format!("for {chosen}, turn {turn}");
        create_client(&desk.app, &orgs[chosen].id, &draft, false).await.expect("created");
    }
    for (place, org) in orgs.iter().enumerate() {
        let clients = list_clients(&desk.app, &org.id).await.expect("clients");
        let ours = clients.iter().filter(|client| client.name.starts_with("for ")).collect::<Vec<_>>();
        assert_eq!(ours.len(), expected[place]);
        assert!(ours.iter().all(|client| client.name.starts_with(&format!("for {place},"))));
    }
}

/// A token of another organization under a profile's name is noticed before anything can be written.
#[tokio::test]
async fn another_organization_under_a_profile_is_noticed() {
    let (desk, server) = (Desk::open().await, server().await);
    let org = with_client(&desk, &server, true).await;
    desk.rewrite("profiles.json", "orgId", "00000000-0000-4000-8000-000000000000");
    let failure = open_profile(&desk.app, &org.id).await;
    assert!(matches!(failure, Err(Failure::OtherOrganization { .. })), "{failure:?}");
}

/// The page says what it is, the sign-in stays in the vault, and the open organization stays open.
#[tokio::test]
async fn an_address_that_is_not_allowed_ends_no_sign_in() {
    let (desk, server) = (Desk::open().await, server().await);
    let allow = |allowed: bool| {
        server.change_settings(Settings { refuse_address: !allowed, ..server.settings() });
    };
    let refused = |failure: &Failure| {
        matches!(failure, Failure::AddressRefused { address: Some(address), details }
            if address == "203.0.113.24" && details.code.as_deref() == Some("ip.not.authorized"))
    };
    allow(false);
    let pasted = || Secret::new(server.user_token());
    let failure = sign_in_with_token(&desk.app, &at(&server, true), &pasted()).await.expect_err("not let in");
    assert!(refused(&failure), "{failure:?}");
    assert_eq!(list_profiles(&desk.app).await.expect("profiles"), []);

    allow(true);
    let token = sign_in_with_token(&desk.app, &at(&server, true), &pasted()).await.expect("signed in").id;
    let client = with_client(&desk, &server, true).await.id;
    for id in [&token, &client] {
        allow(false);
        let asked =
            |server: &Practice| server.requests().iter().filter(|sent| sent.path == "/oauth/token").count();
        let before = asked(&server);
        let failure = list_clients(&desk.app, id).await.expect_err("not let in");
        assert!(refused(&failure), "{failure:?}");
        assert_eq!(asked(&server), before, "a new token would be refused too");
        let failure = open_profile(&desk.app, id).await.expect_err("not let in");
        assert!(refused(&failure), "{failure:?}");
        allow(true);
        list_clients(&desk.app, id).await.expect("it is still open");
        open_profile(&desk.app, id).await.expect("and what signs in is still kept");
    }
}
