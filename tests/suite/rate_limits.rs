//! Limits on requests: nothing leaves before the time that the server named, whatever way it was named.

use std::time::Duration;

use latchkey::genesys::error::{ApiError, Processed};
use latchkey::genesys::session::Limits;

use crate::raw_server::{HandClock, Lane, RawServer, Reply};

const LIST: &[u8] = br#"{"entities":[]}"#;
const DATE: &str = "Date: Sun, 22 Nov 2026 22:00:00 GMT\r\n";

/// Values of `Retry-After`, and the seconds that they ask for.
fn values() -> Vec<(String, u32)> {
    let mut rows: Vec<(String, u32)> = Vec::new();
    for seconds in [1, 2, 3, 5, 7, 10, 29, 30, 31, 59, 60, 61, 119, 120, 180, 299, 300, 599, 600, 899, 900] {
        rows.push((seconds.to_string(), seconds));
    }
    for long in [
        "901",
        "1000",
        "3600",
        "86400",
        "1000000",
        "1000000000",
        "4294967295",
        "4294967296",
        "18446744073709551615",
        "18446744073709551616",
        "999999999999999999999999999999999999999",
    ] {
        rows.push((long.to_owned(), 900));
    }
    for (text, seconds) in [("0", 1), ("00", 1), ("007", 7), (" 7", 7), ("7 ", 7), ("\t7", 7)] {
        rows.push((text.to_owned(), seconds));
    }
    for garbage in [
        "",
        "-1",
        "-0",
        "-7",
        "-1000000000",
        "+7",
        "1.5",
        "1,5",
        "1e3",
        "0x10",
        "seven",
        "7s",
        "7 s",
        "7,8",
        "7;8",
        "\u{667}",
        "NaN",
        "inf",
        "null",
        "true",
        "\"7\"",
        "1 000",
        "60 seconds",
        "PT60S",
        "{}",
        "[7]",
        "%37",
        "---",
        "2026-11-22T22:01:00Z",
        "2026-11-22",
        "Sun",
        "Sun, 22 Nov",
        "22:01:00",
        "Sun, 22 Nov 2026 22:01:00",
        "Sun, 31 Feb 2026 22:01:00 GMT",
        "Sun, 22 Nov 2026 25:01:00 GMT",
        "Mon, 22 Nov 2026 22:00:30 GMT",
        "Sunday, 22-Nov-26 22:00:30 GMT",
        "Sun Nov 22 22:00:30 2026",
        "Sun, 22 Nov 99999 22:01:00 GMT",
    ] {
        rows.push((garbage.to_owned(), 60));
    }
    for (date, seconds) in [
        ("Sun, 22 Nov 2026 22:00:00 GMT", 1),
        ("Sun, 22 Nov 2026 22:00:01 GMT", 1),
        ("Sun, 22 Nov 2026 22:00:02 GMT", 2),
        ("Sun, 22 Nov 2026 22:00:30 GMT", 30),
        ("Sun, 22 Nov 2026 22:00:30 +0000", 30),
        ("Mon, 23 Nov 2026 00:00:30 +0200", 30),
        ("Sun, 22 Nov 2026 22:02:00 GMT", 120),
        ("Sun, 22 Nov 2026 22:14:59 GMT", 899),
        ("Sun, 22 Nov 2026 22:15:00 GMT", 900),
        ("Sun, 22 Nov 2026 22:15:01 GMT", 900),
        ("Sun, 22 Nov 2026 23:00:00 GMT", 900),
        ("Mon, 23 Nov 2026 22:00:00 GMT", 900),
        ("Wed, 01 Dec 9999 23:59:59 GMT", 900),
        ("Sun, 22 Nov 2026 21:59:59 GMT", 1),
        ("Sun, 22 Nov 2026 21:00:00 GMT", 1),
        ("Sat, 21 Nov 2026 22:00:00 GMT", 1),
        ("Thu, 01 Jan 1970 00:00:00 GMT", 1),
    ] {
        rows.push((date.to_owned(), seconds));
    }
    rows
}

/// Seconds that an answer with these headers keeps everything back, and how many requests the server saw before
/// they were over.
async fn pause_after(
    lane: &mut Lane,
    clock: &HandClock,
    status: &str,
    headers: &str,
) -> (Option<u32>, usize) {
    lane.answer(Reply::of(status, &format!("{DATE}{headers}"), LIST));
    let first = lane.session.list_clients().await;
    let second = lane.session.list_clients().await;
    let Err(ApiError::RateLimited { retry_after_seconds, refusal: None, .. }) = second else {
        return (None, lane.sent());
    };
    if let Err(ApiError::RateLimited { retry_after_seconds: said, .. }) = &first {
        assert_eq!(*said, retry_after_seconds, "what is said and what is done");
    }
    let all = u64::from(retry_after_seconds) * 1_000;
    clock.forward(all / 2);
    let half = lane.session.restore_default_roles().await.expect_err("a write waits as well");
    assert_eq!(half.was_processed(), Processed::No);
    clock.forward(all - all / 2 - 1);
    let early = lane.session.list_clients().await;
    assert!(matches!(early, Err(ApiError::RateLimited { retry_after_seconds: 1, .. })), "{early:?}");
    let sent = lane.sent();
    clock.forward(1);
    // Whatever it is answered now: it left.
    let _ = lane.session.list_clients().await;
    assert_eq!(lane.sent(), sent + 1, "the time has come");
    (Some(retry_after_seconds), sent)
}

