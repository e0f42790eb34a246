//! Lists the profiles, marks one, and tries the keychain.
//! It must never sign in to an organization.

use super::App;
use super::failure::Failure;
use super::profile::store::{self, Profile};
use super::profile::{Marking, ProfileView};

/// Every profile, in the order in which they were added.
pub async fn list_profiles(app: &App) -> Result<Vec<ProfileView>, Failure> {
    let mut views = Vec::new();
    for profile in store::read_all(app).await {
        views.push(view(app, profile).await?);
    }
    Ok(views)
}

/// Changes colour and production mark, in the list and of the open organization.
pub async fn mark_profile(app: &App, id: &str, marking: Marking) -> Result<ProfileView, Failure> {
    let mut profile = store::read(app, id).await?;
    profile.mark(marking);
    store::put(app, &profile).await?;
    if let Some(org) = app.orgs.read().await.get(id) {
        *org.marking.write().await = profile.marking;
    }
    view(app, profile).await
}

/// Writes, reads and removes something in the keychain.
pub async fn probe_keychain(app: &App) -> Result<(), Failure> {
    Ok(app.keychain.probe().await?)
}

async fn view(app: &App, profile: Profile) -> Result<ProfileView, Failure> {
    let endpoint = profile.place.addresses()?;
    let open = app.orgs.read().await.get(&profile.id).cloned();
    let open = match open {
        Some(org) => Some(org.view().await),
        None => None,
    };
    Ok(ProfileView {
        id: profile.id,
        org_name: profile.org_name,
        place: profile.place,
        region: endpoint.region().clone(),
        practice: endpoint.is_practice(),
        way: profile.way,
        client_id: profile.client_id,
        user_name: profile.user_name,
        marking: profile.marking,
        kept: profile.kept,
        open,
    })
}
