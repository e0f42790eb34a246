//! How an exchange can fail, told apart by what the caller may do next.
//! It must never carry a token, a secret or a body that could hold one.

use std::collections::BTreeMap;

use super::unreachable::UnreachableReason;

/// The request that failed: method and path, for the details that support asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// HTTP method.
    pub method: &'static str,
    /// Path, without host and query.
    pub path: String,
}

/// What a refusal said. Shape: `ErrorBody` of the Platform API description; every part may be missing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Refusal {
    /// HTTP status.
    pub status: u16,
    /// Machine-readable code, for example `bad.client.role`.
    pub code: String,
    /// The server's own sentence.
    pub message: String,
    /// Values of the message, for example the missing permission.
    pub params: BTreeMap<String, String>,
    /// Identifier that Genesys support asks for.
    pub correlation_id: Option<String>,
    /// The limit that was reached, where the code speaks of one.
    pub limit: Option<u32>,
}

/// How an exchange failed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ApiError {
    /// Nobody answered, and nothing was processed.
    #[error("{} {} did not reach the server", request.method, request.path)]
    Unreachable {
        /// The request.
        request: Request,
        /// Why.
        reason: UnreachableReason,
    },
    /// A write may or may not have been carried out.
    #[error("the answer to {} {} was lost", request.method, request.path)]
    Ambiguous {
        /// The request.
        request: Request,
        /// HTTP status, when one arrived.
        status: Option<u16>,
        /// Identifier that Genesys support asks for.
        correlation_id: Option<String>,
    },
    /// Too many requests; nothing was processed.
    #[error("{} {} must wait {retry_after_seconds} s", request.method, request.path)]
    RateLimited {
        /// The request.
        request: Request,
        /// Seconds to wait.
        retry_after_seconds: u32,
        /// What the server said.
        refusal: Box<Refusal>,
    },
    /// The server said no; nothing was processed.
    #[error("{} {} was refused: {} {}", request.method, request.path, refusal.status, refusal.code)]
    Refused {
        /// The request.
        request: Request,
        /// What the server said.
        refusal: Box<Refusal>,
    },
    /// An answer came, but not one of Genesys Cloud.
    #[error("the answer to {} {} cannot be read", request.method, request.path)]
    Unreadable {
        /// The request.
        request: Request,
        /// HTTP status.
        status: u16,
        /// Identifier that Genesys support asks for.
        correlation_id: Option<String>,
    },
    /// The web client of this computer could not be set up, for example without any CA certificates.
    #[error("secure connections cannot be set up on this computer")]
    NoSecureConnections,
}

impl ApiError {
    /// What the server said, where it said something.
    pub fn refusal(&self) -> Option<&Refusal> {
        match self {
            ApiError::Refused { refusal, .. } | ApiError::RateLimited { refusal, .. } => Some(refusal),
            _ => None,
        }
    }
}
