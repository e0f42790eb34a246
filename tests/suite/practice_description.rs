//! The practice organization is held against the description of the interface: types, required members, sets,
//! enumerations, codes, scopes and permissions of every call it answers. `practice_bench` holds every other test to it.

use serde_json::{Value, json};

use crate::description::{Call, Description, spoilt};
use crate::practice_bench::{ADMINISTRATOR, Bench, CLIENTS, EMPLOYEE, HOME, SCIM, but, login, machine};

/// A client of the opening scene that somebody authorized.
const WALLBOARD: &str = "c11e0000-0000-4000-8000-000000000002";
const INTERVAL: &str = "2026-11-01T00:00:00Z/2026-11-08T00:00:00Z";
const ROLES: &str = "/api/v2/authorization/roles";

/// The path of a call, with something that exists in each place.
fn path_of(call: &Call, there: &There) -> String {
    let mut path = call.path.replace("authorizations/{clientId}", &format!("authorizations/{WALLBOARD}"));
    let execution = if path.contains("clients") { &there.execution } else { &there.execution_of_all };
    for (place, value) in [
        ("{clientId}", there.client.as_str()),
        ("{executionId}", execution.as_str()),
        ("{userId}", ADMINISTRATOR),
        ("{subjectId}", ADMINISTRATOR),
        ("{divisionId}", HOME),
        ("{roleId}", EMPLOYEE),
        ("{scopeId}", "users"),
        ("{namespaceName}", "auth.api"),
    ] {
        path = path.replace(place, value);
    }
    assert!(!path.contains('{'), "{path}");
    let query: Vec<String> = call
        .required
        .iter()
        .map(|name| match name.as_str() {
            "permission" => "permission=oauth:client:add".to_owned(),
            "filter" => "filter=displayName%20eq%20%22nobody%22".to_owned(),
            other => panic!("{other} is required: say here with what"),
        })
        .collect();
    if query.is_empty() { path } else { format!("{path}?{}", query.join("&")) }
}

fn body_of(call: &Call) -> Option<Value> {
    call.body.as_ref().map(|body| match body.as_str() {
        "#OAuthClientRequest" => machine(&[EMPLOYEE]),
        "#ApiUsageClientQuery" | "#ApiUsageOrganizationQuery" => {
            json!({ "interval": INTERVAL, "granularity": "Day" })
        }
        other => panic!("{other} is sent: say here how"),
    })
}

/// What is there is asked for before it is deleted, and the token is given back at the very end.
fn in_order(description: &Description) -> Vec<&Call> {
    let mut calls: Vec<&Call> = description.calls.iter().collect();
    calls.sort_by_key(|call| (call.method == "DELETE", call.path.contains("/tokens/")));
    calls
}

/// What calls ask for.
struct There {
    /// A client that has a role.
    client: String,
    /// A usage query of it.
    execution: String,
    /// A usage query of all clients.
    execution_of_all: String,
}

async fn something(bench: &Bench) -> There {
    let client = bench.create(machine(&[EMPLOYEE])).await.done().text("id");
    let path = format!("{CLIENTS}/{client}/usage/summary?days=7");
    let execution = bench.get(&path).await.done().text("executionId");
    let query = json!({ "interval": INTERVAL, "groupBy": ["OAuthClientId", "OrganizationId"] });
    let all = bench.call("POST", "/api/v2/usage/query", Some(query)).await.done();
    There { client, execution, execution_of_all: all.text("executionId") }
}

/// What the description says of a call that is sent as it should be. Calls on the own record need a person.
#[tokio::test]
async fn every_call_succeeds_as_described_and_the_judge_sees_what_is_wrong() {
    let bench = Bench::open().await;
    let description = Description::read();
    let there = something(&bench).await;
    for call in in_order(&description) {
        let path = path_of(call, &there);
        if (call.method.as_str(), call.path.as_str()) == ("DELETE", "/api/v2/oauth/clients/{clientId}") {
            bench.put(&there.client, but(machine(&[EMPLOYEE]), json!({ "state": "inactive" }))).await.done();
        }
        let reply = bench.call(&call.method, &path, body_of(call)).await.done();
        let Some(notation) = call.answer.as_deref().filter(|_| call.method != "HEAD") else { continue };
        let wrong = spoilt(&description, notation, &reply.body);
        assert!(wrong.len() > 2, "{path}");
        for wrong in wrong {
            let found = description.judge(&call.method, &path, reply.status, &wrong);
            assert!(!found.is_empty(), "{path}: nobody minds {wrong}");
        }
        let elsewhere = description.judge(&call.method, &path, 206, &reply.body);
        assert!(!elsewhere.is_empty(), "{path}: any status will do");
    }
}

#[test]
fn requests_are_judged_too() {
    let description = Description::read();
    let judged =
        |method: &str, path: &str, body: &str| description.judge_request(method, path, body.as_bytes());
    let right = machine(&[EMPLOYEE]).to_string();
    assert_eq!(judged("POST", CLIENTS, &right), [""; 0]);
    assert_eq!(judged("GET", CLIENTS, ""), [""; 0]);
    for wrong in spoilt(&description, "#OAuthClientRequest", &machine(&[EMPLOYEE])) {
        let known = wrong.get("surprise").or_else(|| wrong["roleDivisions"][0].get("surprise")).is_none();
        assert_eq!(judged("POST", CLIENTS, &wrong.to_string()).is_empty(), !known, "{wrong}");
    }
    assert_eq!(judged("GET", CLIENTS, "{}").len(), 1);
    assert_eq!(judged("POST", CLIENTS, "").len(), 1);
}

