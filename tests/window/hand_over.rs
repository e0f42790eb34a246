//! Handing a client over: tested, sealed into a file and opened again, its files, and a secret that is wrong.
use crate::place::{Look, Seen};
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
        self.window.text(&self.say("The token opens it: groups may be read.")).shown().await;
        self.look("works").await;
    }

    /// The token that the identity system wants, and a reminder of its end.
    async fn fetch_token(&self) {
        self.press("Fetch a token").await;
        self.window.button(&self.say("Reveal the access token")).shown().await;
        self.press("Save a reminder for the calendar").await;
        self.window.text(".ics").shown().await;
        self.look("token").await;
        self.press("It is in its place").await;
        self.window.button(&self.say("Fetch a token")).shown().await;
    }

    /// Seals the secret that waits; gives the text of the file and its passphrase.
    async fn seal(&self) -> (String, String) {
        self.press("Sealed file…").await;
        self.press("Make a passphrase").await;
        let typed = |seen: &Seen| seen.value.as_ref().and_then(|value| value.as_str().map(str::to_owned));
        let field = self.window.field(&self.say("Passphrase"));
        let made =
            field.until("has a passphrase", |seen| typed(seen).is_some_and(|text| text.len() == 29)).await;
        let passphrase = typed(&made).expect("a passphrase");
        let note = format!("{} {}", self.say("A word to the receiver"), self.say("(optional)"));
        self.window.field(&note).type_text("For the pilot in France.").await;
        self.look("seal").await;
        self.press("Save the sealed file").await;
        self.window.text("entra_id_for_france-").shown().await;
        self.look("sealed").await;
        self.window.press(&["Escape"]).await;
        let file = self.window.data().join(format!("exports/{}.age", self.stem()));
        (std::fs::read_to_string(file).expect("a sealed file"), passphrase)
    }

    /// The name of the client's files, which has a piece of its ID in it.
    fn stem(&self) -> String {
        let files = std::fs::read_dir(self.window.data().join("exports")).expect("a folder").flatten();
        let mut names = files.map(|file| file.file_name().to_string_lossy().into_owned());
        let sealed = names.find_map(|name| name.strip_suffix(".age").map(str::to_owned));
        sealed.filter(|stem| stem.starts_with("entra_id_for_france-")).expect("a sealed file")
    }

    async fn say_where_it_went(&self) {
        self.choose("To the person who asked for it").await;
        self.press("Done").await;
        self.window.row(NAME).shown().await;
    }

    /// As the receiver does.
    async fn open_sealed(&self, text: &str, passphrase: &str) {
        self.go_to("Open a sealed file").await;
        self.window.heading(&self.say("Open a sealed file")).shown().await;
        self.look("receive").await;
        self.window.field(&self.say("Or paste its text")).click().await;
        self.window.paste(text).await;
        self.press("Open").await;
        self.type_into("Passphrase", "not this one at all").await;
        self.press("Open").await;
        self.window.text(&self.say("This is not the passphrase of the file")).shown().await;
        self.look("wrong-passphrase").await;
        self.window.field(&self.say("Passphrase")).fill(passphrase).await;
        self.press("Open").await;
        self.window.text("For the pilot in France.").shown().await;
        self.look("opened").await;
        self.press("Close and let go of the secret").await;
        self.window.button(&self.say("Show my public key")).shown().await;
        self.go_to("Clients").await;
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
        self.window.button(&self.words.say_with("Save {stem}.{ending}", &[&self.stem(), "tf"])).click().await;
        self.window.text(&self.say("The file was saved:")).shown().await;
        self.bottom("terraform").await;
        let saved = self.window.data().join(format!("exports/{}.tf", self.stem()));
        assert!(std::fs::read_to_string(saved).expect("a file").contains("CLIENT-CREDENTIALS"));
    }

    async fn test_with_a_wrong_secret(&self) {
        let card = self.window.region(&self.say("Test the client"));
        card.field(&self.say("Client secret")).type_text("copied only in part").await;
        self.press("Test now").await;
        self.window.text(&self.say("The client gets no token with this secret")).shown().await;
        self.look("wrong-secret").await;
    }

    /// What was done with the client stands in the history, and asks nothing of anybody.
    async fn look_at_history(&self) {
        self.go_to("History").await;
        self.window.text(&self.say("Did not work")).shown().await;
        self.look("history").await;
        self.window.text(&self.say("Seal a client into a file")).click().await;
        let says = self.say("The client was saved with its secret in a sealed file.");
        self.window.text(&says).shown().await;
        self.look("history-entry").await;
        self.window.press(&["Escape"]).await;
    }
}

async fn hand_over(language: &str, theme: &str) {
    let walk = Walk::begin("hand-over", language, theme).await;
    walk.open_practice().await;
    walk.create_and_test().await;
    walk.fetch_token().await;
    let (text, passphrase) = walk.seal().await;
    walk.say_where_it_went().await;
    walk.open_sealed(&text, &passphrase).await;
    walk.look_at_files().await;
    walk.test_with_a_wrong_secret().await;
    walk.look_at_history().await;
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
