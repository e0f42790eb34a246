//! The calls of a client: asked for, waited for, added up, remembered; and those of many, in the background.

use std::time::Duration;

use jiff::civil::Date;
use latchkey::app::check_health::check_health;
use latchkey::app::failure::Failure;
use latchkey::app::read_usage::{UsageReading, read_usage, stop_reading_usage};
use latchkey::app::survey_usage::SurveyDepth::{self, Calls};
use latchkey::app::survey_usage::{read_survey, stop_survey, survey_usage};
use latchkey::app::usage_memory::read_last_use;
use latchkey::app::{App, OrgView};
use latchkey::domain::health::HealthCode;
use latchkey::domain::usage::UsagePeriod::{self, Days7, Days30, Days90};
use latchkey::domain::usage::{LastUse, UsageCounts};
use latchkey::practice::{Fault, FaultKind};

use crate::outside::{CLIENTS, Outside};

const SOFTPHONE: &str = "c11e0000-0000-4000-8000-000000000001";
const WALLBOARD: &str = "c11e0000-0000-4000-8000-000000000002";
const ENTRA: &str = "c11e0000-0000-4000-8000-000000000003";
const PILOT: &str = "c11e0000-0000-4000-8000-000000000004";
const DATA_ACTIONS: &str = "c11e0000-0000-4000-8000-000000000005";
const LOADER: &str = "c11e0000-0000-4000-8000-000000000006";
const LATCHKEY: &str = "c11e0000-0000-4000-8000-000000000012";
const YOUNG: &str = "c11e0000-0000-4000-8000-000000000009";

async fn read(app: &App, org: &OrgView, id: &str, period: UsagePeriod) -> Result<UsageReading, Failure> {
    read_usage(app, &org.id, id, period, 1).await
}

fn sum(counts: UsageCounts) -> u64 {
    counts.ok + counts.redirected + counts.refused + counts.limited + counts.failed
}

fn queries(outside: &Outside) -> usize {
    outside.practice.requests().iter().filter(|request| request.path.ends_with("/usage/query")).count()
}

fn looks(outside: &Outside) -> usize {
    outside
        .practice
        .requests()
        .iter()
        .filter(|request| request.path.contains("/usage/query/results/"))
        .count()
}

#[tokio::test]
async fn days_and_endpoints_add_up_to_the_same() {
    let mut outside = Outside::open().await;
    let (app, org) = outside.start().await;
    for (id, period) in [(SOFTPHONE, Days7), (ENTRA, Days30), (DATA_ACTIONS, Days90)] {
        let report = read(&app, &org, id, period).await.expect("read").report;
        assert_eq!(report.days.len(), usize::try_from(period.days()).expect("small"));
        assert_eq!(
            (&report.days[0].date, &report.days[report.days.len() - 1].date),
            (&report.from, &report.to)
        );
        let days: u64 = report.days.iter().map(|day| day.counts.requests).sum();
        let endpoints: u64 = report.endpoints.iter().map(|endpoint| endpoint.counts.requests).sum();
        assert!(report.total.requests > 500, "{}", report.total.requests);
        assert_eq!((days, endpoints, report.undated), (report.total.requests, report.total.requests, 0));
        // 429 is among the 4xx of the server, and counted once here.
        assert!(report.days.iter().all(|day| sum(day.counts) == day.counts.requests), "{id}");
        assert!(report.endpoints.windows(2).all(|two| two[0].counts.requests >= two[1].counts.requests));
        let days: Vec<Date> = report.days.iter().map(|day| day.date.parse().expect("a day")).collect();
        assert!(
            days.windows(2).all(|two| two[0].tomorrow().is_ok_and(|next| next == two[1])),
            "no day is left out"
        );
    }
}

#[tokio::test]
async fn today_is_not_counted_yet_and_yesterday_was_the_last_day() {
    let mut outside = Outside::open().await;
    let (app, org) = outside.start().await;
    let reading = read(&app, &org, ENTRA, Days7).await.expect("read");
    let [.., yesterday, today] = reading.report.days.as_slice() else { panic!("seven days") };
    assert_eq!(today.counts, UsageCounts::default());
    assert_eq!(reading.last_use.last_day.as_ref(), Some(&yesterday.date));
    assert_eq!((reading.last_use.days, reading.last_use.requests), (7, reading.report.total.requests));
}

