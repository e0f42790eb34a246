//! Commands about roles of an organization: restored, given to oneself, taken back.
//! Each is one expression.

use tauri::State;

use crate::app::App;
use crate::app::failure::Failure;
use crate::app::grant_role::{self, GrantPreview, GrantedRole};
use crate::app::operation::OperationId;
use crate::app::prepare_form::Language;
use crate::app::restore_default_roles::{self, RestorePreview, Restored};
use crate::domain::draft::ClientDraft;

/// What restoring default roles would do; nothing is sent.
#[tauri::command]
#[specta::specta]
pub(super) async fn preview_restore_roles(app: State<'_, App>, org: &str) -> Result<RestorePreview, Failure> {
    restore_default_roles::preview_restore_roles(&app, org).await
}

/// Restores missing default roles; gives back the draft with the SCIM role in it.
#[tauri::command]
#[specta::specta]
pub(super) async fn restore_default_roles(
    app: State<'_, App>,
    org: &str,
    language: Language,
    draft: ClientDraft,
    confirmed: bool,
) -> Result<Restored, Failure> {
    restore_default_roles::restore_default_roles(&app, org, language, draft, confirmed).await
}

/// What giving oneself a role would do; nothing is sent.
#[tauri::command]
#[specta::specta]
pub(super) async fn preview_grant(
    app: State<'_, App>,
    org: &str,
    role: &str,
) -> Result<GrantPreview, Failure> {
    grant_role::preview_grant(&app, org, role).await
}

/// Gives the signed-in person a role.
#[tauri::command]
#[specta::specta]
pub(super) async fn grant_role(
    app: State<'_, App>,
    org: &str,
    language: Language,
    role: &str,
    confirmed: bool,
) -> Result<GrantedRole, Failure> {
    grant_role::grant_role(&app, org, language, role, confirmed).await
}

/// Takes back a role that the person gave themselves.
#[tauri::command]
#[specta::specta]
pub(super) async fn take_back_role(
    app: State<'_, App>,
    org: &str,
    language: Language,
    operation: OperationId,
    confirmed: bool,
) -> Result<(), Failure> {
    grant_role::take_back_role(&app, org, language, &operation, confirmed).await
}
