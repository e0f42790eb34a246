//! What a change to a client may hit: each part for itself.

use latchkey::app::blast_radius::{
    CredentialsThatMayHoldIt, Deletion, DependentsOfIt, HoldersOfItsRoles, read_blast_radius,
};
use latchkey::app::create_client::create_client;
use latchkey::app::failure::Failure;
use latchkey::app::profile::{Marking, NewProfile, Place};
use latchkey::app::read_client_room::read_client_room;
use latchkey::app::read_usage::read_usage;
use latchkey::app::sign_in_with_client::sign_in_with_client;
use latchkey::domain::authorization::IntegrationCredential;
use latchkey::domain::client_room::ClientRoom;
use latchkey::domain::dependent::DependentKind;
use latchkey::domain::secret::Secret;
use latchkey::domain::usage::UsagePeriod;
use latchkey::genesys::integrations::credential_page;
use latchkey::genesys::pace::Clock;
use latchkey::genesys::session::Limits;
use latchkey::practice::{Fault, FaultKind};

use crate::outside::{Outside, scim_draft};
use crate::raw_server::{RawServer, Reply};

const DATA_ACTIONS: &str = "c11e0000-0000-4000-8000-000000000005";
const ENTRA: &str = "c11e0000-0000-4000-8000-000000000003";

#[tokio::test]
async fn credentials_are_told_by_their_names_and_the_others_are_counted() {
    let mut outside = Outside::open().await;
    let (app, org) = outside.start().await;
    let radius = read_blast_radius(&app, &org.id, DATA_ACTIONS).await.expect("a radius");
    let named_after = vec!["Data actions (production flows)".to_owned()];
    assert_eq!(radius.credentials, CredentialsThatMayHoldIt::Listed { named_after, others: 1 });
    assert_eq!((radius.signed_in_through, radius.last_use), (Some(false), None));
    assert_eq!(radius.deletion, Deletion::RestorableForAWhile);
    let other = read_blast_radius(&app, &org.id, ENTRA).await.expect("a radius");
    assert_eq!(other.credentials, CredentialsThatMayHoldIt::Listed { named_after: vec![], others: 2 });
}

#[tokio::test]
async fn a_part_that_may_not_be_seen_does_not_hide_the_others() {
    let mut outside = Outside::open().await;
    let (app, org) = outside.start().await;
    let usage = read_usage(&app, &org.id, ENTRA, UsagePeriod::Days30, 1).await.expect("usage");
    outside.play(|settings| settings.withheld_permissions = vec!["integrations:integration:view".into()]);
    let radius = read_blast_radius(&app, &org.id, ENTRA).await.expect("a radius");
    let CredentialsThatMayHoldIt::NotListed { failure } = radius.credentials else { panic!("listed") };
    assert!(matches!(*failure, Failure::PermissionMissing { .. }), "{failure:?}");
    assert_eq!(radius.last_use, Some(usage.last_use));
    let gone = read_blast_radius(&app, &org.id, "no-such-client").await;
    assert!(matches!(gone, Err(Failure::NotFound { .. })));
}

#[tokio::test]
async fn flows_and_data_actions_that_name_it_are_listed_once() {
    let mut outside = Outside::open().await;
    let (app, org) = outside.start().await;
    let radius = read_blast_radius(&app, &org.id, DATA_ACTIONS).await.expect("a radius");
    let DependentsOfIt::Listed { dependents, more: false } = radius.dependents else { panic!("listed") };
    let named: Vec<_> = dependents.iter().map(|one| (one.name.as_str(), one.kind)).collect();
    let expected = [
        ("Main reception", DependentKind::Flow),
        ("Callback promises", DependentKind::Flow),
        ("Find the contract", DependentKind::DataAction),
    ];
    assert_eq!(named, expected, "one flow has two versions");
    let other = read_blast_radius(&app, &org.id, ENTRA).await.expect("a radius");
    assert_eq!(other.dependents, DependentsOfIt::Listed { dependents: vec![], more: false });
    outside.play(|settings| settings.withheld_permissions = vec!["architect:dependencyTracking:view".into()]);
    let radius = read_blast_radius(&app, &org.id, DATA_ACTIONS).await.expect("a radius");
    let DependentsOfIt::NotListed { failure } = radius.dependents else { panic!("listed") };
    assert!(matches!(*failure, Failure::PermissionMissing { .. }), "{failure:?}");
    assert!(matches!(radius.credentials, CredentialsThatMayHoldIt::Listed { .. }));
}

