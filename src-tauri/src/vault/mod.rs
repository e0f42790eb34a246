//! Where secrets rest between sessions: the operating system's keychain, whose only user this folder is.
//! It must never write a secret anywhere else: where there is no keychain, it says so and keeps nothing.

mod drawer;
mod error;
mod key;
mod keychain;
mod memory;
#[cfg(target_os = "linux")]
#[path = "linux.rs"]
mod platform;
#[cfg(target_os = "macos")]
#[path = "macos.rs"]
mod platform;
#[cfg(target_os = "windows")]
#[path = "windows.rs"]
mod platform;
mod sealing;
mod stored;

pub use error::VaultError;
pub use key::{SecretKey, SecretKind};
pub use keychain::Keychain;
pub use memory::Memory;
pub use sealing::{Bound, SealingKey};

use crate::domain::secret::Secret;

/// A place for secrets.
pub enum Vault {
    /// The operating system's keychain.
    Keychain(Keychain),
    /// This process, for this session only: gone when Latchkey closes.
    Memory(Memory),
}

impl Vault {
    /// The operating system's keychain, opened at first use.
    pub fn keychain() -> Vault {
        Vault::Keychain(Keychain::new())
    }

    /// For this session only.
    pub fn memory() -> Vault {
        Vault::Memory(Memory::default())
    }

    /// Whether what is kept here is still there next time.
    pub fn lasts(&self) -> bool {
        matches!(self, Vault::Keychain(_))
    }

    /// Keeps a secret of up to 1,920 bytes, in the place of what was there.
    pub async fn keep(&self, key: &SecretKey, secret: &Secret) -> Result<(), VaultError> {
        let sealed = stored::seal(secret)?;
        match self {
            Vault::Keychain(keychain) => keychain.keep(key, sealed).await,
            Vault::Memory(memory) => {
                memory.keep(key, sealed);
                Ok(())
            }
        }
    }

    /// Keeps a secret that was made just now, unless there is one already, after a test of the keychain; gives what is
    /// there afterwards, read back. Of two callers who are first at the same time, both get the same.
    pub async fn keep_first(&self, key: &SecretKey, fresh: &Secret) -> Result<Secret, VaultError> {
        self.probe().await?;
        let sealed = stored::seal(fresh)?;
        let kept = match self {
            Vault::Keychain(keychain) => keychain.keep_first(key, sealed).await?,
            Vault::Memory(memory) => memory.keep_first(key, sealed)?,
        };
        kept.ok_or(VaultError::Damaged)
    }

    /// The secret kept under a key. `None` is certain: a locked keychain is an error.
    pub async fn fetch(&self, key: &SecretKey) -> Result<Option<Secret>, VaultError> {
        match self {
            Vault::Keychain(keychain) => keychain.fetch(key).await,
            Vault::Memory(memory) => memory.fetch(key),
        }
    }

    /// Removes what is kept under a key; it need not be there.
    pub async fn forget(&self, key: &SecretKey) -> Result<(), VaultError> {
        match self {
            Vault::Keychain(keychain) => keychain.forget(key).await,
            Vault::Memory(memory) => {
                memory.forget(key);
                Ok(())
            }
        }
    }

    /// Whether secrets can be kept now: writes one with one handle, reads it with another, and removes it.
    /// To be asked before anything is created whose secret has to be kept.
    pub async fn probe(&self) -> Result<(), VaultError> {
        match self {
            Vault::Keychain(keychain) => keychain.probe().await,
            Vault::Memory(_) => Ok(()),
        }
    }
}
