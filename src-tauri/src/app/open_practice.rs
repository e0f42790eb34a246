//! Opens the practice organization, starting its server the first time, and changes what it plays.
//! The only user of `practice`: everything else speaks to it over HTTP, as to the cloud.

use std::sync::Arc;

use super::failure::Failure;
use super::profile::open::endpoint;
use super::profile::{Marking, Place};
use super::{App, Org, OrgView};
use crate::domain::secret::Secret;
use crate::genesys::session::Session;
use crate::practice::{Practice, Start};

pub use crate::practice::Settings as PracticeSettings;

/// Opens the practice organization.
pub async fn open_practice(app: &App) -> Result<OrgView, Failure> {
    let (address, token) = {
        let mut slot = app.practice.lock().await;
        let practice = match slot.take() {
            Some(practice) => practice,
            None => Practice::start(Start::default()).await.map_err(|_| Failure::PracticeNotStarted)?,
        };
        let practice = slot.insert(practice);
        (practice.address(), Secret::new(practice.user_token()))
    };
    let endpoint = endpoint(&Place::Local { address })?;
    let session = Session::with_token(endpoint, token, &*app.network().await)?;
    let identity = session.read_identity().await?;
    let org = Org::new(identity.org_id.clone(), session, identity, Marking::default(), None);
    let view = org.view().await;
    app.orgs.write().await.insert(view.id.clone(), Arc::new(org));
    Ok(view)
}

/// What the practice organization plays now.
pub async fn read_practice_settings(app: &App) -> Result<PracticeSettings, Failure> {
    app.practice.lock().await.as_ref().map(Practice::settings).ok_or(Failure::OrgNotOpen)
}

/// Makes the practice organization play something else.
pub async fn change_practice_settings(app: &App, settings: PracticeSettings) -> Result<(), Failure> {
    let slot = app.practice.lock().await;
    slot.as_ref().ok_or(Failure::OrgNotOpen)?.change_settings(settings);
    Ok(())
}

/// Puts the practice organization back to its opening scene, and signs in to it anew.
pub async fn reset_practice(app: &App) -> Result<OrgView, Failure> {
    if let Some(practice) = app.practice.lock().await.as_ref() {
        practice.reset();
    }
    open_practice(app).await
}
