//! The official JavaScript SDK as a judge of the practice organization's likeness.

use std::path::Path;
use std::process::{Command, Output};

use latchkey::practice::{Practice, Start};
use serde_json::{Value, json};

const FOLDER: &str = "tests/sdk";

fn run(program: &str, arguments: &[&str], folder: &Path, practice: &str) -> Output {
    let mut command = Command::new(program);
    command.args(arguments).current_dir(folder).env("LATCHKEY_PRACTICE", practice);
    command.output().unwrap_or_else(|error| panic!("{program} does not run: {error}"))
}

/// The repository, with the npm packages of the journey.
pub(crate) fn prepared() -> &'static Path {
    static ONCE: std::sync::Once = std::sync::Once::new();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    ONCE.call_once(|| {
        let folder = root.join(FOLDER);
        if !folder.join("node_modules/dotenv").exists() {
            let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
            let installed = run(npm, &["ci", "--no-audit", "--no-fund"], &folder, "");
            assert!(installed.status.success(), "{}", String::from_utf8_lossy(&installed.stderr));
        }
    });
    root
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_javascript_sdk_manages_clients() {
    let root = prepared();
    let practice = Practice::start(Start::default()).await.expect("it starts");
    let line = json!({
        "api": practice.address(), "login": practice.address(),
        "clientId": practice.client_id(), "clientSecret": practice.client_secret(),
    });
    let root = root.to_owned();
    let journey = move || run("node", &["tests/sdk/journey.mjs"], &root, &line.to_string());
    let output = tokio::task::spawn_blocking(journey).await.expect("the journey ends");
    let summary: Value = serde_json::from_slice(&output.stdout)
        .unwrap_or_else(|_| panic!("no summary: {}", String::from_utf8_lossy(&output.stderr)));
    assert_eq!(summary["ok"], true, "{summary}");
    assert!(output.status.success());
    assert_eq!(summary["done"].as_array().map(Vec::len), Some(17));
    let posted = practice.requests().iter().filter(|record| record.method == "POST").count();
    assert_eq!(posted, 5, "a login, two creations, a refused one and a new secret");
}
