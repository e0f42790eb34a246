//! Fetching the long-lived token of an identity system: it works where it is put, its end is known, and it is let go of.

use latchkey::app::create_client::create_client;
use latchkey::app::failure::Failure;
use latchkey::app::fetch_token::{
    ReminderWords, fetch_scim_token, let_go_of_scim_token, reveal_scim_token, save_token_reminder,
};
use latchkey::domain::duration::{SCIM_MAX_SECONDS, TokenLife};
use latchkey::domain::secret::Secret;

use crate::outside::{Outside, scim_draft};

#[tokio::test]
async fn a_long_lived_token_is_fetched_for_the_identity_system_and_let_go_of() {
    let mut outside = Outside::open().await;
    let (app, org) = outside.start().await;
    let draft = scim_draft(&app, &org, "Okta").await;
    let id = create_client(&app, &org.id, &draft, false).await.expect("created").client.id;
    assert_eq!(reveal_scim_token(&app).await.err(), Some(Failure::SecretGone));
    let token = fetch_scim_token(&app, &org.id, &id, None).await.expect("a token");
    assert_eq!((token.life, token.set_seconds), (TokenLife::AsSet, Some(SCIM_MAX_SECONDS)));
    let text = reveal_scim_token(&app).await.expect("revealed").text;
    let groups =
        format!("{}/api/v2/scim/v2/groups?filter=displayName%20eq%20%22x%22", outside.practice.address());
    let http = reqwest::Client::builder().no_proxy().build().expect("a client");
    let answer = http.get(groups).bearer_auth(&text).send().await.expect("an answer");
    assert!(answer.status().is_success(), "it works where it was put");

    let words = ReminderWords { title: "Renew, the token; of Okta".into(), text: "Line 1\nLine 2".into() };
    let saved = save_token_reminder(&app, &words).await.expect("saved");
    let reminder = std::fs::read_to_string(&saved.path).expect("a file");
    assert!(
        saved.path.ends_with(".ics") && saved.path.contains("okta-") && !reminder.contains(&text),
        "{reminder}"
    );
    let ends: jiff::Timestamp = token.ends_at.expect("an end").parse().expect("a moment");
    let day = (ends - jiff::SignedDuration::from_hours(24 * 30)).to_zoned(jiff::tz::TimeZone::system());
    for line in [
        format!("DTSTART;VALUE=DATE:{}", day.strftime("%Y%m%d")),
        r"SUMMARY:Renew\, the token\; of Okta".to_owned(),
        r"DESCRIPTION:Line 1\nLine 2".to_owned(),
        "BEGIN:VALARM".to_owned(),
        "TRIGGER:PT32400S".to_owned(),
    ] {
        assert!(reminder.lines().any(|found| found == line), "{line}\n{reminder}");
    }
    let_go_of_scim_token(&app).await.expect("let go");
    assert_eq!(reveal_scim_token(&app).await.err(), Some(Failure::SecretGone));
    assert_eq!(save_token_reminder(&app, &words).await.err(), Some(Failure::SecretGone));
}

#[tokio::test]
async fn only_an_identity_system_gets_a_long_lived_token() {
    let mut outside = Outside::open().await;
    let (app, org) = outside.start().await;
    let secret = || Some(Secret::new(outside.practice.client_secret()));
    let refused = fetch_scim_token(&app, &org.id, &outside.practice.client_id(), secret()).await;
    assert_eq!(refused, Err(Failure::NotTestable));
    let asked = outside.practice.requests();
    assert!(asked.iter().all(|sent| sent.path != "/oauth/token"), "a token that nobody has would live on");
    assert_eq!(reveal_scim_token(&app).await.err(), Some(Failure::SecretGone));
}
