//! Files that only their receiver can open: the age format, armoured as text, so that any age program opens them too.
//! It must never choose a weak passphrase, nor work for minutes because a foreign file asks for it.

use std::io::{BufReader, Cursor, Read, Write};
use std::str::FromStr;

use age::armor::{ArmoredReader, ArmoredWriter, Format};
use age::{DecryptError, Decryptor, Encryptor, Identity, scrypt, x25519};
use secrecy::zeroize::Zeroizing;
use secrecy::{ExposeSecret, SecretString};
use serde::Serialize;
use specta::Type;

use super::pasted_armour::armour;
use crate::domain::pasted_credential::{clean, clean_passphrase};
use crate::domain::secret::Secret;

/// Fewest characters of a passphrase: it guards a file that others can copy and try for as long as they like.
pub const PASSPHRASE_MIN: usize = 16;

/// Most characters of a sealed file that is looked at, and most bytes of what is in it.
const MOST: usize = 512 * 1024;
/// The work that a passphrase costs, as a power of two; 128 MiB and about half a second.
const WORK: u8 = 17;
/// The most work that a foreign file may ask for; 512 MiB.
const MOST_WORK: u8 = 19;

/// Letters and digits that nobody takes for one another, read out or written down.
const ALPHABET: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";
/// A made passphrase: groups, and letters in each; 125 bits.
const GROUPS: usize = 5;
const LETTERS: usize = 5;

/// Why a file was not sealed or not opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum SealedFileError {
    /// Fewer characters than [`PASSPHRASE_MIN`].
    #[error("the passphrase is too short")]
    PassphraseTooShort,
    /// Not a public key of age: `age1` and 58 characters more.
    #[error("not a public key")]
    NotAPublicKey,
    /// Not a sealed file at all.
    #[error("not a sealed file")]
    NotSealed,
    /// Sealed with a passphrase, and not with this one.
    #[error("another passphrase")]
    WrongPassphrase,
    /// Sealed for somebody else's key.
    #[error("sealed for another key")]
    NotForThisKey,
    /// Its passphrase would cost more work than any program of good will asks for.
    #[error("the passphrase asks for too much work")]
    TooMuchWork,
    /// Cut off, or changed on its way.
    #[error("the sealed file is damaged")]
    Damaged,
    /// Opened, but it is no hand-over of Latchkey.
    #[error("something else is in it")]
    NotAHandOver,
    /// Made by a newer Latchkey.
    #[error("made by a newer version")]
    Newer,
}

/// What a file is sealed with.
pub enum Lock {
    /// Whoever knows the passphrase opens it.
    Passphrase(Secret),
    /// Whoever has the key of this public key opens it.
    PublicKey(x25519::Recipient),
}

impl Lock {
    /// A passphrase that is long enough.
    ///
    /// # Errors
    /// [`SealedFileError::PassphraseTooShort`].
    pub fn passphrase(passphrase: Secret) -> Result<Lock, SealedFileError> {
        // EXPOSE: to count its characters.
        let long = clean_passphrase(passphrase.expose()).chars().count() >= PASSPHRASE_MIN;
        if long { Ok(Lock::Passphrase(passphrase)) } else { Err(SealedFileError::PassphraseTooShort) }
    }

    /// The public key of the receiver, as their program shows it.
    ///
    /// # Errors
    /// [`SealedFileError::NotAPublicKey`].
    pub fn public_key(text: &str) -> Result<Lock, SealedFileError> {
        let key = x25519::Recipient::from_str(&clean(text));
        key.map(Lock::PublicKey).map_err(|_| SealedFileError::NotAPublicKey)
    }
}

/// A passphrase by chance, in groups that can be read out.
///
/// # Errors
/// When the operating system gives no random numbers.
pub fn new_passphrase() -> Result<Secret, getrandom::Error> {
    let mut bytes = Zeroizing::new([0_u8; GROUPS * LETTERS]);
    getrandom::fill(bytes.as_mut_slice())?;
    let mut text = String::with_capacity(GROUPS * (LETTERS + 1));
    for group in bytes.chunks(LETTERS) {
        if !text.is_empty() {
            text.push('-');
        }
        // Every letter is as likely: 256 is a multiple of 32.
        text.extend(
            group.iter().filter_map(|byte| ALPHABET.get(usize::from(byte % 32))).map(|&b| char::from(b)),
        );
    }
    Ok(Secret::new(text))
}