#[tokio::test]
async fn lists_and_records_are_as_described_in_every_situation() {
    let bench = Bench::open().await;
    let scim = json!({ "accessTokenValiditySeconds": 38_880_000, "description": "Long" });
    bench.create(but(machine(&[SCIM]), scim)).await.done();
    bench.create(but(login(&["users"]), json!({ "dateToDelete": "2031-01-01T00:00:00Z" }))).await.done();
    let service = bench.service_token().await;
    for path in [
        CLIENTS,
        "/api/v2/oauth/authorizations",
        "/api/v2/users/me?expand=authorization",
        "/api/v2/authorization/subjects/me",
        "/api/v2/organizations/limits/namespaces/platform.api",
        "/api/v2/tokens/me",
        &format!("{ROLES}?pageSize=1&pageNumber=2"),
        &format!("{ROLES}?pageSize=500"),
    ] {
        bench.get(path).await.done();
        bench.change(|settings| settings.subject_for_clients = !settings.subject_for_clients);
        bench.with_token(&service).call("GET", path, None).await;
    }
    let there = something(&bench).await;
    let own = format!("{CLIENTS}/{}/usage/query/results/{}", bench.practice.client_id(), there.execution);
    bench.get(&own).await.refused(404, "not.found");
    for results in [
        format!("{CLIENTS}/{}/usage/query/results/{}", there.client, there.execution),
        format!("/api/v2/usage/query/{}/results", there.execution_of_all),
    ] {
        while bench.get(&results).await.done().body["queryStatus"] != "Complete" {}
    }
    let rates = bench.get("/api/v2/organizations/limits/namespaces/platform.api").await.done();
    assert_eq!(rates.body["entities"][0]["key"], "token.rate.per.minute");
    assert_eq!(rates.body["entities"][0]["value"], 300);
    bench.get("/api/v2/organizations/limits/namespaces/no.such").await.refused(404, "not.found");
    let here = bench.with_token(&service).call("GET", "/api/v2/users/me", None).await;
    here.refused(400, "not.a.user");
    let permitted = "/api/v2/authorization/divisionspermitted/me";
    bench.get(permitted).await.refused(400, "missing.permission.param");
    let nobody = format!("{CLIENTS}/nobody");
    bench.get(&nobody).await.refused(404, "client.not.found");
    bench.call("POST", &format!("{nobody}/secret"), None).await.refused(404, "not.found");
    bench.get(&format!("{nobody}/usage/summary")).await.refused(404, "not.found");
    bench.get("/api/v2/oauth/authorizations/nobody").await.refused(404, "not.found");
}

fn named(refusal: &Value, parameter: &str) -> Vec<String> {
    let text = refusal["messageParams"][parameter].as_str().expect("a list");
    let list = text.trim_start_matches('[').trim_end_matches(']');
    let mut named: Vec<String> = list.split(", ").map(str::to_owned).collect();
    named.sort();
    named
}

fn sorted(mut list: Vec<String>) -> Vec<String> {
    list.sort();
    list
}

#[tokio::test]
async fn a_token_needs_one_of_the_scopes_of_each_call() {
    let bench = Bench::open().await;
    let description = Description::read();
    let there = something(&bench).await;
    let narrow = bench.person_token(&["voicemail"]).await;
    for call in &description.calls {
        let path = path_of(call, &there);
        let refusal = bench.with_token(&narrow).call(&call.method, &path, body_of(call)).await;
        assert_eq!(refusal.status, 403, "{} {path}", call.method);
        if call.method != "HEAD" {
            refusal.refused(403, "app.not.authorized.for.scope");
            assert_eq!(named(&refusal.body, "scopes"), sorted(call.scopes.clone()), "{} {path}", call.method);
        }
        let wrong = bench.with_token("wrong").call(&call.method, &path, body_of(call)).await;
        assert_eq!(wrong.status, 401);
    }
}

#[tokio::test]
async fn each_call_names_the_permissions_it_needs_with_the_code_of_its_type() {
    let bench = Bench::open().await;
    let description = Description::read();
    let there = something(&bench).await;
    let withheld =
        description.calls.iter().flat_map(|call| call.any.iter().chain(&call.all)).cloned().collect();
    bench.change(|settings| settings.withheld_permissions = withheld);
    for call in in_order(&description) {
        let path = path_of(call, &there);
        let refusal = bench.call(&call.method, &path, body_of(call)).await;
        let (code, wanted) = match (&*call.any, &*call.all) {
            ([], []) => {
                assert_ne!(refusal.status, 403, "{} {path}", call.method);
                continue;
            }
            ([], all) => ("missing.permissions", all),
            (any, _) => ("missing.any.permissions", any),
        };
        refusal.refused(403, code);
        assert_eq!(named(&refusal.body, "permissions"), sorted(wanted.to_vec()), "{} {path}", call.method);
    }
}
