//! Sends what our own client refuses to send, once each, at a pace, and writes down what was sent and what came.
//! Must never write a secret or a token down, nor send the same request twice.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use latchkey::domain::secret::Secret;
use latchkey::genesys::endpoint::Endpoint;
use reqwest::header::{ACCEPT_LANGUAGE, HeaderMap, LOCATION};
use reqwest::redirect::Policy;
use reqwest::{Client, Method};
use serde_json::Value;

/// Why a question cannot go on.
#[derive(Debug)]
pub(crate) enum Halt {
    /// The person asked to stop.
    Stopped,
    /// There was no answer, or something is missing that the question needs.
    Lost(String),
}

/// What was sent and what came, as the report shows it.
pub(crate) struct Exchange {
    pub(crate) sent: String,
    pub(crate) came: String,
    pub(crate) members: String,
    pub(crate) correlation_id: String,
}

/// An answer, without its secret.
pub(crate) struct Came {
    pub(crate) status: u16,
    pub(crate) body: Value,
    pub(crate) secret: Option<Arc<Secret>>,
    /// Where it sends a browser: without the query, which may hold a code.
    pub(crate) location: String,
}

impl Came {
    pub(crate) fn is_success(&self) -> bool {
        (200..300).contains(&self.status)
    }

    pub(crate) fn text(&self, member: &str) -> &str {
        self.body[member].as_str().unwrap_or_default()
    }

    /// Status, code and message.
    pub(crate) fn said(&self) -> String {
        let words = [self.text("code"), self.text("error"), self.text("message"), self.text("description")];
        let words: Vec<&str> =
            words.into_iter().filter(|word| !word.is_empty() && !self.is_success()).collect();
        format!("{} {}", self.status, words.join(", ")).trim_end().to_owned()
    }
}

/// The raw sender.
pub(crate) struct Sender {
    http: Client,
    endpoint: Endpoint,
    token: Arc<Secret>,
    /// Between two requests: the limit is 300 in a minute.
    pace: Duration,
    stop: Arc<AtomicBool>,
    /// What the report must not show.
    pub(crate) known: Vec<Arc<Secret>>,
    pub(crate) exchanges: Vec<Exchange>,
}

impl Sender {
    pub(crate) fn new(
        endpoint: Endpoint,
        token: Arc<Secret>,
        pace: Duration,
        stop: Arc<AtomicBool>,
    ) -> Result<Self, reqwest::Error> {
        let http = Client::builder()
            .user_agent(concat!("Latchkey trial/", env!("CARGO_PKG_VERSION")))
            .redirect(Policy::none())
            .retry(reqwest::retry::never())
            .timeout(Duration::from_secs(60));
        let http = if endpoint.is_practice() { http.no_proxy() } else { http.https_only(true) };
        let known = vec![Arc::clone(&token)];
        Ok(Self { http: http.build()?, endpoint, token, pace, stop, known, exchanges: Vec::new() })
    }

    pub(crate) async fn get(&mut self, path: &str) -> Result<Came, Halt> {
        self.send(Method::GET, path, None).await
    }

    pub(crate) async fn send(
        &mut self,
        method: Method,
        path: &str,
        body: Option<&Value>,
    ) -> Result<Came, Halt> {
        let token = Arc::clone(&self.token);
        self.send_with(&token, "", method, path, body).await
    }

    /// The same with another token, which the report calls by a name.
    pub(crate) async fn send_with(
        &mut self,
        token: &Secret,
        whose: &str,
        method: Method,
        path: &str,
        body: Option<&Value>,
    ) -> Result<Came, Halt> {
        self.wait().await?;
        let request = self.http.request(method.clone(), self.endpoint.api(path)).bearer_auth(token.expose());
        let request = match body {
            Some(body) => request.json(body),
            None => request,
        };
        let whose = if whose.is_empty() { String::new() } else { format!(" ({whose})") };
        let shown = body.map(|body| format!(" {}", shortened(body))).unwrap_or_default();
        self.receive(format!("{method} {path}{whose}{shown}"), request).await
    }

