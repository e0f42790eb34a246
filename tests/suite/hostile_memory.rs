//! Answers made to fill the memory, in a process of its own whose peak is measured.

use std::process::Command;
use std::time::Duration;

use latchkey::genesys::pace::Clock;
use latchkey::genesys::session::Limits;

use crate::hostile_frames::zipped_spaces;
use crate::raw_server::{RawServer, Reply, Then};

/// Most memory that answers may add, in KiB.
const MOST: u64 = 64 * 1024;

/// The peak of this process, in KiB.
fn peak() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").expect("a status");
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).expect("a peak");
    line.trim().trim_end_matches(" kB").trim().parse().expect("a number")
}

/// Bytes again and again, behind a beginning.
fn flood(start: &str, bytes: &str) -> Reply {
    let head = format!("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n{start}");
    // Large enough to be quick, small enough not to be measured itself.
    let bytes = bytes.repeat(64 * 1024 / bytes.len()).into_bytes();
    Reply { bytes: head.into_bytes(), then: Then::Repeat(bytes, Duration::ZERO) }
}

/// A list with so many megabytes of the same in the middle, which ends as it should.
fn list(start: &str, middle: &str, end: &str, bytes: usize) -> Reply {
    let body = format!("{start}{}{end}", middle.repeat(bytes / middle.len()));
    Reply::of("200 OK", "", body.as_bytes())
}

fn floods() -> Vec<(&'static str, Reply)> {
    vec![
        ("spaces for ever", flood("", " ")),
        ("a text for ever", flood("{\"entities\":[{\"id\":\"", "x")),
        ("clients for ever", flood("{\"entities\":[", "{\"id\":\"a\"},")),
        ("arrays for ever", flood("{\"entities\":", "[")),
        ("a bomb of gzip", Reply::of("200 OK", "Content-Encoding: gzip\r\n", &zipped_spaces(1 << 30))),
        ("a refusal for ever", {
            let mut flood = flood("", "{\"code\":\"x\"}");
            flood.bytes = b"HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n".to_vec();
            flood
        }),
    ]
}

/// Lists that are whole. The server keeps them as well, so that their own size is not counted.
fn full_lists() -> Vec<(&'static str, Reply)> {
    let scopes = r#"{"entities":[{"id":"a","scope":[""#;
    const MB: usize = 1024 * 1024;
    vec![
        ("many scopes", list(scopes, "\",\"", "\"]}]}", 2 * MB)),
        ("too many scopes", list(scopes, "\",\"", "\"]}]}", 16 * MB)),
        ("many clients", list("{\"entities\":[{\"id\":\"b\"}", ",{\"id\":\"a\"}", "]}", 8 * MB)),
        ("unknown members", list("{\"entities\":[],\"x\":[1", ",1", "]}", 8 * MB)),
        ("a long text", list("{\"entities\":[{\"id\":\"", "x", "\"}]}", 31 * MB)),
    ]
}

/// Run by the test below, in a process of its own.
#[tokio::test]
#[ignore = "measures its own process, so it runs alone"]
async fn in_a_process_of_its_own() {
    let long = Duration::from_secs(60);
    let limits = Limits { connect: long, answer: long, list: long };
    for (name, reply) in floods().into_iter().chain(full_lists()) {
        let server = RawServer::open(move |_, _| reply.clone()).await;
        let session = server.session(limits, Clock::monotonic());
        // The first question warms up what stays anyway, such as the list of trusted authorities.
        session.read_client("..").await.expect_err("not sent");
        let before = peak();
        let listed = session.list_clients_at().await.map(|listed| listed.clients.len());
        println!("{name}: {} KiB, {:?}", peak() - before, listed.map_err(|error| error.to_string()));
        assert!(server.requests().len() <= 3);
    }
}

#[test]
fn hostile_answers_fill_no_memory() {
    let program = std::env::current_exe().expect("this program");
    let name = "hostile_memory::in_a_process_of_its_own";
    let output =
        Command::new(program).args([name, "--exact", "--ignored", "--nocapture"]).output().expect("it runs");
    let text = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{text}{}", String::from_utf8_lossy(&output.stderr));
    let grown: Vec<u64> =
        text.lines().filter_map(|line| line.split(": ").nth(1)?.split(" KiB").next()?.parse().ok()).collect();
    let all: u64 = grown.iter().sum();
    println!("memory: {} floods, {all} KiB of growth in all\n{text}", grown.len());
    assert!(grown.len() >= 10 && all <= MOST, "{text}");
}
