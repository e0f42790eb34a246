//! Who may do what: the roles a caller holds, their permissions, and the refusals for lack of one.
//! Must never take a scope for a permission: the one caps the token, the other comes from roles.

use axum::http::StatusCode;

use super::needs::{Needs, NeedsAll};
use super::org::{Caller, EVERYWHERE, Org};
use super::refusal::Refusal;
use super::scene::RoleDivision;

impl Org {
    /// The roles the caller holds, with their divisions.
    pub(super) fn grants_of(&self, caller: &Caller) -> &[RoleDivision] {
        if caller.person {
            return &self.grants;
        }
        self.client(&caller.client_id).map_or(&[], |client| &client.content.roles)
    }

    pub(super) fn permissions_of(&self, caller: &Caller) -> Vec<String> {
        let mut permissions: Vec<String> = Vec::new();
        for grant in self.grants_of(caller) {
            permissions
                .extend(self.role(&grant.role_id).into_iter().flat_map(|role| role.permissions.clone()));
        }
        permissions.sort();
        permissions.dedup();
        if caller.person {
            permissions.retain(|permission| !self.settings.withheld_permissions.contains(permission));
        }
        permissions
    }

    /// Whether the caller may pass this role on.
    pub(super) fn holds(&self, caller: &Caller, wanted: &RoleDivision) -> bool {
        let strict = self.settings.roles_held_by_division;
        self.role(&wanted.role_id).is_some()
            && self.grants_of(caller).iter().any(|grant| {
                let there = grant.division_id == EVERYWHERE || grant.division_id == wanted.division_id;
                grant.role_id == wanted.role_id && (there || !strict)
            })
    }

    /// Refuses a caller who lacks the scope, or has none of the permissions: with the code for several, even where
    /// one is asked for (recorded).
    pub(super) fn allow(&self, caller: &Caller, needs: &Needs) -> Result<(), Refusal> {
        capped(caller, needs.scopes)?;
        let held = self.permissions_of(caller);
        if needs.permissions.is_empty()
            || needs.permissions.iter().any(|need| held.iter().any(|has| has == need))
        {
            return Ok(());
        }
        let message = "You must have at least one of these permissions: {permissions}";
        Err(lacking("missing.any.permissions", message, needs.permissions))
    }

    /// Refuses a caller who lacks the scope or one of the permissions.
    pub(super) fn allow_all(&self, caller: &Caller, needs: &NeedsAll) -> Result<(), Refusal> {
        capped(caller, needs.scopes)?;
        let held = self.permissions_of(caller);
        let has = |need: &str| held.iter().any(|has| has == need);
        let missing: Vec<&str> = needs.permissions.iter().copied().filter(|need| !has(need)).collect();
        if missing.is_empty() {
            return Ok(());
        }
        let message = "You are missing the following permission(s): {permissions}";
        Err(lacking("missing.permissions", message, &missing))
    }
}

/// Refuses a token whose scopes have none of these.
fn capped(caller: &Caller, wanted: &[&str]) -> Result<(), Refusal> {
    let scopes = caller.scopes.as_ref();
    if scopes.is_none_or(|scopes| wanted.iter().any(|need| scopes.iter().any(|has| has == need))) {
        return Ok(());
    }
    let message = "This application is not authorized for any of the scopes {scopes}";
    let refusal = Refusal::new(StatusCode::FORBIDDEN, "app.not.authorized.for.scope", message);
    Err(refusal.with("scopes", list(wanted)))
}

fn lacking(code: &'static str, message: &str, permissions: &[&str]) -> Refusal {
    Refusal::new(StatusCode::FORBIDDEN, code, message).with("permissions", list(permissions))
}

/// How several values stand in one message parameter (guess: section 11.3 names no form).
fn list(values: &[&str]) -> String {
    format!("[{}]", values.join(", "))
}
