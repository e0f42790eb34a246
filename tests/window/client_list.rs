//! The list of clients with ten thousand of them: search, filter, sort, select, save a view, export, by keyboard too.
use crate::driver::POLL;
use crate::place::Look;
use crate::walk::Walk;
use serde_json::{Value, json};

/// Presses keys in the search field or the grid and says how long each took until the page was laid out again.
const TYPE: &str = "
    const input = document.querySelector('search input');
    const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set;
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    const status = () => document.querySelector('[role=rowheader]')?.textContent;
    return (async () => {
      const times = [];
      for (const text of ['agent', 'wall', 'softphone', 'nightly', 'data', 'kunden', 'ruckruf', 'senales', 'lobby', 'telephonie']) {
        const before = status();
        const begin = performance.now();
        set.call(input, text);
        input.dispatchEvent(new Event('input', { bubbles: true }));
        while (status() === before && performance.now() - begin < 2000) await new Promise((done) => setTimeout(done, 0));
        document.body.getBoundingClientRect();
        times.push(performance.now() - begin);
        await frame();
      }
      return times;
    })();";

/// Scrolls through the grid and says how long each frame took.
const SCROLL: &str = "
    const grid = document.querySelector('[role=grid]');
    return (async () => {
      const times = [];
      let last = await new Promise(requestAnimationFrame);
      for (let step = 0; step < 30; step++) {
        grid.scrollTop += 90;
        const now = await new Promise(requestAnimationFrame);
        times.push(now - last);
        last = now;
      }
      grid.scrollTop = 0;
      return times;
    })();";

/// Two minutes.
const MOST_POLLS: u32 = 4_000;

fn percentile(times: &Value, part: f64) -> f64 {
    let mut times: Vec<f64> = times.as_array().expect("times").iter().filter_map(Value::as_f64).collect();
    times.sort_by(f64::total_cmp);
    times[((times.len() - 1) as f64 * part).round() as usize]
}

impl Walk {
    async fn crowded(&self, crowd: u32) {
        self.open_practice().await;
        self.go_to("Settings").await;
        self.window.heading(&self.say("Settings")).shown().await;
        self.play(json!({ "crowd": crowd })).await;
        // The list is read anew when its screen comes up. Built without optimisation that takes a while.
        self.go_to("Clients").await;
        let crowded = format!("return Number(document.querySelector('[role=grid]')?.ariaRowCount) > {crowd}");
        for _ in 0..MOST_POLLS {
            if self.window.js(&crowded, json!([])).await == true {
                return;
            }
            tokio::time::sleep(POLL).await;
        }
    }

    async fn look_around(&self) {
        self.window.text("Agent assist").nth(0).shown().await;
        self.look("ten-thousand").await;
        let typed = self.window.js(TYPE, json!([])).await;
        println!(
            "keystroke to layout, ms: p50 {:.1}, p95 {:.1}",
            percentile(&typed, 0.5),
            percentile(&typed, 0.95)
        );
        self.window.text("Téléphonie").nth(0).shown().await;
        self.look("search").await;
        self.press("Show all clients").await;
        let scrolled = self.window.js(SCROLL, json!([])).await;
        println!(
            "scroll frame, ms: p50 {:.1}, p95 {:.1}",
            percentile(&scrolled, 0.5),
            percentile(&scrolled, 0.95)
        );
        self.press("Grant type").await;
        self.look("filter").await;
        self.choose("Implicit (browser)").await;
        self.window.press(&["Escape"]).await;
        self.look("implicit").await;
    }

    async fn save_and_export(&self) {
        self.press("Views").await;
        self.choose("Save this view…").await;
        self.type_into("Name of the view", "Sunset").await;
        self.look("save-view").await;
        self.press("Save").await;
        self.window.dialog("").gone().await;
        self.window.js("document.querySelector('[role=grid]').focus()", json!([])).await;
        self.window.press(&["ArrowDown", "Space", "Shift+ArrowDown", "Shift+ArrowDown", "End", "Home"]).await;
        self.look("selected").await;
        self.press("Export the selected…").await;
        self.look("export").await;
        self.press("Save the file").await;
        self.window.status("latchkey-clients").shown().await;
        self.look("exported").await;
        self.window.press(&["Escape"]).await;
        self.window.js("document.querySelector('[role=grid]').focus()", json!([])).await;
        self.window.press(&["Control+a", "Escape", "End"]).await;
        // The last rows are asked for when one comes to them.
        self.window.text("Workforce import").nth(0).shown().await;
        self.window.press(&["Enter"]).await;
        self.window.heading(&self.say("Clients")).gone().await;
    }
}

async fn ten_thousand(language: &str, theme: &str) {
    let walk = Walk::begin("client-list", language, theme).await;
    walk.crowded(10_000).await;
    walk.look_around().await;
    walk.save_and_export().await;
    walk.end();
}

#[tokio::test]
async fn ten_thousand_in_english_light() {
    ten_thousand("en", "light").await;
}

#[tokio::test]
async fn ten_thousand_in_french_dark() {
    ten_thousand("fr", "dark").await;
}