#[tokio::test]
async fn limits_other_organizations_and_habits_show() {
    let mut outside = Outside::open().await;
    let (app, org) = outside.start().await;
    let limited = read(&app, &org, DATA_ACTIONS, Days7).await.expect("read").report;
    assert!(limited.total.limited > 100 && limited.total.refused == 0, "{:?}", limited.total);
    assert!(limited.other_org_ids.is_empty());
    let shared = read(&app, &org, WALLBOARD, Days7).await.expect("read").report;
    assert_eq!(shared.other_org_ids, ["0a600000-0000-4000-8000-000000000002"]);
    // It may change users and conversations, and never does.
    let phone = read(&app, &org, SOFTPHONE, Days7).await.expect("read").report;
    let writes = ["PATCH", "PUT", "DELETE"];
    assert!(phone.endpoints.iter().all(|endpoint| !writes.contains(&endpoint.method.as_str())));
    assert!(!phone.endpoints.iter().any(|endpoint| endpoint.template.contains("voicemail")));
    let scim = read(&app, &org, ENTRA, Days7).await.expect("read").report;
    assert!(scim.endpoints.iter().any(|endpoint| endpoint.template.starts_with("/api/v2/scim/v2/users")));
    assert!(scim.endpoints.iter().any(|endpoint| endpoint.method == "PATCH"));
}

#[tokio::test]
async fn a_quiet_client_shows_its_last_day_only_in_a_longer_look() {
    let mut outside = Outside::open().await;
    let (app, org) = outside.start().await;
    let short = read(&app, &org, PILOT, Days30).await.expect("read");
    assert_eq!((short.last_use.requests, &short.last_use.last_day), (0, &None));
    assert!(short.report.endpoints.is_empty());
    let long = read(&app, &org, PILOT, Days90).await.expect("read");
    let (to, last) = (&long.report.to, long.last_use.last_day.as_ref().expect("a day"));
    let days = last.parse::<Date>().expect("a day").until(to.parse::<Date>().expect("a day")).expect("days");
    assert_eq!(days.get_days(), 47);
    let never = read(&app, &org, LOADER, Days90).await.expect("read");
    assert_eq!((never.last_use.requests, never.last_use.last_day), (0, None));
    assert!(never.report.days.iter().all(|day| day.counts.requests == 0));
}

#[tokio::test]
async fn it_is_waited_for_with_growing_pauses_and_asked_once() {
    let mut outside = Outside::open().await;
    let (app, org) = outside.start().await;
    outside.play(|settings| settings.usage_polls_running = 6);
    let before = outside.clock.now();
    read(&app, &org, ENTRA, Days7).await.expect("read");
    // 1, 2, 4, 8, 10, 10 and 10 seconds.
    assert_eq!(outside.clock.now().as_second() - before.as_second(), 45);
    assert_eq!((queries(&outside), looks(&outside)), (1, 7));
}

#[tokio::test]
async fn one_that_never_ends_is_given_up() {
    let mut outside = Outside::open().await;
    let (app, org) = outside.start().await;
    outside.play(|settings| settings.usage_polls_running = u32::MAX);
    let before = outside.clock.now();
    assert_eq!(read(&app, &org, ENTRA, Days7).await, Err(Failure::UsageTakesTooLong));
    let waited = outside.clock.now().as_second() - before.as_second();
    assert!((900..=915).contains(&waited), "{waited} s");
    assert!(looks(&outside) < 100, "{} looks", looks(&outside));
    outside.play(|settings| (settings.usage_polls_running, settings.usage_fails) = (1, true));
    assert_eq!(read(&app, &org, ENTRA, Days7).await, Err(Failure::UsageNotWorkedOut));
    assert_eq!(read_last_use(&app, &org.id, ENTRA).await, Ok(None), "nothing is remembered");
}

