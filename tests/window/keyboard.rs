//! The whole main journey by keyboard alone, with the focus in sight at every stop.
use crate::driver::Window;
use crate::place::Look;
use crate::walk::Walk;
use serde_json::json;

/// More stops than any screen has.
const MOST_STOPS: usize = 150;

impl Window {
    /// Presses Tab until the focus is on something whose name holds `name`; every stop must show the focus.
    async fn tab_to(&self, name: &str) {
        const RING: &str = "
            const ring = (el) => { const style = getComputedStyle(el);
                return (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none'; };
            let el = document.activeElement;
            for (let up = 0; el && up < 4; up++, el = el.parentElement) if (ring(el)) return true;
            return false;";
        let mut stops = Vec::new();
        for _ in 0..MOST_STOPS {
            self.press(&["Tab"]).await;
            let seen = self.active().await;
            let said = format!("{} {}", seen.name, seen.text);
            if seen.role.is_empty() && seen.name.is_empty() {
                continue;
            }
            assert_eq!(self.js(RING, json!([])).await, true, "no focus in sight on {} {said:?}", seen.role);
            if said.contains(name) {
                return;
            }
            stops.push(said);
        }
        self.give_up(&format!("Tab never came to {name:?}, only to {stops:#?}")).await;
    }

    async fn type_here(&self, text: &str) {
        let keys: Vec<String> =
            text.chars().map(|c| if c == ' ' { "Space".into() } else { c.to_string() }).collect();
        self.press(&keys.iter().map(String::as_str).collect::<Vec<_>>()).await;
    }
}

#[tokio::test]
async fn by_keyboard_alone() {
    let walk = Walk::begin("keyboard", "en", "light").await;
    let window = &walk.window;
    window.button("Open the practice organization").shown().await;
    window.tab_to("Open the practice organization").await;
    window.press(&["Enter"]).await;
    window.heading("Clients").shown().await;
    window.row("Nightly").nth(0).shown().await;
    window.tab_to("Create a client").await;
    window.press(&["Enter"]).await;
    window.heading("What is the client for?").until("the heading has the focus", |h| h.focused).await;
    window.tab_to("Embeddable Framework").await;
    window.press(&["Enter"]).await;
    window.heading("Fill in the form").until("the heading has the focus", |h| h.focused).await;
    window.tab_to("Public deployment").await;
    window.press(&["Space"]).await;
    window.field("Name").shown().await;
    window.tab_to("Name").await;
    window.type_here("Keyboard only").await;
    window.tab_to("Sign in through a window of its own").await;
    window.press(&["Space"]).await;
    window.field("Redirect address 2").shown().await;
    window.tab_to("Redirect address 1").await;
    window.press(&["ArrowDown", "Enter"]).await;
    window.field("Redirect address 3").until("the new row has the focus", |row| row.focused).await;
    window.type_here("https://crm.example.com/phone").await;
    walk.look("third-address").await;
    window.tab_to("Next: check").await;
    window.press(&["Enter"]).await;
    window.heading("Check before it is created").until("the heading has the focus", |h| h.focused).await;
    window.tab_to("Create in").await;
    window.press(&["Enter"]).await;
    window.heading("The client was created").until("the heading has the focus", |h| h.focused).await;
    window.tab_to("Done").await;
    window.press(&["Enter"]).await;
    window.row("Keyboard only").shown().await;
    walk.end();
}

/// Ctrl and plus make the text larger, Ctrl and zero give it back; the page knows by how little fits into its width.
#[tokio::test]
async fn text_grows_by_keyboard() {
    const BECOMES: &str = "
        const [wide, narrow] = arguments;
        const begun = Date.now();
        return new Promise((done) => {
            const look = () => (wide >= innerWidth && innerWidth >= narrow) || Date.now() - begun > 9000
                ? done(innerWidth) : setTimeout(look, 50);
            look();
        });";
    let window = Window::open(crate::driver::Options::default()).await;
    window.button("Open the practice organization").shown().await;
    let becomes = async |wide: u32, narrow: u32| {
        let width = window.js(BECOMES, json!([wide, narrow])).await.as_u64().expect("a width");
        assert!((u64::from(narrow)..=u64::from(wide)).contains(&width), "{width} is not {narrow} to {wide}");
    };
    becomes(1180, 1180).await;
    window.press(&["Control+=", "Control+="]).await;
    becomes(900, 800).await;
    window.screenshot("en-light/zoom/larger").await;
    window.press(&["Control+0"]).await;
    becomes(1180, 1180).await;
}
