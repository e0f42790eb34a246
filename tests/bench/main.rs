//! `cargo xtask bench`: how fast Latchkey is beside the official SDKs and an empty browser window, in the same rounds.
//! Ratios are what counts: the milliseconds belong to the machine.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "a measurement fails by panicking, and reads clock and environment"
)]

mod contest;
#[path = "../window/driver.rs"]
#[allow(dead_code, reason = "the window tests use all of it")]
mod driver;
mod engine;
mod first_rows;
mod headless;
mod memory;
mod organization;
mod page;
mod screen;

use std::process::ExitCode;

/// Every measurement, in the order in which they run.
const ALL: [&str; 5] = ["engine", "list", "rows", "page", "memory"];

fn main() -> ExitCode {
    let mut words: Vec<String> = std::env::args().skip(1).filter(|word| word != "--bench").collect();
    headless::contestant(&words);
    let mut rounds = 9;
    if let Some(at) = words.iter().position(|word| word == "--rounds") {
        rounds = words.get(at + 1).and_then(|number| number.parse().ok()).expect("--rounds N");
        words.drain(at..=at + 1);
    }
    if let Some(unknown) = words.iter().find(|word| !ALL.contains(&word.as_str())) {
        eprintln!("there is no measurement called {unknown:?}: {ALL:?}");
        return ExitCode::from(2);
    }
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    let mut kept = true;
    for name in ALL.iter().filter(|name| words.is_empty() || words.iter().any(|word| word == *name)) {
        println!("\n== {name}");
        kept &= match *name {
            "engine" => runtime.block_on(engine::measure(rounds)),
            "list" => runtime.block_on(headless::measure(rounds)),
            "rows" => runtime.block_on(first_rows::measure(rounds)),
            "page" => runtime.block_on(page::measure()),
            _ => runtime.block_on(memory::measure(rounds.min(3))),
        };
    }
    if kept { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
