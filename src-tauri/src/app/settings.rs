//! The person's settings, kept as JSON in the program's own folder.
//! It must never hold a secret; an unreadable file means the defaults, not a refusal to start.

use serde::{Deserialize, Serialize};
use specta::Type;

use super::App;
use super::failure::Failure;

/// The person's settings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase", default)]
pub struct Settings {
    /// Language.
    pub language: LanguageChoice,
    /// Light or dark.
    pub theme: Theme,
    /// Seconds after which a copied secret is cleared from the clipboard, 10 to 600.
    pub clipboard_seconds: u32,
    /// Days for which a secret is kept sealed until somebody says where it went, 1 to 30.
    pub secret_days: u32,
    /// Whether a new client's description gets a mark, by which it is found again after a lost answer.
    pub mark_descriptions: bool,
    /// Whether the organization that was open last is opened when the program starts.
    pub opens_last: bool,
}

/// Which language to show.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum LanguageChoice {
    /// That of the system.
    #[default]
    System,
    /// English.
    English,
    /// French.
    French,
}

/// Which colours to show.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum Theme {
    /// Those of the system.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Default for Settings {
    fn default() -> Settings {
        Settings {
            language: LanguageChoice::System,
            theme: Theme::System,
            clipboard_seconds: 60,
            secret_days: 7,
            mark_descriptions: false,
            opens_last: false,
        }
    }
}

/// Their file in the program's own folder.
const FILE: &str = "settings.json";

/// The settings as last saved.
pub async fn read_settings(app: &App) -> Settings {
    app.folder.read(FILE).await
}

/// The folder in which the program keeps its files.
pub fn data_folder(app: &App) -> String {
    app.folder.path().display().to_string()
}

/// Saves the settings and gives back what was saved.
pub async fn save_settings(app: &App, mut settings: Settings) -> Result<Settings, Failure> {
    settings.clipboard_seconds = settings.clipboard_seconds.clamp(10, 600);
    settings.secret_days = settings.secret_days.clamp(1, 30);
    app.folder.write(FILE, &settings).await.map_err(|_| Failure::SettingsNotSaved)?;
    Ok(settings)
}
