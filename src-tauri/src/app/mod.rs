//! Use cases: one verb a file, steps in order.
//! It must never know Tauri, `reqwest` or axum, nor hand a secret to anything but the clipboard or a reveal.

pub mod acknowledge_finding;
mod acknowledged;
pub mod blast_radius;
pub mod check_connection;
pub mod check_domain;
pub mod check_draft;
pub mod check_gateway;
pub mod check_health;
pub mod clock;
pub mod copy_text;
pub mod create_client;
mod csv_file;
pub mod deactivate_client;
pub mod delete_client;
pub mod diagnose;
pub mod export_clients;
mod export_file;
pub mod export_history;
pub mod failure;
pub mod fetch_token;
pub mod grant_role;
pub mod hand_over;
pub mod keep_views;
pub mod list_authorizations;
pub mod list_client_changes;
pub mod list_clients;
pub mod list_deleted;
pub mod list_history;
pub mod list_profiles;
pub mod network;
pub mod open_genesys_page;
pub mod open_journal;
pub mod open_last;
pub mod open_practice;
pub mod open_profile;
pub mod open_sealed_file;
pub mod operation;
mod own_folder;
pub mod place_secret;
pub mod prepare_form;
pub mod preview_client;
pub mod profile;
pub mod put_back;
pub mod read_client_room;
pub mod read_sunset;
pub mod read_usage;
pub mod recover;
pub mod recreate_client;
pub mod regenerate_secret;
mod renew_session;
pub mod report_health;
pub mod restore_default_roles;
pub mod role_rights;
mod roster;
pub mod save_support_bundle;
pub mod seal_hand_over;
pub mod settings;
pub mod sign_in_with_browser;
pub mod sign_in_with_client;
pub mod sign_in_with_token;
pub mod sign_out;
pub mod start_copy;
pub mod survey_usage;
pub mod test_client;
pub mod update_client;
pub mod usage_memory;
mod usage_query;

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
use crate::domain::secret::Secret;
use crate::genesys::directory::Identity;
use crate::genesys::endpoint::Endpoint;
use crate::genesys::error::ApiError;
use crate::genesys::network::Network;
use crate::genesys::session::{Limits, Session};
use crate::handover::package::Package;
use crate::journal::OrgRef;
use crate::practice::Practice;
use crate::vault::Vault;
use clock::Clock;
use copy_text::CopiedSecrets;
use failure::Failure;
use fetch_token::HeldToken;
use open_journal::Door;
use operation::InFlight;
use own_folder::OwnFolder;
use place_secret::HeldSecret;
use profile::Marking;
use read_usage::Awaited;
use renew_session::{Life, Renewals};
use roster::Roster;
use survey_usage::Survey;

/// Everything the program holds while it runs.
pub struct App {
    orgs: RwLock<HashMap<String, Arc<Org>>>,
    practice: Mutex<Option<Practice>>,
    door: Door,
    in_flight: InFlight,
    unwritten: Mutex<Vec<HeldSecret>>,
    clock: Clock,
    limits: Limits,
    clipboard: Arc<Mutex<Clipboard>>,
    copied: CopiedSecrets,
    folder: OwnFolder,
    exports: PathBuf,
    profile_writer: Mutex<()>,
    keychain: Vault,
    session_vault: Vault,
    network: RwLock<Option<Arc<Network>>>,
    browser_sign_in: sign_in_with_browser::Slot,
    usage: Awaited,
    opened_file: Mutex<Option<Package>>,
    scim_token: Mutex<Option<HeldToken>>,
}

/// An organization that is open.
pub struct Org {
    id: String,
    session: Session,
    identity: Identity,
    signed_in: SignedIn,
    marking: RwLock<Marking>,
    life: RwLock<Option<Life>>,
    renewals: Mutex<Renewals>,
    facts: RwLock<Option<Arc<OrgFacts>>>,
    /// Roles, divisions and scopes, while nothing has asked for more.
    outline: RwLock<Option<Arc<OrgFacts>>>,
    /// Whether the identity was read just now, for whoever needs it first.
    just_identified: AtomicBool,
    roster: Roster,
    refuses_implicit: AtomicBool,
    survey: Survey,
}

