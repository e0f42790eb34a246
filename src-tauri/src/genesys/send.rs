//! One exchange: sends a request, limits the answer in size and time, and sorts every outcome into `ApiError`.
//! It must never repeat a write; reads are tried up to three times.

use std::time::Duration;

use jiff::Timestamp;
use reqwest::header::{ACCEPT_LANGUAGE, DATE, HeaderMap, RETRY_AFTER};
use reqwest::{Method, RequestBuilder, Response};
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::answers::{self, MAX_CLIENT, MAX_LIST, MAX_SMALL};
use super::error::{Answered, ApiError, Request};
use super::session::Session;
use super::unreachable::UnreachableReason;

const READ_ATTEMPTS: u32 = 3;
/// Wait when a 429 does not say how long, in seconds.
pub(super) const DEFAULT_WAIT: u32 = 60;

/// What a request does to the organization.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Effect {
    /// Nothing: it may be sent again.
    None,
    /// Something: it is sent once, and a lost answer leaves open whether it was done.
    Change,
}

/// How much an answer may take.
#[derive(Clone, Copy)]
pub(super) struct Room {
    /// Bytes, after decompression.
    pub(super) most: usize,
    /// Until it is there as a whole.
    pub(super) time: Duration,
}

/// A whole answer that says yes.
pub(super) struct Answer {
    pub(super) body: Vec<u8>,
    /// The server's clock.
    pub(super) date: Option<Timestamp>,
    request: Request,
    status: u16,
    correlation_id: Option<String>,
}

impl Answer {
    /// The error for a body that is not as expected, of a read.
    pub(super) fn unreadable(&self) -> ApiError {
        let (request, correlation_id) = (self.request.clone(), self.correlation_id.clone());
        ApiError::Unreadable { request, status: self.status, correlation_id }
    }
}

impl Session {
    /// Reads a path; `language` asks for texts in that language.
    pub(super) async fn read<T: DeserializeOwned>(
        &self,
        path: &str,
        language: Option<&str>,
    ) -> Result<T, ApiError> {
        let answer = self.get(path, language, Room { most: MAX_LIST, time: self.limits.answer }).await?;
        answers::parse(&answer.body, MAX_LIST).map_err(|_| answer.unreadable())
    }

    /// Reads the bytes of a path.
    pub(super) async fn get(
        &self,
        path: &str,
        language: Option<&str>,
        room: Room,
    ) -> Result<Answer, ApiError> {
        self.try_again(path, &Method::GET, room.most, || {
            let request = self.reads.get(self.endpoint.api(path)).timeout(room.time);
            match language {
                Some(language) => request.header(ACCEPT_LANGUAGE, language),
                None => request,
            }
        })
        .await
    }

    /// Asks with a body: a POST that changes nothing, and so is a read.
    pub(super) async fn ask(&self, path: &str, body: &Value, room: Room) -> Result<Answer, ApiError> {
        self.try_again(path, &Method::POST, room.most, || {
            self.reads.post(self.endpoint.api(path)).timeout(room.time).json(body)
        })
        .await
    }

    /// Sends a request that changes nothing, again when what stood in its way may pass.
    async fn try_again(
        &self,
        path: &str,
        method: &Method,
        most: usize,
        request: impl Fn() -> RequestBuilder,
    ) -> Result<Answer, ApiError> {
        let mut attempt = 1;
        loop {
            let outcome = self.exchange(request(), (method, Effect::None), path, most).await;
            let passing = match &outcome {
                Err(ApiError::Unreachable { reason, .. }) => reason.may_pass(),
                Err(ApiError::Refused { refusal, .. }) => refusal.status >= 500,
                _ => false,
            };
            if !passing || attempt == READ_ATTEMPTS {
                return outcome;
            }
            tokio::time::sleep(Duration::from_millis(150) * attempt).await;
            attempt += 1;
        }
    }

    /// Writes once. `read` gives what the answer says, or nothing when it does not fit. Whatever leaves it open
    /// whether the server acted is `ApiError::Ambiguous`.
    pub(super) async fn write<T>(
        &self,
        method: Method,
        path: &str,
        body: Option<&Value>,
        read: impl FnOnce(&[u8]) -> Option<T>,
    ) -> Result<Answered<T>, ApiError> {
        let mut request = self.writes.request(method.clone(), self.endpoint.api(path));
        if let Some(body) = body {
            request = request.json(body);
        }
        let answer = self.exchange(request, (&method, Effect::Change), path, MAX_CLIENT).await?;
        let Answer { body, request, status, correlation_id, .. } = answer;
        match read(&body) {
            Some(value) => Ok(Answered { value, status, correlation_id }),
            None => Err(ApiError::Ambiguous { request, status: Some(status), correlation_id }),
        }
    }