    pub(crate) async fn get_in(&mut self, language: &str, path: &str) -> Result<Came, Halt> {
        self.wait().await?;
        let request = self.http.get(self.endpoint.api(path)).bearer_auth(self.token.expose());
        self.receive(format!("GET {path} ({language})"), request.header(ACCEPT_LANGUAGE, language)).await
    }

    /// Visits a page of the login host as a browser would, without a token.
    pub(crate) async fn visit(&mut self, path: &str) -> Result<Came, Halt> {
        self.wait().await?;
        let request = self.http.get(self.endpoint.login(path));
        self.receive(format!("login host: GET {path}"), request).await
    }

    async fn wait(&self) -> Result<(), Halt> {
        if self.stop.load(Ordering::Relaxed) {
            return Err(Halt::Stopped);
        }
        if !self.pace.is_zero() {
            tokio::time::sleep(self.pace).await;
        }
        Ok(())
    }

    async fn receive(&mut self, sent: String, request: reqwest::RequestBuilder) -> Result<Came, Halt> {
        let answer = match request.send().await {
            Ok(answer) => answer,
            Err(error) => return Err(self.lost(sent, &error)),
        };
        let (status, headers) = (answer.status().as_u16(), answer.headers().clone());
        let text = match answer.text().await {
            Ok(text) => text,
            Err(error) => return Err(self.lost(sent, &error)),
        };
        let mut body: Value = serde_json::from_str(&text).unwrap_or_default();
        let secret = body.as_object_mut().and_then(|members| members.remove("secret"));
        let secret = secret.and_then(|secret| Some(Arc::new(Secret::new(secret.as_str()?.to_owned()))));
        self.known.extend(secret.iter().cloned());
        let header = |name: &str| header(&headers, name);
        let location = header(LOCATION.as_str()).split('?').next().unwrap_or_default().to_owned();
        let came = Came { status, body, secret, location };
        let members = members(&came.body, came.secret.is_some());
        let place = if came.location.is_empty() { String::new() } else { format!(" to {}", came.location) };
        let correlation_id = header("inin-correlation-id");
        self.exchanges.push(Exchange { sent, came: came.said() + &place, members, correlation_id });
        Ok(came)
    }

    fn lost(&mut self, sent: String, error: &reqwest::Error) -> Halt {
        let why = if error.is_timeout() { "no answer in time" } else { "no answer" };
        let (came, members, correlation_id) = (why.to_owned(), String::new(), String::new());
        self.exchanges.push(Exchange { sent, came, members, correlation_id });
        Halt::Lost(why.to_owned())
    }
}

fn header(headers: &HeaderMap, name: &str) -> String {
    headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default().to_owned()
}

/// The names of an answer's members; of a list, those of its first entry too. Values stay out.
fn members(body: &Value, secret: bool) -> String {
    let names = |value: &Value| -> Vec<String> {
        value.as_object().map(|members| members.keys().cloned().collect()).unwrap_or_default()
    };
    let mut all = names(body);
    all.extend(names(&body["entities"][0]).into_iter().map(|name| format!("entities[].{name}")));
    if secret {
        all.push("secret".to_owned());
    }
    all.join(", ")
}

/// A body with its long texts cut.
fn shortened(body: &Value) -> String {
    let cut = |text: &str| match text.char_indices().nth(80) {
        Some((end, _)) => format!("{}… ({} characters)", &text[..end], text.chars().count()),
        None => text.to_owned(),
    };
    let Some(members) = body.as_object() else { return body.to_string() };
    let short = |value: &Value| value.as_str().map_or_else(|| value.clone(), |text| Value::String(cut(text)));
    Value::Object(members.iter().map(|(name, value)| (name.clone(), short(value))).collect()).to_string()
}
