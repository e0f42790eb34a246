//! The health check: findings by kind, one acknowledged and taken back, one mended, the end of implicit grant, a report.
use crate::place::Look;
use crate::walk::Walk;
use serde_json::json;

impl Walk {
    /// Unfolds the findings of a kind.
    async fn unfold(&self, kind: &str) {
        let unfolded = self.window.js(UNFOLD, json!([self.say(kind)])).await;
        assert_eq!(unfolded, json!(true), "{kind}");
    }

    async fn look_through(&self) {
        self.go_to("Health check").await;
        self.window.button(&self.say("Check again")).shown().await;
        self.look("kinds").await;
        self.unfold("Address with a part after #").await;
        self.unfold("Implicit grant").await;
        self.look("unfolded").await;
        self.bottom("report").await;
    }

    async fn acknowledge(&self) {
        self.unfold("Address without encryption").await;
        self.window.text("Lobby kiosk").nth(0).shown().await;
        self.press_in("Address without encryption", "Lobby kiosk", "Acknowledge…").await;
        self.window.field(&self.say("Why may it stay?")).fill("Only in our own network").await;
        self.look("acknowledge").await;
        self.press("Acknowledge").await;
        self.window.field(&self.say("Why may it stay?")).gone().await;
        self.bottom("acknowledged").await;
    }

    async fn press_in(&self, kind: &str, client: &str, button: &str) {
        let found = self.window.js(PRESS_IN, json!([self.say(kind), client, self.say(button)])).await;
        assert_eq!(found, json!(true), "{kind}, {client}: {button}");
    }

    async fn mend(&self) {
        self.unfold("SCIM: tokens live for one day").await;
        self.press_in("SCIM: tokens live for one day", "Okta provisioning (pilot)", "Prepare the change…")
            .await;
        self.window.button(&self.say("Next: check")).shown().await;
        self.look("prepared").await;
        self.press("Next: check").await;
        self.screen("Check before it is saved", "check").await;
    }

    async fn sunset(&self) {
        self.go_to("Health check").await;
        self.window.text(&self.say("End of implicit grant")).click().await;
        self.window.row("CRM softphone").shown().await;
        self.look("sunset").await;
    }

    async fn report(&self) {
        self.window.text(&self.say("Findings")).nth(0).click().await;
        self.press("Page to print or send (HTML)").await;
        self.window.button(&self.say("Copy path of the file")).shown().await;
        self.bottom("saved").await;
    }

    async fn on_the_client(&self) {
        self.go_to("Clients").await;
        self.window.text("Visitor portal").nth(0).click().await;
        self.window.heading("Visitor portal").shown().await;
        self.window.text(&self.say("Findings")).nth(0).click().await;
        self.window.heading(&self.say("Address with *")).shown().await;
        self.look("client").await;
    }
}

/// Unfolds a kind of findings among others with the same words elsewhere on the page.
const UNFOLD: &str = "
    const buttons = [...document.querySelectorAll('.health__group button[aria-expanded=false]')];
    const button = buttons.find((one) => one.textContent.includes(arguments[0]));
    button?.scrollIntoView({ block: 'center' });
    button?.click();
    return button !== undefined;";

/// A button of the finding of a kind on one client.
const PRESS_IN: &str = "
    const [kind, client, words] = arguments;
    const group = [...document.querySelectorAll('.health__group')].find((one) => one.textContent.includes(kind));
    const card = [...(group?.querySelectorAll('.finding-card') ?? [])].find((one) => one.textContent.includes(client));
    const button = [...(card?.querySelectorAll('button') ?? [])].find((one) => one.textContent === words);
    button?.scrollIntoView({ block: 'center' });
    button?.click();
    return button !== undefined;";

async fn health(language: &str, theme: &str) {
    let walk = Walk::begin("health", language, theme).await;
    walk.open_practice().await;
    walk.look_through().await;
    walk.acknowledge().await;
    walk.mend().await;
    walk.sunset().await;
    walk.report().await;
    walk.on_the_client().await;
    walk.end();
}

#[tokio::test]
async fn health_in_english_light() {
    health("en", "light").await;
}

#[tokio::test]
async fn health_in_french_dark() {
    health("fr", "dark").await;
}
