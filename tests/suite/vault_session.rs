//! A desktop session without a desktop: a home, a bus, GNOME Keyring, and a person who declines.
//! It must never reach the session of whoever runs the tests, nor leave a process or a file behind.

use std::collections::HashMap;
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::channel;
use std::thread;
use std::time::Duration;

use zbus::blocking::{Connection, MessageIterator, connection::Builder, fdo::DBusProxy};
use zbus::message::{self, Message, Type};
use zbus::zvariant::{ObjectPath, Value};

/// No folder of services: nothing is started because somebody asks for it.
const BUS: &str = r#"<busconfig>
  <type>session</type>
  <listen>unix:dir=HOME</listen>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>"#;

const NEEDED: &str = "is missing: on Debian and Ubuntu, `sudo apt-get install dbus gnome-keyring`";

/// Set in every program of such a session.
pub(crate) const MARK: &str = "LATCHKEY_TEST_SESSION";

pub(crate) struct Session {
    home: PathBuf,
    address: String,
    bus: Option<Child>,
    keyring: Option<Child>,
}

impl Session {
    pub(crate) fn new(name: &str) -> Session {
        let home = std::env::temp_dir().join(format!("latchkey-{}-{name}", std::process::id()));
        fs::create_dir_all(home.join("home")).expect("a home");
        let config = home.join("bus.conf");
        fs::write(&config, BUS.replace("HOME", &home.to_string_lossy())).expect("configuration");
        let mut session = Session { home, address: String::new(), bus: None, keyring: None };
        let bus = Command::new("dbus-daemon")
            .args(["--nofork", "--nosyslog", "--print-address=1", "--config-file"])
            .arg(&config)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap_or_else(|error| panic!("dbus-daemon {NEEDED} ({error})"));
        let output = session.bus.insert(bus).stdout.take().expect("its output");
        BufReader::new(output).read_line(&mut session.address).expect("an address");
        session.address = session.address.trim().to_owned();
        assert!(!session.address.is_empty(), "dbus-daemon did not start");
        session
    }

    /// All that the programs of this session may write to.
    pub(crate) fn home(&self) -> &Path {
        self.home.as_path()
    }

    /// Puts a program into this session, and no other.
    pub(crate) fn furnish(&self, command: &mut Command) {
        for variable in ["DISPLAY", "WAYLAND_DISPLAY", "GNOME_KEYRING_CONTROL", "XDG_DATA_HOME"] {
            command.env_remove(variable);
        }
        let home = self.home.join("home");
        command
            .env("XDG_RUNTIME_DIR", &home)
            .env("XDG_CONFIG_HOME", home.join(".config"))
            .env("XDG_CACHE_HOME", home.join(".cache"))
            .env("HOME", home)
            .env(MARK, "1")
            .env_remove("DBUS_SESSION_BUS_ADDRESS");
        if !self.address.is_empty() {
            command.env("DBUS_SESSION_BUS_ADDRESS", &self.address);
        }
    }

    /// Starts GNOME Keyring: with a password, its keyring is made or opened; without one, it stays as it is.
    pub(crate) fn start_keyring(&mut self, password: Option<&str>) {
        let mut command = Command::new("gnome-keyring-daemon");
        command.args(["--foreground", "--components=secrets"]);
        if password.is_some() {
            command.arg("--unlock");
        }
        self.furnish(&mut command);
        let mut keyring = command
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap_or_else(|error| panic!("gnome-keyring-daemon {NEEDED} ({error})"));
        let mut input = keyring.stdin.take().expect("its input");
        input.write_all(password.unwrap_or_default().as_bytes()).expect("the password");
        drop(input);
        self.keyring = Some(keyring);
        self.wait_for("org.freedesktop.secrets");
    }

    pub(crate) fn stop_keyring(&mut self) {
        stop(&mut self.keyring);
    }

    pub(crate) fn stop_bus(&mut self) {
        stop(&mut self.bus);
    }

    /// From now on, nobody in this session is told where its bus is.
    pub(crate) fn lose_address(&mut self) {
        self.address.clear();
    }

    /// Takes a name on the bus, and never answers.
    pub(crate) fn own(&self, name: &str) -> Connection {
        self.connect().name(name).expect("a name").build().expect("a connection")
    }

