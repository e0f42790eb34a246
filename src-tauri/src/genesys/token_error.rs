//! How the login host refuses a token, told apart by what the person may do next.
//! It must never carry the body of an answer, which could hold what was sent.

use serde::Deserialize;

use super::answers::Maybe;
use super::error::{ADDRESS_REFUSED, Request};
use super::send::DEFAULT_WAIT;
use super::unreachable::UnreachableReason;

/// Longest code of a refusal that is kept, in characters.
const LONGEST_CODE: usize = 100;

/// A token that was not given.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{} {} gave no token: {problem:?}", request.method, request.path)]
pub struct TokenError {
    /// Why.
    pub problem: TokenProblem,
    /// The request.
    pub request: Request,
    /// HTTP status, when an answer came.
    pub status: Option<u16>,
    /// Identifier that Genesys support asks for.
    pub correlation_id: Option<String>,
}

/// Why no token was given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TokenProblem {
    /// The client's secret is wrong, or the region, or the client is not active. Genesys does not say which.
    WrongCredentials,
    /// There is no such client in the region ("client not found", as recorded).
    UnknownClient,
    /// The organization does not let this computer's network address in.
    AddressRefused,
    /// The client is for another way of signing in.
    WrongGrantType,
    /// The code was used before, is too old, or was given to somebody else.
    CodeRefused,
    /// Too many requests.
    RateLimited {
        /// Seconds to wait.
        retry_after_seconds: u32,
    },
    /// Nobody answered.
    Unreachable {
        /// Why.
        reason: UnreachableReason,
    },
    /// An answer came, but not one of Genesys Cloud.
    Unreadable,
    /// Another refusal; with a status from 500 on, the server's own trouble.
    Refused {
        /// Machine-readable code, or nothing.
        code: String,
    },
    /// The web client of this computer could not be set up.
    NoSecureConnections,
}

impl TokenError {
    pub(super) fn new(problem: TokenProblem, request: Request) -> TokenError {
        TokenError { problem, request, status: None, correlation_id: None }
    }
}

/// Both shapes that a refusal can have: that of OAuth, and that of the Platform API.
#[derive(Default, Deserialize)]
#[serde(default)]
struct RefusalJson {
    error: Maybe<String>,
    error_description: Maybe<String>,
    description: Maybe<String>,
    code: Maybe<String>,
    message: Maybe<String>,
}

/// Sorts an answer that is no success. `wait` is what the server asked to wait, in seconds.
pub(super) fn sort(status: u16, body: &[u8], wait: Option<u32>) -> TokenProblem {
    let limited = TokenProblem::RateLimited { retry_after_seconds: wait.unwrap_or(DEFAULT_WAIT) };
    let json: Option<RefusalJson> = serde_json::from_slice(body).ok();
    let Some(json) = json.filter(|_| status >= 400) else {
        return match status {
            429 => limited,
            500.. => TokenProblem::Refused { code: String::new() },
            _ => TokenProblem::Unreadable,
        };
    };
    let text = json.error_description.0.or(json.description.0).or(json.message.0).unwrap_or_default();
    let text = text.to_ascii_lowercase();
    let refused_address =
        [&json.error.0, &json.code.0].into_iter().flatten().any(|code| code == ADDRESS_REFUSED);
    let code = json.error.0.or(json.code.0).unwrap_or_default();
    match code.as_str() {
        _ if refused_address => TokenProblem::AddressRefused,
        _ if status == 429 => limited,
        _ if status >= 500 => TokenProblem::Refused { code: short(&code) },
        // Seen with `invalid_client` and with another code.
        _ if text.contains("client not found") => TokenProblem::UnknownClient,
        "invalid_client" => TokenProblem::WrongCredentials,
        "unauthorized_client" | "unsupported_grant_type" => TokenProblem::WrongGrantType,
        "invalid_grant" => TokenProblem::CodeRefused,
        "invalid_request" if text.contains("rate limit") || text.contains("too many") => limited,
        "" => TokenProblem::Unreadable,
        code => TokenProblem::Refused { code: short(code) },
    }
}

fn short(code: &str) -> String {
    code.chars().filter(|letter| letter.is_ascii_graphic()).take(LONGEST_CODE).collect()
}

#[cfg(test)]
mod tests {
    use super::TokenProblem::{
        self, AddressRefused, CodeRefused, UnknownClient, Unreadable, WrongCredentials, WrongGrantType,
    };
    use super::sort;

    fn refused(code: &str) -> TokenProblem {
        TokenProblem::Refused { code: code.to_owned() }
    }

    fn limited(retry_after_seconds: u32) -> TokenProblem {
        TokenProblem::RateLimited { retry_after_seconds }
    }

    #[test]
    fn every_refusal_has_its_place() {
        let rows = [
            (400, r#"{"error":"invalid_client","description":"authentication failed"}"#, WrongCredentials),
            (401, r#"{"error":"invalid_client"}"#, WrongCredentials),
            (400, r#"{"error":"invalid_request","description":"Client not found"}"#, UnknownClient),
            (400, r#"{"error":"invalid_client","description":"client not found"}"#, UnknownClient),
            (401, r#"{"error":"invalid_client","error_description":"client not found"}"#, UnknownClient),
            (400, r#"{"error":"unauthorized_client"}"#, WrongGrantType),
            (400, r#"{"error":"invalid_grant"}"#, CodeRefused),
            (401, r#"{"code":"ip.not.authorized","status":401}"#, AddressRefused),
            (400, r#"{"error":"access_denied","code":"ip.not.authorized"}"#, AddressRefused),
            (400, r#"{"error":"invalid_request","description":"Rate limit exceeded"}"#, limited(60)),
            (400, r#"{"error":"invalid_request","error_description":"missing"}"#, refused("invalid_request")),
            (403, r#"{"code":"not.allowed","message":"no"}"#, refused("not.allowed")),
            (429, "slow down", limited(60)),
            (503, "<html>", refused("")),
            (503, r#"{"code":"service.unavailable"}"#, refused("service.unavailable")),
            (400, "<html>", Unreadable),
            (302, r#"{"error":"invalid_client"}"#, Unreadable),
            (400, "{}", Unreadable),
        ];
        for (status, body, expected) in rows {
            assert_eq!(sort(status, body.as_bytes(), None), expected, "{status} {body}");
        }
        assert_eq!(sort(429, b"{}", Some(7)), limited(7));
        let long = format!(r#"{{"error":"{}\u0007"}}"#, "x".repeat(500));
        assert_eq!(sort(400, long.as_bytes(), None), refused(&"x".repeat(100)));
    }
}
