//! Whether the signed-in person may do something about roles, and where it can be done by hand.
//! It must never stand in the way where that is not known: then the organization judges.

use serde::Serialize;
use specta::Type;

use super::Org;
use crate::domain::facts::OrgFacts;

/// Whether somebody may do something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum May {
    /// Yes.
    Yes,
    /// No: the permission is missing, or there is no person.
    No,
    /// The permissions could not be read.
    Unknown,
}

/// What something about roles needs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Rights {
    /// The permission, for example `authorization:role:edit`.
    pub permission: String,
    /// Whether the signed-in person has it.
    pub may: May,
    /// Address of the region's API Explorer, where somebody who may can do it by hand.
    pub explorer: String,
}

impl Org {
    pub(super) fn rights(&self, facts: &OrgFacts, permission: &str) -> Rights {
        let may = match &facts.permissions {
            None => May::Unknown,
            Some(_) if facts.lacks(permission) => May::No,
            Some(_) => May::Yes,
        };
        let domain = &self.session.endpoint().region().domain;
        Rights {
            permission: permission.to_owned(),
            may,
            explorer: format!("https://developer.{domain}/developer-tools/#/api-explorer"),
        }
    }
}
