//! The program's own folder: small JSON files, each written in one go.
//! It must never hold a secret, nor leave half a file behind.

use std::io;
use std::path::{Path, PathBuf};

use serde::Serialize;
use serde::de::DeserializeOwned;
use tokio::sync::Mutex;

/// The folder.
pub(super) struct OwnFolder {
    path: PathBuf,
    /// Held from reading a file to writing it, so that no change is lost.
    changing: Mutex<()>,
}

impl OwnFolder {
    pub(super) fn new(path: PathBuf) -> OwnFolder {
        OwnFolder { path, changing: Mutex::default() }
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// What a file holds; the default when it is absent or unreadable, so that the program starts all the same.
    /// An unreadable file is put aside, so that nothing written later destroys it.
    pub(super) async fn read<T: DeserializeOwned + Default>(&self, name: &str) -> T {
        let file = self.path.join(name);
        let Ok(text) = tokio::fs::read(&file).await else { return T::default() };
        match serde_json::from_slice(&text) {
            Ok(value) => value,
            Err(_) => {
                let _ = tokio::fs::rename(&file, self.path.join(format!("{name}.unreadable"))).await;
                T::default()
            }
        }
    }

    /// Puts a new file in the place of the old one.
    pub(super) async fn write<T: Serialize + Sync>(&self, name: &str, value: &T) -> io::Result<()> {
        let text = serde_json::to_vec_pretty(value)?;
        let (file, fresh) = (self.path.join(name), self.path.join(format!("{name}.new")));
        tokio::fs::create_dir_all(&self.path).await?;
        tokio::fs::write(&fresh, text).await?;
        tokio::fs::rename(&fresh, &file).await
    }

    /// Changes what a file holds, and gives back what it holds then. Two changes at once wait for each other.
    pub(super) async fn change<T>(&self, name: &str, change: impl FnOnce(&mut T) + Send) -> io::Result<T>
    where
        T: DeserializeOwned + Serialize + Default + Send + Sync,
    {
        let _changing = self.changing.lock().await;
        let mut value = self.read(name).await;
        change(&mut value);
        self.write(name, &value).await?;
        Ok(value)
    }
}
