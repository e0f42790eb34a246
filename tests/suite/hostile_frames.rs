//! Answers that are wrong already as HTTP, or that never end.

use std::time::Duration;

use crate::hostile_answers::honest;
use crate::raw_server::{Reply, Then};

type Frame = (String, Reply);

pub(crate) fn frames() -> Vec<Frame> {
    let mut frames = statuses();
    frames.extend(lengths());
    frames.extend(endless());
    frames.extend(no_http());
    frames.extend(zipped());
    frames
}

fn closing(name: &str, bytes: impl Into<Vec<u8>>) -> Frame {
    (name.to_owned(), Reply::closing(bytes))
}

/// Neither an answer of Genesys Cloud nor a refusal of it.
fn statuses() -> Vec<Frame> {
    let html = b"<html><h1>Not what you asked for</h1></html>";
    let mut frames = Vec::new();
    for status in [300, 301, 302, 303, 304, 305, 307, 308, 399] {
        for place in ["https://evil.example/", "/api/v2/oauth/clients", "//evil.example", "http://[", ""] {
            let reply = Reply::of(&format!("{status} Elsewhere"), &format!("Location: {place}\r\n"), b"");
            frames.push((format!("{status} to {place}"), reply));
        }
    }
    for status in [
        200, 201, 202, 204, 205, 206, 226, 400, 401, 402, 403, 404, 405, 406, 407, 408, 409, 410, 411, 412,
        413, 414, 415, 416, 417, 418, 421, 422, 423, 424, 425, 426, 428, 431, 451, 499, 500, 501, 502, 503,
        504, 505, 511, 520, 599, 600, 999,
    ] {
        let body: &[u8] = if [204, 205].contains(&status) { b"" } else { html };
        frames.push((format!("{status} with a page"), Reply::of(&format!("{status} X"), "", body)));
    }
    frames
}

fn lengths() -> Vec<Frame> {
    let body = honest().to_string();
    let length = body.len();
    let head = |headers: &str| format!("HTTP/1.1 200 OK\r\nConnection: close\r\n{headers}\r\n");
    let mut frames: Vec<Frame> = (0..length)
        .step_by(40)
        .map(|end| {
            let text = format!("{}{}", head(&format!("Content-Length: {length}\r\n")), &body[..end]);
            closing(&format!("{end} bytes of the {length} that were promised"), text)
        })
        .collect();
    for end in (0..length).step_by(60) {
        let text = format!("{}{}", head(""), &body[..end]);
        frames.push(closing(&format!("{end} bytes and no length"), text));
        let text = format!("{}{:x}\r\n{}", head("Transfer-Encoding: chunked\r\n"), length, &body[..end]);
        frames.push(closing(&format!("{end} bytes of a chunk"), text));
    }
    for (name, headers) in [
        ("a gigabyte promised", "Content-Length: 1073741824\r\n"),
        ("more than can be counted", "Content-Length: 99999999999999999999\r\n"),
        ("less than nothing", "Content-Length: -1\r\n"),
        ("a length that is a word", "Content-Length: many\r\n"),
        ("two lengths", "Content-Length: 5\r\nContent-Length: 600\r\n"),
        ("too short a length", "Content-Length: 10\r\n"),
        ("no bytes", "Content-Length: 0\r\n"),
    ] {
        frames.push(closing(name, format!("{}{body}", head(headers))));
    }
    let chunked = head("Transfer-Encoding: chunked\r\n");
    for (name, chunk) in [
        ("a chunk of all that can be counted", "FFFFFFFFFFFFFFFF\r\nx"),
        ("a chunk of more than can be counted", "FFFFFFFFFFFFFFFFF\r\nx"),
        ("a chunk whose size is a word", "many\r\nx"),
        ("a chunk of less than nothing", "-5\r\nx"),
        ("a chunk without an end", "3\r\n{}xx\r\n0\r\n\r\n"),
        ("a chunk with an endless remark", "3;"),
    ] {
        let more = if chunk.ends_with(';') { "x".repeat(200_000) } else { String::new() };
        frames.push(closing(name, format!("{chunked}{chunk}{more}")));
    }
    frames
}

fn repeated(name: &str, head: &str, bytes: &[u8], millis: u64) -> Frame {
    let then = Then::Repeat(bytes.to_vec(), Duration::from_millis(millis));
    (name.to_owned(), Reply { bytes: head.as_bytes().to_vec(), then })
}

