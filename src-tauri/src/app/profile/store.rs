//! The list of profiles in the program's own folder.
//! It must never hold a secret or a token, nor two profiles for the same way into the same organization.

use serde::{Deserialize, Serialize};

use super::{Marking, NewProfile, Place, Way};
use crate::app::App;
use crate::app::failure::Failure;
use crate::genesys::directory::Identity;

const FILE: &str = "profiles.json";

/// A profile as it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(in crate::app) struct Profile {
    pub(in crate::app) id: String,
    pub(in crate::app) place: Place,
    pub(in crate::app) org_id: String,
    pub(in crate::app) org_name: String,
    pub(in crate::app) user_name: Option<String>,
    pub(in crate::app) way: Way,
    pub(in crate::app) client_id: Option<String>,
    pub(in crate::app) marking: Marking,
    pub(in crate::app) kept: bool,
}

impl Profile {
    /// The same way into the same organization, so that signing in again does not make a second profile.
    fn is_same_way(&self, other: &Profile) -> bool {
        // Not the places: one gateway can be typed in several ways.
        self.place.addresses() == other.place.addresses()
            && (&self.org_id, self.way, &self.client_id, &self.user_name)
                == (&other.org_id, other.way, &other.client_id, &other.user_name)
    }

    /// Colour and production mark, as far as they make sense there.
    pub(in crate::app) fn mark(&mut self, marking: Marking) {
        self.marking = marking.at(&self.place);
    }
}

/// A profile out of a sign-in that worked; its identifier is new.
pub(in crate::app) fn made_of(
    new: &NewProfile,
    way: Way,
    client_id: Option<String>,
    who: &Identity,
) -> Result<Profile, Failure> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes).map_err(|_| Failure::ProfilesNotSaved)?;
    Ok(Profile {
        id: uuid(u128::from_be_bytes(bytes)),
        place: new.place.clone(),
        org_id: who.org_id.clone(),
        org_name: who.org_name.clone(),
        user_name: who.user_name.clone(),
        way,
        client_id,
        marking: new.marking.at(&new.place),
        kept: new.keep,
    })
}

/// A random number in the form of a UUID, which is what the keychain knows a profile by.
fn uuid(random: u128) -> String {
    let digits = format!("{random:032x}");
    let part = |range: std::ops::Range<usize>| digits.get(range).unwrap_or_default().to_owned();
    [part(0..8), part(8..12), part(12..16), part(16..20), part(20..32)].join("-")
}

/// Every profile, in the order in which they were added.
pub(in crate::app) async fn read_all(app: &App) -> Vec<Profile> {
    let mut all: Vec<Profile> = app.folder.read(FILE).await;
    for profile in &mut all {
        profile.mark(profile.marking);
    }
    all
}

/// One profile.
pub(in crate::app) async fn read(app: &App, id: &str) -> Result<Profile, Failure> {
    read_all(app).await.into_iter().find(|profile| profile.id == id).ok_or(Failure::ProfileUnknown)
}

/// The profile with the identifier of the one for the same way, if there is one.
pub(in crate::app) async fn settled(app: &App, mut profile: Profile) -> Profile {
    if let Some(held) = read_all(app).await.iter().find(|held| held.is_same_way(&profile)) {
        profile.id.clone_from(&held.id);
    }
    profile
}

/// Adds a profile, or puts it in the place of the one with its identifier.
pub(in crate::app) async fn put(app: &App, profile: &Profile) -> Result<(), Failure> {
    let _one_writer = app.profile_writer.lock().await;
    let mut all = read_all(app).await;
    match all.iter_mut().find(|held| held.id == profile.id) {
        Some(held) => held.clone_from(profile),
        None => all.push(profile.clone()),
    }
    app.folder.write(FILE, &all).await.map_err(|_| Failure::ProfilesNotSaved)
}

/// Takes a profile away.
pub(in crate::app) async fn remove(app: &App, id: &str) -> Result<(), Failure> {
    let _one_writer = app.profile_writer.lock().await;
    let mut all = read_all(app).await;
    all.retain(|profile| profile.id != id);
    app.folder.write(FILE, &all).await.map_err(|_| Failure::ProfilesNotSaved)
}
