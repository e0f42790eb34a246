//! Looks at every client with every rule.
//! It must never look at a pair of clients at a time: organizations have thousands.

use super::documented::documented;
use super::finding::{HealthFinding, HealthFix};
use super::known::{Index, Known};
use super::reason::HealthReason;
use super::upkeep::Likenesses;
use super::{grant, reach, redirect_uris, scim, texts, upkeep};
use crate::domain::client::{ClientState, OauthClient};
use crate::domain::grant::HeldGrantType;

/// Every finding, in the order of the clients; of one client the gravest first.
pub fn check(known: Known<'_>) -> Vec<HealthFinding> {
    let index = Index::of(known);
    let likenesses = Likenesses::among(known.clients);
    // Most clients have one or two: without room for them, the list is moved over and over while it grows.
    let mut findings = Vec::with_capacity(known.clients.len() * 2);
    for (row, client) in known.clients.iter().enumerate() {
        let mut reasons = Vec::new();
        if gives_tokens(client) {
            reasons.extend(about_one(client, &index));
            reasons.extend(likenesses.of(row));
        } else {
            reasons.extend(upkeep::ended(client));
        }
        add(client, reasons, known, &mut findings);
    }
    findings
}

/// The findings on one client alone, without what others are like.
pub fn check_one(client: &OauthClient, known: Known<'_>) -> Vec<HealthFinding> {
    check(Known { clients: std::slice::from_ref(client), ..known })
}

/// A client that is switched off does no harm by its settings.
pub(super) fn gives_tokens(client: &OauthClient) -> bool {
    !matches!(client.state, ClientState::Inactive | ClientState::Disabled)
}

fn about_one(client: &OauthClient, index: &Index<'_>) -> Vec<HealthReason> {
    let mut reasons = grant::check(client);
    reasons.extend(scim::check(client, index));
    reasons.extend(redirect_uris::check(client, index.known.region));
    reasons.extend(reach::check(client, index));
    reasons.extend(texts::check(client));
    reasons.extend(upkeep::check(client, index));
    reasons
}

fn add(
    client: &OauthClient,
    reasons: Vec<HealthReason>,
    known: Known<'_>,
    findings: &mut Vec<HealthFinding>,
) {
    let first = findings.len();
    findings.extend(reasons.into_iter().map(|reason| {
        let days_left = reason.days_left(known.now);
        HealthFinding {
            client_id: client.id.clone(),
            client_name: client.name.clone(),
            severity: reason.severity(days_left),
            code: reason.code(),
            days_left,
            fix: fix(&reason, client, known),
            documented: documented(reason.code()),
            acknowledged: None,
            reason,
        }
    }));
    findings[first..].sort_by_key(|finding| std::cmp::Reverse(finding.severity));
}

/// What mends it. A client of a grant type that the form does not offer can only be looked at.
fn fix(reason: &HealthReason, client: &OauthClient, known: Known<'_>) -> HealthFix {
    use HealthReason as R;
    let fix = match reason {
        R::ImplicitGrant { .. } => HealthFix::PkceTwin,
        R::ScimDurationFell { .. }
        | R::ScimDurationShort { .. }
        | R::ScimOtherRole { .. }
        | R::ScimDivisionsMissing { .. }
        | R::PlainHttp { .. }
        | R::AddressFragment { .. }
        | R::AddressOtherRegion { .. }
        | R::AddressFrame { .. }
        | R::HiddenCharacters { .. }
        | R::ReadonlyEnough { .. }
        | R::UnusedScopes { .. } => HealthFix::MendedDraft,
        R::AddressBroken { uris }
        | R::AddressSeveral { uris }
        | R::AddressPlaceholder { uris }
        | R::AddressEnd { uris }
        | R::AddressSlashes { uris } => {
            let can = |uri: &String| redirect_uris::mended(uri, reason.code(), known.region).is_some();
            if uris.iter().all(can) { HealthFix::MendedDraft } else { HealthFix::Edit }
        }
        R::AddressWildcard { .. }
        | R::AddressScheme { .. }
        | R::AddressPassword { .. }
        | R::AddressLookAlike { .. }
        | R::AddressMissing
        | R::PrivilegedRole { .. }
        | R::AllDivisions { .. }
        | R::NameShowsNothing
        | R::NoOwner => HealthFix::Edit,
        R::Unused { .. } => HealthFix::LookAtUsage,
        R::PasswordGrant
        | R::ScimRoleExtra { .. }
        | R::ScimRoleLess { .. }
        | R::ScimTokenEnds { .. }
        | R::SameName { .. }
        | R::SameSettings { .. }
        | R::DueForDeletion { .. }
        | R::Disabled => HealthFix::OpenClient,
    };
    match (&client.grant_type, fix) {
        (HeldGrantType::Offered { .. }, fix) => fix,
        (_, HealthFix::LookAtUsage) => HealthFix::LookAtUsage,
        _ => HealthFix::OpenClient,
    }
}
