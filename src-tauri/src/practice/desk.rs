//! The front desk every request passes: faults, size, token, rate, correlation id, and the record of what
//! came.
//! Must never know what a path does, and never keep a body or a token.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use axum::Json;
use axum::body::{Body, to_bytes};
use axum::extract::{ConnectInfo, Request, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{Html, IntoResponse, Response};
use serde_json::Value;

use super::chance;
use super::org::Org;
use super::rate::Rate;
use super::refusal::{OAuthError, Refusal};
use super::settings::{FaultKind, RetryAfterStyle};
use super::wire::Scissors;

/// What most handlers answer.
pub(super) type Answer = Result<Json<Value>, Refusal>;

/// The largest request body, `request.bytes.max` of section 11.4.
const LARGEST_BODY: usize = 512_000;

/// The organization, shared by all requests.
#[derive(Clone)]
pub(super) struct House(Arc<Mutex<Org>>);

impl House {
    pub(super) fn new(org: Org) -> Self {
        Self(Arc::new(Mutex::new(org)))
    }

    pub(super) fn open(&self) -> MutexGuard<'_, Org> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

pub(super) async fn receive(
    State(house): State<House>,
    ConnectInfo(scissors): ConnectInfo<Scissors>,
    request: Request,
    next: Next,
) -> Response {
    let method = request.method().as_str().to_owned();
    let path = request.uri().path().to_owned();
    let context_id = chance::id().unwrap_or_default();
    let fault = house.open().take_fault(&method, &path);
    let mut rate = None;
    let early = fault.and_then(|kind| spoil(&house, kind, &path));
    let answer = match early {
        Some(answer) => answer,
        None => admit(&house, request, next, &mut rate).await.unwrap_or_else(IntoResponse::into_response),
    };
    let mut answer = match answer.extensions().get::<Refusal>() {
        Some(refusal) => refusal.render(&context_id),
        None => answer,
    };
    if fault == Some(FaultKind::Truncated) {
        answer = halve(answer).await;
    }
    let gone = matches!(fault, Some(FaultKind::ServerGone | FaultKind::CutAfterStore));
    if gone {
        scissors.cut();
    }
    stamp(answer.headers_mut(), &context_id, rate);
    house.open().note(method, path, if gone { 0 } else { answer.status().as_u16() });
    answer
}

/// The answer of a fault that stops a request before anything is carried out.
fn spoil(house: &House, kind: FaultKind, path: &str) -> Option<Response> {
    match kind {
        FaultKind::RateLimited { .. } if !path.starts_with("/api/") => {
            let description = "request rate limit exceeded, try again later";
            Some(OAuthError::new("invalid_request", description).into_response())
        }
        FaultKind::RateLimited { retry_after_seconds } => {
            let style = house.open().settings.retry_after;
            Some(too_many(style, retry_after_seconds).into_response())
        }
        FaultKind::ServerGone => Some(StatusCode::SERVICE_UNAVAILABLE.into_response()),
        FaultKind::Unreadable => {
            Some(Html("<!doctype html><title>Welcome</title><p>Sign in to use this network.").into_response())
        }
        FaultKind::ServerError => {
            let message = "The service is temporarily unavailable";
            let refusal = Refusal::new(StatusCode::SERVICE_UNAVAILABLE, "service.unavailable", message);
            Some(refusal.into_response())
        }
        FaultKind::CutAfterStore | FaultKind::Truncated => None,
    }
}

/// Lets a request in once its size, its token and its rate allow it, and carries it out.
async fn admit(
    house: &House,
    request: Request,
    next: Next,
    rate: &mut Option<Rate>,
) -> Result<Response, Refusal> {
    let (mut parts, body) = request.into_parts();
    let Ok(bytes) = to_bytes(body, LARGEST_BODY).await else {
        let message = "The request is larger than {limit} bytes";
        let refusal = Refusal::new(StatusCode::PAYLOAD_TOO_LARGE, "request.entity.too.large", message);
        return Err(refusal.with("limit", LARGEST_BODY.to_string()));
    };
    if parts.uri.path().starts_with("/api/") {
        let mut org = house.open();
        let caller = org.authenticate(bearer(&parts.headers)?)?;
        let style = org.settings.retry_after;
        let counted = org.count(&caller);
        drop(org);
        *rate = Some(counted);
        if counted.count > counted.allowed {
            return Err(too_many(style, counted.reset));
        }
        parts.extensions.insert(caller);
    }
    Ok(next.run(Request::from_parts(parts, Body::from(bytes))).await)
}

fn bearer(headers: &HeaderMap) -> Result<&str, Refusal> {
    let value = headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
    let (scheme, token) = value.and_then(|value| value.split_once(' ')).unwrap_or_default();
    if !scheme.eq_ignore_ascii_case("bearer") || token.trim().is_empty() {
        let message = "No authentication bearer token specified in authorization header.";
        return Err(Refusal::new(StatusCode::UNAUTHORIZED, "authentication.required", message));
    }
    Ok(token.trim())
}

fn too_many(style: RetryAfterStyle, seconds: u32) -> Refusal {
    let status = StatusCode::TOO_MANY_REQUESTS;
    match style {
        RetryAfterStyle::Seconds => {
            let message = "Rate limit exceeded. Retry the request in {seconds} seconds";
            Refusal::new(status, "too.many.requests.retry.after", message)
                .with("seconds", seconds.to_string())
                .retry_after(Some(seconds))
        }
        RetryAfterStyle::Absent => Refusal::new(status, "too.many.requests", "Rate limit exceeded."),
    }
}

async fn halve(answer: Response) -> Response {
    let (mut parts, body) = answer.into_parts();
    let bytes = to_bytes(body, usize::MAX).await.unwrap_or_default();
    parts.headers.remove(header::CONTENT_LENGTH);
    Response::from_parts(parts, Body::from(bytes.slice(..bytes.len() / 2)))
}

fn stamp(headers: &mut HeaderMap, context_id: &str, rate: Option<Rate>) {
    if let Ok(value) = HeaderValue::from_str(context_id) {
        headers.insert("inin-correlation-id", value);
    }
    if let Some(rate) = rate {
        headers.insert("inin-ratelimit-count", rate.count.into());
        headers.insert("inin-ratelimit-allowed", rate.allowed.into());
        headers.insert("inin-ratelimit-reset", rate.reset.into());
    }
}
