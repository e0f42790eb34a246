//! The keychain of Windows: the Credential Manager, of this machine only.
//! It must never let a secret roam with the profile to machines where nobody signed in, which is the store's default.

use std::sync::Arc;

use keyring_core::{CredentialStore, Error};

use super::error::VaultError;

pub(super) const MODIFIERS: &[(&str, &str)] = &[("persistence", "Local")];

pub(super) fn open() -> Result<Arc<CredentialStore>, Error> {
    Ok(windows_native_keyring_store::Store::new()?)
}

pub(super) fn certain_of_absence() -> Result<(), VaultError> {
    Ok(())
}

pub(super) fn why(error: &Error) -> VaultError {
    match error {
        // ERROR_NO_SUCH_LOGON_SESSION: a service account, or a network logon.
        Error::NoStorageAccess(_) => VaultError::NoKeychainService,
        _ => VaultError::Other,
    }
}
