//! The token duration of a draft.
//! It must never know another field but the one rule that ties long durations to the SCIM role.

use crate::domain::draft::ClientDraft;
use crate::domain::duration::{
    DurationProblem, EMBEDDED_SECONDS, HIPAA_IDLE_SECONDS, MAX_SECONDS, MIN_SECONDS, SCIM_MAX_SECONDS,
};
use crate::domain::facts::OrgFacts;
use crate::domain::finding::{Field, Finding, Rule};
use crate::domain::fix::Fix;
use crate::domain::grant::GrantType;
use crate::domain::preset::Preset;

pub(super) fn check_duration(draft: &ClientDraft, facts: &OrgFacts) -> (Option<u32>, Vec<Finding>) {
    let mut findings = Vec::new();
    let scim = draft.preset == Preset::Scim || only_scim_role(draft, facts);
    let max = if scim { SCIM_MAX_SECONDS } else { MAX_SECONDS };
    let mut add = |rule: Rule, seconds: Option<u32>| {
        let fix = seconds.map(|seconds| Fix::SetDuration { seconds });
        findings.push(Finding { fix, ..Finding::on(Field::Duration, rule) });
    };
    let seconds = draft.duration.seconds();
    match seconds {
        Err(DurationProblem::Missing) => add(Rule::DurationRequired, None),
        Err(DurationProblem::NotANumber) => add(Rule::DurationNotANumber, None),
        Err(DurationProblem::TwoWays { .. }) => {}
        Err(DurationProblem::NotWhole) => add(Rule::DurationNotWhole, None),
        Err(DurationProblem::TooLarge) => add(Rule::DurationTooLong { max }, Some(max)),
        Ok(s) if s < MIN_SECONDS => add(Rule::DurationTooShort { min: MIN_SECONDS }, Some(MIN_SECONDS)),
        Ok(s) if s > max && s <= SCIM_MAX_SECONDS => {
            add(Rule::DurationNeedsScim { max, scim_max: SCIM_MAX_SECONDS }, Some(max));
        }
        Ok(s) if s > max => add(Rule::DurationTooLong { max }, Some(max)),
        Ok(s) if draft.preset == Preset::Scim && s < SCIM_MAX_SECONDS => {
            add(Rule::DurationBelowScimMax { recommended: SCIM_MAX_SECONDS }, Some(SCIM_MAX_SECONDS));
        }
        Ok(s) if draft.preset == Preset::EmbeddableFramework && s != EMBEDDED_SECONDS => {
            add(Rule::DurationNotRecommended { recommended: EMBEDDED_SECONDS }, Some(EMBEDDED_SECONDS));
        }
        Ok(_) => {}
    }
    if facts.hipaa {
        add(Rule::HipaaIdle { seconds: HIPAA_IDLE_SECONDS }, None);
    }
    if let Err(DurationProblem::TwoWays { short, long }) = seconds {
        findings.insert(0, two_ways(short, long, max));
    }
    (seconds.ok(), findings)
}

/// Neither reading is taken before one is chosen; what this client may not have is named and not offered.
fn two_ways(short: u32, long: Option<u32>, max: u32) -> Finding {
    let offered = [Some(short), long].into_iter().flatten().filter(|seconds| *seconds <= max);
    let mut fixes = offered.map(|seconds| Fix::SetDuration { seconds });
    let finding = Finding::on(Field::Duration, Rule::DurationTwoWays { short, long });
    Finding { fix: fixes.next(), other_fix: fixes.next(), ..finding }
}

/// Whether a plain client holds the SCIM Integration role alone, so that the long durations apply.
fn only_scim_role(draft: &ClientDraft, facts: &OrgFacts) -> bool {
    draft.grant_type == GrantType::ClientCredentials
        && !draft.roles.is_empty()
        && draft
            .roles
            .iter()
            .all(|role| facts.role(&role.role_id).is_some_and(|known| known.is_scim_integration()))
}
