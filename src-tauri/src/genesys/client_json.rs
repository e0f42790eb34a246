//! The flat JSON of an OAuth client, and what is made of it. Source: Platform API description, `OAuthClient`.
//! It must never be met outside `genesys`.

use serde::Deserialize;

use crate::domain::client::{ClientState, OauthClient, RoleDivision};
use crate::domain::grant::{GrantType, HeldGrantType};

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct ListJson {
    pub(super) entities: Vec<ClientJson>,
    pub(super) next_uri: Option<String>,
    pub(super) total: Option<u64>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct ClientJson {
    pub(super) id: String,
    name: Option<String>,
    description: Option<String>,
    pub(super) secret: Option<String>,
    authorized_grant_type: Option<String>,
    access_token_validity_seconds: Option<u32>,
    registered_redirect_uri: Option<Vec<String>>,
    scope: Option<Vec<String>>,
    role_divisions: Option<Vec<RoleDivisionJson>>,
    state: Option<String>,
    date_created: Option<String>,
    date_modified: Option<String>,
    date_to_delete: Option<String>,
    created_by: Option<EntityJson>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct RoleDivisionJson {
    pub(super) role_id: String,
    pub(super) division_id: Option<String>,
}

#[derive(Deserialize)]
struct EntityJson {
    id: Option<String>,
}

impl From<ClientJson> for OauthClient {
    fn from(json: ClientJson) -> OauthClient {
        let role = |role: RoleDivisionJson| RoleDivision {
            role_id: role.role_id,
            division_id: role.division_id.unwrap_or_default(),
        };
        OauthClient {
            id: json.id,
            name: json.name.unwrap_or_default(),
            description: json.description.unwrap_or_default(),
            grant_type: from_wire(json.authorized_grant_type.unwrap_or_default()),
            state: match json.state.as_deref() {
                None | Some(ACTIVE) => ClientState::Active,
                Some(INACTIVE) => ClientState::Inactive,
                Some(DISABLED) => ClientState::Disabled,
                Some(_) => ClientState::Other,
            },
            seconds: json.access_token_validity_seconds,
            redirect_uris: json.registered_redirect_uri.unwrap_or_default(),
            scopes: json.scope.unwrap_or_default(),
            roles: json.role_divisions.unwrap_or_default().into_iter().map(role).collect(),
            created_at: json.date_created,
            modified_at: json.date_modified,
            created_by: json.created_by.and_then(|entity| entity.id),
            delete_at: json.date_to_delete,
        }
    }
}

pub(super) fn to_wire(grant_type: GrantType) -> &'static str {
    match grant_type {
        GrantType::ClientCredentials => "CLIENT-CREDENTIALS",
        GrantType::AuthorizationCode => "CODE",
        GrantType::Implicit => "TOKEN",
        GrantType::Saml2Bearer => "SAML2-BEARER",
    }
}

fn from_wire(value: String) -> HeldGrantType {
    let offered = |grant_type| HeldGrantType::Offered { grant_type };
    match value.as_str() {
        "CLIENT-CREDENTIALS" => offered(GrantType::ClientCredentials),
        "CODE" => offered(GrantType::AuthorizationCode),
        "TOKEN" => offered(GrantType::Implicit),
        // The Terraform provider has met the second spelling in answers.
        "SAML2-BEARER" | "SAML2BEARER" => offered(GrantType::Saml2Bearer),
        "PASSWORD" => HeldGrantType::Password,
        _ => HeldGrantType::Unknown { value },
    }
}

const ACTIVE: &str = "active";
const INACTIVE: &str = "inactive";
const DISABLED: &str = "disabled";

/// The API's word for a state; none for one that this version does not know.
pub(super) fn state_to_wire(state: ClientState) -> Option<&'static str> {
    match state {
        ClientState::Active => Some(ACTIVE),
        ClientState::Inactive => Some(INACTIVE),
        ClientState::Disabled => Some(DISABLED),
        ClientState::Other => None,
    }
}
