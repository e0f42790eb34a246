//! The trial for real organizations, run on the practice organization: every question has a verdict, nothing is left,
//! nothing secret is in its report; also when creates are refused, answers are lost, or somebody stops it.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Duration;

use latchkey::domain::region::Region;
use latchkey::domain::secret::Secret;
use latchkey::genesys::endpoint::Endpoint;
use latchkey::practice::{Fault, FaultKind, Practice, Settings, Start};

use crate::settle::{Outcome, Plan, SignIn, run};

const QUESTIONS: usize = 22;

async fn practice() -> Practice {
    let settings = Settings { requests_per_minute: 10_000, ..Settings::default() };
    Practice::start(Start { port: None, settings }).await.expect("it starts")
}

fn plan(practice: &Practice, stop: &Arc<AtomicBool>) -> Plan {
    let region = Region::of_domain("mypurecloud.com").expect("a region");
    Plan {
        endpoint: Endpoint::practice(practice.address(), region),
        place: "a practice organization".to_owned(),
        run: "of the suite".to_owned(),
        pace: Duration::ZERO,
        stop: Arc::clone(stop),
    }
}

fn person(practice: &Practice) -> SignIn {
    SignIn::Token(Secret::new(practice.user_token()))
}

async fn trial(practice: &Practice, sign_in: SignIn, stop: &Arc<AtomicBool>) -> Outcome {
    let agrees = |name: &str| name == "Harbour Practice";
    run(plan(practice, stop), sign_in, agrees).await.expect("it runs").expect("it is agreed to")
}

/// Every question has a verdict; the number of those that are settled.
fn settled(report: &str) -> usize {
    let rows: Vec<&str> = (1..=QUESTIONS)
        .map(|number| {
            let start = format!("| {number} | ");
            report
                .lines()
                .find(|line| line.starts_with(&start))
                .unwrap_or_else(|| panic!("{number}: {report}"))
        })
        .collect();
    rows.iter().filter(|row| row.ends_with("| settled |")).count()
}

fn nothing_is_left(practice: &Practice, outcome: &Outcome) {
    assert_eq!(outcome.left, Ok(Vec::new()), "{}", outcome.report);
    let left: Vec<String> = practice.clients().into_iter().map(|client| client.name).collect();
    assert!(left.iter().all(|name| !name.contains("Latchkey trial")), "{left:?}");
    assert_eq!(left.len(), 16, "the clients of the opening scene, and no other");
}

#[tokio::test]
async fn every_question_has_a_verdict_and_nothing_is_left() {
    let practice = practice().await;
    let secrets = Arc::new(std::sync::Mutex::new(vec![practice.user_token(), practice.client_secret()]));
    let stop = Arc::default();
    for sign_in in [
        person(&practice),
        SignIn::Client { id: practice.client_id(), secret: Secret::new(practice.client_secret()) },
    ] {
        let outcome = trial(&practice, sign_in, &stop).await;
        assert!(settled(&outcome.report) >= 12, "{}", outcome.report);
        nothing_is_left(&practice, &outcome);
        for secret in secrets.lock().expect("a list").iter() {
            assert!(!outcome.report.contains(secret), "{}", outcome.report);
        }
        assert!(!outcome.report.contains("Harbour Practice"));
        for word in ["access_token", "Bearer", "secret\":"] {
            assert!(!outcome.report.contains(word), "{word}: {}", outcome.report);
        }
    }
    let deleted = practice.requests().iter().filter(|record| record.method == "DELETE").count();
    assert!(deleted > 20, "{deleted}");
}

/// Secrets have 43 letters without a blank, which nothing else in a report has.
#[tokio::test]
async fn no_word_of_the_report_looks_like_a_secret() {
    let practice = practice().await;
    let outcome = trial(&practice, person(&practice), &Arc::default()).await;
    let word = |c: char| !(c.is_ascii_alphanumeric() || c == '-' || c == '_');
    let long: Vec<&str> = outcome.report.split(word).filter(|word| word.len() == 43).collect();
    assert_eq!(long, [""; 0], "{}", outcome.report);
}

#[tokio::test]
async fn what_is_refused_is_said() {
    let settings = Settings { refuse_implicit: true, requests_per_minute: 10_000, ..Settings::default() };
    let practice = Practice::start(Start { port: None, settings }).await.expect("it starts");
    let outcome = trial(&practice, person(&practice), &Arc::default()).await;
    assert!(
        outcome.report.contains("Verdict: **settled**. Refused: 400 bad.grant.type"),
        "{}",
        outcome.report
    );
    assert!(outcome.report.contains("name of 201: 400 constraint.validation"), "{}", outcome.report);
    nothing_is_left(&practice, &outcome);
}

#[tokio::test]
async fn a_fault_in_the_middle_leaves_nothing_behind() {
    for kind in [
        FaultKind::ServerError,
        FaultKind::ServerGone,
        FaultKind::CutAfterStore,
        FaultKind::Truncated,
        FaultKind::StatusAfter { status: 504 },
        FaultKind::Unreadable,
    ] {
        for path in ["/api/v2/oauth/clients", "/api/v2/oauth/clients/"] {
            let practice = practice().await;
            let fault = |method: &str| Fault {
                kind: kind.clone(),
                method: Some(method.to_owned()),
                path: path.to_owned(),
                times: Some(3),
            };
            practice.queue_faults(vec![fault("POST"), fault("PUT"), fault("DELETE")]);
            let outcome = trial(&practice, person(&practice), &Arc::default()).await;
            settled(&outcome.report);
            nothing_is_left(&practice, &outcome);
        }
    }
}

#[tokio::test]
async fn who_stops_it_finds_nothing_left_and_a_report() {
    for after in [1, 5, 20, 60] {
        let (practice, stop, seen) =
            (practice().await, Arc::new(AtomicBool::new(false)), AtomicUsize::new(0));
        let switch = Arc::clone(&stop);
        practice.watch(move |_| {
            if seen.fetch_add(1, Ordering::Relaxed) == after {
                switch.store(true, Ordering::Relaxed);
            }
        });
        let outcome = trial(&practice, person(&practice), &stop).await;
        settled(&outcome.report);
        assert!(outcome.report.contains("The trial was stopped."));
        nothing_is_left(&practice, &outcome);
    }
}

#[tokio::test]
async fn nothing_happens_without_a_yes() {
    let practice = practice().await;
    let outcome = run(plan(&practice, &Arc::default()), person(&practice), |_| false).await.expect("it runs");
    assert!(outcome.is_none());
    assert!(practice.requests().iter().all(|record| record.method == "GET"));
}

#[tokio::test]
async fn what_cannot_be_deleted_is_named() {
    let practice = practice().await;
    let fault = Fault {
        kind: FaultKind::ServerError,
        method: Some("DELETE".to_owned()),
        path: "/api/v2/oauth/clients".to_owned(),
        times: None,
    };
    practice.change_settings(Settings { fault: Some(fault), ..practice.settings() });
    let outcome = trial(&practice, person(&practice), &Arc::default()).await;
    let left = outcome.left.expect("a list");
    assert!(left.len() > 5);
    for (name, id) in left {
        assert!(name.starts_with("Latchkey trial"));
        assert!(outcome.report.contains(&id), "{id}: {}", outcome.report);
    }
}
