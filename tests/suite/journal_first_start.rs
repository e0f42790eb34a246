//! A first start that is killed, anywhere: the next start works, and nothing that was kept is lost.
//! What runs in a process of its own is `journal_faults::inner`.

use std::fs;
use std::path::Path;
use std::process::Command;

use latchkey::journal::Journal;
use rusqlite::Connection;

use crate::journal::{Folder, dump, fill, open, times};
use crate::journal_faults::inner;

type Files = Vec<(String, Vec<u8>)>;

/// Opens what lies in the folder, and uses it.
async fn works(folder: &Folder, case: &str) {
    let opened = Journal::open(folder.path()).await.unwrap_or_else(|why| panic!("{case}: {why}"));
    fill(&opened.journal, 3).await;
    assert_eq!(dump(&opened.journal).await.expect("readable").len(), 3, "{case}");
}

/// A file as it lies on the disk while a change that is not in write-ahead mode is being written.
fn hot(folder: &Folder, name: &str, make: &str, change: &str) -> Files {
    let file = folder.path().join(name);
    let connection = Connection::open(&file).expect("a file");
    connection.execute_batch(make).expect("made");
    // Pages that do not fit into memory are written before the change is finished.
    connection.execute_batch("PRAGMA cache_size = 1; BEGIN;").expect("begun");
    connection.execute_batch(change).expect("changed");
    let files = folder.files();
    assert!(files.iter().any(|(name, bytes)| name.ends_with("-journal") && bytes.len() > 512), "not hot");
    files
}

const FILL: &str = "CREATE TABLE much (text);
    WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 400)
    INSERT INTO much SELECT randomblob(1000) FROM n;";

/// A new file whose turning to write-ahead mode was killed: what is in it, and the page that was there before.
fn killed_while_turning(folder: &Folder) -> Files {
    let child = inner("opens", folder.path(), "");
    let words: Vec<_> = child.get_args().skip(3).map(|word| word.to_owned()).collect();
    let killed = Command::new("strace")
        .args(["-f", "-qq", "-o", "/dev/null", "-e", "inject=fdatasync,fsync:signal=KILL:when=4"])
        .args(words)
        .env("FOLDER", folder.path())
        .output()
        .expect("strace");
    assert!(!killed.status.success(), "it was to be killed");
    folder.files()
}

#[tokio::test]
async fn whatever_a_killed_start_left_the_next_one_works() {
    let nothing = || Folder::new("left");
    let empty_file = vec![("journal.sqlite3".to_owned(), Vec::new())];
    let mut table: Vec<(&str, Files)> = vec![
        ("a file of length zero", empty_file.clone()),
        ("a folder with the lock alone", vec![("journal.lock".to_owned(), Vec::new())]),
        ("half a lock", vec![("journal.lock".to_owned(), vec![0; 11])]),
    ];
    let turning = killed_while_turning(&nothing());
    table.push(("a new file on its way to write-ahead mode", turning.clone()));
    table.push((
        "a new file, half filled, with what was before",
        hot(&nothing(), "journal.sqlite3", "", FILL),
    ));
    // Parts of one without the others, and each part cut short.
    let closed = {
        let folder = nothing();
        drop(open(folder.path()).await);
        folder.files()
    };
    for (name, bytes) in turning.iter().chain(&closed) {
        let others: Files = turning.iter().filter(|(other, _)| other != name).cloned().collect();
        table.push(("a part is missing", others.clone()));
        for length in [0, 1, bytes.len() / 2, bytes.len().saturating_sub(1)] {
            let mut cut = others.clone();
            cut.push((name.clone(), bytes[..length].to_vec()));
            table.push(("a part is cut short", cut));
        }
    }
    for ending in ["-wal", "-shm", "-journal"] {
        let stray = (format!("journal.sqlite3{ending}"), b"left by nobody knows whom".repeat(40));
        table.push(("a companion without its file", vec![stray.clone()]));
        table.push(("a companion beside a file of length zero", [empty_file.clone(), vec![stray]].concat()));
    }
    for (case, files) in &table {
        let folder = nothing().with(files);
        works(&folder, case).await;
        // And the start after that.
        assert_eq!(dump(&open(folder.path()).await).await.expect("readable").len(), 3, "{case}");
    }
}

