//! Answers that nobody should send: each gives a typed failure in time, in little memory, and no write is repeated.

use std::time::{Duration, Instant};

use latchkey::domain::check::check;
use latchkey::domain::client::ValidClient;
use latchkey::domain::grant::GrantType;
use latchkey::domain::preset::Purpose;
use latchkey::genesys::error::{ApiError, Processed};
use latchkey::genesys::pace::Clock;
use latchkey::genesys::session::{Limits, Session};
use serde_json::{Value, json};
use tokio::task::JoinSet;

use crate::desk::Desk;
use crate::hostile_bodies::{Body, bodies};
use crate::hostile_frames::frames;
use crate::raw_server::{Lane, RawServer, Reply};

pub(crate) const ID: &str = "c11e0000-0000-4000-8000-000000000001";
const SHORT: Duration = Duration::from_millis(500);
pub(crate) const LIMITS: Limits = Limits { connect: SHORT, answer: SHORT, list: SHORT };
/// Three attempts at a read, the waits between them, and what a very busy computer takes; far less than the usual
/// limits, so that one that was not obeyed is seen.
const LONGEST: Duration = Duration::from_millis(3 * 500 + 450 + 25_000);
/// How many are tried at once.
const LANES: usize = 32;

/// What is asked, and so what an honest answer looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Asked {
    List,
    One,
    Whole,
    Create,
    NewSecret,
    Change,
}

const READS: [Asked; 3] = [Asked::List, Asked::One, Asked::Whole];
const WRITES: [Asked; 3] = [Asked::Create, Asked::NewSecret, Asked::Change];

