//! Signing in to an organization that another program serves: with a client's ID and secret, and through a real
//! Chromium as the system browser. What was typed is nowhere afterwards.
use crate::driver::Options;
use crate::place::Look;
use crate::secrets::files_holding;
use crate::walk::Walk;
use latchkey::practice::{Practice, Settings, Start};
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

async fn server() -> Practice {
    let settings = Settings { approve_sign_ins_automatically: true, ..Settings::default() };
    Practice::start(Start { port: None, settings }).await.expect("a practice organization")
}

/// Command lines of every process that hold a text.
fn command_lines_holding(text: &str) -> Vec<String> {
    let processes = std::fs::read_dir("/proc").expect("/proc").flatten();
    processes
        .filter_map(|process| std::fs::read(process.path().join("cmdline")).ok())
        .map(|line| String::from_utf8_lossy(&line).replace('\0', " "))
        .filter(|line| line.contains(text))
        .collect()
}

impl Walk {
    /// Where: recognised from a pasted address, then the organization on this computer.
    async fn say_where(&self, server: &Practice, pictures: bool) {
        self.press("Add an organization").await;
        self.window.heading(&self.say("Where is your organization?")).shown().await;
        if pictures {
            let asked = self.say("Paste any address of your Genesys Cloud, or name its region");
            let field = format!("{asked} {}", self.say("(optional)"));
            self.window.field(&field).type_text("https://apps.mypurecloud.ie/directory/#/").await;
            self.window.text("mypurecloud.ie").nth(0).shown().await;
            self.look("where").await;
        }
        self.choose("A practice organization served by another program").await;
        self.type_into("Address of the practice organization", &server.address()).await;
        self.press("Next").await;
        self.window.heading(&self.say("How do you want to sign in?")).shown().await;
    }

    async fn with_client(&self, server: &Practice) {
        self.look("how").await;
        self.choose("Client ID and secret").await;
        self.press("Next").await;
        self.type_into("Client ID", &server.client_id()).await;
        self.type_into("Client secret", "wrong").await;
        self.look("form").await;
        self.window.button(&self.say("Sign in")).click().await;
        self.window.alert("").nth(0).shown().await;
        self.bottom("wrong-secret").await;
        let id = server.client_id();
        self.window
            .field(&self.say("Client ID"))
            .until("what was typed", |seen| seen.value == Some(id.clone().into()))
            .await;
        self.window.field(&self.say("Client secret")).fill(&server.client_secret()).await;
        self.window.button(&self.say("Sign in")).click().await;
        self.screen("You are signed in", "signed-in").await;
        self.bottom("signed-in-bottom").await;
    }

    /// A practice organization has a colour, and no production mark.
    async fn marking(&self) {
        self.go_to("Organizations").await;
        self.look("organizations").await;
        self.window.button(&self.say("Colour")).click().await;
        self.window.text(&self.say("Magenta")).nth(0).shown().await;
        self.look("marking").await;
        self.window.switch("").nth(0).gone().await;
    }
}

async fn with_id_and_secret(language: &str, theme: &str) {
    let server = server().await;
    let walk = Walk::begin("sign-in", language, theme).await;
    walk.say_where(&server, true).await;
    walk.with_client(&server).await;
    let secret = server.client_secret();
    assert!(!walk.page_holds(&secret).await, "signed in, but the secret is still in the page");
    assert_eq!(files_holding(walk.window.data(), &secret), Vec::<String>::new());
    assert_eq!(command_lines_holding(&secret), Vec::<String>::new());
    walk.go_to("Clients").await;
    walk.window.row("Nightly").nth(0).shown().await;
    walk.marking().await;
    walk.end();
}

#[tokio::test]
async fn sign_in_in_english_light() {
    with_id_and_secret("en", "light").await;
}

#[tokio::test]
async fn sign_in_in_english_dark() {
    with_id_and_secret("en", "dark").await;
}

#[tokio::test]
async fn sign_in_in_french_light() {
    with_id_and_secret("fr", "light").await;
}

#[tokio::test]
async fn sign_in_in_french_dark() {
    with_id_and_secret("fr", "dark").await;
}

/// A launcher that opens addresses in a real Chromium without a window of its own.
fn launcher(folder: &Path) -> String {
    let quiet = "--password-store=basic --no-first-run --disable-background-networking --disable-component-update --disable-sync";
    let script = format!(
        "#!/bin/sh\nexec chromium --headless --no-sandbox --disable-gpu {quiet} --user-data-dir='{}' --dump-dom \"$1\"\n",
        folder.join("chromium").display()
    );
    let path = folder.join("xdg-open");
    std::fs::write(&path, script).expect("a launcher");
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o755)).expect("a launcher");
    let path = std::env::var("PATH").unwrap_or_default();
    format!("{}:{path}", folder.display())
}

#[tokio::test]
async fn through_a_real_browser() {
    let server = server().await;
    let folder = std::env::temp_dir().join(format!("latchkey-browser-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    let env = vec![("PATH", launcher(&folder))];
    let walk = Walk::begin_with("browser", "en", "light", Options { env, ..Options::default() }).await;
    walk.say_where(&server, false).await;
    walk.choose("Sign in through the browser").await;
    walk.press("Next").await;
    walk.choose("You have no such client yet?").await;
    walk.look("guide").await;
    walk.type_into("Client ID", &server.sign_in_client_id()).await;
    walk.press("Sign in in the browser").await;
    walk.screen("You are signed in", "signed-in").await;
    walk.window.text("Alex Martin").nth(0).shown().await;
    walk.end();
    let _ = std::fs::remove_dir_all(&folder);
}
