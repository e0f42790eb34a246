//! `cargo xtask test`: every test there is, in an order that fails early, and a table of what took how long.
//! It must never build anything twice, nor hide what a step said that failed.
use crate::packages::Purpose;
use crate::run::{cargo, output_of, run};
use crate::{display, faults, node, system};
use std::process::Command;
use std::thread;
use std::time::{Duration, Instant};

/// One step: what it is called, and what is run for it.
type Step = (&'static str, Command);
/// What a step was called, and how long it took.
type Done = (&'static str, Duration);

pub(crate) fn test() -> Result<(), String> {
    let begun = Instant::now();
    let mut done = vec![("set-up", timed("set-up", prepare)?)];
    display::clear_pictures();
    done.push(loud(("Rust: format", cargo_with("fmt --all --check")))?);
    // A compiler and a browser wait for different things: side by side they take little longer than one of them.
    let beside = Instant::now();
    let (page, rust) = thread::scope(|scope| {
        let page = scope.spawn(|| page_steps().into_iter().map(quiet).collect::<Result<Vec<_>, _>>());
        let rust = compile_steps().into_iter().map(loud).collect::<Result<Vec<_>, _>>();
        (page.join().unwrap_or_else(|_| Err("the interface's tests broke off".to_owned())), rust)
    });
    let beside = beside.elapsed();
    done.extend(rust?);
    done.extend(page?);
    for step in run_steps() {
        done.push(loud(step)?);
    }
    table(&done, beside, begun.elapsed());
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

fn cargo_with(line: &str) -> Command {
    let mut command = cargo();
    command.args(line.split(' '));
    command
}

/// What needs a browser, and no compiler.
fn page_steps() -> Vec<Step> {
    let npm_with = |line: &str| {
        let mut command = node::npm("ui");
        command.args(line.split(' '));
        command
    };
    vec![
        ("interface: style, types, words", npm_with("run check")),
        ("interface: components in a browser", npm_with("test")),
    ]
}

/// Everything that is run later is built once, with the same features throughout: another set would build every
/// dependency again.
fn compile_steps() -> Vec<Step> {
    let window = if cfg!(target_os = "linux") { " --test window" } else { "" };
    let build = format!("test --no-run --workspace --lib --bins --test suite{window}");
    vec![
        ("Rust: build", cargo_with(&build)),
        ("Rust: lints", cargo_with("clippy --workspace --all-targets -- -D warnings")),
    ]
}

fn run_steps() -> Vec<Step> {
    let mut steps = vec![
        ("Rust: rules and use cases", faults::suite_without_harnesses()),
        ("Rust: fault runs", faults::harnesses()),
    ];
    if cfg!(target_os = "linux") {
        steps.push(("real window", display::window_tests(&[])));
    }
    steps
}

/// A step whose output is seen as it comes.
fn loud((name, mut command): Step) -> Result<Done, String> {
    timed(name, || run(&mut command)).map(|time| (name, time))
}

/// A step beside another one: its output comes in one piece when it is done.
fn quiet((name, mut command): Step) -> Result<Done, String> {
    timed(name, || {
        let (outcome, said) = output_of(&mut command);
        eprintln!("\n== what \"{name}\" said:\n{said}");
        outcome
    })
    .map(|time| (name, time))
}

fn timed(name: &str, step: impl FnOnce() -> Result<(), String>) -> Result<Duration, String> {
    eprintln!("\n== {name}");
    let begun = Instant::now();
    let outcome = step();
    let time = begun.elapsed();
    eprintln!("== {name}: {} after {}", if outcome.is_ok() { "passed" } else { "FAILED" }, said(time));
    outcome.map(|()| time).map_err(|why| format!("stopped at \"{name}\": {why}"))
}

fn table(done: &[Done], beside: Duration, all: Duration) {
    eprintln!();
    for (name, time) in done {
        eprintln!("{:>7}  {name}", said(*time));
    }
    eprintln!("{:>7}  of that side by side: the interface, and what is compiled", said(beside));
    eprintln!("{:>7}  all passed", said(all));
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
