//! Answers that are cut, late or somebody else's, as they come off the wire of the practice organization.

use std::time::Duration;

use latchkey::practice::{Fault, FaultKind, Practice};
use serde_json::Value;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::timeout;

use crate::practice_bench::{Bench, CLIENTS, EMPLOYEE, SCIM, machine};

const OPENING: usize = 16;
/// Far beyond what one test sends.
const UNLIMITED: u32 = 1_000_000;

async fn bench() -> Bench {
    Bench::playing(|settings| settings.requests_per_minute = UNLIMITED).await.unjudged()
}

fn creating(kind: FaultKind) -> Vec<Fault> {
    vec![Fault { kind, method: Some("POST".to_owned()), path: CLIENTS.to_owned(), times: None }]
}

/// Sends a request as it stands, and leaves the connection open.
pub(crate) async fn send(practice: &Practice, method: &str, path: &str, body: &str) -> TcpStream {
    let address = practice.address().trim_start_matches("http://").to_owned();
    let head = format!(
        "{method} {path} HTTP/1.1\r\nhost: {address}\r\nauthorization: Bearer {}\r\ncontent-type: \
         application/json\r\ncontent-length: {}\r\n\r\n",
        practice.user_token(),
        body.len(),
    );
    let mut stream = TcpStream::connect(address).await.expect("a connection");
    stream.write_all(format!("{head}{body}").as_bytes()).await.expect("it is sent");
    stream
}

/// Everything that arrives before the server closes.
async fn rest(mut stream: TcpStream) -> Vec<u8> {
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes).await.expect("the server closes in order");
    bytes
}

async fn created(bench: &Bench, kind: FaultKind) -> Vec<u8> {
    bench.practice.queue_faults(creating(kind));
    rest(send(&bench.practice, "POST", CLIENTS, &machine(&[EMPLOYEE]).to_string()).await).await
}

/// The head with its last line, and the body.
fn parts(answer: &[u8]) -> (String, &[u8]) {
    let end = answer.windows(4).position(|four| four == b"\r\n\r\n").expect("a whole head") + 4;
    (String::from_utf8_lossy(&answer[..end]).to_lowercase(), &answer[end..])
}

#[tokio::test]
async fn an_answer_can_be_cut_at_every_byte_of_its_body() {
    let bench = bench().await;
    let whole = created(&bench, FaultKind::CutAt { bytes: u32::MAX }).await;
    let (head, body) = parts(&whole);
    let length = body.len();
    let secret = serde_json::from_slice::<Value>(body).expect("whole JSON")["secret"].clone();
    assert_eq!(secret.as_str(), bench.practice.clients().last().map(|client| client.secret.as_str()));
    assert!(head.contains(&format!("content-length: {length}\r\n")), "{head}");
    for bytes in 0..=length {
        let cut = created(&bench, FaultKind::CutAt { bytes: u32::try_from(bytes).expect("small") }).await;
        let (head, body) = parts(&cut);
        assert!(head.starts_with("http/1.1 200"));
        assert!(head.contains(&format!("content-length: {length}\r\n")), "{head}");
        assert_eq!(body.len(), bytes);
    }
    assert_eq!(bench.practice.clients().len(), OPENING + length + 2, "each was carried out");
}

#[tokio::test]
async fn an_answer_can_be_cut_at_every_byte_of_its_head() {
    let bench = bench().await;
    let whole = created(&bench, FaultKind::CutHead { bytes: u32::MAX }).await;
    let (_, body) = parts(&whole);
    assert!(body.is_empty(), "never a byte of the body");
    for bytes in 0..whole.len() {
        let cut = created(&bench, FaultKind::CutHead { bytes: u32::try_from(bytes).expect("small") }).await;
        assert_eq!(cut.len(), bytes);
    }
    assert_eq!(bench.practice.clients().len(), OPENING + whole.len() + 1, "each was carried out");
    assert!(bench.practice.requests().iter().all(|record| record.status == 0));
}

#[tokio::test]
async fn a_client_sees_that_a_body_was_cut() {
    let bench = bench().await;
    bench.practice.queue_faults(creating(FaultKind::CutAt { bytes: 100 }));
    let answer = bench.send("POST", CLIENTS, Some(machine(&[EMPLOYEE]))).await.expect("a head");
    assert_eq!(answer.status().as_u16(), 200);
    let error = answer.bytes().await.expect_err("a short body");
    assert!(error.is_body() || error.is_decode(), "{error:?}");
    bench.get(CLIENTS).await.done();
}

