//! The login host's token endpoint, and the life of the token that it gave.
//! It must never repeat a request, nor put a secret, a code or a token into an error.

use reqwest::header::{ACCEPT, CONTENT_TYPE};
use reqwest::{Method, RequestBuilder};
use serde::Deserialize;
use serde_json::Value;
use url::form_urlencoded::Serializer;

use super::answers::{self, MAX_SMALL, Unreadable};
use super::endpoint::Endpoint;
use super::error::{ApiError, Request};
use super::network::Network;
use super::send::{limited_body, retry_after, text_header};
use super::session::{Session, client};
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
        self.ask(form, |request| request.basic_auth(client_id, Some(secret.expose()))).await
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
    token_type: Option<String>,
    expires_in: Option<Value>,
}

/// Reads the answer that brings a token.
///
/// # Errors
/// When it is not one, or its token cannot be sent in a header.
pub fn token_answer(body: &[u8]) -> Result<AccessToken, Unreadable> {
    let json: TokenJson = answers::parse(body, MAX_SMALL)?;
    let token = Secret::new(json.access_token);
    let bearer = json.token_type.is_none_or(|kind| kind.eq_ignore_ascii_case("bearer"));
    let visible = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_graphic());
    // A lifetime that is not a number is not worth refusing the token for.
    let seconds = json.expires_in.and_then(|value| u32::try_from(value.as_u64()?).ok());
    if bearer && visible(token.expose()) {
        Ok(AccessToken { token, expires_in_seconds: seconds })
    } else {
        Err(Unreadable::Malformed)
    }
}

/// An organization, or one that a token came from, by id and name.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Named {
    /// Identifier.
    pub id: String,
    /// Name, where one was given.
    pub name: String,
}

/// What a token says about itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TokenInfo {
    /// The organization that it works in.
    pub organization: Named,
    /// The organization that its person belongs to: another one for a partner's user.
    pub home_organization: Option<Named>,
    /// The client that it was issued through.
    pub client: Option<Named>,
    /// The organization that owns that client.
    pub client_org_id: Option<String>,
    /// The scopes that cap it, where the server names them.
    pub scopes: Vec<String>,
}

/// The owner of Genesys's own clients, such as the one of the Developer Center.
const BUILT_IN: &str = "purecloud-builtin";

impl TokenInfo {
    /// Whether it was issued through one of Genesys's own clients, and so stands for a person.
    pub fn is_built_in(&self) -> bool {
        self.client_org_id.as_deref() == Some(BUILT_IN)
    }

    /// Whether its person belongs to another organization than the one it works in.
    pub fn is_visiting(&self) -> bool {
        self.home_organization.as_ref().is_some_and(|home| home.id != self.organization.id)
    }
}

impl Session {
    /// What the token says about itself, without touching its idle time.
    ///
    /// # Errors
    /// As every read; 401 when it has expired, and 403 when its client lacks the scope `user-basic-info`.
    pub async fn read_token_info(&self) -> Result<TokenInfo, ApiError> {
        let json: InfoJson = self.read("/api/v2/tokens/me?preserveIdleTTL=true", None).await?;
        let (client, client_org_id) = match json.client {
            Some(client) => {
                let owner = client.organization.and_then(|owner| owner.id);
                let id = client.id.unwrap_or_default();
                (Some(Named { id, name: client.name.unwrap_or_default() }), owner)
            }
            None => (None, None),
        };
        Ok(TokenInfo {
            organization: json.organization.into(),
            home_organization: json.home_organization.map(Named::from).filter(|home| !home.id.is_empty()),
            client,
            client_org_id,
            scopes: json.authorized_scope.unwrap_or_default(),
        })
    }

    /// Ends the token: nobody can use it afterwards.
    ///
    /// # Errors
    /// As every write. 401 means that it had ended already.
    pub async fn revoke_token(&self) -> Result<(), ApiError> {
        self.write(Method::DELETE, "/api/v2/tokens/me", None, |body| answers::nothing(body).ok()).await?;
        Ok(())
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct InfoJson {
    organization: NamedJson,
    home_organization: Option<NamedJson>,
    authorized_scope: Option<Vec<String>>,
    #[serde(rename = "OAuthClient")]
    client: Option<IssuerJson>,
}

#[derive(Deserialize)]
struct NamedJson {
    id: Option<String>,
    name: Option<String>,
}

#[derive(Deserialize)]
struct IssuerJson {
    id: Option<String>,
    name: Option<String>,
    organization: Option<NamedJson>,
}

impl From<NamedJson> for Named {
    fn from(json: NamedJson) -> Named {
        Named { id: json.id.unwrap_or_default(), name: json.name.unwrap_or_default() }
    }
}
