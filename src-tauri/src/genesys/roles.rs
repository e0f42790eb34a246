//! Roles: what they may do, where they are held, and what Genesys made the SCIM role with.
//! It must never restore default roles by force: that would reset roles the organization has customised.

use reqwest::Method;
use serde::Deserialize;

use super::answers;
use super::error::{Answered, ApiError};
use super::session::Session;
use crate::domain::role::{HeldIn, Role};
use crate::domain::scim_role::{ReadRole, ScimStanding, may_everything, standings};

/// Path that restores default roles. `force=true` is never sent.
pub const RESTORE_ROLES: &str = "/api/v2/authorization/roles/default?force=false";

impl Session {
    /// Every role, with where it is held.
    pub async fn read_roles(&self) -> Result<Vec<Role>, ApiError> {
        let (roles, held) = tokio::join!(self.read_role_names(), self.read_held_roles());
        let held = held?;
        Ok(roles?.into_iter().map(|role| Role { held: held.of(&role.id), ..role }).collect())
    }

    /// Every role, without asking where it is held.
    pub async fn read_role_names(&self) -> Result<Vec<Role>, ApiError> {
        let read = self.read_pages::<RoleJson>("/api/v2/authorization/roles", 500).await?;
        let permissions: Vec<_> = read.iter().map(RoleJson::permissions).collect();
        let mut roles: Vec<Role> = read.into_iter().map(Role::from).collect();
        for (role, permissions) in roles.iter_mut().zip(&permissions) {
            role.may_everything = permissions.as_deref().is_some_and(may_everything);
        }
        let factory = self.read_factory_permissions(&roles).await;
        let judged: Vec<_> = roles
            .iter()
            .zip(&permissions)
            .map(|(role, permissions)| ReadRole { role, permissions: permissions.as_deref() })
            .collect();
        let standings = standings(&judged, factory.as_deref());
        for (role, standing) in roles.iter_mut().zip(standings) {
            role.scim = standing;
        }
        Ok(roles)
    }

    /// What Genesys made the organization's SCIM Integration role with. Where that cannot be read, the role as it is
    /// has to do.
    async fn read_factory_permissions(&self, roles: &[Role]) -> Option<Vec<String>> {
        let role = roles.iter().find(|role| role.is_scim_integration())?;
        let default_id = role.default_role_id.as_deref().filter(|id| answers::is_identifier(id))?;
        if !answers::is_identifier(&role.id) {
            return None;
        }
        let path = format!("/api/v2/authorization/roles/{}/comparedefault/{default_id}", role.id);
        let difference: RoleDifferenceJson = self.read(&path, None).await.ok()?;
        difference.role_from_default?.permissions()
    }

    /// Adds the default roles that are missing and leaves every existing one as it is.
    pub async fn restore_default_roles(&self) -> Result<Answered<()>, ApiError> {
        self.write(Method::POST, RESTORE_ROLES, None, |body| answers::nothing(body).ok()).await
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct RoleJson {
    id: String,
    name: Option<String>,
    description: Option<String>,
    default_role_id: Option<String>,
    permissions: Option<Vec<String>>,
    permission_policies: Option<Vec<PolicyJson>>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct PolicyJson {
    domain: Option<String>,
    entity_name: Option<String>,
    #[serde(default)]
    action_set: Vec<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct RoleDifferenceJson {
    role_from_default: Option<FactoryRoleJson>,
}

/// A role that may not be in the organization, and so may have no identifier.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct FactoryRoleJson {
    permissions: Option<Vec<String>>,
    permission_policies: Option<Vec<PolicyJson>>,
}

impl RoleJson {
    fn permissions(&self) -> Option<Vec<String>> {
        united(self.permissions.as_deref(), self.permission_policies.as_deref())
    }
}

impl FactoryRoleJson {
    fn permissions(&self) -> Option<Vec<String>> {
        united(self.permissions.as_deref(), self.permission_policies.as_deref())
    }
}

impl From<RoleJson> for Role {
    fn from(json: RoleJson) -> Role {
        Role {
            id: json.id,
            name: json.name.unwrap_or_default(),
            description: json.description.unwrap_or_default(),
            default_role_id: json.default_role_id.filter(|id| !id.is_empty()),
            held: HeldIn::Unknown,
            scim: ScimStanding::Unknown,
            may_everything: false,
        }
    }
}

/// What a role may do, from both of the ways in which the API says it; `None` when it says neither. Conditions of a
/// policy make it narrower, and are not looked at.
fn united(permissions: Option<&[String]>, policies: Option<&[PolicyJson]>) -> Option<Vec<String>> {
    let mut all: Vec<String> = permissions.unwrap_or_default().to_vec();
    for policy in policies.unwrap_or_default() {
        let (Some(domain), Some(entity)) = (&policy.domain, &policy.entity_name) else { continue };
        all.extend(policy.action_set.iter().map(|action| format!("{domain}:{entity}:{action}")));
    }
    all.sort();
    all.dedup();
    (!all.is_empty()).then_some(all)
}
