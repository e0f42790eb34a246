//! The clients of an open organization as they were last listed, prepared for looking at them.
//! It must never outlive a write: whatever became of it, the next look reads the list again.

use std::sync::Arc;
use std::sync::{Mutex, PoisonError};

use tokio::sync::RwLock;

use super::Org;
use crate::domain::client::OauthClient;
use crate::domain::client_list::{ClientTable, ListQuery, Listing};
use crate::genesys::clients::ListedClients;

/// The clients as they were last listed, if they were.
#[derive(Default)]
pub(super) struct Roster {
    held: RwLock<Held>,
}

#[derive(Default)]
struct Held {
    /// How many writes there were: a list that was asked for before one says nothing about what is after it.
    writes: u64,
    /// How many lists were read.
    version: u32,
    listed: Option<Arc<Listed>>,
    prepared: Option<Arc<Prepared>>,
}

/// A list of clients.
pub(super) struct Listed {
    /// The clients, in the server's order.
    pub(super) clients: Arc<Vec<OauthClient>>,
    /// How many entries of it could not be read.
    pub(super) skipped: u32,
    /// When it was read, ISO 8601 in UTC.
    pub(super) read_at: String,
    /// A number that is another one for each list.
    pub(super) version: u32,
}

/// A list that is prepared for looking at it.
pub(super) struct Prepared {
    /// The clients, and what is known of them.
    pub(super) table: ClientTable,
    /// The list.
    pub(super) listed: Arc<Listed>,
    /// The last look: scrolling asks for one window after the other.
    last: Mutex<Option<(ListQuery, Arc<Listing>)>>,
}

/// A sign that no write has happened since it was given.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Unwritten(u64);

impl Prepared {
    /// Looks, or gives the last look where nothing else is asked.
    pub(super) fn look(&self, query: &ListQuery) -> Arc<Listing> {
        let mut last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        match &*last {
            Some((same, listing)) if same == query => listing.clone(),
            _ => {
                let listing = Arc::new(self.table.look(query));
                *last = Some((query.clone(), listing.clone()));
                listing
            }
        }
    }
}

impl Roster {
    /// The list that is held.
    pub(super) async fn held(&self) -> Option<Arc<Listed>> {
        self.held.read().await.listed.clone()
    }

    /// The list that is held, if it was looked at before.
    pub(super) async fn prepared(&self) -> Option<Arc<Prepared>> {
        self.held.read().await.prepared.clone()
    }

    /// To be asked for before a list is.
    pub(super) async fn unwritten(&self) -> Unwritten {
        Unwritten(self.held.read().await.writes)
    }

    /// Holds a list, unless something was written while it was under way.
    pub(super) async fn hold(&self, since: Unwritten, read: ListedClients, read_at: String) -> Arc<Listed> {
        let mut held = self.held.write().await;
        held.version += 1;
        let listed = Arc::new(Listed {
            clients: Arc::new(read.clients),
            skipped: read.skipped,
            read_at,
            version: held.version,
        });
        if Unwritten(held.writes) == since {
            held.listed = Some(listed.clone());
            held.prepared = None;
        }
        listed
    }

    /// Holds what was made of a list, as long as that is the one that is held.
    pub(super) async fn prepare(&self, listed: Arc<Listed>, table: ClientTable) -> Arc<Prepared> {
        let prepared = Arc::new(Prepared { table, listed, last: Mutex::default() });
        let mut held = self.held.write().await;
        if held.listed.as_ref().is_some_and(|listed| listed.version == prepared.listed.version) {
            held.prepared = Some(prepared.clone());
        }
        prepared
    }

    async fn forget(&self) {
        let mut held = self.held.write().await;
        held.writes += 1;
        held.listed = None;
        held.prepared = None;
    }
}

impl Org {
    /// A request that changes clients: what was listed before it is no longer true.
    pub(super) async fn write<T>(&self, request: impl Future<Output = T>) -> T {
        let answer = request.await;
        self.roster.forget().await;
        answer
    }
}
