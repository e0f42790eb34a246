//! What can be wrong with the journal, told apart by what the program or the person can do about it.
//! It must never carry what SQLite said: such texts can quote what was to be written.

use std::io;

use rusqlite::{Error, ErrorCode};
use serde::Serialize;
use specta::Type;

/// Why the journal did not do what it was asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type, thiserror::Error)]
#[serde(rename_all = "camelCase")]
pub enum JournalError {
    /// Another Latchkey has it open.
    #[error("another process has the journal open")]
    InUse,
    /// A newer Latchkey, or another program, wrote it; it was left as it is.
    #[error("the journal was written by a newer version")]
    Newer,
    /// Its folder or a file in it cannot be written to.
    #[error("the journal cannot be written to")]
    ReadOnly,
    /// The disk is full.
    #[error("the disk is full")]
    Full,
    /// What is read is not what was written. It is put aside when the journal is opened next.
    #[error("the journal is damaged")]
    Damaged,
    /// The stage of the operation does not allow the event; nothing was changed.
    #[error("the operation cannot take this step")]
    NotAllowed,
    /// There is no such operation.
    #[error("there is no such operation")]
    Unknown,
    /// Anything else.
    #[error("the journal failed")]
    Other,
}

impl From<Error> for JournalError {
    fn from(error: Error) -> JournalError {
        match error {
            Error::SqliteFailure(failure, _) => match failure.code {
                ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => JournalError::InUse,
                ErrorCode::ReadOnly | ErrorCode::PermissionDenied => JournalError::ReadOnly,
                ErrorCode::DiskFull => JournalError::Full,
                ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase => JournalError::Damaged,
                _ => JournalError::Other,
            },
            Error::FromSqlConversionFailure(..)
            | Error::IntegralValueOutOfRange(..)
            | Error::InvalidColumnType(..)
            | Error::Utf8Error(..) => JournalError::Damaged,
            _ => JournalError::Other,
        }
    }
}

impl From<io::Error> for JournalError {
    fn from(error: io::Error) -> JournalError {
        match error.kind() {
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => JournalError::ReadOnly,
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => JournalError::Full,
            _ => JournalError::Other,
        }
    }
}

impl From<rusqlite_migration::Error> for JournalError {
    fn from(error: rusqlite_migration::Error) -> JournalError {
        match error {
            rusqlite_migration::Error::RusqliteError { err, .. } => err.into(),
            _ => JournalError::Other,
        }
    }
}
