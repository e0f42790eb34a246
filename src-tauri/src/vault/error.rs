//! What can be wrong with a keychain, told apart by what the person can do about it.
//! It must never carry a value, nor what another crate said: such texts can hold the secret.

use serde::Serialize;
use specta::Type;

/// Why the keychain did not do what it was asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum VaultError {
    /// Nobody here keeps secrets: no session bus, no program behind it, or no logon session on Windows.
    #[error("there is no keychain service")]
    NoKeychainService,
    /// The service runs, but there is no keyring to put things into, as on a fresh account or under WSL.
    #[error("the keychain service has no keyring")]
    NoCollection,
    /// The keyring is locked, and nobody was asked for its password.
    #[error("the keychain is locked")]
    Locked,
    /// The keyring is locked; somebody was asked for its password, and declined.
    #[error("unlocking the keychain was declined")]
    Dismissed,
    /// No answer in time. Nothing was kept; a question may still be on the screen, so trying again can succeed.
    #[error("the keychain did not answer in time")]
    TimedOut,
    /// Longer than what every operating system takes.
    #[error("too long for a keychain")]
    TooLarge,
    /// What is there is not what was put there: altered, or there twice.
    #[error("what the keychain holds is damaged")]
    Damaged,
    /// Anything else.
    #[error("the keychain failed")]
    Other,
}
