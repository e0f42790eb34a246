//! Changing clients of the practice organization, and sign-ins that renew themselves.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, AtomicUsize, Ordering};

use latchkey::app::App;
use latchkey::app::clock::Clock;
use latchkey::app::create_client::create_client;
use latchkey::app::failure::Failure;
use latchkey::app::list_clients::list_clients;
use latchkey::app::list_profiles::list_profiles;
use latchkey::app::prepare_form::{Language, prepare_form};
use latchkey::app::profile::{Marking, NewProfile, Place};
use latchkey::app::sign_in_with_client::sign_in_with_client;
use latchkey::app::sign_in_with_token::sign_in_with_token;
use latchkey::clipboard::Clipboard;
use latchkey::domain::client::ClientState;
use latchkey::domain::grant::GrantType;
use latchkey::domain::preset::Purpose;
use latchkey::domain::region::Region;
use latchkey::domain::secret::Secret;
use latchkey::genesys::endpoint::Endpoint;
use latchkey::genesys::error::Processed;
use latchkey::genesys::network::Network;
use latchkey::genesys::session::Session;
use latchkey::practice::{Fault, FaultKind, Practice};
use latchkey::vault::Vault;
use serde_json::{Value, json};
use tokio::sync::Mutex;
use tokio::task::JoinSet;

use crate::desk::Desk;
use crate::hostile_answers::portal;
use crate::practice_bench::{Bench, CLIENTS, EMPLOYEE, but, login, machine};
use crate::raw_server::{RawServer, Reply};

fn session(practice: &Practice) -> Session {
    let region = Region::of_domain("mypurecloud.de").expect("a region");
    let endpoint = Endpoint::practice(practice.address(), region);
    Session::with_token(endpoint, Secret::new(practice.user_token()), &Network::default()).expect("a session")
}

#[tokio::test]
async fn a_new_secret_replaces_the_old_one() {
    let bench = Bench::open().await;
    let made = bench.create(machine(&[EMPLOYEE])).await.done();
    let (id, old) = (made.text("id"), made.text("secret"));
    let session = session(&bench.practice);
    let answered = session.regenerate_secret(&id).await.expect("a new secret");
    assert_eq!((answered.status, answered.value.client.id.as_str()), (200, id.as_str()));
    assert_eq!(answered.correlation_id.map(|id| id.len()), Some(36));
    let new = answered.value.secret.expect("a secret");
    let grant = [("grant_type", "client_credentials")];
    assert_eq!(bench.form(&grant, Some((&id, new.expose()))).await.status, 200);
    assert_eq!(bench.form(&grant, Some((&id, &old))).await.status, 400);
    let error = session.regenerate_secret("c11e0000-0000-4000-8000-00000000dead").await.expect_err("unknown");
    assert_eq!((error.code(), error.status()), (Some("not.found"), Some(404)));
    assert_eq!(error.was_processed(), Processed::Refused);
    assert!(error.correlation_id().is_some());
}

#[tokio::test]
async fn a_change_keeps_what_nobody_knows() {
    let bench = Bench::open().await.unjudged();
    let new = json!({ "allowedAddresses": ["10.0.0.0/8"], "future": { "a": [1, null, "x"] } });
    let id = bench.create(but(login(&["users"]), new.clone())).await.done().text("id");
    let session = session(&bench.practice);
    let whole = session.read_whole_client(&id).await.expect("the client");
    assert_eq!(whole.client().name, "Bench");

    let body = whole.with_state(ClientState::Inactive);
    for read_only in
        ["id", "secret", "dateCreated", "dateModified", "createdBy", "modifiedBy", "selfUri", "roleIds"]
    {
        assert_eq!(body.get(read_only), None, "{read_only}");
    }
    let put = session.put_client(&id, &body).await.expect("put").value;
    assert_eq!(put.state, ClientState::Inactive);
    assert_eq!(put.redirect_uris, ["http://localhost", "https://crm.example/cb?a=1"]);

    let asked = portal().await;
    let again = session.read_whole_client(&id).await.expect("the client");
    let put = session.put_client(&id, &again.with(&asked)).await.expect("put").value;
    assert_eq!(
        (put.name.as_str(), put.state, put.seconds),
        ("Portal", ClientState::Inactive, Some(asked.seconds()))
    );
    assert_eq!((put.redirect_uris, put.scopes), (asked.redirect_uris(), asked.scopes()));
    let held = bench.get(&format!("{CLIENTS}/{id}")).await.done().body;
    for member in ["allowedAddresses", "future"] {
        assert_eq!(held[member], new[member], "{member}");
    }
}

