//! From a fresh token to an open organization: whose it is is read before anything else may use it.
//! It must never open a profile on another organization than the one it was made for.

use std::sync::Arc;

use super::place::endpoint;
use super::store::{self, Profile};
use super::{NewProfile, Way};
use crate::app::failure::Failure;
use crate::app::open_last::remember_profile;
use crate::app::renew_session::Life;
use crate::app::{App, Org, OrgView, SignedIn};
use crate::domain::secret::Secret;
use crate::genesys::endpoint::Endpoint;
use crate::genesys::token::AccessToken;
use crate::vault::{SecretKey, SecretKind, Vault, VaultError};

/// What was used to sign in, for the vault.
pub(in crate::app) struct ToKeep {
    pub(in crate::app) kind: SecretKind,
    pub(in crate::app) secret: Secret,
}

/// The vault of a profile: the keychain, or this session's memory.
pub(in crate::app) fn vault(app: &App, kept: bool) -> &Vault {
    if kept { &app.keychain } else { &app.session_vault }
}

/// The vault's name for a profile's secret.
pub(in crate::app) fn key(profile: &str, kind: SecretKind) -> Result<SecretKey, Failure> {
    SecretKey::new(profile, kind).ok_or(Failure::Keychain { reason: VaultError::Other })
}

/// Opens the organization of a sign-in that worked at an endpoint, and remembers it as a profile.
pub(in crate::app) async fn open_new(
    app: &App,
    endpoint: Endpoint,
    new: &NewProfile,
    way: Way,
    client_id: Option<String>,
    token: AccessToken,
    to_keep: ToKeep,
) -> Result<OrgView, Failure> {
    let life = Life::of(&token, app.clock.now());
    let session = app.session(endpoint, token.token).await?;
    let identity = session.read_identity().await?;
    let profile = store::made_of(new, way, client_id, &identity)?;
    let profile = store::settled(app, profile).await;
    vault(app, profile.kept).keep(&key(&profile.id, to_keep.kind)?, &to_keep.secret).await?;
    store::put(app, &profile).await?;
    let signed_in = SignedIn { client_id: profile.client_id, kept: profile.kept };
    Ok(insert(app, Org::new(profile.id, session, identity, signed_in, profile.marking, life)).await)
}

/// Opens the organization of a profile with a token that was fetched for it.
pub(in crate::app) async fn open_again(
    app: &App,
    profile: Profile,
    token: AccessToken,
) -> Result<OrgView, Failure> {
    let life = Life::of(&token, app.clock.now());
    let endpoint = endpoint(app, &profile.place).await?;
    let session = app.session(endpoint, token.token).await?;
    let identity = session.read_identity().await?;
    if identity.org_id != profile.org_id {
        return Err(Failure::OtherOrganization { expected: profile.org_name, found: identity.org_name });
    }
    let signed_in = SignedIn { client_id: profile.client_id, kept: profile.kept };
    Ok(insert(app, Org::new(profile.id, session, identity, signed_in, profile.marking, life)).await)
}

async fn insert(app: &App, org: Org) -> OrgView {
    org.remember_refusal(app).await;
    let view = org.view().await;
    app.orgs.write().await.insert(view.id.clone(), Arc::new(org));
    remember_profile(app, &view.id).await;
    view
}
