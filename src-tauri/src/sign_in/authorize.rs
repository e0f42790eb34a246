//! The address that the browser opens to sign in, and the state that comes back with the answer.
//! It must never carry the verifier, nor let the answer of one login host count for another.

use url::form_urlencoded::Serializer;

use super::{NoRandomness, fresh};
use crate::domain::secret::Secret;

/// What an answer must bring back to count: 256 random bits, made for one login host and one profile.
///
/// Latchkey signs in at one login host for each region. A state is compared only with itself, and names the
/// only host that its code may be taken to (RFC 9700, mix-up).
#[derive(Debug)]
pub struct State {
    value: Secret,
    login_base: String,
    profile: String,
}

impl State {
    /// A new state for one login host, such as `https://login.mypurecloud.de`, and one profile.
    ///
    /// # Errors
    /// When the operating system has no randomness to give.
    pub fn fresh(login_base: &str, profile: &str) -> Result<State, NoRandomness> {
        Ok(State { value: fresh()?, login_base: login_base.to_owned(), profile: profile.to_owned() })
    }

    /// The login host that it was made for, and the only one that may be given the code.
    pub fn login_base(&self) -> &str {
        &self.login_base
    }

    /// The profile that is being signed in.
    pub fn profile(&self) -> &str {
        &self.profile
    }

    /// Whether this is what was sent. Takes as long for a near miss as for a far one.
    pub fn is(&self, given: &str) -> bool {
        let (own, given) = (self.value.expose().as_bytes(), given.as_bytes());
        let difference = own.iter().zip(given).fold(0, |difference, (a, b)| difference | (a ^ b));
        own.len() == given.len() && difference == 0
    }
}

/// One question to the login host: may this client act for the person in front of the browser?
#[derive(Debug)]
pub struct AuthorizeRequest<'a> {
    /// The state, which also says which login host is asked.
    pub state: &'a State,
    /// The code client, which must be registered with `http://localhost`.
    pub client_id: &'a str,
    /// Where the listener waits.
    pub redirect_uri: &'a str,
    /// The public half of the proof key.
    pub challenge: &'a str,
}

impl AuthorizeRequest<'_> {
    /// The address to open. It asks for no scope: those that the client is registered with apply.
    pub fn address(&self) -> String {
        let query = Serializer::new(String::new())
            .append_pair("client_id", self.client_id.trim())
            .append_pair("redirect_uri", self.redirect_uri)
            .append_pair("response_type", "code")
            .append_pair("code_challenge", self.challenge)
            .append_pair("code_challenge_method", "S256")
            .append_pair("state", self.state.value.expose())
            .finish();
        format!("{}/oauth/authorize?{query}", self.state.login_base)
    }
}

#[cfg(test)]
mod tests {
    use super::{AuthorizeRequest, State};

    #[test]
    fn the_address_asks_for_a_code_with_s256_and_without_scope() {
        let state = State::fresh("https://login.mypurecloud.de", "p").expect("randomness");
        let request = AuthorizeRequest {
            state: &state,
            client_id: "a b&c",
            redirect_uri: "http://localhost:18253",
            challenge: "xyz",
        };
        let expected = "https://login.mypurecloud.de/oauth/authorize?client_id=a+b%26c&redirect_uri=\
            http%3A%2F%2Flocalhost%3A18253&response_type=code&code_challenge=xyz&code_challenge_method=S256&state=";
        let address = request.address();
        assert!(address.starts_with(expected), "{address}");
        assert!(state.is(&address[expected.len()..]));
        assert!(!address.contains("scope"));
    }

    #[test]
    fn a_state_is_only_itself() {
        let state = State::fresh("https://login.mypurecloud.de", "p").expect("randomness");
        let value = state.value.expose();
        assert!(state.is(value));
        for wrong in ["", &value[1..], &format!("{value}A"), &value.to_lowercase(), &value.to_uppercase()] {
            assert!(!state.is(wrong), "{wrong}");
        }
        assert_eq!(format!("{:?}", state.value), "Secret(…)");
    }
}
