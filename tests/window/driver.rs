//! Drives the real program in a real window: W3C WebDriver, which is JSON over HTTP, spoken to WebKitWebDriver.
//! Knows protocol and processes only; what a person finds on the page is in `place.rs`.
use reqwest::Method;
use serde_json::{Value, json};
use std::io::{BufRead, BufReader};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};
use tokio::time::sleep;

/// Longer than anything the page does by itself.
pub(crate) const PATIENCE: Duration = Duration::from_secs(45);
pub(crate) const POLL: Duration = Duration::from_millis(30);

const LOG: &str = "stderr.log";

/// What the program finds when it starts.
#[derive(Default)]
pub(crate) struct Options {
    /// Its folder; a fresh one that goes with the window when `None`.
    pub data: Option<PathBuf>,
    /// Its settings file, as a person left it; none when `None`.
    pub settings: Option<Value>,
    /// Whether the desktop is dark.
    pub dark: bool,
    /// More of the environment.
    pub env: Vec<(&'static str, String)>,
    /// Whether it opens on the display that is there, and on the bus that is there.
    pub on_this_display: bool,
}

/// One run of the program, from its start to its end.
pub(crate) struct Window {
    http: reqwest::Client,
    session: String,
    driver: Child,
    // Both go after the driver has been ended.
    _port: Port,
    display: Option<Display>,
    data: PathBuf,
    throw_away: bool,
}

impl Window {
    /// Starts the program and waits until its page can be asked.
    pub(crate) async fn open(options: Options) -> Self {
        let throw_away = options.data.is_none();
        let data = options.data.clone().unwrap_or_else(fresh_folder);
        let port = Port::free();
        let display = (!options.on_this_display).then(Display::open);
        let http = reqwest::Client::builder().no_proxy().timeout(Duration::from_secs(90)).build();
        let mut window = Window {
            http: http.expect("an HTTP client"),
            session: format!("http://127.0.0.1:{}/session", port.number),
            driver: start(port.number, display.as_ref(), &data, &options),
            _port: port,
            display,
            data,
            throw_away,
        };
        window.begin().await;
        window.resize(1180, 820).await;
        window
    }

    async fn begin(&mut self) {
        let program = json!({ "binary": env!("CARGO_BIN_EXE_latchkey"), "args": [] });
        let wanted = json!({ "capabilities": { "alwaysMatch": { "webkitgtk:browserOptions": program } } });
        let end = Instant::now() + PATIENCE;
        let id = loop {
            match self.call(Method::POST, "", wanted.clone()).await {
                Ok(answer) => break answer["sessionId"].as_str().expect("a session id").to_owned(),
                Err(why) if Instant::now() > end => {
                    panic!("the program did not open: {why}\n{}", self.log())
                }
                Err(_) => {}
            }
            sleep(POLL).await;
        };
        self.session = format!("{}/{id}", self.session);
    }

    /// The X display that it is on; that of the environment when `None`.
    pub(crate) fn display(&self) -> Option<&str> {
        self.display.as_ref().map(|display| display.name.as_str())
    }

    /// The folder the program was given.
    pub(crate) fn data(&self) -> &Path {
        &self.data
    }

    /// What program, toolkits and driver have said so far.
    pub(crate) fn log(&self) -> String {
        std::fs::read_to_string(self.data.join(LOG)).unwrap_or_default()
    }

    /// One WebDriver command; the error is the driver's own word for it, then its explanation.
    pub(crate) async fn call(&self, method: Method, path: &str, body: Value) -> Result<Value, String> {
        let mut request = self.http.request(method.clone(), format!("{}{path}", self.session));
        if method == Method::POST {
            request = request.json(&body);
        }
        let response = request.send().await.map_err(|why| format!("no answer: {why}"))?;
        let refused = !response.status().is_success();
        let mut answer: Value = response.json().await.map_err(|why| format!("unreadable: {why}"))?;
        let value = answer["value"].take();
        if refused { Err(format!("{}: {}", value["error"], value["message"])) } else { Ok(value) }
    }

    /// Runs the body of a function in the page, outside its content security policy; may return a promise.
    pub(crate) async fn js(&self, script: &str, args: Value) -> Value {
        match self.try_js(script, args).await {
            Ok(value) => value,
            Err(why) => {
                panic!("script failed: {why}\n{}", script.lines().take(5).collect::<Vec<_>>().join("\n"))
            }
        }
    }

    /// The same where it may fail, as with an element that the page has just replaced.
    pub(crate) async fn try_js(&self, script: &str, args: Value) -> Result<Value, String> {
        self.call(Method::POST, "/execute/sync", json!({ "script": script, "args": args })).await
    }

    /// Presses keys one after the other where the focus is: `"Tab"`, `"Shift+Tab"`, `"Control+a"`, `"é"`.
    pub(crate) async fn press(&self, keys: &[&str]) {
        let mut actions = Vec::new();
        for chord in keys {
            let codes: Vec<String> = chord.split('+').map(key_code).collect();
            actions.extend(codes.iter().map(|code| json!({ "type": "keyDown", "value": code })));
            actions.extend(codes.iter().rev().map(|code| json!({ "type": "keyUp", "value": code })));
        }
        let body = json!({ "actions": [{ "type": "key", "id": "keyboard", "actions": actions }] });
        self.call(Method::POST, "/actions", body)
            .await
            .unwrap_or_else(|why| panic!("pressing {keys:?}: {why}"));
    }

