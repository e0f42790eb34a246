//! Roles, divisions, and a role granted within divisions.
//! It must never mix up "all divisions, present and future" with a list of today's divisions.

use serde::{Deserialize, Serialize};
use specta::Type;

use super::scim_role::ScimStanding;

/// The `divisionId` that stands for all divisions. Source: Terraform provider; not in the API description.
pub const ALL_DIVISIONS: &str = "*";

/// A role of the organization.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Role {
    /// Identifier in the organization.
    pub id: String,
    /// Name as the organization shows it.
    pub name: String,
    /// What the role is for, in the organization's words.
    pub description: String,
    /// For a default role, which one; absent for custom roles.
    pub default_role_id: Option<String>,
    /// Divisions in which the signed-in person holds it.
    pub held: HeldIn,
    /// What it is to SCIM.
    pub scim: ScimStanding,
    /// Whether its permissions let it give itself any other.
    pub may_everything: bool,
}

/// Where the signed-in person holds a role.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum HeldIn {
    /// Not held: it cannot be granted.
    Nowhere,
    /// Held in these divisions.
    #[serde(rename_all = "camelCase")]
    Divisions {
        /// Identifiers.
        division_ids: Vec<String>,
    },
    /// Held in all divisions.
    Everywhere,
    /// Could not be found out; the server judges.
    Unknown,
}

/// Name of the default role for SCIM.
pub const SCIM_ROLE_NAME: &str = "SCIM Integration";

impl Role {
    /// Whether this is the default role SCIM Integration, also one that was renamed. Its `defaultRoleId` is not
    /// documented; that it contains "scim" is a guess.
    pub fn is_scim_integration(&self) -> bool {
        let default_id = self.default_role_id.as_deref().unwrap_or_default().to_ascii_lowercase();
        self.name.trim().eq_ignore_ascii_case(SCIM_ROLE_NAME) || default_id.contains("scim")
    }

    /// Whether it is one of the roles that may do nearly everything.
    pub fn is_privileged(&self) -> bool {
        let default_id = self.default_role_id.as_deref().unwrap_or_default().to_ascii_lowercase();
        self.may_everything
            || matches!(default_id.as_str(), "admin" | "masteradmin" | "master-admin")
            || matches!(self.name.trim().to_ascii_lowercase().as_str(), "admin" | "master admin")
    }
}

/// A division of the organization.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Division {
    /// Identifier.
    pub id: String,
    /// Name as the organization shows it.
    pub name: String,
    /// Whether it is the home division, the default for every role.
    pub home: bool,
}

/// Divisions in which a role is granted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Divisions {
    /// All, present and future.
    All,
    /// These; at least one.
    Only(Vec<String>),
}

/// A checked role within divisions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoleGrant {
    /// The role's identifier.
    pub role_id: String,
    /// Where it is granted.
    pub divisions: Divisions,
}

impl RoleGrant {
    /// The `divisionId` values to send, `*` for all.
    pub fn division_ids(&self) -> Vec<&str> {
        match &self.divisions {
            Divisions::All => vec![ALL_DIVISIONS],
            Divisions::Only(ids) => ids.iter().map(String::as_str).collect(),
        }
    }
}

/// A role in a draft: identifiers as chosen, not yet checked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct RoleDraft {
    /// The role's identifier.
    pub role_id: String,
    /// Identifiers of divisions, or a single `*` for all of them.
    pub division_ids: Vec<String>,
}
