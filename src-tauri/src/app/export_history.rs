//! Writes the history to a file that a person can open or send: CSV for a spreadsheet, JSON for a program.
//! It must never hold a secret: the journal has none in clear.

use serde::{Deserialize, Serialize};
use specta::Type;

use super::App;
use super::export_file::{csv, export, word};
use super::failure::Failure;
use super::list_history::{HistoryEntry, PART, list_history};

pub use super::export_file::Exported;

/// The form of an exported file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum ExportFormat {
    /// For a spreadsheet.
    Csv,
    /// For a program.
    Json,
}

/// Writes what matches a search to a new file in the person's folder for downloads.
pub async fn export_history(app: &App, search: &str, format: ExportFormat) -> Result<Exported, Failure> {
    let mut entries: Vec<HistoryEntry> = Vec::new();
    loop {
        let offset = u32::try_from(entries.len()).unwrap_or(u32::MAX);
        let part = list_history(app, search, offset, PART).await?;
        let last = part.entries.len() < PART as usize;
        entries.extend(part.entries);
        if last {
            break;
        }
    }
    let (ending, bytes) = match format {
        ExportFormat::Csv => ("csv", table(&entries).map_err(|_| Failure::NotExported)?),
        ExportFormat::Json => ("json", serde_json::to_vec_pretty(&entries).unwrap_or_default()),
    };
    export(app, "history", ending, &bytes, entries.len()).await
}

const COLUMNS: [&str; 12] = [
    "began",
    "changed",
    "operation",
    "stage",
    "organization",
    "organization_id",
    "client",
    "client_id",
    "user",
    "signed_in_with",
    "correlation_id",
    "secret_went_to",
];

fn table(entries: &[HistoryEntry]) -> Result<Vec<u8>, csv::Error> {
    let or_empty = |value: &Option<String>| value.clone().unwrap_or_default();
    let row = |entry: &HistoryEntry| {
        [
            entry.began_at.clone(),
            entry.changed_at.clone(),
            word(entry.kind),
            word(entry.stage),
            entry.org_name.clone(),
            entry.org_id.clone(),
            entry.client_name.clone(),
            or_empty(&entry.client_id),
            or_empty(&entry.user_name),
            or_empty(&entry.oauth_client_id),
            or_empty(&entry.correlation_id),
            entry.destination.map(|destination| destination.name().to_owned()).unwrap_or_default(),
        ]
    };
    csv(&COLUMNS, entries.iter().map(row))
}
