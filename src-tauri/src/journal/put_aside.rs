//! Damaged journals that were put aside: kept for a person to look at, and deleted in time with the secrets in them.
//! It must never delete one before its time, nor one whose age cannot be told.

use std::fs;
use std::path::Path;
use std::time::SystemTime;

use super::error::JournalError;
use super::open::{COMPANIONS, companion, remove};

/// Its time begins now, whenever it was last written: who is told of it may want to look.
pub(super) fn date(file: &Path, now: SystemTime) -> Result<(), JournalError> {
    fs::OpenOptions::new().write(true).open(file)?.set_modified(now)?;
    Ok(())
}

/// Deletes those of which no part was changed since a time, and says how many.
pub(super) fn discard(folder: &Path, before: SystemTime) -> Result<usize, JournalError> {
    let mut discarded = 0;
    for entry in fs::read_dir(folder)?.flatten() {
        let name = entry.file_name();
        let ours = |name: &str| name.starts_with("journal.damaged-") && name.ends_with(".sqlite3");
        let file = folder.join(&name);
        if !name.to_str().is_some_and(ours) || !is_old(&file, before) {
            continue;
        }
        let companions = COMPANIONS.map(|ending| companion(&file, ending));
        if companions.iter().all(|part| !part.exists() || is_old(part, before)) {
            // The file itself last: without it, nobody would look for the others again.
            companions.iter().try_for_each(|part| remove(part))?;
            remove(&file)?;
            discarded += 1;
        }
    }
    Ok(discarded)
}

fn is_old(file: &Path, before: SystemTime) -> bool {
    fs::metadata(file).and_then(|about| about.modified()).is_ok_and(|changed| changed < before)
}
