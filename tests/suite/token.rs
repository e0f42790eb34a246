//! Tokens from the practice organization's login host, and the whole way through browser, page and listener.

use std::future::pending;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use latchkey::domain::region::Region;
use latchkey::domain::secret::Secret;
use latchkey::genesys::endpoint::Endpoint;
use latchkey::genesys::error::ApiError;
use latchkey::genesys::network::Network;
use latchkey::genesys::session::Session;
use latchkey::genesys::token::{AccessToken, CodeGrant, LoginHost};
use latchkey::genesys::token_error::{TokenError, TokenProblem};
use latchkey::genesys::unreachable::UnreachableReason;
use latchkey::practice::{Fault, FaultKind, Practice, Settings, Start};
use latchkey::sign_in::authorize::{AuthorizeRequest, State};
use latchkey::sign_in::loopback::{Listener, Outcome};
use latchkey::sign_in::pkce::Verifier;
use reqwest::Client;
use reqwest::header::{ACCEPT_LANGUAGE, LOCATION};
use reqwest::redirect::Policy;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;

use crate::practice_bench::{Bench, CLIENTS, EMPLOYEE, machine};
use crate::sign_in::{ANY, LONG};

fn endpoint(practice: &Practice) -> Endpoint {
    Endpoint::practice(practice.address(), Region::of_domain("mypurecloud.de").expect("a region"))
}

fn login_host(practice: &Practice) -> LoginHost {
    LoginHost::new(endpoint(practice), &Network::default()).expect("a web client")
}

async fn practice() -> Practice {
    Practice::start(Start::default()).await.expect("it starts")
}

/// A person with a browser that follows nothing by itself.
struct Person {
    http: Client,
    language: &'static str,
}

impl Person {
    fn speaking(language: &'static str) -> Person {
        Person { http: Client::builder().redirect(Policy::none()).build().expect("a client"), language }
    }

    async fn open(&self, address: &str) -> reqwest::Response {
        let request = self.http.get(address).header(ACCEPT_LANGUAGE, self.language);
        request.send().await.expect("an answer")
    }

    /// Answers the page of the practice organization, and gives where the browser is sent.
    async fn answer(&self, practice: &Practice, id: &str, answer: &str) -> reqwest::Response {
        let body = format!("request={id}&answer={answer}");
        let request = self.http.post(format!("{}/oauth/authorize", practice.address())).body(body);
        let request = request.header("content-type", "application/x-www-form-urlencoded");
        request.send().await.expect("an answer")
    }
}

fn sent_to(response: &reqwest::Response) -> String {
    assert_eq!(response.status(), 302);
    response.headers()[LOCATION].to_str().expect("an address").to_owned()
}

/// The number that is hidden in the page.
fn number_of(page: &str) -> String {
    let rest = page.split("name=\"request\" value=\"").nth(1).expect("a form");
    rest.split('"').next().expect("a number").to_owned()
}

/// One attempt to sign in: the listener waits, and the address is ready to be opened.
struct Attempt {
    verifier: Verifier,
    redirect_uri: String,
    address: String,
    waiting: tokio::task::JoinHandle<Outcome>,
}

impl Attempt {
    async fn start(practice: &Practice) -> Attempt {
        let listener = Listener::open_on(&ANY).await.expect("a port");
        let state = State::fresh(&endpoint(practice).login(""), "practice").expect("randomness");
        let verifier = Verifier::fresh().expect("randomness");
        let (redirect_uri, client_id) = (listener.redirect_uri(), practice.sign_in_client_id());
        let request = AuthorizeRequest {
            state: &state,
            client_id: &client_id,
            redirect_uri: &redirect_uri,
            challenge: &verifier.challenge(),
        };
        let address = request.address();
        let waiting = tokio::spawn(listener.wait(state, LONG, pending()));
        Attempt { verifier, redirect_uri, address, waiting }
    }

