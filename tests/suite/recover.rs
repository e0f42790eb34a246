//! What was interrupted is found, said, and finished: nothing lost, nothing twice.

use latchkey::app::create_client::create_client;
use latchkey::app::delete_client::delete_client;
use latchkey::app::failure::Failure;
use latchkey::app::list_clients::list_clients;
use latchkey::app::list_history::{HistoryPart, list_history};
use latchkey::app::open_journal::{JournalState, LostJournal, read_journal_state};
use latchkey::app::operation::OperationId;
use latchkey::app::place_secret::{Destination, list_unplaced_secrets, place_secret, reveal_secret};
use latchkey::app::recover::{
    Interrupted, Situation, adopt_client, finish_change, leave_alone, list_interrupted, look_for,
    read_created, read_intended_draft,
};
use latchkey::app::regenerate_secret::regenerate_secret;
use latchkey::app::settings::{read_settings, save_settings};
use latchkey::app::{App, OrgView};
use latchkey::domain::note::EntryStage;
use latchkey::domain::operation::{OperationKind, Stage};
use latchkey::practice::FaultKind;

use crate::outside::{Outside, scim_draft};

async fn lost(app: &App, org: &OrgView, name: &str) -> OperationId {
    let draft = scim_draft(app, org, name).await;
    match create_client(app, &org.id, &draft, false).await {
        Err(Failure::AnswerLost { operation: Some(operation), .. }) => operation,
        other => panic!("the answer is lost: {other:?}"),
    }
}

async fn only(app: &App) -> Interrupted {
    let mut all = list_interrupted(app).await.expect("list");
    assert_eq!(all.len(), 1, "{all:?}");
    all.remove(0)
}

async fn stage(app: &App, operation: &OperationId) -> Stage {
    let history = list_history(app, "", HistoryPart::All, 0, 100).await.expect("history");
    let entry = history.entries.into_iter().find(|entry| entry.id == *operation).expect("an entry");
    let EntryStage::Change(stage) = entry.stage else { panic!("a change: {entry:?}") };
    stage
}

#[tokio::test]
async fn a_lost_create_is_found_adopted_and_given_a_new_secret() {
    let mut outside = Outside::open().await;
    let (app, org) = outside.start().await;
    outside.spoil("POST", &[FaultKind::CutAfterStore]);
    let operation = lost(&app, &org, "Entra ID").await;
    assert_eq!(only(&app).await.situation, Situation::NotLooked);

    let looked = look_for(&app, &operation).await.expect("looked");
    let Situation::Found { client, needs_secret: true } = looked.situation else { panic!("{looked:?}") };
    let created = adopt_client(&app, &operation, &client.id, false).await.expect("adopted");
    assert_eq!(created.client.id, client.id);
    let stored = outside.stored("Entra ID");
    assert_eq!(stored.len(), 1, "nothing twice");
    let secret = reveal_secret(&app, &org.id, &client.id).await.expect("a secret").text;
    assert_eq!(secret, stored[0].secret, "nothing lost");
    let again = read_created(&app, &operation).await.expect("its page is there again");
    assert_eq!((again.created, again.draft.name.as_str()), (created, "Entra ID"));
    assert!(list_interrupted(&app).await.expect("list").is_empty());

    place_secret(&app, &org.id, &client.id, Destination::Program).await.expect("placed");
    assert_eq!(stage(&app, &operation).await, Stage::Done);
}

#[tokio::test]
async fn the_next_start_knows_what_was_under_way() {
    let mut outside = Outside::open().await;
    let (app, org) = outside.start().await;
    outside.spoil("POST", &[FaultKind::StatusAfter { status: 504 }]);
    let operation = lost(&app, &org, "Okta").await;
    drop(app);

    let app = outside.app();
    let waiting = only(&app).await;
    assert_eq!(
        (waiting.id.clone(), waiting.open, waiting.client_name.as_str()),
        (operation.clone(), false, "Okta")
    );
    assert!(matches!(look_for(&app, &operation).await, Err(Failure::OrgNotOpen)));
    drop(app);
    let (app, _) = outside.start().await;
    let looked = look_for(&app, &operation).await.expect("looked");
    assert!(matches!(looked.situation, Situation::Found { .. }), "{looked:?}");
}

