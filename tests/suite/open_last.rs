//! The organization that was open last is opened at the start, for whoever wants that.

use latchkey::app::failure::Failure;
use latchkey::app::open_last::open_last;
use latchkey::app::open_practice::open_practice;
use latchkey::app::settings::{Settings, save_settings};
use latchkey::app::sign_out::{forget_profile, sign_out};

use crate::desk::Desk;
use crate::outside::Outside;

async fn wanted(app: &latchkey::app::App) {
    save_settings(app, Settings { opens_last: true, ..Settings::default() }).await.expect("saved");
}

#[tokio::test]
async fn nothing_is_opened_unasked() {
    let desk = Desk::open().await;
    assert_eq!(open_last(&desk.app).await, Ok(None));
}

#[tokio::test]
async fn the_last_one_is_opened_be_it_a_profile_or_the_practice_organization() {
    let mut outside = Outside::open().await;
    let (app, org) = outside.start().await;
    wanted(&app).await;
    let again = outside.app();
    assert_eq!(open_last(&again).await.expect("opened").map(|org| org.id), Some(org.id));
    drop(again);

    let practice = open_practice(&app).await.expect("the practice organization");
    // One program at a time writes the journal.
    drop(app);
    let again = outside.app();
    assert_eq!(open_last(&again).await.expect("opened").map(|org| org.id), Some(practice.id));
}

#[tokio::test]
async fn what_was_signed_out_is_asked_for_and_what_was_forgotten_is_nothing() {
    let mut outside = Outside::open().await;
    let (app, org) = outside.start().await;
    wanted(&app).await;
    sign_out(&app, &org.id).await.expect("signed out");
    assert_eq!(open_last(&outside.app()).await, Err(Failure::SignInNeeded));
    forget_profile(&app, &org.id).await.expect("forgotten");
    assert_eq!(open_last(&outside.app()).await, Ok(None));
}

#[tokio::test]
async fn before_anything_was_open_there_is_nothing_to_open() {
    let outside = Outside::open().await;
    let app = outside.app();
    wanted(&app).await;
    assert_eq!(open_last(&app).await, Ok(None));
}
