//! What a test can do behind the answers of the practice organization: queue faults, move its clock, watch it,
//! see what it stores, and act as somebody else.

use std::sync::{Arc, Mutex};
use std::time::Instant;

use jiff::Timestamp;
use jiff::fmt::rfc2822;
use latchkey::practice::{Arrival, Fault, FaultKind, Meddle, Practice, Settings, Start, StoredClient};
use serde_json::Value;
use tokio::io::AsyncReadExt;

use crate::practice_bench::{ADMINISTRATOR, Bench, CLIENTS, EMPLOYEE, machine};
use crate::practice_wire::send;

const HOUR: u32 = 3_600;
const DAY: u32 = 86_400;

fn fault(kind: FaultKind, method: &str, times: Option<u32>) -> Fault {
    Fault { kind, method: Some(method.to_owned()), path: CLIENTS.to_owned(), times }
}

fn status(status: u16) -> FaultKind {
    FaultKind::StatusBefore { status }
}

#[tokio::test]
async fn queued_faults_are_taken_in_order_by_the_requests_they_concern() {
    let bench =
        Bench::playing(|settings| settings.fault = Some(fault(status(500), "GET", None))).await.unjudged();
    bench.practice.queue_faults(vec![fault(status(501), "POST", None), fault(status(502), "GET", Some(2))]);
    bench.practice.queue_faults(vec![fault(status(503), "GET", None)]);
    for expected in [502, 502, 503, 500, 500] {
        assert_eq!(bench.get(CLIENTS).await.status, expected);
    }
    assert_eq!(bench.create(machine(&[EMPLOYEE])).await.status, 501);
    bench.create(machine(&[EMPLOYEE])).await.done();
}

#[tokio::test]
async fn a_reset_empties_the_queue() {
    let bench = Bench::open().await.unjudged();
    bench.practice.queue_faults(vec![fault(status(502), "GET", None)]);
    bench.practice.reset();
    bench.get(CLIENTS).await.done();
}

#[tokio::test]
async fn retry_after_comes_in_any_spelling() {
    let bench = Bench::open().await.unjudged();
    for text in ["7", "-1", "1000000000", "Wed, 21 Oct 2026 07:28:00 GMT", "soon", "1.5", ""] {
        let kind = FaultKind::RetryAfterText { text: text.to_owned() };
        bench.practice.queue_faults(vec![fault(kind, "GET", None)]);
        let refused = bench.get(CLIENTS).await;
        refused.refused(429, "too.many.requests");
        assert_eq!(refused.header("retry-after"), text);
        assert!(refused.headers.contains_key("retry-after"));
    }
}

async fn date(bench: &Bench) -> Timestamp {
    let answer = bench.get(CLIENTS).await.done();
    rfc2822::parse(answer.header("date")).expect("a date").timestamp()
}

#[tokio::test]
async fn every_answer_is_dated_by_the_moved_clock() {
    let bench = Bench::open().await.unjudged();
    let before = date(&bench).await;
    bench.change(|settings| settings.clock_ahead_seconds = HOUR);
    let after = date(&bench).await;
    let moved = after.duration_since(before).as_secs();
    assert!((3_600..3_660).contains(&moved), "{moved}");
    let created = bench.create(machine(&[EMPLOYEE])).await.done();
    let made: Timestamp = created.text("dateCreated").parse().expect("a moment");
    assert!((0..60).contains(&made.duration_since(after).as_secs()));
    bench.practice.queue_faults(vec![fault(status(502), "GET", None)]);
    assert!(bench.get(CLIENTS).await.headers.contains_key("date"));
}

#[tokio::test]
async fn tokens_and_rate_windows_go_by_the_moved_clock() {
    let bench = Bench::playing(|settings| settings.requests_per_minute = 1).await;
    let service = bench.service_token().await;
    let ours = bench.with_token(&service);
    let call = || ours.call("GET", CLIENTS, None);
    call().await.done();
    call().await.refused(429, "too.many.requests.retry.after");
    bench.change(|settings| settings.clock_ahead_seconds = 60);
    call().await.done();
    bench.change(|settings| settings.clock_ahead_seconds = DAY);
    call().await.refused(401, "bad.credentials");
}

#[tokio::test]
async fn a_new_client_is_read_and_listed_only_after_its_lags() {
    let lags = |settings: &mut Settings| {
        (settings.read_lag_seconds, settings.list_lag_seconds) = (60, HOUR);
    };
    let bench = Bench::playing(lags).await;
    let created = bench.create(machine(&[EMPLOYEE])).await.done();
    let path = format!("{CLIENTS}/{}", created.text("id"));
    for (ahead, read, listed) in [(0, 404, 16), (60, 200, 16), (HOUR, 200, 17)] {
        bench.change(|settings| settings.clock_ahead_seconds = ahead);
        assert_eq!(bench.get(&path).await.status, read, "{ahead} s later");
        assert_eq!(bench.get(CLIENTS).await.done().body["total"], listed, "{ahead} s later");
        assert_eq!(bench.practice.clients().len(), 17, "stored all the while");
    }
}

