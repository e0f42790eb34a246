//! `cargo xtask test`: every test there is, in an order that fails early, on a virtual display.
use crate::packages::Purpose;
use crate::run::{cargo, run};
use crate::{display, faults, node, system};
use std::process::Command;
use std::time::{Duration, Instant};

/// One step: what it is called, and what is run for it.
type Step = (&'static str, Command);

pub(crate) fn test() -> Result<(), String> {
    let begun = Instant::now();
    let ready = timed("set-up", prepare)?;
    let mut done = vec![("set-up", ready)];
    display::clear_pictures();
    for (name, mut command) in steps() {
        done.push((name, timed(name, || run(&mut command))?));
    }
    eprintln!();
    for (name, time) in &done {
        eprintln!("{:>7}  {name}", said(*time));
    }
    eprintln!("{:>7}  all passed", said(begun.elapsed()));
    if cfg!(target_os = "linux") {
        println!("Pictures of the window: {}", display::pictures().display());
    } else {
        println!("The window was not tested: its tests need Linux.");
    }
    Ok(())
}

fn prepare() -> Result<(), String> {
    system::prepare(Purpose::Test)?;
    node::prepare()?;
    node::install("ui")?;
    node::install("tests/sdk")
}

/// The features are the same throughout: another set would build every dependency again.
fn steps() -> Vec<Step> {
    let cargo_with = |line: &str| {
        let mut command = cargo();
        command.args(line.split(' '));
        command
    };
    let npm_with = |line: &str| {
        let mut command = node::npm("ui");
        command.args(line.split(' '));
        command
    };
    let mut steps = vec![
        ("interface: style, types, words", npm_with("run check")),
        ("interface: components in a browser", npm_with("test")),
        ("Rust: format", cargo_with("fmt --all --check")),
        ("Rust: lints", cargo_with("clippy --workspace --all-targets -- -D warnings")),
        ("Rust: rules and use cases", faults::suite_without_harnesses()),
        ("Rust: fault runs", faults::harnesses()),
    ];
    if cfg!(target_os = "linux") {
        steps.push(("real window", display::window_tests(&[])));
    }
    steps
}

fn timed(name: &str, step: impl FnOnce() -> Result<(), String>) -> Result<Duration, String> {
    eprintln!("\n== {name}");
    let begun = Instant::now();
    let outcome = step();
    let time = begun.elapsed();
    eprintln!("== {name}: {} after {}", if outcome.is_ok() { "passed" } else { "FAILED" }, said(time));
    outcome.map(|()| time).map_err(|why| format!("stopped at \"{name}\": {why}"))
}

fn said(time: Duration) -> String {
    let seconds = time.as_secs();
    if seconds < 60 {
        format!("{:.1} s", time.as_secs_f32())
    } else {
        format!("{}:{:02}", seconds / 60, seconds % 60)
    }
}

#[cfg(test)]
mod tests {
    use super::said;
    use std::time::Duration;

    #[test]
    fn times_read_well() {
        assert_eq!(said(Duration::from_millis(340)), "0.3 s");
        assert_eq!(said(Duration::from_secs(125)), "2:05");
    }
}
