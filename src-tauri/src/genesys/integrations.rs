//! Credentials of integrations: what they are called, never what they hold. Source: official JavaScript SDK,
//! `CredentialInfoListing`.
//! It must never ask for one alone: whatever more that shows is not needed.

use serde::Deserialize;

use super::answers::{MAX_LIST, Unreadable, parse};
use super::error::ApiError;
use super::session::Session;
use crate::domain::authorization::IntegrationCredential;

/// Path of the list.
const CREDENTIALS: &str = "/api/v2/integrations/credentials";
/// Credentials on a page. Guess: the largest page is not documented; lists of this kind take a hundred.
const PAGE: u32 = 100;

impl Session {
    /// Every credential of the organization's integrations.
    ///
    /// # Errors
    /// As every read.
    pub async fn list_credentials(&self) -> Result<Vec<IntegrationCredential>, ApiError> {
        let credentials = self.read_pages::<CredentialJson>(CREDENTIALS, PAGE).await?;
        Ok(credentials.into_iter().map(IntegrationCredential::from).collect())
    }
}

/// Reads one page of the list; values in it are dropped.
///
/// # Errors
/// When it is not one.
pub fn credential_list(bytes: &[u8]) -> Result<Vec<IntegrationCredential>, Unreadable> {
    let json: PageJson = parse(bytes, MAX_LIST)?;
    Ok(json.entities.into_iter().map(IntegrationCredential::from).collect())
}

impl From<CredentialJson> for IntegrationCredential {
    fn from(json: CredentialJson) -> IntegrationCredential {
        let kind = json.kind.and_then(|kind| kind.name.or(kind.id));
        IntegrationCredential {
            id: json.id,
            name: json.name.unwrap_or_default(),
            kind: kind.unwrap_or_default(),
            modified_at: json.modified_date.or(json.created_date),
        }
    }
}

#[derive(Deserialize)]
struct PageJson {
    #[serde(default)]
    entities: Vec<CredentialJson>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct CredentialJson {
    id: String,
    name: Option<String>,
    created_date: Option<String>,
    modified_date: Option<String>,
    #[serde(rename = "type")]
    kind: Option<KindJson>,
}

#[derive(Deserialize)]
struct KindJson {
    id: Option<String>,
    name: Option<String>,
}
