//! Judges a request: is it the answer that is waited for?
//! It must never take a code or an error that does not come with the right state, once each.

use url::form_urlencoded;

use super::Outcome;
use super::request::Head;
use crate::domain::secret::Secret;
use crate::sign_in::authorize::State;

/// The longest code that is believed, in characters.
const LONGEST_CODE: usize = 2048;
/// The longest error that is believed, in characters.
const LONGEST_ERROR: usize = 64;

/// What a request is.
#[derive(Debug)]
pub(super) enum Verdict {
    /// The answer.
    Answer(Outcome),
    /// Another method than GET.
    WrongMethod,
    /// Another path than `/`, such as `/favicon.ico`.
    WrongPath,
    /// Not from this flow, or not to be trusted.
    Refused,
}

/// Judges a request that came to this port, by the state that an answer must bring.
pub(super) fn judge(head: &Head, state: &State, port: u16) -> Verdict {
    if !is_for_here(head, port) {
        return Verdict::Refused;
    }
    if head.method != "GET" {
        return Verdict::WrongMethod;
    }
    let (path, query) = head.target.split_once('?').unwrap_or((&head.target, ""));
    if path != "/" {
        return Verdict::WrongPath;
    }
    outcome(query, state).map_or(Verdict::Refused, Verdict::Answer)
}

/// Whether the browser itself was sent here, by name or number. Another `Host` is another site's name
/// pointed at this computer; an `Origin` is another site's script.
fn is_for_here(head: &Head, port: u16) -> bool {
    let here = [format!("localhost:{port}"), format!("127.0.0.1:{port}")];
    // Browsers may send `null` when they come from a page that gives no referrer.
    head.host.as_ref().is_some_and(|host| here.contains(host))
        && head.origin.as_deref().is_none_or(|origin| origin == "null")
        && !head.has_body
}

fn outcome(query: &str, state: &State) -> Option<Outcome> {
    let members: Vec<(String, String)> = form_urlencoded::parse(query.as_bytes()).into_owned().collect();
    let mut found = [("state", None), ("code", None), ("error", None)];
    for (name, value) in &members {
        for (wanted, place) in &mut found {
            // Said twice, it would be anyone's guess which one counts.
            if name == *wanted && place.replace(value.as_str()).is_some() {
                return None;
            }
        }
    }
    let [(_, given), (_, code), (_, error)] = found;
    if !state.is(given?) {
        return None;
    }
    match (code, error) {
        (Some(code), None) if is_code(code) => Some(Outcome::Code(Secret::new(code.to_owned()))),
        (None, Some(error)) if is_error(error) => Some(Outcome::Denied { error: error.to_owned() }),
        _ => None,
    }
}

fn is_code(text: &str) -> bool {
    (1..=LONGEST_CODE).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_graphic())
}

fn is_error(text: &str) -> bool {
    let letter = |byte: u8| byte.is_ascii_alphanumeric() || b"_-.".contains(&byte);
    (1..=LONGEST_ERROR).contains(&text.len()) && text.bytes().all(letter)
}
