//! One client is created, one to five things go wrong in a row, and at times the program ends: 3,000 times.

use super::bench::Bench;
use super::faulty::{lost_after, of_read, of_write};
use super::person::{Person, judge};
use super::plan::Plan;
use super::seeds::{Rng, at_least, lanes};
use super::tally::Tally;

const LANES: u64 = 375;
const RUNS: u32 = 8;

/// One to five faults, the first for the create itself.
pub(super) fn plan_faults(rng: &mut Rng, plan: &Plan) {
    plan.spoil_writes([of_write(rng)]);
    for _ in 0..rng.below(5) {
        match rng.below(3) {
            0 => plan.spoil_reads([of_read(rng)]),
            1 => plan.spoil_writes([lost_after(rng)]),
            _ => plan.spoil_writes([of_write(rng)]),
        }
    }
}

async fn lane(seed: u64) -> Tally {
    let mut rng = Rng::of("single", seed);
    let mut bench = Bench::impatient().await;
    for run in 0..RUNS {
        let name = format!("Client {seed}-{run}");
        let lag = if rng.once_in(2) { 0 } else { rng.below(101) };
        bench.outside.play(|settings| settings.list_lag_seconds = lag);
        plan_faults(&mut rng, &bench.plan);
        let ends_once_in = if rng.once_in(4) { 6 } else { 0 };
        let mut person = Person { bench: &mut bench, rng: rng.clone(), name: name.clone(), ends_once_in };
        if let Err(wrong) = person.gets_a_client().await {
            bench.tally.wrong.push(wrong);
        }
        rng.next();
        let judged = judge(&mut bench, &name, lag + 1).await;
        if judged.held != 1 {
            let stored = &judged.stored;
            bench.tally.wrong.push(format!("{name}: {} secrets for {stored:?}", judged.held));
        }
        bench.tally.runs += 1;
    }
    bench.counted()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn creates_under_faults_lose_nothing_and_make_nothing_twice() {
    let tally = lanes("single", LANES, lane).await;
    tally.judge(LANES * u64::from(RUNS));
    if !tally.replay {
        assert!(tally.faults.len() >= 18, "{:?}", tally.faults);
        assert!(tally.faults.values().all(|met| *met >= at_least(25)), "{:?}", tally.faults);
        assert!(tally.ends >= at_least(300), "{tally}");
    }
}
