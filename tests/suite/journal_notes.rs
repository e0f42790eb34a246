//! Notes in the journal: they are found beside changes, survive, are proven as every row, and are never interrupted.

use latchkey::domain::note::{NoteKind, NoteOutcome};
use latchkey::domain::operation::{Event, OperationKind};
use latchkey::journal::{Actor, Entry, EntryQuery, Journal, JournalError, Note, OperationId, OrgRef, Step};
use rusqlite::Connection;

use crate::journal::{Folder, at, dump, new, open};

fn note(kind: NoteKind, outcome: NoteOutcome, second: i64) -> Note {
    Note {
        id: OperationId::new().expect("by chance"),
        kind,
        outcome,
        org: OrgRef { profile_id: "profile".into(), org_id: "org-1".into(), org_name: "Größe GmbH".into() },
        actor: Actor { user_name: Some("Ada".into()), oauth_client_id: None },
        client_id: format!("client-{second}"),
        client_name: format!("Übergabe {second}"),
        at: at(second),
        status: (outcome == NoteOutcome::Failed).then_some(401),
        code: (outcome == NoteOutcome::Failed).then(|| "invalid_client".into()),
        correlation_id: Some(format!("c-{second}")),
    }
}

async fn entries(journal: &Journal, query: EntryQuery) -> Vec<Entry> {
    let limit = if query.limit == 0 { 99 } else { query.limit };
    journal.entries(&EntryQuery { limit, ..query }).await.expect("a page").entries
}

/// A change between two rounds of every kind and outcome.
async fn fill(journal: &Journal) -> Vec<Note> {
    let mut notes = Vec::new();
    for (number, kind) in NoteKind::ALL.into_iter().enumerate() {
        for (other, outcome) in NoteOutcome::ALL.into_iter().enumerate() {
            let note = note(kind, outcome, (10 * number + other) as i64);
            journal.note(&note).await.expect("written");
            notes.push(note);
        }
        journal.begin(&new(OperationKind::Update, number as i64)).await.expect("begun");
    }
    notes
}

#[tokio::test]
async fn notes_stand_between_changes_and_survive() {
    let folder = Folder::new("notes");
    let journal = open(folder.path()).await;
    let notes = fill(&journal).await;
    let all = entries(&journal, EntryQuery::default()).await;
    let kinds: String =
        all.iter().map(|entry| if matches!(entry, Entry::Note(_)) { 'n' } else { 'c' }).collect();
    assert_eq!(kinds, "cnnncnnncnnn", "newest first");
    drop(journal);
    let journal = open(folder.path()).await;
    let kept = entries(&journal, EntryQuery { notes: Some(true), ..EntryQuery::default() }).await;
    let given: Vec<Entry> = notes.iter().rev().map(|note| Entry::Note(Box::new(note.clone()))).collect();
    assert_eq!(kept, given);
    let changes = entries(&journal, EntryQuery { notes: Some(false), ..EntryQuery::default() }).await;
    assert_eq!((changes.len(), dump(&journal).await.expect("readable").len()), (3, 3));
    for (search, found) in
        [("seal", 3), ("FETCHTOKEN", 3), ("c-12", 1), ("übergabe 2", 5), ("ada", 12), ("nobody", 0)]
    {
        let query = EntryQuery { search: search.into(), ..EntryQuery::default() };
        assert_eq!(entries(&journal, query).await.len(), found, "{search}");
    }
    let page = EntryQuery { offset: 10, limit: 5, ..EntryQuery::default() };
    assert_eq!(entries(&journal, page).await.len(), 2);
}

/// No step leads to or from a note: nothing has to be decided about one, whenever the program ends.
#[tokio::test]
async fn a_note_is_over_when_it_is_written() {
    let folder = Folder::new("over");
    let journal = open(folder.path()).await;
    let notes = fill(&journal).await;
    let interrupted = journal.interrupted().await.expect("them");
    assert!(interrupted.iter().all(|operation| operation.kind == OperationKind::Update));
    for note in &notes {
        assert_eq!(journal.steps(&note.id).await, Ok(Vec::new()));
        for event in Event::ALL {
            let step = journal.advance(&note.id, &Step::new(event, at(99))).await;
            assert!(matches!(step, Err(JournalError::Unknown | JournalError::NotAllowed)), "{event:?}");
        }
    }
    assert_eq!(journal.known_client_ids("org-1").await.expect("them").len(), 3, "only of changes");
}

#[tokio::test]
async fn a_note_that_was_changed_on_the_disk_is_noticed() {
    for change in [
        "UPDATE note SET outcome = 'worked' WHERE outcome = 'failed'",
        "UPDATE note SET client_name = 'another' WHERE place = 1",
        "UPDATE note SET search = '' WHERE place = 1",
        "DELETE FROM note WHERE place = 1",
        "UPDATE note SET place = 99 WHERE place = 1",
    ] {
        let folder = Folder::new("changed");
        let journal = open(folder.path()).await;
        fill(&journal).await;
        drop(journal);
        let connection = Connection::open(folder.file()).expect("a file");
        assert!(connection.execute(change, []).expect("changed") > 0);
        drop(connection);
        let opened = Journal::open(folder.path()).await.expect("opened");
        assert!(opened.put_aside.is_some(), "{change}");
    }
}
