//! A finding about a client that exists.
//! It must never lose what it was about: an acknowledgement holds only while the facts are the same.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use specta::Type;

use super::code::HealthCode;
use super::reason::HealthReason;
use crate::domain::finding::Severity;
use crate::domain::genesys_page::GenesysPage;

/// Something about a client that a person should know.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct HealthFinding {
    /// The client.
    pub client_id: String,
    /// Its name.
    pub client_name: String,
    /// How much it matters.
    pub severity: Severity,
    /// What kind of finding it is.
    pub code: HealthCode,
    /// What was found, with the values for its words.
    pub reason: HealthReason,
    /// Days until what it warns of; negative when that is over, absent where nothing has a day.
    pub days_left: Option<i32>,
    /// What mends it.
    pub fix: HealthFix,
    /// The page of Genesys that says so; absent where the finding is advice of ours.
    pub documented: Option<GenesysPage>,
    /// What a person said about it, while the facts are the same.
    pub acknowledged: Option<Acknowledgement>,
}

/// What one click on a finding leads to. Nothing is sent by it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum HealthFix {
    /// The form, with the change already made in the draft.
    MendedDraft,
    /// The form as it is: only a person can know what belongs there.
    Edit,
    /// A second client with authorization code and PKCE, made from this one.
    PkceTwin,
    /// The page of the client, where its state can be changed.
    OpenClient,
    /// What the client has called lately.
    LookAtUsage,
}

/// A person has seen a finding and lives with it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Acknowledgement {
    /// Why, in the person's words.
    pub reason: String,
    /// When, ISO 8601 in UTC.
    pub at: String,
}

impl HealthFinding {
    /// What stays the same while the facts do; time alone does not change it.
    pub fn fingerprint(&self) -> String {
        let facts = serde_json::to_vec(&self.reason.lasting()).unwrap_or_default();
        Sha256::digest(&facts).iter().take(16).map(|byte| format!("{byte:02x}")).collect()
    }
}
