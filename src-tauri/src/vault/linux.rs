//! The keychain of a Linux desktop: the Secret Service (GNOME Keyring, KDE Wallet, KeePassXC), over D-Bus. In which state
//! it is, is asked of the service itself, for the store's errors do not tell: this file must never unlock, prompt or write.

use std::sync::Arc;

use keyring_core::{CredentialStore, Error};
use zbus::blocking::Connection;
use zbus::zvariant::{OwnedObjectPath, OwnedValue};

use super::error::VaultError;

const SERVICE: &str = "org.freedesktop.secrets";

/// GNOME Keyring, which asks through a program of its own; other services show their own windows.
const GNOME_KEYRING: &str = "org.gnome.keyring";
const GNOME_PROMPTER: &str = "org.gnome.keyring.SystemPrompter";

/// What the desktop's own keyring program shows.
pub(super) const MODIFIERS: &[(&str, &str)] = &[("label", "Latchkey")];

enum Standing {
    Open,
    Locked,
}

pub(super) fn open() -> Result<Arc<CredentialStore>, Error> {
    Ok(zbus_secret_service_keyring_store::Store::new()?)
}

/// Nothing was found, which is also what a locked or missing keyring says: is there one that could be looked through?
pub(super) fn certain_of_absence() -> Result<(), VaultError> {
    match standing(&session()?)? {
        Standing::Open => Ok(()),
        Standing::Locked => Err(VaultError::Locked),
    }
}

/// Why the service refused. "No access" holds even if the default keyring is open: the item can lie in another.
pub(super) fn why(error: &Error) -> VaultError {
    let refusal = session().and_then(|bus| match standing(&bus)? {
        Standing::Open if !matches!(error, Error::NoStorageAccess(_)) => Ok(VaultError::Other),
        _ if somebody_was_asked(&bus) => Ok(VaultError::Dismissed),
        _ => Ok(VaultError::Locked),
    });
    refusal.unwrap_or_else(|error| error)
}

fn session() -> Result<Connection, VaultError> {
    Connection::session().map_err(|_| VaultError::NoKeychainService)
}

fn standing(bus: &Connection) -> Result<Standing, VaultError> {
    let alias: OwnedObjectPath = bus
        .call_method(
            Some(SERVICE),
            "/org/freedesktop/secrets",
            Some("org.freedesktop.Secret.Service"),
            "ReadAlias",
            &("default",),
        )
        .and_then(|reply| reply.body().deserialize())
        .map_err(|_| VaultError::NoKeychainService)?;
    if alias.as_str() == "/" {
        return Err(VaultError::NoCollection);
    }
    let locked: OwnedValue = bus
        .call_method(
            Some(SERVICE),
            &alias,
            Some("org.freedesktop.DBus.Properties"),
            "Get",
            &("org.freedesktop.Secret.Collection", "Locked"),
        )
        .and_then(|reply| reply.body().deserialize())
        // An alias of nothing.
        .map_err(|_| VaultError::NoCollection)?;
    match bool::try_from(locked) {
        Ok(false) => Ok(Standing::Open),
        _ => Ok(Standing::Locked),
    }
}

/// A prompt that could not be shown ends exactly as one that was declined. What tells them apart is whether the program
/// that shows GNOME's prompts runs; it stays for a while after a prompt.
fn somebody_was_asked(bus: &Connection) -> bool {
    !has_owner(bus, GNOME_KEYRING) || has_owner(bus, GNOME_PROMPTER)
}

fn has_owner(bus: &Connection, name: &str) -> bool {
    bus.call_method(
        Some("org.freedesktop.DBus"),
        "/org/freedesktop/DBus",
        Some("org.freedesktop.DBus"),
        "NameHasOwner",
        &(name,),
    )
    .and_then(|reply| reply.body().deserialize())
    .unwrap_or(false)
}
