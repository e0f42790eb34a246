//! Commands about profiles and signing in.
//! Each is one expression.

use tauri::State;

use crate::app::diagnose::{self, Diagnosis};
use crate::app::failure::Failure;
use crate::app::profile::{Bootstrap, BrowserSignIn, Marking, NewProfile, Place, ProfileView};
use crate::app::{App, OrgView};
use crate::app::{
    list_profiles, open_profile, sign_in_with_browser, sign_in_with_client, sign_in_with_token, sign_out,
};
use crate::domain::region::Region;
use crate::domain::secret::Secret;

/// Every profile.
#[tauri::command]
#[specta::specta]
pub(super) async fn list_profiles(app: State<'_, App>) -> Result<Vec<ProfileView>, Failure> {
    list_profiles::list_profiles(&app).await
}

/// The region that a pasted address, code, place or environment belongs to.
#[tauri::command]
#[specta::specta]
pub(super) fn recognise_region(text: &str) -> Option<Region> {
    Region::of_pasted(text)
}

/// What the client for signing in through the browser must have.
#[tauri::command]
#[specta::specta]
pub(super) fn bootstrap(place: Place) -> Bootstrap {
    sign_in_with_browser::bootstrap(&place)
}

/// Tries the keychain by writing, reading and removing something; `Failure::Keychain` says what is wrong.
#[tauri::command]
#[specta::specta]
pub(super) async fn probe_keychain(app: State<'_, App>) -> Result<(), Failure> {
    list_profiles::probe_keychain(&app).await
}

/// Signs in with the ID and secret of a client-credentials client, and opens the organization.
#[tauri::command]
#[specta::specta]
pub(super) async fn sign_in_with_client(
    app: State<'_, App>,
    profile: NewProfile,
    client_id: &str,
    client_secret: String,
) -> Result<OrgView, Failure> {
    sign_in_with_client::sign_in_with_client(&app, &profile, client_id, Secret::new(client_secret)).await
}

/// Signs in with a pasted access token, and opens the organization.
#[tauri::command]
#[specta::specta]
pub(super) async fn sign_in_with_token(
    app: State<'_, App>,
    profile: NewProfile,
    token: String,
) -> Result<OrgView, Failure> {
    sign_in_with_token::sign_in_with_token(&app, &profile, &Secret::new(token)).await
}

/// Begins a sign-in through the system browser.
#[tauri::command]
#[specta::specta]
pub(super) async fn begin_browser_sign_in(
    app: State<'_, App>,
    profile: NewProfile,
    client_id: &str,
) -> Result<BrowserSignIn, Failure> {
    sign_in_with_browser::begin_browser_sign_in(&app, profile, client_id).await
}

/// Waits for the browser to come back, and opens the organization.
#[tauri::command]
#[specta::specta]
pub(super) async fn finish_browser_sign_in(app: State<'_, App>) -> Result<OrgView, Failure> {
    sign_in_with_browser::finish_browser_sign_in(&app).await
}

/// Gives up a sign-in through the browser.
#[tauri::command]
#[specta::specta]
pub(super) async fn cancel_browser_sign_in(app: State<'_, App>) -> Result<(), Failure> {
    sign_in_with_browser::cancel_browser_sign_in(&app).await
}

/// Opens a profile with what the keychain holds; `Failure::SignInNeeded` when that is not enough.
#[tauri::command]
#[specta::specta]
pub(super) async fn open_profile(app: State<'_, App>, id: &str) -> Result<OrgView, Failure> {
    open_profile::open_profile(&app, id).await
}

/// Changes colour and production mark.
#[tauri::command]
#[specta::specta]
pub(super) async fn mark_profile(
    app: State<'_, App>,
    id: &str,
    marking: Marking,
) -> Result<ProfileView, Failure> {
    list_profiles::mark_profile(&app, id, marking).await
}

/// Ends the session: revokes the token and removes what was stored; the profile stays.
#[tauri::command]
#[specta::specta]
pub(super) async fn sign_out(app: State<'_, App>, id: &str) -> Result<(), Failure> {
    sign_out::sign_out(&app, id).await
}

/// Signs out and removes the profile.
#[tauri::command]
#[specta::specta]
pub(super) async fn forget_profile(app: State<'_, App>, id: &str) -> Result<(), Failure> {
    sign_out::forget_profile(&app, id).await
}

/// What the signed-in person may do.
#[tauri::command]
#[specta::specta]
pub(super) async fn diagnose(app: State<'_, App>, org: &str) -> Result<Diagnosis, Failure> {
    diagnose::diagnose(&app, org).await
}