/// How long the absence of an answer is watched.
const SILENCE: Duration = Duration::from_millis(30);

#[tokio::test]
async fn a_request_can_stall_before_and_after_it_is_carried_out() {
    for (kind, more) in [(FaultKind::StallBefore, 0), (FaultKind::StallAfter, 1)] {
        let bench = bench().await;
        bench.practice.queue_faults(creating(kind));
        let mut stream = send(&bench.practice, "POST", CLIENTS, &machine(&[EMPLOYEE]).to_string()).await;
        while bench.practice.requests().is_empty() {
            tokio::task::yield_now().await;
        }
        timeout(SILENCE, stream.read_u8()).await.expect_err("no answer");
        assert_eq!(bench.practice.clients().len(), OPENING + more);
        assert_eq!(bench.practice.requests()[0].status, 0);
        drop(stream);
        bench.get(CLIENTS).await.done();
    }
}

#[tokio::test]
async fn a_proxy_answers_before_or_after_it_is_carried_out() {
    let bench = bench().await;
    let mut stored = OPENING;
    for status in [302, 400, 408, 429, 500, 502, 503, 504] {
        for (kind, more) in [(FaultKind::StatusBefore { status }, 0), (FaultKind::StatusAfter { status }, 1)]
        {
            bench.practice.queue_faults(creating(kind));
            let answer = bench.create(machine(&[EMPLOYEE])).await;
            assert_eq!(answer.status, status);
            assert!(answer.body.get("code").is_none(), "not a refusal of Genesys: {}", answer.body);
            assert_eq!(answer.header("location"), if status == 302 { "/portal" } else { "" });
            stored += more;
            assert_eq!(bench.practice.clients().len(), stored, "{status}");
        }
    }
    bench.practice.queue_faults(creating(FaultKind::StatusAfter { status: 100 }));
    assert_eq!(bench.create(machine(&[EMPLOYEE])).await.status, 502, "no status of an answer");
}

#[tokio::test]
async fn a_replayed_create_leaves_two_clients_and_one_answer() {
    let bench = bench().await;
    bench.practice.queue_faults(creating(FaultKind::Replayed));
    let answer = bench.create(machine(&[EMPLOYEE])).await.done();
    let clients = bench.practice.clients();
    assert_eq!(clients.len(), OPENING + 2);
    let (first, second) = (&clients[OPENING], &clients[OPENING + 1]);
    assert_eq!(first.name, second.name);
    assert_ne!(first.id, second.id);
    assert_eq!((answer.text("id"), answer.text("secret")), (second.id.clone(), second.secret.clone()));
    assert_eq!(bench.practice.requests().len(), 1, "it was sent once");
}

#[tokio::test]
async fn an_answer_can_be_that_of_another_client() {
    let bench = bench().await;
    let other = bench.create(machine(&[SCIM])).await.done();
    for only_id in [false, true] {
        bench.practice.queue_faults(creating(FaultKind::AnsweredForAnother { only_id }));
        let answer = bench.create(machine(&[EMPLOYEE])).await.done();
        let clients = bench.practice.clients();
        let right = clients.last().expect("it is stored");
        let wrong = &clients[clients.len() - 2];
        assert_eq!(answer.text("id"), wrong.id);
        assert_eq!(answer.text("secret") == right.secret, only_id);
        assert!(!answer.text("secret").is_empty() && answer.text("secret") != other.text("secret"));
        let role = if only_id { EMPLOYEE } else { SCIM };
        assert_eq!(answer.body["roleIds"][0], role);
    }
    let list = Fault {
        kind: FaultKind::AnsweredForAnother { only_id: false },
        ..creating(FaultKind::Replayed)[0].clone()
    };
    bench.practice.queue_faults(vec![Fault { method: None, ..list }]);
    assert!(bench.get(CLIENTS).await.done().body["entities"].is_array(), "a list is nobody's");
}

#[tokio::test]
async fn json_of_a_wrong_shape_hides_what_was_done() {
    let bench = bench().await;
    bench.practice.queue_faults(creating(FaultKind::WrongShape));
    let answer = bench.create(machine(&[EMPLOYEE])).await.done();
    assert!(answer.body["id"].is_number() && answer.body["secret"].is_object());
    assert_eq!(bench.practice.clients().len(), OPENING + 1);
}
