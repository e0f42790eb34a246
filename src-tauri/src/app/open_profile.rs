//! Opens a profile again with what its vault holds.
//! It must never guess: without a secret or token, or with one that ended, the person signs in again.

use super::failure::Failure;
use super::profile::Way;
use super::profile::open::{key, open_again, vault};
use super::profile::place::endpoint;
use super::profile::store::{self, Profile};
use super::{App, OrgView};
use crate::genesys::token::{AccessToken, LoginHost};
use crate::vault::SecretKind;

/// Opens the organization of a profile.
pub async fn open_profile(app: &App, id: &str) -> Result<OrgView, Failure> {
    let profile = store::read(app, id).await?;
    match profile.way {
        Way::ClientCredentials => with_client_secret(app, profile).await,
        Way::Browser | Way::PastedToken => with_token(app, profile).await,
    }
}

async fn with_client_secret(app: &App, profile: Profile) -> Result<OrgView, Failure> {
    let key = key(&profile.id, SecretKind::ClientSecret)?;
    let secret = vault(app, profile.kept).fetch(&key).await?.ok_or(Failure::SignInNeeded)?;
    let client_id = profile.client_id.clone().unwrap_or_default();
    let host = LoginHost::new(endpoint(app, &profile.place).await?, &*app.network().await)?;
    let token = host.with_client_credentials(&client_id, &secret).await?;
    open_again(app, profile, token).await
}

async fn with_token(app: &App, profile: Profile) -> Result<OrgView, Failure> {
    let vault = vault(app, profile.kept);
    let key = key(&profile.id, SecretKind::AccessToken)?;
    let token = vault.fetch(&key).await?.ok_or(Failure::SignInNeeded)?;
    match open_again(app, profile, AccessToken { token, expires_in_seconds: None }).await {
        Err(Failure::SignInExpired { .. }) => {
            vault.forget(&key).await?;
            Err(Failure::SignInNeeded)
        }
        outcome => outcome,
    }
}
