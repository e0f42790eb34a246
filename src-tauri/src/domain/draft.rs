//! What a person fills in: texts that may be wrong, never lost.
//! It must never be sent: only a `ValidClient` that came out of `check` has a way to the network.

use serde::{Deserialize, Serialize};
use specta::Type;

use super::client::OauthClient;
use super::duration::DurationDraft;
use super::grant::GrantType;
use super::preset::Preset;
use super::preset::embeddable_framework::Embedding;
use super::role::RoleDraft;

/// A client as filled in so far.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ClientDraft {
    /// The preset that drives the form.
    pub preset: Preset,
    /// Grant type.
    pub grant_type: GrantType,
    /// Name as typed.
    pub name: String,
    /// Description as typed.
    pub description: String,
    /// Token duration as typed.
    pub duration: DurationDraft,
    /// Redirect URIs as typed, one a row; kept while a grant type without them is chosen.
    pub redirect_uris: Vec<String>,
    /// Chosen scopes; kept while a grant type without them is chosen.
    pub scopes: Vec<String>,
    /// Chosen roles; kept while a grant type without them is chosen.
    pub roles: Vec<RoleDraft>,
    /// Answers for Embeddable Framework; absent for other presets.
    pub embedding: Option<Embedding>,
    /// The mark by which the client can be found again after a lost answer, appended to the description;
    /// absent unless the person switched that on.
    #[serde(default)]
    pub mark: Option<String>,
    /// The client that is changed, as it was when the change began; absent for a new one.
    #[serde(default)]
    pub editing: Option<Box<OauthClient>>,
    /// The earlier version that the change goes back to; absent for any other change.
    #[serde(default)]
    pub back_to: Option<Box<OauthClient>>,
}

impl ClientDraft {
    /// The description as it is sent: with the mark, where there is one.
    pub fn sent_description(&self) -> String {
        let typed = self.description.trim();
        match &self.mark {
            Some(mark) if typed.is_empty() => mark.clone(),
            Some(mark) => format!("{typed} {mark}"),
            None => typed.to_owned(),
        }
    }
}
