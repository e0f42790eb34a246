//! The same faults against clients as they are usually written: what these lose and double, the harness has to see.

use std::time::Duration;

use reqwest::{Client, StatusCode};
use serde_json::Value;

use super::bench::Bench;
use super::plan::Plan;
use super::seeds::{Rng, at_least, lanes};
use super::single::plan_faults;
use super::tally::Tally;
use crate::outside::CLIENTS;
use latchkey::app::preview_client::preview_client;

const LANES: u64 = 63;
const RUNS: u32 = 8;

/// Posts until a whole answer with a secret comes, and returns it.
async fn naive(client: &Client, address: &str, token: &str, body: &str, attempts: u32) -> Option<String> {
    for _ in 0..attempts {
        let request = client.post(address).bearer_auth(token).header("content-type", "application/json");
        let Ok(answer) = request.body(body.to_owned()).send().await else { continue };
        if answer.status() != StatusCode::OK {
            continue;
        }
        let Ok(answer) = answer.json::<Value>().await else { continue };
        if let Some(secret) = answer["secret"].as_str() {
            return Some(secret.to_owned());
        }
    }
    None
}

async fn lane(seed: u64, attempts: u32) -> Tally {
    // The seeds of the real thing.
    let mut rng = Rng::of("single", seed);
    let bench = Bench::patient().await;
    let mut tally = Tally::default();
    let client = Client::builder().timeout(Duration::from_millis(500)).no_proxy().build().expect("a client");
    let (address, token) =
        (format!("{}{CLIENTS}", bench.outside.practice.address()), bench.outside.practice.user_token());
    for run in 0..RUNS {
        let name = format!("Client {seed}-{run}");
        let draft = bench.draft(&name);
        let body = preview_client(bench.app(), &bench.org.id, &draft).await.expect("a body").json;
        plan_faults(&mut rng, &bench.plan);
        let secret = naive(&client, &address, &token, &body, attempts).await;
        bench.plan.clear();
        bench.quiet().await;
        let stored = bench.outside.stored(&name);
        let current = stored.iter().any(|client| Some(&client.secret) == secret.as_ref());
        tally.lost += u64::from(!stored.is_empty() && !current);
        tally.duplicates += u64::from(stored.len() > 1);
        tally.runs += 1;
        bench.tidy(&name);
    }
    // It has no journal: that the witness misses every intent is the witness's own control.
    let seen = bench.counted();
    tally.faults = seen.faults;
    assert_eq!(seen.wrong.len() as u64, seen.writes, "the witness sees every write without an intent");
    tally.more.insert("writes seen without an intent", seen.writes);
    tally
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_ordinary_retry_loop_makes_clients_twice() {
    let tally = lanes("control with retries", LANES, |seed| lane(seed, 5)).await;
    tally.print();
    assert!(tally.replay || (tally.runs >= at_least(500) && tally.duplicates >= at_least(100)), "{tally}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn without_retries_secrets_are_lost() {
    let tally = lanes("control without retries", LANES, |seed| lane(seed, 1)).await;
    tally.print();
    assert!(tally.replay || (tally.runs >= at_least(500) && tally.lost >= at_least(100)), "{tally}");
}

/// A plan that nobody cleared would spoil the next run.
#[test]
fn a_cleared_plan_spoils_nothing() {
    let plan = Plan::default();
    plan_faults(&mut Rng::of("single", 1), &plan);
    plan.clear();
    assert_eq!((plan.next("POST"), plan.next("GET")), (None, None));
}