#[tokio::test]
async fn who_else_holds_its_roles_is_counted_without_it() {
    let mut outside = Outside::open().await;
    let (app, org) = outside.start().await;
    let holders = async |id: &str| {
        let radius = read_blast_radius(&app, &org.id, id).await.expect("a radius");
        let HoldersOfItsRoles::Listed { roles } = radius.role_holders else { panic!("listed") };
        roles
    };
    let before = holders(ENTRA).await;
    let scim = before.iter().find(|role| role.role == "SCIM Integration").expect("its role");
    assert_eq!((scim.people, scim.groups), (1, 0), "the administrator");
    let draft = scim_draft(&app, &org, "Okta").await;
    let okta = create_client(&app, &org.id, &draft, false).await.expect("created").client.id;
    let after = holders(ENTRA).await;
    let more = after.iter().find(|role| role.role == "SCIM Integration").expect("its role");
    assert_eq!(more.clients, scim.clients + 1);
    assert_eq!(holders(&okta).await.first().map(|role| role.clients), Some(more.clients), "never itself");
    // A client for people has none.
    assert_eq!(holders("c11e0000-0000-4000-8000-000000000001").await, []);
    outside.play(|settings| settings.withheld_permissions = vec!["authorization:role:view".into()]);
    let radius = read_blast_radius(&app, &org.id, ENTRA).await.expect("a radius");
    let HoldersOfItsRoles::NotListed { failure } = radius.role_holders else { panic!("listed") };
    assert!(matches!(*failure, Failure::PermissionMissing { .. }), "{failure:?}");
}

#[tokio::test]
async fn the_room_for_clients_is_known_before_the_wall() {
    let mut outside = Outside::open().await;
    let (app, org) = outside.start().await;
    let room = async || read_client_room(&app, &org.id).await.expect("a room");
    let clients = u32::try_from(outside.practice.clients().len()).expect("few");
    assert_eq!(room().await, ClientRoom { clients, limit: Some(50), nearly_full: false });
    outside.play(|settings| settings.client_limit = Some(clients + 1));
    assert_eq!(room().await, ClientRoom { clients, limit: Some(clients + 1), nearly_full: true });
    let fault = |path: &str, status| Fault {
        kind: FaultKind::StatusBefore { status },
        method: None,
        path: format!("/api/v2/organizations/limits{path}"),
        times: Some(1),
    };
    // Its own limits are not shown: what is documented for all.
    outside.practice.queue_faults(vec![fault("/namespaces", 404)]);
    assert_eq!(room().await.limit, Some(50));
    outside.practice.queue_faults(vec![fault("/namespaces", 404), fault("/docs", 404)]);
    assert_eq!(room().await, ClientRoom { clients, limit: None, nearly_full: false });
}

#[tokio::test]
async fn a_young_client_is_removed_at_once() {
    let mut outside = Outside::open().await;
    let (app, org) = outside.start().await;
    let draft = scim_draft(&app, &org, "Okta").await;
    let id = create_client(&app, &org.id, &draft, false).await.expect("created").client.id;
    let deletion = async || read_blast_radius(&app, &org.id, &id).await.expect("a radius").deletion;
    assert_eq!(deletion().await, Deletion::AtOnce);
    outside.pass(29 * 86_400);
    assert_eq!(deletion().await, Deletion::AtOnce);
    outside.pass(86_400 + 60);
    assert_eq!(deletion().await, Deletion::RestorableForAWhile);
}

