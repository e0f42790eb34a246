//! The addresses that an identity system asks for beside the client ID and secret.
//! It must never contain the secret or a token. Source: Genesys help for SCIM, Microsoft's tutorial.

use serde::Serialize;
use specta::Type;

use crate::domain::region::Region;

/// Addresses for SCIM in a region.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ScimSettings {
    /// Base URL (Entra ID calls it tenant URL).
    pub base_url: String,
    /// Older base URL with the same meaning, which OneLogin's connector asks for.
    pub older_base_url: String,
    /// Where the identity system gets its tokens.
    pub token_url: String,
    /// Authorization URL of OneLogin's connector.
    pub login_url: String,
}

/// The addresses for a region.
pub fn scim_settings(region: &Region) -> ScimSettings {
    ScimSettings {
        base_url: format!("{}/api/v2/scim/v2", region.api_base()),
        older_base_url: format!("{}/api/v2/scim", region.api_base()),
        token_url: format!("{}/oauth/token", region.login_base()),
        login_url: region.login_base(),
    }
}