/// From one grant type to another, what the old one used is emptied; otherwise what has no field stays.
#[tokio::test]
async fn another_grant_type_takes_nothing_along() {
    let bench = Bench::open().await;
    let id = bench.create(but(machine(&[EMPLOYEE]), json!({ "dateToDelete": null }))).await.done().text("id");
    let session = session(&bench.practice);
    let whole = session.read_whole_client(&id).await.expect("the client");
    let put = session.put_client(&id, &whole.with(&portal().await)).await.expect("put").value;
    assert_eq!((put.roles.len(), put.scopes), (0, vec!["users".to_owned()]));
}

#[tokio::test]
async fn only_an_inactive_client_is_deleted_and_a_lost_answer_is_unknown() {
    let bench = Bench::open().await;
    let id = bench.create(machine(&[EMPLOYEE])).await.done().text("id");
    let session = session(&bench.practice);
    let error = session.delete_client(&id).await.expect_err("active");
    assert_eq!((error.code(), error.was_processed()), (Some("cannot.delete.client"), Processed::Refused));
    let whole = session.read_whole_client(&id).await.expect("the client");
    session.put_client(&id, &whole.with_state(ClientState::Inactive)).await.expect("inactive");
    bench.change(|settings| {
        settings.fault = Some(Fault {
            kind: FaultKind::CutAfterStore,
            method: Some("DELETE".into()),
            path: CLIENTS.into(),
            times: Some(1),
        });
    });
    let error = session.delete_client(&id).await.expect_err("cut");
    assert_eq!(error.was_processed(), Processed::Unknown);
    assert_eq!(session.read_client(&id).await.expect_err("gone").status(), Some(404));
    let deletes = bench.practice.requests().iter().filter(|record| record.method == "DELETE").count();
    assert_eq!(deletes, 2, "one refused, one cut, none repeated");
}

#[tokio::test]
async fn an_active_client_is_no_longer_due_for_deletion() {
    let bench = Bench::open().await;
    let id = bench.create(login(&["users"])).await.done().text("id");
    let due = json!({ "state": "inactive", "dateToDelete": "2027-01-01T00:00:00.000Z" });
    bench.put(&id, but(login(&["users"]), due)).await.done();
    let session = session(&bench.practice);
    let whole = session.read_whole_client(&id).await.expect("the client");
    assert!(whole.with_state(ClientState::Inactive).get("dateToDelete").is_some());
    let put = session.put_client(&id, &whole.with_state(ClientState::Active)).await.expect("put").value;
    assert_eq!((put.state, put.delete_at), (ClientState::Active, None));
}

/// An organization that gives tokens of a chosen life and takes only the last one.
struct Renewing {
    server: RawServer,
    /// Whether tokens are refused.
    failing: Arc<AtomicBool>,
    /// Requests that are refused with 401 from now on.
    refused: Arc<AtomicUsize>,
    /// Writes that are.
    refused_writes: Arc<AtomicUsize>,
    other_org: Arc<AtomicBool>,
}

