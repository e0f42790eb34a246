//! The vault in memory, and what holds for every vault: limits, names, and that nothing can be printed.
//! The keychain itself has its tests in `vault_keychain.rs`.

use latchkey::domain::secret::Secret;
use latchkey::vault::{Keychain, SecretKey, SecretKind, Vault, VaultError};

const PROFILE: &str = "3f2504e0-4f89-41d3-9a0c-0305e82c3301";
const OTHER: &str = "9b2d5b2c-7f1e-4a53-8a39-5d2f3b1c7e10";

fn key(profile: &str, kind: SecretKind) -> SecretKey {
    SecretKey::new(profile, kind).expect("a UUID")
}

fn secret(text: &str) -> Secret {
    Secret::new(text.to_owned())
}

async fn held(vault: &Vault, key: &SecretKey) -> Option<String> {
    vault.fetch(key).await.expect("fetched").map(|secret| secret.expose().to_owned())
}

#[tokio::test]
async fn memory_keeps_each_secret_under_its_own_key() {
    let vault = Vault::memory();
    assert!(!vault.lasts());
    let mut number = 0;
    for profile in [PROFILE, OTHER] {
        for kind in SecretKind::ALL {
            vault.keep(&key(profile, kind), &secret(&format!("value {number}"))).await.expect("kept");
            number += 1;
        }
    }
    number = 0;
    for profile in [PROFILE, OTHER] {
        for kind in SecretKind::ALL {
            assert_eq!(held(&vault, &key(profile, kind)).await, Some(format!("value {number}")));
            number += 1;
        }
    }
}

#[tokio::test]
async fn memory_replaces_and_forgets() {
    let vault = Vault::memory();
    let key = key(PROFILE, SecretKind::RefreshToken);
    assert_eq!(held(&vault, &key).await, None);
    vault.forget(&key).await.expect("nothing to forget");
    vault.keep(&key, &secret("first")).await.expect("kept");
    vault.keep(&key, &secret("second ü")).await.expect("kept");
    assert_eq!(held(&vault, &key).await.as_deref(), Some("second ü"));
    vault.forget(&key).await.expect("forgotten");
    assert_eq!(held(&vault, &key).await, None);
    vault.probe().await.expect("memory works");
}

/// A keychain takes 2,560 bytes on Windows; base64url makes 2,559 of 1,919, 2,560 of 1,920, and 2,562 of 1,921.
#[tokio::test]
async fn memory_has_the_limits_of_a_keychain() {
    let vault = Vault::memory();
    let key = key(PROFILE, SecretKind::AccessToken);
    for length in [0, 1919, 1920] {
        let text = "x".repeat(length);
        vault.keep(&key, &secret(&text)).await.expect("short enough");
        assert_eq!(held(&vault, &key).await, Some(text));
    }
    for length in [1921, 2559, 2560, 2561, 100_000] {
        let refused = vault.keep(&key, &secret(&"x".repeat(length))).await;
        assert_eq!(refused, Err(VaultError::TooLarge), "{length}");
    }
    assert_eq!(held(&vault, &key).await, Some("x".repeat(1920)), "a refused value replaces nothing");
}

/// Before any keychain is asked: this holds on a machine without one.
#[tokio::test]
async fn what_is_too_long_never_reaches_the_keychain() {
    let kept =
        Vault::keychain().keep(&key(PROFILE, SecretKind::ClientSecret), &secret(&"x".repeat(1921))).await;
    assert_eq!(kept, Err(VaultError::TooLarge));
}

#[tokio::test]
async fn nothing_can_be_printed() {
    let vault = Vault::memory();
    vault.keep(&key(PROFILE, SecretKind::AccessToken), &secret("canary-7431")).await.expect("kept");
    let Vault::Memory(memory) = &vault else { panic!("memory") };
    assert_eq!(format!("{memory:?} {:?}", Keychain::new()), "Memory(…) Keychain(…)");
    let fetched = vault.fetch(&key(PROFILE, SecretKind::AccessToken)).await;
    assert_eq!(format!("{fetched:?}"), "Ok(Some(Secret(…)))");
}

#[test]
fn the_page_gets_a_word_for_each_error() {
    let words = [
        (VaultError::NoKeychainService, "noKeychainService"),
        (VaultError::NoCollection, "noCollection"),
        (VaultError::Locked, "locked"),
        (VaultError::Dismissed, "dismissed"),
        (VaultError::TimedOut, "timedOut"),
        (VaultError::TooLarge, "tooLarge"),
        (VaultError::Damaged, "damaged"),
        (VaultError::Other, "other"),
    ];
    for (error, word) in words {
        assert_eq!(serde_json::to_value(error).expect("JSON"), word);
    }
}
