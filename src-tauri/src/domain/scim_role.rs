//! Which roles are for SCIM: known by what they may do, and by a name only where that cannot be read.
//! It must never let a permission beyond SCIM pass unseen, nor take a guess about permissions for knowledge.
//! Source: Genesys help for SCIM: a role of the organization's own with the same permissions counts too.

use std::collections::HashMap;

use serde::Serialize;
use specta::Type;

use super::role::Role;

/// What SCIM Integration may do. **A guess, in this one place**: Genesys does not publish the list. It is what the
/// operations of SCIM ask for (Platform API description, 30 November 2026), with what is needed to read the same.
/// Used only where the organization has no SCIM Integration role of its own to compare with.
const GUESSED_PERMISSIONS: [&str; 13] = [
    "authorization:grant:add",
    "authorization:grant:delete",
    "authorization:role:view",
    "directory:group:edit",
    "directory:group:view",
    "directory:user:add",
    "directory:user:delete",
    "directory:user:edit",
    "directory:user:setPassword",
    "directory:user:view",
    "routing:language:assign",
    "routing:skill:assign",
    "telephony:extension:assign",
];

/// Without one of these a role manages nobody: it may lie within SCIM's permissions by chance.
const MANAGES_PEOPLE: [&str; 3] = ["directory:user:add", "directory:user:edit", "directory:user:delete"];

/// What a role is to SCIM, whose clients alone may have tokens that live longer than 48 hours.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum ScimStanding {
    /// Nothing beyond the permissions of SCIM Integration.
    Scim {
        /// What SCIM Integration may do and this role may not; empty for the same permissions.
        missing: Vec<String>,
    },
    /// SCIM, and more: Genesys Cloud cuts the token duration to 24 hours.
    ScimPlus {
        /// The permissions beyond those of SCIM Integration.
        extra: Vec<String>,
    },
    /// Another role.
    NotScim,
    /// Its permissions cannot be read, or prove nothing; the server judges.
    Unknown,
}

/// A role with what it may do, as it was read.
#[derive(Debug, Clone, Copy)]
pub struct ReadRole<'a> {
    /// The role.
    pub role: &'a Role,
    /// Its permissions as `domain:entity:action`; `None` when they were not given.
    pub permissions: Option<&'a [String]>,
}

/// The standing of each role, in their order. `factory` is what Genesys made the default role with, where that could be
/// read; otherwise the organization's own SCIM Integration role is the measure, and without one a guess.
pub fn standings(roles: &[ReadRole<'_>], factory: Option<&[String]>) -> Vec<ScimStanding> {
    let own = roles.iter().find(|read| read.role.is_scim_integration()).and_then(|read| read.permissions);
    let given = factory.or(own).filter(|permissions| !permissions.is_empty());
    let measure = Measure {
        permissions: match given {
            Some(permissions) => permissions.iter().map(String::as_str).collect(),
            None => GUESSED_PERMISSIONS.to_vec(),
        },
        sure: given.is_some(),
    };
    roles.iter().map(|read| measure.standing(read)).collect()
}

struct Measure<'a> {
    permissions: Vec<&'a str>,
    /// Whether it comes from the organization.
    sure: bool,
}

impl Measure<'_> {
    fn standing(&self, read: &ReadRole<'_>) -> ScimStanding {
        let own = read.role.is_scim_integration();
        let Some(held) = read.permissions else {
            return if own { ScimStanding::Scim { missing: Vec::new() } } else { ScimStanding::Unknown };
        };
        let allowed = |wanted: &str| self.permissions.iter().any(|known| covers(known, wanted));
        let may = |wanted: &str| held.iter().any(|permission| covers(permission, wanted));
        let extra: Vec<String> = held.iter().filter(|permission| !allowed(permission)).cloned().collect();
        let missing: Vec<String> =
            self.permissions.iter().filter(|known| !may(known)).map(|known| (*known).to_owned()).collect();
        let manages = MANAGES_PEOPLE.iter().any(|permission| may(permission));
        if extra.is_empty() {
            let scim = own || manages;
            return if scim { ScimStanding::Scim { missing } } else { ScimStanding::Unknown };
        }
        if own {
            return ScimStanding::ScimPlus { extra };
        }
        // A role that may do much more is not one for SCIM to which something was added.
        let alike = manages && extra.len() <= self.permissions.len() && !read.role.is_privileged();
        match (alike, self.sure) {
            (true, true) if missing.is_empty() => ScimStanding::ScimPlus { extra },
            (true, false) if missing.len() * 2 <= self.permissions.len() => ScimStanding::Unknown,
            _ => ScimStanding::NotScim,
        }
    }
}

/// The parts of a permission that count. A suffix after the third is left out.
fn parts(permission: &str) -> impl Iterator<Item = &str> {
    permission.trim().split(':').take(3)
}

/// Whether a held permission covers another; a part `*` covers every one, and so does a part that is left out.
pub(super) fn covers(held: &str, wanted: &str) -> bool {
    let (mut held, mut wanted) = (parts(held), parts(wanted));
    loop {
        match (held.next(), wanted.next()) {
            (None, _) => return true,
            (Some("*"), Some(_)) => {}
            (Some(a), Some(b)) if a.eq_ignore_ascii_case(b) => {}
            _ => return false,
        }
    }
}

/// Whether permissions let their holder give itself any other.
pub fn may_everything(permissions: &[String]) -> bool {
    let may = |wanted: &str| permissions.iter().any(|held| covers(held, wanted));
    may("authorization:role:edit") && may("authorization:grant:add")
}

/// The standings of an organization's roles, to look many clients up. Where no roles could be read, none is known.
#[derive(Debug, Clone, Default)]
pub struct ScimRoles(HashMap<String, ScimStanding>);

impl ScimRoles {
    /// Those of these roles.
    pub fn of(roles: &[Role]) -> ScimRoles {
        ScimRoles(roles.iter().map(|role| (role.id.clone(), role.scim.clone())).collect())
    }

    /// That of one role; unknown for a role that is in no list.
    pub fn standing(&self, role_id: &str) -> &ScimStanding {
        self.0.get(role_id).unwrap_or(&ScimStanding::Unknown)
    }
}

impl ScimStanding {
    /// Whether it is a role for SCIM, with or without more.
    pub fn is_for_scim(&self) -> bool {
        matches!(self, ScimStanding::Scim { .. } | ScimStanding::ScimPlus { .. })
    }

    /// The permissions beyond those of SCIM; none where nothing is beyond, or nothing is known.
    pub fn extra(&self) -> &[String] {
        match self {
            ScimStanding::ScimPlus { extra } => extra,
            _ => &[],
        }
    }
}
