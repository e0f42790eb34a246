//! The last places where an organization can be: in a region that is in no table, and behind a gateway.

use latchkey::app::OrgView;
use latchkey::app::check_connection::{UnreachableReason, Verdict, check_connection};
use latchkey::app::check_domain::{DomainCheck, check_domain};
use latchkey::app::check_gateway::{GatewayCheck, check_gateway};
use latchkey::app::create_client::create_client;
use latchkey::app::failure::Failure;
use latchkey::app::grant_role::grant_role;
use latchkey::app::hand_over::HandOver;
use latchkey::app::list_clients::list_clients;
use latchkey::app::list_profiles::{list_profiles, mark_profile};
use latchkey::app::network::ProxyChoice;
use latchkey::app::open_profile::open_profile;
use latchkey::app::prepare_form::{Language, start_draft};
use latchkey::app::profile::{Colour, Marking, NewProfile, Place};
use latchkey::app::restore_default_roles::restore_default_roles;
use latchkey::app::sign_in_with_browser::{begin_browser_sign_in, bootstrap, finish_browser_sign_in};
use latchkey::app::sign_in_with_client::sign_in_with_client;
use latchkey::app::sign_in_with_token::sign_in_with_token;
use latchkey::domain::preset::Purpose;
use latchkey::domain::region::{Region, RegionGroup};
use latchkey::domain::secret::Secret;
use latchkey::genesys::connection_check::{Who, ask};
use latchkey::genesys::endpoint::Endpoint;
use latchkey::genesys::error::ApiError;
use latchkey::genesys::gateway::{GatewayDraft, GatewayProblem};
use latchkey::genesys::network::Network;
use latchkey::practice::{Fault, FaultKind};
use rcgen::SanType;

use crate::desk::Desk;
use crate::network_bench::region;
use crate::places_bench::{API, Front, LOGIN};
use crate::practice_bench::Bench;

const DOMAIN: &str = "usw9.pure.cloud";
const LOGIN_BASE: &str = "https://login.usw9.pure.cloud";

/// An organization in a region that is in no table; its login host says so if told to.
async fn unlisted(desk: &Desk) -> Front {
    let front = Front::open(|params| {
        let name = |name: &str| SanType::DnsName(name.try_into().expect("a name"));
        params.subject_alt_names = vec![name("login.usw9.pure.cloud"), name("api.usw9.pure.cloud")];
    })
    .await;
    front.trusted_by(desk, front.proxy().await).await;
    front
}

/// An organization behind a gateway.
async fn behind_gateway(desk: &Desk) -> Front {
    let front = Front::open(|_| {}).await;
    front.trusted_by(desk, ProxyChoice::None).await;
    front
}

fn at(place: Place) -> NewProfile {
    NewProfile { place, marking: Marking::default(), keep: true }
}

fn in_unlisted() -> NewProfile {
    at(Place::Region { domain: DOMAIN.into() })
}

fn through(front: &Front) -> NewProfile {
    let gateway = GatewayDraft {
        host: "localhost".into(),
        port: front.port.to_string(),
        api_prefix: API.into(),
        login_prefix: LOGIN.into(),
    };
    at(Place::Gateway { domain: "mypurecloud.de".into(), gateway })
}

async fn with_client(desk: &Desk, front: &Front, new: &NewProfile) -> Result<OrgView, Failure> {
    let secret = Secret::new(front.server.client_secret());
    sign_in_with_client(&desk.app, new, &front.server.client_id(), secret).await
}

#[tokio::test]
async fn a_login_host_is_known_by_its_own_words() {
    let bench = Bench::open().await;
    let who = |address: String| async move {
        match ask(&Endpoint::practice(address, region()), &Network::default()).await {
            Ok(answer) => Ok(answer.who),
            Err(ApiError::Unreachable { reason, .. }) => Err(reason),
            Err(other) => panic!("{other:?}"),
        }
    };
    let address = bench.practice.address();
    assert_eq!(who(address.clone()).await, Ok(Who::Genesys));
    // The same host under another name says who it is, and that is not what was asked.
    assert_ne!(who(address.replace("127.0.0.1", "127.0.0.1.")).await, Ok(Who::Genesys));
    for (kind, expected) in [
        (FaultKind::Unreadable, Ok(Who::Page)),
        (FaultKind::ServerError, Ok(Who::Other)),
        (FaultKind::ServerGone, Err(UnreachableReason::ConnectionClosed)),
    ] {
        let path = "/.well-known".to_owned();
        bench.change(|settings| settings.fault = Some(Fault { kind, method: None, path, times: Some(1) }));
        assert_eq!(who(address.clone()).await, expected);
    }
}

