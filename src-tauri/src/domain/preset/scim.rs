//! The SCIM preset: client credentials, the SCIM Integration role and nothing else, up to 450 days.
//! It must never let a second role through: that would silently cut the duration to a day.

use super::{Asks, Preset};
use crate::domain::client::OauthClient;
use crate::domain::draft::ClientDraft;
use crate::domain::duration::{DEFAULT_SECONDS, DurationDraft, MIN_SECONDS, SCIM_MAX_SECONDS};
use crate::domain::facts::OrgFacts;
use crate::domain::finding::{Field, Finding, Rule};
use crate::domain::fix::Fix;
use crate::domain::grant::{GrantType, HeldGrantType};
use crate::domain::role::{ALL_DIVISIONS, RoleDraft, SCIM_ROLE_NAME};

/// A client with the SCIM Integration role alone is one for SCIM: only there may a token live for 450 days.
pub(super) fn fits(client: &OauthClient, scim_role: Option<&str>) -> bool {
    let credentials = HeldGrantType::Offered { grant_type: GrantType::ClientCredentials };
    let alone = |role: &str| !client.roles.is_empty() && client.roles.iter().all(|held| held.role_id == role);
    client.grant_type == credentials && scim_role.is_some_and(alone)
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

/// The draft with the SCIM role filled in, once the organization has it.
#[must_use]
pub fn with_role(mut draft: ClientDraft, facts: &OrgFacts) -> ClientDraft {
    if draft.preset == Preset::Scim && draft.roles.is_empty() {
        draft.roles.extend(scim_role_in_home_division(facts));
    }
    draft
}

fn scim_role_in_home_division(facts: &OrgFacts) -> Option<RoleDraft> {
    let division_ids = facts.home_division().map(|home| home.id.clone()).into_iter().collect();
    facts.scim_role().map(|role| RoleDraft { role_id: role.id.clone(), division_ids })
}

pub(super) fn asks(facts: &OrgFacts) -> Asks {
    Asks {
        grant_types: vec![GrantType::ClientCredentials],
        embedding: false,
        redirect_uris: false,
        scopes: false,
        roles: false,
        divisions_of_role: facts.scim_role().map(|role| role.id.clone()),
        min_seconds: MIN_SECONDS,
        max_seconds: SCIM_MAX_SECONDS,
        recommended_seconds: SCIM_MAX_SECONDS,
    }
}

pub(super) fn check(draft: &ClientDraft, facts: &OrgFacts) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut add = |finding| findings.push(finding);
    let Some(scim) = facts.scim_role() else {
        let rule = Rule::ScimRoleMissing { role: SCIM_ROLE_NAME.to_owned() };
        return vec![Finding::on(Field::Roles, rule).mended_by(Fix::RestoreDefaultRoles)];
    };
    if scim.held.is_nowhere() {
        add(Finding::on(Field::Roles, Rule::ScimRoleNotHeld { role: scim.name.clone() }));
    }
    for role in draft.roles.iter().filter(|role| role.role_id != scim.id) {
        let name = facts.role(&role.role_id).map_or_else(|| role.role_id.clone(), |known| known.name.clone());
        let rule = Rule::ScimOtherRole { role: name, fallback: DEFAULT_SECONDS };
        add(Finding::on(Field::Roles, rule).mended_by(Fix::RemoveRole { role_id: role.role_id.clone() }));
    }
    if let Some(role) = draft.roles.iter().find(|role| role.role_id == scim.id) {
        let (chosen, all) = (role.division_ids.len(), facts.divisions.len());
        if chosen > 0 && chosen < all && !role.division_ids.iter().any(|id| id == ALL_DIVISIONS) {
            add(Finding::on(
                Field::Roles,
                Rule::ScimSomeDivisions { chosen: chosen as u32, all: all as u32 },
            ));
        }
    }
    findings
}
