//! Fetches a new token for a program's sign-in before the old one ends, and once when a read finds that it has.
//! It must never go on in another organization, nor repeat a write.

use jiff::{SignedDuration, Timestamp};

use super::failure::Failure;
use super::profile::Way;
use super::profile::open::{key, vault};
use super::profile::place::endpoint;
use super::profile::store;
use super::{App, Org};
use crate::domain::secret::Secret;
use crate::genesys::error::ApiError;
use crate::genesys::session::Session;
use crate::genesys::token::{AccessToken, LoginHost};
use crate::vault::SecretKind;

/// A token is renewed when this much of its life is left, in seconds, or a tenth of it where that is shorter.
const MARGIN: u32 = 300;
/// Seconds before a renewal that failed is tried again while the old token still lives.
const TRY_AGAIN: i64 = 30;

/// How long a sign-in lasts.
#[derive(Debug, Clone, Copy)]
pub(super) struct Life {
    /// When it ends.
    pub(super) ends: Timestamp,
    /// When to renew it, where that can be done.
    due: Timestamp,
}

impl Life {
    /// The life of a token that was given just now; `None` when the server did not say.
    pub(super) fn of(token: &AccessToken, now: Timestamp) -> Option<Life> {
        let seconds = token.expires_in_seconds?;
        let margin = MARGIN.min(seconds / 10);
        let after = |seconds: u32| now.checked_add(SignedDuration::from_secs(i64::from(seconds))).ok();
        Some(Life { ends: after(seconds)?, due: after(seconds - margin)? })
    }
}

/// The renewals of one organization, one at a time.
#[derive(Debug, Default)]
pub(super) struct Renewals {
    /// How many there were.
    count: u64,
    /// When the last one failed, if it did.
    failed_at: Option<Timestamp>,
}

impl App {
    /// Renews the sign-in of an organization when it is due. Callers that come meanwhile wait for the same one.
    pub(super) async fn renew_if_due(&self, org: &Org) -> Result<(), Failure> {
        if !org.is_due(self.clock.now()).await {
            return Ok(());
        }
        let mut renewals = org.renewals.lock().await;
        let ended = org.has_ended(self.clock.now()).await;
        let rests =
            renewals.failed_at.is_some_and(|at| self.clock.now().as_second() - at.as_second() < TRY_AGAIN);
        if !org.is_due(self.clock.now()).await || (rests && !ended) {
            return Ok(());
        }
        match self.renew(org, &mut renewals).await {
            Ok(_) => Ok(()),
            Err(failure @ Failure::OtherOrganization { .. }) => Err(failure),
            // The old token still lives.
            Err(_) if !ended => Ok(()),
            Err(failure) => Err(failure),
        }
    }

    /// Reads, and once more with a new token when the organization no longer takes the old one.
    pub(super) async fn read<T, F: Future<Output = Result<T, ApiError>>>(
        &self,
        org: &Org,
        read: impl Fn() -> F,
    ) -> Result<T, Failure> {
        let before = org.renewals.lock().await.count;
        let refused = match read().await {
            Err(error) if error.status() == Some(401) && !error.says_address_refused() => error,
            outcome => return Ok(outcome?),
        };
        let mut renewals = org.renewals.lock().await;
        // Somebody else may have renewed it while this read was under way.
        if renewals.count == before && !self.renew(org, &mut renewals).await? {
            return Err(refused.into());
        }
        drop(renewals);
        Ok(read().await?)
    }

    /// Whether there is a new token now: there is none for a person, who has to sign in again.
    async fn renew(&self, org: &Org, renewals: &mut Renewals) -> Result<bool, Failure> {
        let outcome = self.try_to_renew(org).await;
        match &outcome {
            Ok(true) => *renewals = Renewals { count: renewals.count + 1, failed_at: None },
            Ok(false) | Err(_) => renewals.failed_at = Some(self.clock.now()),
        }
        if matches!(outcome, Err(Failure::OtherOrganization { .. })) {
            let mut orgs = self.orgs.write().await;
            // One that was opened anew meanwhile stays open.
            if orgs.get(&org.id).is_some_and(|open| std::ptr::eq(&**open, org)) {
                orgs.remove(&org.id);
            }
        }
        outcome
    }

    async fn try_to_renew(&self, org: &Org) -> Result<bool, Failure> {
        let Ok(profile) = store::read(self, &org.id).await else { return Ok(false) };
        if profile.way != Way::ClientCredentials {
            return Ok(false);
        }
        let key = key(&profile.id, SecretKind::ClientSecret)?;
        let secret = vault(self, profile.kept).fetch(&key).await?.ok_or(Failure::SignInNeeded)?;
        let client_id = profile.client_id.unwrap_or_default();
        let (place, network) = (endpoint(self, &profile.place).await?, self.network().await);
        let token =
            LoginHost::new(place.clone(), &network)?.with_client_credentials(&client_id, &secret).await?;
        let life = Life::of(&token, self.clock.now());
        // EXPOSE: one copy to see whose it is, before anybody else can use it.
        let copy = Secret::new(token.token.expose().to_owned());
        let identity = Session::with_token(place, copy, &network)?.read_identity().await?;
        if identity.org_id != org.identity.org_id {
            let expected = org.identity.org_name.clone();
            return Err(Failure::OtherOrganization { expected, found: identity.org_name });
        }
        org.session.renew(token.token);
        *org.life.write().await = life;
        Ok(true)
    }
}

impl Org {
    async fn is_due(&self, now: Timestamp) -> bool {
        self.life.read().await.is_some_and(|life| life.due <= now)
    }

    async fn has_ended(&self, now: Timestamp) -> bool {
        self.life.read().await.is_some_and(|life| life.ends <= now)
    }
}
