//! Looking after a client that exists: change it, also when somebody else did, a new secret, inactive, deleted.
use crate::place::Look;
use crate::walk::Walk;
use serde_json::json;

const NAME: &str = "Nightly export";

impl Walk {
    async fn open_client(&self) {
        self.go_to("Clients").await;
        self.window.text(NAME).nth(0).click().await;
        self.window.heading(NAME).shown().await;
    }

    /// Somebody else changes the description, as through another program.
    async fn meddle(&self) {
        let org = self.command("open_practice", json!({})).await["id"].clone();
        let address = self.window.js("return location.hash", json!([])).await;
        let id = address
            .as_str()
            .and_then(|hash| hash.split('/').nth(2))
            .expect("the client's address")
            .to_owned();
        let mut draft = self.command("start_edit", json!({ "org": org, "id": id })).await;
        draft["description"] = json!("Theirs");
        self.command("update_client", json!({ "org": org, "draft": draft, "confirmed": false })).await;
    }

    async fn change(&self) {
        self.open_client().await;
        self.look("client").await;
        self.press("Change…").await;
        self.window.field(&self.say("Name")).fill("Nightly export to the warehouse").await;
        self.look("form").await;
        self.bottom("form-bottom").await;
        self.press("Next: check").await;
        self.screen("Check before it is saved", "check").await;
        self.meddle().await;
        self.window
            .button(&self.words.say_with("Save the change in {0}", &["Harbour Practice"]))
            .click()
            .await;
        self.window.text(&self.say("The client has changed meanwhile")).shown().await;
        self.look("changed-meanwhile").await;
        self.press("Continue with theirs, keep my changes").await;
        self.window.heading(&self.say("Check before it is saved")).shown().await;
        self.window
            .button(&self.words.say_with("Save the change in {0}", &["Harbour Practice"]))
            .click()
            .await;
        self.screen("The change was saved", "saved").await;
        self.press("Back to the client").await;
        self.window.heading("Nightly export to the warehouse").shown().await;
        self.window.text("Theirs").nth(0).shown().await;
    }

    async fn replace_secret_and_delete(&self) {
        self.bottom("secret-and-state").await;
        self.press("New secret…").await;
        self.window.button(&self.say("Replace the secret")).shown().await;
        self.look("new-secret-question").await;
        self.press("Replace the secret").await;
        self.window.heading(&self.say("Client secret")).shown().await;
        self.choose("Into a password manager").await;
        self.press("Done").await;
        self.window.heading("Nightly export to the warehouse").shown().await;
        self.press("Make inactive…").await;
        self.window.button(&self.say("Make it inactive")).shown().await;
        self.look("inactive-question").await;
        self.press("Make it inactive").await;
        self.window.button(&self.say("Make active again")).shown().await;
        self.press("Delete…").await;
        self.type_into("Name of the client", "Nightly export").await;
        self.press("Delete the client").await;
        self.window.text(&self.say("This is not the name of the client. Nothing was changed.")).shown().await;
        self.look("wrong-name").await;
        self.window.field(&self.say("Name of the client")).fill("Nightly export to the warehouse").await;
        self.press("Delete the client").await;
        self.window.heading(&self.say("Clients")).shown().await;
        self.window.row("Nightly export to the warehouse").gone().await;
    }
}

async fn look_after(language: &str, theme: &str) {
    let walk = Walk::begin("look-after", language, theme).await;
    walk.open_practice().await;
    walk.change().await;
    walk.replace_secret_and_delete().await;
    walk.end();
}

#[tokio::test]
async fn look_after_in_english_light() {
    look_after("en", "light").await;
}

#[tokio::test]
async fn look_after_in_english_dark() {
    look_after("en", "dark").await;
}

#[tokio::test]
async fn look_after_in_french_light() {
    look_after("fr", "light").await;
}

#[tokio::test]
async fn look_after_in_french_dark() {
    look_after("fr", "dark").await;
}