impl Asked {
    /// An honest answer, with one client in the place where it belongs.
    pub(crate) fn around(self, client: &str) -> String {
        match self {
            Asked::List => format!(r#"{{"entities":[{client}],"total":1}}"#),
            _ => client.to_owned(),
        }
    }

    async fn ask(self, session: &Session, asked: &ValidClient) -> Result<(), ApiError> {
        match self {
            Asked::List => session.list_clients_at().await.map(|_| ()),
            Asked::One => session.read_client(ID).await.map(|_| ()),
            Asked::Whole => session.read_whole_client(ID).await.map(|_| ()),
            Asked::Create => session.create_client(asked).await.map(|_| ()),
            Asked::NewSecret => session.regenerate_secret(ID).await.map(|_| ()),
            Asked::Change => session.put_client(ID, &json!({ "name": "Portal" })).await.map(|_| ()),
        }
    }
}

/// An honest client.
pub(crate) fn honest() -> Value {
    json!({
        "id": ID, "name": "Portal", "description": "For visitors", "secret": "s3cr3t",
        "authorizedGrantType": "CODE", "accessTokenValiditySeconds": 86400,
        "registeredRedirectUri": ["https://crm.example/cb"], "scope": ["users", "oauth"],
        "roleDivisions": [{ "roleId": "r1", "divisionId": "d1" }], "state": "active",
        "dateCreated": "2026-11-22T09:00:00.000Z", "dateModified": "2026-11-22T09:00:00.000Z",
        "dateToDelete": "2026-12-22T09:00:00.000Z", "createdBy": { "id": "u1" },
    })
}

/// A client called `Portal` that may be sent.
pub(crate) async fn portal() -> ValidClient {
    let desk = Desk::open().await;
    let mut draft = desk.draft(Purpose::Plain { grant_type: GrantType::AuthorizationCode }, "Portal").await;
    draft.redirect_uris = vec!["https://crm.example/cb".to_owned()];
    draft.scopes = vec!["users".to_owned()];
    check(&draft, &desk.facts).client.expect("a valid client")
}

/// Gives an answer to a question: a failure of the right kind, in time, and a write that came once.
async fn try_one(mut lane: Lane, name: String, asked: Asked, client: ValidClient, reply: Reply) -> Lane {
    lane.answer(reply);
    let start = Instant::now();
    let outcome = asked.ask(&lane.session, &client).await;
    let (took, sent) = (start.elapsed(), lane.sent());
    let Err(error) = outcome else { panic!("{name}: {asked:?} took it for an answer") };
    assert!(took <= LONGEST, "{name}: {asked:?} took {took:?}");
    if WRITES.contains(&asked) {
        assert_eq!(error.was_processed(), Processed::Unknown, "{name}: {asked:?}: {error:?}");
        assert!(matches!(error, ApiError::Ambiguous { .. }), "{name}: {asked:?}: {error:?}");
        assert_eq!(sent, 1, "{name}: {asked:?} was sent {sent} times");
    } else {
        let typed = matches!(
            error,
            ApiError::Unreachable { .. } | ApiError::Unreadable { .. } | ApiError::Refused { .. }
        );
        assert!(typed && (1..=3).contains(&sent), "{name}: {asked:?}: {error:?}, sent {sent} times");
    }
    lane
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_hostile_answer_is_a_typed_failure_in_time() {
    let client = portal().await;
    let mut tries: Vec<(String, Asked, Reply)> = Vec::new();
    let (bodies, frames) = (bodies(), frames());
    let answers = bodies.len() + frames.len();
    for asked in READS.into_iter().chain(WRITES) {
        for Body { name, text, only } in &bodies {
            if only.is_empty() || only.contains(&asked) {
                let reply = Reply::of("200 OK", "Content-Type: application/json\r\n", &text(asked));
                tries.push((name.clone(), asked, reply));
            }
        }
        for (name, reply) in &frames {
            tries.push((name.clone(), asked, reply.clone()));
        }
    }
    let exchanges = tries.len();
    let writes = tries.iter().filter(|(_, asked, _)| WRITES.contains(asked)).count();
    let mut set = JoinSet::new();
    let mut tries = tries.into_iter();
    for (name, asked, reply) in tries.by_ref().take(LANES) {
        let lane = Lane::open(LIMITS, Clock::monotonic()).await;
        set.spawn(try_one(lane, name, asked, client.clone(), reply));
    }
    while let Some(lane) = set.join_next().await {
        let lane = lane.expect("as expected");
        if let Some((name, asked, reply)) = tries.next() {
            set.spawn(try_one(lane, name, asked, client.clone(), reply));
        }
    }
    println!("hostile answers: {answers}, {exchanges} exchanges, {writes} writes, 0 sent twice, 0 taken");
    assert!(answers >= 250 && writes >= 250, "{answers} answers, {writes} writes");
}

/// The bench itself: without anything hostile, every question is answered.
#[tokio::test]
async fn an_honest_answer_is_taken() {
    let client = portal().await;
    for asked in READS.into_iter().chain(WRITES) {
        let body = asked.around(&honest().to_string());
        let reply = Reply::of("200 OK", "inin-correlation-id: c1\r\n", body.as_bytes());
        let server = RawServer::open(move |_, _| reply.clone()).await;
        let session = server.session(LIMITS, Clock::monotonic());
        asked.ask(&session, &client).await.unwrap_or_else(|error| panic!("{asked:?}: {error:?}"));
    }
    let body = honest().to_string();
    let reply = Reply::of("201 Created", "inin-correlation-id: c1\r\n", body.as_bytes());
    let server = RawServer::open(move |_, _| reply.clone()).await;
    let session = server.session(LIMITS, Clock::monotonic());
    let created = session.create_client(&client).await.expect("created");
    assert_eq!((created.status, created.correlation_id.as_deref()), (201, Some("c1")));
    assert_eq!(created.value.secret.expect("a secret").expose(), "s3cr3t");
}

/// What a failed write did is read from the answer, and in doubt it is the worse.
#[tokio::test]
async fn only_a_clear_no_is_a_no() {
    let client = portal().await;
    let no = r#"{"code":"bad.request","message":"No","status":400}"#;
    let rows = [101].into_iter().chain(200..600).chain([600, 999]);
    let (mut lane, mut counted) = (Lane::open(LIMITS, Clock::monotonic()).await, 0);
    for status in rows {
        for body in [no, "", "<html>no</html>", "{}", r#"{"message":7}"#] {
            let reply = Reply::of(&format!("{status} X"), "inin-correlation-id: c1\r\n", body.as_bytes());
            lane.answer(reply);
            let error = lane.session.create_client(&client).await.expect_err("no client came");
            let expected = match status {
                429 => Processed::No,
                400..=499 if body == no && ![408, 499].contains(&status) => Processed::Refused,
                _ => Processed::Unknown,
            };
            assert_eq!(error.was_processed(), expected, "{status} {body}: {error:?}");
            if status != 101 {
                assert_eq!(error.status(), Some(status), "{body}: {error:?}");
                assert_eq!(error.correlation_id(), Some("c1"), "{status} {body}");
            }
            assert_eq!(lane.sent(), 1, "{status} {body}");
            counted += 1;
        }
    }
    println!("answers to a create, sorted: {counted}");
    assert!(counted >= 2_000);
}

/// A list that may not be whole never says that it is.
#[tokio::test]
async fn a_list_that_may_not_be_whole_does_not_say_so() {
    let page = |ids: &[&str], more: &str| {
        let entities: Vec<Value> = ids.iter().map(|id| json!({ "id": id, "name": id })).collect();
        format!(r#"{{"entities":{}{more}}}"#, Value::from(entities))
    };
    let next = r#","nextUri":"/api/v2/oauth/clients?pageNumber=2""#;
    // How many clients are found, and whether these are all.
    type Found = Option<(usize, bool)>;
    let rows: [(Vec<String>, Found); 13] = [
        (vec![page(&["a", "b"], "")], Some((2, true))),
        (vec![page(&["a", "b"], r#","total":2"#)], Some((2, true))),
        (vec![page(&["a", "b"], r#","total":3"#)], Some((2, false))),
        (vec![page(&["a"], next), page(&["b"], "")], Some((2, true))),
        (vec![page(&["a"], next), page(&["a"], next)], Some((1, false))),
        (vec![page(&["a"], &format!(r#"{next},"total":1"#)), page(&["a"], next)], Some((1, true))),
        (vec![page(&["a"], r#","nextUri":"https://evil.example/x""#)], Some((1, false))),
        (vec![page(&["a"], next), "<html>".to_owned()], None),
        (vec![page(&["a"], next), page(&["b"], "")[..20].to_owned()], None),
        (vec![page(&["a"], r#","nextUri":7"#)], Some((1, false))),
        (vec![page(&["a"], r#","nextUri":null"#)], Some((1, true))),
        (vec![page(&["a", ".."], "")], Some((1, false))),
        (vec![page(&["a", ".."], r#","total":1"#)], Some((1, false))),
    ];
    for (pages, expected) in rows {
        let shown = format!("{pages:?}");
        let date = "Date: Sun, 22 Nov 2026 22:00:00 GMT\r\n";
        let server = RawServer::open(move |_, before| {
            let page = pages.get(before).or(pages.last()).expect("a page");
            Reply::of("200 OK", date, page.as_bytes())
        })
        .await;
        let listed = server.session(LIMITS, Clock::monotonic()).list_clients_at().await;
        let found = listed.as_ref().ok().map(|listed| (listed.clients.len(), listed.complete));
        assert_eq!(found, expected, "{shown}: {listed:?}");
        if let Ok(listed) = listed {
            assert_eq!(listed.at.map(|at| at.to_string()).as_deref(), Some("2026-11-22T22:00:00Z"));
        }
    }
}

/// A text that is no identifier would name another path.
#[tokio::test]
async fn an_identifier_that_cannot_be_one_is_not_sent() {
    let server = RawServer::open(|_, _| Reply::of("204 No Content", "", b"")).await;
    let session = server.session(LIMITS, Clock::monotonic());
    for id in ["", ".", "..", "a/b", "a?b", "a#b", "%2e%2e", "a b", "é", "a\r\nb", &"x".repeat(101)] {
        let error = session.delete_client(id).await.expect_err(id);
        assert_eq!((error.code(), error.was_processed()), (Some("client.not.found"), Processed::Refused));
        session.regenerate_secret(id).await.expect_err(id);
        session.put_client(id, &json!({})).await.expect_err(id);
        session.read_client(id).await.expect_err(id);
        session.read_whole_client(id).await.expect_err(id);
    }
    assert_eq!(server.requests(), Vec::<String>::new());
    session.delete_client(ID).await.expect("deleted");
}
