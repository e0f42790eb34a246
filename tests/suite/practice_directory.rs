//! Who is who in the practice organization: token, person, roles, divisions, grants and scopes.

use latchkey::practice::ScimRole;
use serde_json::{Value, json};

use crate::practice_bench::{ADMINISTRATOR, Bench, CLIENTS, EMPLOYEE, FRANCE, HOME, SCIM, login, machine};

fn names(list: &Value) -> Vec<&str> {
    list.as_array().expect("a list").iter().filter_map(|entity| entity["name"].as_str()).collect()
}

#[tokio::test]
async fn the_person_comes_from_the_built_in_client() {
    let bench = Bench::open().await;
    let token = bench.get("/api/v2/tokens/me").await.done();
    assert_eq!(token.body["OAuthClient"]["organization"]["id"], "purecloud-builtin");
    assert_eq!(token.body["organization"]["name"], "Harbour Practice");
    let plain = bench.get("/api/v2/users/me").await.done();
    assert_eq!((plain.text("id").as_str(), plain.text("name").as_str()), (ADMINISTRATOR, "Alex Martin"));
    assert!(plain.body["authorization"].is_null());
    let person = bench.get("/api/v2/users/me?expand=authorization").await.done();
    let permissions = person.body["authorization"]["permissions"].as_array().expect("a list");
    assert!(permissions.contains(&json!("oauth:client:add")));
    let roles = names(&person.body["authorization"]["roles"]);
    assert!(roles.contains(&"SCIM Integration") && !roles.contains(&"Master Admin"));
}

#[tokio::test]
async fn a_client_alone_is_nobody() {
    let bench = Bench::open().await;
    let token = bench.service_token().await;
    let service = bench.with_token(&token);
    service.call("GET", "/api/v2/users/me", None).await.refused(400, "not.a.user");
    service.call("GET", "/api/v2/authorization/subjects/me", None).await.refused(400, "bad.request");
    let token = service.call("GET", "/api/v2/tokens/me", None).await.done();
    assert_eq!(token.body["OAuthClient"]["id"], bench.practice.client_id());
    assert_eq!(token.body["OAuthClient"]["roleDivisions"].as_array().map(Vec::len), Some(15));
    bench.change(|settings| settings.subject_for_clients = true);
    let subject = service.call("GET", "/api/v2/authorization/subjects/me", None).await.done();
    assert_eq!(subject.body["id"], bench.practice.client_id());
}

#[tokio::test]
async fn a_withheld_permission_is_named_in_the_refusal() {
    let bench =
        Bench::playing(|settings| settings.withheld_permissions = vec!["oauth:client:add".into()]).await;
    let refusal = bench.create(machine(&[EMPLOYEE])).await;
    refusal.refused(403, "missing.any.permissions");
    assert_eq!(refusal.body["messageParams"]["permissions"], "[oauth:client:add]");
    let divisions = "/api/v2/authorization/divisionspermitted/me?permission=oauth:client:add";
    assert_eq!(bench.get(divisions).await.done().body, json!([]));
    let both = vec!["oauth:client:view".into(), "usage:client:view".into()];
    bench.change(|settings| settings.withheld_permissions = both);
    assert_eq!(bench.get(divisions).await.done().body.as_array().map(Vec::len), Some(5));
    let usage = bench.get(&format!("{CLIENTS}/{}/usage/summary", bench.practice.client_id())).await;
    usage.refused(403, "missing.any.permissions");
}

#[tokio::test]
async fn permissions_may_carry_a_suffix() {
    let bench = Bench::playing(|settings| settings.permission_suffix = true).await;
    let person = bench.get("/api/v2/users/me?expand=authorization").await.done();
    let permissions = person.body["authorization"]["permissions"].as_array().expect("a list");
    assert!(permissions.contains(&json!("oauth:client:add:*")));
    bench.create(machine(&[EMPLOYEE])).await.done();
}

#[tokio::test]
async fn roles_come_in_pages_and_by_filter() {
    let bench = Bench::open().await;
    let path = "/api/v2/authorization/roles";
    let first = bench.get(&format!("{path}?pageSize=10&userCount=false")).await.done();
    assert_eq!((&first.body["total"], &first.body["pageCount"]), (&json!(15), &json!(2)));
    let second = bench.get(&first.text("nextUri")).await.done();
    assert_eq!(second.body["entities"].as_array().map(Vec::len), Some(5));
    assert!(second.body["nextUri"].is_null());
    assert_eq!(bench.get(path).await.done().body["pageSize"], 25);
    bench.get(&format!("{path}?pageSize=501")).await.refused(400, "invalid.query.param.value");
    for filter in ["name=SCIM%20Integration", &format!("id={SCIM}"), "defaultRoleId=scimIntegration"] {
        let found = bench.get(&format!("{path}?{filter}")).await.done();
        assert_eq!(names(&found.body["entities"]), ["SCIM Integration"], "{filter}");
    }
    let able = bench.get(&format!("{path}?permission=telephony:plugin:all")).await.done();
    assert_eq!(names(&able.body["entities"]), ["Master Admin", "Telephony Admin"]);
    let one = bench.get(&format!("{path}/{SCIM}")).await.done();
    assert_eq!(one.body["permissionPolicies"][0]["domain"], "directory");
    bench.get(&format!("{path}/nothing")).await.refused(404, "not.found");
}

