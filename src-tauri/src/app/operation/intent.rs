//! What an operation intends, in the words of the journal: enough to find out later whether it was carried out.
//! It must never hold a secret: a draft has none, and neither does a client that was read.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::domain::client::OauthClient;
use crate::domain::draft::ClientDraft;
use crate::domain::recovery::LostCreate;

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
    /// To make a client as a draft says.
    Update { draft: Box<ClientDraft> },
    /// To change a client that is there; the kind of the operation says how.
    Change,
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
            Intent::Create { draft, .. } | Intent::Twin { draft, .. } | Intent::Update { draft } => {
                Some(draft)
            }
            Intent::Change => None,
        }
    }
}

/// The clients of a list, by their identifiers.
pub(in crate::app) fn ids(clients: &[OauthClient]) -> BTreeSet<String> {
    clients.iter().map(|client| client.id.clone()).collect()
}
