//! Journals of other versions: older ones are brought up to date whatever happens on the way, newer ones are left alone.
//! A version that was shipped must never lose its place in the tests here.

use std::fs;
use std::path::Path;

use latchkey::domain::operation::Stage;
use latchkey::journal::{EntryQuery, HistoryQuery, Journal, JournalError};
use rusqlite::Connection;

use crate::journal::{Dump, Folder, dump, fill, open, times};
use crate::journal_faults::inner;

/// The copy of the version before today's; that of the one before is gone by then.
const BACKUP: &str = "journal.v2.backup.sqlite3";

/// What was done to the tables, version by version.
const VERSIONS: [&str; 2] =
    [include_str!("../../src-tauri/src/journal/v1.sql"), include_str!("../../src-tauri/src/journal/v2.sql")];

pub(crate) async fn first_version(folder: &Folder) -> Dump {
    older(folder, 1).await
}

/// A journal of an older version, with the rows of one of today: the columns that both have.
async fn older(folder: &Folder, version: usize) -> Dump {
    let today = Folder::new("today");
    let journal = open(today.path()).await;
    fill(&journal, 30).await;
    let content = dump(&journal).await.expect("readable");
    drop(journal);
    let connection = Connection::open(folder.file()).expect("a file");
    connection.execute_batch("PRAGMA journal_mode = WAL;").expect("a log");
    for tables in &VERSIONS[..version] {
        connection.execute_batch(tables).expect("its tables");
    }
    connection.execute("ATTACH ?1 AS today", [today.file().to_str()]).expect("attached");
    for table in ["head", "operation", "step", "look", "sealed"] {
        let columns: Vec<String> = connection
            .prepare("SELECT name FROM main.pragma_table_info(?1)")
            .or_else(|_| connection.prepare("SELECT name FROM pragma_table_info(?1, 'main')"))
            .expect("a question")
            .query_map([table], |row| row.get(0))
            .expect("an answer")
            .collect::<Result<_, _>>()
            .expect("names");
        let columns = columns.join(", ");
        let copy = format!("INSERT INTO main.{table} ({columns}) SELECT {columns} FROM today.{table}");
        connection.execute(&copy, []).expect("copied");
    }
    connection.execute_batch(&format!("DETACH today; PRAGMA user_version = {version};")).expect("marked");
    content
}

fn version(file: &Path) -> i64 {
    let connection = Connection::open(file).expect("a file");
    connection.pragma_query_value(None, "user_version", |row| row.get(0)).expect("a number")
}

#[tokio::test]
async fn an_older_journal_is_brought_up_to_date_after_a_copy_of_it() {
    let folder = Folder::new("older");
    let content = first_version(&folder).await;
    let journal = open(folder.path()).await;
    assert_eq!(dump(&journal).await.expect("readable"), content);
    let query = HistoryQuery { search: "übergabe 1".into(), limit: 99, ..HistoryQuery::default() };
    assert_eq!(journal.history(&query).await.expect("a page").total, 11, "it can be searched now");
    fill(&journal, 6).await;
    drop(journal);
    let backup = folder.path().join(BACKUP);
    assert_eq!((version(&folder.file()), version(&backup)), (3, 2));
    use std::os::unix::fs::PermissionsExt;
    assert_eq!(fs::metadata(&backup).expect("there").permissions().mode() & 0o777, 0o600);
    // The copy is a journal in its own right.
    let restored = Folder::new("restored");
    fs::copy(&backup, restored.file()).expect("copied");
    let copied = dump(&open(restored.path()).await).await.expect("readable");
    let without_secrets =
        content.into_iter().map(|(operation, steps, _, looks)| (operation, steps, None, looks));
    assert_eq!(copied, without_secrets.collect::<Dump>());
}

#[tokio::test]
async fn the_version_before_todays_is_brought_up_to_date() {
    let folder = Folder::new("second");
    let content = older(&folder, 2).await;
    let journal = open(folder.path()).await;
    assert_eq!(dump(&journal).await.expect("readable"), content);
    assert_eq!(
        journal.entries(&EntryQuery { limit: 99, ..EntryQuery::default() }).await.expect("all").total,
        30
    );
    drop(journal);
    assert_eq!((version(&folder.file()), version(&folder.path().join(BACKUP))), (3, 2));
}

