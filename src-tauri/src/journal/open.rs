//! How the journal is opened: its folder and files, one process at a time, older versions brought up to date.
//! It must never write to a journal that it cannot read, nor destroy one: what is damaged is put aside.

use std::fs;
use std::path::{Path, PathBuf};

use rusqlite::{Connection, OpenFlags};

use super::change::Change;
use super::error::JournalError;
use super::half_written::{ROLLBACK, undo};
use super::head::Head;
use super::row::SEALED;
use super::schema::{LATEST, migrate};
use super::verify::{Found, look};
use super::witness::Witness;

const NAME: &str = "journal.sqlite3";
/// What SQLite writes beside it: the last while the file is new and not yet in write-ahead mode.
pub(super) const COMPANIONS: [&str; 3] = ["-wal", "-shm", ROLLBACK];

/// An open journal.
pub(super) struct Store {
    pub(super) connection: Connection,
    pub(super) witness: Witness,
    file: PathBuf,
    identity: Identity,
}

/// What was found when a journal was opened.
pub(super) struct Beginning {
    pub(super) store: Store,
    pub(super) put_aside: Option<PathBuf>,
    pub(super) gone: bool,
}

pub(super) fn open(folder: &Path) -> Result<Beginning, JournalError> {
    private_folder(folder)?;
    let mut witness = Witness::lock(folder)?;
    let file = folder.join(NAME);
    undo(&file, witness.says())?;
    let found = look(&file, witness.says())?;
    let (mut put_aside, gone) = (None, matches!(found, Found::Gone));
    if matches!(found, Found::Damaged) {
        put_aside = Some(aside(folder)?);
    }
    let mut connection = match found {
        Found::Whole(version) => {
            private_file(&file)?;
            let mut connection = connect(&file)?;
            bring_up(&mut connection, folder, version)?;
            connection
        }
        Found::Nothing | Found::Gone | Found::Damaged => {
            // Before the new one is there: else it would be taken for the old one, fallen back.
            witness.note(&Head::default())?;
            discard_companions(&file)?;
            private_file(&file)?;
            let mut connection = connect(&file)?;
            migrate(&mut connection, LATEST)?;
            sync_folder(folder)?;
            connection
        }
    };
    connection.set_prepared_statement_cache_capacity(64);
    let head = Head::read(&connection)?;
    witness.note(&head)?;
    let identity = Identity::of(&file)?;
    checkpoint(&mut connection)?;
    Ok(Beginning { store: Store { connection, witness, file, identity }, put_aside, gone })
}

impl Store {
    /// Whether the files that were opened are still those in the folder: writing to a deleted one succeeds.
    pub(super) fn in_place(&self) -> Result<(), JournalError> {
        let there = Identity::of(&self.file).is_ok_and(|now| now == self.identity);
        if there && companion(&self.file, "-wal").exists() { Ok(()) } else { Err(JournalError::Other) }
    }

    /// Moves everything into the main file, so that nothing that was deleted lasts in the write-ahead log.
    pub(super) fn checkpoint(&mut self) -> Result<(), JournalError> {
        checkpoint(&mut self.connection)
    }
}

fn checkpoint(connection: &mut Connection) -> Result<(), JournalError> {
    let busy: bool = connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))?;
    if busy { Err(JournalError::InUse) } else { Ok(()) }
}

