//! What usage answers may look like, and how their rows are added up.

use jiff::Timestamp;
use latchkey::domain::usage::{UsageCounts, UsagePeriod, UsageReport, UsageRow, UsageSpan};
use latchkey::genesys::answers::Unreadable;
use latchkey::genesys::usage::{UsageAnswer, usage_answer, usage_execution};
use serde_json::{Value, json};

fn span() -> UsageSpan {
    UsageSpan::ending("2026-03-02T10:00:00Z".parse::<Timestamp>().expect("a moment"), UsagePeriod::Days7)
}

fn rows(results: Value) -> Vec<UsageRow> {
    let answer = json!({ "queryStatus": "Complete", "results": results }).to_string();
    let Ok(UsageAnswer::Complete(rows)) = usage_answer(answer.as_bytes()) else { panic!("{answer}") };
    rows
}

#[test]
fn a_period_ends_today_and_has_all_its_days() {
    let report = UsageReport::of(&[], &span(), "us");
    assert_eq!((report.from.as_str(), report.to.as_str()), ("2026-02-24", "2026-03-02"));
    assert_eq!(report.days.len(), 7);
    assert_eq!(report.last_day, None);
    let leap: Timestamp = "2028-03-01T00:00:00Z".parse().expect("a moment");
    let span = UsageSpan::ending(leap, UsagePeriod::Days7);
    assert!(UsageReport::of(&[], &span, "us").days.iter().any(|day| day.date == "2028-02-29"));
}

#[test]
fn too_many_requests_are_not_counted_twice() {
    let row = json!({ "date": "2026-03-01T00:00:00Z", "status200": 90, "status400": 10, "status429": 7, "requests": 100 });
    let counts = rows(json!([row]))[0].counts;
    let expected = UsageCounts { ok: 90, refused: 3, limited: 7, requests: 100, ..UsageCounts::default() };
    assert_eq!(counts, expected);
    let apart = rows(json!([{ "status400": 1, "status429": 7 }]))[0].counts;
    assert_eq!(
        (apart.refused, apart.limited, apart.requests),
        (1, 7, 8),
        "more of the part than of the whole"
    );
}

#[test]
fn days_are_read_in_every_likely_form() {
    for (date, day) in [
        ("2026-03-01", Some("2026-03-01")),
        ("2026-03-01T00:00:00Z", Some("2026-03-01")),
        ("2026-03-01T00:00:00.000Z", Some("2026-03-01")),
        ("2026-03-01T01:00:00+02:00", Some("2026-02-28")),
        ("1 March", None),
        ("", None),
    ] {
        let row = &rows(json!([{ "date": date, "requests": 1 }]))[0];
        assert_eq!(row.day.map(|day| day.to_string()).as_deref(), day, "{date}");
    }
}

#[test]
fn rows_without_a_day_of_the_period_are_in_the_total_only() {
    let rows = rows(json!([
        { "date": "2026-03-01", "httpMethod": "GET", "templateUri": "/a", "organizationId": "us", "requests": 5 },
        { "date": "2026-02-27", "httpMethod": "GET", "templateUri": "/b", "organizationId": "them", "requests": 9 },
        { "date": "2026-01-01", "httpMethod": "GET", "templateUri": "/a", "requests": 3 },
        { "requests": 2 },
        { "date": "2026-03-02", "templateUri": "/never", "requests": 0 },
    ]));
    let report = UsageReport::of(&rows, &span(), "us");
    assert_eq!((report.total.requests, report.undated), (19, 5));
    assert_eq!(report.last_day.as_deref(), Some("2026-03-01"));
    let endpoints: Vec<_> =
        report.endpoints.iter().map(|end| (end.template.as_str(), end.counts.requests)).collect();
    assert_eq!(endpoints, [("/b", 9), ("/a", 8), ("", 2)]);
    assert_eq!(report.endpoints_seen().len(), 2, "only what has a name");
    assert_eq!(report.other_org_ids, ["them"]);
}

#[test]
fn sums_do_not_overflow() {
    let row =
        json!({ "date": "2026-03-01", "status200": u64::MAX, "status300": u64::MAX, "requests": u64::MAX });
    let report = UsageReport::of(&rows(json!([row, row])), &span(), "us");
    assert_eq!(report.total.requests, u64::MAX);
}

#[test]
fn what_is_no_answer_is_not_taken_for_one() {
    assert_eq!(usage_answer(br#"{"queryStatus":"Running"}"#), Ok(UsageAnswer::Running));
    assert_eq!(usage_answer(br#"{"queryStatus":"Failed","results":[{}]}"#), Ok(UsageAnswer::Failed));
    assert_eq!(usage_answer(br#"{"queryStatus":"Complete"}"#), Ok(UsageAnswer::Complete(Vec::new())));
    for wrong in [
        r#"{}"#,
        r#"[]"#,
        r#"{"queryStatus":"Done"}"#,
        r#"{"queryStatus":"Running","queryStatus":"Complete"}"#,
        r#"{"queryStatus":"Complete","results":[{"requests":-1}]}"#,
        r#"{"queryStatus":"Complete","results":[{"requests":1.5}]}"#,
        r#"{"queryStatus":"Complete","results":[{"status200":18446744073709551616}]}"#,
        r#"{"queryStatus":"Complete","results":{}}"#,
        "<html>",
    ] {
        assert_eq!(usage_answer(wrong.as_bytes()), Err(Unreadable::Malformed), "{wrong}");
    }
    for id in ["", "../x", "a/b", "a?b"] {
        let answer = json!({ "executionId": id }).to_string();
        assert_eq!(usage_execution(answer.as_bytes()), Err(Unreadable::Malformed), "{id:?}");
    }
    assert_eq!(
        usage_execution(br#"{"executionId":"e-1","resultsUri":"https://elsewhere.example/"}"#),
        Ok("e-1".into())
    );
}

#[test]
fn long_names_are_cut() {
    let row = json!({ "templateUri": "é".repeat(5_000), "httpMethod": "X".repeat(5_000), "organizationId": "a b", "requests": 1 });
    let row = &rows(json!([row]))[0];
    assert_eq!((row.template.chars().count(), row.method.len(), &row.org_id), (300, 16, &None));
}
