//! Handing a client over: tested with the secret that waits, then its files, and a secret that is wrong.
use crate::place::Look;
use crate::walk::Walk;

const NAME: &str = "Entra ID for France";

impl Walk {
    async fn create_and_test(&self) {
        self.start_client().await;
        self.choose("SCIM").await;
        self.type_into("Name", NAME).await;
        self.press("Next: check").await;
        self.create().await;
        self.window.heading(&self.say("The client was created")).shown().await;
        self.press("Test now").await;
        self.window.text(&self.say("The client works")).shown().await;
        self.window.text(&self.say("The token opens it: a group could be read.")).shown().await;
        self.look("works").await;
        self.choose("Into a password manager").await;
        self.press("Done").await;
    }

    async fn look_at_files(&self) {
        self.window.row(NAME).click().await;
        self.window.tab(&self.say("Hand over")).click().await;
        self.window.text("GENESYSCLOUD_OAUTHCLIENT_SECRET=").shown().await;
        self.look("addresses").await;
        let shown = format!("{} {}", self.say("Environment variables (.env)"), self.say("Form"));
        self.window.button(&shown).click().await;
        self.window.option(&self.say("Terraform (CX as Code)")).click().await;
        self.window.text("import {").shown().await;
        self.window
            .button(&self.words.say_with("Save {stem}.{ending}", &["entra_id_for_france", "tf"]))
            .click()
            .await;
        self.window.text(&self.say("The file was saved:")).shown().await;
        self.bottom("terraform").await;
        let saved = self.window.data().join("exports/entra_id_for_france.tf");
        assert!(std::fs::read_to_string(saved).expect("a file").contains("CLIENT-CREDENTIALS"));
    }

    async fn test_with_a_wrong_secret(&self) {
        self.type_into("Client secret", "copied only in part").await;
        self.press("Test now").await;
        self.window.text(&self.say("The client gets no token with this secret")).shown().await;
        self.look("wrong-secret").await;
    }
}

async fn hand_over(language: &str, theme: &str) {
    let walk = Walk::begin("hand-over", language, theme).await;
    walk.open_practice().await;
    walk.create_and_test().await;
    walk.look_at_files().await;
    walk.test_with_a_wrong_secret().await;
    walk.end();
}

#[tokio::test]
async fn hand_over_in_english_light() {
    hand_over("en", "light").await;
}

#[tokio::test]
async fn hand_over_in_french_dark() {
    hand_over("fr", "dark").await;
}
