//! The real keychain of a Linux desktop: GNOME Keyring, on a bus and in a home of its own, asked by other processes.
//! What runs in those processes is marked `ignored` here; each test below runs the ones it needs.

use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use latchkey::vault::VaultError;

use crate::vault_session::{Prompter, Session};

/// What is kept in all these tests; it must be found nowhere in clear.
const CANARY: &str = "canary-5b1f0e7a-in-clear";
const CANARY_ENCODED: &str = "Y2FuYXJ5LTViMWYwZTdhLWlu";

/// One of the functions of `inner`, in a process of its own.
fn inner(session: &Session, name: &str) -> Command {
    let module = module_path!().split_once("::").expect("a module of the suite").1;
    let mut command = Command::new(std::env::current_exe().expect("this test"));
    command.args(["--ignored", "--exact", "--nocapture", &format!("{module}::inner::{name}")]);
    session.furnish(&mut command);
    command
}

fn succeeds(session: &Session, name: &str, expected: Option<VaultError>) {
    let mut command = inner(session, name);
    command.env_remove("EXPECTED");
    if let Some(error) = expected {
        command.env("EXPECTED", format!("{error:?}"));
    }
    judge(name, &command.output().expect("a process"));
}

fn judge(name: &str, Output { status, stdout, stderr }: &Output) {
    let said = format!("{}\n{}", String::from_utf8_lossy(stdout), String::from_utf8_lossy(stderr));
    // A name that no test has would succeed as well.
    assert!(status.success() && said.contains(" 1 passed;"), "{name}: {said}");
    assert!(!said.contains(CANARY) && !said.contains(CANARY_ENCODED), "{name} printed a secret");
}

/// Every file below a folder, with its bytes.
fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("folder").flatten() {
            let kind = entry.file_type().expect("kind");
            if kind.is_dir() {
                folders.push(entry.path());
            } else if kind.is_file() {
                found.insert(entry.path(), fs::read(entry.path()).expect("file"));
            }
        }
    }
    found
}

fn leaks(folder: &Path) -> Vec<PathBuf> {
    let holds = |bytes: &[u8], text: &str| bytes.windows(text.len()).any(|window| window == text.as_bytes());
    files(folder)
        .into_iter()
        .filter(|(_, bytes)| holds(bytes, CANARY) || holds(bytes, CANARY_ENCODED))
        .map(|(path, _)| path)
        .collect()
}

/// Every question gets this error, and not a byte of the home changes.
fn refuses(session: &Session, error: VaultError) {
    let before = files(session.home());
    succeeds(session, "is_refused", Some(error));
    assert_eq!(before.keys().collect::<Vec<_>>(), files(session.home()).keys().collect::<Vec<_>>());
    assert!(before == files(session.home()), "a file changed, though the answer was {error:?}");
}

#[test]
fn what_one_process_keeps_another_finds() {
    let mut session = Session::new("round-trip");
    session.start_keyring(Some("password"));
    succeeds(&session, "probes", None);
    succeeds(&session, "keeps", None);
    succeeds(&session, "finds", None);
    session.stop_keyring();
    assert!(!files(session.home()).is_empty(), "the keyring has its file");
    assert_eq!(leaks(session.home()), Vec::<PathBuf>::new());
    session.start_keyring(Some("password"));
    succeeds(&session, "finds", None);
    succeeds(&session, "mends_what_is_damaged", None);
    succeeds(&session, "forgets", None);
}

#[test]
fn a_service_that_is_restarted_meanwhile() {
    let mut session = Session::new("restarted");
    session.start_keyring(Some("password"));
    let mut command = inner(&session, "outlives_the_service");
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("a process");
    let mut lines = BufReader::new(child.stdout.take().expect("its output")).lines();
    assert!(lines.any(|line| line.expect("text").ends_with("kept")), "it kept nothing");
    session.stop_keyring();
    session.start_keyring(Some("password"));
    drop(child.stdin.take());
    let stdout = lines.map_while(Result::ok).collect::<Vec<_>>().join("\n").into_bytes();
    judge("outlives_the_service", &Output { stdout, ..child.wait_with_output().expect("its end") });
}

#[test]
fn the_search_for_leaks_finds_them() {
    let session = Session::new("leaks");
    let folder = session.home().join("deep");
    fs::create_dir(&folder).expect("folder");
    fs::write(folder.join("plain"), format!("token={CANARY}\n")).expect("file");
    fs::write(folder.join("encoded"), format!("\0\0{CANARY_ENCODED}…")).expect("file");
    fs::write(folder.join("clean"), "canary").expect("file");
    assert_eq!(leaks(session.home()), [folder.join("encoded"), folder.join("plain")]);
}

#[test]
fn without_a_bus_there_is_no_keychain() {
    let mut session = Session::new("no-bus");
    session.stop_bus();
    refuses(&session, VaultError::NoKeychainService);
    session.lose_address();
    refuses(&session, VaultError::NoKeychainService);
}

#[test]
fn with_a_bus_and_nobody_on_it_there_is_no_keychain() {
    refuses(&Session::new("nobody"), VaultError::NoKeychainService);
}

#[test]
fn a_fresh_account_has_no_keyring_yet() {
    let mut session = Session::new("no-collection");
    session.start_keyring(None);
    refuses(&session, VaultError::NoCollection);
}

#[test]
fn a_locked_keyring_that_nobody_can_open() {
    let mut session = locked("locked");
    refuses(&session, VaultError::Locked);
    still_there(&mut session);
}

#[test]
fn a_locked_keyring_that_somebody_declines_to_open() {
    let mut session = locked("dismissed");
    let prompter = Prompter::start(&session);
    refuses(&session, VaultError::Dismissed);
    assert!(prompter.declined() >= 4, "each question was put to the person");
    drop(prompter);
    still_there(&mut session);
}

