//! Listing 5,000 clients without a window: from the start of a process to its end, beside the official SDKs.

use std::path::Path;
use std::process::Command;
use std::sync::Arc;

use latchkey::app::App;
use latchkey::app::list_clients::list_clients;
use latchkey::app::profile::{Marking, NewProfile, Place};
use latchkey::app::sign_in_with_client::sign_in_with_client;
use latchkey::clipboard::Clipboard;
use latchkey::domain::secret::Secret;
use latchkey::vault::Vault;
use serde_json::Value;

use crate::contest::{Figures, milliseconds};
use crate::organization::Organization;

const CLIENTS: u32 = 5_000;
/// What this program is told to be Latchkey's contestant.
const WORD: &str = "--list-clients";
const PLACE: &str = "LATCHKEY_PRACTICE";

/// Signs in, lists, prints how many, and ends: what the SDKs' scripts do. Nothing where something else was asked for.
pub(crate) fn contestant(words: &[String]) {
    let [word, folder] = words else { return };
    if word != WORD {
        return;
    }
    let practice: Value =
        serde_json::from_str(&std::env::var(PLACE).expect("where to")).expect("a practice organization");
    let text = |name: &str| practice[name].as_str().expect("a text").to_owned();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    runtime.block_on(async {
        let clipboard = Arc::new(tokio::sync::Mutex::new(Clipboard::Memory(String::new())));
        let app = App::new(folder.into(), clipboard, Vault::memory());
        let place = Place::Local { address: text("api") };
        let new = NewProfile { place, marking: Marking::default(), keep: false };
        let secret = Secret::new(text("clientSecret"));
        let org = sign_in_with_client(&app, &new, &text("clientId"), secret).await.expect("signed in");
        println!("{}", list_clients(&app, &org.id).await.expect("clients").len());
        // As the program itself does: the system takes the memory back, all at once.
        std::process::exit(0);
    });
}

/// The Python SDK, which `cargo xtask bench` installs.
pub(crate) fn python(line: &str) -> Command {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut python = Command::new(root.join("target/bench/python/bin/python"));
    python.arg(root.join("tests/bench/list.py")).env(PLACE, line);
    python
}

fn javascript(line: &str) -> Command {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut node = Command::new("node");
    node.arg(root.join("tests/sdk/list.mjs")).env(PLACE, line);
    node
}

fn latchkey(line: &str, folder: &Path) -> Command {
    let mut own = Command::new(std::env::current_exe().expect("this program"));
    own.arg(WORD).arg(folder).env(PLACE, line);
    own
}

/// Each contestant once a round, after one round that does not count.
pub(crate) async fn measure(rounds: u32) -> bool {
    let org = Organization::with_clients(CLIENTS).await;
    let (line, hoped) = (org.line(), CLIENTS.to_string());
    let mut figures = [Figures::new("Latchkey"), Figures::new("JavaScript SDK"), Figures::new("Python SDK")];
    for round in 0..=rounds {
        let mut commands = [latchkey(&line, org.folder()), javascript(&line), python(&line)];
        for (figure, command) in figures.iter_mut().zip(&mut commands) {
            let time = tokio::task::block_in_place(|| milliseconds(command, &hoped));
            if round > 0 {
                figure.values.push(time);
            }
        }
    }
    println!("sign in, list {CLIENTS} clients, end of the process:");
    for figure in &figures {
        figure.say("ms");
    }
    let [own, javascript, python] = &figures;
    python.at_least(own, 80.0) & javascript.at_least(own, 7.0)
}
