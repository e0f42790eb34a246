//! Sealed files: only their receiver opens them, whatever else happens to them; and what was opened is let go of.

use latchkey::app::create_client::create_client;
use latchkey::app::failure::Failure;
use latchkey::app::hand_over::DocumentKind;
use latchkey::app::open_sealed_file::{
    OpenedFile, close_sealed_file, copy_sealed_secret, needs_passphrase, open_sealed_file, read_public_key,
    reveal_sealed_secret, save_sealed_document,
};
use latchkey::app::place_secret::{Destination, list_unplaced_secrets, place_secret, reveal_secret};
use latchkey::app::seal_hand_over::{SealedWith, propose_passphrase, seal_hand_over};
use latchkey::domain::preset::Purpose;
use latchkey::domain::secret::Secret;
use latchkey::handover::package::Package;
use latchkey::handover::sealed_file::{
    self, Lock, SealedFileError, new_key, new_passphrase, open_with_key, open_with_passphrase, public_key,
};

use crate::desk::Desk;

const PASSPHRASE: &str = "correct horse battery staple";

fn secret(text: &str) -> Secret {
    Secret::new(text.to_owned())
}

/// A client whose secret waits, with its ID and secret.
async fn sender() -> (Desk, String, String) {
    let desk = Desk::open().await;
    let draft = desk.draft(Purpose::Scim, "Entra ID – équipe").await;
    let created = create_client(&desk.app, &desk.org.id, &draft, false).await.expect("created");
    let text = reveal_secret(&desk.app, &desk.org.id, &created.client.id).await.expect("a secret").text;
    (desk, created.client.id, text)
}

async fn seal(desk: &Desk, id: &str, with: SealedWith, key: &str) -> Result<String, Failure> {
    let note = " For the pilot.\nAsk Alex. ";
    let file = seal_hand_over(&desk.app, &desk.org.id, id, with, secret(key), note).await?;
    assert!(file.path.ends_with(".age"), "{}", file.path);
    Ok(std::fs::read_to_string(&file.path).expect("a file"))
}

async fn open(desk: &Desk, text: &str, passphrase: Option<&str>) -> Result<OpenedFile, Failure> {
    open_sealed_file(&desk.app, text.to_owned(), passphrase.map(secret)).await
}

fn because(reason: SealedFileError) -> Failure {
    Failure::SealedFile { reason }
}

#[tokio::test]
async fn the_receiver_opens_it_with_the_passphrase() {
    let (desk, id, sealed_secret) = sender().await;
    let text = seal(&desk, &id, SealedWith::Passphrase, PASSPHRASE).await.expect("sealed");
    assert!(text.starts_with("-----BEGIN AGE ENCRYPTED FILE-----"), "a mail can carry it");
    assert!(!text.contains(&sealed_secret) && !text.contains(&id));
    let waiting = list_unplaced_secrets(&desk.app).await.expect("a list");
    assert_eq!(waiting.len(), 1, "the person has not said yet where it went");

    let receiver = Desk::open().await;
    assert_eq!(needs_passphrase(&text), Ok(true));
    let wrong = open(&receiver, &text, Some("correct horse battery stable")).await;
    assert_eq!(wrong, Err(because(SealedFileError::WrongPassphrase)));
    assert_eq!(reveal_sealed_secret(&receiver.app).await.err(), Some(Failure::SecretGone));
    let opened =
        open(&receiver, &format!("\n{text}\n"), Some(&format!(" {PASSPHRASE} "))).await.expect("opened");
    assert_eq!((&opened.client.id, opened.practice), (&id, true));
    assert_eq!(
        (opened.note.as_str(), opened.client.created_by.as_ref()),
        ("For the pilot.\nAsk Alex.", None)
    );
    assert_eq!(opened.client.name, "Entra ID – équipe");
    let documents: String = opened.documents.iter().map(|document| document.text.as_str()).collect();
    assert!(documents.contains(&id) && !documents.contains(&sealed_secret));

    assert_eq!(reveal_sealed_secret(&receiver.app).await.expect("revealed").text, sealed_secret);
    copy_sealed_secret(&receiver.app).await.expect("copied");
    assert_eq!(receiver.copied().await, sealed_secret);
    let saved = save_sealed_document(&receiver.app, DocumentKind::Env).await.expect("saved");
    assert!(!std::fs::read_to_string(saved.path).expect("a file").contains(&sealed_secret));
    close_sealed_file(&receiver.app).await.expect("closed");
    assert_eq!(reveal_sealed_secret(&receiver.app).await.err(), Some(Failure::SecretGone));
    assert_eq!(copy_sealed_secret(&receiver.app).await.err(), Some(Failure::SecretGone));
}

