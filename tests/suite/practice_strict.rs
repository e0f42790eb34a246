//! Bodies that the description does not allow are refused by the practice organization, whatever is wrong with them.

use serde_json::{Value, json};

use crate::description::{Description, spoilt};
use crate::practice_bench::{Bench, CLIENTS, EMPLOYEE, HOME, but, login, machine};

/// A body with every member that a request can have.
fn full() -> Value {
    but(
        machine(&[EMPLOYEE]),
        json!({
            "description": "All of it", "accessTokenValiditySeconds": 3_600, "scope": ["users"],
            "registeredRedirectUri": ["https://crm.example/cb"], "roleIds": [EMPLOYEE], "state": "active",
            "dateToDelete": "2031-01-01T00:00:00Z",
        }),
    )
}

/// Left out and null are the same to it, and members nobody knows yet are kept.
fn is_a_choice(body: &Value) -> bool {
    let free = |member: &str| !["name", "authorizedGrantType"].contains(&member);
    let left_out = |member: &String| free(member) && body[member.as_str()].is_null();
    full().as_object().is_some_and(|members| members.keys().any(left_out))
        || body.get("surprise").or_else(|| body["roleDivisions"][0].get("surprise")).is_some()
}

#[tokio::test]
async fn a_body_with_anything_wrong_is_refused_and_changes_nothing() {
    let bench = Bench::open().await;
    let description = Description::read();
    let request = "OAuthClientRequest";
    for member in description.members(request).keys() {
        assert!(!full()[member.trim_end_matches('!')].is_null(), "{member} is left out");
    }
    let stored = bench.create(full()).await.done();
    let count = bench.practice.clients().len();
    let mut tried = 0;
    for wrong in spoilt(&description, &format!("#{request}"), &full()) {
        if wrong.is_object() && is_a_choice(&wrong) {
            continue;
        }
        tried += 1;
        for reply in [bench.create(wrong.clone()).await, bench.put(&stored.text("id"), wrong.clone()).await] {
            assert_eq!(reply.status, 400, "{wrong} -> {}", reply.body);
        }
    }
    assert!(tried > 25, "{tried}");
    assert_eq!(bench.practice.clients().len(), count);
    let mut now = bench.get(&format!("{CLIENTS}/{}", stored.text("id"))).await.done().body;
    now["secret"] = stored.body["secret"].clone();
    assert_eq!(now, stored.body);
}

#[tokio::test]
async fn each_wrong_value_has_the_code_of_its_kind() {
    let bench = Bench::open().await;
    let pair = json!({ "roleId": EMPLOYEE, "divisionId": HOME });
    let id = bench.create(full()).await.done().text("id");
    for (wrong, code) in [
        (json!({ "dateToDelete": "tomorrow" }), "invalid.date"),
        (json!({ "dateToDelete": "2031-01-01" }), "invalid.date"),
        (json!({ "dateToDelete": "2031-02-30T00:00:00Z" }), "invalid.date"),
        (json!({ "dateToDelete": "2031-01-01T00:00:00+01:00" }), "invalid.date"),
        (json!({ "dateToDelete": "2031-01-01 00:00:00Z" }), "invalid.date"),
        (json!({ "dateToDelete": 1_900_000_000 }), "bad.request"),
        (json!({ "roleDivisions": [pair, pair] }), "constraint.validation"),
        (json!({ "roleIds": [EMPLOYEE, "another", EMPLOYEE] }), "constraint.validation"),
        (json!({ "name": "n".repeat(201) }), "constraint.validation"),
        (json!({ "description": "d".repeat(1_001) }), "constraint.validation"),
        (json!({ "accessTokenValiditySeconds": "long" }), "bad.request"),
        (json!({ "accessTokenValiditySeconds": 3_600.5 }), "bad.request"),
        (json!({ "accessTokenValiditySeconds": -1 }), "invalid.value"),
        (json!({ "state": "asleep" }), "bad.client.state"),
        (json!({ "authorizedGrantType": "code" }), "bad.grant.type"),
        (json!({ "name": 7 }), "bad.request"),
        (json!({ "scope": "users" }), "bad.request"),
    ] {
        let body = but(full(), wrong.clone());
        bench.create(body.clone()).await.refused(400, code);
        bench.put(&id, body).await.refused(400, code);
    }
    for body in [json!([]), json!("name"), json!(null), json!(["Name", "CODE"])] {
        bench.create(body).await.refused(400, "bad.request");
    }
}

#[tokio::test]
async fn an_unknown_scope_has_its_own_code_only_where_a_client_is_new() {
    let bench = Bench::open().await;
    let id = bench.create(login(&["users"])).await.done().text("id");
    let unknown = but(login(&["users"]), json!({ "scope": ["nope"] }));
    bench.create(unknown.clone()).await.refused(400, "auth.invalid.scope");
    bench.put(&id, unknown).await.refused(400, "invalid.value");
}

#[tokio::test]
async fn a_date_is_shown_with_its_milliseconds() {
    let bench = Bench::open().await;
    for (sent, shown) in [
        ("2031-01-01T00:00:00Z", "2031-01-01T00:00:00.000Z"),
        ("2031-01-01T00:00:00.5Z", "2031-01-01T00:00:00.500Z"),
    ] {
        let created = bench.create(but(full(), json!({ "dateToDelete": sent }))).await.done();
        assert_eq!(created.text("dateToDelete"), shown);
    }
}

#[tokio::test]
async fn a_role_in_two_divisions_is_one_role() {
    let bench = Bench::open().await;
    let pair = |division: &str| json!({ "roleId": EMPLOYEE, "divisionId": division });
    let other = json!({ "roleId": crate::practice_bench::SCIM, "divisionId": HOME });
    let pairs = json!({ "roleDivisions": [pair(HOME), other, pair(crate::practice_bench::FRANCE)] });
    let created = bench.create(but(machine(&[]), pairs)).await.done();
    assert_eq!(created.body["roleIds"], json!([EMPLOYEE, crate::practice_bench::SCIM]));
}

#[tokio::test]
async fn a_usage_query_is_read_as_strictly() {
    let bench = Bench::open().await;
    let path = format!("{CLIENTS}/{}/usage/query", bench.practice.client_id());
    let right = json!({ "interval": "2026-11-01T00:00:00Z/2026-11-08T00:00:00Z", "granularity": "Day",
        "metrics": ["Requests"], "groupBy": ["TemplateUri"] });
    let description = Description::read();
    let mut tried = 0;
    for wrong in spoilt(&description, "#ApiUsageClientQuery", &right) {
        let choice = |member: &str| wrong.is_object() && wrong[member].is_null();
        if ["granularity", "metrics", "groupBy"].into_iter().any(choice) || wrong.get("surprise").is_some() {
            continue;
        }
        tried += 1;
        bench.call("POST", &path, Some(wrong)).await.refused(400, "bad.request");
    }
    assert!(tried > 8, "{tried}");
}
