//! The rules of OAuth clients that the practice organization enforces, one short test each.

use serde_json::{Value, json};

use crate::practice_bench::{
    ADMINISTRATOR, Bench, CLIENTS, EMPLOYEE, FRANCE, HOME, JOINERS, MASTER_ADMIN, SCIM, but, login, machine,
};

#[tokio::test]
async fn the_secret_shows_only_when_it_is_made() {
    let bench = Bench::open().await;
    let created = bench.create(machine(&[EMPLOYEE])).await.done();
    let (id, secret) = (created.text("id"), created.text("secret"));
    assert_eq!(secret.len(), 43);
    let path = format!("{CLIENTS}/{id}");
    assert!(bench.get(&path).await.done().body["secret"].is_null());
    assert!(bench.put(&id, machine(&[EMPLOYEE])).await.done().body["secret"].is_null());
    assert!(bench.get(CLIENTS).await.done().body["entities"][0]["secret"].is_null());
    let renewed = bench.call("POST", &format!("{path}/secret"), None).await.done();
    assert_ne!(renewed.text("secret"), secret);
    let grant = [("grant_type", "client_credentials")];
    let old = bench.form(&grant, Some((&id, &secret))).await;
    assert_eq!((old.status, old.text("error").as_str()), (400, "invalid_client"));
    bench.form(&grant, Some((&id, &renewed.text("secret")))).await.done();
}

#[tokio::test]
async fn what_is_created_is_attributed_dated_and_complete() {
    let bench = Bench::open().await;
    let created = bench.create(machine(&[EMPLOYEE])).await.done();
    assert_eq!(created.body["createdBy"]["id"], ADMINISTRATOR);
    assert_eq!(created.body["state"], "active");
    assert_eq!(created.body["accessTokenValiditySeconds"], 86_400);
    assert_eq!(created.text("dateCreated").len(), "2026-11-22T09:00:00.000Z".len());
    assert_eq!(created.text("selfUri"), format!("{CLIENTS}/{}", created.text("id")));
}

#[tokio::test]
async fn a_grant_type_is_required_and_must_be_known() {
    let bench = Bench::open().await;
    bench.create(json!({ "name": "Bench" })).await.refused(400, "grant.type.required");
    for wrong in ["PKCE", "PASSWORD", "client_credentials"] {
        let body = but(login(&["users"]), json!({ "authorizedGrantType": wrong }));
        bench.create(body).await.refused(400, "bad.grant.type");
    }
}

#[tokio::test]
async fn implicit_is_refused_for_new_clients_when_asked_to() {
    let bench = Bench::open().await;
    let implicit = but(login(&["users"]), json!({ "authorizedGrantType": "TOKEN" }));
    let old = bench.create(implicit.clone()).await.done().text("id");
    let code = bench.create(login(&["users"])).await.done().text("id");
    bench.change(|settings| settings.refuse_implicit = true);
    bench.create(implicit.clone()).await.refused(400, "bad.grant.type");
    bench.put(&code, implicit.clone()).await.refused(400, "bad.grant.type");
    bench.put(&old, but(implicit, json!({ "state": "inactive" }))).await.done();
}

#[tokio::test]
async fn a_name_is_required() {
    let bench = Bench::open().await;
    let refusal = bench.create(but(machine(&[EMPLOYEE]), json!({ "name": " " }))).await;
    refusal.refused(400, "constraint.validation");
    assert_eq!(refusal.body["details"][0]["fieldName"], "name");
}

#[tokio::test]
async fn scopes_are_required_for_logins_and_must_be_known() {
    let bench = Bench::playing(|settings| settings.unknown_scopes = vec!["scripts:readonly".into()]).await;
    bench.create(login(&[])).await.refused(400, "missing.client.scope");
    let refusal = bench.create(login(&["users", "scripts:readonly"])).await;
    refusal.refused(400, "auth.invalid.scope");
    assert_eq!(refusal.body["messageParams"]["scope"], "scripts:readonly");
    let scopes = bench.get("/api/v2/oauth/scopes").await.done();
    assert_eq!(scopes.body["total"], 133);
}

#[tokio::test]
async fn roles_are_required_for_machines_and_must_be_held() {
    let bench = Bench::open().await;
    bench.create(machine(&[])).await.refused(400, "missing.client.roles");
    let refusal = bench.create(machine(&[EMPLOYEE, MASTER_ADMIN])).await;
    refusal.refused(400, "bad.client.role");
    assert_eq!(refusal.body["messageParams"]["roleId"], MASTER_ADMIN);
    bench.create(machine(&["no such role"])).await.refused(400, "bad.client.role");
    let nowhere = json!({ "roleDivisions": [{ "roleId": EMPLOYEE, "divisionId": "nowhere" }] });
    bench.create(but(machine(&[]), nowhere)).await.refused(400, "invalid.value");
    let everywhere = json!({ "roleDivisions": [{ "roleId": EMPLOYEE, "divisionId": "*" }] });
    bench.create(but(machine(&[]), everywhere)).await.done();
}

