//! A client for SCIM: with a role of the organization's own, with a role that is missing, and with one that is not held.

use crate::place::Look;
use crate::walk::Walk;
use serde_json::json;

const OWN: &str = "Joiners and Leavers";

impl Walk {
    /// `unfinished`: the one before was left, and is offered to be continued.
    async fn begin_scim(&self, name: &str, unfinished: bool) {
        self.go_to("Clients").await;
        self.start_client().await;
        self.window.text(&self.say("SCIM")).nth(usize::from(unfinished)).click().await;
        // What was typed before is kept.
        if !unfinished {
            self.type_into("Name", name).await;
        }
    }

    async fn own_role(&self) {
        self.begin_scim("Entra ID", false).await;
        self.window.text(OWN).nth(0).shown().await;
        self.bottom("own-role-offered").await;
        self.window.text(OWN).nth(0).click().await;
        self.press("Next: check").await;
        self.create().await;
        self.window.text(&self.say("Read back: it is exactly as asked")).shown().await;
        self.look("own-role-created").await;
        self.choose("Into a password manager").await;
        self.press("Done").await;
    }

    /// Somebody has added a permission to the role itself.
    async fn changed_role(&self) {
        self.play(json!({ "scimRole": "extended" })).await;
        self.begin_scim("Okta", false).await;
        self.window.text("routing:queue:view").nth(0).shown().await;
        self.bottom("role-changed").await;
    }

    async fn missing_role(&self) {
        self.play(json!({ "scimRole": "missing", "withheldPermissions": ["authorization:role:edit"] })).await;
        self.begin_scim("Okta", true).await;
        self.window.text(&self.say("A role is missing in this organization")).shown().await;
        self.window.button(&self.say("Copy the sentence")).shown().await;
        self.bottom("restore-forbidden").await;
        self.play(json!({ "scimRole": "missing" })).await;
        self.begin_scim("Okta", true).await;
        self.press("Restore default roles…").await;
        self.window.button(&self.say("Restore default roles")).shown().await;
        self.look("restore-preview").await;
        self.press("Restore default roles").await;
    }

    async fn role_not_held(&self) {
        self.window.text(&self.say("You need the role first")).shown().await;
        self.bottom("role-not-held").await;
        self.press("Give it to myself…").await;
        self.window.button(&self.say("Give me the role")).shown().await;
        self.look("give-role").await;
        self.press("Give me the role").await;
        self.window.button(&self.say("Take it back…")).shown().await;
        self.bottom("role-given").await;
    }
}

async fn scim(language: &str, theme: &str) {
    let walk = Walk::begin("scim", language, theme).await;
    walk.open_practice().await;
    walk.own_role().await;
    walk.changed_role().await;
    walk.missing_role().await;
    walk.role_not_held().await;
    walk.end();
}

#[tokio::test]
async fn scim_in_english_light() {
    scim("en", "light").await;
}

#[tokio::test]
async fn scim_in_french_dark() {
    scim("fr", "dark").await;
}
