//! The login host of the practice organization: both grants, their errors, the scopes of a token and its end.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use reqwest::Url;
use serde_json::json;
use sha2::{Digest, Sha256};

use crate::practice_bench::{Bench, CLIENTS, EMPLOYEE, Reply, but, login, machine};

const REDIRECT: &str = "http://localhost:50123";
const VERIFIER: &str = "a-verifier-of-at-least-forty-three-characters";

fn challenge() -> String {
    URL_SAFE_NO_PAD.encode(Sha256::digest(VERIFIER))
}

/// A code client, and what the browser is sent back to after asking with PKCE.
async fn ask(bench: &Bench, scopes: &[&str], changes: &[(&str, &str)]) -> (Reply, Reply) {
    let client = bench.create(login(scopes)).await.done();
    let (id, challenge) = (client.text("id"), challenge());
    let mut query = vec![
        ("client_id", id.as_str()),
        ("redirect_uri", REDIRECT),
        ("response_type", "code"),
        ("code_challenge", &challenge),
        ("code_challenge_method", "S256"),
        ("state", "s+1"),
    ];
    query.retain(|(name, _)| !changes.iter().any(|(changed, _)| changed == name));
    query.extend(changes.iter().filter(|(_, value)| !value.is_empty()));
    let page = bench.visit("/oauth/authorize", &query).await;
    (client, page)
}

fn sent_back(page: &Reply, name: &str) -> String {
    assert_eq!(page.status, 302, "{}", page.body);
    let url = Url::parse(page.header("location")).expect("an address");
    url.query_pairs().find(|(key, _)| key == name).map(|(_, value)| value.into_owned()).unwrap_or_default()
}

async fn exchange(bench: &Bench, id: &str, code: &str, changes: &[(&str, &str)]) -> Reply {
    let mut form = vec![
        ("grant_type", "authorization_code"),
        ("client_id", id),
        ("code", code),
        ("redirect_uri", REDIRECT),
        ("code_verifier", VERIFIER),
    ];
    form.retain(|(name, _)| !changes.iter().any(|(changed, _)| changed == name));
    form.extend(changes.iter().filter(|(_, value)| !value.is_empty()));
    bench.form(&form, None).await
}

#[tokio::test]
async fn pkce_needs_no_secret_and_its_code_works_once() {
    let bench = Bench::open().await;
    let (client, page) = ask(&bench, &["user-basic-info", "users"], &[]).await;
    assert_eq!(sent_back(&page, "state"), "s+1");
    assert!(page.header("location").starts_with("http://localhost:50123/?code="));
    let (id, code) = (client.text("id"), sent_back(&page, "code"));
    let token = exchange(&bench, &id, &code, &[]).await.done();
    assert_eq!((&token.body["expires_in"], &token.body["token_type"]), (&json!(86_399), &json!("bearer")));
    assert!(token.body["refresh_token"].is_null());
    let me = bench.with_token(&token.text("access_token")).call("GET", "/api/v2/users/me", None).await.done();
    assert_eq!(me.text("name"), "Alex Martin");
    assert_eq!(exchange(&bench, &id, &code, &[]).await.text("error"), "invalid_grant");
}

#[tokio::test]
async fn a_wrong_verifier_redirect_or_secret_is_refused() {
    let bench = Bench::open().await;
    for (changes, error) in [
        (vec![("code_verifier", "another-verifier-of-at-least-43-characters-")], "invalid_grant"),
        (vec![("code_verifier", "")], "invalid_grant"),
        (vec![("redirect_uri", "http://localhost:50124")], "invalid_grant"),
        (vec![("client_secret", "wrong")], "invalid_client"),
        (vec![("code", "unknown")], "invalid_grant"),
    ] {
        let (client, page) = ask(&bench, &["users"], &[]).await;
        let reply = exchange(&bench, &client.text("id"), &sent_back(&page, "code"), &changes).await;
        assert_eq!((reply.status, reply.text("error").as_str()), (400, error), "{changes:?}");
    }
}

#[tokio::test]
async fn the_classic_code_grant_needs_the_secret_and_gives_a_refresh_token() {
    let bench = Bench::open().await;
    let classic = [("code_challenge", ""), ("code_challenge_method", "")];
    let (client, page) = ask(&bench, &["users"], &classic).await;
    let (id, code) = (client.text("id"), sent_back(&page, "code"));
    let without = exchange(&bench, &id, &code, &[("code_verifier", "")]).await;
    assert_eq!(without.text("error"), "invalid_client");
    let form = [("grant_type", "authorization_code"), ("code", &code), ("redirect_uri", REDIRECT)];
    let token = bench.form(&form, Some((&id, &client.text("secret")))).await.done();
    assert!(token.body["refresh_token"].is_string());
}

