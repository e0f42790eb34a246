//! Where chance comes from: a seed gives the same run again.
//! It must never be asked without a seed that the summary can name.

use std::future::Future;
use std::sync::Arc;

use tokio::sync::Semaphore;
use tokio::task::JoinSet;

use super::tally::Tally;

/// Steele, Lea and Flood, "Fast splittable pseudorandom number generators" (SplitMix64).
#[derive(Clone)]
pub(crate) struct Rng(u64);

impl Rng {
    pub(crate) fn of(harness: &str, seed: u64) -> Rng {
        let name = harness.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |sum, byte| {
            (sum ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
        });
        let mut rng = Rng(name ^ seed.wrapping_mul(0x9e37_79b9_7f4a_7c15));
        rng.next();
        rng
    }

    pub(crate) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    pub(crate) fn below(&mut self, end: u32) -> u32 {
        u32::try_from(self.next() % u64::from(end.max(1))).expect("below a u32")
    }

    pub(crate) fn pick<T: Clone>(&mut self, from: &[T]) -> T {
        let length = u32::try_from(from.len()).expect("a short list");
        from[self.below(length) as usize].clone()
    }

    /// True once in so many times.
    pub(crate) fn once_in(&mut self, times: u32) -> bool {
        self.below(times) == 0
    }
}

/// `LATCHKEY_SEEDS=1` runs every count in full, `=30` thirty times over; unset, a run has a fifth of each.
fn times() -> Option<u64> {
    std::env::var("LATCHKEY_SEEDS").ok().and_then(|text| text.parse().ok())
}

/// How many of a full count this run has to do.
pub(crate) fn scaled(full: u64) -> u64 {
    times().map_or(full.div_ceil(5), |times| full * times)
}

/// How many runs a harness promises, where it promises so many in full.
pub(crate) fn promised(full: u64) -> u64 {
    times().map_or(full / 5, |times| full * times)
}

/// What has to be met at the least, where a full count meets it so often.
pub(crate) fn at_least(full: u64) -> u64 {
    times().map_or(full / 5, |_| full)
}

/// `LATCHKEY_SEED=single:17` runs seed 17 of that harness again, and nothing else.
fn only(harness: &str) -> Option<Vec<u64>> {
    let wanted = std::env::var("LATCHKEY_SEED").ok()?;
    let seed = wanted.strip_prefix(harness).and_then(|rest| rest.strip_prefix(':'));
    Some(seed.and_then(|seed| seed.parse().ok()).into_iter().collect())
}

/// Lanes that run at once. Most of their time they wait: for an answer, or for one that never comes.
const AT_ONCE: usize = 12;

/// Runs a lane for each seed, several at once, and adds up what they report.
pub(crate) async fn lanes<F, L>(harness: &'static str, seeds: u64, lane: F) -> Tally
where
    F: Fn(u64) -> L,
    L: Future<Output = Tally> + Send + 'static,
{
    let begun = std::time::Instant::now();
    let seeds: Vec<u64> = only(harness).unwrap_or_else(|| (0..scaled(seeds)).collect());
    let room = Arc::new(Semaphore::new(AT_ONCE));
    let (mut running, mut total) = (JoinSet::new(), Tally::of(harness));
    total.replay = only(harness).is_some();
    let mut seed_of = std::collections::HashMap::new();
    for seed in seeds {
        let (room, lane) = (room.clone(), lane(seed));
        let task = running.spawn(async move {
            let _place = room.acquire().await.expect("room");
            lane.await
        });
        seed_of.insert(task.id(), seed);
    }
    while let Some(ended) = running.join_next_with_id().await {
        match ended {
            Ok((id, tally)) => total.add(tally, seed_of[&id]),
            Err(panic) => {
                let seed = seed_of[&panic.id()];
                total.wrong.push(format!("LATCHKEY_SEED={harness}:{seed} panicked: {panic}"));
            }
        }
    }
    total.took = begun.elapsed();
    total
}
