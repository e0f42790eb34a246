//! SCIM clients that are no longer what they were made as.
//! It must never say when a token really ends: the organization does not tell, so the day is derived and called so.

use std::collections::BTreeSet;

use jiff::{SignedDuration, Timestamp};

use super::known::Index;
use super::reason::{HealthReason, days_between};
use crate::domain::client::OauthClient;
use crate::domain::duration::{DEFAULT_SECONDS, MAX_SECONDS, SCIM_MAX_SECONDS};
use crate::domain::grant::{GrantType, HeldGrantType};
use crate::domain::role::{ALL_DIVISIONS, Role};
use crate::domain::scim_role::ScimStanding;

/// So many days before and after, the end of a first token is spoken of.
const TOKEN_DAYS: i32 = 60;

pub(super) fn check(client: &OauthClient, index: &Index<'_>) -> Vec<HealthReason> {
    if !is_for_scim(client, index) {
        return Vec::new();
    }
    let mut reasons = Vec::new();
    let changed = changed_roles(client, index);
    // A duration that fell by its role is set again once the role is mended, and not before.
    if !changed.iter().any(|reason| matches!(reason, HealthReason::ScimRoleExtra { .. })) {
        reasons.extend(duration(client));
    }
    reasons.extend(changed);
    reasons.extend(other_roles(client, index));
    reasons.extend(divisions(client, index));
    reasons.extend(token_end(client, index.known.now));
    reasons
}

/// Whether it is a client with a role for SCIM, alone or not; or one whose tokens live longer than any other's may.
fn is_for_scim(client: &OauthClient, index: &Index<'_>) -> bool {
    client.grant_type == HeldGrantType::Offered { grant_type: GrantType::ClientCredentials }
        && (lives_long(client) || client.roles.iter().any(|held| is_scim_role(&held.role_id, index)))
}

/// Whether a role is one for SCIM, with or without more.
pub(super) fn is_scim_role(id: &str, index: &Index<'_>) -> bool {
    index.role(id).is_some_and(|role| role.scim.is_for_scim())
}

fn lives_long(client: &OauthClient) -> bool {
    client.seconds.is_some_and(|seconds| seconds > MAX_SECONDS)
}

/// A day is what is left when another role joins; two days are what any client may have.
fn duration(client: &OauthClient) -> Option<HealthReason> {
    let seconds = client.seconds.filter(|seconds| *seconds <= MAX_SECONDS)?;
    let max = SCIM_MAX_SECONDS;
    Some(if seconds == DEFAULT_SECONDS {
        HealthReason::ScimDurationFell { seconds, max }
    } else {
        HealthReason::ScimDurationShort { seconds, max }
    })
}

/// The roles of a client, each once.
fn roles<'a>(client: &OauthClient, index: &Index<'a>) -> Vec<&'a Role> {
    let ids: BTreeSet<&str> = client.roles.iter().map(|held| held.role_id.as_str()).collect();
    ids.into_iter().filter_map(|id| index.role(id)).collect()
}

/// Roles that are no longer what SCIM needs: to which something was added, or, of the default role, taken away.
fn changed_roles(client: &OauthClient, index: &Index<'_>) -> Vec<HealthReason> {
    let changed = |role: &Role| match &role.scim {
        ScimStanding::ScimPlus { extra } => Some(HealthReason::ScimRoleExtra {
            role: role.name.clone(),
            extra: extra.clone(),
            seconds: client.seconds.unwrap_or(DEFAULT_SECONDS),
            fallback: DEFAULT_SECONDS,
        }),
        ScimStanding::Scim { missing } if role.is_scim_integration() && !missing.is_empty() => {
            Some(HealthReason::ScimRoleLess { role: role.name.clone(), missing: missing.clone() })
        }
        _ => None,
    };
    roles(client, index).into_iter().filter_map(changed).collect()
}

fn other_roles(client: &OauthClient, index: &Index<'_>) -> Option<HealthReason> {
    let role = roles(client, index).into_iter().find(|role| role.scim.is_for_scim())?.name.clone();
    let other = |id: &str| match index.role(id).map(|role| &role.scim) {
        Some(ScimStanding::NotScim) | None => true,
        // Genesys Cloud has accepted the long duration with it.
        Some(ScimStanding::Unknown) => !lives_long(client),
        Some(_) => false,
    };
    let others: BTreeSet<String> = client
        .roles
        .iter()
        .filter(|held| other(&held.role_id))
        .map(|held| index.role_name(&held.role_id))
        .collect();
    let others: Vec<String> = others.into_iter().collect();
    (!others.is_empty()).then_some(HealthReason::ScimOtherRole { role, others, fallback: DEFAULT_SECONDS })
}

fn divisions(client: &OauthClient, index: &Index<'_>) -> Option<HealthReason> {
    let for_scim = |id: &str| index.role(id).is_none_or(|role| role.scim != ScimStanding::NotScim);
    let held: Vec<&str> = client
        .roles
        .iter()
        .filter(|held| for_scim(&held.role_id))
        .map(|held| held.division_id.as_str())
        .collect();
    if held.is_empty() || held.contains(&ALL_DIVISIONS) {
        return None;
    }
    let all = &index.known.facts.divisions;
    let missing: Vec<String> = all
        .iter()
        .filter(|division| !held.contains(&division.id.as_str()))
        .map(|division| division.name.clone())
        .collect();
    let managed = (all.len() - missing.len()) as u32;
    (!missing.is_empty()).then_some(HealthReason::ScimDivisionsMissing {
        missing,
        managed,
        all: all.len() as u32,
    })
}

/// When a token that was taken on the day of creation, or of the last change, would end: the next of the two that is
/// near. Identity systems hold one token for the whole time, and stop when it ends.
fn token_end(client: &OauthClient, now: Timestamp) -> Option<HealthReason> {
    let seconds = client.seconds.filter(|seconds| *seconds > MAX_SECONDS)?;
    let ends = |since: &Option<String>| {
        let since = since.as_deref()?;
        let end = since
            .parse::<Timestamp>()
            .ok()?
            .checked_add(SignedDuration::from_secs(i64::from(seconds)))
            .ok()?;
        let days = days_between(now, end).filter(|days| (-TOKEN_DAYS..=TOKEN_DAYS).contains(days))?;
        Some((days < 0, days.abs(), since.to_owned(), end.to_string()))
    };
    let nearest = [&client.created_at, &client.modified_at].into_iter().filter_map(ends).min();
    nearest.map(|(_, _, since, ends)| HealthReason::ScimTokenEnds { since, ends, seconds })
}
