//! What a client was before each change: put back through the ordinary change, and created again once it is deleted.

use latchkey::app::create_client::{Comparison, create_client};
use latchkey::app::deactivate_client::deactivate_client;
use latchkey::app::delete_client::delete_client;
use latchkey::app::failure::Failure;
use latchkey::app::list_client_changes::{ClientChange, list_client_changes};
use latchkey::app::list_clients::read_client;
use latchkey::app::list_deleted::list_deleted;
use latchkey::app::put_back::start_put_back;
use latchkey::app::recreate_client::start_recreate;
use latchkey::app::regenerate_secret::regenerate_secret;
use latchkey::app::update_client::{preview_change, start_edit, update_client};
use latchkey::app::{App, OrgView};
use latchkey::domain::change::Stays;
use latchkey::domain::client::{ClientState, OauthClient};
use latchkey::domain::difference::Difference;
use latchkey::domain::finding::Severity;
use latchkey::domain::note::EntryKind;
use latchkey::domain::operation::OperationKind;
use latchkey::practice::Meddle;

use crate::outside::{Outside, scim_draft};

async fn created(app: &App, org: &OrgView, name: &str) -> String {
    let draft = scim_draft(app, org, name).await;
    create_client(app, &org.id, &draft, false).await.expect("created").client.id
}

async fn describe(app: &App, org: &OrgView, id: &str, text: &str) {
    let mut draft = start_edit(app, &org.id, id).await.expect("a draft");
    text.clone_into(&mut draft.description);
    update_client(app, &org.id, &draft, false).await.expect("changed");
}

async fn changes(app: &App, org: &OrgView, id: &str) -> Vec<ClientChange> {
    list_client_changes(app, &org.id, id).await.expect("changes")
}

#[tokio::test]
async fn a_change_is_listed_with_what_it_made_different_and_put_back() {
    let mut outside = Outside::open().await;
    let (app, org) = outside.start().await;
    let id = created(&app, &org, "Okta").await;
    describe(&app, &org, &id, "First").await;
    describe(&app, &org, &id, "Second").await;
    // Also after the program was started anew: the journal has it.
    drop(app);
    let (app, org) = outside.start().await;
    let listed = changes(&app, &org, &id).await;
    let kinds: Vec<EntryKind> = listed.iter().map(|change| change.entry.kind).collect();
    let expected = [OperationKind::Update, OperationKind::Update, OperationKind::Create];
    assert_eq!(kinds, expected.map(EntryKind::Change));
    let made = |asked: &str, held: &str| {
        vec![Difference::Description { asked: asked.to_owned(), held: held.to_owned() }]
    };
    assert_eq!(listed[0].differences, made("Second", "First"));
    assert_eq!(listed[1].differences, made("First", ""));
    assert!(listed[0].entry.remembers && !listed[2].entry.remembers);

    let start = start_put_back(&app, &org.id, &listed[0].entry.id).await.expect("a change");
    assert_eq!((start.draft.description.as_str(), start.stays), ("First", Vec::new()));
    let preview = preview_change(&app, &org.id, &start.draft).await.expect("a preview");
    assert_eq!(preview.differences, made("First", "Second"));
    let updated = update_client(&app, &org.id, &start.draft, false).await.expect("put back");
    assert_eq!(updated.comparison, Comparison::Same);
    assert_eq!(outside.stored("Okta")[0].description.as_deref(), Some("First"));
    assert_eq!(changes(&app, &org, &id).await[0].differences, made("First", "Second"));
}

#[tokio::test]
async fn what_is_put_back_never_overwrites_what_came_meanwhile() {
    let mut outside = Outside::open().await;
    let (app, org) = outside.start().await;
    let id = created(&app, &org, "Okta").await;
    describe(&app, &org, &id, "Ours").await;
    let operation = changes(&app, &org, &id).await.remove(0).entry.id;
    let start = start_put_back(&app, &org.id, &operation).await.expect("a change");
    outside.practice.meddle(Meddle::Rename { id: id.clone(), to: "Okta, theirs".to_owned() });
    let failure = update_client(&app, &org.id, &start.draft, false).await.expect_err("changed meanwhile");
    assert!(matches!(failure, Failure::ChangedMeanwhile { .. }), "{failure:?}");
    assert_eq!(outside.stored("Okta, theirs").len(), 1);
}

#[tokio::test]
async fn the_state_is_said_and_not_put_back_with_the_rest() {
    let mut outside = Outside::open().await;
    let (app, org) = outside.start().await;
    let id = created(&app, &org, "Okta").await;
    describe(&app, &org, &id, "Ours").await;
    deactivate_client(&app, &org.id, &id, false).await.expect("inactive");
    let listed = changes(&app, &org, &id).await;
    assert_eq!(
        (listed[0].entry.kind, listed[0].entry.remembers),
        (EntryKind::Change(OperationKind::Deactivate), true)
    );
    let start = start_put_back(&app, &org.id, &listed[1].entry.id).await.expect("a change");
    assert_eq!(start.stays, [Stays::State { was: ClientState::Active }]);
}