/// A key by chance with which to open what others seal for its public key.
pub fn new_key() -> Secret {
    // EXPOSE: from one type that shows nothing to another.
    Secret::new(x25519::Identity::generate().to_string().expose_secret().to_owned())
}

/// The public key of a key; `None` when it is not one.
pub fn public_key(key: &Secret) -> Option<String> {
    // EXPOSE: to compute what everybody may see.
    let identity = x25519::Identity::from_str(key.expose()).ok()?;
    Some(identity.to_public().to_string())
}

/// Seals bytes into a text. A passphrase takes its time: not to be called where others wait.
///
/// # Errors
/// Only when memory does not suffice.
pub fn seal(clear: &[u8], lock: Lock) -> std::io::Result<String> {
    let encryptor = match lock {
        Lock::Passphrase(passphrase) => {
            // EXPOSE: into the type of the library, which wipes it too.
            let mut recipient =
                scrypt::Recipient::new(SecretString::from(clean_passphrase(passphrase.expose())));
            recipient.set_work_factor(WORK);
            Encryptor::with_recipients(std::iter::once(&recipient as &dyn age::Recipient))
        }
        Lock::PublicKey(key) => Encryptor::with_recipients(std::iter::once(&key as &dyn age::Recipient)),
    };
    let armour = ArmoredWriter::wrap_output(Vec::new(), Format::AsciiArmor)?;
    let mut writer = encryptor.map_err(std::io::Error::other)?.wrap_output(armour)?;
    writer.write_all(clear)?;
    let text = writer.finish()?.finish()?;
    String::from_utf8(text).map_err(std::io::Error::other)
}

/// Whether a text is a sealed file that a passphrase opens, and no key.
///
/// # Errors
/// [`SealedFileError::NotSealed`].
pub fn needs_passphrase(text: &str) -> Result<bool, SealedFileError> {
    Ok(decryptor(text)?.is_scrypt())
}

/// Opens a sealed file with a passphrase. Takes its time, as sealing does.
///
/// # Errors
/// When it is not sealed with this passphrase, or no sealed file.
pub fn open_with_passphrase(text: &str, passphrase: &Secret) -> Result<Zeroizing<Vec<u8>>, SealedFileError> {
    // EXPOSE: into the type of the library, which wipes it too.
    let mut identity = scrypt::Identity::new(SecretString::from(clean_passphrase(passphrase.expose())));
    identity.set_max_work_factor(MOST_WORK);
    open(text, &identity, SealedFileError::WrongPassphrase)
}

/// Opens a sealed file with one's own key.
///
/// # Errors
/// When it is sealed for somebody else, or no sealed file.
pub fn open_with_key(text: &str, key: &Secret) -> Result<Zeroizing<Vec<u8>>, SealedFileError> {
    // EXPOSE: into the type of the library.
    let identity = x25519::Identity::from_str(key.expose()).map_err(|_| SealedFileError::NotForThisKey)?;
    open(text, &identity, SealedFileError::NotForThisKey)
}

fn open(
    text: &str,
    identity: &dyn Identity,
    otherwise: SealedFileError,
) -> Result<Zeroizing<Vec<u8>>, SealedFileError> {
    let reader = decryptor(text)?.decrypt(std::iter::once(identity)).map_err(|error| match error {
        DecryptError::ExcessiveWork { .. } => SealedFileError::TooMuchWork,
        DecryptError::NoMatchingKeys | DecryptError::DecryptionFailed | DecryptError::KeyDecryptionFailed => {
            otherwise
        }
        _ => SealedFileError::Damaged,
    })?;
    let mut clear = Zeroizing::new(Vec::new());
    let read = reader.take(MOST as u64 + 1).read_to_end(&mut clear);
    if read.is_err() || clear.len() > MOST { Err(SealedFileError::Damaged) } else { Ok(clear) }
}

type Armour = ArmoredReader<BufReader<Cursor<String>>>;

fn decryptor(text: &str) -> Result<Decryptor<Armour>, SealedFileError> {
    if text.len() > MOST {
        return Err(SealedFileError::NotSealed);
    }
    // As mail and chat bring it; what has not both marks is for the reader to refuse.
    let text = armour(text).unwrap_or_else(|| text.trim().to_owned());
    Decryptor::new(ArmoredReader::new(Cursor::new(text))).map_err(|error| match error {
        DecryptError::InvalidMac => SealedFileError::Damaged,
        _ => SealedFileError::NotSealed,
    })
}
