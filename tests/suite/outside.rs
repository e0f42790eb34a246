//! An organization outside the program, which stays while the program ends and starts again.

use std::path::PathBuf;
use std::sync::Arc;

use jiff::Timestamp;
use latchkey::app::clock::Clock;
use latchkey::app::open_profile::open_profile;
use latchkey::app::prepare_form::start_draft;
use latchkey::app::profile::{Marking, NewProfile, Place};
use latchkey::app::sign_in_with_token::sign_in_with_token;
use latchkey::app::{App, OrgView};
use latchkey::clipboard::Clipboard;
use latchkey::domain::draft::ClientDraft;
use latchkey::domain::preset::Purpose;
use latchkey::domain::secret::Secret;
use latchkey::genesys::session::Limits;
use latchkey::practice::{Arrival, Fault, FaultKind, Practice, Settings, Start, StoredClient};
use latchkey::vault::{Memory, Vault};
use tokio::sync::Mutex;

use crate::description::Description;

pub(crate) const CLIENTS: &str = "/api/v2/oauth/clients";

pub(crate) struct Outside {
    pub(crate) practice: Arc<Practice>,
    pub(crate) clock: Clock,
    pub(crate) limits: Limits,
    pub(crate) folder: PathBuf,
    keychain: Memory,
    profile: Option<String>,
    /// What was sent that the description does not allow.
    faulty: Arc<std::sync::Mutex<Vec<String>>>,
}

impl Drop for Outside {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.folder);
        let faulty = self.faulty.lock().map(|faulty| faulty.clone()).unwrap_or_default();
        assert!(faulty.is_empty() || std::thread::panicking(), "{faulty:#?}");
    }
}

impl Outside {
    pub(crate) async fn open() -> Outside {
        let settings = Settings { requests_per_minute: 1_000_000, ..Settings::default() };
        let practice = Practice::start(Start { port: None, settings }).await;
        let practice = Arc::new(practice.expect("a practice organization"));
        let (description, faulty) = (Description::read(), Arc::<std::sync::Mutex<Vec<String>>>::default());
        let found = Arc::clone(&faulty);
        practice.watch(move |Arrival { method, path, body }| {
            let judged = description.judge_request(method, path, body);
            found.lock().expect("a list").extend(judged);
        });
        let mut bytes = [0; 8];
        getrandom::fill(&mut bytes).expect("random bytes");
        let folder =
            std::env::temp_dir().join(format!("latchkey-outside-{:016x}", u64::from_le_bytes(bytes)));
        let clock = Clock::standing_at(Timestamp::now());
        Outside {
            practice,
            clock,
            limits: Limits::default(),
            folder,
            keychain: Memory::default(),
            profile: None,
            faulty,
        }
    }

    /// The program, started anew on the same folder and keychain, with the organization open.
    pub(crate) async fn start(&mut self) -> (App, OrgView) {
        let app = self.app();
        let org = match &self.profile {
            Some(profile) => open_profile(&app, profile).await.expect("opened again"),
            None => {
                let place = Place::Local { address: self.practice.address() };
                let new = NewProfile { place, marking: Marking::default(), keep: true };
                let token = Secret::new(self.practice.user_token());
                sign_in_with_token(&app, &new, &token).await.expect("signed in")
            }
        };
        self.profile = Some(org.id.clone());
        (app, org)
    }

    /// The program with nothing open.
    pub(crate) fn app(&self) -> App {
        let clipboard = Arc::new(Mutex::new(Clipboard::Memory(String::new())));
        App::new(self.folder.clone(), clipboard, Vault::Memory(self.keychain.clone()))
            .with_clock(self.clock.clone())
            .with_limits(self.limits)
    }

    /// Moves the time on, here and in the organization.
    pub(crate) fn pass(&self, seconds: u32) {
        self.clock.advance(i64::from(seconds));
        let mut settings = self.practice.settings();
        settings.clock_ahead_seconds += seconds;
        self.practice.change_settings(settings);
    }

    pub(crate) fn play(&self, change: impl FnOnce(&mut Settings)) {
        let mut settings = self.practice.settings();
        change(&mut settings);
        self.practice.change_settings(settings);
    }

    /// Something that goes wrong with the next writes of one kind.
    pub(crate) fn spoil(&self, method: &str, kinds: &[FaultKind]) {
        let fault = |kind: &FaultKind| Fault {
            kind: kind.clone(),
            method: Some(method.to_owned()),
            path: CLIENTS.to_owned(),
            times: Some(1),
        };
        self.practice.queue_faults(kinds.iter().map(fault).collect());
    }

    /// What really is stored under a name.
    pub(crate) fn stored(&self, name: &str) -> Vec<StoredClient> {
        self.practice.clients().into_iter().filter(|client| client.name == name).collect()
    }

    /// How often a write was sent.
    pub(crate) fn sent(&self, method: &str) -> usize {
        let of = |request: &&latchkey::practice::RequestRecord| {
            request.method == method && request.path.starts_with(CLIENTS)
        };
        self.practice.requests().iter().filter(of).count()
    }
}

/// A SCIM client's draft: one whose secret is needed.
pub(crate) async fn scim_draft(app: &App, org: &OrgView, name: &str) -> ClientDraft {
    let mut draft = start_draft(app, &org.id, Purpose::Scim).await.expect("draft");
    draft.name = name.to_owned();
    draft
}
