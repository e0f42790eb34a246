//! Faults in numbers: requests, answers and the program itself are lost in every way, from seeds, and the truth judges.
//! A harness must never pass with fewer runs than it promises, nor without its control.

mod answers;
mod bench;
mod changes;
#[cfg(target_os = "linux")]
mod child;
mod control;
mod faulty;
#[cfg(target_os = "linux")]
mod kill;
#[cfg(target_os = "linux")]
mod kill_points;
mod lag;
mod person;
mod plan;
mod races;
pub(crate) mod seeds;
mod single;
mod stages;
mod tally;
mod witness;