#[test]
fn a_service_that_does_not_answer() {
    let session = Session::new("silent");
    let _silent = session.own("org.freedesktop.secrets");
    refuses(&session, VaultError::TimedOut);
}

/// A session whose keyring holds the secret, and is locked.
fn locked(name: &str) -> Session {
    let mut session = Session::new(name);
    session.start_keyring(Some("password"));
    succeeds(&session, "keeps", None);
    session.stop_keyring();
    session.start_keyring(None);
    session
}

fn still_there(session: &mut Session) {
    session.stop_keyring();
    session.start_keyring(Some("password"));
    succeeds(session, "finds", None);
}

/// What the other processes do.
mod inner {
    use std::io::Read;
    use std::time::Duration;

    use latchkey::domain::secret::Secret;
    use latchkey::vault::{Keychain, SecretKey, SecretKind, Vault, VaultError};

    use super::CANARY;
    use crate::vault_session::{MARK, alter};

    /// For whoever runs the ignored tests by hand: their own keychain is not a place for tests.
    fn vault() -> Vault {
        assert!(std::env::var_os(MARK).is_some(), "only in a session of its own");
        Vault::keychain()
    }

    fn key(kind: SecretKind) -> SecretKey {
        SecretKey::new("3f2504e0-4f89-41d3-9a0c-0305e82c3301", kind).expect("a UUID")
    }

    #[tokio::test]
    #[ignore = "run by the tests above, in a session of its own"]
    async fn probes() {
        let vault = vault();
        vault.probe().await.expect("works");
        vault.probe().await.expect("works again");
    }

    #[tokio::test]
    #[ignore = "run by the tests above, in a session of its own"]
    async fn keeps() {
        let vault = vault();
        let key = key(SecretKind::RefreshToken);
        vault.keep(&key, &Secret::new("the one before".into())).await.expect("kept");
        vault.keep(&key, &Secret::new(CANARY.into())).await.expect("replaced");
    }

    #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
    #[ignore = "run by the tests above, in a session of its own"]
    async fn finds() {
        let vault = vault();
        let found = vault.fetch(&key(SecretKind::RefreshToken)).await.expect("fetched").expect("found");
        assert!(found.expose() == CANARY);
        assert!(vault.fetch(&key(SecretKind::AccessToken)).await.expect("fetched").is_none());
        let longest = "x".repeat(1920);
        let client_secret = key(SecretKind::ClientSecret);
        vault.keep(&client_secret, &Secret::new(longest.clone())).await.expect("kept");
        let found = vault.fetch(&client_secret).await.expect("fetched").expect("found");
        assert!(found.expose() == longest);
        vault.forget(&client_secret).await.expect("forgotten");
    }

    #[tokio::test]
    #[ignore = "run by the tests above, in a session of its own"]
    async fn outlives_the_service() {
        let vault = vault();
        let key = key(SecretKind::AccessToken);
        vault.keep(&key, &Secret::new("one".into())).await.expect("kept");
        println!("\nkept");
        std::io::stdin().read_to_end(&mut Vec::new()).expect("the restart");
        let found = vault.fetch(&key).await.expect("fetched").expect("found");
        assert_eq!(found.expose(), "one");
    }

    #[tokio::test]
    #[ignore = "run by the tests above, in a session of its own"]
    async fn forgets() {
        let vault = vault();
        for kind in [SecretKind::RefreshToken, SecretKind::RefreshToken, SecretKind::AccessToken] {
            vault.forget(&key(kind)).await.expect("forgotten");
            assert!(vault.fetch(&key(kind)).await.expect("fetched").is_none());
        }
    }

    #[tokio::test]
    #[ignore = "run by the tests above, in a session of its own"]
    async fn is_refused() {
        let expected = std::env::var("EXPECTED").expect("an error");
        let vault = vault();
        let vault = if expected == format!("{:?}", VaultError::TimedOut) {
            Vault::Keychain(Keychain::with_limit(Duration::from_millis(200)))
        } else {
            vault
        };
        let key = key(SecretKind::RefreshToken);
        let text = |error: VaultError| format!("{error:?}");
        assert_eq!(vault.fetch(&key).await.map(|_| ()).map_err(text), Err(expected.clone()));
        assert_eq!(vault.keep(&key, &Secret::new("new".into())).await.map_err(text), Err(expected.clone()));
        assert_eq!(vault.forget(&key).await.map_err(text), Err(expected.clone()));
        assert_eq!(vault.probe().await.map_err(text), Err(expected.clone()));
        // Nothing is under this key, and nobody may say so with certainty.
        let absent = self::key(SecretKind::AccessToken);
        assert!(vault.fetch(&absent).await.is_err());
        assert!(vault.forget(&absent).await.is_err());
    }

    /// Other programs of the same user may write what they like there.
    #[tokio::test]
    #[ignore = "run by the tests above, in a session of its own"]
    async fn mends_what_is_damaged() {
        let vault = vault();
        let key = key(SecretKind::AccessToken);
        vault.keep(&key, &Secret::new("mine".into())).await.expect("kept");
        for value in ["not base64!", "_w", ""] {
            alter("3f2504e0-4f89-41d3-9a0c-0305e82c3301-access-token", value);
            let fetched = vault.fetch(&key).await;
            match value {
                "" => assert!(fetched.expect("nothing").expect("an empty text").expose().is_empty()),
                _ => assert_eq!(fetched.map(|_| ()), Err(VaultError::Damaged)),
            }
        }
        vault.keep(&key, &Secret::new("mine again".into())).await.expect("kept");
        assert!(vault.fetch(&key).await.expect("fetched").is_some());
    }
}