#[tokio::test]
async fn a_client_is_called_absent_only_when_it_cannot_be_late() {
    let mut outside = Outside::open().await;
    let (app, org) = outside.start().await;
    outside.spoil("POST", &[FaultKind::ServerGone]);
    let operation = lost(&app, &org, "Okta").await;
    let mut waited = 0;
    loop {
        let looked = look_for(&app, &operation).await.expect("looked");
        match looked.situation {
            Situation::StillLooking { look_again_in_seconds, .. } => {
                waited += look_again_in_seconds;
                outside.pass(look_again_in_seconds);
            }
            Situation::NotThere => break,
            other => panic!("{other:?}"),
        }
    }
    assert!(waited >= 120, "{waited}");
    assert_eq!(stage(&app, &operation).await, Stage::Absent);
    let intended = read_intended_draft(&app, &operation).await.expect("what was typed is kept");
    assert_eq!((intended.draft.name.as_str(), intended.profile_id), ("Okta", org.id));
}

#[tokio::test]
async fn a_late_client_is_found_although_the_list_lags() {
    let mut outside = Outside::open().await;
    let (app, org) = outside.start().await;
    outside.play(|settings| settings.list_lag_seconds = 100);
    outside.spoil("POST", &[FaultKind::CutAfterStore]);
    let operation = lost(&app, &org, "Okta").await;
    let found = loop {
        match look_for(&app, &operation).await.expect("looked").situation {
            Situation::StillLooking { look_again_in_seconds, .. } => outside.pass(look_again_in_seconds),
            other => break other,
        }
    };
    assert!(matches!(found, Situation::Found { .. }), "{found:?}");
}

#[tokio::test]
async fn one_that_appears_after_everybody_gave_up_is_not_overlooked() {
    let mut outside = Outside::open().await;
    let (app, org) = outside.start().await;
    outside.play(|settings| settings.list_lag_seconds = 1_000);
    outside.spoil("POST", &[FaultKind::CutAfterStore]);
    let operation = lost(&app, &org, "Okta").await;
    while let Situation::StillLooking { look_again_in_seconds, .. } =
        look_for(&app, &operation).await.expect("looked").situation
    {
        outside.pass(look_again_in_seconds);
    }
    assert_eq!(stage(&app, &operation).await, Stage::Absent);
    outside.pass(1_000);
    list_clients(&app, &org.id).await.expect("list");
    assert_eq!(only(&app).await.id, operation);
    let looked = look_for(&app, &operation).await.expect("looked");
    assert!(matches!(looked.situation, Situation::Found { .. }), "{looked:?}");
}

#[tokio::test]
async fn a_create_that_was_carried_out_twice_shows_its_second_client() {
    let mut outside = Outside::open().await;
    let (app, org) = outside.start().await;
    outside.spoil("POST", &[FaultKind::Replayed]);
    let draft = scim_draft(&app, &org, "Okta").await;
    let created = create_client(&app, &org.id, &draft, false).await.expect("created");
    assert_eq!(outside.stored("Okta").len(), 2);
    let twin = only(&app).await;
    assert_eq!(twin.situation, Situation::Twin);
    let twin_id = twin.client_id.expect("its client ID");
    assert_ne!(twin_id, created.client.id);

    delete_client(&app, &org.id, &twin_id, "Okta", false).await.expect("deleted");
    leave_alone(&app, &twin.id).await.expect("left");
    assert_eq!(outside.stored("Okta").len(), 1);
    list_clients(&app, &org.id).await.expect("list");
    assert!(list_interrupted(&app).await.expect("list").is_empty());
}

