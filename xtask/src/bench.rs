//! `cargo xtask bench`: builds Latchkey as it ships, brings the official SDKs, and measures them side by side.
use crate::packages::Purpose;
use crate::run::{cargo, command, root, run};
use crate::{display, node, system};

/// The folder of the Python SDK, in an environment of its own.
const PYTHON: &str = "target/bench/python";
const WANTED: &str = "tests/bench/requirements.txt";

pub(crate) fn bench(words: &[String]) -> Result<(), String> {
    if !cfg!(target_os = "linux") {
        return Err("the measurements need Linux".to_owned());
    }
    system::prepare(Purpose::Test)?;
    node::prepare()?;
    node::install("ui")?;
    node::install("tests/sdk")?;
    python()?;
    // The keychain wakes up on the bus that is made for it, with a password that nobody has to type.
    let mut measuring = display::on_a_display_of_its_own("sh".as_ref());
    measuring.args([
        "-c",
        "printf bench | gnome-keyring-daemon --unlock --components=secrets >/dev/null; exec \"$@\"",
        "sh",
    ]);
    measuring.arg(cargo().get_program()).args(["bench", "--bench", "bench", "--"]).args(words);
    run(&mut measuring)
}

/// Installs the Python SDK, unless that was done since its version was changed.
fn python() -> Result<(), String> {
    let dated = |path: &str| root().join(path).metadata().and_then(|meta| meta.modified());
    let done = format!("{PYTHON}/installed");
    if dated(&done).is_ok_and(|done| dated(WANTED).is_ok_and(|wanted| wanted <= done)) {
        return Ok(());
    }
    eprintln!("Installing the official Python SDK in {PYTHON}/");
    run(command("python3").args(["-m", "venv", PYTHON]))?;
    let pip = root().join(PYTHON).join("bin/pip");
    run(command(&pip.to_string_lossy()).args(["install", "--quiet", "-r", WANTED]))?;
    std::fs::write(root().join(&done), "").map_err(|why| format!("cannot write {done}: {why}"))
}
