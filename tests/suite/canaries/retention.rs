//! What was put aside ends when its days are over, and not before.
//! Nothing here may wait: the clock is moved.

use std::fs;
use std::path::PathBuf;

use latchkey::app::create_client::create_client;
use latchkey::app::list_history::{HistoryPart, list_history};
use latchkey::app::open_journal::{LostJournal, read_journal_state};
use latchkey::app::settings::{Settings, save_settings};

use crate::outside::{Outside, scim_draft};

const DAY: u32 = 24 * 60 * 60;

/// A program whose journal is damaged while a secret waits in it.
async fn with_a_damaged_journal() -> (Outside, PathBuf) {
    let mut outside = Outside::open().await;
    let (app, org) = outside.start().await;
    let draft = scim_draft(&app, &org, "Okta").await;
    create_client(&app, &org.id, &draft, false).await.expect("created");
    drop(app);
    damage(&outside.folder.join("journal.sqlite3"));
    let state = read_journal_state(&outside.app()).await;
    let Some(LostJournal::Damaged { path }) = state.lost else { panic!("put aside: {state:?}") };
    (outside, path.into())
}

/// Alters a row without its sum.
pub(super) fn damage(journal: &std::path::Path) {
    let journal = rusqlite::Connection::open(journal).expect("a journal");
    journal.execute("UPDATE operation SET client_name = 'another'", []).expect("altered");
}

#[tokio::test]
async fn a_journal_that_was_put_aside_ends_with_its_days() {
    let (outside, aside) = with_a_damaged_journal().await;
    let companion = |ending: &str| PathBuf::from(format!("{}{ending}", aside.display()));
    for ending in ["-wal", "-shm", "-journal"] {
        if !companion(ending).exists() {
            fs::write(companion(ending), "left").expect("a file");
        }
    }
    let similar = outside.folder.join("journal.damaged-1.sqlite3.copy");
    fs::copy(&aside, &similar).expect("a copy of the person's own");
    save_settings(&outside.app(), Settings { secret_days: 3, ..Settings::default() }).await.expect("saved");
    for (seconds, there) in [(1, true), (3 * DAY - 3_600, true), (2 * 3_600, false)] {
        outside.pass(seconds);
        let state = read_journal_state(&outside.app()).await;
        assert_eq!((state.closed, state.lost), (None, None));
        let parts = ["", "-wal", "-shm", "-journal"].map(|ending| companion(ending).exists());
        assert_eq!(parts, [there; 4], "{seconds} seconds later");
    }
    assert!(similar.exists(), "not ours");
}

#[tokio::test]
async fn one_that_changed_meanwhile_or_lies_in_the_future_stays() {
    let (outside, aside) = with_a_damaged_journal().await;
    outside.pass(8 * DAY);
    let log = PathBuf::from(format!("{}-wal", aside.display()));
    let fresh = fs::File::create(&log).expect("a file");
    fresh.set_modified(outside.clock.now().into()).expect("dated");
    read_journal_state(&outside.app()).await;
    assert!(aside.exists() && log.exists(), "a part of it is younger");
    outside.clock.advance(-20 * i64::from(DAY));
    read_journal_state(&outside.app()).await;
    assert!(aside.exists(), "the clock went back");
    outside.clock.advance(40 * i64::from(DAY));
    read_journal_state(&outside.app()).await;
    assert!(!aside.exists() && !log.exists());
}

/// After its days a secret is in no file, not even sealed: neither in the journal nor in what was put aside.
#[tokio::test]
async fn after_its_days_no_file_holds_a_sealed_secret() {
    let (mut outside, aside) = with_a_damaged_journal().await;
    let (app, org) = outside.start().await;
    let draft = scim_draft(&app, &org, "Entra ID").await;
    create_client(&app, &org.id, &draft, false).await.expect("created");
    assert_eq!(list_history(&app, "", HistoryPart::All, 0, 9).await.expect("the history").total, 1);
    drop(app);
    let mut sealed = sealed_in(&outside.folder.join("journal.sqlite3"));
    sealed.extend(sealed_in(&aside));
    let held = |folder: &std::path::Path| -> usize {
        let files = fs::read_dir(folder).expect("a folder").flatten();
        let texts: Vec<Vec<u8>> = files.filter_map(|file| fs::read(file.path()).ok()).collect();
        let holds = |wanted: &&Vec<u8>| {
            texts.iter().any(|text| text.windows(wanted.len()).any(|part| part == wanted.as_slice()))
        };
        sealed.iter().filter(holds).count()
    };
    assert_eq!((sealed.len(), held(&outside.folder)), (2, 2), "the search finds them");
    outside.pass(7 * DAY + 3_600);
    assert_eq!(read_journal_state(&outside.app()).await.closed, None);
    println!("retention: {} sealed secrets, {} left after their days", sealed.len(), held(&outside.folder));
    assert_eq!(held(&outside.folder), 0);
}

fn sealed_in(journal: &std::path::Path) -> Vec<Vec<u8>> {
    let journal = rusqlite::Connection::open(journal).expect("a journal");
    let mut statement = journal.prepare("SELECT bytes FROM sealed").expect("a question");
    statement.query_map([], |row| row.get(0)).expect("an answer").collect::<Result<_, _>>().expect("bytes")
}
