//! Settings survive, and an unreadable file does not stop the program.

use latchkey::app::settings::{LanguageChoice, Settings, Theme, read_settings, save_settings};

use crate::desk::Desk;

#[tokio::test]
async fn settings_survive_and_are_kept_within_limits() {
    let desk = Desk::open().await;
    assert_eq!(read_settings(&desk.app).await, Settings::default());
    let wanted = Settings {
        language: LanguageChoice::French,
        theme: Theme::Dark,
        clipboard_seconds: 1,
        secret_days: 90,
        mark_descriptions: true,
        opens_last: true,
    };
    let saved = save_settings(&desk.app, wanted).await.expect("saved");
    assert_eq!(saved.clipboard_seconds, 10);
    assert_eq!(read_settings(&desk.app).await, saved);
}

#[tokio::test]
async fn an_unreadable_file_means_the_defaults() {
    let desk = Desk::open().await;
    desk.write_settings("{ \"theme\": ");
    assert_eq!(read_settings(&desk.app).await, Settings::default());
}
