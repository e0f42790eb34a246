//! What a client was: its parts, its history and put back, a copy, a PKCE twin, deleted and created again.
use crate::place::Look;
use crate::walk::Walk;
use serde_json::json;

const NAME: &str = "Nightly export";
/// Its description once it was put back.
const AFTERWARDS: &str = "Reads queue statistics for the warehouse";
/// Holds a role that the practice administrator does not hold.
const NOT_OURS: &str = "c11e0000-0000-4000-8000-000000000009";
const OURS: &str = "c11e0000-0000-4000-8000-000000000008";
/// Has addresses that the form refuses.
const FAULTY: &str = "c11e0000-0000-4000-8000-000000000014";
const IMPLICIT_ID: &str = "c11e0000-0000-4000-8000-000000000001";
const IMPLICIT: &str = "CRM softphone";

impl Walk {
    /// By its address: a long list has only those rows that are in sight, and there are two of one name.
    async fn open_by_id(&self, id: &str, name: &str) {
        self.window.js(&format!("location.hash = '#/clients/{id}'"), json!([])).await;
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

    /// The form of a new client, once it is whole.
    async fn form(&self, name: &str) {
        self.window.heading(&self.say("Fill in the form")).shown().await;
        self.window.button(&self.say("Next: check")).shown().await;
        self.look(name).await;
    }

    async fn history_and_put_back(&self) {
        self.open_by_id(OURS, NAME).await;
        self.part("Roles and divisions").await;
        self.look("roles").await;
        self.describe(AFTERWARDS).await;
        self.describe("Nobody knows").await;
        self.part("History").await;
        self.window.text("Nobody knows").nth(0).shown().await;
        self.look("history").await;
        self.window.text(&self.say("Put it back as it was before…")).nth(0).click().await;
        self.window.heading(&self.say("Restore the previous version: review")).shown().await;
        let save = self.window.button(&self.words.say_with("Save the change in {0}", &["Harbour Practice"]));
        save.shown().await;
        self.look("put-back").await;
        save.click().await;
        self.window.heading(&self.say("The previous version was restored")).shown().await;
        self.press("Back to the client").await;
        self.window.text(AFTERWARDS).nth(0).shown().await;
    }

    /// What was mended may come back, with what the rules say of it.
    async fn put_back_what_was_mended(&self) {
        let org = self.org().await;
        let mut draft = self.command("start_edit", json!({ "org": org, "id": FAULTY })).await;
        draft["redirectUris"] = json!(["https://portal.harbour.example/signed-in"]);
        self.command("update_client", json!({ "org": org, "draft": draft, "confirmed": false })).await;
        self.open_by_id(FAULTY, "Visitor portal").await;
        self.part("History").await;
        self.window.text(&self.say("Put it back as it was before…")).nth(0).click().await;
        self.window.heading(&self.say("Restore the previous version: review")).shown().await;
        let said = "Genesys Cloud accepted these entries before, so they do not block the change.";
        self.window.text(&self.say(said)).shown().await;
        self.look("put-back-mended").await;
        self.window
            .button(&self.words.say_with("Save the change in {0}", &["Harbour Practice"]))
            .click()
            .await;
        self.window.heading(&self.say("The previous version was restored")).shown().await;
        self.press("Back to the client").await;
    }

    async fn copy_and_twin(&self) {
        self.open_by_id(OURS, NAME).await;
        self.press("Copy…").await;
        self.window.dialog("").shown().await;
        self.look("copy-dialog").await;
        self.press("Go on to the form").await;
        self.form("copy").await;
        self.open_by_id(IMPLICIT_ID, IMPLICIT).await;
        self.look("implicit").await;
        self.part("Redirect addresses and scopes").await;
        self.look("access").await;
        self.press("Make a PKCE twin…").await;
        self.form("twin").await;
        self.choose("Public deployment").await;
        self.window.field(&self.say("Name")).shown().await;
        self.look("twin-form").await;
        let wide = self.window.text("conversations:readonly").count().await;
        assert_eq!(wide, 0, "the framework needs its scopes");
        self.press("Next: check").await;
        self.window.heading(&self.say("Check before it is created")).shown().await;
        self.create().await;
        self.window.text(&self.say("The old client is still in use")).shown().await;
        self.window.text("usePKCEAuthFlow: true,").shown().await;
        self.look("after-twin").await;
        self.press("Done").await;
        self.window.heading(&self.say("Clients")).shown().await;
    }

    async fn delete_and_create_again(&self) {
        self.open_by_id(NOT_OURS, NAME).await;
        self.window.text(&self.say("You do not hold every role of this client")).shown().await;
        self.look("roles-not-held").await;
        self.open_by_id(OURS, NAME).await;
        self.window.text(AFTERWARDS).nth(0).shown().await;
        self.press("Delete…").await;
        self.type_into("Name of the client", NAME).await;
        self.press("Delete the client").await;
        self.window.heading(&self.say("Clients")).shown().await;
        self.press("Deleted clients").await;
        self.window.text(NAME).nth(0).shown().await;
        self.screen("Deleted clients", "deleted").await;
        self.window.text(&self.say("Create it again…")).nth(0).click().await;
        self.form("again").await;
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
    walk.put_back_what_was_mended().await;
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