#[tokio::test]
async fn a_typed_domain_is_checked_by_asking_its_login_host() {
    let desk = Desk::open().await;
    let front = unlisted(&desk).await;
    let check = async |text: &str| check_domain(&desk.app, text).await.expect("an answer");
    let listed = check("https://apps.mypurecloud.ie/directory").await;
    assert_eq!(listed, DomainCheck::Listed { region: Region::of_domain("mypurecloud.ie").expect("a row") });
    assert_eq!(check("two words").await, DomainCheck::NotADomain);
    let host = format!("login.{DOMAIN}");
    assert_eq!(check(DOMAIN).await, DomainCheck::Other { host: host.clone() }, "it says nothing");
    front.says_it_is("https://login.mypurecloud.de");
    assert_eq!(check(DOMAIN).await, DomainCheck::Other { host: host.clone() }, "it is another");
    front.says_it_is(LOGIN_BASE);
    for text in [DOMAIN, "https://apps.usw9.pure.cloud/#/x", "LOGIN.usw9.pure.cloud"] {
        let DomainCheck::Genesys { region } = check(text).await else { panic!("{text}") };
        assert_eq!((&*region.domain, region.group), (DOMAIN, RegionGroup::Unlisted));
    }
    front.trusted_by(&desk, ProxyChoice::Own { address: "http://127.0.0.1:1".into(), user: "".into() }).await;
    let reason = UnreachableReason::ProxyUnreachable;
    assert_eq!(check(DOMAIN).await, DomainCheck::Unreachable { host, reason });
}

#[tokio::test]
async fn an_organization_in_an_unlisted_region_is_worked_with() {
    let desk = Desk::open().await;
    let front = unlisted(&desk).await;
    front.says_it_is(LOGIN_BASE);
    let org = with_client(&desk, &front, &in_unlisted()).await.expect("signed in");
    assert_eq!((&*org.region.domain, org.region.group, org.practice), (DOMAIN, RegionGroup::Unlisted, false));
    assert!(!list_clients(&desk.app, &org.id).await.expect("clients").is_empty());
    let mut draft = start_draft(&desk.app, &org.id, Purpose::Scim).await.expect("draft");
    draft.name = "Entra ID".into();
    let created = create_client(&desk.app, &org.id, &draft, false).await.expect("created");
    let HandOver::Scim { settings } = created.hand_over else { panic!("SCIM settings") };
    assert_eq!(settings.base_url, "https://api.usw9.pure.cloud/api/v2/scim/v2");
    let framework = start_draft(&desk.app, &org.id, Purpose::EmbeddableFramework).await.expect("draft");
    assert_eq!(framework.embedding.map(|embedding| embedding.regions), Some(vec![DOMAIN.to_owned()]));
    assert_eq!(bootstrap(&in_unlisted().place).admin_url.as_deref(), Some("https://apps.usw9.pure.cloud/"));
    open_profile(&desk.app, &org.id).await.expect("opened again");
    assert_eq!(list_profiles(&desk.app).await.expect("profiles")[0].place, in_unlisted().place);
}

/// Whatever answers there: no secret, no token and no browser goes to a host that does not say it is Genesys Cloud.
#[tokio::test]
async fn an_unlisted_domain_gets_no_secret_until_its_login_host_answers() {
    let desk = Desk::open().await;
    let front = unlisted(&desk).await;
    let refused = Failure::DomainNotGenesys { domain: DOMAIN.into() };
    assert_eq!(with_client(&desk, &front, &in_unlisted()).await, Err(refused.clone()));
    let token = Secret::new(front.server.user_token());
    assert_eq!(sign_in_with_token(&desk.app, &in_unlisted(), &token).await, Err(refused.clone()));
    let begun = begin_browser_sign_in(&desk.app, in_unlisted(), "client").await;
    assert_eq!(begun, Err(refused.clone()));
    assert_eq!(front.server.requests().len(), 0);

    front.says_it_is(LOGIN_BASE);
    let org = with_client(&desk, &front, &in_unlisted()).await.expect("signed in");
    let (before, sent) = (front.server.requests().len(), front.token_requests());
    front.says_it_is("https://login.example.com");
    assert_eq!(open_profile(&desk.app, &org.id).await, Err(refused), "a kept profile is asked again");
    assert_eq!((front.server.requests().len(), front.token_requests()), (before, sent));
    assert_eq!(list_profiles(&desk.app).await.expect("profiles").len(), 1, "and is still listed");
}

