//! Commands about the person's settings, and the pages of Genesys that explain a field.
//! Each is one expression.

use tauri::State;

use crate::app::App;
use crate::app::failure::Failure;
use crate::app::open_genesys_page::{self, OpenedPage};
use crate::app::settings::{self, Settings};
use crate::domain::genesys_page::GenesysPage;

/// The settings as last saved.
#[tauri::command]
#[specta::specta]
pub(super) async fn read_settings(app: State<'_, App>) -> Result<Settings, Failure> {
    Ok(settings::read_settings(&app).await)
}

/// Saves the settings and gives back what was saved.
#[tauri::command]
#[specta::specta]
pub(super) async fn save_settings(app: State<'_, App>, settings: Settings) -> Result<Settings, Failure> {
    settings::save_settings(&app, settings).await
}

/// The folder in which the program keeps its files.
#[tauri::command]
#[specta::specta]
pub(super) fn data_folder(app: State<'_, App>) -> String {
    settings::data_folder(&app)
}

/// Opens a page of Genesys in the system browser.
#[tauri::command]
#[specta::specta]
pub(super) async fn open_genesys_page(page: GenesysPage) -> OpenedPage {
    open_genesys_page::open_genesys_page(page).await
}
