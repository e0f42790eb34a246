//! Composition root: builds `App`, registers the commands, opens the window.
//! It must never hold a rule or a use case.

use std::path::PathBuf;
use std::sync::Arc;

use tauri::{AppHandle, Manager, RunEvent, WindowEvent};
use tauri_specta::Event;
use tokio::sync::Mutex;

use crate::app::App;
use crate::app::copy_text::clear_copied_secrets;
use crate::app::place_secret::list_secrets_lost_at_close;
use crate::clipboard::Clipboard;
use crate::commands::{self, CloseHeldBack};
use crate::vault::Vault;

/// Folder for settings, instead of the system's usual one: for a portable installation, and for tests.
const FOLDER_VARIABLE: &str = "LATCHKEY_DATA";

/// Runs the program until its window is closed.
pub fn run() -> tauri::Result<()> {
    // Drawn as it is where that does not work.
    #[cfg(target_os = "linux")]
    let _ = crate::renderer::without_graphics_card();
    let builder = commands::builder();
    let app = tauri::Builder::default()
        .invoke_handler(builder.invoke_handler())
        .setup(move |app| {
            builder.mount_events(app);
            let clipboard = Arc::new(Mutex::new(Clipboard::system()));
            let latchkey = App::new(folder(app.handle())?, clipboard, Vault::keychain());
            app.manage(latchkey.exporting_to(exports(app.handle())?));
            Ok(())
        })
        .build(tauri::generate_context!())?;
    app.run(|handle, event| match event {
        RunEvent::WindowEvent { event: WindowEvent::CloseRequested { api, .. }, .. } => {
            let secrets = tauri::async_runtime::block_on(list_secrets_lost_at_close(&handle.state::<App>()));
            if !secrets.is_empty() {
                api.prevent_close();
                let _ = CloseHeldBack { secrets }.emit(handle);
            }
        }
        RunEvent::Exit => tauri::async_runtime::block_on(clear_copied_secrets(&handle.state::<App>())),
        _ => {}
    });
    Ok(())
}

/// Where the person's downloads go, or the program's own folder where the system names no such place.
fn exports(app: &AppHandle) -> tauri::Result<PathBuf> {
    #[allow(clippy::disallowed_methods, reason = "the one place that reads the environment")]
    let own = std::env::var_os(FOLDER_VARIABLE).is_some();
    match app.path().download_dir() {
        Ok(downloads) if !own => Ok(downloads),
        _ => Ok(folder(app)?.join("exports")),
    }
}

fn folder(app: &AppHandle) -> tauri::Result<PathBuf> {
    #[allow(clippy::disallowed_methods, reason = "the one place that reads the environment")]
    match std::env::var_os(FOLDER_VARIABLE) {
        Some(folder) => Ok(folder.into()),
        None => app.path().app_config_dir(),
    }
}
