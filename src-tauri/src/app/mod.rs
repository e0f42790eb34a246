//! Use cases: one verb a file, steps in order.
//! It must never know Tauri, `reqwest` or axum, nor hand a secret to anything but the clipboard or a reveal.

pub mod check_draft;
pub mod copy_text;
pub mod create_client;
pub mod failure;
pub mod list_clients;
pub mod open_practice;
pub mod place_secret;
pub mod prepare_form;
pub mod preview_client;
pub mod restore_default_roles;
pub mod settings;

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use serde::Serialize;
use specta::Type;
use tokio::sync::{Mutex, RwLock};

use crate::clipboard::Clipboard;
use crate::domain::facts::OrgFacts;
use crate::domain::region::Region;
use crate::genesys::directory::Identity;
use crate::genesys::session::Session;
use crate::practice::Practice;
use failure::Failure;
use place_secret::{Destination, HeldSecret};

/// Everything the program holds while it runs.
pub struct App {
    orgs: RwLock<HashMap<String, Arc<Org>>>,
    practice: Mutex<Option<Practice>>,
    held_secrets: Mutex<Vec<HeldSecret>>,
    placed_secrets: Mutex<HashMap<(String, String), Destination>>,
    clipboard: Arc<Mutex<Clipboard>>,
    settings_file: PathBuf,
}

/// An organization that is open.
pub struct Org {
    session: Session,
    identity: Identity,
    facts: RwLock<Option<Arc<OrgFacts>>>,
    refuses_implicit: AtomicBool,
}

/// An open organization, as shown at all times.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct OrgView {
    /// Identifier.
    pub id: String,
    /// Name.
    pub name: String,
    /// Region, or the one that the practice organization pretends to be in.
    pub region: Region,
    /// Whether it is the practice organization.
    pub practice: bool,
    /// Name of the signed-in person; `None` for a program.
    pub user_name: Option<String>,
}

impl App {
    /// A program that has nothing open yet. Settings are kept in the folder.
    pub fn new(folder: PathBuf, clipboard: Arc<Mutex<Clipboard>>) -> App {
        App {
            orgs: RwLock::default(),
            practice: Mutex::default(),
            held_secrets: Mutex::default(),
            placed_secrets: Mutex::default(),
            clipboard,
            settings_file: folder.join("settings.json"),
        }
    }

    /// An open organization.
    async fn org(&self, id: &str) -> Result<Arc<Org>, Failure> {
        self.orgs.read().await.get(id).cloned().ok_or(Failure::OrgNotOpen)
    }
}

impl Org {
    async fn open(session: Session) -> Result<Org, Failure> {
        let identity = session.read_identity().await?;
        Ok(Org { session, identity, facts: RwLock::default(), refuses_implicit: AtomicBool::new(false) })
    }

    fn view(&self) -> OrgView {
        let endpoint = self.session.endpoint();
        OrgView {
            id: self.identity.org_id.clone(),
            name: self.identity.org_name.clone(),
            region: endpoint.region(),
            practice: endpoint.is_practice(),
            user_name: self.identity.user_name.clone(),
        }
    }
}