#[tokio::test]
async fn a_public_key_lets_in_nobody_else() {
    let (desk, id, sealed_secret) = sender().await;
    let (receiver, other) = (Desk::open().await, Desk::open().await);
    let key = read_public_key(&receiver.app).await.expect("a key");
    assert_eq!(read_public_key(&receiver.app).await.as_ref(), Ok(&key), "it stays the same");
    let text = seal(&desk, &id, SealedWith::PublicKey, &format!("{key}\n")).await.expect("sealed");
    assert_eq!(needs_passphrase(&text), Ok(false));
    let keyless = open(&other, &text, None).await;
    assert_eq!(keyless, Err(because(SealedFileError::NotForThisKey)));
    read_public_key(&other.app).await.expect("a key");
    assert_eq!(open(&other, &text, None).await, Err(because(SealedFileError::NotForThisKey)));
    open(&receiver, &text, None).await.expect("opened");
    assert_eq!(reveal_sealed_secret(&receiver.app).await.expect("revealed").text, sealed_secret);
}

#[tokio::test]
async fn what_cannot_be_sealed_says_why_and_writes_nothing() {
    let (desk, id, _) = sender().await;
    let short = seal(&desk, &id, SealedWith::Passphrase, "fifteen letters").await;
    assert_eq!(short, Err(because(SealedFileError::PassphraseTooShort)));
    for key in ["", "age1", "ssh-ed25519 AAAA", "AGE-SECRET-KEY-1QQQ", PASSPHRASE] {
        let refused = seal(&desk, &id, SealedWith::PublicKey, key).await;
        assert_eq!(refused, Err(because(SealedFileError::NotAPublicKey)), "{key}");
    }
    place_secret(&desk.app, &desk.org.id, &id, Destination::Program).await.expect("placed");
    assert_eq!(seal(&desk, &id, SealedWith::Passphrase, PASSPHRASE).await, Err(Failure::SecretGone));
}

#[test]
fn proposed_passphrases_are_long_enough_and_never_the_same() {
    let one = propose_passphrase().expect("a passphrase").text;
    let other = new_passphrase().expect("a passphrase");
    assert_ne!(one, other.expose());
    assert!(Lock::passphrase(secret(&one)).is_ok());
    let groups: Vec<usize> = one.split('-').map(str::len).collect();
    assert_eq!(groups, [5; 5], "{one}");
    assert!(
        one.chars()
            .all(|letter| letter == '-' || (letter.is_ascii_alphanumeric() && !"l01o".contains(letter)))
    );
}

#[test]
fn a_file_that_was_cut_or_changed_is_not_opened() {
    let key = new_key();
    let lock = Lock::public_key(&public_key(&key).expect("a public key")).expect("a lock");
    let clear = br#"{"format":"something else","version":1}"#;
    let text = sealed_file::seal(clear, lock).expect("sealed");
    assert_eq!(open_with_key(&text, &key).expect("opened").as_slice(), clear);
    let lines: Vec<&str> = text.lines().collect();
    for kept in 0..lines.len() {
        let cut = lines[..kept].join("\n");
        assert!(open_with_key(&cut, &key).is_err(), "{kept} lines");
    }
    // The dashes round the marks are no part of it: mail programs make others of them.
    for place in (0..text.trim_end().len()).step_by(7).filter(|place| text.as_bytes()[*place] != b'-') {
        let mut bytes = text.clone().into_bytes();
        bytes[place] = if bytes[place] == b'A' { b'B' } else { b'A' };
        let changed = String::from_utf8(bytes).expect("text");
        let opened = open_with_key(&changed, &key);
        assert!(opened.is_err(), "a change at {place} was not noticed");
    }
    for foreign in ["", "hello", "-----BEGIN AGE ENCRYPTED FILE-----", &"A".repeat(600_000)] {
        assert_eq!(open_with_key(foreign, &key).err(), Some(SealedFileError::NotSealed));
    }
}

#[test]
fn a_passphrase_may_not_cost_minutes() {
    let header = "age-encryption.org/v1\n-> scrypt bIBI3iDmCNPpWDHuSPhCCw 30\n\
        AbVgZ7i3XDPTjuJCh2nUwQhmfvPPPrVkdDAZKGyzZAw\n--- AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\n";
    let mut bytes = header.as_bytes().to_vec();
    bytes.extend([0; 64]);
    let mut armour =
        age::armor::ArmoredWriter::wrap_output(Vec::new(), age::armor::Format::AsciiArmor).expect("armour");
    std::io::Write::write_all(&mut armour, &bytes).expect("written");
    let text = String::from_utf8(armour.finish().expect("finished")).expect("text");
    let refused = open_with_passphrase(&text, &secret(PASSPHRASE)).err();
    assert_eq!(refused, Some(SealedFileError::TooMuchWork));
}

#[test]
fn something_else_in_a_sealed_file_is_no_hand_over() {
    let of = |json: &str| Package::from_json(json.as_bytes()).map(|_| ()).expect_err("refused");
    for json in [
        "",
        "[]",
        "{}",
        r#"{"format":"other","version":1}"#,
        r#"{"format":"latchkey hand-over","version":1}"#,
    ] {
        assert_eq!(of(json), SealedFileError::NotAHandOver, "{json}");
    }
    assert_eq!(of(r#"{"format":"latchkey hand-over","version":2}"#), SealedFileError::Newer);
}