#[tokio::test]
async fn a_lost_new_secret_is_asked_for_again_until_it_arrives() {
    let mut outside = Outside::open().await;
    let (app, org) = outside.start().await;
    outside.spoil("POST", &[FaultKind::CutAfterStore]);
    let operation = lost(&app, &org, "Okta").await;
    let looked = look_for(&app, &operation).await.expect("looked");
    let Situation::Found { client, .. } = looked.situation else { panic!("{looked:?}") };
    outside.spoil(
        "POST",
        &[FaultKind::CutAfterStore, FaultKind::Truncated, FaultKind::StatusAfter { status: 500 }],
    );
    adopt_client(&app, &operation, &client.id, false).await.expect("adopted");
    let secret = reveal_secret(&app, &org.id, &client.id).await.expect("a secret").text;
    assert_eq!(secret, outside.stored("Okta")[0].secret);
}

#[tokio::test]
async fn a_regenerated_secret_that_was_lost_waits_for_its_next() {
    let mut outside = Outside::open().await;
    let (app, org) = outside.start().await;
    let draft = scim_draft(&app, &org, "Okta").await;
    let id = create_client(&app, &org.id, &draft, false).await.expect("created").client.id;
    place_secret(&app, &org.id, &id, Destination::Program).await.expect("placed");
    outside.spoil("POST", &[FaultKind::CutAfterStore]);
    let failure = regenerate_secret(&app, &org.id, &id, false).await.expect_err("lost");
    let Failure::AnswerLost { operation: Some(operation), .. } = failure else { panic!("{failure:?}") };
    let looked = look_for(&app, &operation).await.expect("looked");
    assert_eq!(looked.situation, Situation::SecretLost);
    finish_change(&app, &operation, false).await.expect("a new secret");
    let secret = reveal_secret(&app, &org.id, &id).await.expect("a secret").text;
    assert_eq!(secret, outside.stored("Okta")[0].secret);
}

#[tokio::test]
async fn a_delete_that_came_half_way_is_completed_and_never_turned_back_by_itself() {
    let mut outside = Outside::open().await;
    let (app, org) = outside.start().await;
    let draft = scim_draft(&app, &org, "Okta").await;
    let id = create_client(&app, &org.id, &draft, false).await.expect("created").client.id;
    assert_eq!(delete_client(&app, &org.id, &id, "Okt", false).await, Err(Failure::NameNotTyped));
    assert_eq!(list_unplaced_secrets(&app).await.expect("list").len(), 1);
    outside.spoil("DELETE", &[FaultKind::ServerGone]);
    let failure = delete_client(&app, &org.id, &id, "Okta", false).await.expect_err("lost");
    assert!(matches!(failure, Failure::AnswerLost { .. }), "{failure:?}");
    assert_eq!(outside.stored("Okta")[0].state, "inactive");

    let half = only(&app).await;
    assert_eq!((half.kind, half.situation), (OperationKind::Delete, Situation::HalfDeleted));
    let looked = look_for(&app, &half.id).await.expect("looked");
    assert_eq!(looked.situation, Situation::HalfDeleted);
    assert!(finish_change(&app, &half.id, false).await.expect("deleted").is_none());
    assert!(outside.stored("Okta").is_empty());
    assert!(list_unplaced_secrets(&app).await.expect("list").is_empty(), "its secret went with it");
}

#[tokio::test]
async fn a_delete_whose_last_answer_was_lost_is_seen_to_be_done() {
    let mut outside = Outside::open().await;
    let (app, org) = outside.start().await;
    let draft = scim_draft(&app, &org, "Okta").await;
    let id = create_client(&app, &org.id, &draft, false).await.expect("created").client.id;
    outside.spoil("DELETE", &[FaultKind::CutAfterStore]);
    delete_client(&app, &org.id, &id, "Okta", false).await.expect_err("lost");
    let half = only(&app).await;
    assert_eq!(look_for(&app, &half.id).await.expect("looked").situation, Situation::CarriedOut);
    assert!(list_interrupted(&app).await.expect("list").is_empty());
}

