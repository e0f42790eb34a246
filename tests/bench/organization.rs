//! A practice organization with many clients, and a program that is signed in to it.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use latchkey::app::App;
use latchkey::app::list_profiles::probe_keychain;
use latchkey::app::profile::{Marking, NewProfile, Place};
use latchkey::app::sign_in_with_client::sign_in_with_client;
use latchkey::clipboard::Clipboard;
use latchkey::domain::secret::Secret;
use latchkey::practice::{Practice, Settings, Start};
use latchkey::vault::Vault;
use serde_json::json;

/// A practice organization that serves from this process.
pub(crate) struct Organization {
    pub(crate) practice: Practice,
    folder: PathBuf,
}

impl Drop for Organization {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

impl Organization {
    /// With so many clients in all.
    pub(crate) async fn with_clients(count: u32) -> Organization {
        let mut settings = Settings { requests_per_minute: 1_000_000, ..Settings::default() };
        let opening =
            Practice::start(Start::default()).await.expect("a practice organization").clients().len();
        settings.crowd = count - u32::try_from(opening).expect("a few");
        let practice =
            Practice::start(Start { port: None, settings }).await.expect("a practice organization");
        assert_eq!(practice.clients().len(), count as usize);
        let folder = std::env::temp_dir().join(format!("latchkey-bench-{}-{count}", std::process::id()));
        Organization { practice, folder }
    }

    /// A folder for a program that works with it.
    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    /// Where it is and how to get in, as the SDKs' scripts read it.
    pub(crate) fn line(&self) -> String {
        json!({
            "api": self.practice.address(), "login": self.practice.address(),
            "clientId": self.practice.client_id(), "clientSecret": self.practice.client_secret(),
        })
        .to_string()
    }

    /// The folder of a program that opens this organization when it starts, with its secret in the keychain.
    pub(crate) async fn signed_in(&self) -> &Path {
        let clipboard = Arc::new(tokio::sync::Mutex::new(Clipboard::Memory(String::new())));
        let app = App::new(self.folder.clone(), clipboard, Vault::keychain());
        let end = Instant::now() + Duration::from_secs(20);
        while let Err(why) = probe_keychain(&app).await {
            assert!(Instant::now() < end, "no keychain: {why:?}");
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        let place = Place::Local { address: self.practice.address() };
        let new = NewProfile { place, marking: Marking::default(), keep: true };
        let secret = Secret::new(self.practice.client_secret());
        sign_in_with_client(&app, &new, &self.practice.client_id(), secret).await.expect("signed in");
        let settings = json!({ "language": "english", "theme": "light", "opensLast": true });
        std::fs::write(self.folder.join("settings.json"), settings.to_string()).expect("settings");
        &self.folder
    }
}
