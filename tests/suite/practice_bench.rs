//! A bench for the tests of the practice organization: raw requests, so that no rule of the client stands
//! between.

use latchkey::practice::{Practice, Settings, Start};
use reqwest::header::{CONTENT_TYPE, HeaderMap};
use reqwest::redirect::Policy;
use reqwest::{Client, Method, Response};
use serde_json::{Value, json};
use url::form_urlencoded;

use crate::description::Description;

pub(crate) const EMPLOYEE: &str = "5a1e0000-0000-4000-8000-000000000001";
pub(crate) const MASTER_ADMIN: &str = "5a1e0000-0000-4000-8000-000000000003";
pub(crate) const SCIM: &str = "5a1e0000-0000-4000-8000-000000000005";
pub(crate) const JOINERS: &str = "5a1e0000-0000-4000-8000-000000000013";
pub(crate) const HOME: &str = "d1700000-0000-4000-8000-000000000001";
pub(crate) const FRANCE: &str = "d1700000-0000-4000-8000-000000000002";
pub(crate) const ADMINISTRATOR: &str = "a1e40000-0000-4000-8000-000000000001";
pub(crate) const CLIENTS: &str = "/api/v2/oauth/clients";

pub(crate) struct Bench {
    pub(crate) practice: Practice,
    pub(crate) http: Client,
    token: String,
    /// What every answer is held against; nothing where they are other on purpose.
    description: Option<Description>,
}

pub(crate) struct Reply {
    pub(crate) status: u16,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Value,
}

impl Reply {
    async fn read(response: Response) -> Self {
        let (status, headers) = (response.status().as_u16(), response.headers().clone());
        let text = response.text().await.expect("a body");
        Self { status, headers, body: serde_json::from_str(&text).unwrap_or(Value::String(text)) }
    }

    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    pub(crate) fn text(&self, member: &str) -> String {
        self.body[member].as_str().unwrap_or_default().to_owned()
    }

    /// Checks a refusal of the API, and that its correlation id is said twice.
    pub(crate) fn refused(&self, status: u16, code: &str) -> &Self {
        assert_eq!((self.status, self.body["code"].as_str()), (status, Some(code)), "{}", self.body);
        assert_eq!(self.body["contextId"], self.header("inin-correlation-id"));
        self
    }

    pub(crate) fn done(self) -> Self {
        assert!((200..300).contains(&self.status), "{} {}", self.status, self.body);
        self
    }
}

impl Bench {
    pub(crate) async fn open() -> Self {
        Self::playing(|_| {}).await
    }

    pub(crate) async fn playing(change: impl FnOnce(&mut Settings)) -> Self {
        // There is no person here to agree.
        let mut settings = Settings { approve_sign_ins_automatically: true, ..Settings::default() };
        change(&mut settings);
        let practice = Practice::start(Start { port: None, settings }).await.expect("it starts");
        let token = practice.user_token();
        let http = Client::builder().redirect(Policy::none()).build().expect("a client");
        Self { practice, http, token, description: Some(Description::read()) }
    }

    /// The same bench, on which answers are other than the description says: with faults, or from another time.
    pub(crate) fn unjudged(self) -> Self {
        Self { description: None, ..self }
    }

