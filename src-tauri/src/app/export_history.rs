//! Writes the history to a file that a person can open or send: CSV for a spreadsheet, JSON for a program.
//! It must never write over a file that is there, nor let a spreadsheet take a cell for a formula.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use specta::Type;
use tokio::io::AsyncWriteExt;

use super::App;
use super::failure::Failure;
use super::list_history::{HistoryEntry, PART, list_history};

/// The form of an exported file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum ExportFormat {
    /// For a spreadsheet.
    Csv,
    /// For a program.
    Json,
}

/// A file that was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Exported {
    /// Where it is.
    pub path: String,
    /// How many entries it has.
    pub entries: u32,
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
    let (ending, text) = match format {
        ExportFormat::Csv => ("csv", csv(&entries).map_err(|_| Failure::NotExported)?),
        ExportFormat::Json => ("json", serde_json::to_string_pretty(&entries).unwrap_or_default()),
    };
    let day = app.clock.now().strftime("%Y-%m-%d").to_string();
    let name = format!("latchkey-history-{day}");
    let path =
        write_new(&app.exports, &name, ending, text.as_bytes()).await.map_err(|_| Failure::NotExported)?;
    Ok(Exported {
        path: path.display().to_string(),
        entries: u32::try_from(entries.len()).unwrap_or(u32::MAX),
    })
}

/// Writes a new file; a name that is taken gets a number.
pub(super) async fn write_new(
    folder: &Path,
    name: &str,
    ending: &str,
    bytes: &[u8],
) -> std::io::Result<PathBuf> {
    tokio::fs::create_dir_all(folder).await?;
    for number in 1..1_000_u32 {
        let file = if number == 1 { format!("{name}.{ending}") } else { format!("{name}-{number}.{ending}") };
        let path = folder.join(file);
        match tokio::fs::OpenOptions::new().write(true).create_new(true).open(&path).await {
            Ok(mut file) => {
                file.write_all(bytes).await?;
                file.sync_all().await?;
                return Ok(path);
            }
            Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
        }
    }
    Err(std::io::ErrorKind::AlreadyExists.into())
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

fn csv(entries: &[HistoryEntry]) -> Result<String, csv::Error> {
    let word = |value: serde_json::Result<serde_json::Value>| {
        value.ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
    };
    let or_empty = |value: &Option<String>| value.clone().unwrap_or_default();
    let mut table = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    table.write_record(COLUMNS)?;
    for entry in entries {
        let row = [
            entry.began_at.clone(),
            entry.changed_at.clone(),
            word(serde_json::to_value(entry.kind)),
            word(serde_json::to_value(entry.stage)),
            entry.org_name.clone(),
            entry.org_id.clone(),
            entry.client_name.clone(),
            or_empty(&entry.client_id),
            or_empty(&entry.user_name),
            or_empty(&entry.oauth_client_id),
            or_empty(&entry.correlation_id),
            entry.destination.map(|destination| destination.name().to_owned()).unwrap_or_default(),
        ];
        table.write_record(row.map(|cell| harmless(&cell)))?;
    }
    let bytes = table.into_inner().map_err(|error| error.into_error())?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// With an apostrophe before what a spreadsheet would take for a formula. Source: OWASP ASVS 1.2.10.
pub(super) fn harmless(cell: &str) -> String {
    let formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\0']);
    if formula { format!("'{cell}") } else { cell.to_owned() }
}
