//! Refusals in the two shapes of Genesys: the `ErrorBody` of the API and the OAuth error of the login host.
//! Must never invent a code that the reference does not list.

use std::io;

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde_json::{Map, Value, json};

/// A refusal of the API; the front desk adds the correlation id and writes the body.
#[derive(Debug, Clone)]
pub(super) struct Refusal(Box<Said>);

#[derive(Debug, Clone)]
struct Said {
    status: StatusCode,
    code: &'static str,
    template: String,
    params: Map<String, Value>,
    field: Option<&'static str>,
    limit: Option<Value>,
    retry_after: Option<HeaderValue>,
}

impl Refusal {
    pub(super) fn new(status: StatusCode, code: &'static str, template: &str) -> Self {
        Self(Box::new(Said {
            status,
            code,
            template: template.to_owned(),
            params: Map::new(),
            field: None,
            limit: None,
            retry_after: None,
        }))
    }

    /// 400 with this code.
    pub(super) fn bad(code: &'static str, template: &str) -> Self {
        Self::new(StatusCode::BAD_REQUEST, code, template)
    }

    /// 404 with this code.
    pub(super) fn missing(code: &'static str, template: &str) -> Self {
        Self::new(StatusCode::NOT_FOUND, code, template)
    }

    /// Fills `{name}` of the template, and says it in `messageParams`.
    pub(super) fn with(mut self, name: &str, value: impl Into<String>) -> Self {
        self.0.params.insert(name.to_owned(), Value::String(value.into()));
        self
    }

    /// Names the field at fault in `details`.
    pub(super) fn on(mut self, field: &'static str) -> Self {
        self.0.field = Some(field);
        self
    }

    pub(super) fn limit(mut self, key: &str, value: u32) -> Self {
        self.0.limit = Some(json!({ "key": key, "namespace": "auth.api", "value": value }));
        self
    }

    pub(super) fn retry_after(mut self, value: Option<HeaderValue>) -> Self {
        self.0.retry_after = value;
        self
    }

    /// The answer, once the correlation id of the request is known.
    pub(super) fn render(&self, context_id: &str) -> Response {
        let mut message = self.0.template.clone();
        for (name, value) in &self.0.params {
            message = message.replace(&format!("{{{name}}}"), value.as_str().unwrap_or_default());
        }
        let details: Vec<Value> = self
            .0
            .field
            .iter()
            .map(|field| json!({ "errorCode": self.0.code, "fieldName": field }))
            .collect();
        let mut body = json!({
            "message": message,
            "code": self.0.code,
            "status": self.0.status.as_u16(),
            "messageWithParams": self.0.template,
            "messageParams": self.0.params,
            "contextId": context_id,
            "details": details,
            "errors": [],
        });
        if let (Some(limit), Some(members)) = (&self.0.limit, body.as_object_mut()) {
            members.insert("limit".to_owned(), limit.clone());
        }
        let mut response = (self.0.status, axum::Json(body)).into_response();
        if let Some(value) = &self.0.retry_after {
            response.headers_mut().insert(header::RETRY_AFTER, value.clone());
        }
        response
    }
}

/// Carries the refusal to the front desk, which alone knows the correlation id.
impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let mut response = self.0.status.into_response();
        response.extensions_mut().insert(self);
        response
    }
}

impl From<io::Error> for Refusal {
    fn from(error: io::Error) -> Self {
        Self::new(StatusCode::INTERNAL_SERVER_ERROR, "internal.server.error", "{reason}")
            .with("reason", error.to_string())
    }
}

/// A refusal of the login host: another shape, always 400 here (the reference allows 401 too).
#[derive(Debug, Clone)]
pub(super) struct OAuthError {
    error: &'static str,
    description: String,
}

impl OAuthError {
    pub(super) fn new(error: &'static str, description: impl Into<String>) -> Self {
        Self { error, description: description.into() }
    }
}

impl IntoResponse for OAuthError {
    fn into_response(self) -> Response {
        let body = json!({
            "error": self.error,
            "description": self.description,
            "error_description": self.description,
        });
        (StatusCode::BAD_REQUEST, axum::Json(body)).into_response()
    }
}

impl From<io::Error> for OAuthError {
    fn from(error: io::Error) -> Self {
        Self::new("server_error", error.to_string())
    }
}
