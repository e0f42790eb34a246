//! A request to the loopback listener; `{state}` stands for the state that is waited for.
//! It must never know how it is read: what a request has to be is said here a second time, in other words.

use latchkey::sign_in::authorize::{AuthorizeRequest, State};
use latchkey::sign_in::loopback::{Outcome, outcome_of};
use url::form_urlencoded;

/// The port of the listener.
const PORT: u16 = 18253;

thread_local! {
    // Fresh ones for each input would ask the operating system for randomness a million times.
    static STATES: [(State, String); 2] = [state(), state()];
}

fn state() -> (State, String) {
    let state = State::fresh("https://login.mypurecloud.de", "profile").expect("randomness");
    let request = AuthorizeRequest { state: &state, client_id: "", redirect_uri: "", challenge: "" };
    let value = request.address().rsplit('=').next().unwrap_or_default().to_owned();
    (state, value)
}

pub(super) fn run(data: &[u8]) {
    STATES.with(|[(own, value), (other, _)]| {
        let request = filled(data, value);
        let outcome = outcome_of(&request, own, PORT);
        assert!(outcome_of(&request, other, PORT).is_none(), "any state will do");
        let Some(outcome) = outcome else { return };
        assert!(outcome_of(&request, own, PORT + 1).is_none(), "any port will do");
        let end = request.windows(4).position(|four| four == b"\r\n\r\n").expect("an end of the head");
        let head = std::str::from_utf8(&request[..end]).expect("text");
        let (line, headers) = head.split_once("\r\n").expect("a line and headers");
        for (name, wanted) in members(line, value) {
            match (&outcome, name) {
                (Outcome::Code(code), "code") => assert_eq!(code.expose(), wanted, "another code"),
                (Outcome::Denied { error }, "error") => assert_eq!(*error, wanted, "another error"),
                _ => panic!("neither a code nor an error alone"),
            }
        }
        only_for_here(headers);
        // What comes after the head is never read.
        let shown = format!("{:?}", outcome_of(&request[..end + 4], own, PORT));
        assert_eq!(shown, format!("{:?}", Some(outcome)), "more than the head counts");
    });
}

fn filled(data: &[u8], state: &str) -> Vec<u8> {
    let (mut request, mut rest) = (Vec::with_capacity(data.len()), data);
    while let Some(at) = rest.windows(7).position(|seven| seven == b"{state}") {
        request.extend_from_slice(&rest[..at]);
        request.extend_from_slice(state.as_bytes());
        rest = &rest[at + 7..];
    }
    request.extend_from_slice(rest);
    request
}

/// The code or the error of the first line, which brings the state exactly once.
fn members(line: &str, state: &str) -> Vec<(&'static str, String)> {
    let query = line.strip_prefix("GET /?").expect("GET, the root and a query");
    let query = query.strip_suffix(" HTTP/1.1").or_else(|| query.strip_suffix(" HTTP/1.0")).expect("HTTP/1");
    let of = |wanted: &'static str| {
        let members = form_urlencoded::parse(query.as_bytes());
        members.filter(move |(name, _)| name == wanted).map(move |(_, value)| (wanted, value.into_owned()))
    };
    assert_eq!(of("state").collect::<Vec<_>>(), [("state", state.to_owned())], "not the state, once");
    let found: Vec<_> = of("code").chain(of("error")).collect();
    assert_eq!(found.len(), 1, "neither a code nor an error alone");
    assert!(found.iter().all(|(_, value)| !value.is_empty() && value.bytes().all(|b| b.is_ascii_graphic())));
    found
}

/// The one host, no other site's script, no body.
fn only_for_here(headers: &str) {
    let of = |wanted: &str| -> Vec<String> {
        let pairs = headers.split("\r\n").map(|line| line.split_once(':').expect("name and value"));
        let pairs = pairs.filter(|(name, _)| name.eq_ignore_ascii_case(wanted));
        pairs.map(|(_, value)| value.trim().to_ascii_lowercase()).collect()
    };
    let hosts = of("Host");
    let here = [format!("localhost:{PORT}"), format!("127.0.0.1:{PORT}")];
    assert!(hosts.len() == 1 && here.contains(&hosts[0]), "for another host: {hosts:?}");
    assert!(of("Origin").iter().all(|origin| origin == "null"), "from another site");
    assert!(of("Content-Length").iter().all(|length| length == "0"), "a body");
    assert!(of("Transfer-Encoding").is_empty(), "a body");
}
