//! Hostile callbacks: whatever comes to the listener, no token is accepted and no good flow is spoiled.

use tokio::io::AsyncWriteExt;
use tokio::net::TcpStream;

use crate::sign_in::{Flow, send};

const FLOWS: usize = 20;
const ROUNDS: usize = 8;

/// What is sent, and how the answer must begin: nothing where the connection may simply end.
type Attack = (&'static str, Vec<u8>, &'static str);

fn attacks(flow: &Flow) -> Vec<Attack> {
    let (state, port) = (flow.state.as_str(), flow.port);
    let good = format!("code=evil&state={state}");
    let get = |query: String| flow.request(&query).into_bytes();
    let raw = |text: String| text.into_bytes();
    let host = format!("Host: localhost:{port}");
    let mut flipped = state.to_owned();
    let first = if flipped.remove(0) == 'A' { 'B' } else { 'A' };
    flipped.insert(0, first);
    let long = "x".repeat(9000);
    vec![
        ("no query", raw(format!("GET / HTTP/1.1\r\n{host}\r\n\r\n")), "400"),
        ("no state", get("code=evil".into()), "400"),
        ("empty state", get("code=evil&state=".into()), "400"),
        ("wrong state", get(format!("code=evil&state={flipped}")), "400"),
        ("state cut short", get(format!("code=evil&state={}", &state[..42])), "400"),
        ("state with a tail", get(format!("code=evil&state={state}A")), "400"),
        ("state in capitals", get(format!("code=evil&state={}", state.to_uppercase())), "400"),
        ("state twice", get(format!("{good}&state={state}")), "400"),
        ("state twice, one wrong", get(format!("code=evil&state=x&state={state}")), "400"),
        ("name in capitals", get(format!("code=evil&State={state}")), "400"),
        ("no code", get(format!("state={state}")), "400"),
        ("empty code", get(format!("code=&state={state}")), "400"),
        ("code twice", get(format!("code=evil&{good}")), "400"),
        ("code with a space", get(format!("code=ev+il&state={state}")), "400"),
        ("code with a line break", get(format!("code=ev%0d%0ail&state={state}")), "400"),
        ("code not of ASCII", get(format!("code=%C3%A9&state={state}")), "400"),
        ("code of 3,000 letters", get(format!("code={}&state={state}", "y".repeat(3000))), "400"),
        ("code and error", get(format!("{good}&error=access_denied")), "400"),
        ("error without state", get("error=access_denied".into()), "400"),
        ("error with a wrong state", get(format!("error=access_denied&state={flipped}")), "400"),
        ("error twice", get(format!("error=a&error=b&state={state}")), "400"),
        ("error of markup", get(format!("error=%3Cscript%3E&state={state}")), "400"),
        ("fragment instead of query", raw(format!("GET /#{good} HTTP/1.1\r\n{host}\r\n\r\n")), "404"),
        ("POST", raw(format!("POST /?{good} HTTP/1.1\r\n{host}\r\n\r\n")), "405"),
        ("HEAD", raw(format!("HEAD /?{good} HTTP/1.1\r\n{host}\r\n\r\n")), "405"),
        ("OPTIONS", raw(format!("OPTIONS /?{good} HTTP/1.1\r\n{host}\r\n\r\n")), "405"),
        (
            "POST with a form",
            raw(format!("POST / HTTP/1.1\r\n{host}\r\nContent-Length: {}\r\n\r\n{good}", good.len())),
            "400",
        ),
        (
            "GET with a body",
            raw(format!("GET /?{good} HTTP/1.1\r\n{host}\r\nContent-Length: 1\r\n\r\nx")),
            "400",
        ),
        (
            "GET in chunks",
            raw(format!("GET /?{good} HTTP/1.1\r\n{host}\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n")),
            "400",
        ),
        ("favicon", raw(format!("GET /favicon.ico HTTP/1.1\r\n{host}\r\n\r\n")), "404"),
        ("other path", raw(format!("GET /callback?{good} HTTP/1.1\r\n{host}\r\n\r\n")), "404"),
        ("two slashes", raw(format!("GET //?{good} HTTP/1.1\r\n{host}\r\n\r\n")), "404"),
        (
            "whole address",
            raw(format!("GET http://localhost:{port}/?{good} HTTP/1.1\r\n{host}\r\n\r\n")),
            "404",
        ),
        ("no host", raw(format!("GET /?{good} HTTP/1.1\r\n\r\n")), "400"),
        ("other host", raw(format!("GET /?{good} HTTP/1.1\r\nHost: evil.example:{port}\r\n\r\n")), "400"),
        ("host without port", raw(format!("GET /?{good} HTTP/1.1\r\nHost: localhost\r\n\r\n")), "400"),
        ("host with a tail", raw(format!("GET /?{good} HTTP/1.1\r\n{host}.evil.example\r\n\r\n")), "400"),
        ("two hosts", raw(format!("GET /?{good} HTTP/1.1\r\n{host}\r\n{host}\r\n\r\n")), "400"),
        (
            "script of another site",
            raw(format!("GET /?{good} HTTP/1.1\r\n{host}\r\nOrigin: https://evil.example\r\n\r\n")),
            "400",
        ),
        ("folded header", raw(format!("GET /?{good} HTTP/1.1\r\n{host}\r\n folded\r\n\r\n")), "400"),
        ("header without colon", raw(format!("GET /?{good} HTTP/1.1\r\n{host}\r\nnothing\r\n\r\n")), "400"),
        ("HTTP/2 preface", raw("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".into()), "400"),
        ("HTTP/0.9", raw(format!("GET /?{good}\r\n\r\n")), "400"),
        ("header beyond 8 KiB", raw(format!("GET /?{good} HTTP/1.1\r\n{host}\r\nA: {long}\r\n\r\n")), "431"),
        ("query beyond 8 KiB", get(format!("{good}&x={long}")), "431"),
        ("TLS", vec![0x16, 0x03, 0x01, 0x02, 0x00, 0x01, 0x00], "400"),
        ("zeros", vec![0; 600], "400"),
        ("bytes above ASCII", vec![0xff; 600], "400"),
    ]
}

