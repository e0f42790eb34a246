//! New secrets whose answers are lost again and again, and deletes that are interrupted at every step.
//! A delete must never be turned back by the program itself: no request may make a client active.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use latchkey::app::delete_client::delete_client;
use latchkey::app::failure::Failure;
use latchkey::app::operation::OperationId;
use latchkey::app::place_secret::{Destination, place_secret, reveal_secret};
use latchkey::app::recover::{Situation, finish_change, list_interrupted, look_for};
use latchkey::app::regenerate_secret::regenerate_secret;
use latchkey::practice::Meddle;

use super::bench::{Bench, SHORT, until};
use super::faulty::{lost_after, of_read, of_write};
use super::seeds::{Rng, at_least, lanes};
use super::tally::Tally;

const LOST: &str = "new secrets";

async fn secrets(seed: u64) -> Tally {
    let mut rng = Rng::of(LOST, seed);
    let mut bench = Bench::impatient().await;
    let name = format!("Client {seed}");
    let id = made(&bench, &name);
    for run in 0..10 {
        let times = 1 + run % 5;
        bench.plan.spoil_writes((0..times).map(|_| lost_after(&mut rng)));
        let mut operation = None;
        for _ in 0..20 {
            if rng.once_in(6) {
                bench.restart().await;
            }
            let outcome = match &operation {
                None => regenerate_secret(bench.app(), &bench.org.id, &id, false).await.map(|_| true),
                Some(waiting) => finished(&bench, waiting).await,
            };
            match outcome {
                Ok(true) => break,
                Ok(false) => {
                    bench.tally.wrong.push(format!("{name}: the lost secret is not said to be lost"))
                }
                Err(Failure::AnswerLost { operation: Some(lost), .. }) => operation = Some(lost),
                Err(_) => bench.outside.pass(5),
            }
        }
        bench.plan.clear();
        bench.quiet().await;
        let shown = reveal_secret(bench.app(), &bench.org.id, &id).await.map(|secret| secret.text);
        match shown {
            Ok(text) if text == bench.outside.stored(&name)[0].secret => {}
            shown => {
                bench.tally.lost += 1;
                bench.tally.wrong.push(format!("{name}, run {run}: {:?}", shown.map(|_| "a dead secret")));
            }
        }
        let placed = place_secret(bench.app(), &bench.org.id, &id, Destination::Program).await;
        if placed.is_err() {
            bench.tally.wrong.push(format!("{name}, run {run}: {placed:?}"));
        }
        bench.tally.runs += 1;
    }
    bench.counted()
}

async fn finished(bench: &Bench, operation: &OperationId) -> Result<bool, Failure> {
    let looked = look_for(bench.app(), operation).await?;
    if looked.situation != Situation::SecretLost {
        return Ok(false);
    }
    finish_change(bench.app(), operation, false).await.map(|secret| secret.is_some())
}

/// A client that is there, by no request that could arrive late.
fn made(bench: &Bench, name: &str) -> String {
    let created = bench.outside.practice.meddle(Meddle::CreateNamed { name: name.to_owned() });
    created.expect("a client")
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_new_secret_that_is_lost_up_to_five_times_is_the_servers_in_the_end() {
    lanes(LOST, 50, secrets).await.judge(500);
}

const DELETES: &str = "deletes";

async fn deletes(seed: u64) -> Tally {
    let mut rng = Rng::of(DELETES, seed);
    let turned_back = Arc::new(AtomicU64::new(0));
    let counting = turned_back.clone();
    let mut bench = Bench::watched(SHORT, move |arrival| {
        let body: serde_json::Value = serde_json::from_slice(&arrival.body).unwrap_or_default();
        if arrival.method == "PUT" && body["state"] != "inactive" {
            counting.fetch_add(1, Ordering::SeqCst);
        }
    })
    .await;
    for run in 0..10 {
        let name = format!("Client {seed}-{run}");
        let id = made(&bench, &name);
        for _ in 0..=rng.below(3) {
            bench.plan.spoil_writes([of_write(&mut rng)]);
        }
        if rng.once_in(3) {
            bench.plan.spoil_reads([of_read(&mut rng)]);
        }
        let gone = deleted(&mut bench, &mut rng, &id, &name).await;
        bench.plan.clear();
        bench.quiet().await;
        if !gone || !bench.outside.stored(&name).is_empty() {
            bench
                .tally
                .wrong
                .push(format!("{name}: said to be gone: {gone}, {:?}", bench.outside.stored(&name)));
        }
        // Whatever a second try left open is seen to be done.
        for seen in list_interrupted(bench.app()).await.expect("a list") {
            until("looked", || async { look_for(bench.app(), &seen.id).await.is_ok() }).await;
        }
        let open = list_interrupted(bench.app()).await.expect("a list");
        if !open.is_empty() {
            bench.tally.wrong.push(format!("{name}: still open: {open:?}"));
        }
        bench.tally.runs += 1;
    }
    if turned_back.load(Ordering::SeqCst) > 0 {
        bench.tally.wrong.push("a client that was being deleted was made active".to_owned());
    }
    bench.counted()
}

/// A person who wants a client to be gone, and a program that ends at times.
async fn deleted(bench: &mut Bench, rng: &mut Rng, id: &str, name: &str) -> bool {
    for _ in 0..40 {
        if rng.once_in(4) {
            bench.restart().await;
        }
        if rng.once_in(4) {
            bench.plan.end_after(rng.below(4));
        }
        let outcome = tokio::select! {
            biased;
            () = bench.plan.ended() => None,
            gone = delete_step(bench, id, name) => Some(gone),
        };
        match outcome {
            Some(true) => return true,
            Some(false) => {}
            None => bench.restart().await,
        }
        bench.outside.pass(20);
    }
    false
}

/// What a person does next who wants a client to be gone; true once the program says that it is.
async fn delete_step(bench: &Bench, id: &str, name: &str) -> bool {
    let interrupted = list_interrupted(bench.app()).await.expect("a list");
    let Some(open) = interrupted.into_iter().find(|seen| seen.client_id.as_deref() == Some(id)) else {
        let deleted = delete_client(bench.app(), &bench.org.id, id, name, false).await;
        return matches!(deleted, Ok(()) | Err(Failure::NotFound { .. }));
    };
    let Ok(looked) = look_for(bench.app(), &open.id).await else { return false };
    match looked.situation {
        Situation::CarriedOut => true,
        Situation::HalfDeleted => finish_change(bench.app(), &open.id, false).await.is_ok(),
        Situation::NotCarriedOut | Situation::NotLooked => false,
        other => panic!("{other:?}"),
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_interrupted_delete_goes_on_and_is_never_turned_back() {
    let tally = lanes(DELETES, 20, deletes).await;
    tally.judge(200);
    assert!(tally.replay || tally.ends >= at_least(50), "{tally}");
}