#[tokio::test]
async fn the_client_that_one_is_signed_in_through_is_known() {
    let outside = Outside::open().await;
    let app = outside.app();
    let place = Place::Local { address: outside.practice.address() };
    let new = NewProfile { place, marking: Marking::default(), keep: false };
    let (id, secret) = (outside.practice.client_id(), Secret::new(outside.practice.client_secret()));
    let org = sign_in_with_client(&app, &new, &id, secret).await.expect("signed in");
    let radius = read_blast_radius(&app, &org.id, &id).await.expect("a radius");
    assert_eq!(radius.signed_in_through, Some(true));
    let other = read_blast_radius(&app, &org.id, ENTRA).await.expect("a radius");
    assert_eq!(other.signed_in_through, Some(false));
}

#[test]
fn names_are_compared_without_case_and_only_of_the_right_type() {
    let credential = |name: &str, kind: &str| IntegrationCredential {
        id: "1".into(),
        name: name.into(),
        kind: kind.into(),
        modified_at: None,
    };
    let right = |name: &str| credential(name, "pureCloudOAuthClient");
    assert!(right("NIGHTLY export (data tables)").is_named_after("c-1", "Nightly Export"));
    assert!(right("old C-1").is_named_after("c-1", "Nightly Export"));
    assert!(!right("Nightly").is_named_after("c-1", "Nightly Export"));
    assert!(!right("Nightly export").is_named_after("c-1", "  "), "no name is in every name");
    assert!(!credential("Nightly export", "userDefined").is_named_after("c-1", "Nightly Export"));
}

#[test]
fn values_of_a_credential_are_dropped() {
    let page = br#"{"entities":[{"id":"1","name":"A","type":{"id":"x","name":"pureCloudOAuthClient"},
        "credentialFields":{"clientId":"c-1","clientSecret":"canary-5f3a"}},{"id":"2"}],"pageCount":1}"#;
    let read = credential_page(page).expect("a page");
    let found = &read.credentials.entries;
    assert_eq!((found.len(), read.credentials.skipped, &read.after), (2, 0, &None));
    assert!(found[0].holds_a_client() && !found[1].holds_a_client());
    assert!(!format!("{read:?}").contains("canary-5f3a"));
    assert!(credential_page(b"[]").is_err() && credential_page(br#"{"entities":{}}"#).is_err());
    let odd = credential_page(br#"{"entities":[{},7,{"id":"1"}]}"#).expect("a page").credentials;
    assert_eq!((odd.entries.len(), odd.skipped), (1, 2));
}

#[test]
fn the_cursor_is_taken_from_the_next_address_and_nothing_else() {
    let after = |next: &str| {
        credential_page(format!(r#"{{"entities":[],"nextUri":{next}}}"#).as_bytes()).expect("a page").after
    };
    for (next, cursor) in [
        (r#""/api/v2/integrations/credentials/listing?pageSize=200&after=a%2Bb%3D""#, Some("a+b=")),
        (r#""https://api.mypurecloud.de/x?after=c&pageSize=1""#, Some("c")),
        (r#""/x?after=""#, None),
        (r#""/x?before=c""#, None),
        ("null", None),
        ("7", None),
    ] {
        assert_eq!(after(next).as_deref(), cursor, "{next}");
    }
}

/// Both lists give the same, and a cursor that leads in a circle is followed once.
#[tokio::test]
async fn credentials_are_listed_where_there_is_a_cursor_and_where_there_is_none() {
    let page = |id: &str, more: &str| format!(r#"{{"entities":[{{"id":"{id}"}}]{more}}}"#);
    let circle = r#","nextUri":"/x?after=here""#;
    for (cursor, asked) in [(true, 2), (false, 2)] {
        let (first, last) = (page("1", circle), page("2", r#","pageCount":1"#));
        let server = RawServer::open(move |head, _| match head.contains("/listing") {
            true if cursor => Reply::of("200 OK", "", first.as_bytes()),
            true => Reply::of("404 Not Found", "", br#"{"code":"not.found","message":"no"}"#),
            false => Reply::of("200 OK", "", last.as_bytes()),
        })
        .await;
        let found =
            server.session(Limits::default(), Clock::monotonic()).list_credentials().await.expect("a list");
        let ids: Vec<&str> = found.iter().map(|one| one.id.as_str()).collect();
        assert_eq!(ids, if cursor { vec!["1", "1"] } else { vec!["2"] });
        assert_eq!(server.requests().len(), asked, "{:?}", server.requests());
    }
}
