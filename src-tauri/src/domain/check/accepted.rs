//! What Genesys Cloud has accepted of a client before: an entry that stays as it was, or comes back, is said and let through.
//! It must never excuse an entry that is new, nor what the signed-in person may not do.

use std::mem::discriminant;

use super::rules_alone;
use crate::domain::change::draft_of;
use crate::domain::client::OauthClient;
use crate::domain::draft::ClientDraft;
use crate::domain::facts::OrgFacts;
use crate::domain::finding::{Field, Finding, Rule, Severity};
use crate::domain::role::RoleDraft;

/// A version of the client that the organization has held, with what the rules say of it.
struct Version {
    draft: ClientDraft,
    findings: Vec<Finding>,
}

/// The findings, of which errors that an accepted version had in the same entry no longer stand in the way.
pub(super) fn excuse(findings: Vec<Finding>, draft: &ClientDraft, facts: &OrgFacts) -> Vec<Finding> {
    let is_error = |finding: &Finding| finding.severity == Severity::Error;
    if !findings.iter().any(is_error) {
        return findings;
    }
    let versions: Vec<Version> = [&draft.editing, &draft.back_to]
        .into_iter()
        .flatten()
        .filter_map(|client| version(client, draft, facts))
        .collect();
    let was_accepted = |finding: &Finding| {
        is_error(finding)
            && !is_about_the_person(&finding.rule)
            && versions.iter().any(|version| version.had(finding, draft))
    };
    let excused = |finding: Finding| if was_accepted(&finding) { finding.accepted_before() } else { finding };
    findings.into_iter().map(excused).collect()
}

/// A version as the same form would show it, judged as if it were new: what the rules let through because it is there
/// already is what was accepted.
fn version(client: &OauthClient, draft: &ClientDraft, facts: &OrgFacts) -> Option<Version> {
    let as_held = ClientDraft { preset: draft.preset, editing: None, ..draft_of(client, facts)? };
    let findings = rules_alone(&as_held, facts);
    Some(Version { draft: as_held, findings })
}

/// Who may do something has nothing to do with what was accepted from somebody, once.
fn is_about_the_person(rule: &Rule) -> bool {
    matches!(
        rule,
        Rule::PermissionMissing { .. }
            | Rule::RoleNotHeld { .. }
            | Rule::ScimRoleNotHeld { .. }
            | Rule::ScimRoleMissing { .. }
    )
}

impl Version {
    /// Whether the rule spoke of this version too, about the very same entry.
    fn had(&self, finding: &Finding, draft: &ClientDraft) -> bool {
        self.findings.iter().any(|mine| {
            mine.field == finding.field
                && discriminant(&mine.rule) == discriminant(&finding.rule)
                && is_same_entry(&self.draft, mine, draft, finding)
        })
    }
}

fn is_same_entry(held: &ClientDraft, mine: &Finding, draft: &ClientDraft, finding: &Finding) -> bool {
    match finding.field {
        Field::Name => held.name.trim() == draft.name.trim(),
        Field::Description => held.description.trim() == draft.description.trim(),
        // Not what was typed, which may not be a duration at all; and how long it may be depends on the roles.
        Field::Duration => {
            held.duration.seconds().is_ok_and(|s| draft.duration.seconds() == Ok(s))
                && sorted(&held.roles) == sorted(&draft.roles)
        }
        Field::RedirectUris => is_same_address(held, mine, draft, finding),
        Field::Scopes | Field::Roles => mine.rule == finding.rule,
        Field::GrantType => held.grant_type == draft.grant_type,
        Field::Deployment | Field::Regions | Field::Organization => false,
    }
}

/// Roles and their divisions, in one order.
fn sorted(roles: &[RoleDraft]) -> Vec<(&str, Vec<&str>)> {
    let mut pairs: Vec<(&str, Vec<&str>)> = roles
        .iter()
        .map(|role| {
            let mut divisions: Vec<&str> = role.division_ids.iter().map(String::as_str).collect();
            divisions.sort_unstable();
            (role.role_id.as_str(), divisions)
        })
        .collect();
    pairs.sort_unstable();
    pairs
}

fn is_same_address(held: &ClientDraft, mine: &Finding, draft: &ClientDraft, finding: &Finding) -> bool {
    let at = |draft: &ClientDraft, row: Option<u32>| {
        row.and_then(|row| draft.redirect_uris.get(row as usize)).map(|uri| uri.trim().to_owned())
    };
    match (&mine.rule, &finding.rule) {
        // Fewer than there were is on the way to the better.
        (Rule::RedirectTooMany { count: then, .. }, Rule::RedirectTooMany { count: now, .. }) => now <= then,
        _ => mine.row.is_some() == finding.row.is_some() && at(held, mine.row) == at(draft, finding.row),
    }
}
