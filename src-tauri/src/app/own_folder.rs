//! The program's own folder: small JSON files, each written in one go.
//! It must never hold a secret, nor leave half a file behind.

use std::io;
use std::path::{Path, PathBuf};

use serde::Serialize;
use serde::de::DeserializeOwned;

/// The folder.
pub(super) struct OwnFolder(PathBuf);

impl OwnFolder {
    pub(super) fn new(path: PathBuf) -> OwnFolder {
        OwnFolder(path)
    }

    pub(super) fn path(&self) -> &Path {
        &self.0
    }

    /// What a file holds; the default when it is absent or unreadable, so that the program starts all the same.
    /// An unreadable file is put aside, so that nothing written later destroys it.
    pub(super) async fn read<T: DeserializeOwned + Default>(&self, name: &str) -> T {
        let file = self.0.join(name);
        let Ok(text) = tokio::fs::read(&file).await else { return T::default() };
        match serde_json::from_slice(&text) {
            Ok(value) => value,
            Err(_) => {
                let _ = tokio::fs::rename(&file, self.0.join(format!("{name}.unreadable"))).await;
                T::default()
            }
        }
    }

    /// Puts a new file in the place of the old one.
    pub(super) async fn write<T: Serialize + Sync>(&self, name: &str, value: &T) -> io::Result<()> {
        let text = serde_json::to_vec_pretty(value)?;
        let (file, fresh) = (self.0.join(name), self.0.join(format!("{name}.new")));
        tokio::fs::create_dir_all(&self.0).await?;
        tokio::fs::write(&fresh, text).await?;
        tokio::fs::rename(&fresh, &file).await
    }
}
