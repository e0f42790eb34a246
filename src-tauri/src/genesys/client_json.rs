//! The flat JSON of an OAuth client, and what is made of it. Source: Platform API description, `OAuthClient`.
//! It must never be met outside `genesys`.

use serde::Deserialize;

use super::answers::{Kept, Maybe, is_identifier, lenient};
use crate::domain::client::{ClientState, OauthClient, RoleDivision};
use crate::domain::grant::{GrantType, HeldGrantType};

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct ListJson {
    pub(super) entities: Kept<ClientJson>,
    /// `null` is the end; something that is no path is not.
    #[serde(default)]
    pub(super) next_uri: Option<Maybe<String>>,
    #[serde(default)]
    pub(super) total: Maybe<u64>,
}

#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub(super) struct ClientJson {
    id: Maybe<String>,
    name: Maybe<String>,
    description: Maybe<String>,
    pub(super) secret: Maybe<String>,
    authorized_grant_type: Maybe<String>,
    access_token_validity_seconds: Maybe<u32>,
    registered_redirect_uri: Maybe<Vec<String>>,
    scope: Maybe<Vec<String>>,
    role_divisions: Maybe<Vec<RoleDivisionJson>>,
    state: Maybe<String>,
    date_created: Maybe<String>,
    date_modified: Maybe<String>,
    date_to_delete: Maybe<String>,
    created_by: Maybe<EntityJson>,
}

#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub(super) struct RoleDivisionJson {
    role_id: Maybe<String>,
    division_id: Maybe<String>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct EntityJson {
    id: Maybe<String>,
}

lenient!(ClientJson, RoleDivisionJson, EntityJson);

impl RoleDivisionJson {
    /// Nothing where it names no role.
    pub(super) fn read(self) -> Option<RoleDivision> {
        Some(RoleDivision { role_id: self.role_id.0?, division_id: self.division_id.or_default() })
    }
}

impl ClientJson {
    /// Nothing where it has no client ID.
    pub(super) fn read(self) -> Option<OauthClient> {
        Some(OauthClient {
            id: self.id.0.filter(|id| is_identifier(id))?,
            name: self.name.or_default(),
            description: self.description.or_default(),
            grant_type: from_wire(self.authorized_grant_type.or_default()),
            state: match self.state.0.as_deref() {
                None | Some(ACTIVE) => ClientState::Active,
                Some(INACTIVE) => ClientState::Inactive,
                Some(DISABLED) => ClientState::Disabled,
                Some(_) => ClientState::Other,
            },
            seconds: self.access_token_validity_seconds.0,
            redirect_uris: self.registered_redirect_uri.or_default(),
            scopes: self.scope.or_default(),
            roles: self.role_divisions.or_default().into_iter().filter_map(RoleDivisionJson::read).collect(),
            created_at: self.date_created.0,
            modified_at: self.date_modified.0,
            created_by: self.created_by.or_default().id.0,
            delete_at: self.date_to_delete.0,
        })
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

/// Reads a grant type, whose words may be joined by `_` as well: the descriptions for some languages spell it so.
fn from_wire(value: String) -> HeldGrantType {
    let offered = |grant_type| HeldGrantType::Offered { grant_type };
    match value.replace('_', "-").as_str() {
        "CLIENT-CREDENTIALS" => offered(GrantType::ClientCredentials),
        "CODE" => offered(GrantType::AuthorizationCode),
        "TOKEN" => offered(GrantType::Implicit),
        // The Terraform provider has met the second spelling in answers.
        "SAML2-BEARER" | "SAML2BEARER" => offered(GrantType::Saml2Bearer),
        "PASSWORD" => HeldGrantType::Password,
        _ => HeldGrantType::Unknown { value },
    }
}

/// How a grant type that was read is sent back: in the one spelling that the API documents. `CODE_PKCE` was there for
/// a while and is gone; a client of it is one of `CODE`. Source: release notes of the official SDKs.
pub(super) fn respelled(value: &str) -> &str {
    match from_wire(value.to_owned()) {
        HeldGrantType::Offered { grant_type } => to_wire(grant_type),
        HeldGrantType::Unknown { .. } if value.replace('_', "-") == "CODE-PKCE" => "CODE",
        HeldGrantType::Password | HeldGrantType::Unknown { .. } => value,
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
