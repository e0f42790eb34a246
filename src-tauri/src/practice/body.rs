//! Reads the body of a request: JSON of the right media type, each member of its type.
//! Must never know a member by name.

use axum::http::{HeaderMap, StatusCode, header};
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::refusal::Refusal;

/// The body as this type, or the refusal of what is no JSON, or has a member of another type.
pub(super) fn read<T: DeserializeOwned>(headers: &HeaderMap, body: &[u8]) -> Result<T, Refusal> {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let kind = kind.split(';').next().unwrap_or_default().trim();
    if !kind.eq_ignore_ascii_case("application/json") {
        let status = StatusCode::UNSUPPORTED_MEDIA_TYPE;
        return Err(Refusal::new(status, "unsupported.media.type", "The body must be application/json"));
    }
    let value: Value =
        serde_json::from_slice(body).map_err(|error| bad("The body cannot be read: {reason}", &error))?;
    // Members of a type of its own may come as a list in their order; the interface takes objects only.
    if !value.is_object() {
        return Err(Refusal::bad("bad.request", "The body must be an object"));
    }
    T::deserialize(value).map_err(|error| bad("The body has a member of the wrong type: {reason}", &error))
}

fn bad(message: &str, error: &serde_json::Error) -> Refusal {
    Refusal::bad("bad.request", message).with("reason", error.to_string())
}
