//! Testing a client: what its token really is, with a kept or a typed secret; and nothing is left behind.

use latchkey::app::create_client::create_client;
use latchkey::app::failure::Failure;
use latchkey::app::place_secret::{Destination, place_secret, reveal_secret};
use latchkey::app::test_client::{Looked, ScimTry, test_client};
use latchkey::domain::duration::{SCIM_MAX_SECONDS, TokenLife};
use latchkey::domain::grant::GrantType;
use latchkey::domain::preset::Purpose;
use latchkey::domain::secret::Secret;
use latchkey::practice::Settings;

use crate::desk::Desk;
use crate::outside::{Outside, scim_draft};

const CODE_CLIENT: &str = "c11e0000-0000-4000-8000-000000000001";

#[tokio::test]
async fn a_scim_client_gives_a_token_of_450_days_that_opens_scim() {
    let mut outside = Outside::open().await;
    let (app, org) = outside.start().await;
    let draft = scim_draft(&app, &org, "Entra ID").await;
    let created = create_client(&app, &org.id, &draft, false).await.expect("created");
    let test = test_client(&app, &org.id, &created.client.id, None).await.expect("it works");
    assert_eq!((test.seconds, test.set_seconds), (Some(SCIM_MAX_SECONDS - 1), Some(SCIM_MAX_SECONDS)));
    assert_eq!(test.life, TokenLife::AsSet, "one second less is the same duration");
    assert!(test.ends_at.is_some());
    let roles = Some(vec!["SCIM Integration".to_owned()]);
    assert_eq!(test.token, Looked::Good { organization: org.name.clone(), same_organization: true, roles });
    assert_eq!((test.scim, test.revoked), (Some(ScimTry::Works), true));
    let ended = outside.practice.requests();
    assert!(ended.iter().any(|sent| sent.method == "DELETE" && sent.path == "/api/v2/tokens/me"));
    reveal_secret(&app, &org.id, &created.client.id).await.expect("the secret is still kept");
}

#[tokio::test]
async fn a_secret_that_went_elsewhere_is_typed() {
    let desk = Desk::open().await;
    let purpose = Purpose::Plain { grant_type: GrantType::ClientCredentials };
    let mut draft = desk.draft(purpose, "Nightly export").await;
    draft.roles = vec![desk.role("Analytics Reader")];
    let created = create_client(&desk.app, &desk.org.id, &draft, false).await.expect("created");
    let id = created.client.id;
    let secret = reveal_secret(&desk.app, &desk.org.id, &id).await.expect("revealed").text;
    place_secret(&desk.app, &desk.org.id, &id, Destination::Program).await.expect("placed");
    assert_eq!(test_client(&desk.app, &desk.org.id, &id, None).await, Err(Failure::SecretGone));
    let typed = |text: &str| Some(Secret::new(text.to_owned()));
    let wrong = test_client(&desk.app, &desk.org.id, &id, typed("wrong")).await;
    assert!(matches!(wrong, Err(Failure::WrongCredentials { .. })), "{wrong:?}");
    let test =
        test_client(&desk.app, &desk.org.id, &id, typed(&format!(" {secret}\n"))).await.expect("it works");
    assert!(
        matches!(&test.token, Looked::Good { roles: Some(roles), .. } if roles == &["Analytics Reader"]),
        "{test:?}"
    );
    assert_eq!((test.scim, test.revoked), (None, true));
}

#[tokio::test]
async fn a_client_through_which_people_sign_in_is_not_tested_here() {
    let desk = Desk::open().await;
    let secret = Some(Secret::new("any".to_owned()));
    let refused = test_client(&desk.app, &desk.org.id, CODE_CLIENT, secret).await;
    assert_eq!(refused, Err(Failure::NotTestable));
}

#[test]
fn a_minute_is_no_difference_between_lifetimes() {
    use TokenLife::{AsSet, Longer, Shorter, Unknown};
    let rows = [
        (Some(86_399), Some(86_400), AsSet),
        (Some(299), Some(300), AsSet),
        (Some(86_400), Some(86_400), AsSet),
        (Some(38_879_999), Some(38_880_000), AsSet),
        (Some(86_340), Some(86_400), AsSet),
        (Some(86_460), Some(86_400), AsSet),
        (Some(86_339), Some(86_400), Shorter),
        (Some(86_461), Some(86_400), Longer),
        (Some(86_399), Some(38_880_000), Shorter),
        (Some(0), Some(u32::MAX), Shorter),
        (None, Some(86_400), Unknown),
        (Some(86_399), None, Unknown),
    ];
    for (given, set, life) in rows {
        assert_eq!(TokenLife::of(given, set), life, "{given:?} {set:?}");
    }
}

#[tokio::test]
async fn an_address_that_is_not_allowed_is_said_by_the_test_too() {
    let mut outside = Outside::open().await;
    let (app, org) = outside.start().await;
    let draft = scim_draft(&app, &org, "Entra ID").await;
    let id = create_client(&app, &org.id, &draft, false).await.expect("created").client.id;
    outside.practice.change_settings(Settings { refuse_address: true, ..outside.practice.settings() });
    let test = test_client(&app, &org.id, &id, None).await;
    assert!(
        matches!(&test, Err(Failure::AddressRefused { address: Some(address), .. }) if address == "203.0.113.24"),
        "{test:?}"
    );
    reveal_secret(&app, &org.id, &id).await.expect("the secret is still kept");
}
