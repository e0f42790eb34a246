//! Changing a client: shown before, merged, never over somebody else's change, never a member lost.

use latchkey::app::create_client::{Comparison, create_client};
use latchkey::app::failure::Failure;
use latchkey::app::list_clients::list_clients;
use latchkey::app::recover::{Situation, list_interrupted, look_for};
use latchkey::app::update_client::{preview_change, rebase_draft, start_edit, update_client};
use latchkey::app::{App, OrgView};
use latchkey::domain::change::{draft_of, rebased};
use latchkey::domain::check::check;
use latchkey::domain::client::{OauthClient, RoleDivision};
use latchkey::domain::difference::Difference;
use latchkey::domain::draft::ClientDraft;
use latchkey::domain::grant::{GrantType, HeldGrantType};
use latchkey::domain::preset::Preset;
use latchkey::practice::{FaultKind, Meddle};

use crate::desk::Desk;
use crate::outside::{Outside, scim_draft};

async fn begun(app: &App, org: &OrgView) -> ClientDraft {
    let draft = scim_draft(app, org, "Okta").await;
    let id = create_client(app, &org.id, &draft, false).await.expect("created").client.id;
    start_edit(app, &org.id, &id).await.expect("a draft")
}

fn id(draft: &ClientDraft) -> String {
    draft.editing.as_ref().expect("a client").id.clone()
}

#[tokio::test]
async fn a_change_is_shown_sent_and_read_again() {
    let mut outside = Outside::open().await;
    let (app, org) = outside.start().await;
    let mut draft = begun(&app, &org).await;
    assert_eq!(draft.preset, Preset::Scim, "its 450 days are allowed");
    "For France".clone_into(&mut draft.description);
    let before = outside.practice.requests().len();
    let preview = preview_change(&app, &org.id, &draft).await.expect("a preview");
    assert_eq!(
        preview.differences,
        [Difference::Description { asked: "For France".into(), held: String::new() }]
    );
    assert!(outside.practice.requests()[before..].iter().all(|request| request.method == "GET"));

    let before = outside.practice.requests().len();
    let updated = update_client(&app, &org.id, &draft, false).await.expect("changed");
    assert_eq!((updated.comparison, updated.client.description.as_str()), (Comparison::Same, "For France"));
    let sent: Vec<String> =
        outside.practice.requests()[before..].iter().map(|request| request.method.clone()).collect();
    assert_eq!(sent, ["GET", "PUT", "GET"]);
}

#[tokio::test]
async fn every_offered_client_can_be_edited_and_put_back_unchanged() {
    let desk = Desk::open().await;
    let mut tried = 0;
    for client in list_clients(&desk.app, &desk.org.id).await.expect("clients").iter() {
        match start_edit(&desk.app, &desk.org.id, &client.id).await {
            Ok(draft) => {
                tried += 1;
                let checked = check(&draft, &desk.facts);
                if checked.client.is_some() {
                    let preview = preview_change(&desk.app, &desk.org.id, &draft).await.expect("a preview");
                    assert_eq!(preview.differences, [], "{}", client.name);
                }
            }
            Err(failure) => assert_eq!(failure, Failure::NotEditable, "{}", client.name),
        }
    }
    assert!(tried >= 8, "{tried}");
}

#[tokio::test]
async fn its_own_name_is_not_another_clients() {
    let mut outside = Outside::open().await;
    let (app, org) = outside.start().await;
    let draft = begun(&app, &org).await;
    let facts = latchkey::app::prepare_form::prepare_form(
        &app,
        &org.id,
        latchkey::app::prepare_form::Language::English,
    )
    .await
    .expect("facts");
    let rules: Vec<String> =
        check(&draft, &facts).findings.iter().map(|finding| format!("{:?}", finding.rule)).collect();
    assert!(!rules.iter().any(|rule| rule.contains("NameUsed")), "{rules:?}");
}

