//! What a token really is: of which organization and client, with which scopes and roles; and its end.
//! It must never show the token itself.

use reqwest::Method;
use serde::Deserialize;
use url::form_urlencoded::Serializer;

use super::answers::{self, Maybe, lenient};
use super::client_json::RoleDivisionJson;
use super::error::ApiError;
use super::session::Session;
use crate::domain::client::RoleDivision;

/// An organization, or one that a token came from, by id and name.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Named {
    /// Identifier.
    pub id: String,
    /// Name, where one was given.
    pub name: String,
}

/// What a token says about itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TokenInfo {
    /// The organization that it works in.
    pub organization: Named,
    /// The organization that its person belongs to: another one for a partner's user.
    pub home_organization: Option<Named>,
    /// The client that it was issued through.
    pub client: Option<Named>,
    /// The organization that owns that client.
    pub client_org_id: Option<String>,
    /// The scopes that cap it, where the server names them.
    pub scopes: Vec<String>,
    /// Roles within divisions of that client; `None` when the server did not say.
    pub roles: Option<Vec<RoleDivision>>,
}

/// The owner of Genesys's own clients, such as the one of the Developer Center.
const BUILT_IN: &str = "purecloud-builtin";

impl TokenInfo {
    /// Whether it was issued through one of Genesys's own clients, and so stands for a person.
    pub fn is_built_in(&self) -> bool {
        self.client_org_id.as_deref() == Some(BUILT_IN)
    }

    /// Whether its person belongs to another organization than the one it works in.
    pub fn is_visiting(&self) -> bool {
        self.home_organization.as_ref().is_some_and(|home| home.id != self.organization.id)
    }
}

impl Session {
    /// What the token says about itself, without touching its idle time.
    ///
    /// # Errors
    /// As every read; 401 when it has expired, and 403 when its client lacks the scope `user-basic-info`.
    pub async fn read_token_info(&self) -> Result<TokenInfo, ApiError> {
        let json: InfoJson = self.read("/api/v2/tokens/me?preserveIdleTTL=true", None).await?;
        let (client, client_org_id, roles) = match json.client.0 {
            Some(client) => {
                let owner = client.organization.or_default().id.0;
                let id = client.id.or_default();
                (Some(Named { id, name: client.name.or_default() }), owner, client.role_divisions.0)
            }
            None => (None, None, None),
        };
        Ok(TokenInfo {
            organization: json.organization.0.map(Named::from).unwrap_or_default(),
            home_organization: json.home_organization.0.map(Named::from).filter(|home| !home.id.is_empty()),
            client,
            client_org_id,
            scopes: json.authorized_scope.or_default(),
            roles: roles.map(|roles| roles.into_iter().filter_map(RoleDivisionJson::read).collect()),
        })
    }

    /// Looks through SCIM for a group that is not there: an empty list proves that a token has the SCIM Integration
    /// role, and nothing is changed. Source: Platform API description of SCIM, where `filter` is required.
    ///
    /// # Errors
    /// As every read; refused without that role.
    pub async fn try_scim(&self) -> Result<(), ApiError> {
        let filter = Serializer::new(String::new()).append_pair("filter", NO_GROUP).finish();
        self.read::<ScimListJson>(&format!("/api/v2/scim/v2/groups?{filter}&count=1"), None).await.map(drop)
    }

    /// Ends the token: nobody can use it afterwards.
    ///
    /// # Errors
    /// As every write. 401 means that it had ended already.
    pub async fn revoke_token(&self) -> Result<(), ApiError> {
        self.write(Method::DELETE, "/api/v2/tokens/me", None, |body| answers::nothing(body).ok()).await?;
        Ok(())
    }
}

/// A group that no organization has.
const NO_GROUP: &str = r#"displayName eq "Latchkey looks for a group that is not there""#;

/// A list of SCIM. Whatever else an answer says, only a list counts what it found.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct ScimListJson {
    #[serde(rename = "totalResults")]
    _total: u64,
}

#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
struct InfoJson {
    organization: Maybe<NamedJson>,
    home_organization: Maybe<NamedJson>,
    authorized_scope: Maybe<Vec<String>>,
    #[serde(rename = "OAuthClient")]
    client: Maybe<IssuerJson>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct NamedJson {
    id: Maybe<String>,
    name: Maybe<String>,
}

#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
struct IssuerJson {
    id: Maybe<String>,
    name: Maybe<String>,
    organization: Maybe<NamedJson>,
    role_divisions: Maybe<Vec<RoleDivisionJson>>,
}

lenient!(NamedJson, IssuerJson);

impl From<NamedJson> for Named {
    fn from(json: NamedJson) -> Named {
        Named { id: json.id.or_default(), name: json.name.or_default() }
    }
}
