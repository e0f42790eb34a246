//! Lists the applications of other organizations that this one was asked to authorize.
//! It must never change one: only a person in Genesys Cloud can decide about them.

use std::collections::HashSet;

use serde::Serialize;
use specta::Type;

use super::App;
use super::failure::Failure;
use super::prepare_form::Language;
use crate::domain::authorization::Authorization;

/// The applications that an organization knows as ones to authorize.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Authorizations {
    /// Those of others, the latest change first.
    pub others: Vec<Authorization>,
    /// How many of the list are this organization's own clients, which had to be authorized too.
    pub own: u32,
}

/// The applications, read now; those that are this organization's own clients are only counted.
pub async fn list_authorizations(
    app: &App,
    org: &str,
    language: Language,
) -> Result<Authorizations, Failure> {
    let org = app.org(org).await?;
    let all = app.read(&org, || org.session.list_authorizations(language.tag())).await?;
    // Whoever may not see the clients sees every application as one of others.
    let clients = org.clients(app).await.unwrap_or_default();
    let own: HashSet<&str> = clients.iter().map(|client| client.id.as_str()).collect();
    let total = all.len();
    let mut others: Vec<Authorization> =
        all.into_iter().filter(|authorization| !own.contains(authorization.client_id.as_str())).collect();
    others.sort_by(|a, b| b.modified_at.cmp(&a.modified_at));
    let own = u32::try_from(total - others.len()).unwrap_or(u32::MAX);
    Ok(Authorizations { others, own })
}