/// How an organization was signed in to.
pub(crate) struct SignedIn {
    /// The OAuth client that was used, where there is one to name.
    pub(crate) client_id: Option<String>,
    /// Whether what signs in again is in the keychain; the secrets of new clients go the same way.
    pub(crate) kept: bool,
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
    /// Whether it is reached through a gateway of the company's own.
    pub gateway: bool,
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
            door: Door::default(),
            in_flight: InFlight::default(),
            unwritten: Mutex::default(),
            clock: Clock::default(),
            limits: Limits::default(),
            clipboard,
            copied: CopiedSecrets::default(),
            exports: folder.join("exports"),
            folder: OwnFolder::new(folder),
            profile_writer: Mutex::default(),
            keychain,
            session_vault: Vault::memory(),
            network: RwLock::default(),
            browser_sign_in: sign_in_with_browser::Slot::default(),
            usage: Awaited::default(),
            opened_file: Mutex::default(),
            scim_token: Mutex::default(),
        }
    }

    /// The same program with another clock.
    #[must_use]
    pub fn with_clock(self, clock: Clock) -> App {
        App { clock, ..self }
    }

    /// The same program, which waits for answers no longer than this.
    #[must_use]
    pub fn with_limits(self, limits: Limits) -> App {
        App { limits, ..self }
    }

    /// The same program, which puts what a person exports into another folder.
    #[must_use]
    pub fn exporting_to(self, exports: PathBuf) -> App {
        App { exports, ..self }
    }

    /// A connection to an organization, with this program's network, limits and clock.
    async fn session(&self, endpoint: Endpoint, token: Secret) -> Result<Session, ApiError> {
        Session::with_limits(endpoint, token, &*self.network().await, self.limits, self.clock.for_pauses())
    }

    /// An open organization, with a sign-in that lasts a while yet where a new one can be had.
    async fn org(&self, id: &str) -> Result<Arc<Org>, Failure> {
        let org = self.orgs.read().await.get(id).cloned().ok_or(Failure::OrgNotOpen)?;
        self.renew_if_due(&org).await?;
        Ok(org)
    }
}

impl Org {
    fn new(
        id: String,
        session: Session,
        identity: Identity,
        signed_in: SignedIn,
        marking: Marking,
        life: Option<Life>,
    ) -> Org {
        Org {
            id,
            session,
            identity,
            signed_in,
            marking: RwLock::new(marking),
            life: RwLock::new(life),
            renewals: Mutex::default(),
            facts: RwLock::default(),
            outline: RwLock::default(),
            just_identified: AtomicBool::new(true),
            roster: Roster::default(),
            refuses_implicit: AtomicBool::new(false),
            survey: Survey::default(),
        }
    }

    /// A write to a production organization has to be confirmed.
    async fn confirm(&self, confirmed: bool) -> Result<(), Failure> {
        if self.marking.read().await.production && !confirmed {
            return Err(Failure::ConfirmProduction);
        }
        Ok(())
    }

    /// Only the organization of an operation may be asked about it.
    fn must_be(&self, org: &OrgRef) -> Result<(), Failure> {
        if self.identity.org_id == org.org_id {
            return Ok(());
        }
        Err(Failure::OtherOrganization {
            expected: org.org_name.clone(),
            found: self.identity.org_name.clone(),
        })
    }

    async fn view(&self) -> OrgView {
        let endpoint = self.session.endpoint();
        OrgView {
            id: self.id.clone(),
            name: self.identity.org_name.clone(),
            region: endpoint.region().clone(),
            practice: endpoint.is_practice(),
            gateway: endpoint.is_gateway(),
            user_name: self.identity.user_name.clone(),
            marking: *self.marking.read().await,
            expires_at: self.life.read().await.map(|life| life.ends.to_string()),
        }
    }
}
