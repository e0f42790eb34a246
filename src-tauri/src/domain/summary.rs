//! What a client can and cannot do, as lines of codes and names for plain words.
//! It must never contain a sentence, nor claim more than grant type, scopes and roles prove.

use serde::Serialize;
use specta::Type;

use super::announced::{AnnouncedDate, IMPLICIT_STOPS};
use super::client::{OauthClient, RoleDivision, ValidClient};
use super::facts::OrgFacts;
use super::grant::{GrantType, HeldGrantType};
use super::region::works_in_every_region;
use super::role::ALL_DIVISIONS;
use super::scope::ScopeId;

/// One line of a summary.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum SummaryLine {
    /// People sign in with their own account, and their own permissions still limit it.
    ActsForPeople,
    /// A program signs in by itself; there is no person.
    ActsByItself,
    /// Reads these areas.
    CanRead {
        /// Scope areas, without `:readonly`.
        areas: Vec<String>,
    },
    /// Reads and changes these areas.
    CanChange {
        /// Scope areas.
        areas: Vec<String>,
    },
    /// Everything outside the named areas stays closed.
    CannotOtherAreas,
    /// Holds a role in divisions.
    HasRole {
        /// The role's name.
        role: String,
        /// Names of the divisions; empty for all.
        divisions: Vec<String>,
        /// All divisions, present and future.
        everywhere: bool,
    },
    /// Data of other divisions stays closed.
    CannotOtherDivisions,
    /// Calls that need a person, such as "who am I", are refused.
    CannotActForPeople,
    /// Tokens live this long.
    TokensLive {
        /// In seconds.
        seconds: u32,
    },
    /// The result of signing in goes to so many addresses.
    SendsBackTo {
        /// How many.
        count: u32,
    },
    /// Nobody needs its secret.
    NoSecretNeeded,
    /// Whoever holds its secret can use it.
    SecretNeeded,
    /// A server may use the secret; with PKCE nobody needs it.
    SecretOptional,
    /// One client serves every region.
    WorksInEveryRegion,
    /// Stops working when implicit grant does.
    EndsWithImplicit {
        /// When that is.
        stops: AnnouncedDate,
    },
}

/// Whether somebody has to keep the secret of a client of this grant type.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum SecretUse {
    /// It cannot get a token without.
    Needed,
    /// Needed by a server, not with PKCE.
    Optional,
    /// Never used.
    NotNeeded,
}

/// Who needs the secret of a client of this grant type. Source: official SDKs and CLI.
pub fn secret_use(grant_type: GrantType) -> SecretUse {
    match grant_type {
        GrantType::ClientCredentials | GrantType::Saml2Bearer => SecretUse::Needed,
        GrantType::AuthorizationCode => SecretUse::Optional,
        GrantType::Implicit => SecretUse::NotNeeded,
    }
}

/// The summary of a checked draft.
pub fn of_draft(client: &ValidClient, facts: &OrgFacts) -> Vec<SummaryLine> {
    let grant = client.grant();
    let uris = client.redirect_uris();
    let seconds = Some(client.seconds());
    lines(grant.grant_type(), seconds, &uris, &client.scopes(), &client.role_divisions(), facts)
}

/// The summary of an existing client; empty for a grant type that this version does not know.
pub fn of_client(client: &OauthClient, facts: &OrgFacts) -> Vec<SummaryLine> {
    match client.grant_type {
        HeldGrantType::Offered { grant_type } => {
            lines(grant_type, client.seconds, &client.redirect_uris, &client.scopes, &client.roles, facts)
        }
        HeldGrantType::Password | HeldGrantType::Unknown { .. } => Vec::new(),
    }
}

fn lines(
    grant_type: GrantType,
    seconds: Option<u32>,
    redirect_uris: &[String],
    scopes: &[String],
    roles: &[RoleDivision],
    facts: &OrgFacts,
) -> Vec<SummaryLine> {
    let mut lines = Vec::new();
    if grant_type.needs_roles() {
        lines.push(SummaryLine::ActsByItself);
        lines.extend(role_lines(roles, facts));
        lines.push(SummaryLine::CannotActForPeople);
    } else {
        lines.push(SummaryLine::ActsForPeople);
        lines.extend(scope_lines(scopes));
    }
    if !redirect_uris.is_empty() && grant_type.needs_redirect_uris() {
        lines.push(SummaryLine::SendsBackTo { count: redirect_uris.len() as u32 });
        lines.extend(works_in_every_region(redirect_uris).then_some(SummaryLine::WorksInEveryRegion));
    }
    lines.extend(seconds.map(|seconds| SummaryLine::TokensLive { seconds }));
    lines.push(match secret_use(grant_type) {
        SecretUse::Needed => SummaryLine::SecretNeeded,
        SecretUse::Optional => SummaryLine::SecretOptional,
        SecretUse::NotNeeded => SummaryLine::NoSecretNeeded,
    });
    if grant_type == GrantType::Implicit {
        lines.push(SummaryLine::EndsWithImplicit { stops: IMPLICIT_STOPS.date });
    }
    lines
}

fn scope_lines(scopes: &[String]) -> Vec<SummaryLine> {
    let parsed: Vec<ScopeId> = scopes.iter().filter_map(|scope| ScopeId::parse(scope)).collect();
    let mut change: Vec<String> =
        parsed.iter().filter(|s| !s.is_readonly()).map(|s| s.area().to_owned()).collect();
    let mut read: Vec<String> =
        parsed.iter().filter(|s| s.is_readonly()).map(|s| s.area().to_owned()).collect();
    read.retain(|area| !change.contains(area));
    change.sort();
    read.sort();
    let mut lines = Vec::new();
    if !read.is_empty() {
        lines.push(SummaryLine::CanRead { areas: read });
    }
    if !change.is_empty() {
        lines.push(SummaryLine::CanChange { areas: change });
    }
    lines.push(SummaryLine::CannotOtherAreas);
    lines
}

fn role_lines(roles: &[RoleDivision], facts: &OrgFacts) -> Vec<SummaryLine> {
    let mut role_ids: Vec<&str> = Vec::new();
    for role in roles {
        if !role_ids.contains(&role.role_id.as_str()) {
            role_ids.push(&role.role_id);
        }
    }
    let mut lines: Vec<SummaryLine> = role_ids
        .iter()
        .map(|id| {
            let divisions: Vec<&str> =
                roles.iter().filter(|r| r.role_id == *id).map(|r| r.division_id.as_str()).collect();
            let everywhere = divisions.contains(&ALL_DIVISIONS);
            let name = |id: &&str| facts.division(id).map_or_else(|| (*id).to_owned(), |d| d.name.clone());
            SummaryLine::HasRole {
                role: facts.role(id).map_or_else(|| (*id).to_owned(), |role| role.name.clone()),
                divisions: if everywhere { Vec::new() } else { divisions.iter().map(name).collect() },
                everywhere,
            }
        })
        .collect();
    if roles.iter().all(|role| role.division_id != ALL_DIVISIONS) {
        lines.push(SummaryLine::CannotOtherDivisions);
    }
    lines
}
