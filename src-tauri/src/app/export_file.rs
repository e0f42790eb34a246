//! Files that a person exports, written anew each time.
//! It must never write over a file that is there.

use std::path::{Path, PathBuf};

use serde::Serialize;
use specta::Type;
use tokio::io::AsyncWriteExt;

use super::App;
use super::failure::Failure;

/// A file that was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Exported {
    /// Where it is.
    pub path: String,
    /// How many entries it has.
    pub entries: u32,
}

/// Writes a file of today into the person's folder for downloads.
pub(super) async fn export(
    app: &App,
    what: &str,
    ending: &str,
    bytes: &[u8],
    entries: usize,
) -> Result<Exported, Failure> {
    let day = app.clock.now().strftime("%Y-%m-%d").to_string();
    let name = format!("latchkey-{what}-{day}");
    let path = write_new(&app.exports, &name, ending, bytes).await.map_err(|_| Failure::NotExported)?;
    Ok(Exported { path: path.display().to_string(), entries: u32::try_from(entries).unwrap_or(u32::MAX) })
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

/// The word that an enumeration has in files and on the way to the page.
pub(super) fn word(value: impl Serialize) -> String {
    let value = serde_json::to_value(value).ok();
    value.and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
}
