//! When every client was last used: in one query, client by client where that is not answered, and what stays of it.

use std::time::Duration;

use jiff::Timestamp;
use latchkey::app::failure::Failure;
use latchkey::app::read_usage::read_usage;
use latchkey::app::survey_usage::SurveyDepth::LastUse;
use latchkey::app::survey_usage::{SurveyProgress, read_survey, stop_survey, survey_usage};
use latchkey::app::usage_memory::read_last_use;
use latchkey::app::{App, OrgView};
use latchkey::domain::usage::UsagePeriod::Days90;
use latchkey::domain::usage::{Everybody, UsageSpan};
use latchkey::genesys::answers::Unreadable;
use latchkey::genesys::usage::{UsageAnswer, usage_page};
use latchkey::practice::{Fault, FaultKind};
use serde_json::json;

use crate::outside::{CLIENTS, Outside};

const AT_ONCE: &str = "/api/v2/usage/query";
const WALLBOARD: &str = "c11e0000-0000-4000-8000-000000000002";
const ENTRA: &str = "c11e0000-0000-4000-8000-000000000003";
const PILOT: &str = "c11e0000-0000-4000-8000-000000000004";

async fn survey(app: &App, org: &OrgView) -> SurveyProgress {
    survey_usage(app, &org.id, None, LastUse, Days90).await.expect("a survey")
}

/// How many requests were about all clients, and about one of them.
fn asked(outside: &Outside) -> (usize, usize) {
    let requests = outside.practice.requests();
    let about = |path: &str| requests.iter().filter(|request| request.path.starts_with(path)).count();
    let each = requests
        .iter()
        .filter(|request| request.path.starts_with(CLIENTS) && request.path.contains("/usage/"));
    (about(AT_ONCE), each.count())
}

#[tokio::test]
async fn one_query_says_it_of_every_client() {
    let mut outside = Outside::open().await;
    let (app, org) = outside.start().await;
    let found = survey(&app, &org).await;
    assert_eq!(asked(&outside), (3, 0), "asked, still running, complete");
    let all = u32::try_from(outside.practice.clients().len()).expect("few");
    assert_eq!((found.total, found.done, found.failed, found.days), (all, all, 0, 90));
    assert!(found.used + found.quiet == all && found.used > 5 && found.quiet > 2, "{found:?}");
    assert!(!found.running && !found.at_once && !found.stopped);
    for id in [ENTRA, PILOT] {
        let at_once = read_last_use(&app, &org.id, id).await.expect("known").expect("known");
        assert!(at_once.at_once);
        let alone = read_usage(&app, &org.id, id, Days90, 1).await.expect("read").last_use;
        assert_eq!((at_once.requests, at_once.last_day), (alone.requests, alone.last_day), "{id}");
    }
}

#[tokio::test]
async fn a_look_at_the_client_alone_knows_of_other_organizations() {
    let mut outside = Outside::open().await;
    let (app, org) = outside.start().await;
    let alone = read_usage(&app, &org.id, WALLBOARD, Days90, 1).await.expect("read").last_use;
    survey(&app, &org).await;
    assert_eq!(read_last_use(&app, &org.id, WALLBOARD).await, Ok(Some(alone.clone())));
    outside.pass(2 * 86_400);
    survey(&app, &org).await;
    let later = read_last_use(&app, &org.id, WALLBOARD).await.expect("known").expect("known");
    assert!(later.at_once && later.requests < alone.requests, "{later:?}");
}

#[tokio::test]
async fn ten_thousand_clients_are_one_query() {
    let mut outside = Outside::open().await;
    let (app, org) = outside.start().await;
    outside.play(|settings| settings.crowd = 10_000);
    let before = outside.clock.now();
    let found = survey(&app, &org).await;
    let all = u32::try_from(outside.practice.clients().len()).expect("few");
    assert!(all > 10_000 && (found.total, found.done, found.failed) == (all, all, 0), "{found:?}");
    assert!(found.used > 5_000 && found.quiet > 2_000, "{found:?}");
    let (at_once, each) = asked(&outside);
    assert!(at_once < 20 && each == 0, "{at_once} and {each} requests");
    assert!(outside.clock.now().as_second() - before.as_second() < 60);
}

#[tokio::test]
async fn where_it_is_not_answered_each_client_is_asked_about() {
    let fault = |kind| Fault { kind, method: None, path: AT_ONCE.to_owned(), times: Some(1_000) };
    for (what, kind) in [
        ("404 of Genesys Cloud", None),
        ("a proxy that does not know it", Some(FaultKind::StatusBefore { status: 501 })),
        ("a page for people", Some(FaultKind::Unreadable)),
        ("trouble that does not pass", Some(FaultKind::ServerError)),
        ("half an answer", Some(FaultKind::Truncated)),
    ] {
        let mut outside = Outside::open().await;
        let (app, org) = outside.start().await;
        match kind {
            None => outside.play(|settings| settings.no_usage_of_everybody = true),
            Some(kind) => outside.practice.queue_faults(vec![fault(kind)]),
        }
        let found = survey(&app, &org).await;
        assert_eq!((found.done, found.failed, found.stopped), (found.total, 0, false), "{what}: {found:?}");
        let (_, each) = asked(&outside);
        assert!(each >= 3 * usize::try_from(found.total).expect("few"), "{what}: {each}");
        let known = read_last_use(&app, &org.id, ENTRA).await.expect("known").expect("known");
        assert!(!known.at_once && known.requests > 0, "{what}");
    }
}

