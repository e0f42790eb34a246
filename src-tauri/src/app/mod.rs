//! Use cases: one verb a file, steps in order.
//! It must never know Tauri, `reqwest` or axum, nor hand a secret to anything but the clipboard or a reveal.

pub mod check_connection;
pub mod check_draft;
pub mod copy_text;
pub mod create_client;
pub mod diagnose;
pub mod failure;
pub mod list_clients;
pub mod list_profiles;
pub mod network;
pub mod open_practice;
pub mod open_profile;
mod own_folder;
pub mod place_secret;
pub mod prepare_form;
pub mod preview_client;
pub mod profile;
pub mod restore_default_roles;
pub mod settings;
pub mod sign_in_with_browser;
pub mod sign_in_with_client;
pub mod sign_in_with_token;
pub mod sign_out;

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use jiff::Timestamp;
use serde::Serialize;
use specta::Type;
use tokio::sync::{Mutex, RwLock};

use crate::clipboard::Clipboard;
use crate::domain::facts::OrgFacts;
use crate::domain::region::Region;
use crate::genesys::directory::Identity;
use crate::genesys::network::Network;
use crate::genesys::session::Session;
use crate::practice::Practice;
use crate::vault::Vault;
use failure::Failure;
use own_folder::OwnFolder;
use place_secret::{Destination, HeldSecret};
use profile::Marking;

/// Everything the program holds while it runs.
pub struct App {
    orgs: RwLock<HashMap<String, Arc<Org>>>,
    practice: Mutex<Option<Practice>>,
    held_secrets: Mutex<Vec<HeldSecret>>,
    placed_secrets: Mutex<HashMap<(String, String), Destination>>,
    clipboard: Arc<Mutex<Clipboard>>,
    folder: OwnFolder,
    profile_writer: Mutex<()>,
    keychain: Vault,
    session_vault: Vault,
    network: RwLock<Option<Arc<Network>>>,
    browser_sign_in: sign_in_with_browser::Slot,
}

/// An organization that is open.
pub struct Org {
    id: String,
    session: Session,
    identity: Identity,
    marking: RwLock<Marking>,
    expires_at: Option<Timestamp>,
    facts: RwLock<Option<Arc<OrgFacts>>>,
    refuses_implicit: AtomicBool,
}

/// An open organization, as shown at all times.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct OrgView {
    /// Identifier of its profile, or that of the built-in practice organization.
    pub id: String,
    /// Name.
    pub name: String,
    /// Region, or the one that the practice organization pretends to be in.
    pub region: Region,
    /// Whether it is a practice organization.
    pub practice: bool,
    /// Name of the signed-in person; `None` for a program.
    pub user_name: Option<String>,
    /// Colour and production mark.
    pub marking: Marking,
    /// When the sign-in ends, ISO 8601 in UTC; `None` when that is not known.
    pub expires_at: Option<String>,
}

impl App {
    /// A program that has nothing open yet. Settings are kept in the folder.
    pub fn new(folder: PathBuf, clipboard: Arc<Mutex<Clipboard>>, keychain: Vault) -> App {
        App {
            orgs: RwLock::default(),
            practice: Mutex::default(),
            held_secrets: Mutex::default(),
            placed_secrets: Mutex::default(),
            clipboard,
            folder: OwnFolder::new(folder),
            profile_writer: Mutex::default(),
            keychain,
            session_vault: Vault::memory(),
            network: RwLock::default(),
            browser_sign_in: sign_in_with_browser::Slot::default(),
        }
    }

    /// An open organization.
    async fn org(&self, id: &str) -> Result<Arc<Org>, Failure> {
        self.orgs.read().await.get(id).cloned().ok_or(Failure::OrgNotOpen)
    }
}

impl Org {
    fn new(
        id: String,
        session: Session,
        identity: Identity,
        marking: Marking,
        expires_at: Option<Timestamp>,
    ) -> Org {
        Org {
            id,
            session,
            identity,
            marking: RwLock::new(marking),
            expires_at,
            facts: RwLock::default(),
            refuses_implicit: AtomicBool::new(false),
        }
    }

    async fn view(&self) -> OrgView {
        let endpoint = self.session.endpoint();
        OrgView {
            id: self.id.clone(),
            name: self.identity.org_name.clone(),
            region: endpoint.region(),
            practice: endpoint.is_practice(),
            user_name: self.identity.user_name.clone(),
            marking: *self.marking.read().await,
            expires_at: self.expires_at.map(|end| end.to_string()),
        }
    }
}
