//! Applications of other organizations: beside the organization's own clients, never among them.

use latchkey::app::failure::Failure;
use latchkey::app::list_authorizations::list_authorizations;
use latchkey::app::prepare_form::Language;
use latchkey::domain::authorization::AuthorizationState::{
    Authorized, Other, Requested, Revoked, Unauthorized,
};
use latchkey::genesys::answers::Kept;
use latchkey::genesys::authorizations::authorization_list;

use crate::outside::Outside;

#[tokio::test]
async fn those_of_others_are_listed_and_own_clients_only_counted() {
    let mut outside = Outside::open().await;
    let (app, org) = outside.start().await;
    let list = list_authorizations(&app, &org.id, Language::English).await.expect("a list");
    let found: Vec<_> = list.others.iter().map(|other| (other.name.as_str(), other.state)).collect();
    let expected = [
        ("Lantern Surveys", Requested),
        ("Gull Transcripts", Unauthorized),
        ("Tidewater Dashboards", Authorized),
        ("Northwind Workforce", Revoked),
    ];
    assert_eq!(found, expected, "the latest change first");
    assert_eq!(list.own, 1);
    assert!(list.others[0].pending && list.others[0].scopes.contains(&"outbound".to_owned()));
    assert_eq!(list.others[3].roles.len(), 1);
}

#[tokio::test]
async fn the_missing_permission_is_named() {
    let mut outside = Outside::open().await;
    let (app, org) = outside.start().await;
    outside.play(|settings| settings.withheld_permissions = vec!["oauth:client:authorize".into()]);
    let refused = list_authorizations(&app, &org.id, Language::French).await;
    let Err(Failure::PermissionMissing { permissions, .. }) = refused else { panic!("{refused:?}") };
    assert_eq!(permissions, ["oauth:client:authorize"]);
    // Who may see these, and not the clients, sees them all.
    outside.play(|settings| settings.withheld_permissions = vec!["oauth:client:view".into()]);
    let list = list_authorizations(&app, &org.id, Language::French).await.expect("a list");
    assert_eq!((list.others.len(), list.own), (5, 0));
}

#[test]
fn strange_lists_are_read_as_far_as_they_make_sense() {
    let list = br#"{"entities":[{"client":{"id":"a","secret":"canary-5f3a"},"state":"Snoozed"},
        {"client":{"id":"b","name":null},"scope":null,"pending":null}]}"#;
    let read = authorization_list(list).expect("a list");
    assert_eq!((read.entries.len(), read.skipped), (2, 0));
    assert!(read.entries.iter().all(|one| one.state == Other && one.scopes.is_empty()));
    assert!(!format!("{read:?}").contains("canary-5f3a"));
    assert_eq!(authorization_list(b"{}"), Ok(Kept::default()));
    for wrong in ["[]", r#"{"entities":{}}"#, r#"{"entities":7}"#] {
        assert!(authorization_list(wrong.as_bytes()).is_err(), "{wrong}");
    }
    for nobody in ["{}", r#"{"client":null}"#, r#"{"client":{"id":"../x"}}"#, "7"] {
        let list = format!(r#"{{"entities":[{nobody},{{"client":{{"id":"a"}}}}]}}"#);
        let read = authorization_list(list.as_bytes()).expect("a list");
        assert_eq!((read.entries.len(), read.skipped), (1, 1), "{nobody}");
    }
}
