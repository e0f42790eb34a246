//! A program of its own that goes through everything with secrets, and says on its outputs all that it can say of it.
//! It must never print a secret itself: what it learns, it tells over a wire that nobody searches.

use std::fmt::Debug;
use std::io::{BufRead, BufReader, Write};
use std::net::TcpStream;
use std::path::PathBuf;
use std::sync::Arc;

use jiff::Timestamp;
use latchkey::app::check_connection::check_connection;
use latchkey::app::clock::Clock;
use latchkey::app::create_client::create_client;
use latchkey::app::diagnose::diagnose;
use latchkey::app::export_history::{ExportFormat, export_history};
use latchkey::app::failure::Failure;
use latchkey::app::fetch_token::{ReminderWords, fetch_scim_token, reveal_scim_token, save_token_reminder};
use latchkey::app::hand_over::read_hand_over;
use latchkey::app::list_clients::{list_clients, read_client};
use latchkey::app::list_history::{HistoryPart, list_history, list_history_steps};
use latchkey::app::list_profiles::list_profiles;
use latchkey::app::network::{
    NetworkSettings, PasswordPlace, ProxyChoice, read_network_settings, save_network_settings,
};
use latchkey::app::open_journal::read_journal_state;
use latchkey::app::open_profile::open_profile;
use latchkey::app::open_sealed_file::open_sealed_file;
use latchkey::app::operation::OperationId;
use latchkey::app::place_secret::{
    Destination, copy_secret, list_secrets_lost_at_close, list_unplaced_secrets, place_secret, reveal_secret,
};
use latchkey::app::prepare_form::start_draft;
use latchkey::app::preview_client::preview_client;
use latchkey::app::profile::{Marking, NewProfile, Place};
use latchkey::app::recover::{Situation, adopt_client, finish_change, list_interrupted, look_for};
use latchkey::app::regenerate_secret::regenerate_secret;
use latchkey::app::save_support_bundle::save_support_bundle;
use latchkey::app::seal_hand_over::{SealedWith, propose_passphrase, seal_hand_over};
use latchkey::app::settings::read_settings;
use latchkey::app::sign_in_with_browser::{begin_browser_sign_in, finish_browser_sign_in};
use latchkey::app::sign_in_with_client::sign_in_with_client;
use latchkey::app::sign_in_with_token::sign_in_with_token;
use latchkey::app::sign_out::{forget_profile, sign_out};
use latchkey::app::test_client::test_client;
use latchkey::app::{App, OrgView};
use latchkey::clipboard::Clipboard;
use latchkey::domain::grant::GrantType;
use latchkey::domain::preset::Purpose;
use latchkey::domain::secret::Secret;
use latchkey::genesys::token::AccessToken;
use latchkey::practice::{Fault, FaultKind};
use latchkey::vault::{Memory, Vault};
use serde::Serialize;
use serde_json::{Value, json};
use tokio::sync::Mutex;

use super::debug::sealing_key;
use super::retention::damage;
use super::scan::Canary;
use super::traces::print_everything;
use crate::outside::{CLIENTS, scim_draft};

const DAY: i64 = 24 * 60 * 60;

/// Whoever knows what happens to the organization.
struct Parent(BufReader<TcpStream>);

impl Parent {
    fn tell(&mut self, what: Value) -> Value {
        writeln!(self.0.get_mut(), "{what}").expect("told");
        let mut answer = String::new();
        self.0.read_line(&mut answer).expect("an answer");
        serde_json::from_str(&answer).expect("JSON")
    }

    fn spoil(&mut self, kinds: &[FaultKind]) {
        let fault = |kind: &FaultKind| Fault {
            kind: kind.clone(),
            method: Some("POST".into()),
            path: CLIENTS.into(),
            times: Some(1),
        };
        self.tell(json!({ "faults": kinds.iter().map(fault).collect::<Vec<_>>() }));
    }

    fn learn(&mut self, Canary { what, text }: Canary) {
        self.tell(json!({ "canary": what, "text": text }));
    }

    /// Everything that lies about now is searched too.
    fn look(&mut self, when: &str) {
        self.tell(json!({ "look": when }));
    }
}

/// Says all that there is to say of an outcome, as a careless program would.
fn say<T: Debug + Serialize>(what: &str, outcome: &T) {
    println!("{what}: {outcome:?} {outcome:#?} {}", serde_json::to_string(outcome).expect("JSON"));
}