/// A journal with changes in it is never undone by pages that somebody else left beside it.
#[tokio::test]
async fn a_journal_with_content_is_not_taken_back() {
    let folder = Folder::new("content");
    let journal = open(folder.path()).await;
    fill(&journal, 5).await;
    let content = dump(&journal).await.expect("readable");
    drop(journal);
    let other = Folder::new("other");
    let stray = hot(&other, "journal.sqlite3", "CREATE TABLE was (here);", FILL);
    let stray = stray.into_iter().find(|(name, _)| name.ends_with("-journal")).expect("hot");
    let folder = folder.with(&[stray]);
    fs::remove_file(folder.path().join("journal.sqlite3-shm")).ok();
    assert_eq!(dump(&open(folder.path()).await).await.expect("readable"), content);
}

/// A copy before a migration that was killed half-way does not stop the next one.
#[tokio::test]
async fn half_a_copy_does_not_stop_a_migration() {
    let older = Folder::new("older");
    let content = crate::journal_versions::first_version(&older).await;
    let copy = Folder::new("copy");
    let half = hot(&copy, "journal.backup.new", "", FILL);
    let table: [(&str, Files); 3] = [
        ("with what was before", half.clone()),
        ("without it", half.iter().filter(|(name, _)| !name.ends_with("-journal")).cloned().collect()),
        (
            "what was before alone",
            half.iter().filter(|(name, _)| name.ends_with("-journal")).cloned().collect(),
        ),
    ];
    for (case, left) in table {
        let folder = Folder::new("migrates").with(&older.files()).with(&left);
        assert_eq!(dump(&open(folder.path()).await).await.expect("readable"), content, "{case}");
        let names: Vec<String> = folder.files().into_iter().map(|(name, _)| name).collect();
        assert!(!names.iter().any(|name| name.contains("backup.new")), "{case}: {names:?}");
    }
}

/// Whatever the first start asks the system for, it is killed there once.
const CALLS: &str =
    "pwrite64,ftruncate,fdatasync,fsync,unlink,openat,write,rename,mkdir,fchmod,chmod,fcntl,mmap";
/// The first of these change what is on the disk: a run that does not do everything keeps to them.
const CHANGES: usize = 5;

/// Kills the first start at each call that has to do with its folder, one after the other, until it is not met any more.
#[test]
fn a_first_start_may_be_killed_at_any_call() {
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    let (mut killed, mut states) = (0, std::collections::BTreeSet::new());
    let calls = if times(5) == 1 { CHANGES } else { usize::MAX };
    for call in CALLS.split(',').take(calls) {
        for number in 1.. {
            let folder = Folder::new("any-call");
            let met = kill_at(call, number, folder.path());
            let names: Vec<String> =
                folder.files().into_iter().map(|(name, bytes)| format!("{name} {}", bytes.len())).collect();
            runtime.block_on(works(&folder, &format!("{call} {number}: {names:?}")));
            if !met {
                break;
            }
            states.insert(names);
            killed += 1;
        }
    }
    println!(
        "journal, first start killed at every call: {killed} kills, {} states of the folder, 0 stuck",
        states.len()
    );
    assert!(killed >= 30 && states.len() >= 8, "{killed} {states:?}");
}

/// Whether the process was killed when it came to a call for the so many-th time.
fn kill_at(call: &str, number: u32, folder: &Path) -> bool {
    let child = inner("opens", folder, "");
    let words: Vec<_> = child.get_args().skip(3).map(|word| word.to_owned()).collect();
    let mut strace = Command::new("strace");
    strace.args(["-f", "-qq", "-o", "/dev/null"]);
    let parts = [
        "",
        "/journal.sqlite3",
        "/journal.sqlite3-wal",
        "/journal.sqlite3-shm",
        "/journal.sqlite3-journal",
        "/journal.lock",
    ];
    for part in parts {
        strace.arg("-P").arg(format!("{}{part}", folder.display()));
    }
    strace.arg("-e").arg(format!("inject={call}:signal=KILL:when={number}"));
    let output = strace.args(words).env("FOLDER", folder).output().expect("strace");
    !output.status.success()
}
