//! Restores default roles that an organization lacks, such as SCIM Integration, and fills the role into the draft.
//! It must never reset a role that exists, nor send what is not in the journal.

use serde::Serialize;
use specta::Type;

use super::failure::Failure;
use super::operation::OperationId;
use super::operation::intent::Intent;
use super::operation::underway::{About, Underway};
use super::prepare_form::Language;
use super::role_rights::Rights;
use super::{App, OrgView};
use crate::domain::draft::ClientDraft;
use crate::domain::facts::{EDIT_ROLES, OrgFacts};
use crate::domain::operation::{Event, OperationKind};
use crate::domain::preset::scim;
use crate::domain::role::SCIM_ROLE_NAME;
use crate::genesys::roles::RESTORE_ROLES;

/// What restoring default roles would do, as far as that can be known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct RestorePreview {
    /// The organization that it would be sent to.
    pub org: OrgView,
    /// Method and address.
    pub request: String,
    /// Names of the roles that are missing. Which other default roles Genesys has made since cannot be asked for: they
    /// would be added too.
    pub missing: Vec<String>,
    /// Names of the default roles that are there, and stay as they are.
    pub kept: Vec<String>,
    /// What it needs.
    pub rights: Rights,
}

/// Default roles that were restored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Restored {
    /// The operation in the history.
    pub operation: OperationId,
    /// Names of the roles that were added.
    pub added: Vec<String>,
    /// The draft, with the role for SCIM in it.
    pub draft: ClientDraft,
}

/// What restoring would do; nothing is sent.
pub async fn preview_restore_roles(app: &App, org: &str) -> Result<RestorePreview, Failure> {
    let org = app.org(org).await?;
    let facts = org.facts().await?;
    let missing = !facts.roles.iter().any(|role| role.is_scim_integration());
    let defaults = facts.roles.iter().filter(|role| role.default_role_id.is_some());
    Ok(RestorePreview {
        org: org.view().await,
        request: format!("POST {}", org.session.endpoint().api(RESTORE_ROLES)),
        missing: missing.then(|| SCIM_ROLE_NAME.to_owned()).into_iter().collect(),
        kept: defaults.map(|role| role.name.clone()).collect(),
        rights: org.rights(&facts, EDIT_ROLES),
    })
}

/// Restores the missing default roles, reads the facts again, and gives back the draft with the SCIM role in it.
/// A production organization asks once more: `confirmed` says that it did.
pub async fn restore_default_roles(
    app: &App,
    org: &str,
    language: Language,
    draft: ClientDraft,
    confirmed: bool,
) -> Result<Restored, Failure> {
    let org = app.org(org).await?;
    org.confirm(confirmed).await?;
    let before = org.read_facts(language).await?;
    let known_ids = before.roles.iter().map(|role| role.id.clone()).collect();
    let about = About { id: None, name: SCIM_ROLE_NAME };
    let intent = Intent::RestoreRoles { known_ids };
    let underway = Underway::begin(app, &org, OperationKind::RestoreRoles, about, &intent).await?;
    match org.session.restore_default_roles().await {
        Ok(answer) => underway.record(&underway.answered(Event::Confirmed, &answer)).await?,
        Err(error) => {
            org.forget_facts().await;
            return Err(underway.failed(error).await);
        }
    };
    let now = org.read_facts(language).await?;
    Ok(Restored {
        operation: underway.id.clone(),
        added: added(&before, &now),
        draft: scim::with_role(draft, &now),
    })
}

/// Names of the roles that are there now and were not before.
fn added(before: &OrgFacts, now: &OrgFacts) -> Vec<String> {
    now.roles.iter().filter(|role| before.role(&role.id).is_none()).map(|role| role.name.clone()).collect()
}
