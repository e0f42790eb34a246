//! Secrets for this session only, in the form and within the limits of a keychain.
//! It must never outlive the process, nor be printed.

use std::collections::HashMap;
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::error::VaultError;
use super::key::SecretKey;
use super::stored;
use crate::domain::secret::Secret;

/// Secrets in this process's memory; a copy of it is the same memory.
#[derive(Default, Clone)]
pub struct Memory(Arc<Mutex<HashMap<SecretKey, Secret>>>);

impl Memory {
    fn held(&self) -> MutexGuard<'_, HashMap<SecretKey, Secret>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn keep(&self, key: &SecretKey, sealed: Secret) {
        self.held().insert(key.clone(), sealed);
    }

    pub(super) fn keep_first(&self, key: &SecretKey, sealed: Secret) -> Result<Option<Secret>, VaultError> {
        self.held().entry(key.clone()).or_insert(sealed);
        self.fetch(key)
    }

    pub(super) fn fetch(&self, key: &SecretKey) -> Result<Option<Secret>, VaultError> {
        // EXPOSE: the caller gets a copy, wiped as this one is.
        self.held().get(key).map(|sealed| stored::open(sealed.expose().into())).transpose()
    }

    pub(super) fn forget(&self, key: &SecretKey) {
        self.held().remove(key);
    }
}

impl fmt::Debug for Memory {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Memory(…)")
    }
}
