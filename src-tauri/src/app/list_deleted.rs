//! Lists the clients that Latchkey has deleted in an organization, and of which it knows what they were.
//! It must never list one whose delete did not come to its end.

use super::App;
use super::failure::Failure;
use super::list_history::{HistoryEntry, PART};
use crate::domain::operation::{OperationKind, Stage};
use crate::journal::HistoryQuery;

/// The deletes of an organization, newest first.
pub async fn list_deleted(app: &App, org: &str) -> Result<Vec<HistoryEntry>, Failure> {
    let org = app.org(org).await?;
    let journal = app.journal().await?;
    let mut deleted = Vec::new();
    let mut offset = 0;
    loop {
        let query = HistoryQuery {
            // The kind of an operation is among the words that the history is searched by.
            search: "delete".to_owned(),
            org_id: Some(org.identity.org_id.clone()),
            stages: vec![Stage::Done],
            offset,
            limit: PART,
        };
        let part = journal.history(&query).await?.operations;
        let count = u32::try_from(part.len()).unwrap_or(PART);
        let deletes = part.into_iter().filter(|operation| operation.kind == OperationKind::Delete);
        deleted.extend(deletes.map(HistoryEntry::from).filter(|entry| entry.remembers));
        if count < PART {
            return Ok(deleted);
        }
        offset += count;
    }
}
