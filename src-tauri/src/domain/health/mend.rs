//! The draft of a change in which a finding is mended already.
//! It must never send anything, nor change what the finding is not about.

use super::code::HealthCode;
use super::known::Known;
use super::reason::HealthReason;
use super::redirect_uris;
use crate::domain::draft::ClientDraft;
use crate::domain::duration::{DEFAULT_SECONDS, SCIM_MAX_SECONDS};
use crate::domain::fix::{Fix, mend};
use crate::domain::name::{Lines, without_hidden};
use crate::domain::preset::Preset;
use crate::domain::region::Region;
use crate::domain::role::{ALL_DIVISIONS, RoleDraft};
use crate::domain::scim_role::ScimStanding;
use crate::domain::scope::ScopeId;

/// The draft with what mends a finding. A finding that only a person can mend leaves it as it is.
#[must_use]
pub fn mended(draft: ClientDraft, reason: &HealthReason, known: &Known<'_>) -> ClientDraft {
    match reason {
        HealthReason::ScimDurationFell { .. }
        | HealthReason::ScimDurationShort { .. }
        | HealthReason::ScimOtherRole { .. } => scim_alone(draft, reason, known),
        HealthReason::ScimDivisionsMissing { .. } => every_division(draft, known),
        HealthReason::PlainHttp { .. }
        | HealthReason::AddressFragment { .. }
        | HealthReason::AddressBroken { .. }
        | HealthReason::AddressSeveral { .. }
        | HealthReason::AddressPlaceholder { .. }
        | HealthReason::AddressEnd { .. }
        | HealthReason::AddressSlashes { .. }
        | HealthReason::AddressOtherRegion { .. }
        | HealthReason::AddressFrame { .. } => addresses(draft, reason.code(), known.region),
        HealthReason::HiddenCharacters { .. } => shown(draft),
        HealthReason::ReadonlyEnough { scopes, .. } => scopes
            .iter()
            .filter_map(|scope| {
                let by = ScopeId::parse(scope)?.readonly_twin().as_str().to_owned();
                Some(Fix::ReplaceScope { scope: scope.clone(), by })
            })
            .fold(draft, |draft, fix| mend(draft, &fix)),
        HealthReason::UnusedScopes { scopes, .. } => {
            scopes.iter().fold(draft, |draft, scope| mend(draft, &Fix::RemoveScope { scope: scope.clone() }))
        }
        _ => draft,
    }
}

/// Name and description without what nobody sees.
fn shown(draft: ClientDraft) -> ClientDraft {
    let name = without_hidden(&draft.name, Lines::One);
    let description = without_hidden(&draft.description, Lines::Several);
    let draft = mend(draft, &Fix::ReplaceDescription { description });
    if name.is_empty() { draft } else { mend(draft, &Fix::ReplaceName { name }) }
}

/// The roles for SCIM alone, and with them the long duration, which no other set of roles may have.
fn scim_alone(mut draft: ClientDraft, reason: &HealthReason, known: &Known<'_>) -> ClientDraft {
    let is_scim = |role: &RoleDraft| known.facts.scim_standing(&role.role_id).is_for_scim();
    if !draft.roles.iter().any(is_scim) {
        return draft;
    }
    draft.roles.retain(is_scim);
    draft.preset = Preset::Scim;
    let is_about_roles = matches!(reason, HealthReason::ScimOtherRole { .. });
    if !is_about_roles || draft.duration.seconds() == Ok(DEFAULT_SECONDS) {
        draft = mend(draft, &Fix::SetDuration { seconds: SCIM_MAX_SECONDS });
    }
    draft
}

fn every_division(mut draft: ClientDraft, known: &Known<'_>) -> ClientDraft {
    let for_scim = |role: &RoleDraft| *known.facts.scim_standing(&role.role_id) != ScimStanding::NotScim;
    if let Some(role) = draft.roles.iter_mut().find(|role| for_scim(role))
        && !role.division_ids.iter().any(|id| id == ALL_DIVISIONS)
    {
        for division in &known.facts.divisions {
            if !role.division_ids.contains(&division.id) {
                role.division_ids.push(division.id.clone());
            }
        }
    }
    draft
}

/// Every address that the finding is about, as the rules of the form would write it; none is there twice afterwards.
fn addresses(mut draft: ClientDraft, code: HealthCode, own: &Region) -> ClientDraft {
    let mut rows: Vec<String> = Vec::new();
    for uri in &draft.redirect_uris {
        let Some(better) = redirect_uris::mended(uri, code, own) else {
            rows.push(uri.clone());
            continue;
        };
        for address in better {
            if !rows.contains(&address) && !draft.redirect_uris.contains(&address) {
                rows.push(address);
            }
        }
    }
    draft.redirect_uris = rows;
    draft
}
