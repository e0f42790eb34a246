//! Checks a draft: either a `ValidClient`, or every finding that stands in the way, and the hints besides.
//! It must never stop at the first finding, nor change the draft.

mod accepted;
mod duration;
mod offered;
mod roles;
mod scopes;

use std::cell::RefCell;

use duration::check_duration;
use roles::check_roles;
use scopes::check_scopes;

use super::announced::{IMPLICIT_NO_NEW_CLIENTS, IMPLICIT_STOPS};
use super::client::ValidClient;
use super::draft::ClientDraft;
use super::facts::{ADD_CLIENT, EDIT_CLIENT, OrgFacts};
use super::finding::{Field, Finding, Rule, Severity};
use super::fix::Fix;
use super::grant::{Grant, GrantType};
use super::name::{check_description, check_name};
use super::preset;
use super::redirect_uri::{Judged, RedirectUri, check_rows};
use super::region::works_in_every_region;
use super::scope::ScopeId;

/// The outcome of a check.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checked {
    /// Every finding, in the order of the form.
    pub findings: Vec<Finding>,
    /// The token duration in seconds, if it is a number.
    pub seconds: Option<u32>,
    /// What may be sent; `None` while an error stands.
    pub client: Option<ValidClient>,
}

/// Checks a draft against every rule, with the facts of its organization. What Genesys Cloud has accepted of this client
/// before does not stand in the way when it stays as it was, or comes back.
pub fn check(draft: &ClientDraft, facts: &OrgFacts) -> Checked {
    let mut findings = about_person(draft, facts);
    let texts = |draft: &ClientDraft| check_texts(draft, facts);
    findings.extend(offered::helpful(draft, texts(draft), texts));
    let judged = RefCell::new(Judged::new());
    let filled = |draft: &ClientDraft| check_filled_in(draft, facts, &mut judged.borrow_mut());
    let (seconds, grant, rest) = filled(draft);
    findings.extend(offered::helpful(draft, rest, |draft| filled(draft).2));
    let findings = accepted::excuse(findings, draft, facts);
    let refused = findings.iter().any(|finding| finding.severity == Severity::Error);
    let client = seconds.filter(|_| !refused).map(|seconds| ValidClient {
        name: draft.name.trim().to_owned(),
        description: draft.sent_description(),
        seconds,
        grant,
    });
    Checked { findings, seconds, client }
}

/// Whether the signed-in person may do it at all.
fn about_person(draft: &ClientDraft, facts: &OrgFacts) -> Vec<Finding> {
    let permission = if draft.editing.is_some() { EDIT_CLIENT } else { ADD_CLIENT };
    let rule = Rule::PermissionMissing { permission: permission.to_owned() };
    facts.lacks(permission).then(|| Finding::on(Field::Organization, rule)).into_iter().collect()
}

/// What the rules alone say of what was filled in.
fn rules_alone(draft: &ClientDraft, facts: &OrgFacts) -> Vec<Finding> {
    let mut findings = check_texts(draft, facts);
    findings.extend(check_filled_in(draft, facts, &mut Judged::new()).2);
    findings
}

fn check_texts(draft: &ClientDraft, facts: &OrgFacts) -> Vec<Finding> {
    let own_name = draft.editing.as_deref().map(|client| client.name.as_str());
    let mut findings = check_name(&draft.name, own_name, facts);
    findings.extend(check_description(&draft.description));
    findings
}

/// The duration in seconds, the grant with what it needs, and every finding on these.
fn check_filled_in(
    draft: &ClientDraft,
    facts: &OrgFacts,
    judged: &mut Judged,
) -> (Option<u32>, Grant, Vec<Finding>) {
    let mut findings = check_grant_type(draft, facts);
    let (seconds, duration_findings) = check_duration(draft, facts);
    findings.extend(duration_findings);
    let (grant, grant_findings) = check_grant(draft, facts, judged);
    findings.extend(grant_findings);
    findings.extend(preset::check(draft, facts));
    (seconds, grant, findings)
}

fn check_grant_type(draft: &ClientDraft, facts: &OrgFacts) -> Vec<Finding> {
    let mut findings = Vec::new();
    match draft.grant_type {
        GrantType::Implicit => {
            // Only new ones are refused; one that exists can still be changed.
            let rule = if facts.refuses_implicit && draft.editing.is_none() {
                Rule::ImplicitRefused
            } else {
                Rule::ImplicitLegacy {
                    no_new_since: IMPLICIT_NO_NEW_CLIENTS.date,
                    stops: IMPLICIT_STOPS.date,
                }
            };
            findings.push(Finding::on(Field::GrantType, rule).mended_by(Fix::UseAuthorizationCode));
        }
        GrantType::AuthorizationCode if works_in_every_region(&draft.redirect_uris) => {
            findings.push(Finding::on(Field::GrantType, Rule::WorksInEveryRegion));
        }
        GrantType::AuthorizationCode | GrantType::ClientCredentials | GrantType::Saml2Bearer => {}
    }
    findings
}

/// The grant with what it needs, and the findings on that. What the grant type has no use for is not looked at.
fn check_grant(draft: &ClientDraft, facts: &OrgFacts, judged: &mut Judged) -> (Grant, Vec<Finding>) {
    match draft.grant_type {
        GrantType::ClientCredentials => {
            let (roles, findings) = check_roles(draft, facts);
            (Grant::ClientCredentials { roles }, findings)
        }
        GrantType::AuthorizationCode => {
            let (redirect_uris, scopes, findings) = check_addresses_and_scopes(draft, facts, judged);
            (Grant::AuthorizationCode { redirect_uris, scopes }, findings)
        }
        GrantType::Implicit => {
            let (redirect_uris, scopes, findings) = check_addresses_and_scopes(draft, facts, judged);
            (Grant::Implicit { redirect_uris, scopes }, findings)
        }
        GrantType::Saml2Bearer => {
            let (scopes, findings) = check_scopes(draft, facts);
            (Grant::Saml2Bearer { scopes }, findings)
        }
    }
}

fn check_addresses_and_scopes(
    draft: &ClientDraft,
    facts: &OrgFacts,
    judged: &mut Judged,
) -> (Vec<RedirectUri>, Vec<ScopeId>, Vec<Finding>) {
    // What a placeholder for the region stands for: the regions that were chosen, or else the organization's own.
    let chosen = draft.embedding.as_ref().map(|embedding| embedding.regions.clone()).unwrap_or_default();
    let regions = if chosen.is_empty() { vec![facts.region.clone()] } else { chosen };
    let (redirect_uris, mut findings) = check_rows(&draft.redirect_uris, &regions, judged);
    let (scopes, scope_findings) = check_scopes(draft, facts);
    findings.extend(scope_findings);
    (redirect_uris, scopes, findings)
}
