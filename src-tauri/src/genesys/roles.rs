//! Roles: what they may do, where they are held, and what Genesys made the SCIM role with.
//! It must never restore default roles by force: that would reset roles the organization has customised.

use reqwest::Method;
use serde::Deserialize;

use super::answers::{self, Kept, Maybe, lenient};
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

    /// Every role, without asking where it is held. One that cannot be read is left out, and counted.
    pub async fn read_role_names(&self) -> Result<Vec<Role>, ApiError> {
        let read = self.read_pages::<Maybe<RoleJson>>("/api/v2/authorization/roles", 500).await?;
        let read = self.keep(Kept::of(read), RoleJson::read);
        let (mut roles, permissions): (Vec<Role>, Vec<Option<Vec<String>>>) = read.into_iter().unzip();
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
        let RoleJson { permissions, permission_policies, .. } = difference.role_from_default.0?;
        united(permissions, permission_policies)
    }

    /// Adds the default roles that are missing and leaves every existing one as it is.
    pub async fn restore_default_roles(&self) -> Result<Answered<()>, ApiError> {
        self.write(Method::POST, RESTORE_ROLES, None, |body| answers::nothing(body).ok()).await
    }
}

/// A role; the one that Genesys made a default role with may have no identifier.
#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
struct RoleJson {
    id: Maybe<String>,
    name: Maybe<String>,
    description: Maybe<String>,
    default_role_id: Maybe<String>,
    permissions: Maybe<Kept<String>>,
    permission_policies: Maybe<Kept<PolicyJson>>,
}

#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
struct PolicyJson {
    domain: Maybe<String>,
    entity_name: Maybe<String>,
    action_set: Maybe<Kept<String>>,
}

#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
struct RoleDifferenceJson {
    role_from_default: Maybe<RoleJson>,
}

lenient!(RoleJson, PolicyJson);

impl RoleJson {
    /// The role, and what it may do.
    fn read(self) -> Option<(Role, Option<Vec<String>>)> {
        let role = Role {
            id: self.id.0?,
            name: self.name.or_default(),
            description: self.description.or_default(),
            default_role_id: self.default_role_id.0.filter(|id| !id.is_empty()),
            held: HeldIn::Unknown,
            scim: ScimStanding::Unknown,
            may_everything: false,
        };
        Some((role, united(self.permissions, self.permission_policies)))
    }
}

/// What a role may do, from both of the ways in which the API says it; `None` when it says neither, or something that
/// cannot be read: that could be the one permission too many. Conditions of a policy make it narrower, and are not
/// looked at.
fn united(permissions: Maybe<Kept<String>>, policies: Maybe<Kept<PolicyJson>>) -> Option<Vec<String>> {
    let (permissions, policies) = (permissions.or_default(), policies.or_default());
    let mut all = whole(permissions)?;
    for policy in whole(policies)? {
        let (domain, entity) = (policy.domain.0?, policy.entity_name.0?);
        let actions = whole(policy.action_set.or_default())?;
        all.extend(actions.iter().map(|action| format!("{domain}:{entity}:{action}")));
    }
    all.sort();
    all.dedup();
    (!all.is_empty()).then_some(all)
}

/// The entries of a list, if all of them could be read.
fn whole<T>(list: Kept<T>) -> Option<Vec<T>> {
    (list.skipped == 0).then_some(list.entries)
}
