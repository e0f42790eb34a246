//! What is handed over as files, read by the programs of its receivers: node, bash, dash, Python. Exactly what was meant is set.

use std::collections::BTreeMap;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use latchkey::domain::grant::GrantType;
use latchkey::domain::preset::embeddable_framework::Embedding;
use latchkey::domain::region::REGIONS;
use latchkey::handover::documents::{DocumentKind, Subject, documents};
use latchkey::handover::framework_js;
use proptest::strategy::{Strategy as _, ValueTree as _};
use proptest::test_runner::TestRunner;
use serde_json::{Value, json};

use crate::kits::{ENDS, ID, client, document, every_character, nasty};
use crate::practice_sdk::prepared;

type Variables = BTreeMap<String, String>;

/// Names from the list, and as many by chance out of all planes, each with a trap behind any character.
fn names() -> Vec<String> {
    let mut runner = TestRunner::deterministic();
    let any = proptest::collection::vec(proptest::char::any(), 0..12);
    let mut by_chance = || {
        let letters: Vec<char> = any.new_tree(&mut runner).expect("letters").current();
        letters.into_iter().collect::<String>()
    };
    let mut names = nasty();
    names.extend((0..60).map(|_| format!("{}NODE_OPTIONS=--require x.js{}", by_chance(), by_chance())));
    names.retain(|name| name.len() < 1_000);
    names
}

fn files(kind: DocumentKind) -> Vec<String> {
    let one =
        |name: String| document(&client(&name, GrantType::ClientCredentials), &name, "mypurecloud.de", kind);
    names().into_iter().map(one).collect()
}

fn meant() -> Variables {
    let pairs = [
        ("GENESYSCLOUD_REGION", "eu-central-1"),
        ("GENESYSCLOUD_OAUTHCLIENT_ID", ID),
        ("GENESYSCLOUD_OAUTHCLIENT_SECRET", ""),
    ];
    pairs.into_iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
}

/// What a program says when it is given a text.
fn said(command: &mut Command, input: &str) -> String {
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap_or_else(|error| panic!("{command:?} does not run: {error}"));
    let mut stdin = child.stdin.take().expect("its input");
    let input = input.to_owned();
    let writer = std::thread::spawn(move || stdin.write_all(input.as_bytes()));
    let output = child.wait_with_output().expect("it ends");
    writer.join().expect("written").expect("written");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("text")
}

/// What is asked of a reader: files to read, and one text in whose lines no end may hide.
fn question(files: &[String]) -> (String, u64) {
    let lines: Vec<String> = every_character().collect();
    (json!({ "files": files, "lines": lines.join("\n") }).to_string(), lines.len() as u64)
}

fn judge(answer: &str, files: &[String], lines: u64) {
    let answer: Value = serde_json::from_str(answer).expect("JSON");
    assert_eq!(answer["lines"], lines, "some character ends a line there");
    let parsed: Vec<Variables> = serde_json::from_value(answer["parsed"].clone()).expect("variables");
    assert_eq!(parsed.len(), files.len());
    for (read, file) in parsed.iter().zip(files) {
        assert_eq!(*read, meant(), "{file:?}");
    }
}