#[tokio::test]
async fn a_sealed_secret_is_there_after_a_start_and_wiped_after_its_days() {
    let mut outside = Outside::open().await;
    let (app, org) = outside.start().await;
    let draft = scim_draft(&app, &org, "Okta").await;
    let id = create_client(&app, &org.id, &draft, false).await.expect("created").client.id;
    drop(app);
    let app = outside.app();
    assert_eq!(list_unplaced_secrets(&app).await.expect("list").len(), 1);
    let secret = reveal_secret(&app, &org.id, &id).await.expect("a secret").text;
    assert_eq!(secret, outside.stored("Okta")[0].secret);
    drop(app);
    outside.clock.advance(7 * 86_400 + 1);
    let app = outside.app();
    assert!(list_unplaced_secrets(&app).await.expect("list").is_empty());
    assert_eq!(reveal_secret(&app, &org.id, &id).await.err(), Some(Failure::SecretGone));
}

#[tokio::test]
async fn a_mark_finds_a_client_that_was_renamed() {
    let mut outside = Outside::open().await;
    let (app, org) = outside.start().await;
    let mut settings = read_settings(&app).await;
    settings.mark_descriptions = true;
    save_settings(&app, settings).await.expect("saved");
    outside.spoil("POST", &[FaultKind::CutAfterStore]);
    let operation = lost(&app, &org, "Okta").await;
    let stored = outside.stored("Okta");
    assert!(
        stored[0].description.as_deref().is_some_and(|text| text.contains("[lk:")),
        "{:?}",
        stored[0].description
    );
    outside
        .practice
        .meddle(latchkey::practice::Meddle::Rename { id: stored[0].id.clone(), to: "Other".into() });
    let looked = look_for(&app, &operation).await.expect("looked");
    assert!(matches!(looked.situation, Situation::Found { .. }), "{looked:?}");
}

#[tokio::test]
async fn a_found_client_is_taken_although_its_draft_could_not_be_sent_any_more() {
    let mut outside = Outside::open().await;
    let (app, org) = outside.start().await;
    outside.spoil("POST", &[FaultKind::CutAfterStore]);
    let operation = lost(&app, &org, "Okta").await;
    drop(app);
    outside.play(|settings| settings.withheld_permissions = vec!["oauth:client:add".into()]);
    let (app, _) = outside.start().await;
    look_for(&app, &operation).await.expect("looked");
    let other = outside.practice.clients().into_iter().find(|client| client.name != "Okta").expect("another");
    let refused = adopt_client(&app, &operation, &other.id, false).await;
    assert_eq!(refused.err(), Some(Failure::NothingToRecover), "only what was found");
    let id = outside.stored("Okta")[0].id.clone();
    assert_eq!(adopt_client(&app, &operation, &id, false).await.expect("adopted").client.id, id);
}

#[tokio::test]
async fn a_journal_that_is_gone_is_said() {
    let mut outside = Outside::open().await;
    let (app, org) = outside.start().await;
    assert_eq!(read_journal_state(&app).await, JournalState { closed: None, lost: None });
    let draft = scim_draft(&app, &org, "Okta").await;
    create_client(&app, &org.id, &draft, false).await.expect("created");
    drop(app);
    for file in ["journal.sqlite3", "journal.sqlite3-wal", "journal.sqlite3-shm"] {
        let _ = std::fs::remove_file(outside.folder.join(file));
    }
    let state = read_journal_state(&outside.app()).await;
    assert_eq!(state, JournalState { closed: None, lost: Some(LostJournal::Missing) });
}

#[tokio::test]
async fn without_a_journal_nothing_is_sent() {
    let mut outside = Outside::open().await;
    let (first, org) = outside.start().await;
    list_interrupted(&first).await.expect("the first has the journal");
    let (second, _) = outside.start().await;
    let draft = scim_draft(&second, &org, "Okta").await;
    let failure = create_client(&second, &org.id, &draft, false).await.expect_err("refused");
    assert!(matches!(failure, Failure::Journal { .. }), "{failure:?}");
    assert_eq!(outside.sent("POST"), 0);
}
