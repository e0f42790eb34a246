//! Opens the practice organization, starting its server the first time, and changes what it plays.
//! The only user of `practice`: everything else speaks to it over HTTP, as to the cloud.

use std::sync::Arc;

use super::failure::Failure;
use super::open_journal::write_off;
use super::open_last::remember_practice;
use super::profile::{Marking, Place};
use super::{App, Org, OrgView, SignedIn};
use crate::domain::secret::Secret;
use crate::practice::{Practice, Start};

pub use crate::practice::Settings as PracticeSettings;

/// Opens the practice organization.
pub async fn open_practice(app: &App) -> Result<OrgView, Failure> {
    let (address, token, fresh) = {
        let mut slot = app.practice.lock().await;
        let fresh = slot.is_none();
        let practice = match slot.take() {
            Some(practice) => practice,
            None => Practice::start(Start::default()).await.map_err(|_| Failure::PracticeNotStarted)?,
        };
        let practice = slot.insert(practice);
        (practice.address(), Secret::new(practice.user_token()), fresh)
    };
    let endpoint = Place::Local { address }.addresses()?;
    let session = app.session(endpoint, token).await?;
    let identity = session.read_identity().await?;
    // What was under way in the practice organization of an earlier start is gone with it.
    if fresh {
        write_off(app, &identity.org_id).await?;
    }
    let signed_in = SignedIn { client_id: None, kept: false };
    let id = identity.org_id.clone();
    let org = Org::new(id, session, identity, signed_in, Marking::default(), None);
    let view = org.view().await;
    app.orgs.write().await.insert(view.id.clone(), Arc::new(org));
    remember_practice(app).await;
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
    let view = open_practice(app).await?;
    write_off(app, &view.id).await?;
    Ok(view)
}
