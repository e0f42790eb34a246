//! The front desk every request passes: faults, size, token, rate, correlation id, and the record of what
//! came.
//! Must never know what a path does, and never keep a body or a token.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use axum::Json;
use axum::body::{Body, Bytes, HttpBody, to_bytes};
use axum::extract::{ConnectInfo, Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use jiff::Timestamp;
use serde_json::Value;

use super::chance;
use super::clock::http_date;
use super::fault::FaultKind;
use super::fault_answers;
use super::org::Org;
use super::rate::Rate;
use super::refusal::Refusal;
use super::squeeze;
use super::watch::{Arrival, Watcher};
use super::wire::{Cut, Scissors};

/// What most handlers answer.
pub(super) type Answer = Result<Json<Value>, Refusal>;

/// What those answer whose answer is written out at once.
pub(super) type Written = Result<Response, Refusal>;

/// The largest request body, `request.bytes.max` of section 11.4.
const LARGEST_BODY: usize = 512_000;

/// The organization, shared by all requests, and who watches them.
#[derive(Clone)]
pub(super) struct House {
    org: Arc<Mutex<Org>>,
    watchers: Arc<Mutex<Vec<Watcher>>>,
}

impl House {
    pub(super) fn new(org: Org) -> Self {
        Self { org: Arc::new(Mutex::new(org)), watchers: Arc::default() }
    }

    pub(super) fn open(&self) -> MutexGuard<'_, Org> {
        self.org.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn watch(&self, watcher: Watcher) {
        self.watchers.lock().unwrap_or_else(PoisonError::into_inner).push(watcher);
    }

    /// Nothing is locked while the watchers look.
    fn show(&self, arrival: &Arrival) {
        let watchers = self.watchers.lock().unwrap_or_else(PoisonError::into_inner).clone();
        for watcher in watchers {
            watcher(arrival);
        }
    }
}

pub(super) async fn receive(
    State(house): State<House>,
    ConnectInfo(scissors): ConnectInfo<Scissors>,
    request: Request,
    next: Next,
) -> Response {
    let (method, path) = (request.method().as_str().to_owned(), request.uri().path().to_owned());
    let context_id = chance::id().unwrap_or_default();
    let (parts, body) = request.into_parts();
    let (mut rate, mut fault) = (None, None);
    let answer = match to_bytes(body, LARGEST_BODY).await {
        Err(_) => Err(too_large()),
        Ok(body) => {
            house.show(&Arrival { method: method.clone(), path: path.clone(), body: body.to_vec() });
            fault = house.open().take_fault(&method, &path);
            answer(&house, fault.as_ref(), (parts, body), next, &mut rate).await
        }
    };
    let answer = answer.unwrap_or_else(IntoResponse::into_response);
    let mut answer = match answer.extensions().get::<Refusal>() {
        Some(refusal) => refusal.render(&context_id),
        None => answer,
    };
    if let Some(kind) = &fault {
        answer = fault_answers::after(kind, answer, |id| fault_answers::another(&house.open(), id)).await;
    }
    if fault.is_none() {
        squeeze::allow(&mut answer);
    }
    let stalls = fault.as_ref().is_some_and(FaultKind::stalls);
    let cut = fault.as_ref().and_then(FaultKind::cut);
    let whole = cut.is_none() && !stalls;
    {
        let mut org = house.open();
        stamp(answer.headers_mut(), &context_id, rate, org.clock().now());
        org.note(method, path, if whole { answer.status().as_u16() } else { 0 });
    }
    if let Some(cut) = cut {
        scissors.cut(within(cut, &answer));
    }
    if stalls {
        // The server drops this when the client goes.
        std::future::pending::<()>().await;
    }
    answer
}

/// The same cut, or one at the end of a body that is shorter: the connection closes in any case.
fn within(cut: Cut, answer: &Response) -> Cut {
    let length = answer.body().size_hint().exact().and_then(|length| u32::try_from(length).ok());
    match (cut, length) {
        (Cut::Body(bytes), Some(length)) => Cut::Body(bytes.min(length)),
        _ => cut,
    }
}

fn too_large() -> Refusal {
    let message = "The request is larger than {limit} bytes";
    let refusal = Refusal::new(StatusCode::PAYLOAD_TOO_LARGE, "request.entity.too.large", message);
    refusal.with("limit", LARGEST_BODY.to_string())
}

/// Lets a request in once faults, its token and its rate allow it, and carries it out.
async fn answer(
    house: &House,
    fault: Option<&FaultKind>,
    (mut parts, body): (Parts, Bytes),
    next: Next,
    rate: &mut Option<Rate>,
) -> Result<Response, Refusal> {
    let path = parts.uri.path();
    let style = house.open().settings.retry_after;
    if let Some(answer) = fault.and_then(|kind| fault_answers::before(kind, style, path)) {
        return Ok(answer);
    }
    if path.starts_with("/api/") {
        let mut org = house.open();
        let caller = org.authenticate(bearer(&parts.headers)?)?;
        if org.settings.refuse_address {
            return Err(address_refused());
        }
        let counted = org.count(&caller);
        drop(org);
        *rate = Some(counted);
        if counted.count > counted.allowed {
            return Err(fault_answers::too_many(style, counted.reset));
        }
        parts.extensions.insert(caller);
    }
    if fault == Some(&FaultKind::Replayed) {
        next.clone().run(Request::from_parts(parts.clone(), Body::from(body.clone()))).await;
    }
    Ok(next.run(Request::from_parts(parts, Body::from(body))).await)
}

/// In the words of the description; the address is one that is reserved for examples.
fn address_refused() -> Refusal {
    let message = "Requests originating from this IP address are not authorized: [{address}]";
    Refusal::new(StatusCode::UNAUTHORIZED, "ip.not.authorized", message).with("address", "203.0.113.24")
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

fn stamp(headers: &mut HeaderMap, context_id: &str, rate: Option<Rate>, now: Timestamp) {
    if let Ok(value) = HeaderValue::from_str(&http_date(now)) {
        headers.insert(header::DATE, value);
    }
    if let Ok(value) = HeaderValue::from_str(context_id) {
        headers.insert("inin-correlation-id", value);
    }
    if let Some(rate) = rate {
        headers.insert("inin-ratelimit-count", rate.count.into());
        headers.insert("inin-ratelimit-allowed", rate.allowed.into());
        headers.insert("inin-ratelimit-reset", rate.reset.into());
    }
}