    async fn exchange(
        &self,
        request: RequestBuilder,
        (method, effect): (&Method, Effect),
        path: &str,
        most: usize,
    ) -> Result<Answer, ApiError> {
        let path = path.split('?').next().unwrap_or(path).to_owned();
        let place = Request { method: name_of(method), path };
        if let Some(retry_after_seconds) = self.pace.pause() {
            return Err(ApiError::RateLimited { request: place, retry_after_seconds, refusal: None });
        }
        let write = effect == Effect::Change;
        let response = match request.bearer_auth(self.token().expose()).send().await {
            Ok(response) => response,
            Err(error) => return Err(unsent(place, write, &error)),
        };
        self.pace.note(response.headers());
        let status = response.status().as_u16();
        let correlation_id = text_header(response.headers(), "inin-correlation-id");
        let date = date(response.headers());
        let wait = retry_after(response.headers());
        let most = if (200..=299).contains(&status) { most } else { MAX_SMALL };
        let body = limited_body(response, most).await;
        let body = match body {
            Ok(body) if (200..=299).contains(&status) => {
                return Ok(Answer { body, date, request: place, status, correlation_id });
            }
            body => body,
        };
        let error = sort(place, write, status, correlation_id, wait, body);
        if let ApiError::RateLimited { retry_after_seconds, .. } = &error {
            self.pace.wait(*retry_after_seconds);
        }
        Err(error)
    }
}

/// The error of a request that got no answer. Only one that had no connection is certain not to have arrived.
fn unsent(request: Request, write: bool, error: &reqwest::Error) -> ApiError {
    if write && !error.is_connect() && !error.is_builder() {
        return ApiError::Ambiguous { request, status: None, correlation_id: None };
    }
    ApiError::Unreachable { request, reason: UnreachableReason::of(error) }
}

/// The error of an answer that says no, or that is not whole. For a write, whatever is not a clear no of Genesys
/// Cloud itself leaves it open: a proxy can put a page of its own in the place of an answer.
fn sort(
    request: Request,
    write: bool,
    status: u16,
    correlation_id: Option<String>,
    wait: Option<u32>,
    body: Result<Vec<u8>, BodyError>,
) -> ApiError {
    let mut refusal = Box::new(answers::error_body(status, body.as_deref().unwrap_or_default()));
    refusal.correlation_id = correlation_id.clone().or(refusal.correlation_id);
    let clear = !refusal.code.is_empty() || !refusal.message.is_empty();
    match (status, body) {
        (429, _) => {
            let retry_after_seconds = wait.unwrap_or(DEFAULT_WAIT);
            ApiError::RateLimited { request, retry_after_seconds, refusal: Some(refusal) }
        }
        // 408 and 499 say that somebody on the way stopped waiting.
        (400..=407 | 409..=498, _) if write && clear => ApiError::Refused { request, refusal },
        _ if write => ApiError::Ambiguous { request, status: Some(status), correlation_id },
        (400..=599, _) => ApiError::Refused { request, refusal },
        (200..=299, Err(BodyError::Broken(reason))) => ApiError::Unreachable { request, reason },
        _ => ApiError::Unreadable { request, status, correlation_id },
    }
}

fn name_of(method: &Method) -> &'static str {
    match *method {
        Method::GET => "GET",
        Method::POST => "POST",
        Method::PUT => "PUT",
        Method::DELETE => "DELETE",
        _ => "?",
    }
}

pub(super) fn text_header(headers: &HeaderMap, name: &str) -> Option<String> {
    headers.get(name).and_then(|value| value.to_str().ok()).map(str::to_owned)
}

/// What time it is at the server.
fn date(headers: &HeaderMap) -> Option<Timestamp> {
    answers::http_date(&text_header(headers, DATE.as_str())?)
}

/// How long the server asks to wait, in seconds, as far as that is believed.
#[allow(
    clippy::disallowed_methods,
    reason = "the clock for a server that does not say what time it is there"
)]
pub(super) fn retry_after(headers: &HeaderMap) -> Option<u32> {
    let now = date(headers).unwrap_or_else(Timestamp::now);
    answers::retry_after(&text_header(headers, RETRY_AFTER.as_str())?, now)
}

/// Why there is no body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum BodyError {
    /// It is larger than any real answer.
    TooLarge,
    /// It cannot be decompressed.
    Corrupt,
    /// It was cut, or did not come in time.
    Broken(UnreachableReason),
}

/// The body, as long as it is no larger than any real answer.
pub(super) async fn limited_body(mut response: Response, most: usize) -> Result<Vec<u8>, BodyError> {
    let mut body = Vec::new();
    loop {
        match response.chunk().await {
            Ok(Some(chunk)) if body.len() + chunk.len() > most => return Err(BodyError::TooLarge),
            Ok(Some(chunk)) => body.extend_from_slice(&chunk),
            Ok(None) => return Ok(body),
            Err(error) if UnreachableReason::is_corrupt(&error) => return Err(BodyError::Corrupt),
            Err(error) => return Err(BodyError::Broken(UnreachableReason::of(&error))),
        }
    }
}
