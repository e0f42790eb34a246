//! Signing in with the browser, up to the code: proof keys, the listener, the launcher, and what people paste.

use std::collections::HashSet;
use std::future::{pending, ready};
use std::time::Duration;

use latchkey::domain::pasted_token::clean_token;
use latchkey::domain::region::{REGIONS, Region};
use latchkey::sign_in::authorize::{AuthorizeRequest, State};
use latchkey::sign_in::browser::{Browser, BrowserError};
use latchkey::sign_in::loopback::{Listener, Outcome, PORTS, PortsTaken};
use latchkey::sign_in::pkce::Verifier;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;
use url::Url;

/// Ports that the system picks, so that tests do not take one another's.
pub(crate) const ANY: [u16; 4] = [0; 4];
/// Longer than any test.
pub(crate) const LONG: Duration = Duration::from_secs(120);

/// A wait for an answer, and what its answer must bring.
pub(crate) struct Flow {
    pub(crate) port: u16,
    pub(crate) state: String,
    pub(crate) waiting: JoinHandle<Outcome>,
}

/// The value of a state, which only the address says.
pub(crate) fn value_of(state: &State) -> String {
    let request =
        AuthorizeRequest { state, client_id: "id", redirect_uri: "http://localhost:1", challenge: "c" };
    let url = Url::parse(&request.address()).expect("an address");
    url.query_pairs().find(|(name, _)| name == "state").expect("a state").1.into_owned()
}

impl Flow {
    pub(crate) async fn start(login_base: &str) -> Flow {
        let listener = Listener::open_on(&ANY).await.expect("a port");
        let state = State::fresh(login_base, "profile").expect("randomness");
        let (port, value) = (listener.port(), value_of(&state));
        Flow { port, state: value, waiting: tokio::spawn(listener.wait(state, LONG, pending())) }
    }

    /// The request of the browser that comes back with this query.
    pub(crate) fn request(&self, query: &str) -> String {
        let port = self.port;
        format!("GET /?{query} HTTP/1.1\r\nHost: localhost:{port}\r\nAccept: text/html\r\n\r\n")
    }

    /// Sends the right answer, and gives what the browser shows and what the wait ended with.
    pub(crate) async fn finish(self, code: &str) -> (String, String) {
        let request = self.request(&format!("code={code}&state={}", self.state));
        let page = send(self.port, request.as_bytes()).await;
        match self.waiting.await.expect("it ends") {
            Outcome::Code(found) => (page, found.expose().to_owned()),
            other => panic!("{other:?}"),
        }
    }
}

/// Sends bytes as they are, and reads until the other side closes.
pub(crate) async fn send(port: u16, bytes: &[u8]) -> String {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).await.expect("it listens");
    // A refused request may be cut short on purpose.
    let _ = stream.write_all(bytes).await;
    let mut answer = Vec::new();
    let _ = stream.read_to_end(&mut answer).await;
    String::from_utf8(answer).expect("text")
}

fn table<T: DeserializeOwned>(name: &str) -> Vec<T> {
    let path = format!("{}/tests/tables/{name}.json", env!("CARGO_MANIFEST_DIR"));
    serde_json::from_str(&std::fs::read_to_string(path).expect("table")).expect(name)
}

#[test]
fn ten_thousand_verifiers_differ() {
    let mut seen = HashSet::new();
    for _ in 0..10_000 {
        let verifier = Verifier::fresh().expect("randomness");
        let text = verifier.secret().expose();
        assert!((43..=128).contains(&text.len()));
        assert!(text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte)));
        assert_eq!(verifier.challenge().len(), 43);
        assert!(seen.insert(text.to_owned()) && seen.insert(verifier.challenge()));
    }
}

#[tokio::test]
async fn the_right_answer_gives_the_code_and_a_page_without_it() {
    let flow = Flow::start("https://login.mypurecloud.de").await;
    let state = flow.state.clone();
    let (page, code) = flow.finish("a-code_1.2~3").await;
    assert_eq!(code, "a-code_1.2~3");
    assert!(page.starts_with("HTTP/1.1 200 OK\r\n"), "{page}");
    for expected in [
        "You can close this page and return to Latchkey.",
        "Vous pouvez fermer cette page et revenir à Latchkey.",
        "Content-Security-Policy: default-src 'none';",
        "Referrer-Policy: no-referrer\r\n",
        "Cache-Control: no-store\r\n",
        "Connection: close\r\n",
    ] {
        assert!(page.contains(expected), "{expected}: {page}");
    }
    assert!(!page.contains(&code) && !page.contains(&state) && !page.contains("<script"));
}

