//! The login host's token endpoint and its metadata (sections 7 and 11.5).
//! Must never answer in another shape than the login host: its refusals are those of OAuth.

use std::time::Duration;

use axum::Json;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, header};
use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::desk::House;
use super::org::Org;
use super::refusal::OAuthError;

/// How long a code waits (guess: ten minutes, the most that OAuth recommends).
const CODE_LIFE: Duration = Duration::from_secs(600);

const SAML: &str = "urn:ietf:params:oauth:grant-type:saml2-bearer";

/// The form of a token request, with the credentials of either kind.
struct Form {
    members: Vec<(String, String)>,
    client_id: Option<String>,
    secret: Option<String>,
}

impl Form {
    fn read(headers: &HeaderMap, body: &[u8]) -> Result<Self, OAuthError> {
        let text = |name| headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
        if !text(header::CONTENT_TYPE).starts_with("application/x-www-form-urlencoded") {
            return Err(OAuthError::new("invalid_request", "the body must be a form"));
        }
        let members: Vec<(String, String)> = url::form_urlencoded::parse(body).into_owned().collect();
        let member = |name: &str| members.iter().find(|(key, _)| key == name).map(|(_, value)| value.clone());
        let (mut client_id, mut secret) = (member("client_id"), member("client_secret"));
        if let Some(basic) = text(header::AUTHORIZATION).strip_prefix("Basic ") {
            let decoded = STANDARD.decode(basic.trim()).ok().and_then(|bytes| String::from_utf8(bytes).ok());
            let pair = decoded.as_deref().and_then(|decoded| decoded.split_once(':')).ok_or_else(failed)?;
            // RFC 6749 section 2.3.1: both are encoded as in a form.
            let plain = |half: &str| {
                let half = format!("half={half}");
                url::form_urlencoded::parse(half.as_bytes()).next().map(|(_, text)| text.into_owned())
            };
            (client_id, secret) = (plain(pair.0), plain(pair.1));
        }
        Ok(Self { members, client_id, secret })
    }

    fn get(&self, name: &str) -> Option<&str> {
        self.members.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }
}

fn failed() -> OAuthError {
    OAuthError::new("invalid_client", "authentication failed")
}

pub(super) async fn token(
    State(house): State<House>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Json<Value>, OAuthError> {
    let form = Form::read(&headers, &body)?;
    let mut org = house.open();
    match form.get("grant_type") {
        Some("client_credentials") => client_credentials(&mut org, &form),
        Some("authorization_code") => authorization_code(&mut org, &form),
        Some("refresh_token" | SAML) => no_more(&org, &form),
        Some(_) => Err(OAuthError::new("unsupported_grant_type", "unsupported grant type")),
        None => Err(OAuthError::new("invalid_request", "grant_type is required")),
    }
    .map(Json)
}

/// Neither a refresh token nor an assertion of an identity provider is taken here: whatever comes is none.
fn no_more(org: &Org, form: &Form) -> Result<Value, OAuthError> {
    known_client(org, form, true)?;
    Err(OAuthError::new("invalid_grant", "the refresh token or assertion is not valid"))
}

fn client_credentials(org: &mut Org, form: &Form) -> Result<Value, OAuthError> {
    let id = known_client(org, form, true)?;
    of_grant(org, &id, "CLIENT-CREDENTIALS")?;
    let (token, seconds) = org.issue(&id, false)?;
    Ok(json!({ "access_token": token, "token_type": "bearer", "expires_in": seconds }))
}

/// With PKCE the secret may stay away; without, it may not, and the answer adds a refresh token (section
/// 7.3). The practice organization takes no refresh token back.
fn authorization_code(org: &mut Org, form: &Form) -> Result<Value, OAuthError> {
    let challenged =
        form.get("code").and_then(|code| org.codes.get(code)).map(|code| code.challenge.is_some());
    let pkce = challenged.unwrap_or_else(|| form.get("code_verifier").is_some());
    let id = known_client(org, form, !pkce)?;
    of_grant(org, &id, "CODE")?;
    let now = org.clock().instant();
    let code = form.get("code").and_then(|code| org.codes.remove(code));
    let used = || OAuthError::new("invalid_grant", "the authorization code is unknown, used or expired");
    let code = code
        .filter(|code| code.client_id == id && now.duration_since(code.made) < CODE_LIFE)
        .ok_or_else(used)?;
    if form.get("redirect_uri") != Some(code.redirect_uri.as_str()) {
        return Err(OAuthError::new("invalid_grant", "the redirect URI does not match"));
    }
    let verifier = form.get("code_verifier");
    if code.challenge.is_some() && verifier.map(challenge_of) != code.challenge {
        return Err(OAuthError::new("invalid_grant", "the code verifier does not match"));
    }
    let (token, seconds) = org.issue(&id, true)?;
    let mut answer = json!({ "access_token": token, "token_type": "bearer", "expires_in": seconds });
    if code.challenge.is_none() {
        answer["refresh_token"] = Value::String(super::chance::secret()?);
    }
    Ok(answer)
}

fn challenge_of(verifier: &str) -> String {
    URL_SAFE_NO_PAD.encode(Sha256::digest(verifier.as_bytes()))
}

/// The id of an active client whose secret is right. A secret that is given must be right even where none is
/// needed.
fn known_client(org: &Org, form: &Form, secret_needed: bool) -> Result<String, OAuthError> {
    let unknown = || OAuthError::new("invalid_client", "client not found");
    let client = form.client_id.as_deref().and_then(|id| org.client(id)).ok_or_else(unknown)?;
    let secret = match form.secret.as_deref() {
        Some(secret) => secret == client.secret,
        None => !secret_needed,
    };
    if client.content.state == "active" && secret { Ok(client.id.clone()) } else { Err(failed()) }
}

fn of_grant(org: &Org, id: &str, grant: &str) -> Result<(), OAuthError> {
    if org.client(id).is_some_and(|client| client.content.grant == grant) {
        return Ok(());
    }
    Err(OAuthError::new("unauthorized_client", "the client may not use this grant"))
}

/// RFC 8414 metadata in the words of section 7.1.
pub(super) async fn metadata(headers: HeaderMap) -> Json<Value> {
    let host = headers.get(header::HOST).and_then(|value| value.to_str().ok()).unwrap_or("127.0.0.1");
    let issuer = format!("http://{host}");
    Json(json!({
        "issuer": issuer,
        "authorization_endpoint": format!("{issuer}/oauth/authorize"),
        "token_endpoint": format!("{issuer}/oauth/token"),
        "response_types_supported": ["code"],
        "response_modes_supported": ["query"],
        "grant_types_supported": ["authorization_code", "client_credentials", "refresh_token", SAML],
        "code_challenge_methods_supported": ["S256"],
        "token_endpoint_auth_methods_supported": ["client_secret_basic", "client_secret_post"],
    }))
}
