//! Roles restored, given to oneself and taken back: shown before, confirmed, written down, found again when an answer
//! is lost, and waited for without being asked too early.

use latchkey::app::failure::Failure;
use latchkey::app::grant_role::{grant_role, preview_grant, take_back_role};
use latchkey::app::list_history::{HistoryEntry, HistoryPart, list_history};
use latchkey::app::operation::OperationId;
use latchkey::app::prepare_form::{Language, prepare_form, start_draft};
use latchkey::app::recover::{Situation, list_interrupted, look_for};
use latchkey::app::restore_default_roles::{Restored, preview_restore_roles, restore_default_roles};
use latchkey::app::role_rights::May;
use latchkey::app::{App, OrgView};
use latchkey::domain::note::{EntryKind, EntryStage};
use latchkey::domain::operation::{OperationKind, Stage};
use latchkey::domain::preset::Purpose;
use latchkey::domain::role::{Role, SCIM_ROLE_NAME};
use latchkey::practice::{Fault, FaultKind, ScimRole};

use crate::outside::Outside;

const SUBJECTS: &str = "/api/v2/authorization/subjects";
const RESTORE: &str = "/api/v2/authorization/roles/default";

async fn scim_role(app: &App, org: &OrgView) -> Option<Role> {
    let facts = prepare_form(app, &org.id, Language::English).await.expect("facts");
    facts.roles.into_iter().find(|role| role.name == SCIM_ROLE_NAME)
}

async fn history(app: &App) -> Vec<HistoryEntry> {
    list_history(app, "", HistoryPart::Changes, 0, 100).await.expect("history").entries
}

async fn entry(app: &App, operation: &OperationId) -> (OperationKind, Stage, String) {
    let entry = history(app).await.into_iter().find(|entry| entry.id == *operation).expect("an entry");
    let (EntryKind::Change(kind), EntryStage::Change(stage)) = (entry.kind, entry.stage) else {
        panic!("a note: {entry:?}")
    };
    (kind, stage, entry.client_name)
}

fn spoil(outside: &Outside, method: &str, path: &str, kind: FaultKind) {
    let (method, path) = (Some(method.to_owned()), path.to_owned());
    outside.practice.queue_faults(vec![Fault { kind, method, path, times: Some(1) }]);
}

fn sent(outside: &Outside, method: &str, path: &str) -> usize {
    let of = |one: &&latchkey::practice::RequestRecord| one.method == method && one.path.starts_with(path);
    outside.practice.requests().iter().filter(of).count()
}

async fn give(app: &App, org: &OrgView, role: &Role) -> Result<(Option<OperationId>, bool), Failure> {
    let given = grant_role(app, &org.id, Language::English, &role.id, false).await?;
    Ok((given.operation, given.arrived))
}

async fn restore(app: &App, org: &OrgView) -> Result<Restored, Failure> {
    let draft = start_draft(app, &org.id, Purpose::Scim).await.expect("draft");
    restore_default_roles(app, &org.id, Language::English, draft, false).await
}

#[tokio::test]
async fn a_role_is_given_waited_for_and_taken_back() {
    let mut outside = Outside::open().await;
    let (app, org) = outside.start().await;
    outside.play(|settings| settings.scim_role = ScimRole::NotHeld);
    let role = scim_role(&app, &org).await.expect("the role");
    assert!(role.held.is_nowhere());
    let preview = preview_grant(&app, &org.id, &role.id).await.expect("a preview");
    assert_eq!((preview.give.may, preview.take_back.may, &*preview.division), (May::Yes, May::Yes, "Home"));
    assert!(preview.request.is_some_and(|request| request.contains(SUBJECTS)), "the address is shown");
    assert_eq!(sent(&outside, "POST", SUBJECTS), 0, "a preview sends nothing");

    let before = outside.clock.now();
    let (operation, arrived) = give(&app, &org, &role).await.expect("given");
    assert!(arrived);
    let waited = outside.clock.now().as_second() - before.as_second();
    assert!(waited >= 10, "asked after {waited} s: a look that comes too early may stick");
    let operation = operation.expect("an operation");
    let given = (OperationKind::GrantRole, Stage::Done, SCIM_ROLE_NAME.to_owned());
    assert_eq!(entry(&app, &operation).await, given);
    assert!(!scim_role(&app, &org).await.expect("the role").held.is_nowhere());

    let again = give(&app, &org, &role).await.expect("held already");
    assert_eq!(again, (None, true), "what is held is not given twice, nor taken back");
    assert_eq!(sent(&outside, "POST", SUBJECTS), 1);

    take_back_role(&app, &org.id, Language::English, &operation, false).await.expect("taken back");
    assert!(scim_role(&app, &org).await.expect("the role").held.is_nowhere());
    let newest = &history(&app).await[0];
    let done = (EntryKind::Change(OperationKind::TakeBackRole), EntryStage::Change(Stage::Done));
    assert_eq!((newest.kind, newest.stage), done);
}

/// Only what Latchkey gave can be taken back.
#[tokio::test]
async fn another_operation_takes_no_role_back() {
    let mut outside = Outside::open().await;
    let (app, org) = outside.start().await;
    outside.play(|settings| settings.scim_role = ScimRole::Missing);
    let restored = restore(&app, &org).await.expect("restored");
    let refused = take_back_role(&app, &org.id, Language::English, &restored.operation, false).await;
    assert_eq!(refused, Err(Failure::NothingToRecover));
    assert_eq!(sent(&outside, "DELETE", SUBJECTS), 0);
}

