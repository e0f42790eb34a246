//! One odd value in an answer: whatever may be left out may be anything, and the rest is read all the same.

use std::sync::{Arc, Mutex};

use latchkey::app::failure::Failure;
use latchkey::domain::client::ClientState;
use latchkey::domain::grant::{GrantType, HeldGrantType};
use latchkey::genesys::answers::{client, client_list, created_client, error_body, whole_client};
use latchkey::genesys::authorizations::authorization_list;
use latchkey::genesys::error::{ApiError, Request};
use latchkey::genesys::integrations::credential_page;
use latchkey::genesys::pace::Clock;
use latchkey::genesys::session::{Limits, Session};
use latchkey::genesys::token::token_answer;
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::hostile_answers::honest;
use crate::raw_server::{RawServer, Reply};

/// What is shown of an answer, or nothing where it cannot be read.
type Read = fn(&[u8]) -> Option<String>;

/// A good answer of an endpoint, with its reader and what it is known by: those members alone have to be right.
struct Good {
    name: &'static str,
    answer: Value,
    strict: &'static [&'static str],
    read: Read,
}

fn shown<T: std::fmt::Debug, E>(read: Result<T, E>) -> Option<String> {
    read.ok().map(|read| format!("{read:?}"))
}

fn good() -> Vec<Good> {
    let authorization = json!({ "client": { "id": "c-1", "name": "Tides", "description": "Boards" }, "scope": ["users"],
        "roles": ["r-1"], "dateCreated": "2026-01-01T00:00:00Z", "dateModified": "2026-01-02T00:00:00Z",
        "pending": true, "state": "Authorized" });
    let credential = json!({ "id": "k-1", "name": "Tides", "createdDate": "2026-01-01T00:00:00Z",
        "modifiedDate": "2026-01-02T00:00:00Z", "type": { "id": "t", "name": "pureCloudOAuthClient" } });
    let refusal = json!({ "code": "invalid.property", "message": "no", "messageParams": { "property": "new" },
        "details": [{ "errorCode": "x", "fieldName": "new" }], "contextId": "i-1",
        "limit": { "key": "k", "namespace": "auth.api", "value": 7 } });
    vec![
        Good {
            name: "the list of clients",
            answer: json!({ "entities": [honest(), { "id": "other" }], "total": 2, "nextUri": "/next" }),
            strict: &[
                "/entities",
                "/entities/0",
                "/entities/0/id",
                "/entities/1",
                "/entities/1/id",
                "/nextUri",
            ],
            read: |bytes| shown(client_list(bytes)),
        },
        Good { name: "a client", answer: honest(), strict: &["/id"], read: |bytes| shown(client(bytes)) },
        Good {
            name: "a new client",
            answer: honest(),
            strict: &["/id"],
            read: |bytes| shown(created_client(bytes)),
        },
        Good {
            name: "a client to be changed",
            answer: honest(),
            strict: &["/id"],
            read: |bytes| shown(whole_client(bytes).map(|whole| whole.client())),
        },
        Good {
            name: "applications",
            answer: json!({ "entities": [authorization] }),
            strict: &["/entities", "/entities/0", "/entities/0/client", "/entities/0/client/id"],
            read: |bytes| shown(authorization_list(bytes)),
        },
        Good {
            name: "credentials",
            answer: json!({ "entities": [credential], "nextUri": "/x?after=c" }),
            strict: &["/entities", "/entities/0", "/entities/0/id"],
            read: |bytes| shown(credential_page(bytes)),
        },
        Good {
            name: "a token",
            answer: json!({ "access_token": "t0ken", "token_type": "bearer", "expires_in": 86_399 }),
            // A token of another kind than bearer is of no use.
            strict: &["/access_token", "/token_type"],
            read: |bytes| {
                token_answer(bytes)
                    .ok()
                    .map(|token| format!("{} {:?}", token.token.expose(), token.expires_in_seconds))
            },
        },
        Good {
            name: "a refusal",
            answer: refusal,
            strict: &[],
            read: |bytes| Some(format!("{:?}", error_body(400, bytes))),
        },
    ]
}

/// Every place in a value, as a JSON pointer.
fn places(value: &Value, at: &str, found: &mut Vec<String>) {
    let mut under = |name: String, value: &Value| {
        let at = format!("{at}/{name}");
        found.push(at.clone());
        places(value, &at, found);
    };
    match value {
        Value::Object(members) => members.iter().for_each(|(name, value)| under(name.clone(), value)),
        Value::Array(items) => items.iter().enumerate().for_each(|(at, value)| under(at.to_string(), value)),
        _ => {}
    }
}

