//! Sorts what other modules call an error into the failures that the page knows.
//! It must never go by a server's sentence: codes and statuses decide.

use super::{Details, Failure};
use crate::clipboard::ClipboardUnavailable;
use crate::domain::pasted_credential::CredentialProblem;
use crate::genesys::error::{ADDRESS_REFUSED, ApiError, Refusal, Request};
use crate::genesys::token_error::{TokenError, TokenProblem};
use crate::handover::sealed_file::SealedFileError;
use crate::journal::JournalError;
use crate::vault::VaultError;

impl From<ApiError> for Failure {
    fn from(error: ApiError) -> Failure {
        match error {
            ApiError::Unreachable { request, reason } => {
                Failure::Unreachable { reason, details: details(&request, None, None) }
            }
            ApiError::Ambiguous { request, status, correlation_id } => {
                let details = details(&request, status, correlation_id);
                Failure::AnswerLost { operation: None, details }
            }
            ApiError::Unreadable { request, status, correlation_id } => {
                Failure::Unreadable { details: details(&request, Some(status), correlation_id) }
            }
            ApiError::RateLimited { request, retry_after_seconds, refusal } => {
                let details = match refusal {
                    Some(refusal) => refused(&request, &refusal),
                    None => details(&request, None, None),
                };
                Failure::RateLimited { retry_after_seconds, details }
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
            TokenProblem::WrongCredentials => Failure::WrongCredentials { unknown_client: false, details },
            TokenProblem::UnknownClient => Failure::WrongCredentials { unknown_client: true, details },
            TokenProblem::AddressRefused => {
                details.code = Some(ADDRESS_REFUSED.to_owned());
                Failure::AddressRefused { address: None, details }
            }
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

impl From<CredentialProblem> for Failure {
    fn from(problem: CredentialProblem) -> Failure {
        Failure::Credentials { problem }
    }
}

impl From<VaultError> for Failure {
    fn from(reason: VaultError) -> Failure {
        Failure::Keychain { reason }
    }
}

impl From<SealedFileError> for Failure {
    fn from(reason: SealedFileError) -> Failure {
        Failure::SealedFile { reason }
    }
}

impl From<JournalError> for Failure {
    fn from(reason: JournalError) -> Failure {
        match reason {
            JournalError::Unknown | JournalError::NotAllowed => Failure::NothingToRecover,
            reason => Failure::Journal { reason },
        }
    }
}

impl From<ClipboardUnavailable> for Failure {
    fn from(_: ClipboardUnavailable) -> Failure {
        Failure::ClipboardUnavailable
    }
}

impl Failure {
    /// What support asks for, where a server said something or was asked.
    pub(in crate::app) fn details(&self) -> Option<&Details> {
        match self {
            Failure::PermissionMissing { details, .. }
            | Failure::RoleNotHeld { details }
            | Failure::ScopeUnknown { details }
            | Failure::GrantTypeRefused { details }
            | Failure::TooManyClients { details, .. }
            | Failure::RateLimited { details, .. }
            | Failure::Unreachable { details, .. }
            | Failure::AnswerLost { details, .. }
            | Failure::Unreadable { details }
            | Failure::SignInExpired { details }
            | Failure::NotFound { details }
            | Failure::ServerTrouble { details }
            | Failure::Refused { details }
            | Failure::WrongCredentials { details, .. }
            | Failure::AddressRefused { details, .. }
            | Failure::MemberRefused { details, .. }
            | Failure::WrongGrantType { details } => Some(details),
            _ => None,
        }
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
        (_, ADDRESS_REFUSED) => {
            Failure::AddressRefused { address: refusal.address().map(|address| address.to_string()), details }
        }
        (400, "invalid.property") => Failure::MemberRefused { members: refusal.members(), details },
        (401, _) => Failure::SignInExpired { details },
        (403, "authz.policy.denied" | "app.not.authorized.for.scope") => Failure::Refused { details },
        (403, _) => Failure::PermissionMissing { permissions: permissions_in(refusal), details },
        // A page of somebody on the way: whether it is there, the organization has not said.
        (404, "") if refusal.message.is_empty() => Failure::Unreadable { details },
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