    async fn exchange(&self, practice: &Practice, code: &Secret) -> Result<AccessToken, TokenError> {
        let (client_id, verifier) = (practice.sign_in_client_id(), self.verifier.secret());
        let grant = CodeGrant { client_id: &client_id, code, redirect_uri: &self.redirect_uri, verifier };
        login_host(practice).with_code(&grant).await
    }

    async fn outcome(&mut self) -> Outcome {
        (&mut self.waiting).await.expect("it ends")
    }
}

#[tokio::test]
async fn a_person_signs_in_with_the_browser_and_out_again() {
    let practice = practice().await;
    let mut attempt = Attempt::start(&practice).await;
    let person = Person::speaking("en");
    let page = person.open(&attempt.address).await.text().await.expect("a page");
    for expected in
        ["Latchkey", "Harbour Practice", "practice organization", "organization:readonly", "Do not allow"]
    {
        assert!(page.contains(expected), "{expected}: {page}");
    }
    let back = sent_to(&person.answer(&practice, &number_of(&page), "allow").await);
    let end = person.open(&back).await.text().await.expect("a page");
    assert!(end.contains("You can close this page"), "{end}");
    let Outcome::Code(code) = attempt.outcome().await else { panic!("no code") };

    let token = attempt.exchange(&practice, &code).await.expect("a token");
    assert_eq!(token.expires_in_seconds, Some(43_199));
    let again = attempt.exchange(&practice, &code).await.expect_err("a code works once");
    assert_eq!(again.problem, TokenProblem::CodeRefused);

    let session =
        Session::with_token(endpoint(&practice), token.token, &Network::default()).expect("a session");
    let identity = session.read_identity().await.expect("an identity");
    assert_eq!(identity.user_name.as_deref(), Some("Alex Martin"));
    session.list_clients().await.expect("clients");
    let info = session.read_token_info().await.expect("token info");
    assert_eq!((info.organization.name.as_str(), info.is_visiting()), ("Harbour Practice", false));
    let client = info.client.clone().expect("a client");
    assert_eq!((client.name.as_str(), client.id), ("Latchkey", practice.sign_in_client_id()));
    assert_eq!(info.client_org_id.as_ref(), Some(&info.organization.id));
    assert!(!info.is_built_in());
    session.revoke_token().await.expect("signed out");
    let error = session.list_clients().await.expect_err("signed out");
    assert!(matches!(error, ApiError::Refused { refusal, .. } if refusal.status == 401));
}

#[tokio::test]
async fn a_person_who_does_not_allow_it_is_sent_back_without_a_code() {
    let practice = practice().await;
    let mut attempt = Attempt::start(&practice).await;
    let person = Person::speaking("fr-CA,fr;q=0.9,en;q=0.5");
    let response = person.open(&attempt.address).await;
    let policy = response.headers()["content-security-policy"].to_str().expect("a policy").to_owned();
    assert!(policy.starts_with("default-src 'none';"), "{policy}");
    assert!(policy.ends_with(&format!("form-action 'self' {}", attempt.redirect_uri)), "{policy}");
    let page = response.text().await.expect("a page");
    assert!(page.contains("lang=\"fr\"") && page.contains("Ne pas autoriser") && !page.contains("<script"));
    let back = sent_to(&person.answer(&practice, &number_of(&page), "deny").await);
    assert!(!back.contains("code="), "{back}");
    person.open(&back).await;
    assert!(matches!(attempt.outcome().await, Outcome::Denied { error } if error == "access_denied"));
}

#[tokio::test]
async fn a_page_is_answered_once_and_only_from_itself() {
    let practice = practice().await;
    let attempt = Attempt::start(&practice).await;
    let person = Person::speaking("en");
    let number = number_of(&person.open(&attempt.address).await.text().await.expect("a page"));
    for unknown in ["", "guessed", &number[1..]] {
        assert_eq!(person.answer(&practice, unknown, "allow").await.status(), 400);
    }
    let address = format!("{}/oauth/authorize", practice.address());
    let elsewhere = person.http.post(address).header("sec-fetch-site", "cross-site");
    let elsewhere = elsewhere.header("content-type", "application/x-www-form-urlencoded");
    let body = format!("request={number}&answer=allow");
    assert_eq!(elsewhere.body(body).send().await.expect("an answer").status(), 400);
    sent_to(&person.answer(&practice, &number, "allow").await);
    assert_eq!(person.answer(&practice, &number, "allow").await.status(), 400);
}

