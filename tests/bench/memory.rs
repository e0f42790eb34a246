//! The memory of the program with 10,000 clients on the screen, beside an empty browser window.

use std::collections::HashMap;
use std::fs;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::contest::Figures;
use crate::first_rows::Running;
use crate::organization::Organization;
use crate::screen::Display;

const CLIENTS: u32 = 10_000;
/// How long a program may settle.
const SETTLE: Duration = Duration::from_secs(4);

/// Both in turn.
pub(crate) async fn measure(rounds: u32) -> bool {
    let org = Organization::with_clients(CLIENTS).await;
    let folder = org.signed_in().await.to_owned();
    let display = Display::open();
    let (mut own, mut empty) = (Figures::new("Latchkey, 10,000 clients"), Figures::new("Chromium, empty"));
    for _ in 0..rounds {
        own.values.push(tokio::task::block_in_place(|| {
            let running = Running::start(&folder);
            display.written_after(Instant::now());
            settled(running.id())
        }));
        let mut browser = chromium();
        empty.values.push(tokio::task::block_in_place(|| settled(browser.id())));
        end(&mut browser);
    }
    own.say("MB");
    empty.say("MB");
    own.at_most(&empty, 0.70)
}

fn chromium() -> Child {
    let profile = std::env::temp_dir().join(format!("latchkey-bench-chromium-{}", std::process::id()));
    Command::new(std::env::var("CHROMIUM").unwrap_or_else(|_| "chromium".to_owned()))
        .args([
            "--no-sandbox",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
        ])
        .args(["--disable-sync", "--disable-quic", "--window-size=1180,820", "--app=about:blank"])
        .arg(format!("--user-data-dir={}", profile.display()))
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("Chromium: `cargo xtask bench` brings it")
}

/// A browser's processes follow its first.
fn end(browser: &mut Child) {
    for id in tree(browser.id()).into_iter().rev() {
        let _ = Command::new("kill").args(["-KILL", &id.to_string()]).stderr(Stdio::null()).status();
    }
    let _ = browser.wait();
}

fn settled(id: u32) -> f64 {
    std::thread::sleep(SETTLE);
    tree(id).into_iter().map(proportional_megabytes).sum()
}

/// A process and all that it started.
fn tree(first: u32) -> Vec<u32> {
    let mut children: HashMap<u32, Vec<u32>> = HashMap::new();
    for entry in fs::read_dir("/proc").expect("/proc").flatten() {
        let Some(id) = entry.file_name().to_str().and_then(|name| name.parse().ok()) else { continue };
        let stat = fs::read_to_string(entry.path().join("stat")).unwrap_or_default();
        // Behind the name, which may hold anything: state, then parent.
        let parent = stat.rsplit(')').next().and_then(|rest| rest.split_whitespace().nth(1)?.parse().ok());
        children.entry(parent.unwrap_or_default()).or_default().push(id);
    }
    let (mut found, mut next) = (Vec::new(), vec![first]);
    while let Some(id) = next.pop() {
        found.push(id);
        next.extend(children.get(&id).into_iter().flatten());
    }
    found
}

/// What it alone uses, and its share of what it uses with others.
fn proportional_megabytes(id: u32) -> f64 {
    let rollup = fs::read_to_string(format!("/proc/{id}/smaps_rollup")).unwrap_or_default();
    let kilobytes = rollup.lines().find_map(|line| line.strip_prefix("Pss:"));
    let number = kilobytes.and_then(|text| text.split_whitespace().next()?.parse::<f64>().ok());
    number.unwrap_or_default() / 1_024.0
}