async fn lane() -> (Lane, HandClock) {
    let clock = HandClock::default();
    (Lane::open(Limits::default(), clock.clock()).await, clock)
}

#[tokio::test]
async fn nothing_is_sent_before_the_servers_time() {
    let (mut lane, clock) = lane().await;
    let rows = values();
    let (mut early, mut limited) = (0, 0);
    for (value, expected) in &rows {
        let header = format!("Retry-After: {value}\r\n");
        let (pause, sent) = pause_after(&mut lane, &clock, "429 Too Many Requests", &header).await;
        assert_eq!(pause, Some(*expected), "{value:?}");
        early += sent - 1;
        limited += 1;
    }
    assert_eq!(pause_after(&mut lane, &clock, "429 Too Many Requests", "").await, (Some(60), 1), "no header");
    println!("Retry-After: {} values, {early} requests too early", limited + 1);
    assert!(limited >= 80 && early == 0);
}

#[tokio::test]
async fn a_date_without_the_servers_clock_counts_from_ours() {
    let later = jiff::Timestamp::now() + Duration::from_secs(100);
    let later = later.strftime("%a, %d %b %Y %H:%M:%S GMT").to_string();
    let server = RawServer::open(move |_, _| {
        Reply::of("429 Too Many Requests", &format!("Retry-After: {later}\r\n"), b"")
    })
    .await;
    let error = server.session(Limits::default(), HandClock::default().clock()).list_clients().await;
    let Err(ApiError::RateLimited { retry_after_seconds, .. }) = error else { panic!("{error:?}") };
    assert!((90..=100).contains(&retry_after_seconds), "{retry_after_seconds}");
}

/// `inin-ratelimit-count`, `-allowed` and `-reset`, and the pause that they make.
#[tokio::test]
async fn a_window_that_is_used_up_lets_nothing_leave() {
    let (mut lane, clock) = lane().await;
    let mut rows = 0;
    for (count, allowed, reset, pause) in [
        ("300", "300", "17", Some(17)),
        ("301", "300", "1", Some(1)),
        ("180", "180", "59", Some(59)),
        ("1", "1", "60", Some(60)),
        ("300", "300", "4294967295", Some(900)),
        ("299", "300", "17", None),
        ("1", "300", "60", None),
        ("300", "300", "0", None),
        ("0", "0", "60", None),
        ("300", "0", "60", None),
        ("-1", "300", "60", None),
        ("300", "-300", "60", None),
        ("300", "300", "-60", None),
        ("300", "300", "soon", None),
        ("300", "300", "", None),
        ("", "300", "60", None),
        ("300", "", "60", None),
        ("1e9", "300", "60", None),
        ("99999999999", "300", "60", None),
        (" 300 ", "300", " 60 ", Some(60)),
    ] {
        let headers = format!(
            "ININ-RateLimit-Count: {count}\r\ninin-ratelimit-allowed: {allowed}\r\ninin-ratelimit-reset: {reset}\r\n"
        );
        let (found, sent) = pause_after(&mut lane, &clock, "200 OK", &headers).await;
        assert_eq!(found, pause, "{count:?} {allowed:?} {reset:?}");
        assert_eq!(sent, if pause.is_some() { 1 } else { 2 });
        rows += 1;
    }
    println!("windows: {rows} answers");
    assert_eq!(rows, 20);
}

#[tokio::test]
async fn a_late_answer_never_shortens_a_pause_and_a_new_token_ends_it() {
    let server = RawServer::open(|line, before| match before {
        0 => Reply::of("429 Too Many Requests", "Retry-After: 40\r\n", b""),
        _ if line.starts_with("POST") => Reply::of("200 OK", "", b""),
        _ => Reply::of("200 OK", "", LIST),
    })
    .await;
    let clock = HandClock::default();
    let session = server.session(Limits::default(), clock.clock());
    session.list_clients().await.expect_err("429");
    clock.forward(39_000);
    let waits = session.restore_default_roles().await.expect_err("still waiting");
    assert!(
        matches!(waits, ApiError::RateLimited { retry_after_seconds: 1, refusal: None, .. }),
        "{waits:?}"
    );
    session.renew(latchkey::domain::secret::Secret::new("new".into()));
    session.restore_default_roles().await.expect("a window of its own");
    assert_eq!(server.requests().len(), 2);
}