fn connect(file: &Path) -> Result<Connection, JournalError> {
    let connection = Connection::open_with_flags(file, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    let mode: String = connection.query_row("PRAGMA journal_mode = WAL", [], |row| row.get(0))?;
    if mode != "wal" {
        return Err(JournalError::ReadOnly);
    }
    // `fullfsync` matters on macOS, where a plain sync leaves data in the drive's memory.
    connection.execute_batch(
        "PRAGMA synchronous = FULL;
         PRAGMA fullfsync = ON;
         PRAGMA checkpoint_fullfsync = ON;
         PRAGMA secure_delete = ON;
         PRAGMA foreign_keys = ON;
         PRAGMA trusted_schema = OFF;
         PRAGMA cell_size_check = ON;
         PRAGMA temp_store = MEMORY;",
    )?;
    Ok(connection)
}

/// Migrates version by version, each time after a copy of what was there; the latest copy stays.
fn bring_up(connection: &mut Connection, folder: &Path, version: i64) -> Result<(), JournalError> {
    for version in version..LATEST {
        back_up(connection, folder, version)?;
        migrate(connection, version + 1)?;
    }
    Ok(())
}

fn back_up(connection: &Connection, folder: &Path, version: i64) -> Result<(), JournalError> {
    let backup = folder.join(format!("journal.v{version}.backup.sqlite3"));
    let fresh = folder.join("journal.backup.new");
    // A copy that was killed leaves parts of itself, which would be taken for those of this one.
    discard_companions(&fresh)?;
    remove(&fresh)?;
    private_file(&fresh)?;
    let name = fresh.to_str().ok_or(JournalError::Other)?;
    connection.execute("VACUUM INTO ?1", [name])?;
    empty_of_secrets(&fresh)?;
    fs::File::open(&fresh)?.sync_all()?;
    fs::rename(&fresh, &backup)?;
    sync_folder(folder)?;
    for older in 1..version {
        remove(&folder.join(format!("journal.v{older}.backup.sqlite3")))?;
    }
    Ok(())
}

/// Takes sealed secrets out of a copy: it stays for longer than they may, and a secret can be replaced.
fn empty_of_secrets(copy: &Path) -> Result<(), JournalError> {
    let mut copy = Connection::open_with_flags(copy, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    // Nothing of them may be left in another file, nor in free pages of this one.
    copy.query_row("PRAGMA journal_mode = MEMORY", [], |_| Ok(()))?;
    copy.pragma_update(None, "secure_delete", true)?;
    let mut change = Change::begin(&mut copy)?;
    let places = SEALED.places(change.tables())?;
    places.into_iter().try_for_each(|place| change.take(&SEALED, place))?;
    change.commit()?;
    Ok(())
}

/// Puts the journal aside under the first free number, its companions first: without them, it is not taken for whole.
fn aside(folder: &Path) -> Result<PathBuf, JournalError> {
    let file = folder.join(NAME);
    let mut number = 1_u32;
    let free = loop {
        let free = folder.join(format!("journal.damaged-{number}.sqlite3"));
        let mut all = COMPANIONS.map(|ending| companion(&free, ending)).into_iter().chain([free.clone()]);
        if all.all(|path| fs::symlink_metadata(path).is_err()) {
            break free;
        }
        number = number.checked_add(1).ok_or(JournalError::Other)?;
    };
    for ending in COMPANIONS {
        let from = companion(&file, ending);
        if from.exists() {
            fs::rename(from, companion(&free, ending))?;
        }
    }
    fs::rename(&file, &free)?;
    sync_folder(folder)?;
    Ok(free)
}

/// What is left of a journal that is gone would be taken for the log of the new one.
fn discard_companions(file: &Path) -> Result<(), JournalError> {
    COMPANIONS.into_iter().try_for_each(|ending| remove(&companion(file, ending)))
}

pub(super) fn remove(file: &Path) -> Result<(), JournalError> {
    match fs::remove_file(file) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error.into()),
        _ => Ok(()),
    }
}

pub(super) fn companion(file: &Path, ending: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(ending);
    PathBuf::from(name)
}

#[cfg(unix)]
mod system {
    use std::fs::{DirBuilder, File, OpenOptions, Permissions, set_permissions};
    use std::io;
    use std::os::unix::fs::{DirBuilderExt, MetadataExt, OpenOptionsExt, PermissionsExt};
    use std::path::Path;

    /// Which file it is, whatever its name.
    #[derive(PartialEq, Eq)]
    pub(super) struct Identity(u64, u64);

    impl Identity {
        pub(super) fn of(file: &Path) -> io::Result<Identity> {
            std::fs::metadata(file).map(|about| Identity(about.dev(), about.ino()))
        }
    }

    /// Makes a folder that nobody else can look into.
    pub(super) fn private_folder(folder: &Path) -> io::Result<()> {
        DirBuilder::new().recursive(true).mode(0o700).create(folder)?;
        set_permissions(folder, Permissions::from_mode(0o700))
    }

    /// Makes a file, if need be, that nobody else can read; SQLite gives its companions the same mode.
    pub(super) fn private_file(file: &Path) -> io::Result<()> {
        OpenOptions::new().append(true).create(true).mode(0o600).open(file)?;
        set_permissions(file, Permissions::from_mode(0o600))
    }

    /// Makes names that were given or changed last.
    pub(super) fn sync_folder(folder: &Path) -> io::Result<()> {
        File::open(folder)?.sync_all()
    }
}

#[cfg(not(unix))]
mod system {
    use std::fs::OpenOptions;
    use std::io;
    use std::path::Path;

    /// Nothing: an open file cannot be deleted here.
    #[derive(PartialEq, Eq)]
    pub(super) struct Identity;

    impl Identity {
        pub(super) fn of(file: &Path) -> io::Result<Identity> {
            std::fs::metadata(file).map(|_| Identity)
        }
    }

    /// A folder in a person's own profile is private already.
    pub(super) fn private_folder(folder: &Path) -> io::Result<()> {
        std::fs::create_dir_all(folder)
    }

    /// Makes a file, if need be.
    pub(super) fn private_file(file: &Path) -> io::Result<()> {
        OpenOptions::new().append(true).create(true).open(file).map(drop)
    }

    /// Names are lasting here without more ado.
    pub(super) fn sync_folder(_: &Path) -> io::Result<()> {
        Ok(())
    }
}

use system::{Identity, private_file, private_folder, sync_folder};
