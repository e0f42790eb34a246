//! Changes a client: read, merge, show the difference, write down, send once, read again, compare.
//! It must never overwrite what somebody else changed meanwhile, nor lose a member that this version does not know.

use serde::Serialize;
use specta::Type;

use super::create_client::{Comparison, compare};
use super::failure::Failure;
use super::operation::intent::Intent;
use super::operation::underway::{About, Underway};
use super::preview_client::valid;
use super::{App, OrgView};
use crate::domain::change::{draft_of, rebased};
use crate::domain::client::OauthClient;
use crate::domain::difference::{Difference, between, differences};
use crate::domain::draft::ClientDraft;
use crate::domain::finding::{Finding, Severity};
use crate::domain::operation::{Event, OperationKind};
use crate::genesys::clients::CLIENTS;
use crate::journal::Step;

/// What a change would send.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ChangePreview {
    /// The organization that it would be sent to.
    pub org: OrgView,
    /// Method and address.
    pub request: String,
    /// What would be different: `asked` is what would be sent, `held` what is there now.
    pub differences: Vec<Difference>,
    /// The body, indented, with the members that nobody knows yet.
    pub json: String,
    /// Findings that do not stand in the way.
    pub warnings: Vec<Finding>,
}

/// A client that was changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Updated {
    /// The client as the answer showed it.
    pub client: OauthClient,
    /// What reading it again showed.
    pub comparison: Comparison,
}

/// The draft with which a change to a client begins.
pub async fn start_edit(app: &App, org: &str, id: &str) -> Result<ClientDraft, Failure> {
    let org = app.org(org).await?;
    let facts = org.facts().await?;
    let client = app.read(&org, || org.session.read_client(id)).await?;
    draft_of(&client, &facts).ok_or(Failure::NotEditable)
}

/// The change begun anew from what the client is now, with what the person changed kept.
pub async fn rebase_draft(app: &App, org: &str, draft: &ClientDraft) -> Result<ClientDraft, Failure> {
    let id = edited(draft)?.id.clone();
    let org = app.org(org).await?;
    let facts = org.facts().await?;
    let theirs = app.read(&org, || org.session.read_client(&id)).await?;
    rebased(draft, &theirs, &facts).ok_or(Failure::NotEditable)
}

/// The preview of a change, `Failure::DraftInvalid`, or `Failure::ChangedMeanwhile`.
pub async fn preview_change(app: &App, org: &str, draft: &ClientDraft) -> Result<ChangePreview, Failure> {
    let base = edited(draft)?;
    let org = app.org(org).await?;
    let (asked, findings) = valid(draft, &*org.facts().await?)?;
    let whole = app.read(&org, || org.session.read_whole_client(&base.id)).await?;
    unchanged(base, &whole.client())?;
    Ok(ChangePreview {
        org: org.view().await,
        request: format!("PUT {}", org.session.endpoint().api(&format!("{CLIENTS}/{}", base.id))),
        differences: differences(&asked, &whole.client()),
        json: format!("{:#}", whole.with(&asked)),
        warnings: findings.into_iter().filter(|finding| finding.severity == Severity::Warning).collect(),
    })
}

/// Sends the change of a draft. A production organization asks once more: `confirmed` says that it did.
pub async fn update_client(
    app: &App,
    org: &str,
    draft: &ClientDraft,
    confirmed: bool,
) -> Result<Updated, Failure> {
    let base = edited(draft)?;
    let org = app.org(org).await?;
    org.confirm(confirmed).await?;
    let (asked, _) = valid(draft, &*org.facts().await?)?;
    // Read right before writing: there is no version to send along, so the time between the two is kept short.
    let whole = app.read(&org, || org.session.read_whole_client(&base.id)).await?;
    unchanged(base, &whole.client())?;
    let about = About { id: Some(&base.id), name: asked.name() };
    let intent = Intent::update(draft, &whole);
    let underway = Underway::begin(app, &org, OperationKind::Update, about, &intent).await?;
    let answer = match org.write(org.session.put_client(&base.id, &whole.with(&asked))).await {
        Ok(answer) => answer,
        Err(error) => {
            if let Some(refusal) = error.refusal() {
                org.learn_from(refusal, asked.grant().grant_type()).await;
            }
            return Err(underway.failed(error).await);
        }
    };
    let step = Step { client_id: Some(base.id.clone()), ..underway.answered(Event::Confirmed, &answer) };
    underway.record(&step).await?;
    let comparison = compare(app, &org, &base.id, &asked).await;
    Ok(Updated { client: answer.value, comparison })
}

fn edited(draft: &ClientDraft) -> Result<&OauthClient, Failure> {
    draft.editing.as_deref().ok_or(Failure::NotEditable)
}

fn unchanged(base: &OauthClient, now: &OauthClient) -> Result<(), Failure> {
    let differences = between(base, now);
    if differences.is_empty() { Ok(()) } else { Err(Failure::ChangedMeanwhile { differences }) }
}