fn endless() -> Vec<Frame> {
    let hang = |name: &str, bytes: &str| {
        (name.to_owned(), Reply { bytes: bytes.as_bytes().to_vec(), then: Then::Hang })
    };
    let chunked = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
    let long = "HTTP/1.1 200 OK\r\nContent-Length: 1073741824\r\n\r\n";
    vec![
        hang("silence", ""),
        hang("half a status line", "HTTP/1.1 20"),
        hang("headers that do not end", "HTTP/1.1 200 OK\r\nX: y\r\n"),
        hang("a head and silence", long),
        hang("half a body and silence", &format!("{long}{{\"id\":")),
        hang("a chunk and silence", &format!("{chunked}5\r\n{{\"id\"\r\n")),
        hang("a refusal and silence", "HTTP/1.1 403 Forbidden\r\nContent-Length: 100\r\n\r\n"),
        repeated("a trickle", long, b" ", 20),
        repeated("a trickle of headers", "HTTP/1.1 200 OK\r\n", b"X: y\r\n", 20),
        repeated("a trickle of chunks", chunked, b"1\r\n \r\n", 20),
        repeated("continue for ever", "", b"HTTP/1.1 100 Continue\r\n\r\n", 5),
        repeated("early hints for ever", "", b"HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n", 5),
        repeated("processing for ever", "", b"HTTP/1.1 102 Processing\r\n\r\n", 5),
        repeated("a status line for ever", "HTTP/1.1 200 ", &[b'O'; 4_096], 1),
        repeated("a header for ever", "HTTP/1.1 200 OK\r\nX: ", &[b'x'; 4_096], 1),
        repeated("trailers for ever", &format!("{chunked}2\r\n{{}}\r\n0\r\n"), b"X: y\r\n", 5),
    ]
}

fn no_http() -> Vec<Frame> {
    let body = honest().to_string();
    let with = |headers: &str| format!("HTTP/1.1 200 OK\r\n{headers}Content-Length: 2\r\n\r\n{{}}");
    let mut frames = vec![
        closing("nothing", ""),
        closing("a line break", "\r\n\r\n"),
        closing("JSON without a head", body),
        closing("HTTP/2", b"\0\0\x06\x04\0\0\0\0\0\0\x03\0\0\0d".to_vec()),
        closing("an alert of TLS", b"\x15\x03\x03\x00\x02\x02\x28".to_vec()),
        closing("another protocol", "SSH-2.0-OpenSSH_9.6\r\n"),
        closing("HTTP/0.9", "<html>hello</html>"),
        closing("another version", "HTTP/3.7 200 OK\r\n\r\n"),
        closing("a status that is a word", "HTTP/1.1 fine OK\r\n\r\n"),
        closing("a status of two figures", "HTTP/1.1 20 OK\r\n\r\n"),
        closing("a status of four figures", "HTTP/1.1 2000 OK\r\n\r\n"),
        closing(
            "another protocol from now on",
            "HTTP/1.1 101 Switching\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n",
        ),
        closing("NUL in a header", with("X: a\0b\r\n")),
        closing("a header without a colon", with("nothing here\r\n")),
        closing("a header without a name", with(": x\r\n")),
        closing("a megabyte in a header", with(&format!("X: {}\r\n", "x".repeat(1_000_000)))),
        closing("ten thousand headers", with(&"X: y\r\n".repeat(10_000))),
        closing("only NUL bytes", vec![0; 10_000]),
    ];
    let head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 600\r\n\r\n";
    let cuts = (1..head.len()).step_by(6);
    frames.extend(cuts.map(|end| closing(&format!("a head cut after {end}"), &head.as_bytes()[..end])));
    frames
}

/// So many spaces, compressed as far as it goes: one literal and repeats of 258 bytes, with the fixed codes of
/// RFC 1951.
pub(crate) fn zipped_spaces(bytes: usize) -> Vec<u8> {
    let mut out = vec![0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255];
    let (mut hold, mut held) = (0_u32, 0_u32);
    let mut put = |value: u32, count: u32| {
        hold |= value << held;
        held += count;
        while held >= 8 {
            out.push(u8::try_from(hold & 0xff).expect("a byte"));
            (hold, held) = (hold >> 8, held - 8);
        }
    };
    put(0b011, 3);
    // Codes go with their first bit first: 0x30 + 32 for a space, 11000101 for a length of 258, five zeros back.
    put(0x50_u32.reverse_bits() >> 24, 8);
    for _ in 0..bytes / 258 {
        put(0b1100_0101_u32.reverse_bits() >> 24, 8);
        put(0, 5);
    }
    put(0, 7);
    put(0, 8);
    out.extend([0; 8]);
    out
}

fn zipped() -> Vec<Frame> {
    let gzip =
        |name: &str, body: &[u8]| (name.to_owned(), Reply::of("200 OK", "Content-Encoding: gzip\r\n", body));
    let bomb = zipped_spaces(64 * 1024 * 1024);
    vec![
        gzip("a bomb", &bomb),
        gzip("half a bomb", &bomb[..bomb.len() / 2]),
        gzip("nothing compressed", b""),
        gzip("a head of gzip and nothing more", &bomb[..10]),
        gzip("what was never compressed", honest().to_string().as_bytes()),
        gzip("gzip with a broken middle", &[&bomb[..10], &[0xff; 100][..]].concat()),
    ]
}