#[tokio::test]
async fn somebody_elses_change_is_shown_and_never_overwritten() {
    let mut outside = Outside::open().await;
    let (app, org) = outside.start().await;
    for run in 0..100 {
        let mut draft = begun(&app, &org).await;
        draft.name = format!("Mine {run}");
        let theirs = format!("Theirs {run}");
        outside.practice.meddle(Meddle::ChangeDescription { id: id(&draft), to: Some(theirs.clone()) });
        let failure = update_client(&app, &org.id, &draft, false).await.expect_err("changed meanwhile");
        let Failure::ChangedMeanwhile { differences } = failure else { panic!("{failure:?}") };
        assert_eq!(differences, [Difference::Description { asked: String::new(), held: theirs.clone() }]);

        let draft = rebase_draft(&app, &org.id, &draft).await.expect("begun anew");
        assert_eq!((draft.name.clone(), draft.description.clone()), (format!("Mine {run}"), theirs.clone()));
        update_client(&app, &org.id, &draft, false).await.expect("changed");
        let stored = outside.stored(&format!("Mine {run}"));
        assert_eq!(stored[0].description.as_deref(), Some(theirs.as_str()), "0 lost updates");
    }
}

#[tokio::test]
async fn a_lost_answer_to_a_change_is_read_back() {
    let mut outside = Outside::open().await;
    let (app, org) = outside.start().await;
    for (fault, expected) in
        [(FaultKind::CutAfterStore, Situation::CarriedOut), (FaultKind::ServerGone, Situation::NotCarriedOut)]
    {
        let mut draft = begun(&app, &org).await;
        draft.name = format!("Changed by {expected:?}");
        outside.spoil("PUT", &[fault]);
        let failure = update_client(&app, &org.id, &draft, false).await.expect_err("lost");
        assert!(matches!(failure, Failure::AnswerLost { operation: Some(_), .. }), "{failure:?}");
        let waiting = list_interrupted(&app).await.expect("list").remove(0);
        assert_eq!(look_for(&app, &waiting.id).await.expect("looked").situation, expected);
        assert!(list_interrupted(&app).await.expect("list").is_empty());
    }
}

#[tokio::test]
async fn the_grant_type_stays() {
    let mut outside = Outside::open().await;
    let (app, org) = outside.start().await;
    let draft = begun(&app, &org).await;
    let asks = latchkey::app::check_draft::check_draft(&app, &org.id, &draft).await.expect("check").asks;
    assert_eq!(asks.grant_types, [GrantType::ClientCredentials]);
}

/// Of lists, what each of the two added and removed is kept; a role that I changed is as I want it.
#[tokio::test]
async fn lists_that_both_changed_are_merged_value_by_value() {
    let desk = Desk::open().await;
    let clients = list_clients(&desk.app, &desk.org.id).await.expect("clients");
    let wanted = HeldGrantType::Offered { grant_type: GrantType::AuthorizationCode };
    let mut base = clients.iter().find(|client| client.grant_type == wanted).expect("a client").clone();
    let uri = |name: &str| format!("https://{name}.example/cb");
    let pair = |role: &str, division: &str| RoleDivision {
        role_id: role.to_owned(),
        division_id: division.to_owned(),
    };
    base.redirect_uris = vec![uri("both"), uri("mine-gone"), uri("theirs-gone")];
    base.scopes = vec!["users".to_owned(), "presence".to_owned()];
    base.roles = vec![pair("a", "1"), pair("b", "1"), pair("c", "1")];
    let mut mine = draft_of(&base, &desk.facts).expect("a draft");
    mine.redirect_uris =
        vec![uri("both"), uri("theirs-gone"), format!(" {} ", uri("mine-new")), String::new()];
    mine.scopes = vec!["users".to_owned(), "routing".to_owned()];
    mine.roles =
        draft_of(&OauthClient { roles: vec![pair("a", "2"), pair("b", "1")], ..base.clone() }, &desk.facts)
            .expect("a draft")
            .roles;
    let theirs = OauthClient {
        redirect_uris: vec![uri("theirs-new"), uri("both"), uri("mine-gone")],
        scopes: vec!["presence".to_owned(), "users".to_owned(), "analytics".to_owned()],
        roles: vec![pair("a", "1"), pair("b", "3"), pair("c", "1"), pair("d", "*")],
        ..base
    };
    let merged = rebased(&mine, &theirs, &desk.facts).expect("a draft");
    assert_eq!(merged.redirect_uris, [uri("theirs-new"), uri("both"), uri("mine-new")]);
    assert_eq!(merged.scopes, ["users", "analytics", "routing"]);
    let roles: Vec<(&str, &str)> =
        merged.roles.iter().map(|role| (role.role_id.as_str(), role.division_ids[0].as_str())).collect();
    assert_eq!(roles, [("b", "3"), ("d", "*"), ("a", "2")], "mine, theirs; c is gone as I want it");
}