struct Journey {
    parent: Parent,
    known: Value,
    folder: PathBuf,
    clock: Clock,
    keychain: Memory,
}

impl Journey {
    fn known(&self, name: &str) -> String {
        self.known[name].as_str().expect(name).to_owned()
    }

    fn secret(&self, name: &str) -> Secret {
        Secret::new(self.known(name))
    }

    fn app_with(&self, keychain: Vault) -> App {
        let clipboard = Arc::new(Mutex::new(Clipboard::Memory(String::new())));
        App::new(self.folder.clone(), clipboard, keychain).with_clock(self.clock.clone())
    }

    fn app(&self) -> App {
        self.app_with(Vault::Memory(self.keychain.clone()))
    }

    fn place(&self, keep: bool) -> NewProfile {
        NewProfile {
            place: Place::Local { address: self.known("address") },
            marking: Marking::default(),
            keep,
        }
    }

    fn pass(&mut self, seconds: i64) {
        self.clock.advance(seconds);
        self.parent.tell(json!({ "pass": seconds }));
    }

    /// A proxy's password while there is no keychain, and a proxy that is asked for a way with it.
    async fn through_a_proxy(&self) {
        let app = self.app_with(Vault::keychain());
        let address = self.known("address");
        let proxy = ProxyChoice::Own { address, user: "kim".into() };
        let own = NetworkSettings { proxy, certificates_file: None };
        let saved =
            save_network_settings(&app, own, Some(self.secret("proxyPassword"))).await.expect("saved");
        assert_eq!((saved.password, saved.problem), (PasswordPlace::Session, None));
        say("network", &saved);
        say("network again", &read_network_settings(&app).await);
        let cloud = Place::Region { domain: "mypurecloud.de".into() };
        say("connection", &check_connection(&app, &cloud).await.expect("a report"));
        let new = NewProfile { place: cloud, marking: Marking::default(), keep: false };
        let failure =
            sign_in_with_client(&app, &new, &self.known("clientId"), self.secret("wrongSecret")).await;
        say("sign-in through a proxy", &failure.expect_err("it leads nowhere"));
        let failure = sign_in_with_client(&app, &self.place(true), "id", self.secret("wrongSecret")).await;
        say("sign-in without a keychain", &failure.expect_err("nothing is kept"));
        let none = NetworkSettings { proxy: ProxyChoice::None, certificates_file: None };
        say("no proxy", &save_network_settings(&app, none, None).await.expect("saved"));
    }

    async fn refused_sign_ins(&self, app: &App) {
        let id = self.known("clientId");
        let failure = sign_in_with_client(app, &self.place(true), &id, self.secret("wrongSecret")).await;
        say("wrong secret", &failure.expect_err("refused"));
        let failure = sign_in_with_token(app, &self.place(true), &self.secret("wrongToken")).await;
        say("wrong token", &failure.expect_err("refused"));
        let two = Secret::new(format!("{} {}", self.known("wrongToken"), self.known("wrongToken")));
        say("two tokens", &sign_in_with_token(app, &self.place(true), &two).await.expect_err("not one"));
    }

    async fn sign_ins(&mut self, app: &App) -> [OrgView; 3] {
        let id = self.known("clientId");
        let program = sign_in_with_client(app, &self.place(true), &id, self.secret("clientSecret")).await;
        let pasted = Secret::new(format!("Authorization: Bearer {}\n", self.known("token")));
        let person = sign_in_with_token(app, &self.place(true), &pasted).await;
        let begun = begin_browser_sign_in(app, self.place(false), &self.known("signInClientId")).await;
        // Not printed: the address has the state in it, as the browser needs it.
        let begun = begun.expect("begun");
        assert!(!begun.opened, "there is no browser here");
        self.parent.tell(json!({ "browse": begun.address }));
        let browsed = finish_browser_sign_in(app).await;
        let orgs = [program, person, browsed].map(|org| org.expect("signed in"));
        say("organizations", &orgs);
        say("profiles", &list_profiles(app).await.expect("profiles"));
        orgs
    }

    async fn create(&mut self, app: &App, org: &OrgView, name: &str) -> Result<String, Failure> {
        let draft = scim_draft(app, org, name).await;
        say("preview", &preview_client(app, &org.id, &draft).await);
        let created = create_client(app, &org.id, &draft, false).await;
        say("created", &created);
        created.map(|created| created.client.id)
    }