#[tokio::test]
async fn the_answer_may_come_by_either_kind_of_address_and_with_more_members() {
    for (host, name) in [("::1", "localhost"), ("127.0.0.1", "127.0.0.1")] {
        let flow = Flow::start("https://login.mypurecloud.de").await;
        let Ok(mut stream) = TcpStream::connect((host, flow.port)).await else {
            assert_eq!(host, "::1", "this computer has no IPv6");
            continue;
        };
        let query = format!("session_state=1&state={}&code=abc&iss=x", flow.state);
        let request = flow.request(&query).replace("Host: localhost", &format!("Host: {name}"));
        // In two parts, as slow browsers send.
        let (first, second) = request.as_bytes().split_at(request.len() - 2);
        stream.write_all(first).await.expect("sent");
        stream.flush().await.expect("sent");
        stream.write_all(second).await.expect("sent");
        let outcome = flow.waiting.await.expect("it ends");
        assert!(matches!(outcome, Outcome::Code(code) if code.expose() == "abc"));
    }
}

#[tokio::test]
async fn a_refusal_of_the_login_host_ends_the_wait() {
    let flow = Flow::start("https://login.mypurecloud.de").await;
    let query = format!("error=access_denied&error_description=%3Cb%3Eno&state={}", flow.state);
    let page = send(flow.port, flow.request(&query).as_bytes()).await;
    assert!(page.contains("You are not signed in") && !page.contains("<b>"), "{page}");
    let outcome = flow.waiting.await.expect("it ends");
    assert!(matches!(outcome, Outcome::Denied { error } if error == "access_denied"));
}

#[tokio::test]
async fn time_and_the_person_end_the_wait_and_nothing_listens_afterwards() {
    for cancelled in [false, true] {
        let listener = Listener::open_on(&ANY).await.expect("a port");
        let (port, state) = (listener.port(), State::fresh("https://login.mypurecloud.de", "p"));
        let state = state.expect("randomness");
        let outcome = match cancelled {
            true => listener.wait(state, LONG, ready(())).await,
            false => listener.wait(state, Duration::ZERO, pending()).await,
        };
        assert_eq!(matches!(outcome, Outcome::Cancelled), cancelled);
        assert_eq!(matches!(outcome, Outcome::TimedOut), !cancelled);
        assert!(TcpStream::connect(("127.0.0.1", port)).await.is_err());
    }
}

#[tokio::test]
async fn a_second_attempt_finds_the_port_free_again() {
    let mut port = None;
    for _ in 0..2 {
        let listener = match port {
            None => Listener::open().await.expect("a port"),
            Some(port) => Listener::open_on(&[port]).await.expect("the same port"),
        };
        assert!(PORTS.contains(&listener.port()));
        port = Some(listener.port());
        let state = State::fresh("https://login.mypurecloud.de", "p").expect("randomness");
        let (port, value) = (listener.port(), value_of(&state));
        let flow = Flow { port, state: value, waiting: tokio::spawn(listener.wait(state, LONG, pending())) };
        assert_eq!(flow.finish("abc").await.1, "abc");
        assert!(TcpStream::connect(("127.0.0.1", port)).await.is_err());
    }
}

#[tokio::test]
async fn a_port_that_somebody_has_half_of_is_left_alone() {
    let mine = TcpListener::bind(("127.0.0.1", 0)).await.expect("a port");
    let taken = mine.local_addr().expect("an address").port();
    assert_eq!(Listener::open_on(&[taken]).await.map(|listener| listener.port()), Err(PortsTaken));
    let moved = Listener::open_on(&[taken, 0]).await.expect("the next port");
    assert_ne!(moved.port(), taken);
    assert_eq!(moved.redirect_uri(), format!("http://localhost:{}", moved.port()));
    if let Ok(squatter) = TcpListener::bind(("::1", 0)).await {
        let taken = squatter.local_addr().expect("an address").port();
        assert_eq!(Listener::open_on(&[taken]).await.map(|listener| listener.port()), Err(PortsTaken));
    }
}

#[test]
fn the_fixed_ports_are_distinct_and_not_handed_out_to_others() {
    assert_eq!(PORTS.iter().collect::<HashSet<_>>().len(), PORTS.len());
    // Linux hands out from 32768, Windows and macOS from 49152.
    assert!(PORTS.iter().all(|port| (1024..32_768).contains(port)));
}

#[tokio::test]
async fn a_slow_request_and_hundreds_of_idle_connections_do_not_keep_the_answer_out() {
    let listener = Listener::open_on(&ANY).await.expect("a port");
    let listener = listener.with_request_limit(Duration::from_millis(20));
    let state = State::fresh("https://login.mypurecloud.de", "p").expect("randomness");
    let (port, value) = (listener.port(), value_of(&state));
    let flow = Flow { port, state: value, waiting: tokio::spawn(listener.wait(state, LONG, pending())) };
    let page = send(port, b"GET /?code=abc&sta").await;
    assert!(page.starts_with("HTTP/1.1 408 "), "{page}");
    assert_eq!(flow.finish("abc").await.1, "abc");

    let flow = Flow::start("https://login.mypurecloud.de").await;
    let mut idle = Vec::new();
    for _ in 0..400 {
        idle.push(TcpStream::connect(("127.0.0.1", flow.port)).await.expect("it listens"));
    }
    assert_eq!(flow.finish("abc").await.1, "abc");
}

