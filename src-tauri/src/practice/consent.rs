//! The page where a person agrees that a client may act for them, and what their answer leads to.
//! Must never act on an answer that was not given on a page made here, nor on the same page twice.

use std::collections::HashMap;
use std::time::{Duration, Instant};

use axum::extract::{Form, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::Deserialize;
use sha2::{Digest, Sha256};
use url::{Origin, Url};

use super::authorize::{self, Asked};
use super::chance;
use super::consent_words::{ENGLISH, FRENCH, Words, escape};
use super::desk::House;
use super::org::Org;
use super::scopes::wants_french;

/// How long a page waits for its answer.
const LIFE: Duration = Duration::from_secs(600);
/// How many pages wait at one time; the oldest gives way.
const MOST_WAITING: usize = 50;

/// A question that waits for its answer.
pub(super) struct Question {
    asked: Asked,
    target: Url,
    made: Instant,
}

/// The form of the page.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Reply {
    request: String,
    answer: String,
}

const STYLE: &str = ":root{color-scheme:light dark;font:1rem/1.5 system-ui,sans-serif}\
    body{max-width:32rem;margin:10vh auto;padding:0 1.5rem}h1{font-size:1.375rem;margin:0 0 1rem}\
    .note{margin:0 0 1.5rem;padding:.5rem .75rem;border:1px solid #8886;border-radius:.5rem}\
    form{display:flex;gap:.75rem;flex-wrap:wrap;margin-top:1.5rem}\
    button{font:inherit;padding:.5rem 1.25rem;border-radius:.5rem;border:1px solid #888;\
    background:Canvas;color:CanvasText;cursor:pointer}\
    button.allow{background:#1d4ed8;border-color:#1d4ed8;color:#fff}";

/// Puts the question to the person in front of the browser.
pub(super) fn ask(org: &mut Org, headers: &HeaderMap, asked: Asked, target: Url) -> Response {
    let Ok(id) = chance::secret() else {
        return (StatusCode::INTERNAL_SERVER_ERROR, "no randomness").into_response();
    };
    let words = words(headers);
    let content = org.client(&asked.client_id).map(|client| &client.content);
    let name = content.map_or("", |content| content.name.as_str());
    let ids = content.map_or(&[][..], |content| &content.scope);
    let scopes: String = ids.iter().map(|id| scope(org, id, words.language == "fr")).collect();
    let (organization, person) = (&org.scene.cast.organization.name, &org.scene.cast.administrator.name);
    let body = format!(
        "<p class=\"note\">{}</p><h1>{}</h1><p>{}</p><ul>{}</ul><form method=\"post\" \
         action=\"/oauth/authorize\"><input type=\"hidden\" name=\"request\" value=\"{id}\">\
         <button class=\"allow\" name=\"answer\" value=\"allow\">{}</button>\
         <button name=\"answer\" value=\"deny\">{}</button></form>",
        words.practice,
        words.question(name, organization),
        words.person(person),
        scopes,
        words.allow,
        words.deny,
    );
    let page = page(StatusCode::OK, words, &body, &origin(&target));
    let made = org.clock().instant();
    keep(&mut org.questions, id, Question { asked, target, made });
    page
}

fn scope(org: &Org, id: &str, french: bool) -> String {
    let text = org.known_scopes().find(|scope| scope.id == id).map_or("", |scope| scope.text(french));
    format!("<li>{} <code>{}</code></li>", escape(text), escape(id))
}

/// Where the form may lead. An address without a host has no origin, only a scheme.
fn origin(target: &Url) -> String {
    match target.origin() {
        Origin::Opaque(_) => format!("'self' {}:", target.scheme()),
        origin => format!("'self' {}", origin.ascii_serialization()),
    }
}

fn keep(questions: &mut HashMap<String, Question>, id: String, question: Question) {
    questions.retain(|_, waiting| question.made.duration_since(waiting.made) < LIFE);
    if questions.len() >= MOST_WAITING {
        let oldest = questions.iter().min_by_key(|(_, question)| question.made).map(|(id, _)| id.clone());
        oldest.and_then(|id| questions.remove(&id));
    }
    questions.insert(id, question);
}

/// The answer. Only who has seen the page knows its number, and a browser says when another site's page
/// sent the form.
pub(super) async fn answer(
    State(house): State<House>,
    headers: HeaderMap,
    Form(reply): Form<Reply>,
) -> Response {
    let words = words(&headers);
    let elsewhere = headers.get("sec-fetch-site").is_some_and(|site| site != "same-origin");
    let mut org = house.open();
    let now = org.clock().instant();
    let question = Some(()).filter(|()| !elsewhere).and_then(|()| org.questions.remove(&reply.request));
    let Some(question) = question.filter(|question| now.duration_since(question.made) < LIFE) else {
        let body = format!("<h1>{}</h1><p>{}</p>", words.over, words.again);
        return page(StatusCode::BAD_REQUEST, words, &body, "'none'");
    };
    let outcome = match reply.answer.as_str() {
        "allow" => authorize::decide(&org, &question.asked)
            .and_then(|()| authorize::new_code(&mut org, &question.asked)),
        _ => Err(("access_denied", "the person did not allow it")),
    };
    authorize::send_back(question.target, &question.asked, outcome)
}

/// The page for a client or a redirect URI that is not known: such a request is never redirected.
pub(super) fn unknown(headers: &HeaderMap) -> Response {
    let words = words(headers);
    let body = format!("<h1>{}</h1><p>{}</p>", words.unknown, words.causes);
    page(StatusCode::BAD_REQUEST, words, &body, "'none'")
}

/// A page without script. `leads_to` is where its form may end: browsers check that after the redirect, too.
fn page(status: StatusCode, words: &Words, body: &str, leads_to: &str) -> Response {
    let style = STANDARD.encode(Sha256::digest(STYLE));
    let policy = format!(
        "default-src 'none'; style-src 'sha256-{style}'; base-uri 'none'; frame-ancestors 'none'; \
         form-action {leads_to}"
    );
    let html = format!(
        "<!doctype html><html lang=\"{}\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width\"><title>{}</title><style>{STYLE}</style>\
         </head><body><main>{body}</main></body></html>",
        words.language, words.title,
    );
    let headers = [
        (header::CONTENT_TYPE, "text/html; charset=utf-8"),
        (header::REFERRER_POLICY, "no-referrer"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::X_FRAME_OPTIONS, "DENY"),
        (header::CACHE_CONTROL, "no-store"),
        (header::CONTENT_LANGUAGE, words.language),
    ];
    (status, headers, [(header::CONTENT_SECURITY_POLICY, policy)], html).into_response()
}

fn words(headers: &HeaderMap) -> &'static Words {
    if wants_french(headers) { &FRENCH } else { &ENGLISH }
}
