//! The calls of clients: of many at once, of one, before a secret is replaced or a client deleted; and applications of others.
use crate::place::Look;
use crate::walk::Walk;
use serde_json::json;

const NAME: &str = "Data actions";
/// Nobody has used it for long.
const OLD: &str = "Old campaign loader";

impl Walk {
    async fn survey(&self) {
        self.play(json!({ "usagePollsRunning": 3 })).await;
        self.press("Find out when they were last used").await;
        self.window.button(&self.say("Stop looking")).shown().await;
        self.look("survey").await;
        self.show_quiet().shown().await;
        self.window.text(&self.say("Last use")).nth(0).shown().await;
        self.look("survey-over").await;
        self.show_quiet().click().await;
        self.window.button(&self.say("Show all clients")).shown().await;
        self.look("without-a-call").await;
        self.press("Show all clients").await;
        self.window.text(NAME).nth(0).shown().await;
    }

    /// The button that shows the clients without a call, however many there are.
    fn show_quiet(&self) -> crate::place::Place<'_> {
        let words = self.say("{quiet, plural, one {Show the one} other {Show the #}}");
        let many = words.rsplit("other {").next().expect("a plural");
        self.window.text(many.split('#').next().expect("words before the number")).nth(0)
    }

    /// From the health check, where nobody has looked yet.
    async fn survey_from_health(&self) {
        self.go_to("Health check").await;
        self.window.button(&self.say("Find out when they were last used")).shown().await;
        self.look("health-before").await;
        self.press("Find out when they were last used").await;
        self.show_quiet().shown().await;
        self.look("health-after").await;
        self.window.text(&self.say("End of implicit grant")).click().await;
        self.show_quiet().shown().await;
        self.look("sunset-after").await;
        self.show_quiet().click().await;
        self.window.button(&self.say("Show all clients")).shown().await;
        self.window.text(OLD).nth(0).click().await;
        self.window.heading(OLD).shown().await;
        self.press("Delete…").await;
        self.window.text(&self.say("Somebody may use it all the same, though rarely.")).shown().await;
        self.look("delete-quiet").await;
        self.press("Cancel").await;
        self.play(json!({ "clientLimit": 17 })).await;
        self.go_to("Clients").await;
        self.look("nearly-full").await;
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

async fn last_use(language: &str, theme: &str) {
    let walk = Walk::begin("last-use", language, theme).await;
    walk.open_practice().await;
    walk.survey_from_health().await;
    walk.end();
}

#[tokio::test]
async fn last_use_in_english_light() {
    last_use("en", "light").await;
}

#[tokio::test]
async fn last_use_in_french_dark() {
    last_use("fr", "dark").await;
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
