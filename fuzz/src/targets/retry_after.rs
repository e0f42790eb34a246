//! `Retry-After` in the first line, `Date` in the second one.
//! It must never let a server make the program wait for less than a second or more than a quarter of an hour.

use jiff::Timestamp;
use jiff::fmt::rfc2822::DateTimePrinter;
use latchkey::genesys::answers::{http_date, retry_after};

pub(super) fn run(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let (value, date) = text.split_once('\n').unwrap_or((text, ""));
    let now = http_date(date).unwrap_or(Timestamp::UNIX_EPOCH);
    let wait = retry_after(value, now);
    assert!(wait.is_none_or(|seconds| (1..=900).contains(&seconds)), "{wait:?} seconds");
    assert_eq!(wait, retry_after(&format!(" {value}\t"), now), "spaces around it count");
    let digits = !value.trim().is_empty() && value.trim().bytes().all(|byte| byte.is_ascii_digit());
    assert_eq!(wait.is_some(), digits || http_date(value).is_some(), "understood, but not followed");
    if let Some(then) = http_date(value).filter(|_| !digits) {
        let late = retry_after(value, then);
        assert_eq!(late, Some(1), "a moment that has come");
        // Years before the first one cannot be written.
        if let Ok(written) = DateTimePrinter::new().timestamp_to_rfc9110_string(&then) {
            assert_eq!(http_date(&written), Some(then), "written and read, another moment: {written}");
        }
    }
}