#[tokio::test]
async fn a_role_counts_only_in_its_division_when_asked_to() {
    let bench = Bench::playing(|settings| settings.roles_held_by_division = true).await;
    let there = json!({ "roleDivisions": [{ "roleId": EMPLOYEE, "divisionId": FRANCE }] });
    bench.create(but(machine(&[]), there)).await.refused(400, "bad.client.role");
    bench.create(machine(&[EMPLOYEE])).await.done();
}

#[tokio::test]
async fn a_client_with_a_role_not_held_cannot_be_edited_nor_given_a_secret() {
    let bench = Bench::open().await;
    let id = bench.practice.client_id();
    bench.put(&id, machine(&[EMPLOYEE])).await.refused(400, "bad.client.role");
    bench.call("POST", &format!("{CLIENTS}/{id}/secret"), None).await.refused(400, "bad.client.role");
}

#[tokio::test]
async fn old_role_ids_land_in_the_home_division() {
    let bench = Bench::open().await;
    let body = json!({ "name": "Old", "authorizedGrantType": "CLIENT-CREDENTIALS", "roleIds": [EMPLOYEE] });
    let created = bench.create(body).await.done();
    assert_eq!(created.body["roleDivisions"], json!([{ "roleId": EMPLOYEE, "divisionId": HOME }]));
}

#[tokio::test]
async fn a_client_is_created_active_and_a_disabled_one_stays_as_it_is() {
    let bench = Bench::open().await;
    let inactive = but(machine(&[EMPLOYEE]), json!({ "state": "inactive" }));
    bench.create(inactive.clone()).await.refused(400, "bad.client.state");
    let disabled = "c11e0000-0000-4000-8000-000000000011";
    bench.put(disabled, inactive).await.refused(400, "bad.client.state");
}

#[tokio::test]
async fn durations_end_at_48_hours_without_scim() {
    let bench = Bench::open().await;
    for (seconds, accepted) in
        [(299, false), (300, true), (172_800, true), (172_801, false), (38_880_000, false)]
    {
        let reply =
            bench.create(but(machine(&[EMPLOYEE]), json!({ "accessTokenValiditySeconds": seconds }))).await;
        assert_eq!(reply.status == 200, accepted, "{seconds}");
        if !accepted {
            reply.refused(400, "invalid.value");
        }
    }
}

#[tokio::test]
async fn a_scim_client_lives_450_days_until_another_role_joins() {
    let bench = Bench::open().await;
    let long = json!({ "accessTokenValiditySeconds": 38_880_000 });
    let created = bench.create(but(machine(&[SCIM]), long.clone())).await.done();
    assert_eq!(created.body["accessTokenValiditySeconds"], 38_880_000);
    bench.create(but(machine(&[JOINERS]), long.clone())).await.done();
    let joined = bench.put(&created.text("id"), but(machine(&[SCIM, EMPLOYEE]), long)).await.done();
    assert_eq!(joined.body["accessTokenValiditySeconds"], 86_400);
    let longer = json!({ "accessTokenValiditySeconds": 38_880_001 });
    bench.create(but(machine(&[SCIM]), longer)).await.refused(400, "invalid.value");
}

#[tokio::test]
async fn a_token_lives_as_long_as_its_client_says() {
    let bench = Bench::open().await;
    let long = json!({ "accessTokenValiditySeconds": 38_880_000 });
    let created = bench.create(but(machine(&[SCIM]), long)).await.done();
    let pair = (created.text("id"), created.text("secret"));
    let token = bench.form(&[("grant_type", "client_credentials")], Some((&pair.0, &pair.1))).await.done();
    assert_eq!(token.body["expires_in"], 38_879_999);
    let scim = bench.with_token(&token.text("access_token"));
    let found = |filter: &str| format!("/api/v2/scim/v2/groups?filter={filter}&count=1");
    let none = scim.call("GET", &found("displayName%20eq%20%22Nobody%22"), None).await.done();
    assert_eq!(none.body["totalResults"], 0);
    let one = scim.call("GET", &found("displayName%20eq%20%22Front%20desk%22"), None).await.done();
    assert_eq!(one.body["totalResults"], 1);
    scim.call("GET", "/api/v2/scim/v2/groups?count=1", None).await.refused(400, "bad.request");
    scim.call("GET", &found("members%20pr"), None).await.refused(400, "invalid.query.param.value");
    scim.call("GET", "/api/v2/scim/groups?count=1", None).await.done();
    scim.call("GET", "/api/v2/scim/users?count=0", None).await.done();
    scim.call("GET", CLIENTS, None).await.refused(403, "missing.any.permissions");
}

#[tokio::test]
async fn redirects_are_at_most_125_and_are_addresses() {
    let bench = Bench::open().await;
    let many = |count: u32| {
        let uris: Vec<String> = (0..count).map(|number| format!("https://crm.example/{number}")).collect();
        but(login(&["users"]), json!({ "registeredRedirectUri": uris }))
    };
    bench.create(many(125)).await.done();
    bench.create(many(126)).await.refused(400, "constraint.validation");
    for wrong in ["crm.example", "https://crm.example/#here"] {
        let body = but(login(&["users"]), json!({ "registeredRedirectUri": [wrong] }));
        bench.create(body).await.refused(400, "invalid.value");
    }
}

