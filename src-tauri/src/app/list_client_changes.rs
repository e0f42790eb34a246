//! What Latchkey has changed of one client: each change with what it made different.
//! It must never claim to know what was changed elsewhere: only what went through this journal is in it.

use serde::Serialize;
use specta::Type;

use super::App;
use super::failure::Failure;
use super::list_history::{HistoryEntry, PART};
use super::operation::intent::Intent;
use super::recover::read_intent;
use crate::domain::change::wanted;
use crate::domain::difference::{Difference, between};
use crate::domain::operation::{OperationKind, Stage};
use crate::journal::{HistoryQuery, Operation};

/// One change of a client.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ClientChange {
    /// What, when, by whom, and what became of it.
    pub entry: HistoryEntry,
    /// What it was to make different: `asked` is what was wanted, `held` what was there before. Empty where no field
    /// was changed, or where nobody wrote down what was there before.
    pub differences: Vec<Difference>,
    /// Whether the client can be put back as it was before.
    pub put_back: bool,
}

/// The changes of one client that went through Latchkey on this computer, newest first.
pub async fn list_client_changes(app: &App, org: &str, id: &str) -> Result<Vec<ClientChange>, Failure> {
    let org = app.org(org).await?;
    let query = HistoryQuery {
        search: id.to_owned(),
        org_id: Some(org.identity.org_id.clone()),
        limit: PART,
        ..HistoryQuery::default()
    };
    let found = app.journal().await?.history(&query).await?.operations;
    let of_this = found.into_iter().filter(|operation| operation.client_id.as_deref() == Some(id));
    Ok(of_this.map(change).collect())
}

fn change(operation: Operation) -> ClientChange {
    let intent = read_intent(&operation);
    let before = intent.as_ref().and_then(Intent::before);
    let differences = match (operation.kind, before, intent.as_ref().and_then(Intent::draft)) {
        (OperationKind::Update, Some(before), Some(draft)) => {
            let before = before.client();
            between(&wanted(draft, &before), &before)
        }
        _ => Vec::new(),
    };
    // What was not carried out needs no putting back; a state is put back by making it active or inactive again.
    let put_back = operation.stage == Stage::Done && !differences.is_empty();
    ClientChange { entry: HistoryEntry::from(operation), differences, put_back }
}
