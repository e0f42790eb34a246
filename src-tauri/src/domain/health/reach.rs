//! Clients that may do more than they need: roles that may do nearly everything, all divisions, wide scopes.
//! It must never call a scope too wide unless enough days of calls were really looked at.

use super::areas::{areas_of, is_known, only_reads};
use super::known::{Index, SeenEndpoint};
use super::reason::HealthReason;
use super::scim::is_scim_role;
use crate::domain::client::OauthClient;
use crate::domain::grant::{GrantType, HeldGrantType};
use crate::domain::preset::{Preset, needed_scopes};
use crate::domain::role::{ALL_DIVISIONS, Role};
use crate::domain::scope::{ScopeId, USER_BASIC_INFO};

pub(super) fn check(client: &OauthClient, index: &Index<'_>) -> Vec<HealthReason> {
    match client.grant_type {
        HeldGrantType::Offered { grant_type: GrantType::ClientCredentials } => {
            let mut reasons = Vec::new();
            reasons.extend(privileged(client, index));
            reasons.extend(everywhere(client, index));
            reasons
        }
        HeldGrantType::Offered { .. } => scopes(client, index),
        HeldGrantType::Password | HeldGrantType::Unknown { .. } => Vec::new(),
    }
}

/// Names of the roles that a condition holds for, each once.
fn role_names(client: &OauthClient, index: &Index<'_>, holds: impl Fn(&Role, &str) -> bool) -> Vec<String> {
    let mut names: Vec<String> = client
        .roles
        .iter()
        .filter(|held| index.role(&held.role_id).is_some_and(|role| holds(role, &held.division_id)))
        .map(|held| index.role_name(&held.role_id))
        .collect();
    names.sort();
    names.dedup();
    names
}

fn privileged(client: &OauthClient, index: &Index<'_>) -> Option<HealthReason> {
    let roles = role_names(client, index, |role, _| role.is_privileged());
    let only_read_days =
        index.called(client).filter(|(seen, _)| seen.iter().all(only_reads)).map(|(_, days)| days);
    (!roles.is_empty()).then_some(HealthReason::PrivilegedRole { roles, only_read_days })
}

/// A role for SCIM has to reach every division that it manages; all of them is one way to say so. What else the client
/// holds everywhere is said all the same.
fn everywhere(client: &OauthClient, index: &Index<'_>) -> Option<HealthReason> {
    let wide = |role: &Role, division: &str| division == ALL_DIVISIONS && !is_scim_role(&role.id, index);
    let roles = role_names(client, index, wide);
    (!roles.is_empty()).then_some(HealthReason::AllDivisions { roles })
}

fn scopes(client: &OauthClient, index: &Index<'_>) -> Vec<HealthReason> {
    let Some((seen, days)) = index.called(client) else { return Vec::new() };
    // An address that no row knows may need any scope: then nothing is proven.
    let Some(called) =
        seen.iter().map(|seen| Some((seen, areas_of(&seen.template)?))).collect::<Option<Vec<_>>>()
    else {
        return Vec::new();
    };
    // Embeddable Framework asks for its scopes whether or not they are used.
    let needed = needed_scopes(Preset::Plain, &client.redirect_uris);
    let held = client.scopes.iter().filter_map(|scope| ScopeId::parse(scope));
    let (mut unused, mut only_read) = (Vec::new(), Vec::new());
    for scope in held.filter(|scope| scope.as_str() != USER_BASIC_INFO && !needed.contains(&scope.as_str())) {
        let area = scope.area();
        let calls: Vec<&SeenEndpoint> =
            called.iter().filter(|(_, areas)| areas.contains(&area)).map(|(seen, _)| *seen).collect();
        if calls.is_empty() {
            if is_known(area) {
                unused.push(scope.as_str().to_owned());
            }
        } else if !scope.is_readonly() && calls.iter().all(|seen| only_reads(seen)) {
            let twin = scope.readonly_twin();
            if index.known.facts.scopes.iter().any(|known| known.id == twin.as_str()) {
                only_read.push(scope.as_str().to_owned());
            }
        }
    }
    let mut reasons = Vec::new();
    if !only_read.is_empty() {
        reasons.push(HealthReason::ReadonlyEnough { scopes: only_read, days });
    }
    if !unused.is_empty() {
        reasons.push(HealthReason::UnusedScopes { scopes: unused, days });
    }
    reasons
}