fn without(answer: &Value, place: &str) -> Value {
    let mut answer = answer.clone();
    let (parent, name) = place.rsplit_once('/').expect("a place");
    match answer.pointer_mut(parent).expect("a parent") {
        Value::Object(members) => drop(members.remove(name)),
        Value::Array(items) => drop(items.remove(name.parse().expect("a number"))),
        _ => unreachable!("a parent has children"),
    }
    answer
}

fn kind(value: &Value) -> u8 {
    match value {
        Value::Null => 0,
        Value::Bool(_) => 1,
        Value::Number(_) => 2,
        Value::String(_) => 3,
        Value::Array(_) => 4,
        Value::Object(_) => 5,
    }
}

fn odd() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        Just(json!(-1)),
        Just(json!(4_294_967_296_u64)),
        ".{0,9}".prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 12, 3, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..3).prop_map(Value::from),
            prop::collection::btree_map("(id|name|value|[a-z]{1,3})", inner, 0..3)
                .prop_map(|members| Value::Object(members.into_iter().collect())),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn one_odd_member_takes_nothing_else_away(which in 0..8_usize, at in any::<prop::sample::Index>(), odd in odd()) {
        let Good { name, answer, strict, read } = &good()[which];
        let mut found = Vec::new();
        places(answer, "", &mut found);
        found.retain(|place| !strict.contains(&place.as_str()));
        let place = at.get(&found);
        let mut changed = answer.clone();
        let before = std::mem::replace(changed.pointer_mut(place).expect("a place"), odd.clone());
        let seen = read(changed.to_string().as_bytes());
        prop_assert!(seen.is_some(), "{name}: {place} is {odd}");
        // What has another type is as good as absent. A value of a message may be anything, and is shown.
        if kind(&odd) != kind(&before) && !place.contains("/messageParams/") {
            prop_assert_eq!(seen, read(without(answer, place).to_string().as_bytes()), "{}: {} is {}", name, place, odd);
        }
    }
}

