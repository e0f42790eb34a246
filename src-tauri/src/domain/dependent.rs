//! What depends upon a client or its roles inside the organization, besides programs: flows, data actions, and others
//! that hold the same role.
//! It must never be taken for everything that does: a program outside is seen by its calls only.

use serde::Serialize;
use specta::Type;

/// What kind of thing names a client.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum DependentKind {
    /// A flow of Architect.
    Flow,
    /// A data action.
    DataAction,
    /// Something else.
    Other,
}

impl DependentKind {
    /// The kind of an object as dependency tracking calls it. Source: official SDKs, `Dependency.type`.
    pub fn of(wire: &str) -> DependentKind {
        match wire.to_ascii_uppercase().as_str() {
            "DATAACTION" | "SECUREACTION" | "BRIDGEACTION" => DependentKind::DataAction,
            kind if kind.ends_with("FLOW") => DependentKind::Flow,
            _ => DependentKind::Other,
        }
    }
}

/// Something of the organization that names a client.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Dependent {
    /// Identifier.
    pub id: String,
    /// Name.
    pub name: String,
    /// What it is.
    pub kind: DependentKind,
}

/// Who else holds a role of a client.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct RoleHolders {
    /// Name of the role.
    pub role: String,
    /// How many people.
    pub people: u32,
    /// How many groups.
    pub groups: u32,
    /// How many other clients.
    pub clients: u32,
    /// Whether there are more than were looked at.
    pub more: bool,
}

#[cfg(test)]
mod tests {
    use super::DependentKind::{self, DataAction, Flow, Other};

    #[test]
    fn kinds_are_told_apart() {
        for (wire, kind) in [
            ("INBOUNDCALLFLOW", Flow),
            ("WORKFLOW", Flow),
            ("voiceflow", Flow),
            ("DATAACTION", DataAction),
            ("FLOWACTION", Other),
            ("COMPOSERSCRIPT", Other),
            ("", Other),
        ] {
            assert_eq!(DependentKind::of(wire), kind, "{wire}");
        }
    }
}
