//! Gives the signed-in person a role that they lack, and takes it back: each its own operation, one grant and no other.
//! It must never give a role to anybody else, nor take back one that was held before.
//! Source: Terraform provider: Genesys Cloud takes some ten seconds, and a look that comes too early may stick.

use std::time::Duration;

use serde::Serialize;
use specta::Type;

use super::failure::{Details, Failure};
use super::operation::OperationId;
use super::operation::intent::Intent;
use super::operation::underway::{About, Underway};
use super::prepare_form::Language;
use super::recover::read_intent;
use super::role_rights::{May, Rights};
use super::{App, Org, OrgView};
use crate::domain::facts::{ADD_GRANTS, DELETE_GRANTS, OrgFacts};
use crate::domain::operation::{Event, OperationKind, Stage};
use crate::genesys::directory::HeldRoles;
use crate::genesys::grants::Grant;

/// How long a grant takes to be seen by whoever asks.
const SETTLES: Duration = Duration::from_secs(10);
/// Between two looks after that.
const BETWEEN_LOOKS: Duration = Duration::from_secs(5);
/// How often is looked at most.
const LOOKS: usize = 3;

/// What giving oneself a role would do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct GrantPreview {
    /// The organization that it would be sent to.
    pub org: OrgView,
    /// Method and address; absent for a program, which has no roles of a person.
    pub request: Option<String>,
    /// Name of the role.
    pub role: String,
    /// Name of the division in which it would be held: the home division, and no other.
    pub division: String,
    /// What giving it needs.
    pub give: Rights,
    /// What taking it back needs.
    pub take_back: Rights,
}

/// A role that the person gave themselves.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct GrantedRole {
    /// The operation in the history, by which it can be taken back; absent where the person held it all along.
    pub operation: Option<OperationId>,
    /// Whether the organization shows it already.
    pub arrived: bool,
}

/// What giving oneself a role would do; nothing is sent.
pub async fn preview_grant(app: &App, org: &str, role_id: &str) -> Result<GrantPreview, Failure> {
    let org = app.org(org).await?;
    let facts = org.facts().await?;
    let role = facts.role(role_id).ok_or(Failure::NothingToRecover)?;
    let home = facts.home_division();
    let request = org.identity.user_id.as_deref().zip(home).map(|(subject_id, home)| {
        let grant = Grant { subject_id, division_id: &home.id, role_id };
        format!("POST {}", org.session.endpoint().api(&grant.path()))
    });
    let rights = |permission: &str| {
        let rights = org.rights(&facts, permission);
        if request.is_some() { rights } else { Rights { may: May::No, ..rights } }
    };
    Ok(GrantPreview {
        org: org.view().await,
        role: role.name.clone(),
        division: home.map(|home| home.name.clone()).unwrap_or_default(),
        give: rights(ADD_GRANTS),
        take_back: rights(DELETE_GRANTS),
        request,
    })
}

/// Gives the signed-in person a role in the home division, waits until it has arrived, and reads the facts anew.
/// A production organization asks once more: `confirmed` says that it did.
pub async fn grant_role(
    app: &App,
    org: &str,
    language: Language,
    role_id: &str,
    confirmed: bool,
) -> Result<GrantedRole, Failure> {
    let org = app.org(org).await?;
    org.confirm(confirmed).await?;
    let facts = org.facts().await?;
    let role = facts.role(role_id).ok_or(Failure::NothingToRecover)?;
    let (subject_id, division_id) = whom_and_where(&org, &facts)?;
    if holds(&org, role_id, &division_id).await? {
        org.read_facts(language).await?;
        return Ok(GrantedRole { operation: None, arrived: true });
    }
    let grant = Grant { subject_id: &subject_id, division_id: &division_id, role_id };
    let about = About { id: None, name: &role.name };
    let underway = Underway::begin(app, &org, OperationKind::GrantRole, about, &intent(grant)).await?;
    match org.session.grant_role(grant).await {
        Ok(answer) => underway.record(&underway.answered(Event::Confirmed, &answer)).await?,
        Err(error) => return Err(underway.failed(error).await),
    };
    let arrived = arrives(app, &org, role_id, &division_id).await;
    org.read_facts(language).await?;
    Ok(GrantedRole { operation: Some(underway.id.clone()), arrived })
}

/// Takes back a role that the person gave themselves through Latchkey. It is an operation of its own.
pub async fn take_back_role(
    app: &App,
    org: &str,
    language: Language,
    given: &OperationId,
    confirmed: bool,
) -> Result<(), Failure> {
    let org = app.org(org).await?;
    org.confirm(confirmed).await?;
    let operation = app.journal().await?.operation(given).await?;
    org.must_be(&operation.org)?;
    let Some(Intent::Grant { subject_id, division_id, role_id }) = read_intent(&operation) else {
        return Err(Failure::NothingToRecover);
    };
    let is_done = operation.kind == OperationKind::GrantRole && operation.stage == Stage::Done;
    if !is_done || org.identity.user_id.as_deref() != Some(&*subject_id) {
        return Err(Failure::NothingToRecover);
    }
    let grant = Grant { subject_id: &subject_id, division_id: &division_id, role_id: &role_id };
    let about = About { id: None, name: &operation.client_name };
    let underway = Underway::begin(app, &org, OperationKind::TakeBackRole, about, &intent(grant)).await?;
    match org.session.take_back_role(grant).await {
        Ok(answer) => underway.record(&underway.answered(Event::Confirmed, &answer)).await?,
        Err(error) => return Err(underway.failed(error).await),
    };
    app.clock.wait(SETTLES).await;
    org.read_facts(language).await?;
    Ok(())
}

fn intent(grant: Grant<'_>) -> Intent {
    Intent::Grant {
        subject_id: grant.subject_id.to_owned(),
        division_id: grant.division_id.to_owned(),
        role_id: grant.role_id.to_owned(),
    }
}

/// The signed-in person and the home division. A program cannot give itself a role.
fn whom_and_where(org: &Org, facts: &OrgFacts) -> Result<(String, String), Failure> {
    let found = org.identity.user_id.clone().zip(facts.home_division().map(|home| home.id.clone()));
    found.ok_or_else(|| Failure::PermissionMissing {
        permissions: vec![ADD_GRANTS.to_owned()],
        details: Box::new(Details::default()),
    })
}

/// Whether the organization shows a role in a division among those that are held now.
pub(super) async fn holds(org: &Org, role_id: &str, division_id: &str) -> Result<bool, Failure> {
    let held = org.session.read_held_roles().await?;
    Ok(matches!(held, HeldRoles::Pairs(pairs) if pairs.iter().any(|(role, division)| {
        role == role_id && division == division_id
    })))
}

/// Waits before the first look: one that comes too early may stick.
async fn arrives(app: &App, org: &Org, role_id: &str, division_id: &str) -> bool {
    let mut wait = SETTLES;
    for _ in 0..LOOKS {
        app.clock.wait(wait).await;
        if holds(org, role_id, division_id).await.unwrap_or(false) {
            return true;
        }
        wait = BETWEEN_LOOKS;
    }
    false
}
