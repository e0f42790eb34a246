//! A desk to work at: an `App` on a fresh practice organization, with a clipboard in memory.

use std::sync::Arc;

use latchkey::app::failure::Failure;
use latchkey::app::open_practice::{
    PracticeSettings, change_practice_settings, open_practice, read_practice_settings,
};
use latchkey::app::prepare_form::{Language, prepare_form, start_draft};
use latchkey::app::profile::{Marking, NewProfile, Place};
use latchkey::app::sign_in_with_token::sign_in_with_token;
use latchkey::app::{App, OrgView};
use latchkey::clipboard::Clipboard;
use latchkey::domain::draft::ClientDraft;
use latchkey::domain::facts::OrgFacts;
use latchkey::domain::preset::Purpose;
use latchkey::domain::role::RoleDraft;
use latchkey::domain::secret::Secret;
use latchkey::vault::Vault;
use tokio::sync::Mutex;

use crate::practice_bench::Bench;

pub(crate) struct Desk {
    pub(crate) app: App,
    pub(crate) org: OrgView,
    pub(crate) facts: OrgFacts,
    clipboard: Arc<Mutex<Clipboard>>,
    folder: std::path::PathBuf,
}

impl Drop for Desk {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

/// A folder that no other test uses.
fn fresh_folder() -> std::path::PathBuf {
    let mut bytes = [0; 8];
    getrandom::fill(&mut bytes).expect("random bytes");
    std::env::temp_dir().join(format!("latchkey-desk-{:016x}", u64::from_le_bytes(bytes)))
}

impl Desk {
    /// The practice organization as it opens.
    pub(crate) async fn open() -> Desk {
        Desk::playing(|_| {}).await
    }

    /// The practice organization, told to misbehave before the facts are read.
    pub(crate) async fn playing(change: impl FnOnce(&mut PracticeSettings)) -> Desk {
        let clipboard = Arc::new(Mutex::new(Clipboard::Memory(String::new())));
        let folder = fresh_folder();
        let app = App::new(folder.clone(), clipboard.clone(), Vault::memory());
        let org = open_practice(&app).await.expect("the practice organization opens");
        let mut desk = Desk {
            facts: prepare_form(&app, &org.id, Language::English).await.expect("facts"),
            app,
            org,
            clipboard,
            folder,
        };
        desk.play(change).await;
        desk.facts = desk.read_facts().await.expect("facts");
        desk
    }

    /// Signed in to another practice organization, of which nothing has been read but who is signed in.
    pub(crate) async fn signed_in_to(bench: &Bench) -> Desk {
        let mut desk = Desk::open().await;
        let place = Place::Local { address: bench.practice.address() };
        let new = NewProfile { place, marking: Marking::default(), keep: false };
        let token = Secret::new(bench.practice.user_token());
        desk.org = sign_in_with_token(&desk.app, &new, &token).await.expect("signed in");
        desk
    }

    /// Tells the practice organization to misbehave from now on; the facts stay as they were read.
    pub(crate) async fn play(&self, change: impl FnOnce(&mut PracticeSettings)) {
        let mut settings = read_practice_settings(&self.app).await.expect("settings");
        change(&mut settings);
        change_practice_settings(&self.app, settings).await.expect("changed");
    }

    pub(crate) async fn read_facts(&self) -> Result<OrgFacts, Failure> {
        prepare_form(&self.app, &self.org.id, Language::English).await
    }

    /// A first draft with a name.
    pub(crate) async fn draft(&self, purpose: Purpose, name: &str) -> ClientDraft {
        let mut draft = start_draft(&self.app, &self.org.id, purpose).await.expect("draft");
        draft.name = name.to_owned();
        draft
    }

    /// A role by its name, in the home division.
    pub(crate) fn role(&self, name: &str) -> RoleDraft {
        let role = self.facts.roles.iter().find(|role| role.name == name).expect("role");
        let home = self.facts.home_division().expect("home division");
        RoleDraft { role_id: role.id.clone(), division_ids: vec![home.id.clone()] }
    }

    /// Puts a settings file where the program looks for one.
    pub(crate) fn write_settings(&self, text: &str) {
        std::fs::create_dir_all(&self.folder).expect("folder");
        std::fs::write(self.folder.join("settings.json"), text).expect("settings");
    }

    /// What one of the program's files holds.
    pub(crate) fn stored(&self, name: &str) -> String {
        std::fs::read_to_string(self.folder.join(name)).expect("file")
    }

    /// Changes a value in the first entry of one of the program's files.
    pub(crate) fn rewrite(&self, name: &str, field: &str, value: impl Into<serde_json::Value>) {
        let path = self.folder.join(name);
        let mut json: serde_json::Value =
            serde_json::from_slice(&std::fs::read(&path).expect("file")).expect("JSON");
        json[0][field] = value.into();
        std::fs::write(&path, json.to_string()).expect("file");
    }

    /// What the clipboard holds.
    pub(crate) async fn copied(&self) -> String {
        match &*self.clipboard.lock().await {
            Clipboard::Memory(text) => text.clone(),
            _ => unreachable!("tests use a clipboard in memory"),
        }
    }
}
