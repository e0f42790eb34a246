//! The keychain as its thread sees it: one store named for each operating system, and no other.
//! It must never let another crate's error out, for their `Debug` prints secrets, nor use a store that is set globally.

use std::collections::HashMap;
use std::sync::Arc;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use keyring_core::{CredentialStore, Entry, Error};
use secrecy::zeroize::Zeroize;

use super::error::VaultError;
use super::keychain::Ask;
use super::platform;
use super::stored;
use crate::domain::secret::Secret;

const SERVICE: &str = "latchkey";

type Open = fn() -> Result<Arc<CredentialStore>, Error>;

/// The open store, if it is open.
pub(super) struct Drawer {
    open: Open,
    modifiers: &'static [(&'static str, &'static str)],
    store: Option<Arc<CredentialStore>>,
}

impl Default for Drawer {
    fn default() -> Drawer {
        Drawer { open: platform::open, modifiers: platform::MODIFIERS, store: None }
    }
}

impl Drawer {
    /// Does what is asked, and once more with a new connection where an old one may be the reason for a failure: the
    /// service may have been restarted meanwhile. Every question may be asked twice.
    pub(super) fn answer(&mut self, ask: &Ask) -> Result<Option<Secret>, VaultError> {
        let was_open = self.store.is_some();
        match self.attempt(ask) {
            Err(VaultError::Other) if was_open => self.attempt(ask),
            outcome => outcome,
        }
    }

    fn attempt(&mut self, ask: &Ask) -> Result<Option<Secret>, VaultError> {
        let outcome = match ask {
            Ask::Keep(user, sealed) => self.keep(user, sealed).map(|()| None),
            Ask::KeepFirst(user, sealed) => self.keep_first(user, sealed),
            Ask::Fetch(user) => self.fetch(user),
            Ask::Forget(user) => self.forget(user).map(|()| None),
            Ask::Probe => self.probe().map(|()| None),
        };
        if outcome.is_err() {
            self.store = None;
        }
        outcome
    }

    fn keep(&mut self, user: &str, sealed: &Secret) -> Result<(), VaultError> {
        let entry = self.entry(user)?;
        // EXPOSE: this is where it is kept.
        let bytes = sealed.expose().as_bytes();
        match entry.set_secret(bytes) {
            // Somebody copied the item: which one is ours cannot be said, so the new one replaces them all.
            Err(Error::Ambiguous(entries)) => {
                delete_all(&entries)?;
                entry.set_secret(bytes).map_err(refused)
            }
            kept => kept.map_err(refused),
        }
    }

    /// Read back with a handle of its own, as the probe does.
    fn keep_first(&mut self, user: &str, sealed: &Secret) -> Result<Option<Secret>, VaultError> {
        if let Some(kept) = self.fetch(user)? {
            return Ok(Some(kept));
        }
        self.keep(user, sealed)?;
        let kept = self.another().fetch(user)?.ok_or(VaultError::Damaged)?;
        // EXPOSE: only compared with what was kept.
        if stored::seal(&kept)?.expose() == sealed.expose() {
            Ok(Some(kept))
        } else {
            Err(VaultError::Damaged)
        }
    }

    fn another(&self) -> Drawer {
        Drawer { open: self.open, modifiers: self.modifiers, store: None }
    }

    fn fetch(&mut self, user: &str) -> Result<Option<Secret>, VaultError> {
        match self.entry(user)?.get_secret() {
            Ok(kept) => stored::open(kept).map(Some),
            Err(Error::NoEntry) => platform::certain_of_absence().map(|()| None),
            Err(error) => Err(refused(error)),
        }
    }

    fn forget(&mut self, user: &str) -> Result<(), VaultError> {
        match self.entry(user)?.delete_credential() {
            Err(Error::NoEntry) => platform::certain_of_absence(),
            Err(Error::Ambiguous(entries)) => delete_all(&entries),
            deleted => deleted.map_err(refused),
        }
    }

    /// Two handles, because a store that keeps things in its own memory would pass with one. The name is a new one
    /// each time: another Latchkey may be doing the same.
    fn probe(&mut self) -> Result<(), VaultError> {
        let user = format!("probe-{}", random()?);
        let value = Secret::new(random()?);
        self.keep(&user, &stored::seal(&value)?)?;
        let read = self.another().fetch(&user);
        // Removed, whatever the reading said.
        self.forget(&user)?;
        match read? {
            // EXPOSE: a random text, compared with itself.
            Some(read) if read.expose() == value.expose() => Ok(()),
            _ => Err(VaultError::Damaged),
        }
    }

    fn entry(&mut self, user: &str) -> Result<Entry, VaultError> {
        let store = match &self.store {
            Some(store) => store,
            None => self.store.insert((self.open)().map_err(refused)?),
        };
        let modifiers: HashMap<&str, &str> = self.modifiers.iter().copied().collect();
        store.build(SERVICE, user, Some(&modifiers)).map_err(refused)
    }
}

fn delete_all(entries: &[Entry]) -> Result<(), VaultError> {
    entries.iter().try_for_each(|entry| match entry.delete_credential() {
        Err(Error::NoEntry) => Ok(()),
        deleted => deleted.map_err(refused),
    })
}

fn random() -> Result<String, VaultError> {
    let mut bytes = [0_u8; 16];
    getrandom::fill(&mut bytes).map_err(|_| VaultError::Other)?;
    Ok(URL_SAFE_NO_PAD.encode(bytes))
}

/// The only way out for another crate's error; bytes in it are wiped.
fn refused(error: Error) -> VaultError {
    match error {
        Error::BadEncoding(mut bytes) | Error::BadDataFormat(mut bytes, _) => {
            bytes.zeroize();
            VaultError::Damaged
        }
        Error::Ambiguous(_) => VaultError::Damaged,
        Error::TooLong(..) => VaultError::TooLarge,
        Error::PlatformFailure(_) | Error::NoStorageAccess(_) => platform::why(&error),
        _ => VaultError::Other,
    }
}

#[cfg(test)]
mod tests {
    use keyring_core::{Error, mock};

    use super::{Ask, Drawer, VaultError, refused};

    impl Drawer {
        /// A drawer over the store of a test.
        pub(in crate::vault) fn of(store: std::sync::Arc<mock::Store>) -> Drawer {
            Drawer { open: || Ok(mock::Store::new()?), modifiers: &[], store: Some(store) }
        }
    }

    /// Programs have shipped a store that holds everything in its own memory, and reports success.
    #[test]
    fn a_store_that_only_pretends_fails_the_probe() {
        let store = mock::Store::new().expect("a store");
        assert!(Drawer::of(store.clone()).answer(&Ask::Probe).is_err());
        let held = store.inner.lock().expect("open");
        assert!(held.borrow().iter().all(|item| item.inner.lock().expect("open").borrow().secret.is_none()));
        assert_eq!(held.borrow().len(), 1, "it was asked");
    }

    #[test]
    fn another_crates_error_never_comes_out() {
        let cause = || Box::new(std::io::Error::other("canary"));
        assert_eq!(refused(Error::BadEncoding(b"canary".into())), VaultError::Damaged);
        assert_eq!(refused(Error::BadDataFormat(b"canary".into(), cause())), VaultError::Damaged);
        assert_eq!(refused(Error::Ambiguous(Vec::new())), VaultError::Damaged);
        assert_eq!(refused(Error::TooLong("secret".into(), 2560)), VaultError::TooLarge);
        assert_eq!(refused(Error::Invalid("user".into(), "canary".into())), VaultError::Other);
        assert_eq!(refused(Error::NoDefaultStore), VaultError::Other);
    }
}
