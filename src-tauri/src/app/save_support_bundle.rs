//! Saves what support needs to know in one JSON file: version, system, settings, and the history without names.
//! It must never hold a secret, a token, a password, or the name of a person, an organization or a client.

use serde::Serialize;

use super::App;
use super::export_file::{Exported, export};
use super::failure::Failure;
use super::list_history::{HistoryPart, HistoryStep, Noted, list_history, list_history_steps};
use super::open_journal::{JournalState, read_journal_state};
use super::settings::{Settings, read_settings};
use crate::domain::note::{EntryKind, EntryStage};
use crate::journal::OperationId;

/// How many of the latest operations are told.
const OPERATIONS: u32 = 100;

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Bundle {
    version: &'static str,
    system: &'static str,
    processor: &'static str,
    saved_at: String,
    settings: Settings,
    journal: JournalState,
    operations: Vec<BundledOperation>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct BundledOperation {
    id: OperationId,
    kind: EntryKind,
    stage: EntryStage,
    began_at: String,
    org_id: String,
    client_id: Option<String>,
    noted: Option<Noted>,
    steps: Vec<HistoryStep>,
}

/// Writes the file beside other exports. A journal that cannot be read is told of instead of its operations.
pub async fn save_support_bundle(app: &App) -> Result<Exported, Failure> {
    let mut operations = Vec::new();
    let latest = list_history(app, "", HistoryPart::All, 0, OPERATIONS)
        .await
        .map(|history| history.entries)
        .unwrap_or_default();
    for entry in latest {
        operations.push(BundledOperation {
            steps: list_history_steps(app, &entry.id).await.unwrap_or_default(),
            id: entry.id,
            kind: entry.kind,
            stage: entry.stage,
            began_at: entry.began_at,
            org_id: entry.org_id,
            client_id: entry.client_id,
            noted: entry.noted,
        });
    }
    let entries = operations.len();
    let bundle = Bundle {
        version: env!("CARGO_PKG_VERSION"),
        system: std::env::consts::OS,
        processor: std::env::consts::ARCH,
        saved_at: app.clock.now().to_string(),
        settings: read_settings(app).await,
        journal: JournalState { lost: None, ..read_journal_state(app).await },
        operations,
    };
    let text = serde_json::to_vec_pretty(&bundle).map_err(|_| Failure::NotExported)?;
    export(app, "support", "json", &text, entries).await
}