#[tokio::test]
async fn nobody_waits_after_being_told_to_stop() {
    let mut outside = Outside::open().await;
    outside.clock = latchkey::app::clock::Clock::Computer;
    let (app, org) = outside.start().await;
    outside.play(|settings| settings.usage_polls_running = u32::MAX);
    let reading = read_usage(&app, &org.id, ENTRA, Days7, 7);
    let stop = async {
        while queries(&outside) == 0 {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        stop_reading_usage(&app, 8).await.expect("nothing to stop");
        stop_reading_usage(&app, 7).await.expect("stopped");
    };
    let (outcome, ()) = tokio::join!(reading, stop);
    assert_eq!(outcome, Err(Failure::UsageStopped));
    let seen = outside.practice.requests().len();
    // What was dropped cannot ask again: there is nobody who would.
    read_last_use(&app, &org.id, ENTRA).await.expect("goes on");
    assert_eq!(outside.practice.requests().len(), seen);
}

#[tokio::test]
async fn a_pause_that_is_asked_for_is_kept_and_trouble_passes() {
    let mut outside = Outside::open().await;
    let (app, org) = outside.start().await;
    let fault = |kind, times| Fault {
        kind,
        method: None,
        path: format!("{CLIENTS}/{ENTRA}/usage/query"),
        times: Some(times),
    };
    let before = outside.clock.now();
    outside.practice.queue_faults(vec![fault(FaultKind::RateLimited { retry_after_seconds: 40 }, 1)]);
    read(&app, &org, ENTRA, Days7).await.expect("after the pause");
    let waited = outside.clock.now().as_second() - before.as_second();
    assert_eq!(waited, 40 + 1 + 2, "the pause, then two looks");
    outside.practice.queue_faults(vec![fault(FaultKind::ServerError, 4)]);
    read(&app, &org, ENTRA, Days7).await.expect("more often than one read would try");
    let always = outside.practice.requests().len();
    outside.practice.queue_faults(vec![fault(FaultKind::ServerError, 1_000)]);
    let failed = read(&app, &org, ENTRA, Days7).await.expect_err("not for ever");
    assert!(matches!(failed, Failure::ServerTrouble { .. }), "{failed:?}");
    assert!(outside.practice.requests().len() - always <= 12, "four tries of three requests");
}

#[tokio::test]
async fn who_may_not_see_it_is_told_which_permission_is_missing() {
    let mut outside = Outside::open().await;
    let (app, org) = outside.start().await;
    let both = ["oauth:client:view", "usage:client:view"].map(str::to_owned);
    outside.play(|settings| settings.withheld_permissions = both.to_vec());
    let Err(Failure::PermissionMissing { mut permissions, .. }) = read(&app, &org, ENTRA, Days7).await else {
        panic!("refused")
    };
    permissions.sort();
    assert_eq!(permissions, both);
    let gone = read(&app, &org, "../../tokens/me", Days7).await;
    assert!(matches!(gone, Err(Failure::NotFound { .. })), "never part of a path: {gone:?}");
}

#[tokio::test]
async fn what_was_found_is_remembered_for_this_organization() {
    let mut outside = Outside::open().await;
    let (app, org) = outside.start().await;
    assert_eq!(read_last_use(&app, &org.id, PILOT).await, Ok(None));
    let long = read(&app, &org, PILOT, Days90).await.expect("read").last_use;
    assert_eq!(read_last_use(&app, &org.id, PILOT).await, Ok(Some(long.clone())));
    // A shorter look of the same day knows less.
    read(&app, &org, PILOT, Days7).await.expect("read");
    assert_eq!(read_last_use(&app, &org.id, PILOT).await, Ok(Some(long.clone())));
    let (again, org) = outside.start().await;
    assert_eq!(read_last_use(&again, &org.id, PILOT).await, Ok(Some(long)), "after a new start");
    let text = std::fs::read_to_string(outside.folder.join("usage.json")).expect("a file");
    let kept: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    let endpoints = &kept["0a600000-0000-4000-8000-000000000001"][PILOT]["endpoints"];
    assert_eq!(endpoints[0]["template"], "/api/v2/analytics/conversations/details/query", "{kept}");
    outside.pass(2 * 86_400);
    let short = read(&again, &org, PILOT, Days7).await.expect("read").last_use;
    assert_eq!(read_last_use(&again, &org.id, PILOT).await, Ok(Some(short)), "an old look gives way");
}

#[test]
fn which_look_is_kept() {
    let look = |checked_at: &str, days| LastUse {
        checked_at: checked_at.to_owned(),
        days,
        requests: 0,
        last_day: None,
        at_once: false,
    };
    let old = look("2026-11-20T10:00:00Z", 90);
    assert!(!old.gives_way_to(&look("2026-11-20T12:00:00Z", 7)));
    assert!(old.gives_way_to(&look("2026-11-20T12:00:00Z", 90)));
    assert!(old.gives_way_to(&look("2026-11-21T10:00:00Z", 7)));
    assert!(old.gives_way_to(&look("2026-11-19T10:00:00Z", 7)), "a clock that was put back");
    assert!(look("yesterday", 90).gives_way_to(&look("2026-11-20T12:00:00Z", 7)));
    // What was seen at every client at once gives way to calls that were found at the client alone.
    let at_once = |at: &str, days| LastUse { at_once: true, ..look(at, days) };
    let found = LastUse { requests: 3, ..look("2026-11-20T12:00:00Z", 30) };
    assert!(at_once("2026-11-20T10:00:00Z", 90).gives_way_to(&found));
    assert!(!at_once("2026-11-20T10:00:00Z", 90).gives_way_to(&look("2026-11-20T12:00:00Z", 30)));
    assert!(old.knows_more_than(&at_once("2026-11-20T12:00:00Z", 90)));
    assert!(!old.knows_more_than(&at_once("2026-11-21T12:00:00Z", 90)), "a day old");
    assert!(!look("2026-11-20T10:00:00Z", 30).knows_more_than(&at_once("2026-11-20T12:00:00Z", 90)));
    assert!(!at_once("2026-11-20T10:00:00Z", 90).knows_more_than(&at_once("2026-11-20T12:00:00Z", 90)));
}

#[tokio::test]
async fn a_survey_finds_out_about_every_client_and_survives_one_that_fails() {
    let mut outside = Outside::open().await;
    let (app, org) = outside.start().await;
    outside.practice.queue_faults(vec![Fault {
        kind: FaultKind::Unreadable,
        method: None,
        path: format!("{CLIENTS}/{LOADER}/usage/query"),
        times: Some(1_000),
    }]);
    let survey = survey_usage(&app, &org.id, None, Calls, Days30).await.expect("a survey");
    let all = u32::try_from(outside.practice.clients().len()).expect("few");
    assert_eq!((survey.total, survey.done, survey.failed), (all, all, 1));
    assert!(!survey.running && !survey.stopped && survey.failure.is_some());
    assert_eq!(read_survey(&app, &org.id).await, Ok(survey));
    assert_eq!(read_last_use(&app, &org.id, LOADER).await, Ok(None));
    let young = read_last_use(&app, &org.id, YOUNG).await.expect("known").expect("known");
    assert_eq!((young.requests, young.days), (0, 30));
    assert!(read_last_use(&app, &org.id, SOFTPHONE).await.expect("known").expect("known").requests > 0);
}

#[tokio::test]
async fn a_survey_of_some_looks_at_these_only_and_obeys_the_limit() {
    let mut outside = Outside::open().await;
    let (app, org) = outside.start().await;
    let before = outside.practice.requests().len();
    let some = vec![ENTRA.to_owned(), PILOT.to_owned()];
    let fault = Fault {
        kind: FaultKind::RateLimited { retry_after_seconds: 60 },
        method: None,
        path: format!("{CLIENTS}/{ENTRA}/usage/query"),
        times: Some(1),
    };
    outside.practice.queue_faults(vec![fault]);
    let survey = survey_usage(&app, &org.id, Some(some), Calls, Days90).await.expect("a survey");
    assert_eq!((survey.total, survey.done, survey.failed), (2, 2, 0));
    let requests = outside.practice.requests()[before..].to_vec();
    assert_eq!(requests.iter().filter(|request| request.status == 429).count(), 1, "{requests:?}");
    assert_eq!(read_last_use(&app, &org.id, SOFTPHONE).await, Ok(None));
}

#[tokio::test]
async fn there_is_one_survey_at_a_time_and_it_can_be_stopped() {
    let mut outside = Outside::open().await;
    outside.clock = latchkey::app::clock::Clock::Computer;
    let (app, org) = outside.start().await;
    outside.play(|settings| settings.usage_polls_running = u32::MAX);
    let survey = survey_usage(&app, &org.id, Some(vec![ENTRA.to_owned()]), Calls, Days7);
    let meanwhile = async {
        while queries(&outside) == 0 {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        let progress = read_survey(&app, &org.id).await.expect("progress");
        let second = survey_usage(&app, &org.id, None, SurveyDepth::LastUse, Days7).await;
        stop_survey(&app, &org.id).await.expect("stopped");
        (progress, second)
    };
    let (survey, (progress, second)) = tokio::join!(survey, meanwhile);
    assert!(progress.running && (progress.total, progress.done) == (1, 0));
    assert_eq!(second, Err(Failure::OperationUnderWay));
    let survey = survey.expect("ended");
    assert!(survey.stopped && !survey.running);
}

#[tokio::test]
async fn a_survey_that_may_not_look_ends_at_once() {
    let mut outside = Outside::open().await;
    let (app, org) = outside.start().await;
    let both = ["oauth:client:view", "usage:client:view"].map(str::to_owned);
    let ids = (0..100).map(|number| format!("client-{number}")).collect();
    outside.play(|settings| settings.withheld_permissions = both.to_vec());
    let survey = survey_usage(&app, &org.id, Some(ids), Calls, Days30).await.expect("a survey");
    assert!(survey.stopped && survey.failed == survey.done && survey.done <= 8, "{survey:?}");
    assert!(matches!(survey.failure.as_deref(), Some(Failure::PermissionMissing { .. })));
}

#[tokio::test]
async fn what_a_survey_found_is_what_the_health_check_knows() {
    let mut outside = Outside::open().await;
    let (app, org) = outside.start().await;
    let of_calls = async || {
        let health = check_health(&app, &org.id, true).await.expect("health");
        let codes = [HealthCode::Unused, HealthCode::ReadonlyEnough, HealthCode::UnusedScopes];
        let mut found: Vec<_> = health
            .findings
            .iter()
            .filter(|finding| codes.contains(&finding.code))
            .map(|finding| (finding.client_id.clone(), finding.code))
            .collect();
        found.sort_by_key(|(id, code)| (id.clone(), format!("{code:?}")));
        found
    };
    assert!(of_calls().await.is_empty(), "nobody looked");
    survey_usage(&app, &org.id, None, SurveyDepth::LastUse, Days90).await.expect("a survey");
    let found = of_calls().await;
    assert!(found.contains(&(PILOT.to_owned(), HealthCode::Unused)), "{found:?}");
    assert!(
        found.iter().all(|(_, code)| *code == HealthCode::Unused),
        "what they call is not known: {found:?}"
    );
    let health = check_health(&app, &org.id, false).await.expect("health");
    assert!(health.uses_known == health.clients && health.calls_known < health.clients);
    let rest = survey_usage(&app, &org.id, None, Calls, Days90).await.expect("a survey");
    assert_eq!(rest.total, health.clients - health.calls_known, "those that are known are not asked about");
    let health = check_health(&app, &org.id, false).await.expect("health");
    assert_eq!(health.calls_known, health.clients);
    let found = of_calls().await;
    assert!(found.contains(&(PILOT.to_owned(), HealthCode::Unused)), "{found:?}");
    assert!(found.contains(&(LATCHKEY.to_owned(), HealthCode::ReadonlyEnough)), "{found:?}");
    assert!(!found.iter().any(|(id, _)| id == ENTRA), "{found:?}");
}
