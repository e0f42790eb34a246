//! Gathers what a new secret, an inactive client or a deletion hits, besides its calls, which take longer to find out.
//! It must never fail as a whole because one part may not be seen.

use jiff::Timestamp;
use serde::Serialize;
use specta::Type;

use super::failure::Failure;
use super::usage_memory::last_uses;
use super::{App, Org};
use crate::domain::authorization::IntegrationCredential;
use crate::domain::client::OauthClient;
use crate::domain::dependent::{Dependent, RoleHolders};
use crate::domain::usage::LastUse;
use crate::genesys::dependents::Dependents;

/// What a change to a client may hit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct BlastRadius {
    /// What the last look at its calls showed; `None` when nobody looked.
    pub last_use: Option<LastUse>,
    /// Credentials of integrations that may hold it.
    pub credentials: CredentialsThatMayHoldIt,
    /// Flows and data actions that name it.
    pub dependents: DependentsOfIt,
    /// Who else holds its roles, so that it shows what they are used for besides; empty for a client without roles.
    pub role_holders: HoldersOfItsRoles,
    /// Whether the present sign-in goes through this very client; `None` when that cannot be found out.
    pub signed_in_through: Option<bool>,
    /// What deleting it means.
    pub deletion: Deletion,
}

/// Credentials of integrations that may hold a client. Their values can never be read, so nobody can say which do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum CredentialsThatMayHoldIt {
    /// They were listed.
    Listed {
        /// Names of those that are named after the client.
        named_after: Vec<String>,
        /// How many others there are that hold some client.
        others: u32,
    },
    /// They could not be listed.
    NotListed {
        /// Why.
        failure: Box<Failure>,
    },
}

/// What in the organization names a client.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum DependentsOfIt {
    /// They were listed.
    Listed {
        /// Each once.
        dependents: Vec<Dependent>,
        /// Whether there are more.
        more: bool,
    },
    /// They could not be listed.
    NotListed {
        /// Why.
        failure: Box<Failure>,
    },
}

/// Who else holds the roles of a client.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum HoldersOfItsRoles {
    /// Role by role.
    Listed {
        /// The first few roles.
        roles: Vec<RoleHolders>,
    },
    /// They could not be listed.
    NotListed {
        /// Why.
        failure: Box<Failure>,
    },
}

/// What deleting a client means. Source: help page 188025; how the API mirrors it is not documented.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum Deletion {
    /// It is younger than 30 days: it is removed at once, for good.
    AtOnce,
    /// It is older: in the pages of Genesys Cloud it can be restored for 7 days.
    RestorableForAWhile,
    /// Its age is not known.
    Unknown,
}

/// The days below which a client is removed at once.
const YOUNG: i64 = 30;

/// Roles that are looked at; a client for one purpose has one or two.
const MOST_ROLES: usize = 5;

/// What a change to a client may hit, all at once.
pub async fn read_blast_radius(app: &App, org: &str, id: &str) -> Result<BlastRadius, Failure> {
    let org = app.org(org).await?;
    let (client, credentials, dependents, signed_in_through, mut last_uses) = tokio::join!(
        app.read(&org, || org.session.read_client(id)),
        app.read(&org, || org.session.list_credentials()),
        app.read(&org, || org.session.list_dependents(id)),
        signed_in_through(&org, id),
        last_uses(app, &org),
    );
    let client = client?;
    let role_holders = role_holders(app, &org, &client).await;
    Ok(BlastRadius {
        last_use: last_uses.remove(id),
        credentials: match credentials {
            Ok(credentials) => sorted(&credentials, id, &client.name),
            Err(failure) => CredentialsThatMayHoldIt::NotListed { failure: Box::new(failure) },
        },
        dependents: match dependents {
            Ok(Dependents { listed, more }) => DependentsOfIt::Listed { dependents: listed, more },
            Err(failure) => DependentsOfIt::NotListed { failure: Box::new(failure) },
        },
        role_holders: match role_holders {
            Ok(roles) => HoldersOfItsRoles::Listed { roles },
            Err(failure) => HoldersOfItsRoles::NotListed { failure: Box::new(failure) },
        },
        signed_in_through,
        deletion: deletion(client.created_seconds(), app.clock.now()),
    })
}

fn sorted(credentials: &[IntegrationCredential], id: &str, name: &str) -> CredentialsThatMayHoldIt {
    let able = credentials.iter().filter(|credential| credential.holds_a_client());
    let (named, others): (Vec<_>, Vec<_>) = able.partition(|credential| credential.is_named_after(id, name));
    CredentialsThatMayHoldIt::Listed {
        named_after: named.into_iter().map(|credential| credential.name.clone()).collect(),
        others: u32::try_from(others.len()).unwrap_or(u32::MAX),
    }
}

/// Role by role; the first refusal means that the others would be refused too.
async fn role_holders(app: &App, org: &Org, client: &OauthClient) -> Result<Vec<RoleHolders>, Failure> {
    let mut ids: Vec<&str> = client.roles.iter().map(|pair| pair.role_id.as_str()).collect();
    ids.sort_unstable();
    ids.dedup();
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let facts = app.read(org, || org.read_outline()).await?;
    let mut roles = Vec::new();
    for id in ids.into_iter().take(MOST_ROLES) {
        // One that is gone has no holders.
        let Some(role) = facts.role(id) else { continue };
        let holders =
            app.read(org, || org.session.read_role_holders(id, role.name.clone(), &client.id)).await?;
        roles.extend(holders);
    }
    Ok(roles)
}

/// A pasted token does not say through which client it came; the organization does, where the token may ask.
async fn signed_in_through(org: &Org, id: &str) -> Option<bool> {
    if let Some(own) = &org.signed_in.client_id {
        return Some(own == id);
    }
    let token = org.session.read_token_info().await.ok()?;
    if token.is_built_in() {
        return Some(false);
    }
    Some(token.client?.id == id)
}

fn deletion(created_seconds: Option<i64>, now: Timestamp) -> Deletion {
    match created_seconds {
        Some(created) if now.as_second() - created < YOUNG * 86_400 => Deletion::AtOnce,
        Some(_) => Deletion::RestorableForAWhile,
        None => Deletion::Unknown,
    }
}