#[tokio::test]
async fn the_state_of_one_region_never_counts_in_another() {
    for own in REGIONS {
        let flow = Flow::start(&own.login_base()).await;
        for other in REGIONS.into_iter().filter(|other| *other != own) {
            let foreign = State::fresh(&other.login_base(), "profile").expect("randomness");
            assert_eq!(foreign.login_base(), other.login_base());
            let query = format!("code=stolen&state={}", value_of(&foreign));
            let page = send(flow.port, flow.request(&query).as_bytes()).await;
            assert!(page.starts_with("HTTP/1.1 400 "), "{} in {}", other.domain, own.domain);
        }
        assert!(!flow.waiting.is_finished());
        assert_eq!(flow.finish("own").await.1, "own");
    }
}

#[cfg(unix)]
#[tokio::test]
async fn a_browser_that_does_not_open_says_so() {
    let address = "https://login.mypurecloud.de/";
    assert_eq!(Browser::launched_by("true", &[]).open(address).await, Ok(()));
    assert_eq!(Browser::launched_by("false", &[]).open(address).await, Err(BrowserError::Launcher));
    let missing = Browser::launched_by("/nowhere/browser", &[]);
    assert_eq!(missing.open(address).await, Err(BrowserError::Launcher));
    assert_eq!(Browser::launched_by("true", &[]).open("file:///").await, Err(BrowserError::Address));
    // One argument, whatever is in it.
    let test = ["-c", "test $# = 1 -a \"$1\" = 'https://x.example/?a=%22;b&c=$(d)'", "sh"];
    let outcome = Browser::launched_by("sh", &test).open("https://x.example/?a=\";b&c=$(d)").await;
    assert_eq!(outcome, Ok(()));
}

#[derive(Deserialize)]
struct AddressRow {
    text: String,
    domain: Option<String>,
}

#[test]
fn a_region_is_recognised_from_any_of_its_addresses() {
    for row in table::<AddressRow>("region_addresses") {
        let found = Region::of_address(&row.text).map(|region| region.domain.into_owned());
        assert_eq!(found, row.domain, "{}", row.text);
    }
    for region in REGIONS {
        for host in ["login", "api", "apps", "streaming"] {
            let pasted = format!(" https://{host}.{}/x?y#z ", region.domain.to_uppercase());
            assert_eq!(Region::of_address(&pasted).as_ref(), Some(&region), "{pasted}");
        }
    }
}

#[test]
fn a_region_is_recognised_by_its_names() {
    for row in table::<AddressRow>("region_names") {
        let found = Region::of_pasted(&row.text).map(|region| region.domain.into_owned());
        assert_eq!(found, row.domain, "{}", row.text);
    }
    for row in table::<AddressRow>("region_addresses").into_iter().filter(|row| row.text != "Frankfurt") {
        let found = Region::of_pasted(&row.text).map(|region| region.domain.into_owned());
        assert_eq!(found, row.domain, "{}", row.text);
    }
    for region in REGIONS {
        let code = region.code.to_string();
        for named in [code.clone(), code.replace('-', "_"), code.to_uppercase(), region.place.to_string()] {
            assert_eq!(Region::of_pasted(&named).as_ref(), Some(&region), "{named}");
            let both = format!("{named} ({code})");
            assert_eq!(Region::of_pasted(&both).as_ref(), Some(&region), "{both}");
        }
    }
}

#[derive(Deserialize)]
struct TokenRow {
    text: String,
    #[serde(default = "once")]
    times: usize,
    token: Option<String>,
    problem: Option<String>,
}

fn once() -> usize {
    1
}

#[test]
fn a_pasted_token_is_cleaned_or_refused() {
    for row in table::<TokenRow>("pasted_tokens") {
        let text = row.text.repeat(row.times);
        match (clean_token(&text), row.problem) {
            (Ok(token), None) => {
                let expected = row.token.unwrap_or(text);
                assert_eq!(token.expose(), expected, "{:?}", row.text);
            }
            (Err(problem), Some(expected)) => {
                let code = serde_json::to_value(problem).expect("a code");
                assert_eq!(code, expected, "{:?}", row.text);
            }
            (outcome, expected) => panic!("{:?}: {outcome:?}, not {expected:?}", row.text),
        }
    }
}
