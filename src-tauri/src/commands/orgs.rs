//! Commands about organizations.
//! Each is one expression.

use tauri::State;

use crate::app::check_domain::{self, DomainCheck};
use crate::app::check_gateway::{self, GatewayCheck, GatewayDraft};
use crate::app::failure::Failure;
use crate::app::open_last;
use crate::app::open_practice::{self, PracticeSettings};
use crate::app::{App, OrgView};
use crate::domain::region::{REGIONS, Region};

/// The organization that was open last, opened where the settings say so.
#[tauri::command]
#[specta::specta]
pub(super) async fn open_last(app: State<'_, App>) -> Result<Option<OrgView>, Failure> {
    open_last::open_last(&app).await
}

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

/// Whether a typed domain, host or address is one of Genesys Cloud, as its login host says.
#[tauri::command]
#[specta::specta]
pub(super) async fn check_domain(app: State<'_, App>, text: &str) -> Result<DomainCheck, Failure> {
    check_domain::check_domain(&app, text).await
}

/// What is wrong with a typed gateway, or which addresses follow from it.
#[tauri::command]
#[specta::specta]
pub(super) fn check_gateway(gateway: GatewayDraft) -> GatewayCheck {
    check_gateway::check_gateway(&gateway)
}