#[tokio::test]
async fn a_lost_answer_to_a_grant_is_looked_up_also_after_a_crash() {
    for (kind, carried_out) in [(FaultKind::CutAfterStore, true), (FaultKind::ServerGone, false)] {
        let mut outside = Outside::open().await;
        let (app, org) = outside.start().await;
        outside.play(|settings| settings.scim_role = ScimRole::NotHeld);
        let role = scim_role(&app, &org).await.expect("the role");
        spoil(&outside, "POST", SUBJECTS, kind);
        let lost = give(&app, &org, &role).await;
        let Err(Failure::AnswerLost { operation: Some(operation), .. }) = lost else { panic!("{lost:?}") };
        drop(app);

        let (app, _) = outside.start().await;
        assert_eq!(list_interrupted(&app).await.expect("list").len(), 1);
        let first = look_for(&app, &operation).await.expect("looked").situation;
        if carried_out {
            assert_eq!(first, Situation::CarriedOut);
            assert_eq!(entry(&app, &operation).await.1, Stage::Done);
            let taken = take_back_role(&app, &org.id, Language::English, &operation, false).await;
            taken.expect("what was found can be taken back");
        } else {
            assert!(matches!(first, Situation::StillLooking { .. }), "it may only be late: {first:?}");
            outside.pass(60);
            let later = look_for(&app, &operation).await.expect("looked").situation;
            assert_eq!(later, Situation::NotCarriedOut);
        }
        assert!(list_interrupted(&app).await.expect("list").is_empty(), "settled");
        assert_eq!(sent(&outside, "POST", SUBJECTS), 1, "nothing is sent twice");
    }
}

#[tokio::test]
async fn a_lost_answer_to_taking_back_is_looked_up() {
    let mut outside = Outside::open().await;
    let (app, org) = outside.start().await;
    outside.play(|settings| settings.scim_role = ScimRole::NotHeld);
    let role = scim_role(&app, &org).await.expect("the role");
    let operation = give(&app, &org, &role).await.expect("given").0.expect("an operation");
    spoil(&outside, "DELETE", SUBJECTS, FaultKind::CutAfterStore);
    let lost = take_back_role(&app, &org.id, Language::English, &operation, false).await;
    let Err(Failure::AnswerLost { operation: Some(operation), .. }) = lost else { panic!("{lost:?}") };
    let looked = look_for(&app, &operation).await.expect("looked");
    assert_eq!((looked.kind, looked.situation), (OperationKind::TakeBackRole, Situation::CarriedOut));
}

#[tokio::test]
async fn restoring_is_shown_written_down_and_found_again() {
    let mut outside = Outside::open().await;
    let (app, org) = outside.start().await;
    outside.play(|settings| settings.scim_role = ScimRole::Missing);
    assert!(scim_role(&app, &org).await.is_none());
    let preview = preview_restore_roles(&app, &org.id).await.expect("a preview");
    assert_eq!((&*preview.missing, preview.rights.may), (&[SCIM_ROLE_NAME.to_owned()][..], May::Yes));
    assert!(preview.kept.iter().any(|name| name == "admin"), "{:?}", preview.kept);
    assert!(preview.request.ends_with("force=false"), "{}", preview.request);
    assert_eq!(sent(&outside, "POST", RESTORE), 0, "a preview sends nothing");

    spoil(&outside, "POST", RESTORE, FaultKind::CutAfterStore);
    let lost = restore(&app, &org).await;
    let Err(Failure::AnswerLost { operation: Some(operation), .. }) = lost else { panic!("{lost:?}") };
    drop(app);
    let (app, org) = outside.start().await;
    let looked = look_for(&app, &operation).await.expect("looked").situation;
    assert_eq!(looked, Situation::CarriedOut);
    let written = (OperationKind::RestoreRoles, Stage::Done, SCIM_ROLE_NAME.to_owned());
    assert_eq!(entry(&app, &operation).await, written);

    outside.play(|settings| settings.scim_role = ScimRole::Held);
    outside.play(|settings| settings.scim_role = ScimRole::Missing);
    prepare_form(&app, &org.id, Language::English).await.expect("facts");
    let restored = restore(&app, &org).await.expect("restored");
    assert_eq!(restored.added, [SCIM_ROLE_NAME]);
    assert_eq!(restored.draft.roles.len(), 1);
}

#[tokio::test]
async fn without_the_permission_nothing_is_sent_by_mistake() {
    let mut outside = Outside::open().await;
    let (app, org) = outside.start().await;
    // What is known from signing in is read anew from the second time on.
    scim_role(&app, &org).await.expect("the role");
    outside.play(|settings| {
        settings.scim_role = ScimRole::NotHeld;
        settings.withheld_permissions =
            vec!["authorization:grant:add".into(), "authorization:role:edit".into()];
    });
    let role = scim_role(&app, &org).await.expect("the role");
    let preview = preview_grant(&app, &org.id, &role.id).await.expect("a preview");
    assert_eq!(preview.give.may, May::No);
    let rights = preview_restore_roles(&app, &org.id).await.expect("a preview").rights;
    assert_eq!((rights.may, &*rights.permission), (May::No, "authorization:role:edit"));
    assert!(rights.explorer.starts_with("https://developer."), "{}", rights.explorer);
    assert!(rights.explorer.ends_with("/developer-tools/#/api-explorer"), "{}", rights.explorer);
    let refused = give(&app, &org, &role).await;
    assert!(matches!(refused, Err(Failure::PermissionMissing { .. })), "{refused:?}");
    assert_eq!(
        history(&app).await[0].stage,
        EntryStage::Change(Stage::Refused),
        "what was refused is written down too"
    );
}
