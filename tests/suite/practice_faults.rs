//! What goes wrong at the practice organization, on purpose or by its limits, as the one who sends sees it.

use latchkey::practice::{Fault, FaultKind, RetryAfterStyle};
use serde_json::{Value, json};

use crate::practice_bench::{Bench, CLIENTS, EMPLOYEE, machine};

fn once(kind: FaultKind, method: &str, path: &str) -> Option<Fault> {
    Some(Fault { kind, method: Some(method.to_owned()), path: path.to_owned(), times: Some(1) })
}

async fn with(kind: FaultKind, method: &str, path: &str) -> Bench {
    Bench::playing(|settings| settings.fault = once(kind, method, path)).await.unjudged()
}

async fn total(bench: &Bench) -> Value {
    bench.get(CLIENTS).await.done().body["total"].clone()
}

#[tokio::test]
async fn without_a_token_or_a_path_nothing_is_answered() {
    let bench = Bench::open().await.unjudged();
    let bare = bench.visit(CLIENTS, &[]).await;
    bare.refused(401, "authentication.required");
    bench.with_token("nonsense").call("GET", CLIENTS, None).await.refused(401, "bad.credentials");
    bench.get("/api/v2/nowhere").await.refused(404, "not.found");
    bench.call("PATCH", CLIENTS, None).await.refused(404, "not.found");
}

#[tokio::test]
async fn every_answer_of_the_api_counts_requests() {
    let bench = Bench::playing(|settings| settings.requests_per_minute = 2).await;
    let first = bench.get(CLIENTS).await.done();
    assert_eq!((first.header("inin-ratelimit-count"), first.header("inin-ratelimit-allowed")), ("1", "2"));
    assert_eq!(first.header("inin-correlation-id").len(), 36);
    bench.get("/api/v2/nowhere").await.refused(404, "not.found");
    let third = bench.get(CLIENTS).await;
    third.refused(429, "too.many.requests.retry.after");
    assert_eq!(third.header("retry-after"), third.header("inin-ratelimit-reset"));
    let service = bench.service_token().await;
    bench.with_token(&service).call("GET", CLIENTS, None).await.done();
    bench.change(|settings| settings.retry_after = RetryAfterStyle::Absent);
    let silent = bench.get(CLIENTS).await;
    silent.refused(429, "too.many.requests");
    assert!(silent.header("retry-after").is_empty());
}

#[tokio::test]
async fn a_fault_of_rate_wears_off() {
    let kind = FaultKind::RateLimited { retry_after_seconds: 7 };
    let bench = with(kind, "post", CLIENTS).await;
    bench.get(CLIENTS).await.done();
    let refused = bench.create(machine(&[EMPLOYEE])).await;
    refused.refused(429, "too.many.requests.retry.after");
    assert_eq!(refused.header("retry-after"), "7");
    assert_eq!(bench.practice.settings().fault, None);
    bench.create(machine(&[EMPLOYEE])).await.done();
}

#[tokio::test]
async fn the_token_endpoint_spells_its_rate_another_way() {
    let kind = FaultKind::RateLimited { retry_after_seconds: 7 };
    let bench = with(kind, "POST", "/oauth/token").await;
    let refused = bench.form(&[("grant_type", "client_credentials")], None).await;
    assert_eq!((refused.status, refused.text("error").as_str()), (400, "invalid_request"));
    assert!(refused.text("error_description").contains("rate limit"));
}

#[tokio::test]
async fn a_server_that_is_gone_answers_nothing_and_does_nothing() {
    let bench = with(FaultKind::ServerGone, "POST", CLIENTS).await;
    let error = bench.send("POST", CLIENTS, Some(machine(&[EMPLOYEE]))).await.expect_err("no answer");
    assert!(error.is_request() && error.status().is_none(), "{error:?}");
    assert_eq!(total(&bench).await, json!(16));
}

#[tokio::test]
async fn a_cut_answer_hides_what_was_done() {
    let bench = with(FaultKind::CutAfterStore, "POST", CLIENTS).await;
    bench.get(CLIENTS).await.done();
    let error = bench.send("POST", CLIENTS, Some(machine(&[EMPLOYEE]))).await.expect_err("no answer");
    assert!(error.is_request() && error.status().is_none(), "{error:?}");
    assert_eq!(total(&bench).await, json!(17));
    let sent: Vec<u16> = bench.practice.requests().iter().map(|record| record.status).collect();
    assert_eq!(sent, [200, 0, 200]);
}

#[tokio::test]
async fn a_truncated_answer_is_not_json() {
    let bench = with(FaultKind::Truncated, "POST", CLIENTS).await;
    let cut = bench.create(machine(&[EMPLOYEE])).await.done();
    assert!(cut.body.as_str().is_some_and(|text| text.starts_with('{') && !text.ends_with('}')));
    assert_eq!(total(&bench).await, json!(17));
}

#[tokio::test]
async fn a_captive_portal_answers_a_page() {
    let bench = with(FaultKind::Unreadable, "GET", "").await;
    let page = bench.get(CLIENTS).await;
    assert_eq!(page.status, 200);
    assert!(page.header("content-type").starts_with("text/html"));
    bench.get(CLIENTS).await.done();
}

#[tokio::test]
async fn a_server_error_lasts_until_the_settings_change() {
    let fault = Fault { kind: FaultKind::ServerError, method: None, path: "/api/".to_owned(), times: None };
    let bench = Bench::playing(|settings| settings.fault = Some(fault)).await.unjudged();
    for _ in 0..3 {
        bench.get(CLIENTS).await.refused(503, "service.unavailable");
    }
    bench.change(|settings| settings.fault = None);
    bench.get(CLIENTS).await.done();
}

#[tokio::test]
async fn a_body_must_be_small_and_json() {
    let bench = Bench::open().await.unjudged();
    let huge = json!({ "name": "x".repeat(512_001) });
    bench.create(huge).await.refused(413, "request.entity.too.large");
    let request = bench.http.post(format!("{}{CLIENTS}", bench.practice.address()));
    let request = request.bearer_auth(bench.practice.user_token());
    let plain = request.try_clone().expect("a request").body("{}").send().await.expect("an answer");
    assert_eq!(plain.status().as_u16(), 415);
    let broken =
        request.header("content-type", "application/json").body("{").send().await.expect("an answer");
    assert_eq!(broken.status().as_u16(), 400);
    bench.create(json!({ "name": 7 })).await.refused(400, "bad.request");
}

#[tokio::test]
async fn requests_are_recorded_without_their_query() {
    let bench = Bench::open().await.unjudged();
    bench.get("/api/v2/authorization/roles?name=admin").await.done();
    let records = bench.practice.requests();
    assert_eq!(records.len(), 1);
    let record = &records[0];
    let seen = (record.method.as_str(), record.path.as_str(), record.status);
    assert_eq!(seen, ("GET", "/api/v2/authorization/roles", 200));
}

#[tokio::test]
async fn dropping_it_stops_it() {
    let bench = Bench::open().await.unjudged();
    bench.get(CLIENTS).await.done();
    let address = format!("{}{CLIENTS}", bench.practice.address());
    let Bench { practice, http, .. } = bench;
    drop(practice);
    tokio::task::yield_now().await;
    // The server leaves as soon as its task runs; an answer or two may still come before.
    let mut answers = 0;
    while http.get(&address).send().await.is_ok() {
        answers += 1;
        assert!(answers < 100, "it goes on answering");
    }
}
