//! What was interrupted, in the window: right after a fault, and after the program was killed; then the history.
use crate::driver::Options;
use crate::place::Look;
use crate::secrets::files_holding;
use crate::walk::Walk;
use latchkey::practice::{Fault, FaultKind, Practice, Settings, Start};
use serde_json::json;

const CLIENTS: &str = "/api/v2/oauth/clients";

impl Walk {
    async fn lose(&self, kind: &str) {
        let fault = json!({ "kind": kind, "method": "POST", "path": CLIENTS, "times": 1 });
        self.play(json!({ "fault": fault })).await;
    }

    async fn send_for_scim(&self, name: &str, org: &str) {
        self.start_client().await;
        self.choose("SCIM").await;
        self.type_into("Name", name).await;
        self.press("Next: check").await;
        self.window.button(&self.words.say_with("Create in {0}", &[org])).click().await;
    }

    /// Right after the fault: one look, one button, and the client has a secret that somebody has.
    async fn found_and_adopted(&self) {
        self.lose("cutAfterStore").await;
        self.send_for_scim("Entra ID", "Harbour Practice").await;
        self.window.text(&self.say("The answer was lost on the way")).shown().await;
        self.look("answer-lost").await;
        self.press("Look what became of it").await;
        self.window.button(&self.say("Take it and make a new secret")).shown().await;
        self.look("found").await;
        self.press("Take it and make a new secret").await;
        self.screen("The client was created", "adopted").await;
        self.choose("Into a password manager").await;
        self.press("Done").await;
        self.window.row("Entra ID").nth(0).shown().await;
        self.bottom("client").await;
    }

    /// Nothing was created, but that is not certain before the list has had its time.
    async fn still_looking(&self) {
        self.lose("serverGone").await;
        self.send_for_scim("Okta", "Harbour Practice").await;
        self.press("Look what became of it").await;
        self.window.button(&self.say("Look now")).shown().await;
        self.look("still-looking").await;
        self.go_to("Clients").await;
        self.window.button(&self.say("See what happened")).shown().await;
        self.look("waiting-line").await;
    }

    /// A second client out of one request is told of, and deleted with its name typed.
    async fn twin(&self) {
        self.lose("replayed").await;
        self.send_for_scim("OneLogin", "Harbour Practice").await;
        self.window.heading(&self.say("The client was created")).shown().await;
        self.choose("Into a password manager").await;
        self.press("Done").await;
        self.press("See what happened").await;
        self.window.button(&self.say("Delete it…")).shown().await;
        self.bottom("twin").await;
        self.press("Delete it…").await;
        self.type_into("Type the name of the client", "OneLogin").await;
        self.look("twin-delete").await;
        self.press("Delete it").await;
        self.window.button(&self.say("Delete it…")).gone().await;
    }

    async fn history(&self) {
        self.go_to("History").await;
        self.window.row("OneLogin").nth(0).shown().await;
        self.screen("History", "history").await;
        self.window.text(&self.say("Delete a client")).nth(0).click().await;
        self.window.text(&self.say("Correlation ID, for Genesys support:")).nth(0).shown().await;
        self.look("history-steps").await;
    }
}

async fn recovery(language: &str, theme: &str) {
    let walk = Walk::begin("recovery", language, theme).await;
    walk.open_practice().await;
    walk.found_and_adopted().await;
    walk.twin().await;
    walk.still_looking().await;
    walk.history().await;
    walk.end();
}

#[tokio::test]
async fn recovery_in_english_light() {
    recovery("en", "light").await;
}

#[tokio::test]
async fn recovery_in_english_dark() {
    recovery("en", "dark").await;
}

#[tokio::test]
async fn recovery_in_french_light() {
    recovery("fr", "light").await;
}

#[tokio::test]
async fn recovery_in_french_dark() {
    recovery("fr", "dark").await;
}

async fn server() -> Practice {
    let settings = Settings { requests_per_minute: 10_000, ..Settings::default() };
    Practice::start(Start { port: None, settings }).await.expect("a practice organization")
}

impl Walk {
    async fn sign_in_to(&self, server: &Practice) {
        self.press("Add an organization").await;
        self.choose("A practice organization served by another program").await;
        self.type_into("Address of the practice organization", &server.address()).await;
        self.press("Next").await;
        self.choose("Client ID and secret").await;
        self.press("Next").await;
        self.type_into("Client ID", &server.client_id()).await;
        self.finish_sign_in(server).await;
        self.window.heading(&self.say("You are signed in")).shown().await;
    }

    async fn finish_sign_in(&self, server: &Practice) {
        self.window.field(&self.say("Client secret")).fill(&server.client_secret()).await;
        self.window.button(&self.say("Sign in")).click().await;
    }
}

/// The program is killed while the organization carries a create out; the next start knows, looks, and finishes.
#[tokio::test]
async fn killed_while_a_client_is_created() {
    let server = server().await;
    let folder = std::env::temp_dir().join(format!("latchkey-killed-{}", std::process::id()));
    let at_folder = || Options { data: Some(folder.clone()), ..Options::default() };
    let walk = Walk::begin_with("killed", "en", "light", at_folder()).await;
    walk.sign_in_to(&server).await;
    server.queue_faults(vec![Fault {
        kind: FaultKind::StallAfter,
        method: Some("POST".into()),
        path: CLIENTS.into(),
        times: Some(1),
    }]);
    walk.send_for_scim("Entra ID", "Harbour Practice").await;
    let stored =
        || server.clients().into_iter().filter(|client| client.name == "Entra ID").collect::<Vec<_>>();
    while stored().is_empty() {
        tokio::task::yield_now().await;
    }
    let unseen = stored()[0].secret.clone();
    // The whole group at once, with SIGKILL.
    drop(walk);

    let walk = Walk::begin_with("killed", "en", "light", at_folder()).await;
    walk.window.text("1 change was interrupted").shown().await;
    walk.look("at-the-next-start").await;
    walk.press("See what happened").await;
    walk.look("not-open").await;
    walk.press("Open Harbour Practice").await;
    walk.finish_sign_in(&server).await;
    walk.window.button("Take it and make a new secret").click().await;
    walk.screen("The client was created", "adopted").await;
    walk.choose("Into a password manager").await;
    walk.press("Done").await;
    walk.window.row("Entra ID").nth(0).shown().await;
    let stored = stored();
    assert_eq!(stored.len(), 1, "nothing twice");
    assert_ne!(stored[0].secret, unseen, "nobody has the unseen one");
    assert_eq!(files_holding(walk.window.data(), &stored[0].secret), Vec::<String>::new());
    walk.end();
    let _ = std::fs::remove_dir_all(&folder);
}
