//! Seals secrets that wait outside the vault, with a key that never leaves it.
//! It must never open for one operation what was sealed for another, nor trust a key that it has not read back.

use std::fmt;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use secrecy::zeroize::{Zeroize, Zeroizing};
use sha2::{Digest, Sha256};

use super::Vault;
use super::error::VaultError;
use super::key::{SecretKey, SecretKind};
use crate::domain::secret::Secret;

/// Under this name the key is kept; it belongs to no profile.
const OWNER: &str = "6c617463-686b-6579-0000-7365616c696e";
/// Bytes of a key.
const KEY: usize = 32;
/// Bytes of a nonce, which stands before what is sealed: long enough to be picked by chance each time.
const NONCE: usize = 24;
/// Of what is sealed and what it is bound to.
const VERSION: u32 = 1;

/// What a sealed secret belongs to; for anything else it does not open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bound<'a> {
    /// The organization.
    pub org_id: &'a str,
    /// The operation out of which the secret came.
    pub operation_id: &'a str,
}

impl Bound<'_> {
    /// Each part with its length before it, so that nothing can slip from one into the next.
    fn bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        for part in [self.org_id.as_bytes(), self.operation_id.as_bytes(), &VERSION.to_be_bytes()] {
            bytes.extend((part.len() as u64).to_be_bytes());
            bytes.extend(part);
        }
        bytes
    }
}

/// The key of a vault. Wiped from memory when dropped.
pub struct SealingKey {
    key: Zeroizing<[u8; KEY]>,
    id: String,
}

impl SealingKey {
    fn new(kept: &Secret) -> Result<SealingKey, VaultError> {
        let mut key = Zeroizing::new([0; KEY]);
        let length = URL_SAFE_NO_PAD.decode_slice(kept.expose(), key.as_mut_slice());
        if length != Ok(KEY) {
            return Err(VaultError::Damaged);
        }
        let digest =
            Sha256::new().chain_update(b"latchkey sealing key\0").chain_update(key.as_slice()).finalize();
        let id = digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
        Ok(SealingKey { key, id })
    }

    /// Which key it is, in 16 characters that say nothing about it.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Seals a secret for an operation.
    pub fn seal(&self, secret: &Secret, bound: &Bound<'_>) -> Result<Vec<u8>, VaultError> {
        let mut nonce = [0_u8; NONCE];
        getrandom::fill(&mut nonce).map_err(|_| VaultError::Other)?;
        let payload = Payload { msg: secret.expose().as_bytes(), aad: &bound.bytes() };
        let sealed = self.cipher().encrypt(&XNonce::from(nonce), payload).map_err(|_| VaultError::Other)?;
        Ok([nonce.as_slice(), &sealed].concat())
    }

    /// The secret. [`VaultError::Damaged`] if it was altered, or sealed for something else, or with another key.
    pub fn open(&self, sealed: &[u8], bound: &Bound<'_>) -> Result<Secret, VaultError> {
        let (nonce, sealed) = sealed.split_first_chunk::<NONCE>().ok_or(VaultError::Damaged)?;
        let payload = Payload { msg: sealed, aad: &bound.bytes() };
        let clear = self.cipher().decrypt(&XNonce::from(*nonce), payload).map_err(|_| VaultError::Damaged)?;
        String::from_utf8(clear).map(Secret::new).map_err(|error| {
            error.into_bytes().zeroize();
            VaultError::Damaged
        })
    }

    fn cipher(&self) -> XChaCha20Poly1305 {
        XChaCha20Poly1305::new((&*self.key).into())
    }
}

impl fmt::Debug for SealingKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SealingKey({})", self.id)
    }
}

impl Vault {
    /// The key that seals. At first use it is made, after a test of the keychain, and read back before it is trusted.
    ///
    /// Of two callers who are first at the same time, both get the same key.
    pub async fn sealing_key(&self) -> Result<SealingKey, VaultError> {
        let name = SecretKey::new(OWNER, SecretKind::SealingKey).ok_or(VaultError::Other)?;
        if let Some(kept) = self.fetch(&name).await? {
            return SealingKey::new(&kept);
        }
        let mut key = Zeroizing::new([0_u8; KEY]);
        getrandom::fill(key.as_mut_slice()).map_err(|_| VaultError::Other)?;
        let fresh = Secret::new(URL_SAFE_NO_PAD.encode(*key));
        SealingKey::new(&self.keep_first(&name, &fresh).await?)
    }
}
