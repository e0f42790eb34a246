//! Sealed files and Debian's `age`: it opens ours, and we open what it seals, with keys and with passphrases.

use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use latchkey::app::create_client::create_client;
use latchkey::app::open_sealed_file::{open_sealed_file, read_public_key, reveal_sealed_secret};
use latchkey::app::place_secret::reveal_secret;
use latchkey::app::seal_hand_over::{SealedWith, seal_hand_over};
use latchkey::domain::preset::Purpose;
use latchkey::domain::secret::Secret;

use crate::desk::Desk;

const PASSPHRASE: &str = "correct horse battery staple";

/// Runs a program with an input, and gives what it says once it has succeeded.
fn run(program: &str, arguments: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(program)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap_or_else(|error| panic!("{program} does not run: {error}"));
    child.stdin.take().expect("its input").write_all(input).expect("written");
    let output = child.wait_with_output().expect("it ends");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    output
}

struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Folder {
        let path = std::env::temp_dir().join(format!("latchkey-age-{name}-{}", std::process::id()));
        std::fs::create_dir_all(&path).expect("a folder");
        Folder(path)
    }

    fn at(&self, name: &str) -> String {
        self.0.join(name).display().to_string()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// A client whose secret waits: the desk, its ID and its secret.
async fn sender() -> (Desk, String, String) {
    let desk = Desk::open().await;
    let draft = desk.draft(Purpose::Scim, "Entra ID – équipe").await;
    let created = create_client(&desk.app, &desk.org.id, &draft, false).await.expect("created");
    let secret = reveal_secret(&desk.app, &desk.org.id, &created.client.id).await.expect("a secret").text;
    (desk, created.client.id, secret)
}

#[tokio::test]
async fn age_opens_ours_with_its_key_and_we_open_its_file() {
    let folder = Folder::new("key");
    let key = folder.at("key.txt");
    run("age-keygen", &["-o", &key], b"");
    let public = String::from_utf8(run("age-keygen", &["-y", &key], b"").stdout).expect("text");
    let (desk, id, secret) = sender().await;
    let sealed =
        seal_hand_over(&desk.app, &desk.org.id, &id, SealedWith::PublicKey, Secret::new(public), "For you")
            .await
            .expect("sealed");
    let clear = run("age", &["--decrypt", "-i", &key, &sealed.path], b"").stdout;
    let json: serde_json::Value = serde_json::from_slice(&clear).expect("JSON");
    assert_eq!(
        (&json["clientSecret"], &json["client"]["id"]),
        (&secret.as_str().into(), &id.as_str().into())
    );

    let receiver = Desk::open().await;
    let own = read_public_key(&receiver.app).await.expect("a key");
    let file = run("age", &["--encrypt", "--armor", "-r", &own], &clear).stdout;
    let text = String::from_utf8(file).expect("armour");
    let opened = open_sealed_file(&receiver.app, text, None).await.expect("opened");
    assert_eq!((opened.client.id, opened.note.as_str()), (id, "For you"));
    assert_eq!(reveal_sealed_secret(&receiver.app).await.expect("revealed").text, secret);
}

/// `age` reads passphrases from a terminal only: `script` is one.
#[tokio::test]
async fn age_opens_ours_with_the_passphrase_and_we_open_its_file() {
    let folder = Folder::new("passphrase");
    let (clear, file) = (folder.at("clear"), folder.at("file.age"));
    let (desk, id, secret) = sender().await;
    let key = Secret::new(PASSPHRASE.to_owned());
    let sealed =
        seal_hand_over(&desk.app, &desk.org.id, &id, SealedWith::Passphrase, key, "").await.expect("sealed");
    let line = format!("age --decrypt -o '{clear}' '{}'", sealed.path);
    run("script", &["-qec", &line, "/dev/null"], format!("{PASSPHRASE}\n").as_bytes());
    let bytes = std::fs::read(&clear).expect("a file");
    let json: serde_json::Value = serde_json::from_slice(&bytes).expect("JSON");
    assert_eq!(json["clientSecret"], secret.as_str());

    let line = format!("age --encrypt --armor --passphrase -o '{file}' '{clear}'");
    run("script", &["-qec", &line, "/dev/null"], format!("{PASSPHRASE}\n{PASSPHRASE}\n").as_bytes());
    let text = std::fs::read_to_string(&file).expect("armour");
    let receiver = Desk::open().await;
    let passphrase = Some(Secret::new(PASSPHRASE.to_owned()));
    open_sealed_file(&receiver.app, text, passphrase).await.expect("opened");
    assert_eq!(reveal_sealed_secret(&receiver.app).await.expect("revealed").text, secret);
}
