//! The lock on the journal; the locked file also says how far the journal had come, in case its own files fall back.
//! It must never be believed where it is not whole: then it says nothing.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{Read, Seek, SeekFrom, Write};
use std::path::Path;

use sha2::{Digest, Sha256};

use super::error::JournalError;
use super::head::Head;
use super::row::Sum;

const NAME: &str = "journal.lock";
/// Bytes: the count, the digest, and a check over both.
const LENGTH: usize = 8 + 16 + 16;

/// An exclusive hold on the journal; the system releases it when the process ends, however it ends.
pub(super) struct Witness(File);

impl Witness {
    /// Takes the lock, or [`JournalError::InUse`].
    pub(super) fn lock(folder: &Path) -> Result<Witness, JournalError> {
        let mut options = OpenOptions::new();
        options.read(true).write(true).create(true).truncate(false);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let file = options.open(folder.join(NAME))?;
        match file.try_lock() {
            Ok(()) => Ok(Witness(file)),
            Err(TryLockError::WouldBlock) => Err(JournalError::InUse),
            Err(TryLockError::Error(error)) => Err(error.into()),
        }
    }

    /// What it says, if anything.
    pub(super) fn says(&mut self) -> Option<Head> {
        let mut bytes = Vec::new();
        self.0.seek(SeekFrom::Start(0)).ok()?;
        (&self.0).take(LENGTH as u64 + 1).read_to_end(&mut bytes).ok()?;
        let (changes, digest) = (bytes.get(..8)?, bytes.get(8..24)?);
        let head =
            Head { changes: i64::from_be_bytes(changes.try_into().ok()?), digest: digest.try_into().ok()? };
        (bytes == written(&head)).then_some(head)
    }

    /// Notes what was committed. Not synced: after a power cut it may say too little, and never too much.
    pub(super) fn note(&mut self, head: &Head) -> std::io::Result<()> {
        self.0.seek(SeekFrom::Start(0))?;
        self.0.write_all(&written(head))
    }
}

fn written(head: &Head) -> Vec<u8> {
    let mut bytes = head.changes.to_be_bytes().to_vec();
    bytes.extend(head.digest);
    let check: Sum = {
        let mut sum = Sum::default();
        sum.iter_mut().zip(Sha256::digest(&bytes)).for_each(|(place, byte)| *place = byte);
        sum
    };
    bytes.extend(check);
    bytes
}
