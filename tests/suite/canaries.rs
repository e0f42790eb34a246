//! One journey with known secrets through everything, and one search for them in everything that it leaves behind.
//! Nothing here may print a secret.

mod debug;
mod journey;
mod planted;
mod retention;
mod scan;
mod traces;
mod wire;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::{Arc, Mutex};

use latchkey::practice::{Practice, Settings, Start};
use serde_json::{Value, json};
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};

use crate::journal::Folder;
use crate::journal_versions::first_version;
use scan::{Canary, Scanner};
use wire::Wire;

const PROXY_PASSWORD: &str = "proxy \"canary\" of-41f7?&0123456789é/abcdef";
const WRONG_SECRET: &str = "wrong-secret-canary-93be-0123456789-abcdef";
const WRONG_TOKEN: &str = "wrong-token-canary-c802-0123456789-abcdef";

/// All that lay about at one moment.
#[derive(Default)]
struct Sinks(Vec<(String, Vec<u8>)>);

impl Sinks {
    fn add(&mut self, place: String, bytes: Vec<u8>) {
        self.0.push((place, bytes));
    }

    fn add_below(&mut self, when: &str, folder: &Path) {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            let place = format!("{} {when}", path.display());
            if path.is_dir() {
                self.add_below(when, &path);
            } else if let Ok(bytes) = fs::read(&path) {
                self.add(place, bytes);
            }
        }
    }

    /// What anybody on this computer can ask about a process.
    fn add_process(&mut self, when: &str, process: u32) {
        for about in ["cmdline", "environ", "comm", "status"] {
            let bytes = fs::read(format!("/proc/{process}/{about}")).expect("it runs");
            self.add(format!("{about} {when}"), bytes);
        }
    }
}

/// Who knows every secret, and does to the organization what the journey asks for.
struct Knowing {
    practice: Arc<Practice>,
    wire: Wire,
    folder: PathBuf,
    secrets: Arc<Mutex<BTreeMap<String, String>>>,
    told: Vec<Canary>,
    sinks: Sinks,
}

impl Knowing {
    async fn open(folder: &Path) -> Knowing {
        let settings = Settings {
            approve_sign_ins_automatically: true,
            requests_per_minute: 1_000_000,
            ..Settings::default()
        };
        let practice =
            Practice::start(Start { port: None, settings }).await.expect("a practice organization");
        let practice = Arc::new(practice);
        let wire = Wire::to(&practice.address()).await;
        // Each secret that any client ever has after the opening scene, although its answer may be lost.
        let secrets: Arc<Mutex<BTreeMap<String, String>>> = Arc::default();
        let scene: BTreeSet<String> = practice.clients().into_iter().map(|client| client.secret).collect();
        let (known, stored) = (secrets.clone(), Arc::downgrade(&practice));
        practice.watch(move |_| {
            let clients = stored.upgrade().map(|practice| practice.clients()).unwrap_or_default();
            let fresh = clients.into_iter().filter(|client| !scene.contains(&client.secret));
            known.lock().expect("secrets").extend(fresh.map(|client| (client.secret, client.name)));
        });
        let (told, sinks) = (Vec::new(), Sinks::default());
        Knowing { practice, wire, folder: folder.to_owned(), secrets, told, sinks }
    }

    async fn answer(&mut self, said: &Value, process: u32) -> Value {
        if let Ok(faults) = serde_json::from_value(said["faults"].clone()) {
            self.practice.queue_faults(faults);
        } else if let Some(seconds) = said["pass"].as_u64() {
            let mut settings = self.practice.settings();
            settings.clock_ahead_seconds += u32::try_from(seconds).expect("not too long");
            self.practice.change_settings(settings);
        } else if let Some(when) = said["look"].as_str() {
            self.sinks.add_below(when, &self.folder);
            self.sinks.add_process(when, process);
        } else if let Some(address) = said["browse"].as_str() {
            let http = reqwest::Client::builder().no_proxy().build().expect("a browser");
            assert!(
                http.get(address).send().await.expect("the way through the browser").status().is_success()
            );
        } else if let (Some(what), Some(text)) = (said["canary"].as_str(), said["text"].as_str()) {
            self.told.push(Canary { what: what.into(), text: text.into() });
        } else {
            return json!({
                "address": self.wire.address,
                "clientId": self.practice.client_id(),
                "clientSecret": self.practice.client_secret(),
                "token": self.practice.user_token(),
                "signInClientId": self.practice.sign_in_client_id(),
                "proxyPassword": PROXY_PASSWORD,
                "wrongSecret": WRONG_SECRET,
                "wrongToken": WRONG_TOKEN,
            });
        }
        Value::Null
    }

    /// Each secret once, under the name by which it was first known.
    fn canaries(&self) -> Vec<Canary> {
        let named = |what: &str, text: &str| Canary { what: what.into(), text: text.into() };
        let mut all = vec![
            named("practice client secret", &self.practice.client_secret()),
            named("user token", &self.practice.user_token()),
            named("proxy password", PROXY_PASSWORD),
            named("wrong secret", WRONG_SECRET),
            named("wrong token", WRONG_TOKEN),
        ];
        all.extend(self.told.iter().cloned());
        let secrets = self.secrets.lock().expect("secrets");
        all.extend(secrets.iter().map(|(text, name)| named(&format!("secret of {name}"), text)));
        let stored = self.practice.clients().into_iter();
        all.extend(stored.map(|client| named(&format!("secret of {}", client.name), &client.secret)));
        all.extend(self.wire.canaries());
        let mut seen = BTreeSet::new();
        all.retain(|canary| seen.insert(canary.text.clone()));
        all
    }
}