#[tokio::test]
async fn every_way_in_leads_through_a_gateway() {
    let desk = Desk::open().await;
    let front = behind_gateway(&desk).await;
    let org = with_client(&desk, &front, &through(&front)).await.expect("signed in");
    assert!(org.gateway && !org.practice);
    assert_eq!(org.region.domain, "mypurecloud.de", "what is handed over names the region");
    assert!(!list_clients(&desk.app, &org.id).await.expect("clients").is_empty());
    open_profile(&desk.app, &org.id).await.expect("opened again");

    let token = Secret::new(front.server.user_token());
    sign_in_with_token(&desk.app, &through(&front), &token).await.expect("signed in");

    let client = front.server.sign_in_client_id();
    let begun = begin_browser_sign_in(&desk.app, through(&front), &client).await.expect("begun");
    let expected = format!("https://localhost:{}{LOGIN}/oauth/authorize?", front.port);
    assert!(begun.address.starts_with(&expected), "{}", begun.address);
    let root = reqwest::Certificate::from_pem(front.root.pem.as_bytes()).expect("a certificate");
    let browser = tokio::spawn(async move {
        let http = reqwest::Client::builder().no_proxy().tls_certs_merge([root]).build().expect("a client");
        http.get(begun.address).send().await.expect("the way through the browser").status()
    });
    let org = finish_browser_sign_in(&desk.app).await.expect("signed in");
    assert!(org.gateway && browser.await.expect("browser").is_success());
    assert_eq!(org.user_name.as_deref(), Some("Alex Martin"));
    assert_eq!(list_profiles(&desk.app).await.expect("profiles").len(), 3);
}

#[tokio::test]
async fn one_gateway_typed_in_two_ways_is_one_profile() {
    let desk = Desk::open().await;
    let front = behind_gateway(&desk).await;
    let first = with_client(&desk, &front, &through(&front)).await.expect("signed in");
    let mut again = through(&front);
    let Place::Gateway { gateway, .. } = &mut again.place else { panic!("a gateway") };
    (gateway.host, gateway.api_prefix) = (" LOCALHOST ".into(), "genesys/api/".into());
    assert_eq!(with_client(&desk, &front, &again).await.expect("signed in").id, first.id);
    assert_eq!(list_profiles(&desk.app).await.expect("profiles").len(), 1);
}

/// In an unlisted region, the gateway must let the question through that the login host is asked.
#[tokio::test]
async fn a_gateway_to_an_unlisted_region_is_asked_too() {
    let desk = Desk::open().await;
    let front = behind_gateway(&desk).await;
    let mut new = through(&front);
    let Place::Gateway { domain, .. } = &mut new.place else { panic!("a gateway") };
    *domain = DOMAIN.into();
    let refused = with_client(&desk, &front, &new).await;
    assert_eq!(refused, Err(Failure::DomainNotGenesys { domain: DOMAIN.into() }));
    assert_eq!(front.server.requests().len(), 0);
    front.says_it_is(LOGIN_BASE);
    with_client(&desk, &front, &new).await.expect("signed in");
    let report = check_connection(&desk.app, &new.place).await.expect("a report");
    assert_eq!(report.verdict, Verdict::Inspected, "the extra certificate is the only one that trusts it");
}

#[tokio::test]
async fn a_gateway_that_cannot_be_right_is_not_spoken_to() {
    let desk = Desk::open().await;
    let front = behind_gateway(&desk).await;
    let mut new = through(&front);
    let Place::Gateway { gateway, .. } = &mut new.place else { panic!("a gateway") };
    let base = format!("https://localhost:{}", front.port);
    let fine = GatewayCheck::Fine { api: format!("{base}{API}"), login: format!("{base}{LOGIN}") };
    assert_eq!(check_gateway(gateway), fine);
    gateway.login_prefix = "../login".into();
    let problems = vec![GatewayProblem::LoginPrefixInvalid];
    assert_eq!(check_gateway(gateway), GatewayCheck::Wrong { problems });
    assert_eq!(with_client(&desk, &front, &new).await, Err(Failure::PlaceUnknown));
    assert_eq!(front.server.requests().len(), 0);
}

#[tokio::test]
async fn a_production_organization_asks_once_more() {
    let desk = Desk::open().await;
    let front = behind_gateway(&desk).await;
    let org = with_client(&desk, &front, &through(&front)).await.expect("signed in");
    let marking = Marking { colour: Colour::Magenta, production: true };
    let view = mark_profile(&desk.app, &org.id, marking).await.expect("marked");
    assert_eq!(view.open.map(|open| open.marking), Some(marking));
    let mut draft = start_draft(&desk.app, &org.id, Purpose::Scim).await.expect("draft");
    draft.name = "Entra ID".into();
    let before = front.server.requests().len();
    let restore =
        |confirmed| restore_default_roles(&desk.app, &org.id, Language::English, draft.clone(), confirmed);
    let held_back = create_client(&desk.app, &org.id, &draft, false).await;
    assert_eq!(held_back, Err(Failure::ConfirmProduction));
    assert_eq!(restore(false).await, Err(Failure::ConfirmProduction));
    let role = &draft.roles[0].role_id;
    let grant = grant_role(&desk.app, &org.id, Language::English, role, false).await;
    assert_eq!(grant, Err(Failure::ConfirmProduction));
    assert_eq!(front.server.requests().len(), before, "nothing was sent");
    restore(true).await.expect("restored");
    create_client(&desk.app, &org.id, &draft, true).await.expect("created");
}
