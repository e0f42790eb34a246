//! What the rules have to know of an organization, gathered beforehand.
//! It must never hold a secret or a token.

use serde::Serialize;
use specta::Type;

use super::client::RoleDivision;
use super::role::{Division, HeldIn, Role};
use super::scim_role::{ScimRoles, ScimStanding, covers};
use super::scope::Scope;

/// Facts of an organization that decide whether a draft is right.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct OrgFacts {
    /// All roles, each with where the signed-in person holds it.
    pub roles: Vec<Role>,
    /// All divisions.
    pub divisions: Vec<Division>,
    /// All scopes.
    pub scopes: Vec<Scope>,
    /// Names of the existing clients.
    pub client_names: Vec<String>,
    /// Permissions of the signed-in person; `None` when they cannot be found out.
    pub permissions: Option<Vec<String>>,
    /// Domain of the region that the organization is in.
    pub region: String,
    /// Whether HIPAA compliance is on.
    pub hipaa: bool,
    /// Whether this organization has refused an implicit client.
    pub refuses_implicit: bool,
}

/// Permission needed to create a client. Source: Platform API description.
pub const ADD_CLIENT: &str = "oauth:client:add";
/// Permission needed to change a client, deactivate it, or give it a new secret. Same source.
pub const EDIT_CLIENT: &str = "oauth:client:edit";
/// Permission needed to restore default roles. Same source.
pub const EDIT_ROLES: &str = "authorization:role:edit";
/// Permission needed to give somebody a role. Same source.
pub const ADD_GRANTS: &str = "authorization:grant:add";
/// Permission needed to take a role from somebody. Same source.
pub const DELETE_GRANTS: &str = "authorization:grant:delete";

impl OrgFacts {
    /// The role with this identifier.
    pub fn role(&self, id: &str) -> Option<&Role> {
        self.roles.iter().find(|role| role.id == id)
    }

    /// The division with this identifier.
    pub fn division(&self, id: &str) -> Option<&Division> {
        self.divisions.iter().find(|division| division.id == id)
    }

    /// The home division.
    pub fn home_division(&self) -> Option<&Division> {
        self.divisions.iter().find(|division| division.home)
    }

    /// The roles that a new client for SCIM may have: SCIM Integration first, then the organization's own.
    pub fn scim_roles(&self) -> Vec<&Role> {
        let own =
            |role: &&Role| !role.is_scim_integration() && matches!(role.scim, ScimStanding::Scim { .. });
        let default = self.roles.iter().filter(|role| role.is_scim_integration());
        default.chain(self.roles.iter().filter(own)).collect()
    }

    /// What a role is to SCIM; unknown for one that is not there.
    pub fn scim_standing(&self, role_id: &str) -> &ScimStanding {
        self.role(role_id).map_or(&ScimStanding::Unknown, |role| &role.scim)
    }

    /// What each role is to SCIM, to look many clients up.
    pub fn scim_standings(&self) -> ScimRoles {
        ScimRoles::of(&self.roles)
    }

    /// Whether the organization offers a scope. With no list at hand the server judges.
    pub fn offers_scope(&self, id: &str) -> bool {
        self.scopes.is_empty() || self.scopes.iter().any(|scope| scope.id == id)
    }

    /// The names of the roles among these that the signed-in person surely does not hold. Whoever does not hold every
    /// role of a client can neither change it nor give it a new secret. Source: Platform API description,
    /// `bad.client.role`.
    pub fn roles_not_held(&self, granted: &[RoleDivision]) -> Vec<String> {
        let lacked =
            |role: &&Role| role.held.is_nowhere() && granted.iter().any(|pair| pair.role_id == role.id);
        self.roles.iter().filter(lacked).map(|role| role.name.clone()).collect()
    }

    /// Whether a permission is surely missing. A held permission may carry a suffix after its third part.
    pub fn lacks(&self, permission: &str) -> bool {
        self.permissions.as_ref().is_some_and(|held| !held.iter().any(|p| covers(p, permission)))
    }
}

impl HeldIn {
    /// Whether the role can surely not be granted.
    pub fn is_nowhere(&self) -> bool {
        *self == HeldIn::Nowhere
    }
}
