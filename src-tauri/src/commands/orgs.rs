//! Commands about organizations.
//! Each is one expression.

use tauri::State;

use crate::app::failure::Failure;
use crate::app::open_practice::{self, PracticeSettings};
use crate::app::prepare_form::Language;
use crate::app::restore_default_roles;
use crate::app::{App, OrgView};
use crate::domain::draft::ClientDraft;
use crate::domain::region::{REGIONS, Region};

/// Opens the practice organization.
#[tauri::command]
#[specta::specta]
pub(super) async fn open_practice(app: State<'_, App>) -> Result<OrgView, Failure> {
    open_practice::open_practice(&app).await
}

/// What the practice organization plays now.
#[tauri::command]
#[specta::specta]
pub(super) async fn read_practice_settings(app: State<'_, App>) -> Result<PracticeSettings, Failure> {
    open_practice::read_practice_settings(&app).await
}

/// Makes the practice organization play something else.
#[tauri::command]
#[specta::specta]
pub(super) async fn change_practice_settings(
    app: State<'_, App>,
    settings: PracticeSettings,
) -> Result<(), Failure> {
    open_practice::change_practice_settings(&app, settings).await
}

/// Puts the practice organization back to its opening scene.
#[tauri::command]
#[specta::specta]
pub(super) async fn reset_practice(app: State<'_, App>) -> Result<OrgView, Failure> {
    open_practice::reset_practice(&app).await
}

/// Every region.
#[tauri::command]
#[specta::specta]
pub(super) fn list_regions() -> Vec<Region> {
    REGIONS.to_vec()
}

/// Restores missing default roles; gives back the draft with the SCIM role in it.
#[tauri::command]
#[specta::specta]
pub(super) async fn restore_default_roles(
    app: State<'_, App>,
    org: &str,
    language: Language,
    draft: ClientDraft,
) -> Result<ClientDraft, Failure> {
    restore_default_roles::restore_default_roles(&app, org, language, draft).await
}
