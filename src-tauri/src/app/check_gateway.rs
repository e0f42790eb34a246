//! Says what is wrong with a typed gateway, or which addresses follow from it.
//! It must never connect to it.

use serde::Serialize;
use specta::Type;

pub use crate::genesys::gateway::GatewayDraft;
use crate::genesys::gateway::{Gateway, GatewayProblem};

/// What a typed gateway comes to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum GatewayCheck {
    /// It can be right.
    Fine {
        /// What the addresses of the Platform API begin with.
        api: String,
        /// What the addresses for signing in begin with.
        login: String,
    },
    /// It cannot.
    Wrong {
        /// At most one for each field.
        problems: Vec<GatewayProblem>,
    },
}

/// Checks what was typed.
pub fn check_gateway(draft: &GatewayDraft) -> GatewayCheck {
    match Gateway::parse(draft) {
        Ok(gateway) => GatewayCheck::Fine { api: gateway.api(), login: gateway.login() },
        Err(problems) => GatewayCheck::Wrong { problems },
    }
}