#[tokio::test]
async fn put_replaces_everything_writable_and_keeps_the_rest() {
    let bench = Bench::open().await;
    let body =
        but(machine(&[EMPLOYEE]), json!({ "description": "Old", "allowedFromGuess": ["203.0.113.0/24"] }));
    let created = bench.create(body).await.done();
    let id = created.text("id");
    let fetched = bench.get(&format!("{CLIENTS}/{id}")).await.done().body;
    assert_eq!(fetched["allowedFromGuess"], json!(["203.0.113.0/24"]));
    let kept = bench.put(&id, but(fetched, json!({ "id": "another", "name": "New" }))).await.done();
    assert_eq!((kept.text("id"), kept.text("name")), (id.clone(), "New".to_owned()));
    assert_eq!(kept.body["allowedFromGuess"], json!(["203.0.113.0/24"]));
    assert_eq!(kept.body["dateCreated"], created.body["dateCreated"]);
    let cleared = bench.put(&id, machine(&[EMPLOYEE])).await.done();
    assert_eq!(cleared.body["description"], Value::Null);
    assert_eq!(cleared.body["allowedFromGuess"], Value::Null);
    assert_eq!(cleared.body["createdBy"]["id"], ADMINISTRATOR);
}

#[tokio::test]
async fn only_an_inactive_client_is_deleted() {
    let bench = Bench::open().await;
    let created = bench.create(machine(&[EMPLOYEE])).await.done();
    let path = format!("{CLIENTS}/{}", created.text("id"));
    bench.call("DELETE", &path, None).await.refused(400, "cannot.delete.client");
    bench.put(&created.text("id"), but(machine(&[EMPLOYEE]), json!({ "state": "inactive" }))).await.done();
    let pair = (created.text("id"), created.text("secret"));
    let refused = bench.form(&[("grant_type", "client_credentials")], Some((&pair.0, &pair.1))).await;
    assert_eq!(refused.text("error"), "invalid_client");
    bench.call("DELETE", &path, None).await.done();
    for method in ["GET", "DELETE"] {
        bench.call(method, &path, None).await.refused(404, "client.not.found");
    }
}

#[tokio::test]
async fn the_limit_of_clients_is_said() {
    let bench = Bench::playing(|settings| settings.client_limit = Some(17)).await;
    bench.create(machine(&[EMPLOYEE])).await.done();
    let refusal = bench.create(machine(&[EMPLOYEE])).await;
    refusal.refused(400, "auth.too.many.clients");
    assert_eq!(refusal.body["limit"]["value"], 17);
    assert_eq!(refusal.body["limit"]["namespace"], "auth.api");
    let limits = bench.get("/api/v2/organizations/limits/namespaces/auth.api").await.done();
    assert_eq!(limits.body["entities"][0]["value"], 17);
}

#[tokio::test]
async fn a_new_client_may_not_be_seen_at_once() {
    let bench = Bench::playing(|settings| settings.reads_before_visible = 2).await;
    let id = bench.create(machine(&[EMPLOYEE])).await.done().text("id");
    for visible in [false, false, true] {
        assert_eq!(bench.get(&format!("{CLIENTS}/{id}")).await.status == 200, visible);
        let list = bench.get(CLIENTS).await.done();
        let entities = list.body["entities"].as_array().expect("a list");
        assert_eq!(entities.iter().any(|client| client["id"] == *id), visible);
    }
}

#[tokio::test]
async fn the_list_comes_whole_or_in_pages_or_without_grant_types() {
    let bench = Bench::open().await.unjudged();
    let whole = bench.get(CLIENTS).await.done();
    assert_eq!((&whole.body["total"], &whole.body["pageCount"]), (&json!(16), &json!(1)));
    bench.change(|settings| (settings.clients_per_page, settings.brief_list) = (Some(5), true));
    let first = bench.get(CLIENTS).await.done();
    assert_eq!(first.body["entities"].as_array().map(Vec::len), Some(5));
    assert!(first.body["entities"][0]["authorizedGrantType"].is_null());
    let second = bench.get(&first.text("nextUri")).await.done();
    assert_eq!(second.body["pageNumber"], 2);
    assert_ne!(first.body["entities"][0]["id"], second.body["entities"][0]["id"]);
}

#[tokio::test]
async fn the_scene_has_a_client_of_every_kind() {
    let bench = Bench::open().await;
    let list = bench.get(CLIENTS).await.done();
    let entities = list.body["entities"].as_array().expect("a list");
    let with = |member: &str, value: Value| entities.iter().filter(|client| client[member] == value).count();
    assert_eq!(with("name", json!("Nightly export")), 2);
    assert_eq!(with("authorizedGrantType", json!("TOKEN")), 1);
    assert_eq!(with("authorizedGrantType", json!("SAML2-BEARER")), 1);
    assert_eq!(with("accessTokenValiditySeconds", json!(38_880_000)), 1);
    assert_eq!(entities.iter().filter(|client| client["dateToDelete"].is_string()).count(), 1);
    assert_eq!(entities.iter().filter(|client| client["allowedIpRangesGuess"].is_array()).count(), 1);
}
