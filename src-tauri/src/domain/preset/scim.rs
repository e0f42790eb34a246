//! The SCIM preset: client credentials, a role for SCIM and nothing else, up to 450 days.
//! It must never let another role through: that would silently cut the duration to a day.

use std::collections::BTreeSet;

use super::{Asks, Preset};
use crate::domain::client::OauthClient;
use crate::domain::draft::ClientDraft;
use crate::domain::duration::{DEFAULT_SECONDS, DurationDraft, MAX_SECONDS, MIN_SECONDS, SCIM_MAX_SECONDS};
use crate::domain::facts::OrgFacts;
use crate::domain::finding::{Field, Finding, Rule};
use crate::domain::fix::Fix;
use crate::domain::grant::{GrantType, HeldGrantType};
use crate::domain::role::{ALL_DIVISIONS, RoleDraft, SCIM_ROLE_NAME};
use crate::domain::scim_role::{ScimRoles, ScimStanding};

/// A client with SCIM roles alone is one for SCIM; and so is one whose tokens live longer than any other client's may.
pub(super) fn fits(client: &OauthClient, scim_roles: &ScimRoles) -> bool {
    let credentials = HeldGrantType::Offered { grant_type: GrantType::ClientCredentials };
    if client.grant_type != credentials || client.roles.is_empty() {
        return false;
    }
    let standings = || client.roles.iter().map(|held| scim_roles.standing(&held.role_id));
    let long = client.seconds.is_some_and(|seconds| seconds > MAX_SECONDS);
    standings().all(|standing| standing.is_for_scim() || long && *standing == ScimStanding::Unknown)
}

pub(super) fn start(facts: &OrgFacts) -> ClientDraft {
    ClientDraft {
        preset: Preset::Scim,
        grant_type: GrantType::ClientCredentials,
        name: String::new(),
        description: String::new(),
        duration: DurationDraft::of_seconds(SCIM_MAX_SECONDS),
        redirect_uris: Vec::new(),
        scopes: Vec::new(),
        roles: scim_role_in_home_division(facts).into_iter().collect(),
        embedding: None,
        mark: None,
        editing: None,
        back_to: None,
    }
}

/// The draft with the SCIM role filled in, once the organization has it. A role that is gone makes room for it.
#[must_use]
pub fn with_role(mut draft: ClientDraft, facts: &OrgFacts) -> ClientDraft {
    if draft.preset != Preset::Scim {
        return draft;
    }
    draft.roles.retain(|role| facts.role(&role.role_id).is_some());
    if draft.roles.is_empty() {
        draft.roles.extend(scim_role_in_home_division(facts));
    }
    draft
}

fn scim_role_in_home_division(facts: &OrgFacts) -> Option<RoleDraft> {
    let division_ids = facts.home_division().map(|home| home.id.clone()).into_iter().collect();
    facts.scim_roles().first().map(|role| RoleDraft { role_id: role.id.clone(), division_ids })
}

pub(super) fn asks(facts: &OrgFacts) -> Asks {
    Asks {
        grant_types: vec![GrantType::ClientCredentials],
        embedding: false,
        redirect_uris: false,
        scopes: false,
        roles: false,
        role_choices: facts.scim_roles().into_iter().map(|role| role.id.clone()).collect(),
        min_seconds: MIN_SECONDS,
        max_seconds: SCIM_MAX_SECONDS,
        recommended_seconds: SCIM_MAX_SECONDS,
    }
}

pub(super) fn check(draft: &ClientDraft, facts: &OrgFacts) -> Vec<Finding> {
    let offered = facts.scim_roles();
    if offered.is_empty() && draft.roles.iter().all(|role| facts.role(&role.role_id).is_none()) {
        let rule = Rule::ScimRoleMissing { role: SCIM_ROLE_NAME.to_owned() };
        return vec![Finding::on(Field::Roles, rule).mended_by(Fix::RestoreDefaultRoles)];
    }
    let mut findings = Vec::new();
    for (row, role) in draft.roles.iter().enumerate() {
        let Some(known) = facts.role(&role.role_id) else { continue };
        let name = known.name.clone();
        if known.scim.is_for_scim() && known.held.is_nowhere() {
            findings.push(Finding::on(Field::Roles, Rule::ScimRoleNotHeld { role: name.clone() }).at(row));
        }
        if known.scim == ScimStanding::NotScim {
            let rule = Rule::ScimOtherRole { role: name, fallback: DEFAULT_SECONDS };
            let fix = Fix::RemoveRole { role_id: role.role_id.clone() };
            findings.push(Finding::on(Field::Roles, rule).at(row).mended_by(fix));
        }
    }
    findings.extend(some_divisions(draft, facts));
    findings
}

/// How many divisions the identity system will manage, through whichever role for SCIM.
fn some_divisions(draft: &ClientDraft, facts: &OrgFacts) -> Option<Finding> {
    let for_scim = |role: &&RoleDraft| *facts.scim_standing(&role.role_id) != ScimStanding::NotScim;
    let chosen: BTreeSet<&str> =
        draft.roles.iter().filter(for_scim).flat_map(|role| &role.division_ids).map(String::as_str).collect();
    let all = facts.divisions.len();
    if chosen.is_empty() || chosen.len() >= all || chosen.contains(ALL_DIVISIONS) {
        return None;
    }
    let rule = Rule::ScimSomeDivisions { chosen: chosen.len() as u32, all: all as u32 };
    Some(Finding::on(Field::Roles, rule))
}
