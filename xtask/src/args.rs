//! What was asked for on the command line.

pub(crate) const HELP: &str = "\
cargo xtask start                install what is missing, build, open Latchkey; with no display: tour it, save pictures
cargo xtask test                 install what is missing, run every test: rules, use cases, interface, real window
cargo xtask faults [--seeds N]   only the fault runs, with all their counts (`test` has a fifth), N times over
cargo xtask practice [--port N] [--clients N]  serve the practice organization alone, with N more clients (up to
                                 10,000); prints one line of JSON when it is ready
cargo xtask trial --base-url ADDRESS [--report FILE]  settle open questions with a real test organization: creates
                                 clients there, deletes them, writes a report without secrets
cargo xtask bench [--rounds N] [NAME…]  how fast it is beside the official SDKs and an empty browser window (Linux)
cargo xtask fuzz [--runs N] [TARGET…]  run what reads foreign bytes under libFuzzer, each target N times (100,000)
";

/// How often each fuzz target is run when nobody says.
const RUNS: u64 = 100_000;

#[derive(Debug, PartialEq)]
pub(crate) enum Task {
    Start,
    Test,
    Faults { seeds: u32 },
    Bench { words: Vec<String> },
    Practice { port: Option<u16>, clients: u32 },
    Trial { words: Vec<String> },
    Fuzz { runs: u64, targets: Vec<String> },
}

/// The task, or what is wrong with the words; nothing is wrong with asking for help.
pub(crate) fn parse(words: &[String]) -> Result<Task, String> {
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["start"] => Ok(Task::Start),
        ["test"] => Ok(Task::Test),
        ["faults"] => Ok(Task::Faults { seeds: 1 }),
        ["faults", "--seeds", seeds] => match seeds.parse() {
            Ok(seeds) if seeds > 0 => Ok(Task::Faults { seeds }),
            _ => Err(format!("{seeds:?} is not a number of seeds\n\n")),
        },
        ["practice", options @ ..] => practice(options),
        // What can be measured is known where it is measured.
        ["bench", words @ ..] => {
            Ok(Task::Bench { words: words.iter().map(|word| (*word).to_owned()).collect() })
        }
        ["trial", "--base-url", _] | ["trial", "--base-url", _, "--report", _] => {
            Ok(Task::Trial { words: words.iter().skip(1).map(|word| (*word).to_owned()).collect() })
        }
        ["fuzz", "--runs", runs, targets @ ..] => {
            let runs = runs.parse().map_err(|_| format!("{runs:?} is not a number of runs\n\n"))?;
            fuzz(runs, targets)
        }
        ["fuzz", targets @ ..] => fuzz(RUNS, targets),
        [] | ["help" | "--help" | "-h"] => Err(String::new()),
        other => Err(format!("there is no `cargo xtask {}`\n\n", other.join(" "))),
    }
}

fn practice(options: &[&str]) -> Result<Task, String> {
    let (mut port, mut clients) = (None, 0);
    for pair in options.chunks(2) {
        match pair {
            ["--port", text] => {
                port = Some(text.parse().map_err(|_| format!("{text:?} is not a port number\n\n"))?);
            }
            ["--clients", text] => {
                clients = text.parse().map_err(|_| format!("{text:?} is not a number of clients\n\n"))?;
            }
            other => return Err(format!("`cargo xtask practice` has no {:?}\n\n", other.join(" "))),
        }
    }
    Ok(Task::Practice { port, clients })
}

fn fuzz(runs: u64, targets: &[&str]) -> Result<Task, String> {
    match targets.iter().find(|target| target.starts_with('-')) {
        Some(option) => Err(format!("`cargo xtask fuzz` has no {option:?} there\n\n")),
        None => Ok(Task::Fuzz { runs, targets: targets.iter().map(|target| (*target).to_owned()).collect() }),
    }
}

#[cfg(test)]
mod tests {
    use super::{Task, parse};

    fn task(line: &str) -> Result<Task, String> {
        parse(&line.split_whitespace().map(str::to_owned).collect::<Vec<_>>())
    }

    #[test]
    fn tasks() {
        assert_eq!(task("start"), Ok(Task::Start));
        assert_eq!(task("test"), Ok(Task::Test));
        assert_eq!(task("faults"), Ok(Task::Faults { seeds: 1 }));
        assert_eq!(task("faults --seeds 30"), Ok(Task::Faults { seeds: 30 }));
        assert_eq!(task("practice"), Ok(Task::Practice { port: None, clients: 0 }));
        assert_eq!(task("practice --port 4040"), Ok(Task::Practice { port: Some(4040), clients: 0 }));
        let crowded = Task::Practice { port: Some(4040), clients: 5_000 };
        assert_eq!(task("practice --clients 5000 --port 4040"), Ok(crowded));
        assert_eq!(task("fuzz"), Ok(Task::Fuzz { runs: 100_000, targets: Vec::new() }));
        let words = vec!["--rounds".to_owned(), "3".to_owned(), "list".to_owned()];
        assert_eq!(task("bench --rounds 3 list"), Ok(Task::Bench { words }));
        let words = ["--base-url", "https://api.mypurecloud.de"].map(str::to_owned).to_vec();
        assert_eq!(task("trial --base-url https://api.mypurecloud.de"), Ok(Task::Trial { words }));
        let two = vec!["duration".to_owned(), "retry_after".to_owned()];
        assert_eq!(task("fuzz --runs 7 duration retry_after"), Ok(Task::Fuzz { runs: 7, targets: two }));
    }

    #[test]
    fn anything_else_is_help() {
        assert_eq!(task(""), Err(String::new()));
        for line in [
            "tset",
            "start now",
            "practice --port",
            "practice --port 70000",
            "practice 4040",
            "practice --clients many",
            "trial",
            "trial --base-url",
            "trial --secret x",
            "fuzz --runs",
            "fuzz --runs x",
            "fuzz a --runs 1",
            "faults --seeds 0",
        ] {
            assert!(task(line).is_err_and(|why| !why.is_empty()), "{line}");
        }
    }
}
