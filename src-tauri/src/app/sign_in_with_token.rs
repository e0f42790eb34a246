//! Signs in with a pasted access token.
//! It must never keep a token that the organization did not accept.

use super::failure::Failure;
use super::profile::open::{ToKeep, open_new, vault};
use super::profile::place::endpoint;
use super::profile::{NewProfile, Way};
use super::{App, OrgView};
use crate::domain::pasted_token::clean_token;
use crate::domain::secret::Secret;
use crate::genesys::token::AccessToken;
use crate::vault::SecretKind;

/// Signs in and opens the organization.
pub async fn sign_in_with_token(app: &App, new: &NewProfile, pasted: &Secret) -> Result<OrgView, Failure> {
    // EXPOSE: what was pasted is looked at to find the token in it.
    let token = clean_token(pasted.expose()).map_err(|_| Failure::NotAToken)?;
    vault(app, new.keep).probe().await?;
    let endpoint = endpoint(app, &new.place).await?;
    // EXPOSE: one copy for the session, one for the vault.
    let to_keep = ToKeep { kind: SecretKind::AccessToken, secret: Secret::new(token.expose().to_owned()) };
    let token = AccessToken { token, expires_in_seconds: None };
    open_new(app, endpoint, new, Way::PastedToken, None, token, to_keep).await
}
