//! What the forms need to know of an organization: who I am, roles, divisions, scopes.
//! It must never change anything.

use serde::Deserialize;

use super::answers::{Kept, Maybe, lenient};
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
            Ok(user) => (user.id.0, user.name.0, user.authorization.or_default().permissions.0),
            // A program has no user record.
            Err(ApiError::Refused { refusal, .. }) if refusal.status != 401 => (None, None, None),
            Err(error) => return Err(error),
        };
        let hipaa = org.features.or_default().hipaa.or_default();
        let org_name = org.name.or_default();
        Ok(Identity { org_id: org.id, org_name, hipaa, user_id, user_name, permissions })
    }

    /// The roles that the signed-in person holds; for a program, those of its client.
    pub async fn read_held_roles(&self) -> Result<HeldRoles, ApiError> {
        match self.read::<SubjectJson>("/api/v2/authorization/subjects/me", None).await {
            Ok(subject) => {
                let pair = |grant: GrantJson| Some((grant.role.0?.id.0?, grant.division.0?.id.0?));
                Ok(HeldRoles::Pairs(self.keep(subject.grants.or_default(), pair)))
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
        let divisions =
            self.read_pages::<Maybe<DivisionJson>>("/api/v2/authorization/divisions", 100).await?;
        let division = |json: DivisionJson| {
            let (name, home) = (json.name.or_default(), json.home_division.or_default());
            Some(Division { id: json.id.0?, name, home })
        };
        Ok(self.keep(Kept::of(divisions), division))
    }

    /// Every scope, described in a language such as `fr` or `en-us`.
    pub async fn read_scopes(&self, language: &str) -> Result<Vec<Scope>, ApiError> {
        let list: ScopesJson = self.read("/api/v2/oauth/scopes", Some(language)).await?;
        let scope =
            |json: ScopeJson| Some(Scope { id: json.id.0?, description: json.description.or_default() });
        Ok(self.keep(list.entities, scope))
    }

    /// Seconds without a request after which tokens stop; `None` when that is off.
    pub async fn read_idle_timeout(&self) -> Result<Option<u32>, ApiError> {
        let timeout: IdleTimeoutJson = self.read("/api/v2/tokens/timeout", None).await?;
        let on = timeout.enable_idle_token_timeout.or_default();
        Ok(timeout.idle_token_timeout_seconds.0.filter(|_| on))
    }
}

#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
struct IdleTimeoutJson {
    enable_idle_token_timeout: Maybe<bool>,
    idle_token_timeout_seconds: Maybe<u32>,
}

/// Which organization it is, is what must be known.
#[derive(Deserialize)]
struct OrganizationJson {
    id: String,
    #[serde(default)]
    name: Maybe<String>,
    #[serde(default)]
    features: Maybe<FeaturesJson>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct FeaturesJson {
    hipaa: Maybe<bool>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct UserJson {
    id: Maybe<String>,
    name: Maybe<String>,
    authorization: Maybe<AuthorizationJson>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct AuthorizationJson {
    permissions: Maybe<Vec<String>>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct SubjectJson {
    grants: Maybe<Kept<GrantJson>>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct GrantJson {
    role: Maybe<ReferenceJson>,
    division: Maybe<ReferenceJson>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct ReferenceJson {
    id: Maybe<String>,
}

lenient!(FeaturesJson, AuthorizationJson, GrantJson, ReferenceJson, DivisionJson, ScopeJson);

#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
struct DivisionJson {
    id: Maybe<String>,
    name: Maybe<String>,
    home_division: Maybe<bool>,
}

#[derive(Deserialize)]
struct ScopesJson {
    entities: Kept<ScopeJson>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct ScopeJson {
    id: Maybe<String>,
    description: Maybe<String>,
}