#[test]
fn numbers_that_do_not_fit_are_left_out() {
    for number in
        ["-1", "4294967296", "18446744073709551615", "99999999999999999999", "1.5", "-9223372036854775808"]
    {
        let text =
            format!(r#"{{"entities":[{{"id":"a","accessTokenValiditySeconds":{number}}},{{"id":"b"}}]}}"#);
        let page = client_list(text.as_bytes()).expect("a list");
        assert_eq!((page.clients.len(), page.clients[0].seconds, page.skipped), (2, None, 0), "{number}");
        let body = format!(r#"{{"code":"auth.too.many.clients","limit":{{"value":{number}}}}}"#);
        let refusal = error_body(400, body.as_bytes());
        assert_eq!((refusal.code.as_str(), refusal.limit), ("auth.too.many.clients", None), "{number}");
    }
}

#[test]
fn grant_types_are_read_in_every_spelling_and_sent_in_one() {
    let offered = |grant_type| HeldGrantType::Offered { grant_type };
    let unknown = |value: &str| HeldGrantType::Unknown { value: value.to_owned() };
    let rows = [
        ("CLIENT_CREDENTIALS", offered(GrantType::ClientCredentials), "CLIENT-CREDENTIALS"),
        ("CLIENT-CREDENTIALS", offered(GrantType::ClientCredentials), "CLIENT-CREDENTIALS"),
        ("SAML2_BEARER", offered(GrantType::Saml2Bearer), "SAML2-BEARER"),
        ("SAML2BEARER", offered(GrantType::Saml2Bearer), "SAML2-BEARER"),
        ("CODE", offered(GrantType::AuthorizationCode), "CODE"),
        ("TOKEN", offered(GrantType::Implicit), "TOKEN"),
        ("CODE_PKCE", unknown("CODE_PKCE"), "CODE"),
        ("CODE-PKCE", unknown("CODE-PKCE"), "CODE"),
        ("PASSWORD", HeldGrantType::Password, "PASSWORD"),
        ("DEVICE_CODE", unknown("DEVICE_CODE"), "DEVICE_CODE"),
    ];
    for (spelling, held, sent) in rows {
        let whole =
            whole_client(json!({ "id": "a", "authorizedGrantType": spelling }).to_string().as_bytes());
        let whole = whole.expect("a client");
        assert_eq!(whole.client().grant_type, held, "{spelling}");
        assert_eq!(whole.with_state(ClientState::Inactive)["authorizedGrantType"], sent, "{spelling}");
    }
}

/// A session with a server that gives whatever stands in the slot, to every question.
async fn answering() -> (Session, Arc<Mutex<Value>>, RawServer) {
    let slot = Arc::new(Mutex::new(Value::Null));
    let given = slot.clone();
    let server = RawServer::open(move |_, _| {
        Reply::of("200 OK", "", given.lock().expect("a value").to_string().as_bytes())
    })
    .await;
    (server.session(Limits::default(), Clock::monotonic()), slot, server)
}

/// Asks once with the good answer, and once for each member and each odd value in its place.
macro_rules! each_odd_member {
    ($answer:expr, $strict:expr, $ask:expr) => {{
        let (session, slot, _server) = answering().await;
        let (answer, strict): (Value, &[&str]) = ($answer, $strict);
        let mut found = Vec::new();
        places(&answer, "", &mut found);
        found.retain(|place| !strict.contains(&place.as_str()));
        for place in found {
            for odd in [json!(null), json!(-1), json!(4_294_967_296_u64), json!("x"), json!([7]), json!({ "id": [] }), json!(true)] {
                let mut changed = answer.clone();
                *changed.pointer_mut(&place).expect("a place") = odd.clone();
                *slot.lock().expect("a slot") = changed;
                $ask(&session).await.unwrap_or_else(|error| panic!("{place} is {odd}: {error:?}"));
            }
        }
        session
    }};
}

#[tokio::test]
async fn what_the_forms_read_is_read_with_odd_members_too() {
    each_odd_member!(
        json!({ "id": "o-1", "name": "Harbour", "features": { "hipaa": true },
            "authorization": { "permissions": ["oauth:client:view"] } }),
        &["/id"],
        async |session: &Session| session.read_identity().await
    );
    let held = json!({ "grants": [{ "role": { "id": "r" }, "division": { "id": "d" } }] });
    each_odd_member!(held, &[], async |session: &Session| session.read_held_roles().await);
    let divisions =
        json!({ "entities": [{ "id": "d", "name": "Home", "homeDivision": true }], "pageCount": 1 });
    let session =
        each_odd_member!(divisions, &["/entities", "/pageCount"], async |session: &Session| session
            .read_divisions()
            .await);
    assert!(session.skipped() > 0, "what was left out is counted");
    let scopes = json!({ "entities": [{ "id": "users", "description": "People" }] });
    each_odd_member!(scopes, &["/entities"], async |session: &Session| session.read_scopes("en-us").await);
    let timeout = json!({ "enableIdleTokenTimeout": true, "idleTokenTimeoutSeconds": 900 });
    each_odd_member!(timeout, &[], async |session: &Session| session.read_idle_timeout().await);
    let token = json!({ "organization": { "id": "o", "name": "n" }, "homeOrganization": { "id": "o" },
        "authorizedScope": ["users"], "OAuthClient": { "id": "c", "name": "n", "organization": { "id": "o" },
        "roleDivisions": [{ "roleId": "r", "divisionId": "d" }] } });
    each_odd_member!(token, &[], async |session: &Session| session.read_token_info().await);
    each_odd_member!(json!({ "name": "Robin" }), &[], async |session: &Session| session
        .read_person_name("u-1")
        .await);
}

#[tokio::test]
async fn somebody_who_has_left_has_a_name() {
    let server = RawServer::open(|head, _| match head.contains("?state=deleted") {
        true => Reply::of("200 OK", "", br#"{"id":"u-1","name":"Robin","state":"deleted"}"#),
        false => Reply::of("404 Not Found", "", br#"{"code":"not.found","message":"no"}"#),
    })
    .await;
    let session = server.session(Limits::default(), Clock::monotonic());
    assert_eq!(session.read_person_name("u-1").await.expect("a name").as_deref(), Some("Robin"));
    assert_eq!(server.requests().len(), 2);
    assert_eq!(session.read_person_name("../x").await.expect("not sent"), None);
    assert_eq!(server.requests().len(), 2);
}

#[test]
fn a_refused_property_is_named() {
    let rows = [
        (r#"{"code":"invalid.property","details":[{"fieldName":"tokenBinding"}]}"#, vec!["tokenBinding"]),
        (
            r#"{"code":"invalid.property","messageParams":{"a":"tokenBinding","b":"OAuthClientRequest"}}"#,
            vec!["tokenBinding"],
        ),
        (r#"{"code":"invalid.property","details":[{"fieldName":"<b>x</b>"},7]}"#, vec![]),
        (r#"{"code":"invalid.property"}"#, vec![]),
    ];
    for (body, members) in rows {
        let refusal = Box::new(error_body(400, body.as_bytes()));
        let request = Request { method: "PUT", path: "/x".to_owned() };
        let failure = Failure::from(ApiError::Refused { request, refusal });
        assert!(
            matches!(&failure, Failure::MemberRefused { members: named, .. } if *named == members),
            "{failure:?}"
        );
    }
}