#[tokio::test]
async fn a_deleted_client_is_created_again_from_what_it_was() {
    let mut outside = Outside::open().await;
    let (app, org) = outside.start().await;
    let id = created(&app, &org, "Okta").await;
    describe(&app, &org, &id, "For France").await;
    regenerate_secret(&app, &org.id, &id, false).await.expect("a new secret");
    delete_client(&app, &org.id, &id, "Okta", false).await.expect("deleted");
    let deleted = list_deleted(&app, &org.id).await.expect("deleted ones");
    assert_eq!(deleted.len(), 1);
    assert_eq!(deleted[0].client_id.as_deref(), Some(id.as_str()));
    let failure = start_put_back(&app, &org.id, &deleted[0].id).await.expect_err("gone");
    assert!(matches!(failure, Failure::NotFound { .. }), "{failure:?}");

    let start = start_recreate(&app, &org.id, &deleted[0].id).await.expect("a draft");
    assert_eq!((start.draft.editing.clone(), start.gaps), (None, Vec::new()));
    let again = create_client(&app, &org.id, &start.draft, false).await.expect("created again");
    assert_ne!(again.client.id, id, "it is another client");
    assert_eq!(again.comparison, Comparison::Same);
    let same = (again.client.name.as_str(), again.client.description.as_str(), again.client.seconds);
    assert_eq!(same, ("Okta", "For France", Some(38_880_000)));
}

#[tokio::test]
async fn only_a_delete_is_created_again_and_only_what_is_remembered_is_put_back() {
    let mut outside = Outside::open().await;
    let (app, org) = outside.start().await;
    let id = created(&app, &org, "Okta").await;
    describe(&app, &org, &id, "Ours").await;
    let listed = changes(&app, &org, &id).await;
    let (update, create) = (&listed[0].entry.id, &listed[1].entry.id);
    assert_eq!(start_recreate(&app, &org.id, update).await, Err(Failure::NothingToRecover));
    assert_eq!(start_put_back(&app, &org.id, create).await, Err(Failure::NothingToRecover));
}

/// In the opening scene: four addresses, each with something that the form refuses.
const VISITOR_PORTAL: &str = "c11e0000-0000-4000-8000-000000000014";

/// The client as it is read, but for when it was changed, and for the order of its scopes, which are a set.
async fn held(app: &App, org: &OrgView) -> OauthClient {
    let mut client = read_client(app, &org.id, VISITOR_PORTAL).await.expect("read").client;
    client.scopes.sort();
    OauthClient { modified_at: None, ..client }
}

#[tokio::test]
async fn what_was_mended_may_come_back_with_its_findings_said() {
    let mut outside = Outside::open().await;
    let (app, org) = outside.start().await;
    let original = held(&app, &org).await;
    let mut draft = start_edit(&app, &org.id, VISITOR_PORTAL).await.expect("a draft");
    draft.redirect_uris = vec!["https://portal.harbour.example/signed-in".to_owned()];
    update_client(&app, &org.id, &draft, false).await.expect("mended");

    let operation = changes(&app, &org, VISITOR_PORTAL).await.remove(0).entry.id;
    let start = start_put_back(&app, &org.id, &operation).await.expect("a change");
    let preview =
        preview_change(&app, &org.id, &start.draft).await.expect("what was accepted is let through");
    let returns: Vec<_> = preview.warnings.iter().filter(|finding| finding.accepted).collect();
    assert_eq!(returns.len(), 3, "{:?}", preview.warnings);
    assert!(returns.iter().all(|finding| finding.severity == Severity::Warning));

    let updated = update_client(&app, &org.id, &start.draft, false).await.expect("restored");
    assert_eq!(updated.comparison, Comparison::Same);
    assert_eq!(held(&app, &org).await, original);

    // What is new still stands in the way, beside what comes back.
    let mut worse = start_edit(&app, &org.id, VISITOR_PORTAL).await.expect("a draft");
    worse.redirect_uris.push("https://new.example/#/signed-in".to_owned());
    let failure = update_client(&app, &org.id, &worse, false).await.expect_err("a new error");
    let Failure::DraftInvalid { findings } = failure else { panic!("{failure:?}") };
    let rows: Vec<_> =
        findings.iter().filter(|f| f.severity == Severity::Error).map(|finding| finding.row).collect();
    assert_eq!(rows, [Some(4)]);
}

#[tokio::test]
async fn an_old_error_does_not_stand_in_the_way_of_another_field() {
    let mut outside = Outside::open().await;
    let (app, org) = outside.start().await;
    let mut draft = start_edit(&app, &org.id, VISITOR_PORTAL).await.expect("a draft");
    "Visitors".clone_into(&mut draft.name);
    update_client(&app, &org.id, &draft, false).await.expect("renamed");
    let stored = read_client(&app, &org.id, VISITOR_PORTAL).await.expect("read").client;
    let addresses = draft.editing.expect("the client").redirect_uris;
    assert_eq!((stored.name.as_str(), stored.redirect_uris), ("Visitors", addresses));
}
