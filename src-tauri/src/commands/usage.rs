//! Commands about the calls of clients, what a change to one hits, and applications of other organizations.
//! Each is one expression.

use tauri::State;

use crate::app::App;
use crate::app::blast_radius::{self, BlastRadius};
use crate::app::failure::Failure;
use crate::app::list_authorizations::{self, Authorizations};
use crate::app::prepare_form::Language;
use crate::app::read_client_room;
use crate::app::read_usage::{self, UsageReading};
use crate::app::survey_usage::{self, SurveyDepth, SurveyProgress};
use crate::app::usage_memory;
use crate::domain::client_room::ClientRoom;
use crate::domain::usage::{LastUse, UsagePeriod};

/// The calls of a client, which may take minutes to find out. `ticket` is a number by which the wait can be ended.
#[tauri::command]
#[specta::specta]
pub(super) async fn read_usage(
    app: State<'_, App>,
    org: &str,
    id: &str,
    period: UsagePeriod,
    ticket: u32,
) -> Result<UsageReading, Failure> {
    read_usage::read_usage(&app, org, id, period, ticket).await
}

/// Ends the wait for the calls of a client.
#[tauri::command]
#[specta::specta]
pub(super) async fn stop_reading_usage(app: State<'_, App>, ticket: u32) -> Result<(), Failure> {
    read_usage::stop_reading_usage(&app, ticket).await
}

/// When a client was last used, as the last look at its calls showed; null when nobody looked.
#[tauri::command]
#[specta::specta]
pub(super) async fn read_last_use(
    app: State<'_, App>,
    org: &str,
    id: &str,
) -> Result<Option<LastUse>, Failure> {
    usage_memory::read_last_use(&app, org, id).await
}

/// Looks at the calls of these clients, or of all, and answers when that is over.
#[tauri::command]
#[specta::specta]
pub(super) async fn survey_usage(
    app: State<'_, App>,
    org: &str,
    ids: Option<Vec<String>>,
    depth: SurveyDepth,
    period: UsagePeriod,
) -> Result<SurveyProgress, Failure> {
    survey_usage::survey_usage(&app, org, ids, depth, period).await
}

/// How far that is.
#[tauri::command]
#[specta::specta]
pub(super) async fn read_survey(app: State<'_, App>, org: &str) -> Result<SurveyProgress, Failure> {
    survey_usage::read_survey(&app, org).await
}

/// Ends it; what was found stays.
#[tauri::command]
#[specta::specta]
pub(super) async fn stop_survey(app: State<'_, App>, org: &str) -> Result<(), Failure> {
    survey_usage::stop_survey(&app, org).await
}

/// What a new secret, an inactive client or a deletion hits, besides its calls.
#[tauri::command]
#[specta::specta]
pub(super) async fn read_blast_radius(
    app: State<'_, App>,
    org: &str,
    id: &str,
) -> Result<BlastRadius, Failure> {
    blast_radius::read_blast_radius(&app, org, id).await
}

/// How many clients there are, and how many there may be.
#[tauri::command]
#[specta::specta]
pub(super) async fn read_client_room(app: State<'_, App>, org: &str) -> Result<ClientRoom, Failure> {
    read_client_room::read_client_room(&app, org).await
}

/// The applications of other organizations that this one was asked to authorize.
#[tauri::command]
#[specta::specta]
pub(super) async fn list_authorizations(
    app: State<'_, App>,
    org: &str,
    language: Language,
) -> Result<Authorizations, Failure> {
    list_authorizations::list_authorizations(&app, org, language).await
}
