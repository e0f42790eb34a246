//! The token duration of a draft.
//! It must never know another field but the one rule that ties long durations to SCIM roles, nor offer to shorten a
//! duration that exists without saying so.

use std::collections::BTreeSet;

use crate::domain::draft::ClientDraft;
use crate::domain::duration::{
    DEFAULT_SECONDS, DurationProblem, EMBEDDED_SECONDS, HIPAA_IDLE_SECONDS, MAX_SECONDS, MIN_SECONDS,
    SCIM_MAX_SECONDS,
};
use crate::domain::facts::OrgFacts;
use crate::domain::finding::{Field, Finding, Rule};
use crate::domain::fix::Fix;
use crate::domain::grant::GrantType;
use crate::domain::preset::Preset;
use crate::domain::role::RoleDraft;
use crate::domain::scim_role::ScimStanding;

pub(super) fn check_duration(draft: &ClientDraft, facts: &OrgFacts) -> (Option<u32>, Vec<Finding>) {
    let mut findings = Vec::new();
    let seconds = draft.duration.seconds();
    let long = long_lived(draft, facts, seconds.ok());
    let max = if long == Long::No { MAX_SECONDS } else { SCIM_MAX_SECONDS };
    let mut add = |rule: Rule, fix: Option<Fix>| {
        findings.push(Finding { fix, ..Finding::on(Field::Duration, rule) });
    };
    let set = |seconds: u32| Some(set_duration(draft, seconds));
    match seconds {
        Err(DurationProblem::Missing) => add(Rule::DurationRequired, None),
        Err(DurationProblem::NotANumber) => add(Rule::DurationNotANumber, None),
        Err(DurationProblem::TwoWays { .. }) => {}
        Err(DurationProblem::NotWhole) => add(Rule::DurationNotWhole, None),
        Err(DurationProblem::TooLarge) => add(Rule::DurationTooLong { max }, set(max)),
        Ok(s) if s < MIN_SECONDS => add(Rule::DurationTooShort { min: MIN_SECONDS }, set(MIN_SECONDS)),
        Ok(s) if s > SCIM_MAX_SECONDS => add(Rule::DurationTooLong { max }, set(max)),
        Ok(s) if s > MAX_SECONDS && long != Long::Yes => match long {
            Long::Kept => add(Rule::DurationMayFall { fallback: DEFAULT_SECONDS }, None),
            Long::Perhaps => {
                add(Rule::DurationScimUnknown { max: MAX_SECONDS, fallback: DEFAULT_SECONDS }, None)
            }
            _ => {
                let fix = Some(roles_again(draft).unwrap_or_else(|| set_duration(draft, max)));
                add(Rule::DurationNeedsScim { max, scim_max: SCIM_MAX_SECONDS }, fix);
            }
        },
        Ok(s) if draft.preset == Preset::Scim && s < SCIM_MAX_SECONDS => {
            add(Rule::DurationBelowScimMax { recommended: SCIM_MAX_SECONDS }, set(SCIM_MAX_SECONDS));
        }
        Ok(s) if draft.preset == Preset::EmbeddableFramework && s != EMBEDDED_SECONDS => {
            add(Rule::DurationNotRecommended { recommended: EMBEDDED_SECONDS }, set(EMBEDDED_SECONDS));
        }
        Ok(_) => {}
    }
    if facts.hipaa {
        add(Rule::HipaaIdle { seconds: HIPAA_IDLE_SECONDS }, None);
    }
    if let Err(DurationProblem::TwoWays { short, long }) = seconds {
        findings.insert(0, two_ways(draft, short, long, max));
    }
    (seconds.ok(), findings)
}

/// Neither reading is taken before one is chosen; what this client may not have is named and not offered.
fn two_ways(draft: &ClientDraft, short: u32, long: Option<u32>, max: u32) -> Finding {
    let offered = [Some(short), long].into_iter().flatten().filter(|seconds| *seconds <= max);
    let mut fixes = offered.map(|seconds| set_duration(draft, seconds));
    let finding = Finding::on(Field::Duration, Rule::DurationTwoWays { short, long });
    Finding { fix: fixes.next(), other_fix: fixes.next(), ..finding }
}

/// Whether tokens may live longer than 48 hours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Long {
    /// Every role is one for SCIM.
    Yes,
    /// Nothing is known of the permissions of some role.
    Perhaps,
    /// Some role is none for SCIM, but the client has this duration with these roles.
    Kept,
    No,
}

fn long_lived(draft: &ClientDraft, facts: &OrgFacts, seconds: Option<u32>) -> Long {
    if draft.preset == Preset::Scim {
        return Long::Yes;
    }
    let standing = |role: &RoleDraft| facts.scim_standing(&role.role_id);
    let credentials = draft.grant_type == GrantType::ClientCredentials && !draft.roles.is_empty();
    let some = |wanted: ScimStanding| draft.roles.iter().any(|role| *standing(role) == wanted);
    let kept = held_seconds(draft).is_some_and(|held| Some(held) == seconds) && same_roles(draft);
    match credentials {
        true if !some(ScimStanding::NotScim) && !some(ScimStanding::Unknown) => Long::Yes,
        // Genesys Cloud has accepted it: that proves more than permissions which cannot be read.
        true if !some(ScimStanding::NotScim) => {
            if kept {
                Long::Yes
            } else {
                Long::Perhaps
            }
        }
        _ if kept => Long::Kept,
        _ => Long::No,
    }
}

/// The duration of the client that is changed, where it is longer than any client without a SCIM role may have.
fn held_seconds(draft: &ClientDraft) -> Option<u32> {
    draft.editing.as_deref()?.seconds.filter(|held| *held > MAX_SECONDS)
}

/// Whether the client that is changed keeps its roles, in whatever divisions.
fn same_roles(draft: &ClientDraft) -> bool {
    let drafted: BTreeSet<&str> = draft.roles.iter().map(|role| role.role_id.as_str()).collect();
    draft.editing.as_deref().is_some_and(|client| {
        drafted == client.roles.iter().map(|held| held.role_id.as_str()).collect::<BTreeSet<_>>()
    })
}

/// A client that loses its long duration by other roles is best given back those that it has.
fn roles_again(draft: &ClientDraft) -> Option<Fix> {
    (held_seconds(draft).is_some() && !same_roles(draft)).then_some(Fix::TakeBackRoles)
}

/// Sets a duration, and says so where that is shorter than what the client has now.
fn set_duration(draft: &ClientDraft, seconds: u32) -> Fix {
    match draft.editing.as_deref().and_then(|client| client.seconds) {
        Some(from) if from > seconds => Fix::ShortenDuration { from, seconds },
        _ => Fix::SetDuration { seconds },
    }
}
