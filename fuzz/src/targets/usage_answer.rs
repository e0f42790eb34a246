//! How far a usage query is, and the rows of its answer.
//! It must never count a call twice, nor keep a name that could be something else.

use jiff::Timestamp;
use latchkey::domain::usage::{UsagePeriod, UsageReport, UsageSpan};
use latchkey::genesys::answers::{MAX_USAGE, is_identifier};
use latchkey::genesys::usage::{UsageAnswer, usage_answer, usage_execution};

pub(super) fn run(data: &[u8]) {
    if let Ok(execution) = usage_execution(data) {
        assert!(is_identifier(&execution), "an execution that could be another path");
    }
    let read = usage_answer(data);
    assert_eq!(usage_answer(data), read, "read twice, understood twice");
    let Ok(UsageAnswer::Complete(rows)) = read else { return };
    assert!(data.len() <= MAX_USAGE, "too large");
    assert!(rows.iter().all(|row| row.template.chars().count() <= 300 && row.method.chars().count() <= 16));
    let now = Timestamp::from_second(1_774_000_000).expect("a moment");
    let report = UsageReport::of(&rows, &UsageSpan::ending(now, UsagePeriod::Days30), "us");
    assert_eq!(report.days.len(), 30, "a day is missing");
    let sum = |counts: &mut dyn Iterator<Item = u64>| counts.fold(0, u64::saturating_add);
    let endpoints = sum(&mut report.endpoints.iter().map(|endpoint| endpoint.counts.requests));
    let days = sum(&mut report.days.iter().map(|day| day.counts.requests));
    assert_eq!(endpoints, report.total.requests, "endpoints do not add up");
    assert_eq!(days.saturating_add(report.undated), report.total.requests, "days do not add up");
    assert_eq!(report.last_day.is_some(), days > 0, "a last day without a call");
    assert!(report.other_org_ids.iter().all(|id| is_identifier(id)), "an organization without an identifier");
}