#[tokio::test]
async fn a_watcher_sees_a_request_before_it_is_carried_out_or_spoilt() {
    let practice = Arc::new(Practice::start(Start::default()).await.expect("it starts"));
    let seen = Arc::new(Mutex::new(Vec::new()));
    // Weak, or the organization would keep itself running.
    let (inside, notes) = (Arc::downgrade(&practice), Arc::clone(&seen));
    practice.watch(move |arrival: &Arrival| {
        let stored = inside.upgrade().map(|practice| practice.clients().len());
        let body: Value = serde_json::from_slice(&arrival.body).unwrap_or_default();
        assert!(!format!("{arrival:?}").contains("Bench"), "its printed form has no body");
        let note = (arrival.method.clone(), arrival.path.clone(), body["name"].clone(), stored);
        notes.lock().expect("unharmed").push(note);
    });
    practice.queue_faults(vec![fault(FaultKind::CutAfterStore, "POST", Some(2))]);
    practice.queue_faults(vec![fault(FaultKind::ServerGone, "POST", None)]);
    for stored in [16, 17, 18] {
        let mut stream = send(&practice, "POST", CLIENTS, &machine(&[EMPLOYEE]).to_string()).await;
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).await.expect("the server closes");
        let expected = ("POST".to_owned(), CLIENTS.to_owned(), Value::from("Bench"), Some(stored));
        assert_eq!(seen.lock().expect("unharmed").last(), Some(&expected));
    }
    assert_eq!(practice.clients().len(), 18, "the third was not carried out");
}

#[tokio::test]
async fn stored_clients_are_told_without_printing_their_secret() {
    let bench = Bench::open().await.unjudged();
    let created = bench.create(machine(&[EMPLOYEE])).await.done();
    let stored = bench.practice.clients().pop().expect("a client");
    assert_eq!((&stored.id, &stored.secret), (&created.text("id"), &created.text("secret")));
    assert_eq!((stored.state.as_str(), stored.created_by.as_str()), ("active", ADMINISTRATOR));
    let printed = format!("{stored:?}");
    assert!(printed.contains(&stored.id) && !printed.contains(&stored.secret));
}

fn stored(bench: &Bench, id: &str) -> StoredClient {
    bench.practice.clients().into_iter().find(|client| client.id == id).expect("it is stored")
}

#[tokio::test]
async fn another_administrator_changes_clients_at_once() {
    let bench = Bench::open().await.unjudged();
    let created = bench.create(machine(&[EMPLOYEE])).await.done();
    let id = created.text("id");
    let meddle = |meddle: Meddle| assert_eq!(bench.practice.meddle(meddle).as_ref(), Some(&id));
    meddle(Meddle::Rename { id: id.clone(), to: "Theirs".to_owned() });
    meddle(Meddle::ChangeDescription { id: id.clone(), to: Some("Changed".to_owned()) });
    meddle(Meddle::RegenerateSecret { id: id.clone() });
    let changed = stored(&bench, &id);
    assert_eq!((changed.name.as_str(), changed.description.as_deref()), ("Theirs", Some("Changed")));
    assert_ne!(changed.secret, created.text("secret"));
    let seen = bench.get(&format!("{CLIENTS}/{id}")).await.done();
    assert_eq!(seen.text("name"), "Theirs");
    assert_ne!(seen.body["modifiedBy"]["id"], ADMINISTRATOR);
    let secret = created.text("secret");
    let token = bench.form(&[("grant_type", "client_credentials")], Some((&id, &secret))).await;
    assert_eq!((token.status, token.text("error").as_str()), (400, "invalid_client"));
    meddle(Meddle::Deactivate { id: id.clone() });
    assert_eq!(stored(&bench, &id).state, "inactive");
    meddle(Meddle::Delete { id: id.clone() });
    bench.get(&format!("{CLIENTS}/{id}")).await.refused(404, "client.not.found");
    assert_eq!(bench.practice.meddle(Meddle::Delete { id }), None);
}

#[tokio::test]
async fn another_administrator_creates_a_client_of_the_same_name() {
    let bench = Bench::open().await.unjudged();
    let ours = bench.create(machine(&[EMPLOYEE])).await.done();
    let theirs = bench.practice.meddle(Meddle::CreateNamed { name: "Bench".to_owned() }).expect("its id");
    assert_ne!(theirs, ours.text("id"));
    let client = stored(&bench, &theirs);
    assert_eq!(client.name, "Bench");
    assert_ne!(client.created_by, ADMINISTRATOR);
    assert_eq!(bench.get(CLIENTS).await.done().body["total"], 18);
}

/// Harnesses take a fresh organization for each run; a slow one would be most of their time.
#[tokio::test]
async fn a_thousand_fresh_organizations_come_from_starts_and_resets() {
    let began = Instant::now();
    for _ in 0..100 {
        let practice = Practice::start(Start::default()).await.expect("it starts");
        assert_eq!(practice.clients().len(), 16);
    }
    let started = began.elapsed();
    let practice = Practice::start(Start::default()).await.expect("it starts");
    for _ in 0..900 {
        practice.meddle(Meddle::CreateNamed { name: "Mine".to_owned() });
        practice.reset();
        assert_eq!(practice.clients().len(), 16);
    }
    println!("100 starts took {started:?}, 900 resets {:?}", began.elapsed().saturating_sub(started));
}
