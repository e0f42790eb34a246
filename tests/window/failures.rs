//! Every failure has its screen, and nothing typed is lost.
use crate::place::Look;
use crate::walk::Walk;
use serde_json::{Value, json};

const CLIENTS: &str = "/api/v2/oauth/clients";

fn fault(kind: Value, method: &str) -> Value {
    json!({ "fault": { "kind": kind, "method": method, "path": CLIENTS, "times": null } })
}

/// What the practice organization plays when a client is created, and the heading that says so.
fn at_create() -> Vec<(&'static str, Value, &'static str)> {
    vec![
        (
            "permission-missing",
            json!({ "withheldPermissions": ["oauth:client:add"] }),
            "You do not have the permission for this",
        ),
        (
            "scope-unknown",
            json!({ "unknownScopes": ["user-basic-info"] }),
            "The organization does not know one of the scopes",
        ),
        (
            "too-many-clients",
            json!({ "clientLimit": 1 }),
            "The organization has as many clients as it may have",
        ),
        ("answer-lost", fault(json!("serverGone"), "POST"), "The answer was lost on the way"),
    ]
}

/// The same while the list is read.
fn at_list() -> Vec<(&'static str, Value, &'static str)> {
    vec![
        ("unreachable", fault(json!("serverGone"), "GET"), "Genesys Cloud cannot be reached"),
        ("unreadable", fault(json!("unreadable"), "GET"), "The answer does not come from Genesys Cloud"),
        ("server-trouble", fault(json!("serverError"), "GET"), "Genesys Cloud has a problem"),
    ]
}

impl Walk {
    async fn failures_at_create(&self) {
        self.start_client().await;
        self.choose("Authorization code / PKCE").await;
        self.type_into("Name", "Partner portal").await;
        let address = self.words.say_with("Redirect address {number}", &["1"]);
        self.window.field(&address).type_text("https://portal.example.com/callback").await;
        for (name, change, heading) in at_create() {
            self.press("Next: check").await;
            self.window.heading(&self.say("Check before it is created")).shown().await;
            self.play(change).await;
            self.create().await;
            self.window.text(&self.say(heading)).shown().await;
            self.look(name).await;
            self.play(json!({})).await;
            self.press("Back to the form").await;
            self.window.field(&self.say("Name")).until("what was typed", typed("Partner portal")).await;
            self.window.field(&address).until("typed", typed("https://portal.example.com/callback")).await;
        }
        self.press("Next: check").await;
        self.create().await;
        self.window.heading(&self.say("The client was created")).shown().await;
        self.choose("To the person who asked for it").await;
        self.press("Done").await;
        self.window.row("Partner portal").shown().await;
    }

    async fn failures_at_list(&self) {
        for (name, change, heading) in at_list() {
            self.go_to("Settings").await;
            self.play(change).await;
            self.go_to("Clients").await;
            self.window.text(&self.say(heading)).shown().await;
            self.look(name).await;
            self.play(json!({})).await;
            self.press("Try again").await;
            self.window.row("Partner portal").shown().await;
        }
    }

    /// The way in which `framework.js` signs in that is chosen, and the one that is offered first.
    async fn signs_in_by(&self, words: &str, grant_type: &str) {
        const FIRST: &str = "
            const ways = [...document.querySelectorAll('.grant-types input[type=radio]')];
            return [ways[0].value, ways.find((way) => way.checked).value];";
        self.window.text(&self.say(words)).nth(0).shown().await;
        assert_eq!(self.window.js(FIRST, json!([])).await, json!([grant_type, grant_type]));
    }

    /// Refused, switched with one press, everything kept; and from then on offered first.
    async fn implicit_refused(&self) {
        self.play(json!({ "refuseImplicit": true })).await;
        self.start_client().await;
        self.choose("Embeddable Framework").await;
        self.choose("Public deployment").await;
        self.type_into("Name", "CRM phone bar").await;
        self.signs_in_by("With implicit grant", "implicit").await;
        self.press("Ask the developers").await;
        self.look("framework-sign-in").await;
        self.bottom("framework-form-bottom").await;
        self.press("Next: check").await;
        self.create().await;
        self.window.text(&self.say("The organization refuses this grant type")).shown().await;
        self.look("implicit-refused").await;
        self.press("Back to the form").await;
        self.window.field(&self.say("Name")).until("what was typed", typed("CRM phone bar")).await;
        self.look("implicit-refused-form").await;
        self.press("Next: check").await;
        self.create().await;
        self.window.button(&self.say("Switch to authorization code + PKCE")).nth(0).click().await;
        self.window.text("CRM phone bar").nth(0).shown().await;
        self.window.text("https://apps.mypurecloud.de/crm/index.html").nth(0).shown().await;
        self.create().await;
        self.window.heading(&self.say("The client was created")).shown().await;
        self.window.text("usePKCEAuthFlow: true,").shown().await;
        self.bottom("embeddable-pkce-created").await;
        self.press("Done").await;
        self.window.row("CRM phone bar").shown().await;
        self.start_client().await;
        self.choose("Embeddable Framework").await;
        self.choose("Public deployment").await;
        self.signs_in_by("With authorization code + PKCE", "authorizationCode").await;
        self.look("framework-pkce-first").await;
        self.go_to("Clients").await;
    }

    async fn late_and_hipaa(&self) {
        self.go_to("Clients").await;
        self.play(json!({ "hipaa": true, "readsBeforeVisible": 6 })).await;
        self.start_client().await;
        self.choose("SAML2 bearer").await;
        self.type_into("Name", "Intranet").await;
        self.bottom("hipaa-form").await;
        self.press("Next: check").await;
        self.create().await;
        self.window.text(&self.say("It cannot be read back yet")).shown().await;
        self.look("not-visible-yet").await;
        self.press("Read again").await;
        self.window.text(&self.say("Read back: it is exactly as asked")).shown().await;
        self.choose("Into a password manager").await;
        self.press("Done").await;
        self.window.row("Intranet").nth(0).shown().await;
    }

    /// The last: nothing is asked before its time is up.
    async fn rate_limited(&self) {
        self.go_to("Settings").await;
        self.play(fault(json!({ "rateLimited": { "retryAfterSeconds": 120 } }), "GET")).await;
        self.go_to("Clients").await;
        self.window.text(&self.say("Too many requests for the moment")).shown().await;
        self.look("rate-limited").await;
    }
}

/// A field that still holds what was typed.
fn typed(text: &'static str) -> impl Fn(&crate::place::Seen) -> bool {
    move |seen| seen.value.as_ref().is_some_and(|value| value == text)
}

async fn failures(language: &str, theme: &str) {
    let walk = Walk::begin("failures", language, theme).await;
    walk.open_practice().await;
    walk.failures_at_create().await;
    walk.failures_at_list().await;
    walk.implicit_refused().await;
    walk.late_and_hipaa().await;
    walk.rate_limited().await;
    walk.end();
}

#[tokio::test]
async fn failures_in_english_light() {
    failures("en", "light").await;
}

#[tokio::test]
async fn failures_in_english_dark() {
    failures("en", "dark").await;
}

#[tokio::test]
async fn failures_in_french_light() {
    failures("fr", "light").await;
}

#[tokio::test]
async fn failures_in_french_dark() {
    failures("fr", "dark").await;
}