#[tokio::test]
async fn a_name_cannot_become_part_of_the_page() {
    let bench = Bench::playing(|settings| settings.approve_sign_ins_automatically = false).await;
    let client = serde_json::json!({
        "name": "<b>\"{organization}'&", "authorizedGrantType": "CODE", "scope": ["users"],
        "registeredRedirectUri": ["http://localhost"],
    });
    let id = bench.create(client).await.done().text("id");
    let query = [("client_id", id.as_str()), ("redirect_uri", "http://localhost"), ("response_type", "code")];
    let page = bench.visit("/oauth/authorize", &query).await;
    let text = page.body.as_str().expect("a page");
    assert!(text.contains("&lt;b&gt;&quot;{organization}&#39;&amp;") && !text.contains("<b>"), "{text}");
}

#[tokio::test]
async fn agreement_can_be_set_to_come_by_itself() {
    let settings = Settings { approve_sign_ins_automatically: true, ..Settings::default() };
    let practice = Practice::start(Start { port: None, settings }).await.expect("it starts");
    let mut attempt = Attempt::start(&practice).await;
    let person = Person::speaking("en");
    let back = sent_to(&person.open(&attempt.address).await);
    person.open(&back).await;
    let Outcome::Code(code) = attempt.outcome().await else { panic!("no code") };
    // Somebody else's verifier is no proof.
    let other = Attempt::start(&practice).await;
    let stolen = other.exchange(&practice, &code).await.expect_err("another verifier");
    assert_eq!(stolen.problem, TokenProblem::CodeRefused);
}

#[tokio::test]
async fn a_program_signs_in_with_id_and_secret() {
    let bench = Bench::open().await;
    let (practice, host) = (&bench.practice, login_host(&bench.practice));
    let (id, secret) = (practice.client_id(), Secret::new(practice.client_secret()));
    let token = host.with_client_credentials(&id, &secret).await.expect("a token");
    assert_eq!(token.expires_in_seconds, Some(86_399));
    let session =
        Session::with_token(endpoint(practice), token.token, &Network::default()).expect("a session");
    let info = session.read_token_info().await.expect("token info");
    assert_eq!(info.client.map(|client| client.name).as_deref(), Some("Practice tools"));
    let person =
        Session::with_token(endpoint(practice), Secret::new(practice.user_token()), &Network::default())
            .expect("a session");
    assert!(person.read_token_info().await.expect("token info").is_built_in());

    let wrong = Secret::new("wrong".to_owned());
    let rows = [
        (id.as_str(), &wrong, TokenProblem::WrongCredentials),
        ("unknown", &secret, TokenProblem::UnknownClient),
    ];
    for (id, secret, problem) in rows {
        let error = host.with_client_credentials(id, secret).await.expect_err("a wrong pair");
        assert_eq!((error.problem, error.status), (problem, Some(400)));
        assert_eq!(error.correlation_id.map(|id| id.len()), Some(36));
        assert_eq!((error.request.method, error.request.path.as_str()), ("POST", "/oauth/token"));
    }
    let code = bench.create(crate::practice_bench::login(&["users"])).await.done();
    let secret = Secret::new(code.text("secret"));
    let error = host.with_client_credentials(&code.text("id"), &secret).await.expect_err("a code client");
    assert_eq!(error.problem, TokenProblem::WrongGrantType);
}

