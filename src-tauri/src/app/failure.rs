//! What the user interface receives when something does not work: a kind that picks the words, and what to act on.
//! It must never contain a sentence of ours, a token or a secret.

use serde::Serialize;
use specta::Type;

use crate::clipboard::ClipboardUnavailable;
use crate::domain::finding::Finding;
use crate::genesys::error::{ApiError, Refusal, Request};
use crate::genesys::token_error::{TokenError, TokenProblem};
use crate::genesys::unreachable::UnreachableReason;
use crate::vault::VaultError;

/// Why something did not work.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Failure {
    /// The signed-in person lacks a permission.
    PermissionMissing {
        /// Permissions of which one is needed, for example `oauth:client:add`; empty when the server did not say.
        permissions: Vec<String>,
        /// For support.
        details: Box<Details>,
    },
    /// A role does not exist or is not held by the signed-in person.
    RoleNotHeld {
        /// For support.
        details: Box<Details>,
    },
    /// The organization does not know a scope.
    ScopeUnknown {
        /// For support.
        details: Box<Details>,
    },
    /// The organization refuses the grant type.
    GrantTypeRefused {
        /// For support.
        details: Box<Details>,
    },
    /// The organization has as many clients as it may.
    TooManyClients {
        /// The limit, when the server said it.
        limit: Option<u32>,
        /// For support.
        details: Box<Details>,
    },
    /// Too many requests: wait, then try again.
    RateLimited {
        /// Seconds to wait.
        retry_after_seconds: u32,
        /// For support.
        details: Box<Details>,
    },
    /// Nobody answered; nothing was changed.
    Unreachable {
        /// Why.
        reason: UnreachableReason,
        /// For support.
        details: Box<Details>,
    },
    /// The answer to a write was lost: it may have been carried out.
    AnswerLost {
        /// For support.
        details: Box<Details>,
    },
    /// The answer is not one of Genesys Cloud.
    Unreadable {
        /// For support.
        details: Box<Details>,
    },
    /// The sign-in is no longer valid.
    SignInExpired {
        /// For support.
        details: Box<Details>,
    },
    /// It does not exist, or no longer.
    NotFound {
        /// For support.
        details: Box<Details>,
    },
    /// Genesys Cloud has trouble of its own; nothing was changed.
    ServerTrouble {
        /// For support.
        details: Box<Details>,
    },
    /// Refused for another reason.
    Refused {
        /// For support.
        details: Box<Details>,
    },
    /// The draft breaks rules.
    DraftInvalid {
        /// Which.
        findings: Vec<Finding>,
    },
    /// The organization is not open.
    OrgNotOpen,
    /// No secret is held for this client.
    SecretGone,
    /// The clipboard cannot be used.
    ClipboardUnavailable,
    /// Secure connections cannot be set up on this computer.
    NoSecureConnections,
    /// The settings cannot be written.
    SettingsNotSaved,
    /// The practice organization cannot be started.
    PracticeNotStarted,
    /// The list of profiles cannot be written.
    ProfilesNotSaved,
    /// There is no such profile.
    ProfileUnknown,
    /// The region or address is not one of Genesys Cloud.
    PlaceUnknown,
    /// A write to a production organization that was not confirmed.
    ConfirmProduction,
    /// Client ID or secret are wrong, or the region is.
    WrongCredentials {
        /// For support.
        details: Box<Details>,
    },
    /// The client has another grant type than this way of signing in needs.
    WrongGrantType {
        /// For support.
        details: Box<Details>,
    },
    /// What was pasted is not an access token.
    NotAToken,
    /// The keychain cannot be used; nothing was stored anywhere.
    Keychain {
        /// Why.
        reason: VaultError,
    },
    /// Nothing in the keychain opens this profile: sign in again.
    SignInNeeded,
    /// The person did not allow it in the browser.
    SignInDenied {
        /// The server's code, for example `access_denied`.
        code: String,
    },
    /// Nobody came back from the browser in time.
    SignInTimedOut,
    /// The person cancelled it.
    SignInCancelled,
    /// No port of this computer is free for the browser to come back to.
    NoPortFree,
    /// Signed in, but to another organization than the profile's.
    OtherOrganization {
        /// Name of the profile's organization.
        expected: String,
        /// Name of the organization that was signed in to.
        found: String,
    },
}

/// What support asks for.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Details {
    /// Method and path.
    pub request: String,
    /// HTTP status.
    pub status: Option<u32>,
    /// The server's code.
    pub code: Option<String>,
    /// The server's own sentence.
    pub message: Option<String>,
    /// `ININ-Correlation-Id`.
    pub correlation_id: Option<String>,
}

