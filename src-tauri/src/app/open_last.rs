//! Opens the organization that was open last, for whoever has asked for that in the settings.
//! It must never sign in anew: where the keychain has nothing that works, the person is asked.

use serde::{Deserialize, Serialize};

use super::failure::Failure;
use super::open_practice::open_practice;
use super::open_profile::open_profile;
use super::settings::read_settings;
use super::{App, OrgView};

/// Its file in the program's own folder.
const FILE: &str = "last-organization.json";

/// Which organization was opened last.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "camelCase")]
enum Last {
    /// None yet.
    #[default]
    None,
    /// The practice organization inside this program.
    Practice,
    /// That of a profile.
    Profile { id: String },
}

/// The organization that was open last; nothing where that is not wanted, or there was none.
pub async fn open_last(app: &App) -> Result<Option<OrgView>, Failure> {
    if !read_settings(app).await.opens_last {
        return Ok(None);
    }
    match app.folder.read(FILE).await {
        Last::None => Ok(None),
        Last::Practice => open_practice(app).await.map(Some),
        Last::Profile { id } => match open_profile(app, &id).await {
            // It was forgotten since.
            Err(Failure::ProfileUnknown) => Ok(None),
            outcome => outcome.map(Some),
        },
    }
}

/// Remembers the organization of a profile as the last one.
pub(super) async fn remember_profile(app: &App, id: &str) {
    remember(app, &Last::Profile { id: id.to_owned() }).await;
}

/// Remembers the practice organization as the last one.
pub(super) async fn remember_practice(app: &App) {
    remember(app, &Last::Practice).await;
}

async fn remember(app: &App, last: &Last) {
    // Not written down, the next start begins with the list of organizations: nothing is lost.
    let _ = app.folder.write(FILE, last).await;
}