    /// The same bench, working with another token.
    pub(crate) fn with_token(&self, token: &str) -> BenchWith<'_> {
        BenchWith { bench: self, token: token.to_owned() }
    }

    pub(crate) fn change(&self, change: impl FnOnce(&mut Settings)) {
        let mut settings = self.practice.settings();
        change(&mut settings);
        self.practice.change_settings(settings);
    }

    pub(crate) async fn send(
        &self,
        method: &str,
        path: &str,
        body: Option<Value>,
    ) -> reqwest::Result<Response> {
        self.with_token(&self.token).send(method, path, body).await
    }

    pub(crate) async fn call(&self, method: &str, path: &str, body: Option<Value>) -> Reply {
        self.with_token(&self.token).call(method, path, body).await
    }

    pub(crate) async fn get(&self, path: &str) -> Reply {
        self.call("GET", path, None).await
    }

    pub(crate) async fn create(&self, body: Value) -> Reply {
        self.call("POST", CLIENTS, Some(body)).await
    }

    pub(crate) async fn put(&self, id: &str, body: Value) -> Reply {
        self.call("PUT", &format!("{CLIENTS}/{id}"), Some(body)).await
    }

    /// A request to the login host, which needs no token.
    pub(crate) async fn form(&self, members: &[(&str, &str)], basic: Option<(&str, &str)>) -> Reply {
        let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(members).finish();
        let request = self.http.post(format!("{}/oauth/token", self.practice.address())).body(body);
        let request = request.header(CONTENT_TYPE, "application/x-www-form-urlencoded");
        let request = match basic {
            Some((id, secret)) => request.basic_auth(id, Some(secret)),
            None => request,
        };
        Reply::read(request.send().await.expect("an answer")).await
    }

    pub(crate) async fn visit(&self, path: &str, query: &[(&str, &str)]) -> Reply {
        let query = form_urlencoded::Serializer::new(String::new()).extend_pairs(query).finish();
        let request = self.http.get(format!("{}{path}?{query}", self.practice.address()));
        Reply::read(request.send().await.expect("an answer")).await
    }

    /// A token of the administrator, from a code client with these scopes.
    pub(crate) async fn person_token(&self, scopes: &[&str]) -> String {
        let client = self.create(login(scopes)).await.done();
        let (id, secret) = (client.text("id"), client.text("secret"));
        let redirect = ("redirect_uri", "http://localhost");
        let question = [("client_id", id.as_str()), redirect, ("response_type", "code")];
        let page = self.visit("/oauth/authorize", &question).await;
        let address = url::Url::parse(page.header("location")).expect("an address");
        let code = address.query_pairs().find(|(name, _)| name == "code").expect("a code").1.into_owned();
        let form = [("grant_type", "authorization_code"), ("code", &code), redirect];
        self.form(&form, Some((&id, &secret))).await.done().text("access_token")
    }

    /// A token of the client that holds every role.
    pub(crate) async fn service_token(&self) -> String {
        let (id, secret) = (self.practice.client_id(), self.practice.client_secret());
        self.form(&[("grant_type", "client_credentials")], Some((&id, &secret)))
            .await
            .done()
            .text("access_token")
    }
}

pub(crate) struct BenchWith<'a> {
    bench: &'a Bench,
    token: String,
}

impl BenchWith<'_> {
    async fn send(&self, method: &str, path: &str, body: Option<Value>) -> reqwest::Result<Response> {
        let method = Method::from_bytes(method.as_bytes()).expect("a method");
        let address = format!("{}{path}", self.bench.practice.address());
        let mut request = self.bench.http.request(method, address).bearer_auth(&self.token);
        if let Some(body) = body {
            request = request.json(&body);
        }
        request.send().await
    }

    /// Sends it, and holds the answer against the description.
    pub(crate) async fn call(&self, method: &str, path: &str, body: Option<Value>) -> Reply {
        let reply = Reply::read(self.send(method, path, body).await.expect("an answer")).await;
        if let Some(description) = &self.bench.description {
            let found = description.judge(method, path, reply.status, &reply.body);
            assert!(found.is_empty(), "{method} {path} {}: {found:#?}\n{}", reply.status, reply.body);
        }
        reply
    }
}

/// A client-credentials client with these roles in the home division.
pub(crate) fn machine(roles: &[&str]) -> Value {
    let pairs: Vec<Value> = roles.iter().map(|role| json!({ "roleId": role, "divisionId": HOME })).collect();
    json!({ "name": "Bench", "authorizedGrantType": "CLIENT-CREDENTIALS", "roleDivisions": pairs })
}

/// An authorization-code client with the loopback redirect.
pub(crate) fn login(scopes: &[&str]) -> Value {
    json!({
        "name": "Bench", "authorizedGrantType": "CODE", "scope": scopes,
        "registeredRedirectUri": ["http://localhost", "https://crm.example/cb?a=1"],
    })
}

/// A body with some members changed.
pub(crate) fn but(mut body: Value, changes: Value) -> Value {
    for (member, value) in changes.as_object().expect("an object") {
        body[member] = value.clone();
    }
    body
}
