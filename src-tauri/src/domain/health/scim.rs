//! SCIM clients that are no longer what they were made as.
//! It must never say when a token really ends: the organization does not tell, so the day is derived and called so.

use jiff::{SignedDuration, Timestamp};

use super::known::Index;
use super::reason::{HealthReason, days_between};
use crate::domain::client::OauthClient;
use crate::domain::duration::{DEFAULT_SECONDS, MAX_SECONDS, SCIM_MAX_SECONDS};
use crate::domain::grant::{GrantType, HeldGrantType};
use crate::domain::role::{ALL_DIVISIONS, Role};

/// So many days before and after, the end of a first token is spoken of.
const TOKEN_DAYS: i32 = 60;

pub(super) fn check(client: &OauthClient, index: &Index<'_>) -> Vec<HealthReason> {
    let Some(role) = index.scim_role.filter(|role| is_for_scim(client, role)) else { return Vec::new() };
    let mut reasons = Vec::new();
    reasons.extend(duration(client));
    reasons.extend(other_roles(client, role, index));
    reasons.extend(divisions(client, role, index));
    reasons.extend(token_end(client, index.known.now));
    reasons
}

/// Whether it is a client with the SCIM Integration role, alone or not.
pub(super) fn is_for_scim(client: &OauthClient, role: &Role) -> bool {
    client.grant_type == HeldGrantType::Offered { grant_type: GrantType::ClientCredentials }
        && client.roles.iter().any(|held| held.role_id == role.id)
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

fn other_roles(client: &OauthClient, role: &Role, index: &Index<'_>) -> Option<HealthReason> {
    let mut others: Vec<String> = client
        .roles
        .iter()
        .filter(|held| held.role_id != role.id)
        .map(|held| index.role_name(&held.role_id))
        .collect();
    others.sort();
    others.dedup();
    let reason = HealthReason::ScimOtherRole { role: role.name.clone(), others, fallback: DEFAULT_SECONDS };
    match &reason {
        HealthReason::ScimOtherRole { others, .. } if others.is_empty() => None,
        _ => Some(reason),
    }
}

fn divisions(client: &OauthClient, role: &Role, index: &Index<'_>) -> Option<HealthReason> {
    let held: Vec<&str> = client
        .roles
        .iter()
        .filter(|held| held.role_id == role.id)
        .map(|held| held.division_id.as_str())
        .collect();
    if held.contains(&ALL_DIVISIONS) {
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
