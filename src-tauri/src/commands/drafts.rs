//! Commands about drafts: choosing, filling in, checking, previewing.
//! Each is one expression.

use tauri::State;

use crate::app::App;
use crate::app::check_draft::{self, DraftCheck};
use crate::app::failure::Failure;
use crate::app::prepare_form::{self, Language};
use crate::app::preview_client::{self, Preview};
use crate::domain::advice::{self, Advice, Answers};
use crate::domain::draft::ClientDraft;
use crate::domain::facts::OrgFacts;
use crate::domain::fix::{self, Fix};
use crate::domain::preset::Purpose;
use crate::domain::preset::embeddable_framework::{self, Embedding};
use crate::domain::redirect_uri::{self, PastedAddresses};

/// "Help me choose": what three answers lead to.
#[tauri::command]
#[specta::specta]
pub(super) fn advise(answers: Answers) -> Advice {
    advice::advise(answers)
}

/// Reads what the form needs to know of an organization.
#[tauri::command]
#[specta::specta]
pub(super) async fn prepare_form(
    app: State<'_, App>,
    org: &str,
    language: Language,
) -> Result<OrgFacts, Failure> {
    prepare_form::prepare_form(&app, org, language).await
}

/// A first draft for a purpose.
#[tauri::command]
#[specta::specta]
pub(super) async fn start_draft(
    app: State<'_, App>,
    org: &str,
    purpose: Purpose,
) -> Result<ClientDraft, Failure> {
    prepare_form::start_draft(&app, org, purpose).await
}

/// Checks a draft.
#[tauri::command]
#[specta::specta]
pub(super) async fn check_draft(
    app: State<'_, App>,
    org: &str,
    draft: ClientDraft,
) -> Result<DraftCheck, Failure> {
    check_draft::check_draft(&app, org, &draft).await
}

/// The draft after a one-click fix.
#[tauri::command]
#[specta::specta]
pub(super) fn mend_draft(draft: ClientDraft, fix: Fix) -> ClientDraft {
    fix::mend(draft, &fix)
}

/// The draft with other answers for Embeddable Framework.
#[tauri::command]
#[specta::specta]
pub(super) fn choose_embedding(draft: ClientDraft, embedding: Embedding) -> ClientDraft {
    embeddable_framework::choose(draft, embedding)
}

/// The addresses in a pasted text, and what was left out of it.
#[tauri::command]
#[specta::specta]
pub(super) fn read_pasted_addresses(text: &str) -> PastedAddresses {
    redirect_uri::read_pasted(text)
}

/// What creating the client of a draft would send.
#[tauri::command]
#[specta::specta]
pub(super) async fn preview_client(
    app: State<'_, App>,
    org: &str,
    draft: ClientDraft,
) -> Result<Preview, Failure> {
    preview_client::preview_client(&app, org, &draft).await
}
