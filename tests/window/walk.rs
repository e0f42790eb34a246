//! A walk through the window in one language and theme: what every journey does over and over.
use crate::driver::{Options, Window};
use crate::place::Look;
use crate::words::Words;
use serde_json::{Value, json};
use std::cell::{Cell, RefCell};

/// A walk in one language and theme. Pictures go to a folder named after both; axe judges each.
pub(crate) struct Walk {
    pub(crate) window: Window,
    pub(crate) words: Words,
    folder: String,
    screens: Cell<u32>,
    complaints: RefCell<Vec<String>>,
}

impl Walk {
    pub(crate) async fn begin(journey: &str, language: &str, theme: &str) -> Walk {
        Walk::begin_with(journey, language, theme, Options::default()).await
    }

    /// The same with more of what the program finds when it starts.
    pub(crate) async fn begin_with(journey: &str, language: &str, theme: &str, options: Options) -> Walk {
        let name = if language == "fr" { "french" } else { "english" };
        let settings = json!({ "language": name, "theme": theme });
        Walk {
            window: Window::open(Options { settings: Some(settings), ..options }).await,
            words: Words::of(language),
            folder: format!("{language}-{theme}/{journey}"),
            screens: Cell::new(0),
            complaints: RefCell::default(),
        }
    }

    /// Fails if axe found anything wrong on the way.
    pub(crate) fn end(self) {
        let complaints = self.complaints.borrow().join("\n");
        assert!(complaints.is_empty(), "axe complains:\n{complaints}");
    }

    pub(crate) fn say(&self, english: &str) -> String {
        self.words.say(english)
    }

    /// Waits for the heading of a screen, saves its picture, and asks axe.
    pub(crate) async fn screen(&self, heading: &str, name: &str) {
        self.window.heading(&self.say(heading)).shown().await;
        self.look(name).await;
    }

    /// The same for what is on the screen now.
    pub(crate) async fn look(&self, name: &str) {
        self.screens.set(self.screens.get() + 1);
        let picture = format!("{}-{:02}-{name}", self.folder, self.screens.get());
        self.window.screenshot(&picture).await;
        let lines = self.window.axe().await;
        self.complaints.borrow_mut().extend(lines.into_iter().map(|line| format!("{picture}: {line}")));
    }

    /// The lower end of a long page.
    pub(crate) async fn bottom(&self, name: &str) {
        self.window
            .js("const page = document.querySelector('main'); page.scrollTop = page.scrollHeight;", json!([]))
            .await;
        self.look(name).await;
    }

    pub(crate) async fn press(&self, button: &str) {
        self.window.button(&self.say(button)).click().await;
    }

    pub(crate) async fn choose(&self, words: &str) {
        self.window.text(&self.say(words)).click().await;
    }

    pub(crate) async fn type_into(&self, field: &str, text: &str) {
        self.window.field(&self.say(field)).type_text(text).await;
    }

    pub(crate) async fn go_to(&self, link: &str) {
        self.window.navigation("").link(&self.say(link)).click().await;
    }

    pub(crate) async fn open_practice(&self) {
        self.press("Open the practice organization").await;
        self.window.row("Nightly").nth(0).shown().await;
    }

    pub(crate) async fn start_client(&self) {
        self.go_to("Create a client").await;
        self.window.heading(&self.say("What is the client for?")).shown().await;
    }

    pub(crate) async fn create(&self) {
        self.window.button(&self.words.say_with("Create in {0}", &["Harbour Practice"])).click().await;
    }

    /// Calls a command as the page does, to set the stage for what a person then sees.
    pub(crate) async fn command(&self, name: &str, args: Value) -> Value {
        let call = "return window.__TAURI_INTERNALS__.invoke(arguments[0], arguments[1])";
        self.window.js(call, json!([name, args])).await
    }

    /// Makes the practice organization play something; the rest of its settings as it opens.
    pub(crate) async fn play(&self, change: Value) {
        let mut settings = self.command("read_practice_settings", json!({})).await;
        let quiet = json!({
            "refuseImplicit": false, "scimRole": "held", "withheldPermissions": [], "unknownScopes": [],
            "clientLimit": null, "readsBeforeVisible": 0, "hipaa": false, "fault": null,
        });
        for (name, value) in quiet.as_object().into_iter().chain(change.as_object()).flatten() {
            settings[name] = value.clone();
        }
        self.command("change_practice_settings", json!({ "settings": settings })).await;
    }
}