    async fn code_clients(&self, app: &App, org: &OrgView) {
        for purpose in
            [Purpose::Plain { grant_type: GrantType::AuthorizationCode }, Purpose::EmbeddableFramework]
        {
            let mut draft = start_draft(app, &org.id, purpose).await.expect("a draft");
            draft.name = format!("{purpose:?}");
            draft.redirect_uris = vec!["https://crm.example/cb".into()];
            draft.scopes = vec!["users".into()];
            say("code client", &create_client(app, &org.id, &draft, false).await);
        }
    }

    async fn lost(&mut self, app: &App, org: &OrgView, name: &str, faults: &[FaultKind]) -> OperationId {
        self.parent.spoil(faults);
        match self.create(app, org, name).await {
            Err(Failure::AnswerLost { operation: Some(operation), .. }) => operation,
            other => panic!("the answer is lost: {other:?}"),
        }
    }

    /// Creates whose answers are lost, some of them with the secret half in them, and what becomes of them.
    async fn lost_answers(&mut self, app: &App, org: &OrgView) {
        let kinds = [
            FaultKind::CutAfterStore,
            FaultKind::Truncated,
            FaultKind::CutAt { bytes: 150 },
            FaultKind::StatusAfter { status: 504 },
            FaultKind::WrongShape,
        ];
        for (number, kind) in kinds.into_iter().enumerate() {
            let operation = self.lost(app, org, &format!("Lost {number}"), &[kind]).await;
            let looked = look_for(app, &operation).await;
            say("looked", &looked);
            let Ok(Situation::Found { client, .. }) = looked.map(|looked| looked.situation) else {
                panic!("gone")
            };
            self.parent.spoil(&[FaultKind::CutAfterStore, FaultKind::Truncated]);
            say("adopted", &adopt_client(app, &operation, &client.id, false).await.expect("adopted"));
        }
        self.parent.spoil(&[FaultKind::Replayed]);
        self.create(app, org, "Twice").await.expect("created");
        self.parent.spoil(&[FaultKind::AnsweredForAnother { only_id: false }]);
        say("another's answer", &self.create(app, org, "Another").await);
        say("interrupted", &list_interrupted(app).await.expect("a list"));
    }

    async fn new_secrets(&mut self, app: &App, org: &OrgView, client: &str) {
        say("regenerated", &regenerate_secret(app, &org.id, client, false).await.expect("a new secret"));
        self.parent.spoil(&[FaultKind::CutAfterStore]);
        let failure = regenerate_secret(app, &org.id, client, false).await.expect_err("lost");
        say("not regenerated", &failure);
        let Failure::AnswerLost { operation: Some(operation), .. } = failure else { panic!("{failure:?}") };
        say("looked", &look_for(app, &operation).await.expect("looked"));
        say("finished", &finish_change(app, &operation, false).await.expect("a new secret"));
    }

    /// Shown, copied and placed; and a task that panics with it in its hands.
    async fn in_hand(&mut self, app: &App, org: &OrgView, client: &str) {
        let shown = reveal_secret(app, &org.id, client).await.expect("a secret").text;
        self.parent.learn(Canary { what: "revealed secret".into(), text: shown.clone() });
        say("copied", &copy_secret(app, &org.id, client).await.expect("copied"));
        self.parent.look("while a secret is in the clipboard");
        say("tested", &test_client(app, &org.id, client, None).await.expect("it works"));
        say("tested", &test_client(app, &org.id, client, Some(self.secret("wrongSecret"))).await);
        say("token", &fetch_scim_token(app, &org.id, client, None).await.expect("a token"));
        let token = reveal_scim_token(app).await.expect("a token").text;
        self.parent.learn(Canary { what: "long-lived token".into(), text: token });
        let words = ReminderWords { title: "Renew".into(), text: "The token ends".into() };
        say("reminder", &save_token_reminder(app, &words).await.expect("saved"));
        let passphrase = propose_passphrase().expect("a passphrase").text;
        self.parent.learn(Canary { what: "passphrase".into(), text: passphrase.clone() });
        let key = || Secret::new(passphrase.clone());
        let file =
            seal_hand_over(app, &org.id, client, SealedWith::Passphrase, key(), "").await.expect("sealed");
        say("sealed", &file);
        let text = std::fs::read_to_string(&file.path).expect("a file");
        say("opened", &open_sealed_file(app, text.clone(), Some(key())).await.expect("opened"));
        say("opened", &open_sealed_file(app, text, Some(self.secret("wrongSecret"))).await);
        say("handed over", &read_hand_over(app, &org.id, client).await.expect("read"));
        let panics = tokio::spawn(async move {
            let held = AccessToken { token: Secret::new(shown), expires_in_seconds: None };
            panic!("a task that holds a secret: {held:?} {held:#?}");
        });
        assert!(panics.await.expect_err("it panics").is_panic());
        place_secret(app, &org.id, client, Destination::PasswordManager).await.expect("placed");
        say("gone", &place_secret(app, &org.id, client, Destination::Program).await);
    }

