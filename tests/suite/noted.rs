//! What the history remembers of tests, sealed files and fetched tokens; and that it remembers no secret of them.

use latchkey::app::create_client::create_client;
use latchkey::app::export_history::{ExportFormat, export_history};
use latchkey::app::fetch_token::{fetch_scim_token, reveal_scim_token};
use latchkey::app::list_client_changes::list_client_changes;
use latchkey::app::list_history::{HistoryEntry, HistoryPart, list_history, list_history_steps};
use latchkey::app::place_secret::reveal_secret;
use latchkey::app::recover::list_interrupted;
use latchkey::app::seal_hand_over::{SealedWith, seal_hand_over};
use latchkey::app::test_client::test_client;
use latchkey::domain::note::{EntryKind, EntryStage, NoteKind, NoteOutcome};
use latchkey::domain::preset::Purpose;
use latchkey::domain::secret::Secret;

use crate::desk::Desk;

async fn notes(desk: &Desk) -> Vec<HistoryEntry> {
    list_history(&desk.app, "", HistoryPart::Notes, 0, 50).await.expect("the history").entries
}

#[tokio::test]
async fn tests_sealed_files_and_tokens_stand_in_the_history() {
    let desk = Desk::open().await;
    let (app, org) = (&desk.app, &desk.org.id);
    let draft = desk.draft(Purpose::Scim, "=Entra ID – équipe").await;
    let client = create_client(app, org, &draft, false).await.expect("created").client;
    let secret = reveal_secret(app, org, &client.id).await.expect("a secret").text;

    test_client(app, org, &client.id, None).await.expect("it works");
    let wrong = Some(Secret::new("copied only in part".into()));
    test_client(app, org, &client.id, wrong).await.expect_err("a wrong secret");
    fetch_scim_token(app, org, &client.id, None).await.expect("fetched");
    let token = reveal_scim_token(app).await.expect("revealed").text;
    let passphrase = "correct horse battery staple";
    let key = Secret::new(passphrase.into());
    seal_hand_over(app, org, &client.id, SealedWith::Passphrase, key, "").await.expect("sealed");

    let notes = notes(&desk).await;
    let told: Vec<(EntryKind, EntryStage)> = notes.iter().map(|entry| (entry.kind, entry.stage)).collect();
    let expected = [
        (NoteKind::Seal, NoteOutcome::Worked),
        (NoteKind::FetchToken, NoteOutcome::Worked),
        (NoteKind::Test, NoteOutcome::Failed),
        (NoteKind::Test, NoteOutcome::Worked),
    ];
    assert_eq!(told, expected.map(|(kind, outcome)| (EntryKind::Note(kind), EntryStage::Note(outcome))));
    for entry in &notes {
        assert_eq!((entry.client_id.as_ref(), &entry.client_name), (Some(&client.id), &client.name));
        assert_eq!(
            (&entry.org_name, entry.user_name.is_some()),
            (&desk.org.name, desk.org.user_name.is_some())
        );
        assert_eq!(list_history_steps(app, &entry.id).await, Ok(Vec::new()));
    }
    assert!(
        notes[2].noted.as_ref().is_some_and(|noted| noted.status.is_some_and(|status| status >= 400)),
        "{:?}",
        notes[2]
    );
    assert_eq!(list_interrupted(app).await, Ok(Vec::new()), "nothing to decide");
    let changes = list_client_changes(app, org, &client.id).await.expect("changes");
    assert_eq!(changes.len(), 1, "they are no changes of the client");

    for format in [ExportFormat::Csv, ExportFormat::Json] {
        let file = export_history(app, "", HistoryPart::All, format).await.expect("exported");
        let text = std::fs::read_to_string(&file.path).expect("a file");
        assert_eq!(file.entries, 5);
        for kept in [&secret, &token, passphrase, "copied only in part"] {
            assert!(!text.contains(kept), "{text}");
        }
        if format == ExportFormat::Csv {
            assert!(text.starts_with("\u{FEFF}began,") && text.contains(",fetchToken,worked,"), "{text}");
            assert!(text.contains(",'=Entra ID – équipe,"), "{text}");
        }
    }
}

#[tokio::test]
async fn what_did_not_go_out_is_not_remembered() {
    let desk = Desk::open().await;
    let (app, org) = (&desk.app, &desk.org.id);
    let draft = desk.draft(Purpose::Scim, "Entra ID").await;
    let client = create_client(app, org, &draft, false).await.expect("created").client;
    let short =
        seal_hand_over(app, org, &client.id, SealedWith::Passphrase, Secret::new("short".into()), "").await;
    assert!(short.is_err() && notes(&desk).await.is_empty());
}
