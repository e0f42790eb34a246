//! Writes the history to a file that a person can open or send: CSV for a spreadsheet, JSON for a program.
//! It must never hold a secret: the journal has none in clear.

use serde::{Deserialize, Serialize};
use specta::Type;

use super::App;
use super::csv_file::csv;
use super::export_file::{export, word};
use super::failure::Failure;
use super::list_history::{HistoryEntry, HistoryPart, PART, list_history};

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
pub async fn export_history(
    app: &App,
    search: &str,
    part: HistoryPart,
    format: ExportFormat,
) -> Result<Exported, Failure> {
    let mut entries: Vec<HistoryEntry> = Vec::new();
    loop {
        let offset = u32::try_from(entries.len()).unwrap_or(u32::MAX);
        let found = list_history(app, search, part, offset, PART).await?;
        let last = found.entries.len() < PART as usize;
        entries.extend(found.entries);
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

const COLUMNS: [&str; 14] = [
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
    "http_status",
    "error_code",
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
            entry.noted.as_ref().and_then(|noted| noted.status).map(|s| s.to_string()).unwrap_or_default(),
            or_empty(&entry.noted.as_ref().and_then(|noted| noted.code.clone())),
        ]
    };
    csv(COLUMNS, entries.iter().map(row))
}
