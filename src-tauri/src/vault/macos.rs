//! The keychain of macOS: the login keychain.
//! It must never use the protected keychain, which needs entitlements that a build of one's own does not have.

use std::sync::Arc;

use keyring_core::{CredentialStore, Error};
use security_framework::base::Error as SecurityError;

use super::error::VaultError;

pub(super) const MODIFIERS: &[(&str, &str)] = &[];

pub(super) fn open() -> Result<Arc<CredentialStore>, Error> {
    Ok(apple_native_keyring_store::keychain::Store::new()?)
}

pub(super) fn certain_of_absence() -> Result<(), VaultError> {
    Ok(())
}

pub(super) fn why(error: &Error) -> VaultError {
    let (Error::PlatformFailure(cause) | Error::NoStorageAccess(cause)) = error else {
        return VaultError::Other;
    };
    match cause.downcast_ref::<SecurityError>().map(|error| error.code()) {
        // errSecNoSuchKeychain, errSecInvalidKeychain, errSecNoDefaultKeychain
        Some(-25294 | -25295 | -25307) => VaultError::NoCollection,
        // errSecInteractionNotAllowed, as over SSH
        Some(-25308) => VaultError::Locked,
        // errSecUserCanceled, errSecAuthFailed
        Some(-128 | -25293) => VaultError::Dismissed,
        // errSecNotAvailable
        Some(-25291) => VaultError::NoKeychainService,
        _ => VaultError::Other,
    }
}
