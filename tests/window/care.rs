//! What a client was: its parts, its history and put back, a copy, a PKCE twin, deleted and created again.
use crate::place::Look;
use crate::walk::Walk;
use serde_json::json;

const NAME: &str = "Nightly export";
const IMPLICIT: &str = "CRM softphone";

impl Walk {
    async fn open_named(&self, name: &str) {
        self.go_to("Clients").await;
        self.window.row(name).nth(0).shown().await;
        self.window.text(name).nth(0).click().await;
        self.window.heading(name).shown().await;
    }

    async fn part(&self, name: &str) {
        self.window.tab(&self.say(name)).click().await;
    }

    async fn org(&self) -> serde_json::Value {
        self.command("open_practice", json!({})).await["id"].clone()
    }

    /// Changes the description of the client on the screen, as this program would.
    async fn describe(&self, text: &str) {
        let org = self.org().await;
        let hash = self.window.js("return location.hash.split('?')[0]", json!([])).await;
        let id =
            hash.as_str().and_then(|hash| hash.split('/').nth(2)).expect("the client's address").to_owned();
        let mut draft = self.command("start_edit", json!({ "org": org, "id": id })).await;
        draft["description"] = json!(text);
        self.command("update_client", json!({ "org": org, "draft": draft, "confirmed": false })).await;
    }

    async fn history_and_put_back(&self) {
        self.open_named(NAME).await;
        self.part("Roles and divisions").await;
        self.look("roles").await;
        self.describe("Reads queue statistics for the warehouse").await;
        self.describe("Nobody knows").await;
        self.part("History").await;
        self.window.text("Nobody knows").nth(0).shown().await;
        self.look("history").await;
        self.window.text(&self.say("Put it back as it was before…")).nth(0).click().await;
        self.screen("Check before it is saved", "put-back").await;
        self.window
            .button(&self.words.say_with("Save the change in {0}", &["Harbour Practice"]))
            .click()
            .await;
        self.window.heading(&self.say("The change was saved")).shown().await;
        self.press("Back to the client").await;
        self.window.text("Reads queue statistics for the warehouse").nth(0).shown().await;
    }

    async fn copy_and_twin(&self) {
        self.press("Copy…").await;
        self.window.dialog("").shown().await;
        self.look("copy-dialog").await;
        self.window.dialog("").button(&self.say("Fill in the form")).click().await;
        self.screen("Fill in the form", "copy").await;
        self.open_named(IMPLICIT).await;
        self.look("implicit").await;
        self.part("Redirect addresses and scopes").await;
        self.look("access").await;
        self.press("Make a PKCE twin…").await;
        self.screen("Fill in the form", "twin").await;
        self.press("Next: check").await;
        self.window.heading(&self.say("Check before it is created")).shown().await;
        self.create().await;
        self.window.text(&self.say("The old client is still in use")).shown().await;
        self.look("after-twin").await;
        self.choose("Into a password manager").await;
        self.press("Done").await;
    }

    async fn delete_and_create_again(&self) {
        self.open_named(NAME).await;
        self.press("Delete…").await;
        self.type_into("Name of the client", NAME).await;
        self.press("Delete the client").await;
        self.window.row(NAME).gone().await;
        self.go_to("History").await;
        self.press("Deleted clients").await;
        self.screen("Deleted clients", "deleted").await;
        self.window.text(&self.say("Create it again…")).nth(0).click().await;
        self.screen("Fill in the form", "again").await;
        self.press("Next: check").await;
        self.window.heading(&self.say("Check before it is created")).shown().await;
        self.create().await;
        self.screen("The client was created", "created-again").await;
    }
}

async fn care(language: &str, theme: &str) {
    let walk = Walk::begin("care", language, theme).await;
    walk.open_practice().await;
    walk.history_and_put_back().await;
    walk.copy_and_twin().await;
    walk.delete_and_create_again().await;
    walk.end();
}

#[tokio::test]
async fn care_in_english_light() {
    care("en", "light").await;
}

#[tokio::test]
async fn care_in_french_dark() {
    care("fr", "dark").await;
}