    async fn reports(&self, app: &App, orgs: &[OrgView]) {
        for org in orgs {
            say("diagnosis", &diagnose(app, &org.id).await);
            let clients = list_clients(app, &org.id).await.expect("clients");
            say("clients", &*clients);
            say("client", &read_client(app, &org.id, &clients[0].id).await);
        }
        let history = list_history(app, "", HistoryPart::All, 0, 500).await.expect("the history");
        for entry in &history.entries {
            say("steps", &list_history_steps(app, &entry.id).await.expect("steps"));
        }
        say("history", &history);
        say("waiting", &list_unplaced_secrets(app).await.expect("a list"));
        say("lost at close", &list_secrets_lost_at_close(app).await);
        say("settings", &read_settings(app).await);
        say("journal", &read_journal_state(app).await);
        for format in [ExportFormat::Csv, ExportFormat::Json] {
            say("exported", &export_history(app, "", HistoryPart::All, format).await.expect("exported"));
        }
        say("bundle", &save_support_bundle(app).await.expect("saved"));
    }

    async fn first_run(&mut self) -> [OrgView; 3] {
        let app = self.app();
        say("journal", &read_journal_state(&app).await);
        self.refused_sign_ins(&app).await;
        let orgs = self.sign_ins(&app).await;
        let [program, person, browsed] = &orgs;
        let client = self.create(&app, person, "Entra ID").await.expect("created");
        self.parent.learn(sealing_key(&Vault::Memory(self.keychain.clone())).await);
        self.create(&app, program, "Okta").await.expect("created");
        self.create(&app, browsed, "For this session").await.expect("created");
        self.code_clients(&app, person).await;
        self.parent.look("while secrets wait");
        self.lost_answers(&app, person).await;
        self.new_secrets(&app, person, &client).await;
        self.in_hand(&app, person, &client).await;
        self.reports(&app, &orgs).await;
        self.parent.look("before the program ends");
        orgs
    }

    /// Started again after the days of every secret; then once more with a journal that was damaged meanwhile.
    async fn later_runs(&mut self, orgs: &[OrgView; 3]) {
        self.pass(8 * DAY);
        let app = self.app();
        say("waiting", &list_unplaced_secrets(&app).await.expect("a list"));
        self.parent.look("after the days");
        let program = open_profile(&app, &orgs[0].id).await.expect("opened again");
        self.create(&app, &program, "Waits in a damaged journal").await.expect("created");
        drop(app);
        damage(&self.folder.join("journal.sqlite3"));
        let app = self.app();
        let state = read_journal_state(&app).await;
        assert!(state.lost.is_some(), "{state:?}");
        say("damaged", &state);
        self.parent.look("beside a damaged journal");
        let program = open_profile(&app, &orgs[0].id).await.expect("opened again");
        self.create(&app, &program, "After the damage").await.expect("created");
        self.reports(&app, &[program]).await;
        for org in orgs {
            say("signed out", &sign_out(&app, &org.id).await);
            say("forgotten", &forget_profile(&app, &org.id).await);
        }
        say("profiles", &list_profiles(&app).await.expect("profiles"));
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "only in a process of its own, with somebody who knows the secrets"]
async fn journey() {
    print_everything();
    let wire = TcpStream::connect(std::env::var("KNOWING").expect("an address")).expect("a wire");
    let mut parent = Parent(BufReader::new(wire));
    let known = parent.tell(json!("what is known?"));
    let folder = PathBuf::from(std::env::var_os("FOLDER").expect("a folder"));
    let clock = Clock::standing_at(Timestamp::now());
    let mut journey = Journey { parent, known, folder, clock, keychain: Memory::default() };
    journey.through_a_proxy().await;
    let orgs = journey.first_run().await;
    journey.later_runs(&orgs).await;
    journey.parent.look("at the end");
    println!("the journey is over");
}
