//! One exchange: sends a request, limits the answer in size and time, and sorts every outcome into `ApiError`.
//! It must never repeat a write; reads are tried up to three times.

use std::collections::BTreeMap;
use std::time::Duration;

use reqwest::header::{ACCEPT_LANGUAGE, HeaderMap};
use reqwest::{Method, RequestBuilder, Response};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::error::{ApiError, Refusal, Request};
use super::session::Session;
use super::unreachable::UnreachableReason;

/// Largest answer that is read, in bytes: about 30,000 clients.
const MAX_ANSWER: usize = 32 * 1024 * 1024;
const READ_ATTEMPTS: u32 = 3;
/// Wait when a 429 does not say how long, in seconds.
pub(super) const DEFAULT_WAIT: u32 = 60;
/// Longest wait that is believed, in seconds.
const MAX_WAIT: u32 = 900;

impl Session {
    /// Reads a path; `language` asks for texts in that language.
    pub(super) async fn read<T: DeserializeOwned>(
        &self,
        path: &str,
        language: Option<&str>,
    ) -> Result<T, ApiError> {
        let mut attempt = 1;
        loop {
            let mut request = self.reads.get(self.endpoint.api(path)).bearer_auth(self.token.expose());
            if let Some(language) = language {
                request = request.header(ACCEPT_LANGUAGE, language);
            }
            let outcome = exchange(request, &Method::GET, path).await;
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

    /// Writes once. Whatever leaves it open whether the server acted is `ApiError::Ambiguous`.
    pub(super) async fn write<T: DeserializeOwned>(
        &self,
        method: Method,
        path: &str,
        body: Option<&Value>,
    ) -> Result<T, ApiError> {
        let mut request =
            self.writes.request(method.clone(), self.endpoint.api(path)).bearer_auth(self.token.expose());
        if let Some(body) = body {
            request = request.json(body);
        }
        exchange(request, &method, path).await
    }
}

async fn exchange<T: DeserializeOwned>(
    request: RequestBuilder,
    method: &Method,
    path: &str,
) -> Result<T, ApiError> {
    let place = Request { method: name_of(method), path: path.split('?').next().unwrap_or(path).to_owned() };
    let write = *method != Method::GET;
    let response = match request.send().await {
        Ok(response) => response,
        Err(error) if write && !error.is_connect() => {
            return Err(ApiError::Ambiguous { request: place, status: None, correlation_id: None });
        }
        Err(error) => {
            let reason = UnreachableReason::of(&error);
            return Err(ApiError::Unreachable { request: place, reason });
        }
    };
    let status = response.status().as_u16();
    let correlation_id = text_header(response.headers(), "inin-correlation-id");
    let wait = retry_after(response.headers());
    let body = limited_body(response, MAX_ANSWER).await;
    let unclear = |request| match write {
        true => ApiError::Ambiguous { request, status: Some(status), correlation_id: correlation_id.clone() },
        false => ApiError::Unreadable { request, status, correlation_id: correlation_id.clone() },
    };
    match status {
        200..=299 => {
            let body = body.filter(|bytes| !bytes.is_empty()).unwrap_or_else(|| b"null".to_vec());
            serde_json::from_slice(&body).map_err(|_| unclear(place))
        }
        300..=399 => Err(ApiError::Unreadable { request: place, status, correlation_id }),
        408 | 500..=599 if write => Err(unclear(place)),
        429 => {
            let refusal = refusal(status, correlation_id, body.as_deref());
            let retry_after_seconds = wait.unwrap_or(DEFAULT_WAIT);
            Err(ApiError::RateLimited { request: place, retry_after_seconds, refusal })
        }
        _ => Err(ApiError::Refused {
            refusal: refusal(status, correlation_id, body.as_deref()),
            request: place,
        }),
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

/// How long the server asks to wait, in seconds, as far as that is believed.
pub(super) fn retry_after(headers: &HeaderMap) -> Option<u32> {
    let wait: Option<u32> = text_header(headers, "retry-after").and_then(|value| value.trim().parse().ok());
    wait.map(|wait| wait.min(MAX_WAIT))
}

/// The body, or `None` when it was cut or is larger than any real answer.
pub(super) async fn limited_body(mut response: Response, most: usize) -> Option<Vec<u8>> {
    let mut body = Vec::new();
    while let Some(chunk) = response.chunk().await.ok()? {
        if body.len() + chunk.len() > most {
            return None;
        }
        body.extend_from_slice(&chunk);
    }
    Some(body)
}

#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
struct ErrorBodyJson {
    code: Option<String>,
    message: Option<String>,
    message_params: Option<BTreeMap<String, Value>>,
    context_id: Option<String>,
    limit: Option<LimitJson>,
}

#[derive(Deserialize)]
struct LimitJson {
    value: Option<u32>,
}

fn refusal(status: u16, correlation_id: Option<String>, body: Option<&[u8]>) -> Box<Refusal> {
    let json: ErrorBodyJson = body.and_then(|body| serde_json::from_slice(body).ok()).unwrap_or_default();
    let as_text = |value: Value| match value {
        Value::String(text) => text,
        other => other.to_string(),
    };
    let params = json.message_params.unwrap_or_default();
    Box::new(Refusal {
        status,
        code: json.code.unwrap_or_default(),
        message: json.message.unwrap_or_default(),
        params: params.into_iter().map(|(name, value)| (name, as_text(value))).collect(),
        correlation_id: correlation_id.or(json.context_id),
        limit: json.limit.and_then(|limit| limit.value),
    })
}