#[test]
fn dotenv_of_node_sets_what_was_meant() {
    prepared();
    let files = files(DocumentKind::Env);
    let (question, lines) = question(&files);
    let answer = said(Command::new("node").arg("tests/sdk/dotenv.mjs").current_dir(root()), &question);
    judge(&answer, &files, lines);
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A folder that is gone afterwards.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Folder {
        let path = std::env::temp_dir().join(format!("latchkey-kits-{name}-{}", std::process::id()));
        std::fs::create_dir_all(&path).expect("a folder");
        Folder(path)
    }

    fn write(&self, name: &str, text: &str) -> PathBuf {
        let path = self.0.join(name);
        std::fs::write(&path, text).expect("a file");
        path
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

#[test]
fn node_takes_any_framework_js() {
    let folder = Folder::new("framework");
    for (number, end) in ENDS.into_iter().enumerate() {
        let embedding = Embedding {
            deployment: None,
            regions: vec![format!("a\"{end}b"), "mypurecloud.de".into()],
            dedicated_login_window: true,
        };
        let text = framework_js::fragment(&format!("\\{end}`${{x}}'\""), &embedding, false);
        assert!(!text.contains(['\u{2028}', '\u{2029}']), "older engines end a line there: {text}");
        let file = folder.write(&format!("framework{number}.js"), &text);
        said(Command::new("node").arg("--check").arg(file), "");
    }
}

#[cfg(target_os = "linux")]
mod linux {
    use super::{Command, DocumentKind, Folder, Path, files, judge, meant, question, said};

    const PYTHON: &str = "
import io, json, sys
from dotenv import dotenv_values
asked = json.load(io.TextIOWrapper(sys.stdin.buffer, 'utf-8'))
read = [dict(dotenv_values(stream=io.StringIO(text, newline=''))) for text in asked['files']]
print(json.dumps({'parsed': read, 'lines': len(asked['lines'].splitlines())}))
";

    #[test]
    fn dotenv_of_python_sets_what_was_meant() {
        let files = files(DocumentKind::Env);
        let (question, lines) = question(&files);
        // Debian's own, where another one comes first.
        let usual = Path::new("/usr/bin/python3");
        let python = if usual.exists() { usual } else { Path::new("python3") };
        let answer = said(Command::new(python).args(["-c", PYTHON]).env_remove("PYTHONPATH"), &question);
        judge(&answer, &files, lines);
    }

    #[test]
    fn shells_set_what_was_meant() {
        let folder = Folder::new("env");
        for shell in ["bash", "dash"] {
            for text in files(DocumentKind::Env) {
                let file = folder.write("client.env", &text);
                let line = "set -a; . \"$1\"; exec /usr/bin/env -0";
                let mut command = Command::new(shell);
                command.env_clear().args(["-c", line, shell]).arg(&file).current_dir(&folder.0);
                let mut set: super::Variables = said(&mut command, "")
                    .split('\0')
                    .filter_map(|pair| pair.split_once('='))
                    .map(|(name, value)| (name.to_owned(), value.to_owned()))
                    .collect();
                for own in ["PWD", "OLDPWD", "SHLVL", "_"] {
                    set.remove(own);
                }
                assert_eq!(set, meant(), "{shell} {text:?}");
            }
        }
    }

    /// With a curl that only says what it was asked.
    #[test]
    fn shells_call_curl_twice_and_nothing_else() {
        let folder = Folder::new("sh");
        let curl = folder.write("curl", "#!/bin/sh\nprintf 'curl %s\\n' \"$#\"\n");
        let mode = std::os::unix::fs::PermissionsExt::from_mode(0o755);
        std::fs::set_permissions(&curl, mode).expect("a program");
        for shell in ["/bin/bash", "/bin/dash"] {
            for text in files(DocumentKind::Curl) {
                let file = folder.write("client.sh", &text);
                let mut command = Command::new(shell);
                // With nothing else on its path, nothing else can run.
                command.env_clear().env("PATH", &folder.0).arg(&file).current_dir(&folder.0);
                assert_eq!(said(&mut command, ""), "curl 6\ncurl 3\n", "{shell} {text:?}");
            }
        }
    }
}

#[test]
fn no_comment_of_any_document_has_two_lines() {
    for region in REGIONS {
        for grant_type in GrantType::ALL {
            let client = client("a\u{2028}A=b", grant_type);
            let subject =
                Subject { client: &client, org_name: "Harbour\rB=c", region: &region, embedding: None };
            for document in documents(subject) {
                for line in document.text.split('\n').filter(|line| line.starts_with('#')) {
                    assert!(!line.contains(ENDS), "{line:?}");
                }
            }
        }
    }
}
