//! Looks into the journal while a write is at the server's door: its intent has to be on the disk.
//! It must never use the program's own connection, which would also see what is not committed.

use std::collections::HashSet;
use std::path::PathBuf;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use latchkey::practice::Arrival;
use rusqlite::{Connection, OpenFlags};
use serde_json::Value;

use crate::outside::CLIENTS;

/// One witness for one journal.
pub(crate) struct Witness {
    file: PathBuf,
    pub(crate) checked: AtomicU64,
    creates: Mutex<HashSet<String>>,
    wrong: Mutex<Vec<String>>,
}

impl Witness {
    pub(crate) fn of(folder: &std::path::Path) -> Witness {
        let file = folder.join("journal.sqlite3");
        Witness { file, checked: AtomicU64::new(0), creates: Mutex::default(), wrong: Mutex::default() }
    }

    /// A request arrived, and nothing is carried out before this returns.
    pub(crate) fn see(&self, arrival: &Arrival) {
        if arrival.method == "GET" {
            return;
        }
        self.checked.fetch_add(1, Ordering::SeqCst);
        let wrong = match self.announced(arrival) {
            Ok(true) => return,
            Ok(false) => "nothing open".to_owned(),
            Err(error) => error.to_string(),
        };
        let what = format!("{} {} came without an intent: {wrong}", arrival.method, arrival.path);
        self.wrong.lock().expect("a list").push(what);
    }

    pub(crate) fn wrong(&self) -> Vec<String> {
        self.wrong.lock().expect("a list").clone()
    }

    /// Whether an operation that fits is open; one that arrives after its program stopped waiting is open still.
    /// Each create lets one request through, and no second one.
    fn announced(&self, arrival: &Arrival) -> rusqlite::Result<bool> {
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let journal = Connection::open_with_flags(&self.file, flags)?;
        journal.busy_timeout(Duration::from_secs(5))?;
        let below = arrival.path.strip_prefix(CLIENTS).unwrap_or_default().trim_start_matches('/');
        let (fits, key) = match (arrival.method.as_str(), below) {
            ("POST", "") => {
                let body: Value = serde_json::from_slice(&arrival.body).unwrap_or_default();
                let name = body["name"].as_str().unwrap_or_default().to_owned();
                ("client_name = ?1 AND kind = 'create' AND stage IN ('sent', 'unknown')", name)
            }
            ("POST", below) => (
                "client_id = ?1 AND (kind = 'regenerateSecret' AND stage IN ('sent', 'unknown') \
                 OR kind IN ('create', 'regenerateSecret') AND stage = 'replacing')",
                below.trim_end_matches("/secret").to_owned(),
            ),
            ("PUT", id) => (
                "client_id = ?1 AND kind IN ('delete', 'deactivate', 'reactivate', 'update') \
                 AND stage IN ('sent', 'unknown')",
                id.to_owned(),
            ),
            ("DELETE", id) => (
                "client_id = ?1 AND kind = 'delete' AND stage IN ('sent', 'unknown', 'halfway')",
                id.to_owned(),
            ),
            _ => return Ok(false),
        };
        let mut found = journal.prepare(&format!("SELECT id FROM operation WHERE {fits}"))?;
        let ids: Vec<String> = found.query_map([key], |row| row.get(0))?.collect::<Result<_, _>>()?;
        if arrival.method == "POST" && below.is_empty() {
            let mut creates = self.creates.lock().expect("a set");
            return Ok(ids.into_iter().any(|id| creates.insert(id)));
        }
        Ok(!ids.is_empty())
    }
}
