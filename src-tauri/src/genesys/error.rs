//! How an exchange can fail, told apart by what the caller may do next.
//! It must never carry a token, a secret or a body that could hold one.

use std::collections::BTreeMap;
use std::net::IpAddr;

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
    /// The members that it names, where the code speaks of some.
    pub fields: Vec<String>,
    /// Identifier that Genesys support asks for.
    pub correlation_id: Option<String>,
    /// The limit that was reached, where the code speaks of one.
    pub limit: Option<u32>,
}

/// The code of a refusal because of the address that a request came from.
pub const ADDRESS_REFUSED: &str = "ip.not.authorized";

impl Refusal {
    /// The members that it is about: those that it names as fields, or else values that are written as members are.
    pub fn members(&self) -> Vec<String> {
        let is_member = |text: &&String| {
            text.starts_with(|first: char| first.is_ascii_lowercase())
                && text.len() <= 60
                && text.bytes().all(|byte| byte.is_ascii_alphanumeric())
        };
        let of =
            |names: Vec<&String>| -> Vec<String> { names.into_iter().filter(is_member).cloned().collect() };
        let fields = of(self.fields.iter().collect());
        if fields.is_empty() { of(self.params.values().collect()) } else { fields }
    }

    /// The address that the server says the request came from. It is a value of the message, named or in brackets.
    pub fn address(&self) -> Option<IpAddr> {
        let named = self.params.values().find_map(|value| value.trim().parse().ok());
        let bracketed = || self.message.split(['[', ']']).find_map(|part| part.trim().parse().ok());
        named.or_else(bracketed)
    }
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
        /// What the server said; `None` when it was not asked, because its limit was known to be reached.
        refusal: Option<Box<Refusal>>,
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

/// What a write answered, with what support asks for.
#[derive(Debug)]
pub struct Answered<T> {
    /// What it answered.
    pub value: T,
    /// HTTP status.
    pub status: u16,
    /// Identifier that Genesys support asks for.
    pub correlation_id: Option<String>,
}

/// What a failed write did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Processed {
    /// Nobody received it, or the organization asked to wait: it may be sent again.
    No,
    /// The organization said no: nothing was changed, and sending the same again changes nothing.
    Refused,
    /// It may have been carried out: look first.
    Unknown,
}

impl ApiError {
    /// What the server said, where it said something.
    pub fn refusal(&self) -> Option<&Refusal> {
        match self {
            ApiError::Refused { refusal, .. } => Some(refusal),
            ApiError::RateLimited { refusal, .. } => refusal.as_deref(),
            _ => None,
        }
    }

    /// Whether the organization itself says that there is no such thing. A page of somebody on the way does not.
    pub fn says_gone(&self) -> bool {
        let said = |refusal: &Refusal| !refusal.code.is_empty() || !refusal.message.is_empty();
        matches!(self, ApiError::Refused { refusal, .. } if refusal.status == 404 && said(refusal))
    }

    /// Whether the organization does not let this computer's network address in: no other token helps. Source:
    /// Platform API description, on every operation.
    pub fn says_address_refused(&self) -> bool {
        self.code() == Some(ADDRESS_REFUSED)
    }

    /// Identifier that Genesys support asks for.
    pub fn correlation_id(&self) -> Option<&str> {
        match self {
            ApiError::Ambiguous { correlation_id, .. } | ApiError::Unreadable { correlation_id, .. } => {
                correlation_id.as_deref()
            }
            _ => self.refusal()?.correlation_id.as_deref(),
        }
    }

    /// HTTP status, when an answer came.
    pub fn status(&self) -> Option<u16> {
        match self {
            ApiError::Ambiguous { status, .. } => *status,
            ApiError::Unreadable { status, .. } => Some(*status),
            _ => self.refusal().map(|refusal| refusal.status),
        }
    }

    /// The server's machine-readable code, where it gave one.
    pub fn code(&self) -> Option<&str> {
        self.refusal().map(|refusal| refusal.code.as_str()).filter(|code| !code.is_empty())
    }

    /// What a write did that failed so.
    pub fn was_processed(&self) -> Processed {
        match self {
            ApiError::Unreachable { .. } | ApiError::RateLimited { .. } | ApiError::NoSecureConnections => {
                Processed::No
            }
            ApiError::Refused { .. } => Processed::Refused,
            ApiError::Ambiguous { .. } | ApiError::Unreadable { .. } => Processed::Unknown,
        }
    }
}