    /// Makes the window this large; the page follows a moment later.
    pub(crate) async fn resize(&self, width: u32, height: u32) {
        let body = json!({ "width": width, "height": height });
        self.call(Method::POST, "/window/rect", body).await.unwrap_or_else(|why| panic!("resizing: {why}"));
        let reached = format!("return innerWidth === {width} && innerHeight === {height}");
        let end = Instant::now() + PATIENCE;
        while self.js(&reached, json!([])).await != true {
            assert!(Instant::now() < end, "the window did not become {width} by {height}");
            sleep(POLL).await;
        }
    }
}

impl Drop for Window {
    fn drop(&mut self) {
        // The driver, the program and its web processes: the group was made for them.
        let group = format!("-{}", self.driver.id());
        let _ = Command::new("kill").args(["-KILL", "--", &group]).stderr(Stdio::null()).status();
        let _ = self.driver.wait();
        if self.throw_away {
            let _ = std::fs::remove_dir_all(&self.data);
        }
    }
}

/// A display that nobody sees, for one window: a window that another one covers may stop drawing.
struct Display {
    name: String,
    server: Child,
}

impl Display {
    /// The server itself finds a number that is free, and says it once it can be asked.
    fn open() -> Display {
        let mut server = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", "1280x900x24", "-nolisten", "tcp"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap_or_else(|why| panic!("Xvfb ({why}): run `cargo xtask test`, which brings it"));
        let mut number = String::new();
        let output = server.stdout.take().expect("its output");
        BufReader::new(output).read_line(&mut number).expect("the number of the display");
        assert!(!number.trim().is_empty(), "Xvfb ended before it had a display");
        Display { name: format!(":{}", number.trim()), server }
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

/// A port for a driver, which cannot be told to choose one. The file keeps it from other tests until the driver has it
/// and for as long as the window is open; the system keeps it from everybody else then.
struct Port {
    number: u16,
    held: PathBuf,
}

impl Port {
    fn free() -> Port {
        loop {
            let number = free_port();
            let held = std::env::temp_dir().join(format!("latchkey-driver-{number}.port"));
            if std::fs::File::create_new(&held).is_ok() {
                return Port { number, held };
            }
        }
    }
}

impl Drop for Port {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.held);
    }
}

fn start(port: u16, display: Option<&Display>, data: &Path, options: &Options) -> Child {
    std::fs::create_dir_all(data).expect("a folder for the program");
    if let Some(settings) = &options.settings {
        std::fs::write(data.join("settings.json"), settings.to_string()).expect("its settings");
    }
    // What the toolkits mutter is read when a test fails, not between the results.
    let log = std::fs::File::create(data.join(LOG)).expect("a log");
    let mut driver = Command::new("dbus-run-session");
    match display {
        // A message bus of its own as well: the keychain wakes up there, and the program's other instances would meet.
        Some(display) => driver.args(["--", "WebKitWebDriver"]).env("DISPLAY", &display.name),
        None => {
            driver = Command::new("WebKitWebDriver");
            &mut driver
        }
    };
    driver.args([format!("--port={port}"), "--host=127.0.0.1".to_owned()]);
    // Tauri opens its window to a driver only when told to.
    driver.envs([("TAURI_AUTOMATION", "true"), ("TAURI_WEBVIEW_AUTOMATION", "true"), ("NO_AT_BRIDGE", "1")]);
    driver.envs([("LANG", "C.UTF-8"), ("LC_ALL", "C.UTF-8")]).env_remove("LANGUAGE");
    // WebKit takes no pictures when it draws otherwise, as the program would have it without a graphics card.
    driver.env("WEBKIT_DISABLE_DMABUF_RENDERER", "0");
    driver.env("GTK_THEME", if options.dark { "Adwaita:dark" } else { "Adwaita" });
    driver
        .env("LATCHKEY_DATA", data)
        .env("XDG_DATA_HOME", data.join("share"))
        .env("XDG_CONFIG_HOME", data.join("config"))
        .env("XDG_CACHE_HOME", data.join("cache"));
    driver.envs(options.env.iter().map(|(name, value)| (name, value)));
    driver.process_group(0).stdin(Stdio::null()).stdout(Stdio::null()).stderr(log);
    driver
        .spawn()
        .unwrap_or_else(|why| panic!("WebKitWebDriver ({why}): run `cargo xtask test`, which brings it"))
}

fn free_port() -> u16 {
    let socket = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
    socket.local_addr().expect("its address").port()
}

fn fresh_folder() -> PathBuf {
    // Counted: two windows that open at once must not share one, and a port that is free is so for both.
    static NUMBER: AtomicU32 = AtomicU32::new(0);
    let number = NUMBER.fetch_add(1, Ordering::Relaxed);
    std::env::temp_dir().join(format!("latchkey-window-{}-{number}", std::process::id()))
}

/// The private characters by which WebDriver means keys without a letter.
fn key_code(key: &str) -> String {
    let code = match key {
        "Backspace" => '\u{E003}',
        "Tab" => '\u{E004}',
        "Enter" => '\u{E007}',
        "Shift" => '\u{E008}',
        "Control" => '\u{E009}',
        "Alt" => '\u{E00A}',
        "Escape" => '\u{E00C}',
        "Space" => ' ',
        "PageUp" => '\u{E00E}',
        "PageDown" => '\u{E00F}',
        "End" => '\u{E010}',
        "Home" => '\u{E011}',
        "ArrowLeft" => '\u{E012}',
        "ArrowUp" => '\u{E013}',
        "ArrowRight" => '\u{E014}',
        "ArrowDown" => '\u{E015}',
        "Delete" => '\u{E017}',
        letter if letter.chars().count() == 1 => return letter.to_owned(),
        other => panic!("no key is called {other:?}"),
    };
    code.to_string()
}
