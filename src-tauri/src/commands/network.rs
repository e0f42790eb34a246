//! Commands about how the network is reached.
//! Each is one expression.

use tauri::State;

use crate::app::App;
use crate::app::check_connection::{self, ConnectionReport};
use crate::app::failure::Failure;
use crate::app::network::{self, NetworkSettings, NetworkView};
use crate::app::profile::Place;
use crate::domain::secret::Secret;

/// The network settings as last saved, and whether they can be followed now.
#[tauri::command]
#[specta::specta]
pub(super) async fn read_network_settings(app: State<'_, App>) -> Result<NetworkView, Failure> {
    Ok(network::read_network_settings(&app).await)
}

/// Saves the network settings, for what is opened from now on. Without a password the one that was kept stays, for
/// the same proxy and user; an empty one removes it. With a `problem` in the answer
/// nothing was saved, but for `passwordUnavailable`: then the choice is saved and the password has to be typed again.
#[tauri::command]
#[specta::specta]
pub(super) async fn save_network_settings(
    app: State<'_, App>,
    settings: NetworkSettings,
    password: Option<String>,
) -> Result<NetworkView, Failure> {
    network::save_network_settings(&app, settings, password.map(Secret::new)).await
}

/// Checks the way to the login host of a place, step by step.
#[tauri::command]
#[specta::specta]
pub(super) async fn check_connection(app: State<'_, App>, place: Place) -> Result<ConnectionReport, Failure> {
    check_connection::check_connection(&app, &place).await
}