#[tokio::test]
async fn a_wrong_client_or_redirect_is_never_redirected() {
    let bench = Bench::open().await;
    for wrong in [
        ("client_id", "unknown"),
        ("redirect_uri", "http://localhost:50123/cb"),
        ("redirect_uri", "https://crm.example/cb"),
        ("redirect_uri", "http://127.0.0.1:50123"),
    ] {
        let (_, page) = ask(&bench, &["users"], &[wrong]).await;
        assert_eq!(page.status, 400);
        assert!(page.header("location").is_empty());
        assert!(page.header("content-type").starts_with("text/html"));
    }
    let (_, page) = ask(&bench, &["users"], &[("redirect_uri", "https://crm.example/cb?a=1")]).await;
    assert!(page.header("location").starts_with("https://crm.example/cb?a=1&code="));
}

#[tokio::test]
async fn other_errors_are_sent_back() {
    let bench = Bench::open().await;
    for (change, error) in [
        (("response_type", "token"), "unsupported_response_type"),
        (("code_challenge_method", "plain"), "invalid_pkce_package"),
        (("code_challenge", ""), "invalid_pkce_package"),
    ] {
        let (_, page) = ask(&bench, &["users"], &[change]).await;
        assert_eq!(sent_back(&page, "error"), error);
        assert_eq!(sent_back(&page, "state"), "s+1");
    }
    let machine = but(machine(&[EMPLOYEE]), json!({ "registeredRedirectUri": ["http://localhost"] }));
    let id = bench.create(machine).await.done().text("id");
    let (_, page) = ask(&bench, &["users"], &[("client_id", &id)]).await;
    assert_eq!(sent_back(&page, "error"), "unauthorized_client");
}

#[tokio::test]
async fn client_credentials_come_in_a_header_or_in_the_form() {
    let bench = Bench::open().await;
    let (id, secret) = (bench.practice.client_id(), bench.practice.client_secret());
    let token = bench.service_token().await;
    bench.with_token(&token).call("GET", CLIENTS, None).await.done();
    let grant = ("grant_type", "client_credentials");
    bench.form(&[grant, ("client_id", &id), ("client_secret", &secret)], None).await.done();
    let unknown = ("unknown", secret.as_str());
    for (pair, why) in [((id.as_str(), "wrong"), "authentication failed"), (unknown, "client not found")] {
        let refused = bench.form(&[grant], Some(pair)).await;
        assert_eq!((refused.status, refused.text("error").as_str()), (400, "invalid_client"));
        assert_eq!(refused.text("description"), why);
    }
    for grant in ["refresh_token", "urn:ietf:params:oauth:grant-type:saml2-bearer"] {
        let refused = bench.form(&[("grant_type", grant)], Some((&id, &secret))).await;
        assert_eq!(refused.text("error"), "invalid_grant");
    }
    let code = bench.create(login(&["users"])).await.done();
    let other = bench.form(&[grant], Some((&code.text("id"), &code.text("secret")))).await;
    assert_eq!(other.text("error"), "unauthorized_client");
}

#[tokio::test]
async fn scopes_cap_the_token_of_a_person() {
    let bench = Bench::open().await;
    let (client, page) = ask(&bench, &["oauth:readonly"], &[]).await;
    let token = exchange(&bench, &client.text("id"), &sent_back(&page, "code"), &[]).await.done();
    let capped = bench.with_token(&token.text("access_token"));
    capped.call("GET", CLIENTS, None).await.done();
    let refusal = capped.call("POST", CLIENTS, Some(machine(&[EMPLOYEE]))).await;
    refusal.refused(403, "app.not.authorized.for.scope");
    capped.call("GET", "/api/v2/organizations/me", None).await.refused(403, "app.not.authorized.for.scope");
}

#[tokio::test]
async fn a_revoked_token_is_refused() {
    let bench = Bench::open().await;
    let token = bench.service_token().await;
    let service = bench.with_token(&token);
    assert_eq!(service.call("HEAD", "/api/v2/tokens/me", None).await.status, 200);
    service.call("DELETE", "/api/v2/tokens/me", None).await.done();
    service.call("GET", "/api/v2/tokens/me", None).await.refused(401, "bad.credentials");
}

#[tokio::test]
async fn the_metadata_names_what_is_served() {
    let bench = Bench::open().await;
    let metadata = bench.visit("/.well-known/oauth-authorization-server", &[]).await.done();
    assert_eq!(metadata.text("token_endpoint"), format!("{}/oauth/token", bench.practice.address()));
    assert_eq!(metadata.body["code_challenge_methods_supported"], json!(["S256"]));
}
