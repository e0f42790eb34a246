//! Checks the health of every client of an organization, and of one; what people said about findings stands beside them.
//! It must never change anything in the organization.

use std::sync::Arc;

use serde::Serialize;
use specta::Type;

use super::acknowledged::acknowledged;
use super::failure::Failure;
use super::usage_memory::{endpoints_seen, last_uses};
use super::{App, Org};
use crate::domain::change::draft_of;
use crate::domain::client::OauthClient;
use crate::domain::client_list::Insights;
use crate::domain::draft::ClientDraft;
use crate::domain::facts::OrgFacts;
use crate::domain::health::{self, HealthCode, HealthFinding, Known, SeenEndpoints};
use crate::domain::scim_role::ScimRoles;
use crate::domain::usage::LastUses;

/// What was found in an organization.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Health {
    /// Every finding, in the order of the clients; of one client the gravest first.
    pub findings: Vec<HealthFinding>,
    /// How many clients were looked at.
    pub clients: u32,
    /// Of how many of them it is known when they were last used.
    pub uses_known: u32,
    /// Of how many of them it is known what they call.
    pub calls_known: u32,
    /// When, ISO 8601 in UTC.
    pub checked_at: String,
}

/// The health of an organization. `anew`: clients, roles, divisions and scopes are read now, not as they were last seen.
pub async fn check_health(app: &App, org: &str, anew: bool) -> Result<Health, Failure> {
    let org = app.org(org).await?;
    if anew {
        org.forget_facts().await;
        org.list_with_outline(app).await?;
    }
    let basis = Basis::gather(app, &org).await?;
    let findings = basis.findings(app, &org).await;
    let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    let known = |is_known: &dyn Fn(&str) -> bool| {
        number(basis.clients.iter().filter(|client| is_known(&client.id)).count())
    };
    Ok(Health {
        findings,
        clients: number(basis.clients.len()),
        uses_known: known(&|id| basis.uses.contains_key(id)),
        calls_known: known(&|id| basis.seen.contains_key(id)),
        checked_at: app.clock.now().to_string(),
    })
}

/// The findings on one client, read now; what it is like is known from the last list.
pub async fn read_findings(app: &App, org: &str, id: &str) -> Result<Vec<HealthFinding>, Failure> {
    let org = app.org(org).await?;
    let fresh = app.read(&org, || org.session.read_client(id)).await?;
    let mut basis = Basis::gather(app, &org).await?;
    let mut clients = basis.clients.to_vec();
    match clients.iter_mut().find(|client| client.id == fresh.id) {
        Some(client) => *client = fresh,
        None => clients.push(fresh),
    }
    basis.clients = Arc::new(clients);
    let findings = basis.findings(app, &org).await;
    Ok(findings.into_iter().filter(|finding| finding.client_id == id).collect())
}

/// The draft of a change to a client in which a finding of this kind is mended already; as the client is where there is
/// no such finding any more.
pub async fn start_mended_edit(
    app: &App,
    org: &str,
    id: &str,
    code: HealthCode,
) -> Result<ClientDraft, Failure> {
    let org = app.org(org).await?;
    let client = app.read(&org, || org.session.read_client(id)).await?;
    let basis = Basis::gather(app, &org).await?;
    let draft = draft_of(&client, &basis.facts).ok_or(Failure::NotEditable)?;
    let known = basis.known(app, &org);
    let found = health::check_one(&client, known).into_iter().find(|finding| finding.code == code);
    Ok(match found {
        Some(finding) => health::mended(draft, &finding.reason, &known),
        None => draft,
    })
}

/// Every finding of an organization, from what is at hand.
pub(super) async fn findings(app: &App, org: &Org) -> Result<Arc<Vec<HealthFinding>>, Failure> {
    let basis = Basis::gather(app, org).await?;
    Ok(Arc::new(basis.findings(app, org).await))
}

/// What the list says of clients beside what they are, from what is at hand; with what each role is to SCIM, by which
/// those that look like SCIM clients are known.
pub(super) async fn insights(app: &App, org: &Org) -> Result<(ScimRoles, Insights), Failure> {
    let basis = Basis::gather(app, org).await?;
    let findings = basis.findings(app, org).await;
    Ok((basis.facts.scim_standings(), Insights::of(&findings, basis.uses)))
}

/// What the findings of an organization are made from.
pub(super) struct Basis {
    pub(super) clients: Arc<Vec<OauthClient>>,
    facts: Arc<OrgFacts>,
    pub(super) uses: LastUses,
    seen: SeenEndpoints,
}

impl Basis {
    pub(super) async fn gather(app: &App, org: &Org) -> Result<Basis, Failure> {
        Ok(Basis {
            clients: org.clients(app).await?,
            facts: app.read(org, || org.read_outline()).await?,
            uses: last_uses(app, org).await,
            seen: endpoints_seen(app, org).await,
        })
    }

    fn known<'a>(&'a self, app: &App, org: &'a Org) -> Known<'a> {
        Known {
            clients: &self.clients,
            facts: &self.facts,
            uses: &self.uses,
            seen: &self.seen,
            region: org.session.endpoint().region(),
            now: app.clock.now(),
        }
    }

    async fn findings(&self, app: &App, org: &Org) -> Vec<HealthFinding> {
        let mut findings = health::check(self.known(app, org));
        let acknowledged = acknowledged(app, org).await;
        for finding in &mut findings {
            finding.acknowledged = acknowledged.of(finding);
        }
        findings
    }
}