/// RFC 6749 section 2.3.1: id and secret are encoded as in a form before they are put together.
#[tokio::test]
async fn credentials_survive_the_way_whatever_is_in_them() {
    let listener = TcpListener::bind(("127.0.0.1", 0)).await.expect("a port");
    let address = format!("http://{}", listener.local_addr().expect("an address"));
    let served = tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.expect("a request");
        let mut head = Vec::new();
        while !head.ends_with(b"\r\n\r\n") {
            head.push(stream.read_u8().await.expect("a byte"));
        }
        let body = r#"{"access_token":"abc","token_type":"bearer","expires_in":300}"#;
        let answer = format!("HTTP/1.1 200 OK\r\nContent-Length: {}\r\n\r\n{body}", body.len());
        stream.write_all(answer.as_bytes()).await.expect("sent");
        String::from_utf8(head).expect("text")
    });
    let region = Region::of_domain("mypurecloud.de").expect("a region");
    let host = LoginHost::new(Endpoint::practice(address, region), &Network::default()).expect("a host");
    let (id, secret) = ("an id:with %2B+&=é", "se:cr%et + &\u{1f511}=");
    host.with_client_credentials(id, &Secret::new(secret.to_owned())).await.expect("a token");
    let head = served.await.expect("served");
    let header = head.lines().find_map(|line| line.strip_prefix("authorization: Basic ")).expect("a header");
    let pair = String::from_utf8(STANDARD.decode(header.trim()).expect("base64")).expect("ASCII");
    let (sent_id, sent_secret) = pair.split_once(':').expect("a colon");
    assert!(pair.is_ascii() && !sent_secret.contains(':'), "the first colon is the only one: {pair}");
    let plain = |half: &str| {
        let decoded = url::form_urlencoded::parse(format!("x={half}").as_bytes())
            .next()
            .map(|(_, text)| text.into_owned());
        decoded.expect("a value")
    };
    assert_eq!((plain(sent_id).as_str(), plain(sent_secret).as_str()), (id, secret));
    // What Genesys Cloud gives out today is the same in both spellings.
    let practice = Bench::open().await.practice;
    for text in [practice.client_id(), practice.client_secret()] {
        assert_eq!(url::form_urlencoded::byte_serialize(text.as_bytes()).collect::<String>(), text);
    }
}

#[tokio::test]
async fn what_goes_wrong_on_the_way_has_its_name() {
    let bench = Bench::open().await;
    let (practice, host) = (&bench.practice, login_host(&bench.practice));
    let (id, secret) = (practice.client_id(), Secret::new(practice.client_secret()));
    let limited = FaultKind::RateLimited { retry_after_seconds: 3 };
    let cut = TokenProblem::Unreachable { reason: UnreachableReason::ConnectionClosed };
    for (kind, problem) in [
        (limited, TokenProblem::RateLimited { retry_after_seconds: 60 }),
        (FaultKind::ServerGone, cut.clone()),
        (FaultKind::CutAfterStore, cut),
        (FaultKind::Unreadable, TokenProblem::Unreadable),
        (FaultKind::Truncated, TokenProblem::Unreadable),
    ] {
        let fault =
            Fault { kind: kind.clone(), method: None, path: "/oauth/token".to_owned(), times: Some(1) };
        bench.change(|settings| settings.fault = Some(fault));
        let before = practice.requests().len();
        let error = host.with_client_credentials(&id, &secret).await.expect_err("a fault");
        assert_eq!(error.problem, problem);
        assert_eq!(practice.requests().len(), before + 1, "{kind:?}: sent once");
        assert!(!format!("{error:?} {error}").contains(secret.expose()));
    }
    let fault =
        Fault { kind: FaultKind::ServerError, method: None, path: "/oauth/token".to_owned(), times: Some(1) };
    bench.change(|settings| settings.fault = Some(fault));
    let error = host.with_client_credentials(&id, &secret).await.expect_err("a fault");
    assert_eq!(
        (error.status, error.problem),
        (Some(503), TokenProblem::Refused { code: "service.unavailable".to_owned() },)
    );
    bench.create(machine(&[EMPLOYEE])).await.done();
    assert!(practice.requests().iter().any(|record| record.path == CLIENTS));
}
