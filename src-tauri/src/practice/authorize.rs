//! The address where signing in starts: the practice administrator is asked, or agrees at once if so set.
//! Must never redirect to an address that the client has not registered.

use std::time::Instant;

use axum::extract::{Query, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use url::Url;

use super::desk::House;
use super::org::Org;
use super::{chance, consent};

/// An authorization code, waiting for its token request.
pub(super) struct Code {
    pub(super) client_id: String,
    pub(super) redirect_uri: String,
    pub(super) challenge: Option<String>,
    pub(super) made: Instant,
}

/// The query of section 7.3. `org`, `provider`, `login_hint` and `prompt` may come too and change nothing
/// here.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Asked {
    pub(super) client_id: String,
    redirect_uri: String,
    response_type: String,
    code_challenge: Option<String>,
    code_challenge_method: Option<String>,
    state: Option<String>,
}

/// What is sent back when there is no code: the error of section 7.5 and its description.
pub(super) type Error = (&'static str, &'static str);

pub(super) async fn authorize(
    State(house): State<House>,
    headers: HeaderMap,
    Query(asked): Query<Asked>,
) -> Response {
    let mut org = house.open();
    let Some(target) = known_redirect(&org, &asked) else {
        return consent::unknown(&headers);
    };
    match decide(&org, &asked) {
        Err(error) => send_back(target, &asked, Err(error)),
        Ok(()) if org.settings.approve_sign_ins_automatically => {
            let outcome = new_code(&mut org, &asked);
            send_back(target, &asked, outcome)
        }
        Ok(()) => consent::ask(&mut org, &headers, asked, target),
    }
}

/// Sends the browser back with a code, or with an error.
pub(super) fn send_back(mut target: Url, asked: &Asked, outcome: Result<String, Error>) -> Response {
    {
        let mut query = target.query_pairs_mut();
        match outcome {
            Ok(code) => query.append_pair("code", &code),
            Err((error, description)) => {
                query.append_pair("error", error).append_pair("error_description", description)
            }
        };
        if let Some(state) = &asked.state {
            query.append_pair("state", state);
        }
    }
    (StatusCode::FOUND, [(header::LOCATION, target.to_string())]).into_response()
}

/// Whether the request may be granted. Which error answers a client that is not active is a guess.
pub(super) fn decide(org: &Org, asked: &Asked) -> Result<(), Error> {
    if asked.response_type != "code" {
        return Err(("unsupported_response_type", "only the response type code is supported"));
    }
    let content = org.client(&asked.client_id).map(|client| &client.content);
    if content.is_none_or(|content| content.grant != "CODE" || content.state != "active") {
        return Err(("unauthorized_client", "the client may not use this grant"));
    }
    let method = asked.code_challenge_method.as_deref();
    match &asked.code_challenge {
        Some(challenge) if method != Some("S256") || challenge.len() != 43 => {
            Err(("invalid_pkce_package", "the code challenge must be 43 characters of method S256"))
        }
        None if method.is_some() => Err(("invalid_pkce_package", "the code challenge is missing")),
        _ => Ok(()),
    }
}

/// A code for a request that may be granted.
pub(super) fn new_code(org: &mut Org, asked: &Asked) -> Result<String, Error> {
    let code = chance::secret().map_err(|_| ("server_error", "no code could be made"))?;
    let made = Code {
        client_id: asked.client_id.clone(),
        redirect_uri: asked.redirect_uri.clone(),
        challenge: asked.code_challenge.clone(),
        made: org.clock().instant(),
    };
    org.codes.insert(code.clone(), made);
    Ok(code)
}

fn known_redirect(org: &Org, asked: &Asked) -> Option<Url> {
    let registered = &org.client(&asked.client_id)?.content.redirects;
    let known = registered.iter().any(|registered| matches(registered, &asked.redirect_uri));
    Url::parse(&asked.redirect_uri).ok().filter(|_| known)
}

/// Exact match of the whole string; a loopback address registered without port goes with any port. Only
/// `localhost` without a path is proven (section 7.4), so nothing else gets that treatment (guess: the worse
/// case).
fn matches(registered: &str, given: &str) -> bool {
    if registered == given {
        return true;
    }
    let loopback = ["http://localhost", "https://localhost"].contains(&registered);
    let port = given.strip_prefix(registered).and_then(|rest| rest.strip_prefix(':'));
    loopback && port.is_some_and(|port| port.parse::<u16>().is_ok_and(|number| number > 0))
}

#[cfg(test)]
mod tests {
    use super::matches;

    #[test]
    fn loopback_without_port_or_path_goes_with_any_port() {
        assert!(matches("http://localhost", "http://localhost:50123"));
        assert!(!matches("http://localhost", "http://localhost:50123/"));
        assert!(!matches("http://localhost/callback", "http://localhost:50123/callback"));
        assert!(!matches("http://localhost:7788", "http://localhost:7789"));
        assert!(!matches("https://crm.example", "https://crm.example:8443"));
    }
}
