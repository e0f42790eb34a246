//! Secrets that exist once: revealed and copied on request, gone when placed, cleared from the clipboard.

use latchkey::app::copy_text::{clear_copied_secrets, copy_text};
use latchkey::app::create_client::create_client;
use latchkey::app::failure::Failure;
use latchkey::app::list_clients::read_client;
use latchkey::app::place_secret::{
    Destination, copy_secret, list_unplaced_secrets, place_secret, reveal_secret,
};
use latchkey::clipboard::Clipboard;
use latchkey::domain::preset::Purpose;

use crate::desk::Desk;

async fn desk_with_secret() -> (Desk, String) {
    let desk = Desk::open().await;
    let draft = desk.draft(Purpose::Scim, "Entra ID").await;
    let created = create_client(&desk.app, &desk.org.id, &draft, false).await.expect("created");
    (desk, created.client.id)
}

#[tokio::test]
async fn a_secret_is_held_until_it_is_placed() {
    let (desk, id) = desk_with_secret().await;
    let unplaced = list_unplaced_secrets(&desk.app).await.expect("list");
    assert_eq!(unplaced.iter().map(|secret| secret.client_id.as_str()).collect::<Vec<_>>(), [id.as_str()]);
    assert!(!reveal_secret(&desk.app, &desk.org.id, &id).await.expect("revealed").text.is_empty());

    place_secret(&desk.app, &desk.org.id, &id, Destination::PasswordManager).await.expect("placed");
    assert!(list_unplaced_secrets(&desk.app).await.expect("list").is_empty());
    let gone = reveal_secret(&desk.app, &desk.org.id, &id).await.err();
    assert_eq!(gone, Some(Failure::SecretGone));
    let detail = read_client(&desk.app, &desk.org.id, &id).await.expect("detail");
    assert_eq!(detail.secret_placed, Some(Destination::PasswordManager));
}

#[tokio::test]
async fn a_copied_secret_is_cleared_later() {
    let (desk, id) = desk_with_secret().await;
    desk.write_settings(r#"{ "clipboardSeconds": 0 }"#);
    let copied = copy_secret(&desk.app, &desk.org.id, &id).await.expect("copied");
    assert_eq!(copied.cleared_in_seconds, Some(0));
    while !desk.copied().await.is_empty() {
        tokio::task::yield_now().await;
    }
}

#[tokio::test]
async fn a_copied_secret_stays_as_long_as_was_said() {
    let (desk, id) = desk_with_secret().await;
    let secret = reveal_secret(&desk.app, &desk.org.id, &id).await.expect("revealed").text;
    let copied = copy_secret(&desk.app, &desk.org.id, &id).await.expect("copied");
    assert_eq!(copied.cleared_in_seconds, Some(60));
    assert_eq!(desk.copied().await, secret);
}

#[test]
fn what_was_copied_since_is_left_alone() {
    let mut clipboard = Clipboard::Memory(String::new());
    let fingerprint = clipboard.put("a secret", true).expect("copied");
    clipboard.put("something else", false).expect("copied");
    assert_eq!(clipboard.clear_if(&fingerprint), Ok(false));
    assert!(matches!(&clipboard, Clipboard::Memory(text) if text == "something else"));
}

/// Whoever closes the window while the time still runs: nobody would clear it later.
#[tokio::test]
async fn a_copied_secret_does_not_outlive_the_program() {
    let (desk, id) = desk_with_secret().await;
    let copy = || copy_secret(&desk.app, &desk.org.id, &id);
    copy().await.expect("copied");
    clear_copied_secrets(&desk.app).await;
    assert_eq!(desk.copied().await, "");

    copy().await.expect("copied");
    copy_text(&desk.app, "something else").await.expect("copied");
    clear_copied_secrets(&desk.app).await;
    assert_eq!(desk.copied().await, "something else", "what was copied since is left alone");
}

/// A history of the clipboard brings back an older one of two.
#[tokio::test]
async fn no_copied_secret_is_forgotten_for_another() {
    let (desk, id) = desk_with_secret().await;
    copy_secret(&desk.app, &desk.org.id, &id).await.expect("copied");
    let first = desk.copied().await;
    latchkey::app::regenerate_secret::regenerate_secret(&desk.app, &desk.org.id, &id, false)
        .await
        .expect("a new one");
    copy_secret(&desk.app, &desk.org.id, &id).await.expect("copied");
    assert_ne!(desk.copied().await, first);
    copy_text(&desk.app, &first).await.expect("brought back");
    clear_copied_secrets(&desk.app).await;
    assert_eq!(desk.copied().await, "");
}
