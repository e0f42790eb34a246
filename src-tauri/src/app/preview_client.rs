//! Shows exactly what a create would send, in codes for plain words and as JSON.
//! It must never send it.

use serde::Serialize;
use specta::Type;

use super::failure::Failure;
use super::{App, OrgView};
use crate::domain::check::{Checked, check};
use crate::domain::client::{RoleDivision, ValidClient};
use crate::domain::draft::ClientDraft;
use crate::domain::facts::OrgFacts;
use crate::domain::finding::{Finding, Severity};
use crate::domain::grant::GrantType;
use crate::domain::summary::{self, SummaryLine};
use crate::genesys::clients::{CLIENTS, create_body};

/// What a create would send.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Preview {
    /// The organization that it would be sent to.
    pub org: OrgView,
    /// Method and address.
    pub request: String,
    /// What would be sent, field by field.
    pub client: AskedClient,
    /// The body, indented.
    pub json: String,
    /// What the client can and cannot do.
    pub summary: Vec<SummaryLine>,
    /// Findings that do not stand in the way.
    pub warnings: Vec<Finding>,
    /// Whether Genesys may refuse its grant type: it announced to, and the organization is a real one.
    pub may_be_refused: bool,
}

/// A client as it would be sent. What its grant type has no use for is empty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct AskedClient {
    /// Name.
    pub name: String,
    /// Description; empty when none was given.
    pub description: String,
    /// Grant type.
    pub grant_type: GrantType,
    /// Token duration in seconds.
    pub seconds: u32,
    /// Redirect URIs.
    pub redirect_uris: Vec<String>,
    /// Scopes.
    pub scopes: Vec<String>,
    /// Roles within divisions.
    pub roles: Vec<RoleDivision>,
}

impl From<&ValidClient> for AskedClient {
    fn from(client: &ValidClient) -> AskedClient {
        AskedClient {
            name: client.name().to_owned(),
            description: client.description().to_owned(),
            grant_type: client.grant().grant_type(),
            seconds: client.seconds(),
            redirect_uris: client.redirect_uris(),
            scopes: client.scopes(),
            roles: client.role_divisions(),
        }
    }
}

/// The preview of a draft, or `Failure::DraftInvalid`.
pub async fn preview_client(app: &App, org: &str, draft: &ClientDraft) -> Result<Preview, Failure> {
    let org = app.org(org).await?;
    let facts = org.facts().await?;
    let (client, findings) = valid(draft, &facts)?;
    let body = create_body(&client);
    let is_practice = org.session.endpoint().is_practice();
    Ok(Preview {
        may_be_refused: client.grant().grant_type() == GrantType::Implicit && !is_practice,
        org: org.view().await,
        request: format!("POST {}", org.session.endpoint().api(CLIENTS)),
        client: AskedClient::from(&client),
        json: format!("{body:#}"),
        summary: summary::of_draft(&client, &facts),
        warnings: findings.into_iter().filter(|finding| finding.severity == Severity::Warning).collect(),
    })
}

/// The only way from a draft to something that can be sent: the preview and the create both take it.
pub(super) fn valid(draft: &ClientDraft, facts: &OrgFacts) -> Result<(ValidClient, Vec<Finding>), Failure> {
    let Checked { findings, client, .. } = check(draft, facts);
    match client {
        Some(client) => Ok((client, findings)),
        None => Err(Failure::DraftInvalid { findings }),
    }
}
