//! Asks a login host that is in no table whether it is one of Genesys Cloud.
//! It must never send anything but the question: no client, no token, no name.

use reqwest::StatusCode;
use serde::Deserialize;

use super::error::ApiError;
use super::network::Network;
use super::send::limited_body;
use super::session::builder;

/// Largest answer that is read, in bytes.
const MAX_ANSWER: usize = 64 * 1024;
pub(super) const METADATA: &str = "/.well-known/oauth-authorization-server";

/// What a login host said of itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LoginHostCheck {
    /// It says that it is this login host, and signs in as Genesys Cloud does.
    Genesys,
    /// Something answers there, but not this login host.
    Other,
    /// Nobody answers there.
    Unreachable,
    /// The text is no bare domain, such as `mypurecloud.de`.
    NotADomain,
}

/// Checks a typed domain by asking `login.` and that domain.
///
/// # Errors
/// When this computer cannot make secure connections.
pub async fn check_domain(domain: &str, network: &Network) -> Result<LoginHostCheck, ApiError> {
    if !is_domain(domain) {
        return Ok(LoginHostCheck::NotADomain);
    }
    let http = builder(network)?.https_only(true).build().map_err(|_| ApiError::NoSecureConnections)?;
    Ok(check_base(&http, &format!("https://login.{domain}")).await)
}

/// Checks the practice organization's address in the same way.
///
/// # Errors
/// When this computer cannot make connections.
pub async fn check_practice(address: &str) -> Result<LoginHostCheck, ApiError> {
    let http = builder(&Network::default())?.no_proxy().build().map_err(|_| ApiError::NoSecureConnections)?;
    Ok(check_base(&http, address).await)
}

async fn check_base(http: &reqwest::Client, base: &str) -> LoginHostCheck {
    let Ok(response) = http.get(format!("{base}{METADATA}")).send().await else {
        return LoginHostCheck::Unreachable;
    };
    let found = response.status() == StatusCode::OK;
    let body = limited_body(response, MAX_ANSWER).await.unwrap_or_default();
    match serde_json::from_slice::<MetadataJson>(&body) {
        Ok(metadata) if found && metadata.is_of(base) => LoginHostCheck::Genesys,
        _ => LoginHostCheck::Other,
    }
}

/// Lower case, at least two parts, letters, digits and hyphens.
fn is_domain(domain: &str) -> bool {
    let letter = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    let part = |part: &str| {
        (1..=63).contains(&part.len())
            && part.bytes().all(letter)
            && !part.starts_with('-')
            && !part.ends_with('-')
    };
    let named = domain.rsplit('.').next().is_some_and(|last| last.bytes().any(|b| b.is_ascii_lowercase()));
    domain.len() <= 200 && domain.contains('.') && named && domain.split('.').all(part)
}

/// RFC 8414.
#[derive(Deserialize)]
pub(super) struct MetadataJson {
    issuer: String,
    authorization_endpoint: String,
    token_endpoint: String,
    #[serde(default)]
    code_challenge_methods_supported: Vec<String>,
}

impl MetadataJson {
    /// The issuer must be the host that was asked, or somebody else's metadata was put there.
    pub(super) fn is_of(&self, base: &str) -> bool {
        self.issuer.trim_end_matches('/') == base
            && self.authorization_endpoint == format!("{base}/oauth/authorize")
            && self.token_endpoint == format!("{base}/oauth/token")
            && self.code_challenge_methods_supported.iter().any(|method| method == "S256")
    }
}

#[cfg(test)]
mod tests {
    use super::is_domain;

    #[test]
    fn only_a_bare_domain_is_asked() {
        for good in ["mypurecloud.de", "use2.us-gov-pure.cloud", "a.b"] {
            assert!(is_domain(good), "{good}");
        }
        for bad in [
            "",
            "localhost",
            "127.0.0.1",
            "a..b",
            ".a.b",
            "a.b.",
            "a.b/c",
            "a.b:443",
            "x@a.b",
            "A.b",
            "é.de",
            "a b.c",
            "-a.b",
            "a.b?c",
            "a.b#c",
        ] {
            assert!(!is_domain(bad), "{bad}");
        }
    }
}
