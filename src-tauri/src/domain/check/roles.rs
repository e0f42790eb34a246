//! The roles of a draft, each within divisions.
//! It must never let a role pass that the signed-in person surely cannot grant.

use crate::domain::draft::ClientDraft;
use crate::domain::duration::{DEFAULT_SECONDS, MAX_SECONDS};
use crate::domain::facts::OrgFacts;
use crate::domain::finding::{Field, Finding, Rule};
use crate::domain::preset::Preset;
use crate::domain::role::{ALL_DIVISIONS, Divisions, HeldIn, Role, RoleDraft, RoleGrant};

pub(super) fn check_roles(draft: &ClientDraft, facts: &OrgFacts) -> (Vec<RoleGrant>, Vec<Finding>) {
    let mut grants: Vec<RoleGrant> = Vec::new();
    let mut findings = Vec::new();
    if draft.roles.is_empty() && !(draft.preset == Preset::Scim && facts.scim_roles().is_empty()) {
        findings.push(Finding::on(Field::Roles, Rule::RoleRequired));
    }
    for (row, role) in draft.roles.iter().enumerate() {
        let rules = check_role(role, draft, facts);
        findings.extend(rules.into_iter().map(|rule| Finding::on(Field::Roles, rule).at(row)));
        if grants.iter().any(|grant| grant.role_id == role.role_id) {
            let rule = Rule::RoleRepeated { role: role_name(role, facts) };
            findings.push(Finding::on(Field::Roles, rule).at(row));
            continue;
        }
        grants.push(RoleGrant { role_id: role.role_id.clone(), divisions: divisions(role) });
    }
    (grants, findings)
}

fn check_role(role: &RoleDraft, draft: &ClientDraft, facts: &OrgFacts) -> Vec<Rule> {
    let Some(known) = facts.role(&role.role_id) else {
        return vec![Rule::RoleUnknown { role_id: role.role_id.clone() }];
    };
    let name = known.name.clone();
    let mut rules = Vec::new();
    // The SCIM preset says the same of its role in its own words.
    if known.held.is_nowhere() && !(draft.preset == Preset::Scim && known.scim.is_for_scim()) {
        rules.push(Rule::RoleNotHeld { role: name.clone() });
    }
    if known.is_privileged() {
        rules.push(Rule::RolePrivileged { role: name.clone() });
    }
    if role.division_ids.is_empty() {
        rules.push(Rule::DivisionRequired { role: name.clone() });
    }
    let long = draft.preset == Preset::Scim || draft.duration.seconds().is_ok_and(|s| s > MAX_SECONDS);
    if long && !known.scim.extra().is_empty() {
        let extra = known.scim.extra().to_vec();
        rules.push(Rule::ScimRoleExtra { role: name.clone(), extra, fallback: DEFAULT_SECONDS });
    }
    if role.division_ids.iter().any(|id| id == ALL_DIVISIONS) {
        rules.extend(everywhere(known));
    }
    for id in role.division_ids.iter().filter(|id| *id != ALL_DIVISIONS) {
        match (facts.division(id), &known.held) {
            (None, _) => rules.push(Rule::DivisionUnknown { role: name.clone(), division_id: id.clone() }),
            (Some(division), HeldIn::Divisions { division_ids }) if !division_ids.contains(id) => {
                rules.push(Rule::RoleNotHeldInDivision {
                    role: name.clone(),
                    division: division.name.clone(),
                });
            }
            _ => {}
        }
    }
    rules
}

/// All divisions are wider than any list of them: nothing that is said of one may go unsaid of all.
fn everywhere(role: &Role) -> Option<Rule> {
    match &role.held {
        HeldIn::Divisions { .. } => Some(Rule::RoleNotHeldEverywhere { role: role.name.clone() }),
        _ if role.scim.is_for_scim() => None,
        _ => Some(Rule::RoleEverywhere { role: role.name.clone() }),
    }
}

fn role_name(role: &RoleDraft, facts: &OrgFacts) -> String {
    facts.role(&role.role_id).map_or_else(|| role.role_id.clone(), |known| known.name.clone())
}

/// Where a role is to be granted; choosing all makes the others superfluous.
fn divisions(role: &RoleDraft) -> Divisions {
    if role.division_ids.iter().any(|id| id == ALL_DIVISIONS) {
        return Divisions::All;
    }
    let mut ids = role.division_ids.clone();
    ids.sort();
    ids.dedup();
    Divisions::Only(ids)
}
