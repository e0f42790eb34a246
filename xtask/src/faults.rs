//! `cargo xtask faults`: the runs in which everything goes wrong, as many as one likes.
use crate::packages::Purpose;
use crate::run::{cargo, run};
use crate::system;
use std::process::Command;

/// Their names in the suite; each prints a line of what it did.
const HARNESSES: [&str; 7] =
    ["faults::", "journal", "hostile_answers", "rate_limits", "sign_in_hostile", "fuzz_targets", "canaries"];

pub(crate) fn faults(seeds: u32) -> Result<(), String> {
    system::prepare(Purpose::Test)?;
    run(harnesses().env("LATCHKEY_SEEDS", seeds.to_string()))
}

/// The harnesses alone, with the lines that they print.
pub(crate) fn harnesses() -> Command {
    let mut command = cargo();
    command.args(["test", "--test", "suite", "--"]).args(HARNESSES).arg("--nocapture");
    command
}

/// The properties are tried with the same values each time, so that a run is red because of a change and not by chance;
/// `cargo test` by itself tries others.
const SEED: &str = "20261130";

/// Everything else in the suite.
pub(crate) fn suite_without_harnesses() -> Command {
    let mut command = cargo();
    command.env("PROPTEST_RNG_SEED", SEED);
    command.args(["test", "--workspace", "--lib", "--bin", "xtask", "--test", "suite", "--"]);
    for harness in HARNESSES {
        command.args(["--skip", harness]);
    }
    command
}