    fn connect(&self) -> Builder<'_> {
        Builder::address(self.address.as_str()).expect("an address")
    }

    fn wait_for(&self, name: &'static str) {
        let bus = self.connect().build().expect("a connection");
        let (ready, wait) = channel();
        thread::spawn(move || {
            let proxy = DBusProxy::new(&bus).expect("the bus");
            let mut changes = proxy.receive_name_owner_changed().expect("a subscription");
            let here = proxy.name_has_owner(name.try_into().expect("a name")).expect("an answer");
            if here || changes.any(|change| change.args().is_ok_and(|args| args.name().as_str() == name)) {
                ready.send(()).ok();
            }
        });
        wait.recv_timeout(Duration::from_secs(30)).unwrap_or_else(|_| panic!("nobody took {name}"));
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        self.stop_keyring();
        self.stop_bus();
        fs::remove_dir_all(&self.home).ok();
    }
}

fn stop(child: &mut Option<Child>) {
    if let Some(mut child) = child.take() {
        child.kill().ok();
        child.wait().ok();
    }
}

/// Writes an item of Latchkey's as another program would.
pub(crate) fn alter(user: &str, value: &str) {
    use keyring_core::api::CredentialStoreApi;
    let store = zbus_secret_service_keyring_store::Store::new().expect("a keychain");
    store.build("latchkey", user, None).expect("an entry").set_secret(value.as_bytes()).expect("altered");
}

/// The program that shows GNOME's prompts, and a person in front of it who always declines.
pub(crate) struct Prompter {
    bus: Connection,
    declined: Arc<AtomicUsize>,
}

impl Prompter {
    pub(crate) fn start(session: &Session) -> Prompter {
        let declined = Arc::new(AtomicUsize::new(0));
        let bus = session.own("org.gnome.keyring.SystemPrompter");
        let calls = MessageIterator::from(bus.clone());
        let (answering, counter) = (bus.clone(), declined.clone());
        // Ends with the connection.
        thread::spawn(move || calls.flatten().for_each(|call| decline(&answering, &call, &counter)));
        Prompter { bus, declined }
    }

    pub(crate) fn declined(&self) -> usize {
        self.declined.load(Ordering::SeqCst)
    }
}

impl Drop for Prompter {
    fn drop(&mut self) {
        self.bus.clone().close().ok();
    }
}

/// The prompter answers a call first, and then calls back.
fn decline(bus: &Connection, call: &Message, declined: &AtomicUsize) {
    let header = call.header();
    let (Type::MethodCall, Some(method)) = (header.message_type(), header.member()) else { return };
    let body = call.body();
    let nothing = HashMap::<&str, Value<'_>>::new;
    bus.reply(&header, &()).expect("answered");
    let back = |callback: &ObjectPath<'_>, name: &str, body: &dyn Fn(message::Builder<'_>) -> Message| {
        let sender = header.sender().expect("a sender").to_owned();
        let message = Message::method_call(callback, name)
            .and_then(|message| message.destination(sender))
            .and_then(|message| message.interface("org.gnome.keyring.internal.Prompter.Callback"))
            .expect("a message");
        bus.send(&body(message)).expect("sent");
    };
    match method.as_str() {
        "BeginPrompting" => {
            let callback: ObjectPath<'_> = body.deserialize().expect("a path");
            back(&callback, "PromptReady", &|message| message.build(&("", nothing(), "")).expect("built"));
        }
        "PerformPrompt" => {
            type Asked<'a> = (ObjectPath<'a>, &'a str, HashMap<&'a str, Value<'a>>, &'a str);
            let (callback, _, _, exchange): Asked<'_> = body.deserialize().expect("a question");
            declined.fetch_add(1, Ordering::SeqCst);
            back(&callback, "PromptReady", &|message| {
                message.build(&("no", nothing(), exchange)).expect("built")
            });
        }
        "StopPrompting" => {
            let callback: ObjectPath<'_> = body.deserialize().expect("a path");
            back(&callback, "PromptDone", &|message| message.build(&()).expect("built"));
        }
        other => panic!("{other} is not a prompter's"),
    }
}
