//! The roles of a draft, each within divisions.
//! It must never let a role pass that the signed-in person surely cannot grant.

use crate::domain::draft::ClientDraft;
use crate::domain::facts::OrgFacts;
use crate::domain::finding::{Field, Finding, Rule};
use crate::domain::preset::Preset;
use crate::domain::role::{ALL_DIVISIONS, Divisions, HeldIn, RoleDraft, RoleGrant};

pub(super) fn check_roles(draft: &ClientDraft, facts: &OrgFacts) -> (Vec<RoleGrant>, Vec<Finding>) {
    let mut grants: Vec<RoleGrant> = Vec::new();
    let mut findings = Vec::new();
    if draft.roles.is_empty() && !(draft.preset == Preset::Scim && facts.scim_role().is_none()) {
        findings.push(Finding::on(Field::Roles, Rule::RoleRequired));
    }
    for (row, role) in draft.roles.iter().enumerate() {
        let rules = check_role(role, draft.preset, facts);
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

fn check_role(role: &RoleDraft, preset: Preset, facts: &OrgFacts) -> Vec<Rule> {
    let Some(known) = facts.role(&role.role_id) else {
        return vec![Rule::RoleUnknown { role_id: role.role_id.clone() }];
    };
    let name = known.name.clone();
    let mut rules = Vec::new();
    // The SCIM preset says the same of its one role in its own words.
    if known.held.is_nowhere() && !(preset == Preset::Scim && known.is_scim_integration()) {
        rules.push(Rule::RoleNotHeld { role: name.clone() });
    }
    if known.is_privileged() {
        rules.push(Rule::RolePrivileged { role: name.clone() });
    }
    if role.division_ids.is_empty() {
        rules.push(Rule::DivisionRequired { role: name.clone() });
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
