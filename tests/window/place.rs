//! Places on the page as a person names them: `window.group("Roles").button("Add")`. Nothing is looked up before
//! it is used, and every use waits until the page is ready for it.
use crate::driver::{PATIENCE, POLL, Window};
use reqwest::Method;
use serde::Deserialize;
use serde_json::{Value, json};
use std::fmt;
use std::time::Instant;
use tokio::time::sleep;

const PAGE: &str = include_str!("page.js");

/// Brings an element out from under what sticks to the edges, and waits until it stays where it is: a finding that
/// appears above it moves it away from the hand.
const STILL: &str = "
    const [el] = arguments;
    const pause = (ms) => new Promise((done) => setTimeout(done, ms));
    const place = () => { const { x, y } = el.getBoundingClientRect(); return `${x} ${y}`; };
    return (async () => {
      for (let tries = 0, before = ''; tries < 40 && before !== place(); tries++) {
        el.scrollIntoView({ block: 'center' });
        before = place();
        await pause(150);
      }
    })();";

#[derive(Clone, serde::Serialize)]
struct Step {
    role: &'static str,
    name: String,
    nth: Option<usize>,
}

/// Something on the page, by the steps that lead to it.
#[derive(Clone)]
pub(crate) struct Place<'w> {
    window: &'w Window,
    steps: Vec<Step>,
}

/// What the page says of one element.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct Seen {
    element: Value,
    handle: Value,
    pub role: String,
    pub name: String,
    /// Help and error texts that are tied to it.
    pub description: String,
    pub text: String,
    pub value: Option<Value>,
    pub enabled: bool,
    pub invalid: bool,
    /// Checked, selected or pressed.
    pub chosen: bool,
    pub expanded: bool,
    pub focused: bool,
}

