//! Running other programs, from the root of the repository or a folder in it.
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The folder of the root `Cargo.toml`.
pub(crate) fn root() -> PathBuf {
    let own = Path::new(env!("CARGO_MANIFEST_DIR"));
    own.parent().unwrap_or(own).to_path_buf()
}

/// A command that will start at the root.
pub(crate) fn command(program: &str) -> Command {
    let mut command = Command::new(program);
    command.current_dir(root());
    command
}

/// The very Cargo that runs this program.
pub(crate) fn cargo() -> Command {
    command(&std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned()))
}

/// Runs it to its end; anything but success is an error that names it.
pub(crate) fn run(command: &mut Command) -> Result<(), String> {
    let line = said(command);
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("`{line}` failed ({status})")),
        Err(why) => Err(format!("cannot run `{line}`: {why}")),
    }
}

/// The same, and all that it printed, kept until then.
pub(crate) fn output_of(command: &mut Command) -> (Result<(), String>, String) {
    let line = said(command);
    match command.stdin(Stdio::null()).output() {
        Ok(done) => {
            let mut text = String::from_utf8_lossy(&done.stdout).into_owned();
            text.push_str(&String::from_utf8_lossy(&done.stderr));
            let status = done.status;
            (if status.success() { Ok(()) } else { Err(format!("`{line}` failed ({status})")) }, text)
        }
        Err(why) => (Err(format!("cannot run `{line}`: {why}")), String::new()),
    }
}

/// What it prints, if it can be run and succeeds.
pub(crate) fn output(program: &str, args: &[&str]) -> Option<String> {
    let done = command(program).args(args).stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    done.status.success().then(|| String::from_utf8_lossy(&done.stdout).into_owned())
}

fn said(command: &Command) -> String {
    let program = Path::new(command.get_program()).file_name().unwrap_or(command.get_program());
    let words = std::iter::once(program).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}
