//! What the user interface receives when something does not work: a kind that picks the words, and what to act on.
//! It must never contain a sentence of ours, a token or a secret.

mod sorted;

use serde::Serialize;
use specta::Type;

use crate::domain::difference::Difference;
use crate::domain::finding::Finding;
use crate::domain::pasted_credential::CredentialProblem;
use crate::genesys::unreachable::UnreachableReason;
use crate::handover::sealed_file::SealedFileError;
use crate::journal::{JournalError, OperationId};
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
    /// The client does not sign in by itself, so there is nothing to test without a person.
    NotTestable,
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
        /// The operation in the journal, to be looked into; absent for a write that does no harm twice.
        operation: Option<OperationId>,
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
    /// The organization does not let this computer's network address in; the sign-in itself is as good as before.
    AddressRefused {
        /// The address that Genesys Cloud saw, where it said so.
        address: Option<String>,
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
    /// The organization does not take a member of what was sent, perhaps one that only it writes.
    MemberRefused {
        /// Names of the members, as the API calls them; empty when the server did not say.
        members: Vec<String>,
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
    /// A domain that is in no table, whose login host does not answer as Genesys Cloud does; no secret was sent.
    DomainNotGenesys {
        /// The domain.
        domain: String,
    },
    /// A write to a production organization that was not confirmed.
    ConfirmProduction,
    /// Client ID or secret are wrong, or the region is.
    WrongCredentials {
        /// Whether the region does not know the client at all; otherwise secret, region or state is wrong.
        unknown_client: bool,
        /// For support.
        details: Box<Details>,
    },
    /// What was typed as client ID and secret cannot be them; nothing was sent.
    Credentials {
        /// Why.
        problem: CredentialProblem,
    },
    /// The client has another grant type than this way of signing in needs.
    WrongGrantType {
        /// For support.
        details: Box<Details>,
    },
    /// What was pasted is not an access token.
    NotAToken,
    /// The journal cannot be written or read; nothing was sent.
    Journal {
        /// Why.
        reason: JournalError,
    },
    /// This very operation is being carried out at this moment.
    OperationUnderWay,
    /// Nothing is left to do about this operation.
    NothingToRecover,
    /// The form cannot change this client.
    NotEditable,
    /// Somebody else changed the client meanwhile; nothing was sent.
    ChangedMeanwhile {
        /// What they changed: `asked` is what it was, `held` what it is now.
        differences: Vec<Difference>,
    },
    /// The name that was typed is not that of the client.
    NameNotTyped,
    /// The file cannot be written.
    NotExported,
    /// An acknowledgement needs a reason, of at most so many characters.
    ReasonNeeded {
        /// Most characters.
        max: u32,
    },
    /// There is no such finding any more.
    FindingGone,
    /// The file of acknowledgements cannot be written.
    AcknowledgementNotKept,
    /// Genesys Cloud could not work out the calls of a client.
    UsageNotWorkedOut,
    /// Genesys Cloud has not worked out the calls of a client in the time that Latchkey waits.
    UsageTakesTooLong,
    /// Nobody waits for the calls of a client any more.
    UsageStopped,
    /// The keychain cannot be used; nothing was stored anywhere.
    Keychain {
        /// Why.
        reason: VaultError,
    },
    /// A file could not be sealed, or a sealed one not opened.
    SealedFile {
        /// Why.
        reason: SealedFileError,
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
