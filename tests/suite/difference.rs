//! What was asked against what is held: the mark of a SCIM client that lost its 450 days, and no false alarm.

use latchkey::domain::check::check;
use latchkey::domain::client::{ClientState, OauthClient, RoleDivision};
use latchkey::domain::difference::{Difference, between, differences};
use latchkey::domain::duration::SCIM_MAX_SECONDS;
use latchkey::domain::grant::{GrantType, HeldGrantType};
use latchkey::domain::preset::{Purpose, start};
use latchkey::domain::region::Region;

use crate::facts::facts;

fn asked_and_held() -> (latchkey::domain::client::ValidClient, OauthClient) {
    let home = Region::of_domain("mypurecloud.de").expect("a row of the table");
    let mut draft = start(Purpose::Scim, &facts(""), home);
    draft.name = "Entra ID".into();
    draft.roles[0].division_ids = vec!["france".into(), "home".into()];
    let asked = check(&draft, &facts("")).client.expect("valid");
    let role = |division: &str| RoleDivision { role_id: "scim".into(), division_id: division.into() };
    let held = OauthClient {
        id: "1".into(),
        name: "Entra ID".into(),
        description: String::new(),
        grant_type: HeldGrantType::Offered { grant_type: GrantType::ClientCredentials },
        state: ClientState::Active,
        seconds: Some(SCIM_MAX_SECONDS),
        redirect_uris: vec![],
        scopes: vec![],
        roles: vec![role("home"), role("france")],
        created_at: None,
        modified_at: None,
        created_by: None,
        delete_at: None,
    };
    (asked, held)
}

#[test]
fn another_order_is_no_difference() {
    let (asked, held) = asked_and_held();
    assert_eq!(differences(&asked, &held), []);
}

#[test]
fn a_duration_that_fell_to_a_day_is_marked() {
    let (asked, mut held) = asked_and_held();
    held.seconds = Some(86_400);
    let expected =
        Difference::Duration { asked: Some(SCIM_MAX_SECONDS), held: Some(86_400), scim_fallback: true };
    assert_eq!(differences(&asked, &held), [expected]);
}

#[test]
fn every_field_is_compared() {
    let (asked, mut held) = asked_and_held();
    held.name = "Other".into();
    held.description = "Words".into();
    held.seconds = None;
    held.grant_type = HeldGrantType::Password;
    held.redirect_uris = vec!["https://example.com".into()];
    held.scopes = vec!["users".into()];
    held.roles.pop();
    assert_eq!(differences(&asked, &held).len(), 7);
}

#[test]
fn a_duration_that_was_not_said_before_is_a_difference_too() {
    let (_, now) = asked_and_held();
    let before = OauthClient { seconds: None, ..now.clone() };
    let expected = Difference::Duration { asked: None, held: now.seconds, scim_fallback: false };
    assert_eq!(between(&before, &now), [expected]);
    assert_eq!(between(&now, &now), []);
}
