//! Ends a session, and forgets a profile.
//! It must never leave a secret in a vault while saying that it is gone.

use super::failure::Failure;
use super::profile::open::{key, vault};
use super::profile::store;
use super::{App, acknowledged, usage_memory};
use crate::vault::SecretKind;

/// Revokes the token, closes the organization, and removes what its vault holds; the profile stays.
/// What was stored is removed even when the token could not be revoked, which is then said.
pub async fn sign_out(app: &App, id: &str) -> Result<(), Failure> {
    let mut profile = store::read(app, id).await?;
    let open = app.orgs.write().await.remove(id);
    let revoked = match open {
        Some(org) => org.session.revoke_token().await,
        None => Ok(()),
    };
    for kind in SecretKind::ALL {
        vault(app, profile.kept).forget(&key(id, kind)?).await?;
    }
    profile.kept = false;
    store::put(app, &profile).await?;
    match revoked.map_err(Failure::from) {
        Err(Failure::SignInExpired { .. }) | Ok(()) => Ok(()),
        Err(failure) => Err(failure),
    }
}

/// Signs out and removes the profile, and with the last one of an organization what is kept about its clients; the
/// history of changes stays. A token that could not be revoked ends by itself.
pub async fn forget_profile(app: &App, id: &str) -> Result<(), Failure> {
    let org_id = store::read(app, id).await?.org_id;
    if let Err(failure @ (Failure::Keychain { .. } | Failure::ProfilesNotSaved)) = sign_out(app, id).await {
        return Err(failure);
    }
    store::remove(app, id).await?;
    if store::read_all(app).await.iter().all(|profile| profile.org_id != org_id) {
        usage_memory::forget(app, &org_id).await;
        acknowledged::forget(app, &org_id).await;
    }
    Ok(())
}
