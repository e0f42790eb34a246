//! A newcomer's three journeys through the real window, in both languages and both themes.
use crate::place::Look;
use crate::walk::Walk;

impl Walk {
    /// The end of the form and the preview: the same for every kind of client.
    async fn check_and_create(&self, name: &str) {
        self.press("Next: check").await;
        self.screen("Check before it is created", &format!("{name}-check")).await;
        self.press("Show the JSON").await;
        self.bottom(&format!("{name}-check-json")).await;
        self.create().await;
        self.window.text(&self.say("Read back: it is exactly as asked")).shown().await;
        self.screen("The client was created", &format!("{name}-created")).await;
        self.bottom(&format!("{name}-created-bottom")).await;
    }

    async fn first_screens(&self) {
        self.screen("OAuth clients for Genesys Cloud, without the guesswork", "welcome").await;
        self.open_practice().await;
        self.screen("Clients", "clients").await;
    }

    async fn help_me_choose(&self) {
        self.start_client().await;
        self.look("choose").await;
        self.press("Help me choose").await;
        self.choose("Nobody: a program works by itself").await;
        self.choose("On a server").await;
        self.choose("Read or change data of Genesys Cloud").await;
        self.window.button(&self.say("Use this")).shown().await;
        self.bottom("help-me-choose").await;
        self.press("Close the help").await;
    }

    async fn embeddable_framework(&self) {
        self.choose("Embeddable Framework").await;
        self.screen("Fill in the form", "embeddable-first-question").await;
        self.choose("Public deployment").await;
        self.type_into("Name", "CRM phone bar").await;
        self.look("embeddable-form").await;
        self.choose("Sign in through a window of its own").await;
        self.window.field(&self.words.say_with("Redirect address {number}", &["2"])).shown().await;
        self.look("embeddable-form-regions").await;
        self.bottom("embeddable-form-bottom").await;
        self.check_and_create("embeddable").await;
        self.press("Done").await;
        self.window.row("CRM phone bar").shown().await;
        self.screen("Clients", "clients-with-new").await;
    }

    async fn scim(&self) {
        self.start_client().await;
        self.choose("SCIM").await;
        self.type_into("Name", "Entra ID for France").await;
        self.look("scim-form").await;
        self.choose("All divisions, now and in future").await;
        self.bottom("scim-form-bottom").await;
        self.check_and_create("scim").await;
        self.press("Done").await;
        self.window
            .text(&self.say("Say where the secret went. After that it is shown nowhere again."))
            .shown()
            .await;
        self.look("scim-secret-not-placed").await;
        self.choose("Into a password manager").await;
        self.press("Done").await;
        self.window.row("Entra ID for France").shown().await;
    }

    async fn client_credentials(&self) {
        self.start_client().await;
        self.choose("Client credentials").await;
        self.type_into("Name", "Nightly statistics").await;
        self.press("Next: check").await;
        self.look("plain-form-errors").await;
        self.window.option("employee").click().await;
        self.look("plain-form").await;
        self.check_and_create("plain").await;
        self.choose("Into a password manager").await;
        self.press("Done").await;
        self.window.text("Nightly statistics").click().await;
        self.window.heading("Nightly statistics").shown().await;
        self.look("client-detail").await;
        self.bottom("client-detail-bottom").await;
    }

    async fn other_screens(&self) {
        self.go_to("Situations").await;
        self.screen("Situations to practise", "situations").await;
        self.bottom("situations-bottom").await;
        self.go_to("Settings").await;
        self.screen("Settings", "settings").await;
        self.bottom("settings-bottom").await;
    }
}

async fn tour(language: &str, theme: &str) {
    let walk = Walk::begin("tour", language, theme).await;
    walk.first_screens().await;
    walk.help_me_choose().await;
    walk.embeddable_framework().await;
    walk.scim().await;
    walk.client_credentials().await;
    walk.other_screens().await;
    walk.end();
}

#[tokio::test]
async fn tour_in_english_light() {
    tour("en", "light").await;
}

#[tokio::test]
async fn tour_in_english_dark() {
    tour("en", "dark").await;
}

#[tokio::test]
async fn tour_in_french_light() {
    tour("fr", "light").await;
}

#[tokio::test]
async fn tour_in_french_dark() {
    tour("fr", "dark").await;
}