/// A copy stays until the next version; the secrets that waited when it was made have to end before that.
#[tokio::test]
async fn the_copy_of_an_older_journal_has_no_sealed_secret() {
    let folder = Folder::new("emptied");
    let content = first_version(&folder).await;
    let sealed: Vec<_> = content.iter().filter_map(|(_, _, sealed, _)| sealed.as_ref()).collect();
    assert!(!sealed.is_empty());
    let held = |name: &str| {
        let bytes = fs::read(folder.path().join(name)).expect("a file");
        let holds = |wanted: &[u8]| bytes.windows(wanted.len()).any(|part| part == wanted);
        sealed.iter().filter(|sealed| holds(&sealed.bytes)).count()
    };
    open(folder.path()).await;
    assert_eq!(held("journal.sqlite3"), sealed.len(), "the search finds them, and the journal keeps them");
    assert_eq!(held(BACKUP), 0);
    let names = folder.files().into_iter().map(|(name, _)| name);
    assert!(!names.clone().any(|name| name.contains("journal.backup")), "{:?}", names.collect::<Vec<_>>());
}

/// The system kills whoever writes beyond the limit for files: so each limit ends the migration at another write.
/// The others are killed as soon as the copy is there, somewhere in what follows.
#[tokio::test]
async fn a_migration_that_is_killed_is_finished_the_next_time() {
    let older = Folder::new("older");
    let content = first_version(&older).await;
    let files = older.files();
    let (mut killed, mut after_the_copy, mut still_old) = (0, 0, 0);
    let (limits, kills) = (times(30), times(25));
    for number in 0..limits + kills {
        let folder = Folder::new("killed").with(&files);
        let backup = folder.path().join(BACKUP);
        let by_limit = number < limits;
        let limit = if by_limit {
            format!("ulimit -f {};", number * (30 / limits.min(30)) % 30 * 6)
        } else {
            String::new()
        };
        let mut child = inner("opens", folder.path(), &limit).spawn().expect("a process");
        while !by_limit && !backup.exists() && child.try_wait().expect("a child").is_none() {
            std::thread::yield_now();
        }
        if !by_limit {
            child.kill().expect("killed");
        }
        killed += usize::from(!child.wait().expect("ended").success());
        after_the_copy += usize::from(backup.exists());
        let left = Folder::new("left").with(&folder.files());
        still_old += usize::from(version(&left.file()) < 3);
        let journal = open(folder.path()).await;
        assert_eq!(dump(&journal).await.expect("readable"), content, "case {number}");
        drop(journal);
        assert_eq!((version(&folder.file()), version(&backup)), (3, 2), "case {number}");
    }
    println!(
        "journal migrations: {} tried, {killed} killed on the way, {after_the_copy} with the copy made, {still_old} \
         still at the old version, 0 lost",
        limits + kills
    );
    assert!(killed >= limits / 2 && after_the_copy >= kills && still_old > 0, "{killed} {after_the_copy}");
}

#[tokio::test]
async fn a_newer_or_a_foreign_journal_is_refused_and_left_as_it_is() {
    let folder = Folder::new("newer");
    let journal = open(folder.path()).await;
    fill(&journal, 3).await;
    drop(journal);
    let files = folder.files();
    let mut cases = 0;
    for change in [
        "user_version = 4",
        "user_version = 5",
        "user_version = 6",
        "application_id = 7",
        "application_id = 0",
    ] {
        for in_the_log in [false, true] {
            let folder = Folder::new("changed").with(&files);
            let connection = Connection::open(folder.file()).expect("a file");
            connection.execute_batch(&format!("PRAGMA {change};")).expect("changed");
            let crashed = folder.files();
            drop(connection);
            let folder = if in_the_log { Folder::new("crashed").with(&crashed) } else { folder };
            let before = folder.files();
            assert_eq!(Journal::open(folder.path()).await.err(), Some(JournalError::Newer), "{change}");
            let mut after = folder.files();
            // A log that nobody has written to is not a change.
            after.retain(|(name, bytes)| !bytes.is_empty() || before.iter().any(|(other, _)| other == name));
            assert!(before == after, "{change}: untouched");
            cases += 1;
        }
    }
    println!("newer and foreign journals: {cases}, 0 touched");
}

/// Rows of the first version, written down once: names and sums must never change.
#[tokio::test]
async fn rows_that_were_shipped_are_still_read() {
    let folder = Folder::new("shipped");
    let connection = Connection::open(folder.file()).expect("a file");
    connection.execute_batch(include_str!("../tables/journal_v1.sql")).expect("its rows");
    drop(connection);
    let journal = open(folder.path()).await;
    let content = dump(&journal).await.expect("readable");
    let stages: Vec<Stage> = content.iter().map(|(operation, ..)| operation.stage).collect();
    assert_eq!(stages, [Stage::Unknown, Stage::Secured]);
    assert_eq!(content[0].3, [(1_800_000_007, vec!["client-9".to_owned()])]);
    assert_eq!(content[1].0.intent["name"], "Größe");
    assert_eq!(content[1].2.as_ref().map(|sealed| sealed.bytes.as_slice()), Some(&[1, 2, 3][..]));
}
