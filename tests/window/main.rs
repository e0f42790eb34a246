//! The real program in a real window. Needs a display and WebKitWebDriver, which `cargo xtask test` brings.
// A test fails by panicking; the allowances of `.clippy.toml` reach test functions only, not what they call.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::disallowed_methods)]
// Driver and places are a vocabulary; the journeys need not use every word of it.
#![allow(dead_code)]

mod care;
mod client_list;
mod driver;
mod eyes;
mod failures;
mod hand_over;
mod health;
mod keyboard;
mod look_after;
mod place;
mod recovery;
mod scim;
mod secrets;
mod sign_in;
mod tour;
mod usage;
mod walk;
mod words;

use driver::{Options, Window};
use place::Look;
use serde_json::json;

#[tokio::test]
async fn opens() {
    let window = Window::open(Options::default()).await;
    window.button("Open the practice organization").shown().await;
    assert_eq!(window.js("return document.title", json!([])).await, "Latchkey – Welcome");
    window.screenshot("opens").await;
}

/// The page may call our commands, hear our events and make its text larger: nothing else of Tauri's own interface is granted to it.
#[tokio::test]
async fn page_has_no_other_powers() {
    let window = Window::open(Options::default()).await;
    for command in [
        "plugin:window|close",
        "plugin:app|version",
        "plugin:event|emit",
        "plugin:webview|print",
        "plugin:webview|create_webview",
        "plugin:webview|clear_all_browsing_data",
    ] {
        let call = "return window.__TAURI_INTERNALS__.invoke(arguments[0], {}).then(() => 'allowed', String)";
        let answer = window.js(call, json!([command])).await;
        assert!(answer.as_str().unwrap().contains("not allowed"), "{command}: {answer}");
    }
}

/// The content security policy holds in the real web view: no script and no style but the bundle's, nothing sent out.
#[tokio::test]
async fn page_runs_nothing_foreign() {
    let window = Window::open(Options::default()).await;
    const TRY: &str = "
        const broken = [];
        document.addEventListener('securitypolicyviolation', (event) => broken.push(event.effectiveDirective));
        for (const tag of ['script', 'style']) {
            const foreign = document.createElement(tag);
            foreign.textContent = tag === 'script' ? 'window.foreign = true' : 'body { color: red }';
            document.head.append(foreign);
        }
        return fetch('http://127.0.0.1:9/').catch(() => null)
            .then(() => new Promise((done) => setTimeout(done, 100)))
            .then(() => ({ broken: [...new Set(broken)].sort(), ran: window.foreign === true }));";
    let outcome = window.js(TRY, json!([])).await;
    assert_eq!(
        outcome,
        json!({ "broken": ["connect-src", "script-src-elem", "style-src-elem"], "ran": false })
    );
}
