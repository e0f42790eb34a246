//! A secret is nowhere but where it was asked for.
#[path = "../suite/canaries/scan.rs"]
mod scan;

use crate::place::Look;
use crate::walk::Walk;
use scan::{Canary, Scanner};
use serde_json::json;
use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;

impl Walk {
    async fn create_for_scim(&self, name: &str) {
        self.start_client().await;
        self.choose("SCIM").await;
        self.type_into("Name", name).await;
        self.press("Next: check").await;
        self.create().await;
        self.window.heading("The client was created").shown().await;
    }

    /// Whether the page holds a text anywhere: words, attributes, values of fields, storage.
    pub(crate) async fn page_holds(&self, text: &str) -> bool {
        const SEARCH: &str = "
            const values = [...document.querySelectorAll('input, textarea')].map((el) => el.value);
            const places = [document.documentElement.outerHTML, document.title, location.href, ...values,
                JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage })];
            return places.some((place) => place.includes(arguments[0]));";
        self.window.js(SEARCH, json!([text])).await == true
    }
}

/// Every file below a folder that holds a text.
pub(crate) fn files_holding(folder: &Path, text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(files_holding(&path, text));
        } else if std::fs::read(&path)
            .is_ok_and(|bytes| bytes.windows(text.len()).any(|part| part == text.as_bytes()))
        {
            found.push(path.display().to_string());
        }
    }
    found
}

/// Journal, log and exports, what the web view keeps, and what program and toolkits said: in every encoding.
fn search_all_files(data: &Path, secret: String) {
    for name in ["journal.sqlite3", "journal.sqlite3-wal", "exports", "stderr.log"] {
        assert!(data.join(name).exists(), "{name} is not among what is searched");
    }
    assert_eq!(std::fs::read_dir(data.join("exports")).expect("a folder").count(), 3, "exports and bundle");
    let mut scanner = Scanner::of(&[Canary { what: "client secret".into(), text: secret.clone() }]);
    assert_eq!(scanner.look_below(data), BTreeSet::new());
    println!("canaries in a window's folder: {} files, {} bytes, 0 hits", scanner.files, scanner.bytes);
    std::fs::write(
        data.join("planted"),
        secret.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>(),
    )
    .expect("a planted file");
    assert_eq!(scanner.look_below(data).len(), 1, "the search must be able to find it");
}

#[tokio::test]
async fn a_secret_is_only_where_it_was_asked_for() {
    let walk = Walk::begin("secrets", "en", "light").await;
    walk.open_practice().await;
    walk.create_for_scim("Entra ID for France").await;
    let unplaced = walk.command("list_unplaced_secrets", json!({})).await;
    let (org, client) = (unplaced[0]["orgId"].clone(), unplaced[0]["clientId"].clone());
    let revealed = walk.command("reveal_secret", json!({ "org": org, "client": client })).await;
    let secret = revealed["text"].as_str().expect("a secret").to_owned();

    assert!(!walk.page_holds(&secret).await, "hidden, but in the page");
    walk.window.button("Reveal the client secret").click().await;
    walk.window.text(&secret).shown().await;
    assert!(walk.page_holds(&secret).await, "the search must be able to find it");
    walk.window.button("Hide the client secret").click().await;
    walk.window.text(&secret).gone().await;
    assert!(!walk.page_holds(&secret).await, "hidden again, but in the page");

    walk.window.button("Copy the client secret").click().await;
    walk.window.status("The clipboard will be cleared").shown().await;
    let copied = clipboard_of(walk.window.display());
    assert!(copied == secret, "the clipboard holds something else");
    assert!(!walk.page_holds(&secret).await, "copied by Rust, but in the page");

    for format in ["csv", "json"] {
        walk.command("export_history", json!({ "search": "", "part": "all", "format": format })).await;
    }
    walk.command("save_support_bundle", json!({})).await;
    search_all_files(walk.window.data(), secret);
    walk.end();
}

/// What the clipboard of a display holds. The library asks the environment which one, so another process asks.
fn clipboard_of(display: Option<&str>) -> String {
    let mut asking = Command::new(std::env::current_exe().expect("this test"));
    asking.args(["--ignored", "--exact", "--nocapture", "secrets::says_what_the_clipboard_holds"]);
    let output = asking.envs(display.map(|display| ("DISPLAY", display))).output().expect("a process");
    let said = String::from_utf8(output.stdout).expect("text");
    let line = said.lines().find_map(|line| line.split_once("clipboard: "));
    line.unwrap_or_else(|| panic!("no clipboard: {said}")).1.to_owned()
}

#[test]
#[ignore = "run by another test, in a process of its own"]
fn says_what_the_clipboard_holds() {
    let text = arboard::Clipboard::new().and_then(|mut clipboard| clipboard.get_text());
    println!("clipboard: {}", text.expect("a clipboard"));
}

#[tokio::test]
async fn leaving_waits_until_the_secret_is_placed() {
    let walk = Walk::begin("leaving", "en", "light").await;
    walk.open_practice().await;
    walk.create_for_scim("Entra ID for France").await;
    walk.go_to("Clients").await;
    walk.window.button("Go to the question").shown().await;
    walk.look("held-back").await;
    walk.window.press(&["Escape"]).await;
    walk.window.heading("The client was created").shown().await;

    ask_to_close(walk.window.display(), "Latchkey").expect("the window was asked");
    walk.window.button("Close and lose them").shown().await;
    walk.look("window-held-back").await;
    walk.press("Stay").await;
    walk.choose("Into a password manager").await;
    walk.press("Done").await;
    walk.window.row("Entra ID for France").shown().await;
    walk.end();
}

/// Asks a window to close, as the cross in its corner does.
fn ask_to_close(display: Option<&str>, title: &str) -> Result<(), Box<dyn std::error::Error>> {
    use x11rb::connection::Connection;
    use x11rb::protocol::xproto::{AtomEnum, ClientMessageEvent, ConnectionExt, EventMask};

    let (connection, screen) = x11rb::connect(display)?;
    let atom = |name: &str| -> Result<u32, Box<dyn std::error::Error>> {
        Ok(connection.intern_atom(false, name.as_bytes())?.reply()?.atom)
    };
    let (protocols, delete) = (atom("WM_PROTOCOLS")?, atom("WM_DELETE_WINDOW")?);
    let mut windows = vec![connection.setup().roots[screen].root];
    while let Some(window) = windows.pop() {
        windows.extend(connection.query_tree(window)?.reply()?.children);
        let name =
            connection.get_property(false, window, AtomEnum::WM_NAME, AtomEnum::ANY, 0, 64)?.reply()?;
        if String::from_utf8_lossy(&name.value).starts_with(title) {
            let message = ClientMessageEvent::new(32, window, protocols, [delete, 0, 0, 0, 0]);
            connection.send_event(false, window, EventMask::NO_EVENT, message)?;
        }
    }
    connection.flush()?;
    Ok(())
}
