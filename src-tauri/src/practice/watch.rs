//! What a test may see behind the answers: each request as it arrives, and the clients as they really are.
//! Must never show a token, nor print a body or a secret.

use std::fmt;
use std::sync::Arc;

use jiff::Timestamp;

use super::client::Client;

/// Who is told of each request.
pub(super) type Watcher = Arc<dyn Fn(&Arrival) + Send + Sync>;

/// A request that arrived, before anything is carried out. Its printed form leaves the body out: that of a
/// token request holds a secret.
pub struct Arrival {
    /// The method, in capitals.
    pub method: String,
    /// The path, without the query.
    pub path: String,
    /// The body, as it came.
    pub body: Vec<u8>,
}

impl fmt::Debug for Arrival {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Arrival")
            .field("method", &self.method)
            .field("path", &self.path)
            .field("body_bytes", &self.body.len())
            .finish()
    }
}

/// A client as it is stored, whatever lists and reads show. Its printed form leaves the secret out.
#[derive(Clone, PartialEq, Eq)]
pub struct StoredClient {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its description.
    pub description: Option<String>,
    /// The secret with which it gets tokens now.
    pub secret: String,
    /// `active`, `inactive` or `disabled`.
    pub state: String,
    /// The id of the person or of the client that made it.
    pub created_by: String,
    /// When it was made, by the organization's own clock.
    pub created_at: Timestamp,
}

impl StoredClient {
    pub(super) fn of(client: &Client) -> Self {
        let content = &client.content;
        Self {
            id: client.id.clone(),
            name: content.name.clone(),
            description: content.description.clone(),
            secret: client.secret.clone(),
            state: content.state.clone(),
            created_by: client.created_by.clone(),
            created_at: client.created,
        }
    }
}

impl fmt::Debug for StoredClient {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("StoredClient")
            .field("id", &self.id)
            .field("name", &self.name)
            .field("description", &self.description)
            .field("state", &self.state)
            .field("created_by", &self.created_by)
            .field("created_at", &self.created_at)
            .finish_non_exhaustive()
    }
}
