//! Lists that lag: up to two minutes nothing is doubled, and beyond nothing is silent.
//! It must never take the program's word for what is there.

use latchkey::practice::FaultKind;

use super::bench::Bench;
use super::faulty::{lost_after, lost_before};
use super::person::{Person, judge};
use super::seeds::{Rng, at_least, lanes};
use super::tally::Tally;

const RUNS: u32 = 10;

async fn lane(harness: &'static str, seed: u64) -> Tally {
    let mut rng = Rng::of(harness, seed);
    let mut bench = Bench::impatient().await;
    let within = harness == WITHIN;
    for run in 0..RUNS {
        let name = format!("Late {seed}-{run}");
        let lag = match (within, rng.below(4)) {
            // The limit itself, more often than chance would have it.
            (true, 0) => 120,
            (true, _) => rng.below(121),
            (false, _) => 121 + rng.below(3_600),
        };
        bench.outside.play(|settings| settings.list_lag_seconds = lag);
        let carried_out = !within || !rng.once_in(5);
        let first = if carried_out { lost_after(&mut rng) } else { lost_before(&mut rng) };
        // While other clients are out of sight, nobody can tell that an id is theirs.
        let blind = matches!(first, FaultKind::AnsweredForAnother { only_id: true });
        bench.plan.spoil_writes([if blind { FaultKind::CutAfterStore } else { first }]);
        let ends_once_in = if rng.once_in(8) { 4 } else { 0 };
        let mut person = Person { bench: &mut bench, rng: rng.clone(), name: name.clone(), ends_once_in };
        if let Err(wrong) = person.gets_a_client().await {
            bench.tally.wrong.push(wrong);
        }
        rng.next();
        let judged = judge(&mut bench, &name, lag + 1).await;
        let alone = !within || judged.stored.len() == 1;
        if judged.held != 1 || !alone {
            let stored = &judged.stored;
            let held = judged.held;
            bench.tally.wrong.push(format!("{name}: lag {lag} s, {held} secrets for {stored:?}"));
        }
        bench.tally.runs += 1;
    }
    bench.counted()
}

const WITHIN: &str = "lag up to 120 s";
const BEYOND: &str = "lag beyond 120 s";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_list_that_lags_up_to_two_minutes_doubles_nothing() {
    let tally = lanes(WITHIN, 50, |seed| lane(WITHIN, seed)).await;
    tally.judge(500);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_list_that_lags_longer_is_never_silent_about_it() {
    let tally = lanes(BEYOND, 20, |seed| lane(BEYOND, seed)).await;
    tally.judge(200);
    assert!(tally.replay || tally.twins >= at_least(100), "hardly any second client: {tally}");
}