/// The journey, in a process of its own that knows nothing of whoever runs the tests.
fn child(folder: &Path, address: &str) -> Command {
    let mut command = Command::new(std::env::current_exe().expect("this test"));
    let home = folder.join("home");
    fs::create_dir_all(&home).expect("a home");
    command
        .args(["--ignored", "--exact", "--nocapture", "--test-threads=1", "canaries::journey::journey"])
        .env_clear()
        .env("RUST_LOG", "trace")
        .env("RUST_BACKTRACE", "full")
        .env("HOME", &home)
        .env("XDG_RUNTIME_DIR", &home)
        .env("TMPDIR", &home)
        .env("FOLDER", folder.join("data"))
        .env("KNOWING", address)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    command
}

async fn accompany(knowing: &mut Knowing, wire: TcpStream, process: u32) {
    let (read, mut write) = wire.into_split();
    let mut lines = BufReader::new(read).lines();
    while let Ok(Some(line)) = lines.next_line().await {
        let said: Value = serde_json::from_str(&line).expect("JSON");
        let answer = knowing.answer(&said, process).await;
        write.write_all(format!("{answer}\n").as_bytes()).await.expect("answered");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_that_the_program_leaves_behind_holds_a_secret() {
    let folder = Folder::new("canaries");
    let older = Folder::new("older");
    first_version(&older).await;
    let data = folder.path().join("data");
    fs::create_dir_all(&data).expect("a folder");
    for (name, bytes) in older.files() {
        fs::write(data.join(name), bytes).expect("a file");
    }
    let mut knowing = Knowing::open(folder.path()).await;
    let listener = TcpListener::bind(("127.0.0.1", 0)).await.expect("a port");
    let address = listener.local_addr().expect("an address").to_string();
    let child = child(folder.path(), &address).spawn().expect("a process");
    let process = child.id();
    let output = tokio::task::spawn_blocking(move || child.wait_with_output().expect("its end"));
    let wire = tokio::time::timeout(std::time::Duration::from_secs(60), listener.accept()).await;
    let (wire, _) = wire.expect("the journey begins").expect("a wire");
    accompany(&mut knowing, wire, process).await;
    let output = output.await.expect("its end");
    let canaries = knowing.canaries();
    let mut scanner = Scanner::of(&canaries);
    let mut found = scanner.look("stdout", &output.stdout);
    found.extend(scanner.look("stderr", &output.stderr));
    for (place, bytes) in &knowing.sinks.0 {
        scanner.files += 1;
        found.extend(scanner.look(place, bytes));
    }
    found.extend(scanner.look_below(folder.path()));
    assert_eq!(found, BTreeSet::new());
    assert!(output.status.success(), "{}", said(&output.stdout, &output.stderr));
    that_everything_was_there(&canaries, &output.stdout, &output.stderr, &knowing.sinks, folder.path());
    println!(
        "canaries: {} canaries x {} encodings, {} files, {} bytes: {} hits",
        scanner.canaries(),
        scan::ENCODINGS.len(),
        scanner.files,
        scanner.bytes,
        found.len()
    );
}

fn said(stdout: &[u8], stderr: &[u8]) -> String {
    let end =
        |bytes: &[u8]| String::from_utf8_lossy(&bytes[bytes.len().saturating_sub(4_000)..]).into_owned();
    format!("{}\n{}", end(stdout), end(stderr))
}

/// A search in nothing, or for nothing, would find nothing too.
fn that_everything_was_there(
    canaries: &[Canary],
    stdout: &[u8],
    stderr: &[u8],
    sinks: &Sinks,
    folder: &Path,
) {
    let mut kinds: BTreeMap<&str, usize> = BTreeMap::new();
    for canary in canaries {
        *kinds.entry(canary.what.split(" of ").next().expect("a name")).or_default() += 1;
    }
    println!("canaries: {kinds:?}");
    for (kind, least) in [
        ("practice client secret", 1),
        ("user token", 1),
        ("proxy password", 1),
        ("sealing key", 1),
        ("access token", 3),
        ("authorization code", 1),
        ("PKCE verifier", 1),
        ("state", 1),
        ("sign-in header", 2),
        ("proxy header", 1),
        ("secret", 20),
    ] {
        assert!(kinds.get(kind).is_some_and(|count| *count >= least), "{kind}: {kinds:?}");
    }
    let (out, err) = (String::from_utf8_lossy(stdout), String::from_utf8_lossy(stderr));
    for part in
        ["created: Ok(", "answerLost", "wrongCredentials", "lost: Some", "the journey is over", " 1 passed;"]
    {
        assert!(out.contains(part), "{part} is not in the output");
    }
    for part in ["a task that holds a secret", "log TRACE", "log DEBUG reqwest", "trace hyper_util"] {
        assert!(err.contains(part), "{part} is not in the errors");
    }
    for name in [
        "journal.sqlite3",
        "journal.sqlite3-wal",
        "journal.v2.backup.sqlite3",
        "journal.damaged-1.sqlite3",
        "profiles.json",
        "network.json",
        ".csv",
        "latchkey-support",
    ] {
        assert!(sinks.0.iter().any(|(place, _)| place.contains(name)), "no {name}");
    }
    assert!(folder.join("data/exports").is_dir());
}
