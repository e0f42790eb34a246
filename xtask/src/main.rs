//! `cargo xtask COMMAND`: the commands that do everything on a fresh machine with Rust and Node.
//! It must stay without dependencies, and never change anything outside the repository unasked.
// The environment and the clock are what this program is about.
#![allow(clippy::disallowed_methods)]

mod args;
mod bench;
mod display;
mod faults;
mod fuzz;
mod node;
mod packages;
mod practice;
mod run;
mod start;
mod system;
mod test;
mod trial;

use args::Task;
use std::process::ExitCode;

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let outcome = match args::parse(&words) {
        Ok(Task::Start) => start::start(),
        Ok(Task::Test) => test::test(),
        Ok(Task::Faults { seeds }) => faults::faults(seeds),
        Ok(Task::Practice { port, clients }) => practice::practice(port, clients),
        Ok(Task::Bench { words }) => bench::bench(&words),
        Ok(Task::Trial { words }) => trial::trial(&words),
        Ok(Task::Fuzz { runs, targets }) => fuzz::fuzz(runs, &targets),
        Err(why) => {
            eprint!("{why}{}", args::HELP);
            return ExitCode::from(2);
        }
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("\nxtask: {why}");
            ExitCode::FAILURE
        }
    }
}
