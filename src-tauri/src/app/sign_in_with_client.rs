//! Signs in with the ID and secret of a client-credentials client.
//! It must never ask for a token before it is known that the secret can be kept as asked.

use super::failure::Failure;
use super::profile::open::{ToKeep, open_new, vault};
use super::profile::place::endpoint;
use super::profile::{NewProfile, Way};
use super::{App, OrgView};
use crate::domain::pasted_credential::ClientCredentials;
use crate::domain::secret::Secret;
use crate::genesys::token::LoginHost;
use crate::vault::SecretKind;

/// Signs in and opens the organization.
pub async fn sign_in_with_client(
    app: &App,
    new: &NewProfile,
    client_id: &str,
    client_secret: Secret,
) -> Result<OrgView, Failure> {
    let ClientCredentials { id, secret } = ClientCredentials::parse(client_id, &client_secret)?;
    vault(app, new.keep).probe().await?;
    let endpoint = endpoint(app, &new.place).await?;
    let host = LoginHost::new(endpoint.clone(), &*app.network().await)?;
    let token = host.with_client_credentials(&id, &secret).await?;
    let to_keep = ToKeep { kind: SecretKind::ClientSecret, secret };
    open_new(app, endpoint, new, Way::ClientCredentials, Some(id), token, to_keep).await
}
