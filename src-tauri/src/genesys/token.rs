//! The login host's token endpoint.
//! It must never repeat a request, nor put a secret, a code or a token into an error.

use reqwest::RequestBuilder;
use reqwest::header::{ACCEPT, CONTENT_TYPE};
use secrecy::zeroize::Zeroizing;
use serde::Deserialize;
use url::form_urlencoded::{Serializer, byte_serialize};

use super::answers::{self, MAX_SMALL, Maybe, Unreadable};
use super::endpoint::Endpoint;
use super::error::Request;
use super::network::Network;
use super::send::{limited_body, retry_after, text_header};
use super::session::client;
use super::token_error::{TokenError, TokenProblem, sort};
use super::unreachable::UnreachableReason;
use crate::domain::secret::Secret;

const TOKEN: &str = "/oauth/token";

/// An access token, fresh from the login host.
#[derive(Debug)]
pub struct AccessToken {
    /// The token.
    pub token: Secret,
    /// How long it lives from now; absent only if the server left it out.
    pub expires_in_seconds: Option<u32>,
}

/// What the browser brought back, with what proves that it was asked for here.
#[derive(Debug)]
pub struct CodeGrant<'a> {
    /// The code client.
    pub client_id: &'a str,
    /// The authorization code.
    pub code: &'a Secret,
    /// The redirect URI, exactly as in the authorize address.
    pub redirect_uri: &'a str,
    /// The PKCE verifier.
    pub verifier: &'a Secret,
}

/// A connection to the login host of one organization.
#[derive(Debug)]
pub struct LoginHost {
    endpoint: Endpoint,
    http: reqwest::Client,
}

impl LoginHost {
    /// A connection to the login host of this endpoint.
    ///
    /// # Errors
    /// When this computer cannot make secure connections.
    pub fn new(endpoint: Endpoint, network: &Network) -> Result<LoginHost, TokenError> {
        let unable = || TokenError::new(TokenProblem::NoSecureConnections, place());
        // A code can be exchanged once: a request that is repeated unseen would find it used.
        let http = client(&endpoint, network)
            .map_err(|_| unable())?
            .pool_max_idle_per_host(0)
            .retry(reqwest::retry::never())
            .build()
            .map_err(|_| unable())?;
        Ok(LoginHost { endpoint, http })
    }

    /// A token for a program, by its client's id and secret.
    ///
    /// # Errors
    /// When the login host refuses, or does not answer.
    pub async fn with_client_credentials(
        &self,
        client_id: &str,
        secret: &Secret,
    ) -> Result<AccessToken, TokenError> {
        let form = Serializer::new(String::new()).append_pair("grant_type", "client_credentials").finish();
        // RFC 6749 section 2.3.1: as in a form, before the colon and behind it.
        let encoded = |text: &str| byte_serialize(text.as_bytes()).collect::<String>();
        let (user, password) = (encoded(client_id), Zeroizing::new(encoded(secret.expose())));
        self.ask(form, |request| request.basic_auth(user, Some(&*password))).await
    }

    /// A token for the person who agreed in the browser. No secret is sent: the verifier is the proof.
    ///
    /// # Errors
    /// When the login host refuses, or does not answer; the code is then used up, or may be.
    pub async fn with_code(&self, grant: &CodeGrant<'_>) -> Result<AccessToken, TokenError> {
        let form = Serializer::new(String::new())
            .append_pair("grant_type", "authorization_code")
            .append_pair("client_id", grant.client_id)
            .append_pair("code", grant.code.expose())
            .append_pair("redirect_uri", grant.redirect_uri)
            .append_pair("code_verifier", grant.verifier.expose())
            .finish();
        self.ask(form, |request| request).await
    }

    async fn ask(
        &self,
        form: String,
        sign: impl FnOnce(RequestBuilder) -> RequestBuilder,
    ) -> Result<AccessToken, TokenError> {
        let request = self.http.post(self.endpoint.login(TOKEN)).body(form);
        let request = request.header(CONTENT_TYPE, "application/x-www-form-urlencoded");
        let response = sign(request).header(ACCEPT, "application/json").send().await;
        let response = response.map_err(|error| {
            let reason = UnreachableReason::of(&error);
            TokenError::new(TokenProblem::Unreachable { reason }, place())
        })?;
        let status = response.status().as_u16();
        let correlation_id = text_header(response.headers(), "inin-correlation-id");
        let wait = retry_after(response.headers());
        let body = limited_body(response, MAX_SMALL).await.unwrap_or_default();
        let problem = match status {
            200..=299 => match token_answer(&body) {
                Ok(token) => return Ok(token),
                Err(_) => TokenProblem::Unreadable,
            },
            _ => sort(status, &body, wait),
        };
        Err(TokenError { problem, request: place(), status: Some(status), correlation_id })
    }
}

fn place() -> Request {
    Request { method: "POST", path: TOKEN.to_owned() }
}

#[derive(Deserialize)]
struct TokenJson {
    access_token: String,
    #[serde(default)]
    token_type: Maybe<String>,
    #[serde(default)]
    expires_in: Maybe<u32>,
}

/// Reads the answer that brings a token.
///
/// # Errors
/// When it is not one, or its token cannot be sent in a header.
pub fn token_answer(body: &[u8]) -> Result<AccessToken, Unreadable> {
    let json: TokenJson = answers::parse(body, MAX_SMALL)?;
    let token = Secret::new(json.access_token);
    let bearer = json.token_type.0.is_none_or(|kind| kind.eq_ignore_ascii_case("bearer"));
    let visible = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_graphic());
    if bearer && visible(token.expose()) {
        Ok(AccessToken { token, expires_in_seconds: json.expires_in.0 })
    } else {
        Err(Unreadable::Malformed)
    }
}