impl From<ApiError> for Failure {
    fn from(error: ApiError) -> Failure {
        match error {
            ApiError::Unreachable { request, reason } => {
                Failure::Unreachable { reason, details: details(&request, None, None) }
            }
            ApiError::Ambiguous { request, status, correlation_id } => {
                Failure::AnswerLost { details: details(&request, status, correlation_id) }
            }
            ApiError::Unreadable { request, status, correlation_id } => {
                Failure::Unreadable { details: details(&request, Some(status), correlation_id) }
            }
            ApiError::RateLimited { request, retry_after_seconds, refusal } => {
                Failure::RateLimited { retry_after_seconds, details: refused(&request, &refusal) }
            }
            ApiError::Refused { request, refusal } => of_refusal(&request, &refusal),
            ApiError::NoSecureConnections => Failure::NoSecureConnections,
        }
    }
}

impl From<TokenError> for Failure {
    fn from(error: TokenError) -> Failure {
        let mut details = details(&error.request, error.status, error.correlation_id);
        match error.problem {
            TokenProblem::WrongCredentials => Failure::WrongCredentials { details },
            TokenProblem::WrongGrantType => Failure::WrongGrantType { details },
            TokenProblem::RateLimited { retry_after_seconds } => {
                Failure::RateLimited { retry_after_seconds, details }
            }
            TokenProblem::Unreachable { reason } => Failure::Unreachable { reason, details },
            TokenProblem::Unreadable => Failure::Unreadable { details },
            TokenProblem::CodeRefused => {
                details.code = Some("invalid_grant".to_owned());
                Failure::Refused { details }
            }
            TokenProblem::Refused { .. } if error.status.is_some_and(|status| status >= 500) => {
                Failure::ServerTrouble { details }
            }
            TokenProblem::Refused { code } => {
                details.code = Some(code).filter(|code| !code.is_empty());
                Failure::Refused { details }
            }
            TokenProblem::NoSecureConnections => Failure::NoSecureConnections,
        }
    }
}

impl From<VaultError> for Failure {
    fn from(reason: VaultError) -> Failure {
        Failure::Keychain { reason }
    }
}

impl From<ClipboardUnavailable> for Failure {
    fn from(_: ClipboardUnavailable) -> Failure {
        Failure::ClipboardUnavailable
    }
}

/// Sorts by the server's code; its sentences may change. Codes: Platform API description.
fn of_refusal(request: &Request, refusal: &Refusal) -> Failure {
    let details = refused(request, refusal);
    match (refusal.status, refusal.code.as_str()) {
        (_, "bad.client.role") => Failure::RoleNotHeld { details },
        (_, "auth.invalid.scope") => Failure::ScopeUnknown { details },
        (_, "bad.grant.type") => Failure::GrantTypeRefused { details },
        (_, "auth.too.many.clients") => Failure::TooManyClients { limit: refusal.limit, details },
        (401, _) => Failure::SignInExpired { details },
        (403, "authz.policy.denied" | "app.not.authorized.for.scope") => Failure::Refused { details },
        (403, _) => Failure::PermissionMissing { permissions: permissions_in(refusal), details },
        (404, _) => Failure::NotFound { details },
        (500.., _) => Failure::ServerTrouble { details },
        _ => Failure::Refused { details },
    }
}

/// Permissions named in the values of a refusal, whatever the value is called.
fn permissions_in(refusal: &Refusal) -> Vec<String> {
    let mut permissions: Vec<String> = Vec::new();
    for value in refusal.params.values() {
        for word in value.split(|c: char| c.is_whitespace() || matches!(c, ',' | '[' | ']' | '"' | '\'')) {
            let permission = word.matches(':').count() >= 2 && !permissions.iter().any(|known| known == word);
            if permission {
                permissions.push(word.to_owned());
            }
        }
    }
    permissions
}

fn details(request: &Request, status: Option<u16>, correlation_id: Option<String>) -> Box<Details> {
    Box::new(Details {
        request: format!("{} {}", request.method, request.path),
        status: status.map(u32::from),
        correlation_id,
        ..Details::default()
    })
}

fn refused(request: &Request, refusal: &Refusal) -> Box<Details> {
    let some = |text: &String| (!text.is_empty()).then(|| text.clone());
    let mut details = details(request, Some(refusal.status), refusal.correlation_id.clone());
    details.code = some(&refusal.code);
    details.message = some(&refusal.message);
    details
}
