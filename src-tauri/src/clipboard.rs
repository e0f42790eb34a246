//! The system clipboard, written from Rust so that a secret need not pass through the web view; the only user of `arboard`.
//! It must never keep a secret longer than asked, nor clear what somebody else has put there since.

use sha2::{Digest, Sha256};

/// A clipboard: the system's, or one in memory for tests.
pub enum Clipboard {
    /// The system's, opened at first use.
    #[cfg(feature = "desktop")]
    System(Option<arboard::Clipboard>),
    /// In memory, for tests.
    Memory(String),
}

/// The clipboard cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the clipboard cannot be used")]
pub struct ClipboardUnavailable;

/// Recognises a text without keeping it.
#[derive(Clone, PartialEq, Eq)]
pub struct Fingerprint([u8; 32]);

impl Fingerprint {
    fn of(text: &str) -> Fingerprint {
        Fingerprint(Sha256::digest(text.as_bytes()).into())
    }
}

impl Clipboard {
    /// The system's clipboard.
    #[cfg(feature = "desktop")]
    pub fn system() -> Clipboard {
        Clipboard::System(None)
    }

    /// Puts a text there. `secret` asks clipboard histories to leave it out.
    pub fn put(&mut self, text: &str, secret: bool) -> Result<Fingerprint, ClipboardUnavailable> {
        match self {
            #[cfg(feature = "desktop")]
            Clipboard::System(slot) => system::put(slot, text, secret)?,
            Clipboard::Memory(held) => text.clone_into(held),
        }
        Ok(Fingerprint::of(text))
    }

    /// Clears the clipboard if it still holds the text of this fingerprint.
    pub fn clear_if(&mut self, fingerprint: &Fingerprint) -> Result<bool, ClipboardUnavailable> {
        let held = match self {
            #[cfg(feature = "desktop")]
            Clipboard::System(slot) => system::text(slot)?,
            Clipboard::Memory(held) => held.clone(),
        };
        if Fingerprint::of(&held) != *fingerprint {
            return Ok(false);
        }
        match self {
            #[cfg(feature = "desktop")]
            Clipboard::System(slot) => system::clear(slot)?,
            Clipboard::Memory(held) => held.clear(),
        }
        Ok(true)
    }
}

#[cfg(feature = "desktop")]
mod system {
    use super::ClipboardUnavailable;

    type Slot = Option<arboard::Clipboard>;

    /// The clipboard stays open: on Linux the text lives in the process that put it there.
    fn open(slot: &mut Slot) -> Result<&mut arboard::Clipboard, ClipboardUnavailable> {
        if slot.is_none() {
            *slot = Some(arboard::Clipboard::new().map_err(|_| ClipboardUnavailable)?);
        }
        slot.as_mut().ok_or(ClipboardUnavailable)
    }

    pub(super) fn put(slot: &mut Slot, text: &str, secret: bool) -> Result<(), ClipboardUnavailable> {
        let set = open(slot)?.set();
        let set = if secret { excluded_from_history(set) } else { set };
        set.text(text).map_err(|_| ClipboardUnavailable)
    }

    #[cfg(target_os = "linux")]
    fn excluded_from_history(set: arboard::Set<'_>) -> arboard::Set<'_> {
        arboard::SetExtLinux::exclude_from_history(set)
    }

    #[cfg(target_os = "windows")]
    fn excluded_from_history(set: arboard::Set<'_>) -> arboard::Set<'_> {
        arboard::SetExtWindows::exclude_from_history(arboard::SetExtWindows::exclude_from_cloud(set))
    }

    #[cfg(target_os = "macos")]
    fn excluded_from_history(set: arboard::Set<'_>) -> arboard::Set<'_> {
        arboard::SetExtApple::exclude_from_history(set)
    }

    pub(super) fn text(slot: &mut Slot) -> Result<String, ClipboardUnavailable> {
        match open(slot)?.get_text() {
            Ok(text) => Ok(text),
            Err(arboard::Error::ContentNotAvailable) => Ok(String::new()),
            Err(_) => Err(ClipboardUnavailable),
        }
    }

    pub(super) fn clear(slot: &mut Slot) -> Result<(), ClipboardUnavailable> {
        open(slot)?.clear().map_err(|_| ClipboardUnavailable)
    }
}
