//! Says what the signed-in person may do: who, through which client, which permissions and roles, what is missing.
//! It must never change anything in the organization.

use serde::Serialize;
use specta::Type;

use super::failure::Failure;
use super::prepare_form::Language;
use super::{App, Org};
use crate::domain::facts::{ADD_CLIENT, EDIT_ROLES, OrgFacts};
use crate::domain::role::{HeldIn, Role};
use crate::genesys::token_info::TokenInfo;

/// A thing that Latchkey does and that needs a permission.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum Feature {
    /// See the clients.
    ViewClients,
    /// Create clients.
    AddClients,
    /// Change clients and replace secrets.
    EditClients,
    /// Delete clients.
    DeleteClients,
    /// See roles, to give them to clients.
    ViewRoles,
    /// Restore default roles, for SCIM.
    RestoreRoles,
    /// Give roles to people, for SCIM.
    GrantRoles,
}

/// Whether a permission is held.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum Holding {
    /// Yes.
    Held,
    /// No.
    Missing,
    /// It cannot be found out beforehand; the server judges.
    Unknown,
}

/// A feature with the permission that it needs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Need {
    /// The feature.
    pub feature: Feature,
    /// The permission, for example `oauth:client:add`.
    pub permission: String,
    /// Whether it is held.
    pub holding: Holding,
}

/// A role that can be given to clients.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Grantable {
    /// Name of the role.
    pub role: String,
    /// Names of the divisions in which it is held; empty for all.
    pub divisions: Vec<String>,
    /// Held in all divisions.
    pub everywhere: bool,
}

/// What the signed-in person may do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Diagnosis {
    /// Who signed in; `None` for a program.
    pub user_name: Option<String>,
    /// Name of the client through which; `None` when Genesys Cloud does not say.
    pub client_name: Option<String>,
    /// Name of the organization in which one acts.
    pub org_name: String,
    /// Name of the person's own organization, when it is another: a partner works in a customer's organization.
    pub home_org_name: Option<String>,
    /// Scopes of the token; empty when it has none, as for a program.
    pub scopes: Vec<String>,
    /// Features and their permissions.
    pub needs: Vec<Need>,
    /// Roles that can be given to clients.
    pub grantable: Vec<Grantable>,
    /// Whether HIPAA compliance is on.
    pub hipaa: bool,
    /// Seconds without a request after which tokens stop; `None` when that is off or unknown.
    pub idle_seconds: Option<u32>,
    /// How many entries of lists could not be read since the organization was opened, and were left out.
    pub unread_entries: u32,
}

/// Features and the permission that each needs. Source: Platform API description.
const NEEDS: [(Feature, &str); 7] = [
    (Feature::ViewClients, "oauth:client:view"),
    (Feature::AddClients, ADD_CLIENT),
    (Feature::EditClients, "oauth:client:edit"),
    (Feature::DeleteClients, "oauth:client:delete"),
    (Feature::ViewRoles, "authorization:role:view"),
    (Feature::RestoreRoles, EDIT_ROLES),
    (Feature::GrantRoles, "authorization:grant:add"),
];

/// What the signed-in person may do, read anew.
pub async fn diagnose(app: &App, org: &str) -> Result<Diagnosis, Failure> {
    let org = app.org(org).await?;
    let (token, facts, idle) = tokio::join!(
        org.session.read_token_info(),
        org.read_facts(Language::English),
        org.session.read_idle_timeout(),
    );
    // The answer about the token needs a scope that a client may lack; the rest is worth knowing all the same.
    let facts = facts?;
    Ok(of(&org, token.ok(), &facts, idle.ok().flatten()))
}

fn of(org: &Org, token: Option<TokenInfo>, facts: &OrgFacts, idle_seconds: Option<u32>) -> Diagnosis {
    let visiting = token.as_ref().filter(|token| token.is_visiting());
    Diagnosis {
        user_name: org.identity.user_name.clone(),
        client_name: token.as_ref().and_then(|token| token.client.as_ref()).map(|client| client.name.clone()),
        org_name: org.identity.org_name.clone(),
        home_org_name: visiting
            .and_then(|token| token.home_organization.as_ref())
            .map(|home| home.name.clone()),
        scopes: token.map(|token| token.scopes).unwrap_or_default(),
        needs: NEEDS.map(|(feature, permission)| need(feature, permission, facts)).to_vec(),
        grantable: facts.roles.iter().filter_map(|role| grantable(role, facts)).collect(),
        hipaa: facts.hipaa,
        idle_seconds,
        unread_entries: org.session.skipped(),
    }
}

fn need(feature: Feature, permission: &str, facts: &OrgFacts) -> Need {
    let holding = match &facts.permissions {
        None => Holding::Unknown,
        Some(_) if facts.lacks(permission) => Holding::Missing,
        Some(_) => Holding::Held,
    };
    Need { feature, permission: permission.to_owned(), holding }
}

fn grantable(role: &Role, facts: &OrgFacts) -> Option<Grantable> {
    let name = |id: &String| facts.division(id).map_or_else(|| id.clone(), |division| division.name.clone());
    let (divisions, everywhere) = match &role.held {
        HeldIn::Nowhere | HeldIn::Unknown => return None,
        HeldIn::Everywhere => (Vec::new(), true),
        HeldIn::Divisions { division_ids } => (division_ids.iter().map(name).collect(), false),
    };
    Some(Grantable { role: role.name.clone(), divisions, everywhere })
}
