//! What in the organization names a client, and who else holds its roles. Source: official SDKs,
//! `ConsumingResourcesEntityListing`; Platform API description, `SubjectDivisionGrantsEntityListing`.
//! It must never walk a long list to its end: a first page says what a person has to know.

use std::collections::HashSet;

use serde::Deserialize;

use super::answers::is_identifier;
use super::clients::one;
use super::error::ApiError;
use super::session::Session;
use crate::domain::dependent::{Dependent, DependentKind, RoleHolders};

/// How many are asked for.
const PAGE: u32 = 100;

/// What names a client.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dependents {
    /// As many as one page has, each once.
    pub listed: Vec<Dependent>,
    /// Whether there are more.
    pub more: bool,
}

impl Session {
    /// What names a client, as far as Architect keeps track of it.
    ///
    /// # Errors
    /// As every read.
    pub async fn list_dependents(&self, id: &str) -> Result<Dependents, ApiError> {
        // What cannot be an identifier is refused here, as everywhere.
        one(id, "GET", "")?;
        let path = "/api/v2/architect/dependencytracking/consumingresources";
        let asked = format!("{path}?id={id}&objectType=OAUTHCLIENT&pageSize={PAGE}&pageNumber=1");
        let page: PageJson<DependencyJson> = self.read(&asked, None).await?;
        let more = page.page_count.unwrap_or(1) > 1;
        let mut known = HashSet::new();
        let lives = page.entities.into_iter().filter(|dependency| dependency.deleted != Some(true));
        // Every version of a flow is an entity of its own.
        let listed =
            lives.filter(|dependency| known.insert(dependency.id.clone())).map(|dependency| Dependent {
                name: dependency.name.unwrap_or_else(|| dependency.id.clone()),
                kind: DependentKind::of(dependency.kind.as_deref().unwrap_or_default()),
                id: dependency.id,
            });
        Ok(Dependents { listed: listed.collect(), more })
    }

    /// Who holds a role, besides one client.
    ///
    /// # Errors
    /// As every read.
    pub async fn read_role_holders(
        &self,
        role_id: &str,
        role: String,
        besides: &str,
    ) -> Result<Option<RoleHolders>, ApiError> {
        if !is_identifier(role_id) {
            return Ok(None);
        }
        let path =
            format!("/api/v2/authorization/roles/{role_id}/subjectgrants?pageSize={PAGE}&pageNumber=1");
        let page: PageJson<SubjectJson> = self.read(&path, None).await?;
        let more = page.page_count.unwrap_or(1) > 1;
        let mut holders = RoleHolders { role, people: 0, groups: 0, clients: 0, more };
        for subject in page.entities.into_iter().filter(|subject| subject.id.as_deref() != Some(besides)) {
            match subject.kind.as_deref() {
                Some("PC_OAUTH_CLIENT") => holders.clients += 1,
                Some("PC_GROUP" | "PC_TRUSTEE_GROUP") => holders.groups += 1,
                _ => holders.people += 1,
            }
        }
        Ok(Some(holders))
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct PageJson<T> {
    #[serde(default = "Vec::new")]
    entities: Vec<T>,
    page_count: Option<u32>,
}

#[derive(Deserialize)]
struct DependencyJson {
    id: String,
    name: Option<String>,
    #[serde(rename = "type")]
    kind: Option<String>,
    deleted: Option<bool>,
}

#[derive(Deserialize)]
struct SubjectJson {
    id: Option<String>,
    #[serde(rename = "type")]
    kind: Option<String>,
}
