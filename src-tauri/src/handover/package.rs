//! What is in a sealed file: the client, where it is, its secret, and a word of the sender; as JSON that people can read.
//! It must never be written anywhere but into a sealed file, nor trust one that it reads.

use secrecy::zeroize::Zeroizing;
use serde::{Deserialize, Serialize};

use super::sealed_file::SealedFileError;
use crate::domain::client::OauthClient;
use crate::domain::region::Region;
use crate::domain::secret::Secret;

/// The mark by which a hand-over is known.
const FORMAT: &str = "latchkey hand-over";
const VERSION: u32 = 1;
/// Longest word of the sender, in characters.
pub const NOTE_MAX: usize = 2_000;

/// A client on its way to its receiver.
#[derive(Debug)]
pub struct Package {
    /// When it was sealed, ISO 8601 in UTC.
    pub sealed_at: String,
    /// A word of the sender; empty when there is none.
    pub note: String,
    /// Name of the organization.
    pub organization: String,
    /// Whether it is a practice organization.
    pub practice: bool,
    /// Region of the organization.
    pub region: Region,
    /// The client.
    pub client: OauthClient,
    /// Its secret.
    pub secret: Secret,
}

/// How a package is written. Private, since it can be serialised.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct PackageJson<Text> {
    format: Text,
    version: u32,
    sealed_at: Text,
    note: Text,
    organization: Text,
    practice: bool,
    region: Text,
    client: OauthClient,
    client_secret: Text,
}

impl Package {
    /// The package as JSON, wiped from memory when dropped.
    ///
    /// # Errors
    /// Never in practice: everything in it can be written.
    pub fn to_json(&self) -> serde_json::Result<Zeroizing<Vec<u8>>> {
        let json = PackageJson {
            format: FORMAT,
            version: VERSION,
            sealed_at: &self.sealed_at,
            note: &self.note,
            organization: &self.organization,
            practice: self.practice,
            region: &self.region.domain,
            client: self.client.clone(),
            // EXPOSE: it is sealed next, and is what the file is for.
            client_secret: self.secret.expose(),
        };
        serde_json::to_vec_pretty(&json).map(Zeroizing::new)
    }

    /// Reads a package that somebody sealed.
    ///
    /// # Errors
    /// When it is none, or one of a newer version.
    pub fn from_json(clear: &[u8]) -> Result<Package, SealedFileError> {
        let foreign = |_| SealedFileError::NotAHandOver;
        let Mark { format, version } = serde_json::from_slice(clear).map_err(foreign)?;
        if format != FORMAT {
            return Err(SealedFileError::NotAHandOver);
        }
        if version > VERSION {
            return Err(SealedFileError::Newer);
        }
        let json: PackageJson<String> = serde_json::from_slice(clear).map_err(foreign)?;
        let region = Region::at(&json.region).ok_or(SealedFileError::NotAHandOver)?;
        Ok(Package {
            sealed_at: json.sealed_at,
            note: json.note,
            organization: json.organization,
            practice: json.practice,
            region,
            client: json.client,
            secret: Secret::new(json.client_secret),
        })
    }
}

/// What is read first, of whatever version.
#[derive(Deserialize)]
struct Mark {
    format: String,
    version: u32,
}
