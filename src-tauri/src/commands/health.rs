//! Commands about the health of clients: findings, acknowledgements, what ends with implicit grant, the report.
//! Each is one expression.

use tauri::State;

use crate::app::App;
use crate::app::acknowledge_finding;
use crate::app::check_health::{self, Health};
use crate::app::export_history::Exported;
use crate::app::failure::Failure;
use crate::app::read_sunset::{self, Sunset};
use crate::app::report_health::{self, ReportFormat, ReportText};
use crate::domain::draft::ClientDraft;
use crate::domain::health::{HealthCode, HealthFinding};

/// The health of an organization. `anew`: its clients are listed now.
#[tauri::command]
#[specta::specta]
pub(super) async fn check_health(app: State<'_, App>, org: &str, anew: bool) -> Result<Health, Failure> {
    check_health::check_health(&app, org, anew).await
}

/// The findings on one client.
#[tauri::command]
#[specta::specta]
pub(super) async fn read_findings(
    app: State<'_, App>,
    org: &str,
    id: &str,
) -> Result<Vec<HealthFinding>, Failure> {
    check_health::read_findings(&app, org, id).await
}

/// The draft of a change in which a finding is mended already.
#[tauri::command]
#[specta::specta]
pub(super) async fn start_mended_edit(
    app: State<'_, App>,
    org: &str,
    id: &str,
    code: HealthCode,
) -> Result<ClientDraft, Failure> {
    check_health::start_mended_edit(&app, org, id, code).await
}

/// Says that a finding is known and why it may stay.
#[tauri::command]
#[specta::specta]
pub(super) async fn acknowledge_finding(
    app: State<'_, App>,
    org: &str,
    client_id: &str,
    code: HealthCode,
    reason: &str,
) -> Result<(), Failure> {
    acknowledge_finding::acknowledge_finding(&app, org, client_id, code, reason).await
}

/// Takes an acknowledgement back.
#[tauri::command]
#[specta::specta]
pub(super) async fn take_back_acknowledgement(
    app: State<'_, App>,
    org: &str,
    client_id: &str,
    code: HealthCode,
) -> Result<(), Failure> {
    acknowledge_finding::take_back_acknowledgement(&app, org, client_id, code).await
}

/// Every client that ends with implicit grant.
#[tauri::command]
#[specta::specta]
pub(super) async fn read_sunset(app: State<'_, App>, org: &str) -> Result<Sunset, Failure> {
    read_sunset::read_sunset(&app, org).await
}

/// Writes a report whose texts the page made.
#[tauri::command]
#[specta::specta]
pub(super) async fn save_health_report(
    app: State<'_, App>,
    report: ReportText,
    format: ReportFormat,
) -> Result<Exported, Failure> {
    report_health::save_health_report(&app, &report, format).await
}
