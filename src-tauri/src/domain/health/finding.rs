//! A finding about a client that exists.
//! It must never lose what it was about: an acknowledgement holds only while the facts are the same.

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::domain::finding::Severity;

/// Something about a client that a person should know.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct HealthFinding {
    /// The client.
    pub client_id: String,
    /// How much it matters.
    pub severity: Severity,
    /// What kind of finding it is.
    pub code: HealthCode,
    /// What a person said about it, while the facts are the same.
    pub acknowledged: Option<Acknowledgement>,
}

/// The kinds of findings, to filter by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum HealthCode {
    /// It uses implicit grant, which Genesys withdraws.
    ImplicitGrant,
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
