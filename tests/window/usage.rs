//! The calls of clients: of many at once, of one, before a secret is replaced or a client deleted; and applications of others.
use crate::place::Look;
use crate::walk::Walk;
use serde_json::json;

const NAME: &str = "Data actions";

impl Walk {
    async fn survey(&self) {
        self.play(json!({ "usagePollsRunning": 0 })).await;
        self.press("Find out when they were last used").await;
        self.window.button(&self.say("Stop looking")).shown().await;
        self.look("survey").await;
        let end =
            self.say("{total, plural, one {# client was looked at.} other {# clients were looked at.}}");
        // The words of the catalogue have the number's place in them: the end of the sentence is enough.
        let words = end.rsplit("other {# ").next().expect("a plural").trim_end_matches('}').to_owned();
        self.window.text(words.trim_end_matches('}')).shown().await;
        self.look("survey-over").await;
    }

    async fn calls(&self) {
        self.window.text(NAME).nth(0).click().await;
        self.window.heading(NAME).shown().await;
        self.window.tab(&self.say("Usage")).click().await;
        self.window.heading(&self.say("What was called")).shown().await;
        self.look("calls").await;
        self.press("Show the days as a table").await;
        self.look("days").await;
        self.bottom("endpoints").await;
    }

    async fn waiting(&self) {
        self.play(json!({ "usagePollsRunning": 1000 })).await;
        self.press("Ask again").await;
        self.window.button(&self.say("Stop looking")).shown().await;
        self.look("waiting").await;
        self.press("Stop looking").await;
        // What was read before is there again.
        self.window.heading(&self.say("What was called")).shown().await;
        self.play(json!({ "usagePollsRunning": 0, "usageFails": true })).await;
        self.press("Ask again").await;
        self.window.text(&self.say("Genesys Cloud could not work out the calls")).shown().await;
        self.look("not-worked-out").await;
        self.play(json!({ "usagePollsRunning": 1, "usageFails": false })).await;
        self.press("Try again").await;
        self.window.heading(&self.say("What was called")).shown().await;
    }

    async fn before_a_change(&self) {
        self.window.tab(&self.say("Overview")).click().await;
        for (action, name) in
            [("New secret…", "new-secret"), ("Make inactive…", "inactive"), ("Delete…", "delete")]
        {
            self.press(action).await;
            self.window.text("Data actions (production flows)").shown().await;
            self.window.text("GET /api/v2/externalcontacts/reversewhitepageslookup").nth(0).shown().await;
            self.look(name).await;
            self.press("Cancel").await;
            self.window.text("Data actions (production flows)").gone().await;
        }
    }

    async fn applications(&self) {
        self.go_to("Clients").await;
        self.window.link(&self.say("Applications of other organizations")).click().await;
        self.window.text("Lantern Surveys").shown().await;
        self.screen("Applications of other organizations", "applications").await;
        self.bottom("applications-bottom").await;
        self.play(json!({ "withheldPermissions": ["oauth:client:authorize"] })).await;
        self.go_to("Clients").await;
        self.window.link(&self.say("Applications of other organizations")).click().await;
        self.window.text(&self.say("You do not have the permission for this")).shown().await;
        self.look("applications-not-permitted").await;
    }
}

async fn usage(language: &str, theme: &str) {
    let walk = Walk::begin("usage", language, theme).await;
    walk.open_practice().await;
    walk.survey().await;
    walk.calls().await;
    walk.waiting().await;
    walk.before_a_change().await;
    walk.applications().await;
    walk.end();
}

#[tokio::test]
async fn usage_in_english_light() {
    usage("en", "light").await;
}

#[tokio::test]
async fn usage_in_english_dark() {
    usage("en", "dark").await;
}

#[tokio::test]
async fn usage_in_french_light() {
    usage("fr", "light").await;
}

#[tokio::test]
async fn usage_in_french_dark() {
    usage("fr", "dark").await;
}