macro_rules! places {
    ($($method:ident $role:literal $what:literal,)*) => {
        /// Where to look: the whole window, or inside a place.
        pub(crate) trait Look {
            fn inside(&self, role: &'static str, name: &str) -> Place<'_>;
            $(#[doc = $what] fn $method(&self, name: &str) -> Place<'_> { self.inside($role, name) })*
        }
    };
}

places! {
    button "button" "A button.",
    link "link" "A link.",
    heading "heading" "A heading of any level.",
    field "field" "Anything that is typed into.",
    checkbox "checkbox" "A check box.",
    radio "radio" "One choice of several.",
    switch "switch" "A switch.",
    option "option" "An entry of a list to choose from.",
    tab "tab" "A tab.",
    row "row" "A row of a table, by any part of what it says.",
    group "group" "A named group of fields.",
    radiogroup "radiogroup" "A named set of choices.",
    dialog "dialog" "A dialog.",
    region "region" "A named part of the page.",
    navigation "navigation" "A set of links.",
    status "status" "A message read out when convenient, by any part of it.",
    alert "alert" "A message read out at once, by any part of it.",
    text "text" "Words on the page: the innermost element that holds all of them.",
}

impl Look for Window {
    fn inside(&self, role: &'static str, name: &str) -> Place<'_> {
        Place { window: self, steps: vec![Step { role, name: name.to_owned(), nth: None }] }
    }
}

impl Look for Place<'_> {
    fn inside(&self, role: &'static str, name: &str) -> Place<'_> {
        let mut place = self.clone();
        place.steps.push(Step { role, name: name.to_owned(), nth: None });
        place
    }
}

impl Window {
    /// What has the focus.
    pub(crate) async fn active(&self) -> Seen {
        self.describe(json!([null])).await
    }

    /// Asks the page; again when it replaced an element between finding it and telling of it.
    async fn describe<T: serde::de::DeserializeOwned>(&self, args: Value) -> T {
        let end = Instant::now() + PATIENCE;
        loop {
            match self.try_js(PAGE, args.clone()).await {
                Ok(seen) => return serde_json::from_value(seen).expect("page.js describes what it finds"),
                Err(why) if why.contains("stale element") && Instant::now() < end => sleep(POLL).await,
                Err(why) => panic!("page.js failed: {why}"),
            }
        }
    }

    /// Pastes where the focus is, with whatever the page makes of it.
    pub(crate) async fn paste(&self, text: &str) {
        const PASTE: &str = "
            const clipboardData = new DataTransfer();
            clipboardData.setData('text/plain', arguments[0]);
            const paste = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
            if (document.activeElement.dispatchEvent(paste)) document.execCommand('insertText', false, arguments[0]);";
        self.js(PASTE, json!([text])).await;
    }
}

impl Place<'_> {
    /// The same place, when several fit: counted from 0.
    pub(crate) fn nth(mut self, nth: usize) -> Self {
        if let Some(step) = self.steps.last_mut() {
            step.nth = Some(nth);
        }
        self
    }

    /// How many fit now, without waiting.
    pub(crate) async fn count(&self) -> usize {
        self.look().await.len()
    }

    /// Waits until it is there, and says what it is like.
    pub(crate) async fn shown(&self) -> Seen {
        self.wait("is not there", |seen| !seen.is_empty()).await.swap_remove(0)
    }

    /// Waits until it is not there.
    pub(crate) async fn gone(&self) {
        self.wait("is still there", <[Seen]>::is_empty).await;
    }

    /// Waits until it is there and `fits`; `what` says what was hoped for when it never does.
    pub(crate) async fn until(&self, what: &str, fits: impl Fn(&Seen) -> bool) -> Seen {
        self.wait(&format!("never became so: {what}"), |seen| seen.first().is_some_and(&fits))
            .await
            .swap_remove(0)
    }

    /// Clicks it, once it is the only one that fits and can be used.
    pub(crate) async fn click(&self) {
        self.act("cannot be clicked", "click", json!({}), |seen| &seen.handle).await;
    }

    /// Types at the end of what is in it.
    pub(crate) async fn type_text(&self, text: &str) {
        self.act("cannot be typed into", "value", json!({ "text": text }), |seen| &seen.element).await;
    }

    /// Types in place of what is in it.
    pub(crate) async fn fill(&self, text: &str) {
        self.click().await;
        self.window.press(&["Control+a", "Delete"]).await;
        self.type_text(text).await;
    }

    async fn look(&self) -> Vec<Seen> {
        self.window.describe(json!([self.steps])).await
    }

    async fn wait(&self, else_say: &str, enough: impl Fn(&[Seen]) -> bool) -> Vec<Seen> {
        let end = Instant::now() + PATIENCE;
        loop {
            let seen = self.look().await;
            if enough(&seen) {
                return seen;
            }
            if Instant::now() > end {
                self.window.give_up(&format!("{self} {else_say}; found: {seen:#?}")).await;
            }
            sleep(POLL).await;
        }
    }

    /// Elements are replaced and covered while a page draws itself, so a refusal counts only when patience ends.
    async fn act(&self, else_say: &str, command: &str, body: Value, part: impl Fn(&Seen) -> &Value) {
        let end = Instant::now() + PATIENCE;
        loop {
            let seen = self.wait(else_say, |seen| seen.len() == 1 && seen[0].enabled).await;
            let id = part(&seen[0]).as_object().and_then(|ids| ids.values().next()).and_then(Value::as_str);
            let path = format!("/element/{}/{command}", id.expect("an element's id"));
            let still = self.window.try_js(STILL, json!([part(&seen[0])])).await;
            let done = match still {
                Ok(_) => self.window.call(Method::POST, &path, body.clone()).await,
                Err(replaced) => Err(replaced),
            };
            match done {
                Ok(_) => return,
                Err(why) if Instant::now() > end => {
                    self.window.give_up(&format!("{self} {else_say}: {why}")).await
                }
                Err(_) => sleep(POLL).await,
            }
        }
    }
}

impl fmt::Display for Place<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (depth, step) in self.steps.iter().enumerate() {
            let arrow = if depth == 0 { "" } else { " > " };
            write!(f, "{arrow}{} {:?}", step.role, step.name)?;
            if let Some(nth) = step.nth {
                write!(f, " number {nth}")?;
            }
        }
        Ok(())
    }
}
