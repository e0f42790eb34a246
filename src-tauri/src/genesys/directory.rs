//! What the forms need to know of an organization: who I am, roles, divisions, scopes.
//! It must never change anything.

use serde::Deserialize;

use super::error::ApiError;
use super::session::Session;
use crate::domain::client::RoleDivision;
use crate::domain::role::{ALL_DIVISIONS, Division, HeldIn};
use crate::domain::scope::Scope;

/// Who is signed in, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Identity {
    /// Identifier of the organization.
    pub org_id: String,
    /// Its name.
    pub org_name: String,
    /// Whether HIPAA compliance is on.
    pub hipaa: bool,
    /// Identifier of the signed-in person; `None` for a program.
    pub user_id: Option<String>,
    /// Name of the signed-in person; `None` for a program.
    pub user_name: Option<String>,
    /// Permissions of the signed-in person; `None` when they cannot be found out.
    pub permissions: Option<Vec<String>>,
}

/// Where the signed-in person, or the signed-in client, holds roles.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HeldRoles {
    /// Pairs of role and division.
    Pairs(Vec<(String, String)>),
    /// Could not be found out.
    Unknown,
}

impl HeldRoles {
    /// Where one role is held.
    pub fn of(&self, role_id: &str) -> HeldIn {
        let HeldRoles::Pairs(pairs) = self else {
            return HeldIn::Unknown;
        };
        let mut divisions =
            pairs.iter().filter(|(role, _)| role == role_id).map(|(_, division)| division).peekable();
        if divisions.peek().is_none() {
            return HeldIn::Nowhere;
        }
        let division_ids: Vec<String> = divisions.cloned().collect();
        if division_ids.iter().any(|id| id == ALL_DIVISIONS) {
            HeldIn::Everywhere
        } else {
            HeldIn::Divisions { division_ids }
        }
    }
}

impl Session {
    /// Who is signed in, and where.
    pub async fn read_identity(&self) -> Result<Identity, ApiError> {
        let (org, user) = tokio::join!(
            self.read::<OrganizationJson>("/api/v2/organizations/me", None),
            self.read::<UserJson>("/api/v2/users/me?expand=authorization", None),
        );
        let org = org?;
        let (user_id, user_name, permissions) = match user {
            Ok(user) => (user.id, user.name, user.authorization.and_then(|a| a.permissions)),
            // A program has no user record.
            Err(ApiError::Refused { refusal, .. }) if refusal.status != 401 => (None, None, None),
            Err(error) => return Err(error),
        };
        let hipaa = org.features.and_then(|f| f.hipaa).unwrap_or(false);
        let org_name = org.name.unwrap_or_default();
        Ok(Identity { org_id: org.id, org_name, hipaa, user_id, user_name, permissions })
    }

    /// The roles that the signed-in person holds; for a program, those of its client.
    pub async fn read_held_roles(&self) -> Result<HeldRoles, ApiError> {
        match self.read::<SubjectJson>("/api/v2/authorization/subjects/me", None).await {
            Ok(subject) => {
                let pair = |grant: GrantJson| Some((grant.role?.id, grant.division?.id));
                Ok(HeldRoles::Pairs(subject.grants.into_iter().filter_map(pair).collect()))
            }
            Err(ApiError::Refused { .. }) => self.read_roles_of_own_client().await,
            Err(error) => Err(error),
        }
    }

    async fn read_roles_of_own_client(&self) -> Result<HeldRoles, ApiError> {
        let roles = match self.read_token_info().await {
            Ok(token) => token.roles,
            Err(ApiError::Refused { .. }) => None,
            Err(error) => return Err(error),
        };
        let pairs = |roles: Vec<RoleDivision>| {
            roles.into_iter().map(|role| (role.role_id, role.division_id)).collect()
        };
        Ok(roles.map_or(HeldRoles::Unknown, |roles| HeldRoles::Pairs(pairs(roles))))
    }

    /// Every division.
    pub async fn read_divisions(&self) -> Result<Vec<Division>, ApiError> {
        let divisions = self.read_pages::<DivisionJson>("/api/v2/authorization/divisions", 100).await?;
        let division = |json: DivisionJson| Division {
            id: json.id,
            name: json.name.unwrap_or_default(),
            home: json.home_division.unwrap_or(false),
        };
        Ok(divisions.into_iter().map(division).collect())
    }

    /// Every scope, described in a language such as `fr` or `en-us`.
    pub async fn read_scopes(&self, language: &str) -> Result<Vec<Scope>, ApiError> {
        let list: ScopesJson = self.read("/api/v2/oauth/scopes", Some(language)).await?;
        let scope =
            |json: ScopeJson| Scope { id: json.id, description: json.description.unwrap_or_default() };
        Ok(list.entities.into_iter().map(scope).collect())
    }

    /// Seconds without a request after which tokens stop; `None` when that is off.
    pub async fn read_idle_timeout(&self) -> Result<Option<u32>, ApiError> {
        let timeout: IdleTimeoutJson = self.read("/api/v2/tokens/timeout", None).await?;
        Ok(timeout.idle_token_timeout_seconds.filter(|_| timeout.enable_idle_token_timeout.unwrap_or(false)))
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct IdleTimeoutJson {
    enable_idle_token_timeout: Option<bool>,
    idle_token_timeout_seconds: Option<u32>,
}

#[derive(Deserialize)]
struct OrganizationJson {
    id: String,
    name: Option<String>,
    features: Option<FeaturesJson>,
}

#[derive(Deserialize)]
struct FeaturesJson {
    hipaa: Option<bool>,
}

#[derive(Deserialize)]
struct UserJson {
    id: Option<String>,
    name: Option<String>,
    authorization: Option<AuthorizationJson>,
}

#[derive(Deserialize)]
struct AuthorizationJson {
    permissions: Option<Vec<String>>,
}

#[derive(Deserialize)]
struct SubjectJson {
    #[serde(default)]
    grants: Vec<GrantJson>,
}

#[derive(Deserialize)]
struct GrantJson {
    role: Option<ReferenceJson>,
    division: Option<ReferenceJson>,
}

#[derive(Deserialize)]
struct ReferenceJson {
    id: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct DivisionJson {
    id: String,
    name: Option<String>,
    home_division: Option<bool>,
}

#[derive(Deserialize)]
struct ScopesJson {
    entities: Vec<ScopeJson>,
}

#[derive(Deserialize)]
struct ScopeJson {
    id: String,
    description: Option<String>,
}
