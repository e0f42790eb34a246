//! What is answered in place of the right answer when a fault concerns a request.
//! Must never change the organization: only whether the request reaches it, and what is told of it.

use axum::Json;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use serde_json::{Value, json};

use super::chance;
use super::fault::FaultKind;
use super::org::Org;
use super::refusal::{OAuthError, Refusal};
use super::settings::RetryAfterStyle;

/// The answer of a fault that stops a request before anything is carried out.
pub(super) fn before(kind: &FaultKind, style: RetryAfterStyle, path: &str) -> Option<Response> {
    match kind {
        FaultKind::RateLimited { .. } | FaultKind::RetryAfterText { .. } if !path.starts_with("/api/") => {
            let description = "request rate limit exceeded, try again later";
            Some(OAuthError::new("invalid_request", description).into_response())
        }
        FaultKind::RateLimited { retry_after_seconds } => {
            Some(too_many(style, *retry_after_seconds).into_response())
        }
        FaultKind::RetryAfterText { text } => {
            let refusal = too_many(RetryAfterStyle::Absent, 0);
            Some(refusal.retry_after(HeaderValue::from_str(text).ok()).into_response())
        }
        FaultKind::Unreadable => {
            Some(Html("<!doctype html><title>Welcome</title><p>Sign in to use this network.").into_response())
        }
        FaultKind::ServerError => {
            let message = "The service is temporarily unavailable";
            let refusal = Refusal::new(StatusCode::SERVICE_UNAVAILABLE, "service.unavailable", message);
            Some(refusal.into_response())
        }
        FaultKind::StatusBefore { status } => Some(proxy(*status)),
        // Neither reaches anybody.
        FaultKind::ServerGone | FaultKind::StallBefore => {
            Some(StatusCode::SERVICE_UNAVAILABLE.into_response())
        }
        _ => None,
    }
}

/// The right answer, spoilt. `another` finds the client to answer for instead of the one with this id.
pub(super) async fn after(
    kind: &FaultKind,
    answer: Response,
    another: impl FnOnce(&str) -> Option<Value>,
) -> Response {
    match kind {
        FaultKind::StatusAfter { status } => proxy(*status),
        FaultKind::WrongShape => wrong_shape(),
        FaultKind::Truncated => {
            let (mut parts, body) = answer.into_parts();
            let bytes = to_bytes(body, usize::MAX).await.unwrap_or_default();
            parts.headers.remove(header::CONTENT_LENGTH);
            Response::from_parts(parts, Body::from(bytes.slice(..bytes.len() / 2)))
        }
        FaultKind::AnsweredForAnother { only_id } => {
            let (mut parts, body) = answer.into_parts();
            let bytes = to_bytes(body, usize::MAX).await.unwrap_or_default();
            let right = serde_json::from_slice(&bytes).unwrap_or_default();
            let wrong = match mistaken(&right, *only_id, another) {
                Some(wrong) => wrong.to_string().into(),
                None => bytes,
            };
            parts.headers.remove(header::CONTENT_LENGTH);
            Response::from_parts(parts, Body::from(wrong))
        }
        _ => answer,
    }
}

/// The client that another is taken for: the newest, as when answers to two creates are mixed up.
pub(super) fn another(org: &Org, id: &str) -> Option<Value> {
    org.clients.iter().rev().find(|client| client.id != id).map(super::client::Client::json)
}

/// Nothing when the answer is not that of one client.
fn mistaken(right: &Value, only_id: bool, another: impl FnOnce(&str) -> Option<Value>) -> Option<Value> {
    let mut other = another(right["id"].as_str()?)?;
    if only_id {
        let mut wrong = right.clone();
        wrong["id"] = other["id"].take();
        return Some(wrong);
    }
    if right["secret"].is_string() {
        other["secret"] = Value::String(chance::secret().ok()?);
    }
    Some(other)
}

/// As proxies word it: a page where they could not reach the server, and bare JSON otherwise.
fn proxy(status: u16) -> Response {
    let status = StatusCode::from_u16(status).ok().filter(|status| !status.is_informational());
    let status = status.unwrap_or(StatusCode::BAD_GATEWAY);
    let reason = status.canonical_reason().unwrap_or("Unknown");
    let mut answer = match status.as_u16() {
        408 | 429 | 500 => (status, Json(json!({ "message": reason }))).into_response(),
        number => {
            let title = format!("<title>{number} {reason}</title>");
            (status, Html(format!("<html><head>{title}</head><body><h1>{reason}</h1></body></html>")))
                .into_response()
        }
    };
    if status.is_redirection() {
        answer.headers_mut().insert(header::LOCATION, HeaderValue::from_static("/portal"));
    }
    answer
}

fn wrong_shape() -> Response {
    let body = json!({
        "id": 7, "name": ["a"], "secret": {}, "authorizedGrantType": null, "scope": "oauth",
        "entities": { "first": 1 }, "total": "many", "access_token": false, "expires_in": "soon",
    });
    Json(body).into_response()
}

/// A refusal for too many requests, in this style.
pub(super) fn too_many(style: RetryAfterStyle, seconds: u32) -> Refusal {
    let status = StatusCode::TOO_MANY_REQUESTS;
    match style {
        RetryAfterStyle::Seconds => {
            let message = "Rate limit exceeded. Retry the request in {seconds} seconds";
            Refusal::new(status, "too.many.requests.retry.after", message)
                .with("seconds", seconds.to_string())
                .retry_after(Some(seconds.into()))
        }
        RetryAfterStyle::Absent => Refusal::new(status, "too.many.requests", "Rate limit exceeded."),
    }
}
