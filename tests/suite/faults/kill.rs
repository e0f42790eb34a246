//! `kill -9` of a real process at named points, at every write of the journal, and at any time.
//! It must never call a run killed whose process ended by itself.

use std::os::unix::process::ExitStatusExt;
use std::process::{Child, Stdio};
use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

use super::child::process;
use super::kill_points::{KillBench, Point};
use super::seeds::{Rng, lanes, scaled};
use super::tally::Tally;

const KILL: i32 = 9;
const FILE_TOO_LARGE: i32 = 25;

/// Waits for the process to end, and gives the signal that ended it.
async fn signal(mut child: Child) -> Option<i32> {
    let ended = tokio::task::spawn_blocking(move || child.wait().expect("its end"));
    ended.await.expect("its end").signal()
}

fn start(bench: &KillBench, name: &str, blocks: Option<u32>) -> Child {
    let mut command = process(&bench.outside, name, blocks);
    command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("a process")
}

async fn kill(mut child: Child) -> Option<i32> {
    child.kill().expect("killed");
    signal(child).await
}

const POINTS: &str = "kills at named points";

async fn at_points(seed: u64) -> Tally {
    let mut rng = Rng::of(POINTS, seed);
    let mut bench = KillBench::open().await;
    for run in 0..10 {
        let name = format!("Killed {seed}-{run}");
        let point = Point::ALL[run % Point::ALL.len()];
        // Of two clients: create, new secret, create, new secret, deactivate, delete.
        bench.trap.set(rng.below(6), point);
        let child = start(&bench, &name, None);
        let met = tokio::time::timeout(Duration::from_secs(60), bench.trap.met()).await;
        assert!(met.is_ok(), "{name}: the process never came to its {point:?}");
        if point != Point::Received {
            bench.carried_out().await;
        }
        if kill(child).await == Some(KILL) {
            bench.tally.runs += 1;
            bench.tally.count(point.name());
        }
        bench.trap.clear();
        bench.recover(&name, &mut rng).await;
    }
    bench.counted()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_process_killed_at_any_named_point_loses_nothing() {
    lanes(POINTS, 40, at_points).await.judge(400);
}

const LANES: u64 = 40;
const WRITES: &str = "kills at writes of the journal";
/// Blocks of 512 bytes: from the first that lets SQLite make its shared memory, to more than the work writes.
const BLOCKS: std::ops::Range<u32> = 64..664;

async fn at_writes(seed: u64) -> Tally {
    let mut rng = Rng::of(WRITES, seed);
    let mut bench = KillBench::open().await;
    for run in 0..10 {
        let name = format!("Killed {seed}-{run}");
        // The sizes lie evenly over all of them, however many runs there are; the last few are left to chance.
        let (all, number) = (BLOCKS.end - BLOCKS.start, seed as u32 * 10 + run);
        let apart = (all / (scaled(LANES) as u32 * 10)).max(1);
        let size = BLOCKS.start + (number * apart + rng.below(apart)) % all;
        let child = start(&bench, &name, Some(size));
        match signal(child).await {
            Some(FILE_TOO_LARGE) => {
                bench.tally.runs += 1;
            }
            Some(other) => bench.tally.wrong.push(format!("{name}: signal {other} at {size} blocks")),
            None => bench.tally.count("came to their end"),
        }
        bench.recover(&name, &mut rng).await;
    }
    bench.counted()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_process_killed_at_any_write_of_its_journal_loses_nothing() {
    let tally = lanes(WRITES, LANES, at_writes).await;
    tally.judge(300);
}

const TIMES: &str = "kills at any time";

async fn at_times(seed: u64) -> Tally {
    let mut rng = Rng::of(TIMES, seed);
    let mut bench = KillBench::open().await;
    for run in 0..10 {
        let name = format!("Killed {seed}-{run}");
        let before = bench.arrived.load(Ordering::SeqCst);
        let child = start(&bench, &name, None);
        let (arrivals, then) =
            (u64::from(rng.below(30)), Duration::from_micros(u64::from(rng.below(20_000))));
        let begun = Instant::now();
        while bench.arrived.load(Ordering::SeqCst) < before + arrivals {
            assert!(begun.elapsed() < Duration::from_secs(60), "{name}: the process does nothing");
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
        // The time of the kill is the fault itself.
        tokio::time::sleep(then).await;
        if kill(child).await == Some(KILL) {
            bench.tally.runs += 1;
        }
        bench.recover(&name, &mut rng).await;
    }
    bench.counted()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_process_killed_at_any_time_loses_nothing() {
    lanes(TIMES, 30, at_times).await.judge(300);
}
