//! A signed-in connection to one organization: its endpoint, its access token, and two HTTP clients.
//! It must never show the token, nor use the client for reads to write.

use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, PoisonError, RwLock};
use std::time::Duration;

use reqwest::redirect::Policy;

use super::answers::Kept;
use super::endpoint::Endpoint;
use super::error::ApiError;
use super::network::{Lookup, Network};
use super::pace::{Clock, Pace};
use crate::domain::secret::Secret;

/// A signed-in connection.
#[derive(Debug)]
pub struct Session {
    pub(super) endpoint: Endpoint,
    pub(super) reads: reqwest::Client,
    pub(super) writes: reqwest::Client,
    pub(super) limits: Limits,
    pub(super) pace: Pace,
    token: RwLock<Arc<Secret>>,
    skipped: AtomicU32,
}

/// How long each part of an exchange may take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Until there is a connection.
    pub connect: Duration,
    /// Until the whole answer is there.
    pub answer: Duration,
    /// Until a whole page of a list is there.
    pub list: Duration,
}

impl Default for Limits {
    fn default() -> Limits {
        Limits {
            connect: Duration::from_secs(10),
            answer: Duration::from_secs(30),
            list: Duration::from_secs(60),
        }
    }
}

impl Session {
    /// A connection with an access token that was obtained elsewhere.
    ///
    /// # Errors
    /// When this computer cannot make secure connections.
    pub fn with_token(endpoint: Endpoint, token: Secret, network: &Network) -> Result<Session, ApiError> {
        Session::with_limits(endpoint, token, network, Limits::default(), Clock::monotonic())
    }

    /// The same with time limits, and a clock for pauses between requests, of one's own.
    ///
    /// # Errors
    /// When this computer cannot make secure connections.
    pub fn with_limits(
        endpoint: Endpoint,
        token: Secret,
        network: &Network,
        limits: Limits,
        clock: Clock,
    ) -> Result<Session, ApiError> {
        let client =
            || Ok(client(&endpoint, network)?.connect_timeout(limits.connect).timeout(limits.answer));
        let reads = client()?.build().map_err(|_| ApiError::NoSecureConnections)?;
        // A pooled connection can die under a write, and reqwest repeats some requests by itself: neither here.
        let writes = client()?
            .pool_max_idle_per_host(0)
            .http1_only()
            .retry(reqwest::retry::never())
            .build()
            .map_err(|_| ApiError::NoSecureConnections)?;
        let token = RwLock::new(Arc::new(token));
        let skipped = AtomicU32::new(0);
        Ok(Session { endpoint, reads, writes, limits, pace: Pace::new(clock), token, skipped })
    }

    /// Where it leads.
    pub fn endpoint(&self) -> &Endpoint {
        &self.endpoint
    }

    /// Goes on with a new token. Requests that are under way end with the old one.
    pub fn renew(&self, token: Secret) {
        *self.token.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(token);
        self.pace.forget();
    }

    /// How many entries of lists could not be read, and were left out.
    pub fn skipped(&self) -> u32 {
        self.skipped.load(Ordering::Relaxed)
    }

    /// Counts entries that were left out.
    pub(super) fn note_skipped(&self, entries: u32) {
        self.skipped.fetch_add(entries, Ordering::Relaxed);
    }

    /// The entries of a list that can be read; the others are counted.
    pub(super) fn keep<T, U>(&self, kept: Kept<T>, read: impl FnMut(T) -> Option<U>) -> Vec<U> {
        let Kept { entries, skipped } = kept.map(read);
        self.note_skipped(skipped);
        entries
    }

    /// The token of the next request.
    pub(super) fn token(&self) -> Arc<Secret> {
        self.token.read().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

/// What every HTTP client for an endpoint has in common.
pub(super) fn client(endpoint: &Endpoint, network: &Network) -> Result<reqwest::ClientBuilder, ApiError> {
    if endpoint.is_practice() {
        // It is on this computer, where a proxy does not see it, and has no certificate: nobody is to be trusted.
        return Ok(bare().dns_resolver(Lookup).no_proxy().tls_certs_only([]));
    }
    Ok(builder(network)?.https_only(true))
}

/// What every HTTP client that leaves this computer has in common.
pub(super) fn builder(network: &Network) -> Result<reqwest::ClientBuilder, ApiError> {
    network.applied_to(bare())
}

fn bare() -> reqwest::ClientBuilder {
    let limits = Limits::default();
    reqwest::Client::builder()
        .user_agent(concat!("Latchkey/", env!("CARGO_PKG_VERSION")))
        .redirect(Policy::none())
        .connect_timeout(limits.connect)
        .timeout(limits.answer)
}