#[tokio::test]
async fn divisions_say_which_one_is_home() {
    let bench = Bench::open().await;
    let list = bench.get("/api/v2/authorization/divisions").await.done();
    assert_eq!(names(&list.body["entities"]), ["Home", "France", "Germany", "Sales", "Support"]);
    let home = bench.get("/api/v2/authorization/divisions/home").await.done();
    assert_eq!((home.text("id").as_str(), &home.body["homeDivision"]), (HOME, &json!(true)));
}

#[tokio::test]
async fn the_scim_role_missing_is_restored_then_granted() {
    let bench = Bench::playing(|settings| settings.scim_role = ScimRole::Missing).await;
    let found = "/api/v2/authorization/roles?name=SCIM";
    assert_eq!(bench.get(found).await.done().body["total"], 0);
    bench.create(machine(&[SCIM])).await.refused(400, "bad.client.role");
    let grant = format!("/api/v2/authorization/subjects/{ADMINISTRATOR}/divisions/{FRANCE}/roles/{SCIM}");
    bench.call("POST", &grant, None).await.refused(404, "not.found");
    bench.call("POST", "/api/v2/authorization/roles/default?force=false", None).await.done();
    assert_eq!(bench.practice.settings().scim_role, ScimRole::NotHeld);
    assert_eq!(bench.get(found).await.done().body["total"], 1);
    bench.create(machine(&[SCIM])).await.refused(400, "bad.client.role");
    bench.call("POST", &grant, None).await.done();
    assert_eq!(bench.practice.settings().scim_role, ScimRole::Held);
    bench.create(machine(&[SCIM])).await.done();
    let subject = bench.get("/api/v2/authorization/subjects/me").await.done();
    let grants = subject.body["grants"].as_array().expect("a list");
    let scim: Vec<_> = grants.iter().filter(|grant| grant["role"]["id"] == SCIM).collect();
    assert_eq!(scim.len(), 1);
    assert_eq!(scim[0]["division"]["id"], FRANCE);
}

#[tokio::test]
async fn granting_and_restoring_need_their_permissions() {
    let withheld = vec!["authorization:grant:add".into(), "authorization:role:edit".into()];
    let bench = Bench::playing(|settings| settings.withheld_permissions = withheld).await;
    let grant = format!("/api/v2/authorization/subjects/{ADMINISTRATOR}/divisions/{HOME}/roles/{SCIM}");
    bench.call("POST", &grant, None).await.refused(403, "missing.permissions");
    bench
        .call("POST", "/api/v2/authorization/roles/default", None)
        .await
        .refused(403, "missing.any.permissions");
}

#[tokio::test]
async fn scopes_are_described_in_two_languages() {
    let bench = Bench::open().await;
    let english = bench.get("/api/v2/oauth/scopes").await.done();
    let entities = english.body["entities"].as_array().expect("a list");
    assert_eq!((entities.len(), &english.body["total"]), (134, &json!(134)));
    let path = format!("{}/api/v2/oauth/scopes/oauth:readonly", bench.practice.address());
    let request = bench.http.get(path).bearer_auth(bench.practice.user_token());
    let french: Value = request
        .header("accept-language", "fr-FR,en")
        .send()
        .await
        .expect("an answer")
        .json()
        .await
        .expect("JSON");
    let described = french["description"].as_str().expect("a text");
    assert!(described.starts_with("Clients OAuth") && described.ends_with("(lecture seule)"));
    bench.get("/api/v2/oauth/scopes/oauth:client:read").await.refused(404, "not.found");
}

#[tokio::test]
async fn hipaa_shows_in_the_organization_and_in_the_idle_timeout() {
    let bench = Bench::open().await;
    assert_eq!(bench.get("/api/v2/organizations/me").await.done().body["features"]["hipaa"], false);
    bench.change(|settings| settings.hipaa = true);
    assert_eq!(bench.get("/api/v2/organizations/me").await.done().body["features"]["hipaa"], true);
    assert_eq!(bench.get("/api/v2/tokens/timeout").await.done().body["idleTokenTimeoutSeconds"], 900);
}

#[tokio::test]
async fn applications_of_others_stand_beside_an_own_client() {
    let bench = Bench::open().await;
    let list = bench.get("/api/v2/oauth/authorizations").await.done();
    assert_eq!(list.body["entities"][0]["state"], "Authorized");
    assert_eq!(list.body["total"], 5);
    assert_eq!(list.body["entities"][4]["client"]["name"], "Wallboard");
}

#[tokio::test]
async fn a_reset_goes_back_to_the_opening_scene() {
    let bench = Bench::playing(|settings| settings.hipaa = true).await;
    bench.create(login(&["users"])).await.done();
    let token = bench.service_token().await;
    bench.practice.reset();
    assert!(bench.practice.requests().is_empty());
    assert!(!bench.practice.settings().hipaa);
    assert_eq!(bench.get(CLIENTS).await.done().body["total"], 16);
    bench.with_token(&token).call("GET", CLIENTS, None).await.refused(401, "bad.credentials");
    bench.service_token().await;
}
