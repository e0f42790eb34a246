//! From a fresh token to an open organization: whose it is is read before anything else may use it.
//! It must never open a profile on another organization than the one it was made for.

use std::net::Ipv4Addr;
use std::sync::Arc;

use jiff::{SignedDuration, Timestamp};
use url::{Host, Url};

use super::store::{self, Profile};
use super::{NewProfile, Place, Way};
use crate::app::failure::Failure;
use crate::app::{App, Org, OrgView};
use crate::domain::region::Region;
use crate::domain::secret::Secret;
use crate::genesys::endpoint::Endpoint;
use crate::genesys::session::Session;
use crate::genesys::token::AccessToken;
use crate::vault::{SecretKey, SecretKind, Vault, VaultError};

/// The region that a practice organization pretends to be in.
const PRETENDED_REGION: &str = "mypurecloud.de";

/// The addresses of a place.
pub(in crate::app) fn endpoint(place: &Place) -> Result<Endpoint, Failure> {
    match place {
        Place::Region { domain } => {
            Region::of_domain(domain).map(Endpoint::cloud).ok_or(Failure::PlaceUnknown)
        }
        Place::Local { address } => local_endpoint(address.trim()).ok_or(Failure::PlaceUnknown),
    }
}

/// Only plain http to this computer, with nothing behind the port.
fn local_endpoint(address: &str) -> Option<Endpoint> {
    let url = Url::parse(address).ok()?;
    let loopback = match url.host()? {
        Host::Domain(name) => name == "localhost",
        Host::Ipv4(ip) => ip == Ipv4Addr::LOCALHOST,
        Host::Ipv6(_) => false,
    };
    let bare = url.path() == "/" && url.query().is_none() && url.username().is_empty();
    let port = url.port()?;
    let region = Region::of_domain(PRETENDED_REGION)?;
    (loopback && bare && url.scheme() == "http")
        .then(|| Endpoint::practice(format!("http://127.0.0.1:{port}"), region))
}

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

/// Opens the organization of a sign-in that worked, and remembers it as a profile.
pub(in crate::app) async fn open_new(
    app: &App,
    new: &NewProfile,
    way: Way,
    client_id: Option<String>,
    token: AccessToken,
    to_keep: ToKeep,
) -> Result<OrgView, Failure> {
    let expires_at = end_of(&token);
    let session = Session::with_token(endpoint(&new.place)?, token.token, &*app.network().await)?;
    let identity = session.read_identity().await?;
    let profile = store::made_of(new, way, client_id, &identity)?;
    let profile = store::settled(app, profile).await;
    vault(app, profile.kept).keep(&key(&profile.id, to_keep.kind)?, &to_keep.secret).await?;
    store::put(app, &profile).await?;
    Ok(insert(app, Org::new(profile.id, session, identity, profile.marking, expires_at)).await)
}

/// Opens the organization of a profile with a token that was fetched for it.
pub(in crate::app) async fn open_again(
    app: &App,
    profile: Profile,
    token: AccessToken,
) -> Result<OrgView, Failure> {
    let expires_at = end_of(&token);
    let session = Session::with_token(endpoint(&profile.place)?, token.token, &*app.network().await)?;
    let identity = session.read_identity().await?;
    if identity.org_id != profile.org_id {
        return Err(Failure::OtherOrganization { expected: profile.org_name, found: identity.org_name });
    }
    Ok(insert(app, Org::new(profile.id, session, identity, profile.marking, expires_at)).await)
}

async fn insert(app: &App, org: Org) -> OrgView {
    let view = org.view().await;
    app.orgs.write().await.insert(view.id.clone(), Arc::new(org));
    view
}

fn end_of(token: &AccessToken) -> Option<Timestamp> {
    let seconds = token.expires_in_seconds?;
    now().checked_add(SignedDuration::from_secs(i64::from(seconds))).ok()
}

#[allow(clippy::disallowed_methods, reason = "the one place where a use case reads the clock")]
pub(in crate::app) fn now() -> Timestamp {
    Timestamp::now()
}
