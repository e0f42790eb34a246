//! Asks a login host who it is, and sorts what can be in the way.
//! It must never send anything but the question: no client, no token, no name.

use jiff::Timestamp;
use jiff::fmt::rfc2822::DateTimeParser;
use reqwest::Response;
use reqwest::header::DATE;
use serde::Deserialize;

use super::endpoint::Endpoint;
use super::error::{ApiError, Request};
use super::network::Network;
use super::send::{limited_body, text_header};
use super::session::client;
use super::unreachable::{CertificateProblem, UnreachableReason};

/// Largest answer that is read, in bytes.
const MAX_ANSWER: usize = 64 * 1024;
const METADATA: &str = "/.well-known/oauth-authorization-server";

/// What answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// Who it is.
    pub who: Who,
    /// What time it is there, when it said so.
    pub date: Option<Timestamp>,
    /// Whether only an extra certificate makes it trusted: somebody in between opens the connection.
    pub inspected: bool,
}

/// Who answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who {
    /// The login host that was asked.
    Genesys,
    /// Somebody who sends elsewhere or shows a page, as the sign-in page of a guest network does.
    Page,
    /// Somebody else.
    Other,
}

/// Asks the login host of an endpoint.
///
/// # Errors
/// When nobody answers, or this computer cannot make secure connections.
pub async fn ask(endpoint: &Endpoint, network: &Network) -> Result<Answer, ApiError> {
    let response = send(endpoint, network).await?;
    let date = text_header(response.headers(), DATE.as_str());
    let date = date.and_then(|text| DateTimeParser::new().parse_timestamp(&text).ok());
    let who = who(endpoint, response).await;
    let extra = !network.extra_certificates().is_empty() && !endpoint.is_practice();
    Ok(Answer { who, date, inspected: extra && distrusted_without_extra(endpoint, network).await })
}

async fn send(endpoint: &Endpoint, network: &Network) -> Result<Response, ApiError> {
    let client = client(endpoint, network)?.build().map_err(|_| ApiError::NoSecureConnections)?;
    client.get(endpoint.login(METADATA)).send().await.map_err(|error| ApiError::Unreachable {
        request: Request { method: "GET", path: METADATA.to_owned() },
        reason: UnreachableReason::of(&error),
    })
}

async fn who(endpoint: &Endpoint, response: Response) -> Who {
    let status = response.status();
    let html = text_header(response.headers(), "content-type")
        .is_some_and(|kind| kind.to_ascii_lowercase().contains("html"));
    let body = limited_body(response, MAX_ANSWER).await.unwrap_or_default();
    // Behind a gateway, the login host goes on saying its own name.
    let names = [endpoint.login(""), endpoint.region().login_base()];
    match serde_json::from_slice::<MetadataJson>(&body) {
        Ok(metadata) if status == 200 && names.iter().any(|name| metadata.is_of(name)) => Who::Genesys,
        _ if status.is_redirection() || html || status == 511 => Who::Page,
        _ => Who::Other,
    }
}

/// Whether the certificate is not trusted by the operating system alone.
async fn distrusted_without_extra(endpoint: &Endpoint, network: &Network) -> bool {
    let unknown = UnreachableReason::Certificate { problem: CertificateProblem::UnknownIssuer };
    let plain = network.without_extra_certificates();
    matches!(send(endpoint, &plain).await, Err(ApiError::Unreachable { reason, .. }) if reason == unknown)
}

/// RFC 8414.
#[derive(Deserialize)]
struct MetadataJson {
    issuer: String,
    authorization_endpoint: String,
    token_endpoint: String,
    #[serde(default)]
    code_challenge_methods_supported: Vec<String>,
}

impl MetadataJson {
    /// The issuer must be the host that was asked, or somebody else's metadata was put there.
    fn is_of(&self, base: &str) -> bool {
        self.issuer.trim_end_matches('/') == base
            && self.authorization_endpoint == format!("{base}/oauth/authorize")
            && self.token_endpoint == format!("{base}/oauth/token")
            && self.code_challenge_methods_supported.iter().any(|method| method == "S256")
    }
}