/// Connections that send nothing, or the beginning of an answer, and then go away.
async fn leave_early(flow: &Flow) {
    for part in ["", "G", &format!("GET /?code=evil&state={} HTTP/1.1\r\n", flow.state)] {
        let mut stream = TcpStream::connect(("127.0.0.1", flow.port)).await.expect("it listens");
        stream.write_all(part.as_bytes()).await.expect("sent");
    }
}

async fn withstand(number: usize) -> usize {
    let flow = Flow::start("https://login.mypurecloud.de").await;
    let attacks = attacks(&flow);
    assert!(attacks.len() >= 20);
    for _ in 0..ROUNDS {
        for (name, bytes, status) in &attacks {
            let page = send(flow.port, bytes).await;
            assert!(page.starts_with(&format!("HTTP/1.1 {status} ")), "{name}: {page:?}");
            assert!(!page.contains("evil") && !page.contains(&flow.state), "{name}: {page}");
            assert!(!flow.waiting.is_finished(), "{name} ended the wait");
        }
        leave_early(&flow).await;
    }
    let code = format!("good-{number}");
    assert_eq!(flow.finish(&code).await.1, code);
    attacks.len() * ROUNDS
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn hostile_callbacks_get_nothing_and_spoil_nothing() {
    let flows: Vec<_> = (0..FLOWS).map(|number| tokio::spawn(withstand(number))).collect();
    let mut sent = 0;
    for flow in flows {
        sent += flow.await.expect("a flow that withstands");
    }
    assert!(sent >= 4000, "{sent} hostile requests");
}

/// Of two right answers at once, one counts; the code of the other is never seen.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_many_right_answers_one_counts() {
    for _ in 0..FLOWS {
        let flow = Flow::start("https://login.mypurecloud.de").await;
        let mut streams = Vec::new();
        for _ in 0..4 {
            streams.push(TcpStream::connect(("127.0.0.1", flow.port)).await.expect("it listens"));
        }
        let answers: Vec<_> = streams
            .into_iter()
            .enumerate()
            .map(|(number, mut stream)| {
                let request = flow.request(&format!("code=code-{number}&state={}", flow.state));
                tokio::spawn(async move {
                    let _ = stream.write_all(request.as_bytes()).await;
                    let mut page = Vec::new();
                    let _ = tokio::io::AsyncReadExt::read_to_end(&mut stream, &mut page).await;
                    String::from_utf8_lossy(&page).contains("You can close this page")
                })
            })
            .collect();
        let mut accepted = 0;
        for answer in answers {
            accepted += usize::from(answer.await.expect("an answer"));
        }
        assert_eq!(accepted, 1);
        let outcome = flow.waiting.await.expect("it ends");
        assert!(
            matches!(outcome, latchkey::sign_in::loopback::Outcome::Code(code) if code.expose().starts_with("code-"))
        );
    }
}
