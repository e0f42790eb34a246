//! A signed-in connection to one organization: its endpoint, its access token, and two HTTP clients.
//! It must never show the token, nor use the client for reads to write.

use std::time::Duration;

use reqwest::redirect::Policy;

use super::endpoint::Endpoint;
use super::error::ApiError;
use super::network::Network;
use crate::domain::secret::Secret;

/// A signed-in connection.
#[derive(Debug)]
pub struct Session {
    pub(super) endpoint: Endpoint,
    pub(super) token: Secret,
    pub(super) reads: reqwest::Client,
    pub(super) writes: reqwest::Client,
}

const CONNECT_LIMIT: Duration = Duration::from_secs(10);
const ANSWER_LIMIT: Duration = Duration::from_secs(30);

impl Session {
    /// A connection with an access token that was obtained elsewhere.
    ///
    /// # Errors
    /// When this computer cannot make secure connections.
    pub fn with_token(endpoint: Endpoint, token: Secret, network: &Network) -> Result<Session, ApiError> {
        let reads = client(&endpoint, network)?.build().map_err(|_| ApiError::NoSecureConnections)?;
        // A pooled connection can die under a write, and reqwest repeats some requests by itself: neither here.
        let writes = client(&endpoint, network)?
            .pool_max_idle_per_host(0)
            .http1_only()
            .retry(reqwest::retry::never())
            .build()
            .map_err(|_| ApiError::NoSecureConnections)?;
        Ok(Session { endpoint, token, reads, writes })
    }

    /// Where it leads.
    pub fn endpoint(&self) -> &Endpoint {
        &self.endpoint
    }
}

/// What every HTTP client for an endpoint has in common.
pub(super) fn client(endpoint: &Endpoint, network: &Network) -> Result<reqwest::ClientBuilder, ApiError> {
    let builder = builder(network)?;
    // The practice organization is on this computer, which a proxy cannot see.
    Ok(if endpoint.is_practice() { builder.no_proxy() } else { builder.https_only(true) })
}

/// What every HTTP client of ours has in common.
pub(super) fn builder(network: &Network) -> Result<reqwest::ClientBuilder, ApiError> {
    let builder = reqwest::Client::builder()
        .user_agent(concat!("Latchkey/", env!("CARGO_PKG_VERSION")))
        .redirect(Policy::none())
        .connect_timeout(CONNECT_LIMIT)
        .timeout(ANSWER_LIMIT);
    network.applied_to(builder).map_err(|_| ApiError::NoSecureConnections)
}
