//! What an operation intends, in the words of the journal: enough to find out later whether it was carried out.
//! It must never hold a secret: a draft has none, and neither does a client that was read.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::domain::client::OauthClient;
use crate::domain::draft::ClientDraft;
use crate::domain::recovery::LostCreate;
use crate::genesys::whole_client::WholeClient;

/// What an operation intends.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub(in crate::app) enum Intent {
    /// To create the client of a draft.
    Create {
        draft: Box<ClientDraft>,
        known_ids: BTreeSet<String>,
        creator: Option<String>,
        /// Seconds since 1970, by the organization's clock where it has said what time it is.
        sent_at: i64,
    },
    /// Nothing was intended: a second client came out of the create of another one.
    Twin { draft: Box<ClientDraft>, of: String },
    /// To make a client as a draft says. Rows of older versions do not say what it was before.
    Update {
        draft: Box<ClientDraft>,
        #[serde(default)]
        before: Option<Map<String, Value>>,
    },
    /// To change a client that is there; the kind of the operation says how. The same holds for what it was before.
    Change {
        #[serde(default)]
        before: Option<Map<String, Value>>,
    },
    /// To restore the default roles that are missing, beside those that are there.
    RestoreRoles { known_ids: BTreeSet<String> },
    /// To give a person a role in a division, or to take it back; the kind of the operation says which.
    Grant { subject_id: String, division_id: String, role_id: String },
}

impl Intent {
    /// What a look for the client needs, if it was to be created.
    pub(in crate::app) fn lost_create(&self, name: &str) -> Option<LostCreate> {
        let Intent::Create { draft, known_ids, creator, sent_at } = self else { return None };
        Some(LostCreate {
            name: name.to_owned(),
            mark: draft.mark.clone(),
            known_ids: known_ids.clone(),
            creator: creator.clone(),
            sent_at: *sent_at,
        })
    }

    /// Whether a client was there before this create.
    pub(in crate::app) fn knows(&self, id: &str) -> bool {
        matches!(self, Intent::Create { known_ids, .. } if known_ids.contains(id))
    }

    /// The draft, if there was one.
    pub(in crate::app) fn draft(&self) -> Option<&ClientDraft> {
        match self {
            Intent::Create { draft, .. } | Intent::Twin { draft, .. } | Intent::Update { draft, .. } => {
                Some(draft)
            }
            Intent::Change { .. } | Intent::RestoreRoles { .. } | Intent::Grant { .. } => None,
        }
    }

    /// To make a client as a draft says.
    pub(in crate::app) fn update(draft: &ClientDraft, before: &WholeClient) -> Intent {
        Intent::Update { draft: Box::new(draft.clone()), before: Some(before.to_remember()) }
    }

    /// To change a client in the way that the kind of the operation says.
    pub(in crate::app) fn change(before: &WholeClient) -> Intent {
        Intent::Change { before: Some(before.to_remember()) }
    }

    /// The client as it was right before, where this version or a later one wrote it down.
    pub(in crate::app) fn before(&self) -> Option<WholeClient> {
        match self {
            Intent::Update { before, .. } | Intent::Change { before } => {
                WholeClient::remembered(before.clone()?)
            }
            Intent::Create { .. }
            | Intent::Twin { .. }
            | Intent::RestoreRoles { .. }
            | Intent::Grant { .. } => None,
        }
    }
}

/// The clients of a list, by their identifiers.
pub(in crate::app) fn ids(clients: &[OauthClient]) -> BTreeSet<String> {
    clients.iter().map(|client| client.id.clone()).collect()
}

#[cfg(test)]
mod tests {
    use super::Intent;

    /// Whoever updates the program has rows on the disk that do not say what was before.
    #[test]
    fn rows_of_older_versions_are_read() {
        let change: Intent = serde_json::from_str(r#"{"kind":"change"}"#).expect("a row of version 0.1");
        assert_eq!(change, Intent::Change { before: None });
        assert!(change.before().is_none());
    }

    /// A member that nobody knows yet may be called a secret one day.
    #[test]
    fn what_is_remembered_has_no_secret() {
        let row = r#"{"kind":"change","before":{"id":"1","secret":"s","name":"n","apiSecret":"s","a":[{"Secrets":1,"b":2}]}}"#;
        let change: Intent = serde_json::from_str(row).expect("a row");
        let before = change.before().expect("a client");
        let kept = serde_json::to_value(Intent::change(&before)).expect("JSON");
        let members = serde_json::json!({ "a": [{ "b": 2 }], "id": "1", "name": "n" });
        assert_eq!(kept, serde_json::json!({ "kind": "change", "before": members }));
    }
}