impl Renewing {
    async fn open(first_life: u32) -> Renewing {
        let lives = AtomicU32::new(first_life);
        let refused = Arc::new(AtomicUsize::new(0));
        let other_org = Arc::new(AtomicBool::new(false));
        let failing = Arc::new(AtomicBool::new(false));
        let refused_writes = Arc::new(AtomicUsize::new(0));
        let (refusals, other, fails) = (refused.clone(), other_org.clone(), failing.clone());
        let writes = refused_writes.clone();
        let server = RawServer::open(move |line, _| {
            let ok = |body: Value| Reply::of("200 OK", "", body.to_string().as_bytes());
            if line.contains("/oauth/token") && fails.load(Ordering::SeqCst) {
                return Reply::of("401 Unauthorized", "", br#"{"error":"invalid_client"}"#);
            }
            if line.contains("/oauth/token") {
                let seconds = lives.swap(86_400, Ordering::SeqCst);
                return ok(json!({ "access_token": "t", "token_type": "bearer", "expires_in": seconds }));
            }
            if line.contains("/organizations/me") {
                let id = if other.load(Ordering::SeqCst) { "other" } else { "own" };
                return ok(json!({ "id": id, "name": id }));
            }
            let less = |left: usize| left.checked_sub(1);
            let written = line.starts_with("POST /api");
            let refuse_write =
                written && writes.fetch_update(Ordering::SeqCst, Ordering::SeqCst, less).is_ok();
            let refuse =
                refuse_write || refusals.fetch_update(Ordering::SeqCst, Ordering::SeqCst, less).is_ok();
            if refuse && !line.contains("/users/me") {
                return Reply::of("401 Unauthorized", "", br#"{"code":"bad.credentials","message":"No"}"#);
            }
            if line.contains("/users/me") {
                return Reply::of("404 Not Found", "", br#"{"code":"not.found","message":"No"}"#);
            }
            ok(json!({ "entities": [] }))
        })
        .await;
        Renewing { server, failing, refused, refused_writes, other_org }
    }

    fn new_profile(&self) -> NewProfile {
        NewProfile {
            place: Place::Local { address: self.server.address.clone() },
            marking: Marking::default(),
            keep: true,
        }
    }

    fn tokens(&self) -> usize {
        self.server.requests().iter().filter(|line| line.contains("/oauth/token")).count()
    }

    fn lists(&self) -> usize {
        self.server.requests().iter().filter(|line| line.contains(CLIENTS)).count()
    }

    async fn sign_in(&self, app: &App) -> String {
        let secret = Secret::new("s".into());
        sign_in_with_client(app, &self.new_profile(), "id", secret).await.expect("signed in").id
    }
}

async fn app(desk: &str) -> (Arc<App>, std::path::PathBuf) {
    let mut bytes = [0; 8];
    getrandom::fill(&mut bytes).expect("random bytes");
    let folder = std::env::temp_dir().join(format!("latchkey-{desk}-{:016x}", u64::from_le_bytes(bytes)));
    let clipboard = Arc::new(Mutex::new(Clipboard::Memory(String::new())));
    (Arc::new(App::new(folder.clone(), clipboard, Vault::memory())), folder)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn twenty_callers_at_once_need_one_new_token() {
    let (app, folder) = app("renew").await;
    let mut renewals = 0;
    for _ in 0..5 {
        let place = Renewing::open(0).await;
        let id = place.sign_in(&app).await;
        let before = list_profiles(&app).await.expect("profiles");
        let before = before.iter().find(|profile| profile.id == id).and_then(|profile| profile.open.clone());
        assert_eq!(place.tokens(), 1);
        let mut callers = JoinSet::new();
        for _ in 0..20 {
            let (app, id) = (app.clone(), id.clone());
            callers.spawn(async move { list_clients(&app, &id).await.map(|clients| clients.len()) });
        }
        for outcome in callers.join_all().await {
            assert_eq!(outcome, Ok(0));
        }
        assert_eq!((place.tokens(), place.lists()), (2, 20), "one for signing in, one renewal");
        let after = list_profiles(&app).await.expect("profiles");
        let after = after.iter().find(|profile| profile.id == id).and_then(|profile| profile.open.clone());
        let (before, after) = (before.expect("open").expires_at, after.expect("open").expires_at);
        assert!(after > before, "{before:?} {after:?}");
        renewals += place.tokens() - 1;
    }
    println!("renewals: 100 callers, {renewals} token requests");
    assert_eq!(renewals, 5);
    let _ = std::fs::remove_dir_all(folder);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_read_that_is_refused_is_repeated_once_with_a_new_token() {
    let (app, folder) = app("refused").await;
    let place = Renewing::open(86_400).await;
    let id = place.sign_in(&app).await;
    // From now on the list alone is asked for.
    list_clients(&app, &id).await.expect("a list");
    place.refused.store(1, Ordering::SeqCst);
    assert_eq!(list_clients(&app, &id).await.as_deref(), Ok(&Vec::new()));
    assert_eq!((place.tokens(), place.lists()), (2, 3));

    place.refused.store(usize::MAX, Ordering::SeqCst);
    let failure = list_clients(&app, &id).await;
    assert!(matches!(failure, Err(Failure::SignInExpired { .. })), "{failure:?}");
    assert_eq!((place.tokens(), place.lists()), (3, 5), "one new token, one more read");

    let callers: JoinSet<_> = (0..20)
        .map(|_| {
            let (app, id) = (app.clone(), id.clone());
            async move { prepare_form(&app, &id, Language::English).await.map(|_| ()) }
        })
        .collect();
    place.refused.store(20, Ordering::SeqCst);
    callers.join_all().await;
    assert!(place.tokens() > 3);
    let _ = std::fs::remove_dir_all(folder);
}

#[tokio::test]
async fn another_organization_ends_the_session() {
    let (app, folder) = app("other").await;
    let place = Renewing::open(0).await;
    let id = place.sign_in(&app).await;
    place.other_org.store(true, Ordering::SeqCst);
    let failure = list_clients(&app, &id).await;
    let expected = Failure::OtherOrganization { expected: "own".into(), found: "other".into() };
    assert_eq!(failure, Err(expected));
    assert_eq!(place.lists(), 0, "nothing was read there");
    assert_eq!(list_clients(&app, &id).await, Err(Failure::OrgNotOpen));
    let _ = std::fs::remove_dir_all(folder);
}

#[tokio::test]
async fn a_pasted_token_is_never_renewed() {
    let (app, folder) = app("pasted").await;
    let place = Renewing::open(86_400).await;
    let pasted = Secret::new("a-pasted-token-that-is-long-enough-to-be-one".into());
    let id = sign_in_with_token(&app, &place.new_profile(), &pasted).await.expect("signed in").id;
    list_clients(&app, &id).await.expect("a list");
    place.refused.store(1, Ordering::SeqCst);
    let failure = list_clients(&app, &id).await;
    assert!(matches!(failure, Err(Failure::SignInExpired { .. })), "{failure:?}");
    assert_eq!((place.tokens(), place.lists()), (0, 2));
    let _ = std::fs::remove_dir_all(folder);
}

#[tokio::test]
async fn a_write_that_is_refused_is_not_repeated_with_a_new_token() {
    let desk = Desk::open().await;
    let draft = {
        let mut draft =
            desk.draft(Purpose::Plain { grant_type: GrantType::AuthorizationCode }, "Portal").await;
        draft.redirect_uris = vec!["https://crm.example/cb".to_owned()];
        draft
    };
    let place = Renewing::open(86_400).await;
    let id = place.sign_in(&desk.app).await;
    prepare_form(&desk.app, &id, Language::English).await.expect("facts");
    place.refused_writes.store(1, Ordering::SeqCst);
    let failure = create_client(&desk.app, &id, &draft, false).await.expect_err("refused");
    assert!(matches!(failure, Failure::SignInExpired { .. } | Failure::DraftInvalid { .. }), "{failure:?}");
    assert_eq!((place.server.count("POST /api"), place.tokens()), (1, 1), "{failure:?}");
    list_clients(&desk.app, &id).await.expect("a read goes on");
}

/// A renewal that fails while the old token still lives stands in nobody's way, and rests for 30 seconds.
#[tokio::test]
async fn a_renewal_that_fails_is_not_tried_at_every_use() {
    let (app, folder) = app("failing").await;
    let clock = Clock::standing_at(jiff::Timestamp::now());
    let app = Arc::into_inner(app).expect("nobody else has it").with_clock(clock.clone());
    let place = Renewing::open(1_000).await;
    let id = place.sign_in(&app).await;
    place.failing.store(true, Ordering::SeqCst);
    // A tenth of its life before its end, it is due.
    for (seconds, tokens) in [(899, 1), (1, 2), (0, 2), (29, 2), (1, 3), (29, 3), (1, 4)] {
        clock.advance(seconds);
        list_clients(&app, &id).await.expect("the old token lives");
        assert_eq!(place.tokens(), tokens, "{seconds} seconds later");
    }
    clock.advance(40);
    let failure = list_clients(&app, &id).await;
    assert!(matches!(failure, Err(Failure::WrongCredentials { .. })), "it has ended: {failure:?}");
    place.failing.store(false, Ordering::SeqCst);
    list_clients(&app, &id).await.expect("with no rest once it has ended");
    let _ = std::fs::remove_dir_all(folder);
}