#[tokio::test]
async fn another_permission_is_enough_for_one_client() {
    let mut outside = Outside::open().await;
    let (app, org) = outside.start().await;
    outside.play(|settings| settings.withheld_permissions = vec!["oauth:client:view".to_owned()]);
    let ids = Some(vec![ENTRA.to_owned(), PILOT.to_owned()]);
    let found = survey_usage(&app, &org.id, ids.clone(), LastUse, Days90).await.expect("a survey");
    assert_eq!((found.done, found.failed, found.used, found.quiet), (2, 0, 2, 0), "{found:?}");
    // With neither permission it ends, and says which are missing.
    let both = ["oauth:client:view", "usage:client:view"].map(str::to_owned);
    outside.play(|settings| settings.withheld_permissions = both.to_vec());
    let found = survey_usage(&app, &org.id, ids, LastUse, Days90).await.expect("a survey");
    assert!(found.stopped && matches!(found.failure.as_deref(), Some(Failure::PermissionMissing { .. })));
}

#[tokio::test]
async fn nobody_is_asked_one_by_one_where_nobody_answers() {
    let mut outside = Outside::open().await;
    let (app, org) = outside.start().await;
    survey(&app, &org).await;
    let before = read_last_use(&app, &org.id, ENTRA).await.expect("known");
    let gone = Fault {
        kind: FaultKind::ServerGone,
        method: None,
        path: "/api/v2/usage".to_owned(),
        times: Some(1_000),
    };
    outside.practice.queue_faults(vec![gone]);
    let found = survey(&app, &org).await;
    assert!(found.stopped && found.done == 0, "{found:?}");
    assert!(matches!(found.failure.as_deref(), Some(Failure::Unreachable { .. })), "{found:?}");
    assert_eq!(asked(&outside).1, 0);
    assert_eq!(read_last_use(&app, &org.id, ENTRA).await, Ok(before), "what was known stays");
}

#[tokio::test]
async fn it_can_be_stopped_and_what_was_known_stays() {
    let mut outside = Outside::open().await;
    outside.clock = latchkey::app::clock::Clock::Computer;
    let (app, org) = outside.start().await;
    outside.play(|settings| settings.usage_polls_running = 0);
    let alone = read_usage(&app, &org.id, ENTRA, Days90, 1).await.expect("read").last_use;
    outside.play(|settings| settings.usage_polls_running = u32::MAX);
    let stop = async {
        while asked(&outside).0 == 0 {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        let progress = read_survey(&app, &org.id).await.expect("progress");
        stop_survey(&app, &org.id).await.expect("stopped");
        progress
    };
    let (found, under_way) = tokio::join!(survey(&app, &org), stop);
    assert!(under_way.running && under_way.at_once && under_way.done == 0, "{under_way:?}");
    assert!(found.stopped && !found.running && found.done == 0, "{found:?}");
    assert_eq!(read_last_use(&app, &org.id, ENTRA).await, Ok(Some(alone)));
    assert_eq!(read_last_use(&app, &org.id, PILOT).await, Ok(None));
}

fn page(body: &serde_json::Value) -> (Vec<latchkey::domain::usage::UsageRow>, Option<String>) {
    let page = usage_page(body.to_string().as_bytes()).expect("a page");
    let UsageAnswer::Complete(rows) = page.answer else { panic!("{body}") };
    (rows, page.after)
}

#[test]
fn what_was_cut_off_is_not_known() {
    let now: Timestamp = "2026-03-02T10:00:00Z".parse().expect("a moment");
    let span = UsageSpan::ending(now, Days90);
    let mut everybody = Everybody::default();
    let (first, after) =
        page(&json!({ "queryStatus": "Complete", "cursors": { "after": "x y" }, "results": [
        { "clientId": "a", "date": "2026-02-20T00:00:00Z", "requests": 4 },
        { "clientId": "a", "date": "2026-02-25T00:00:00Z", "requests": 0 },
        { "clientId": "b", "date": "1999-01-01", "requests": 2 },
        { "clientId": "../c", "requests": 9 },
        { "requests": 9 },
    ] }));
    assert_eq!(after.as_deref(), Some("x y"));
    everybody.add(first, &span);
    let (second, after) = page(&json!({ "queryStatus": "Complete", "cursors": {}, "results": [
            { "clientId": "a", "date": "2026-02-21", "status200": 3, "status400": 2, "status429": 2 } ] }));
    assert_eq!(after, None);
    everybody.add(second, &span);
    let known =
        |id: &str, whole| everybody.last_use(id, whole, 90, now).map(|one| (one.requests, one.last_day));
    assert_eq!(known("a", false), Some((9, Some("2026-02-21".to_owned()))));
    assert_eq!(known("b", false), Some((2, None)), "a day that was not asked for is none");
    assert_eq!((known("d", false), known("d", true)), (None, Some((0, None))));
    assert!(Everybody::by_day(1_000, &span) && !Everybody::by_day(1_200, &span));
    let wrong = br#"{"queryStatus":"Complete","cursors":[]}"#;
    assert_eq!(usage_page(wrong).err(), Some(Unreadable::Malformed));
    let empty = br#"{"queryStatus":"Complete","cursors":{"after":"","before":"x"},"results":[]}"#;
    assert_eq!(usage_page(empty).expect("a page").after, None);
}
