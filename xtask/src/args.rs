//! What was asked for on the command line.

pub(crate) const HELP: &str = "\
cargo xtask start                install what is missing, build, open Latchkey; with no display: tour it, save pictures
cargo xtask test                 install what is missing, run every test: rules, use cases, interface, real window
cargo xtask practice [--port N]  serve the practice organization alone; prints one line of JSON when it is ready
";

#[derive(Debug, PartialEq)]
pub(crate) enum Task {
    Start,
    Test,
    Practice { port: Option<u16> },
}

/// The task, or what is wrong with the words; nothing is wrong with asking for help.
pub(crate) fn parse(words: &[String]) -> Result<Task, String> {
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["start"] => Ok(Task::Start),
        ["test"] => Ok(Task::Test),
        ["practice"] => Ok(Task::Practice { port: None }),
        ["practice", "--port", port] => {
            let number = port.parse().map_err(|_| format!("{port:?} is not a port number\n\n"))?;
            Ok(Task::Practice { port: Some(number) })
        }
        [] | ["help" | "--help" | "-h"] => Err(String::new()),
        other => Err(format!("there is no `cargo xtask {}`\n\n", other.join(" "))),
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
        assert_eq!(task("practice"), Ok(Task::Practice { port: None }));
        assert_eq!(task("practice --port 4040"), Ok(Task::Practice { port: Some(4040) }));
    }

    #[test]
    fn anything_else_is_help() {
        assert_eq!(task(""), Err(String::new()));
        for line in ["tset", "start now", "practice --port", "practice --port 70000", "practice 4040"] {
            assert!(task(line).is_err_and(|why| !why.is_empty()), "{line}");
        }
    }
}
