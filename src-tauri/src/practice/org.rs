//! The organization's state: its clients, grants, tokens and settings.
//! Must never answer HTTP: it says what is so, and refuses.

use std::collections::HashMap;
use std::io;
use std::sync::Arc;
use std::time::{Duration, Instant};

use axum::http::StatusCode;

use super::RequestRecord;
use super::authorize::Code;
use super::chance;
use super::client::{Client, Content};
use super::clock::Clock;
use super::consent::Question;
use super::crowd;
use super::fault::{Fault, FaultKind};
use super::rate::{Rate, Windows};
use super::refusal::Refusal;
use super::scene::{Role, RoleDivision, Scene};
use super::scopes::Scope;
use super::settings::{ScimRole, Settings};
use super::usage::Execution;

/// The organization id that tokens of Genesys's own clients name (section 7.6).
pub(super) const BUILT_IN: &str = "purecloud-builtin";

/// `*` as a division: all of them.
pub(super) const EVERYWHERE: &str = "*";

/// How many requests are remembered.
const RECORDS_KEPT: usize = 20_000;

/// Who sends a request.
#[derive(Clone)]
pub(super) struct Caller {
    pub(super) token: String,
    /// The client that issued the token, `BUILT_IN` for Genesys's own.
    pub(super) client_id: String,
    /// Whether the token stands for the practice administrator.
    pub(super) person: bool,
    /// The scopes that cap it; nothing for the built-in client and for client credentials, which ignore
    /// scopes.
    pub(super) scopes: Option<Vec<String>>,
}

/// What stays the same through a reset, so that whoever is connected remains so.
#[derive(Clone)]
pub(super) struct Keys {
    pub(super) user_token: String,
    pub(super) client_id: String,
    pub(super) client_secret: String,
}

impl Keys {
    pub(super) fn make() -> io::Result<Self> {
        let (user_token, client_secret) = (chance::secret()?, chance::secret()?);
        Ok(Self { user_token, client_id: chance::id()?, client_secret })
    }
}

struct Token {
    caller: Caller,
    ends: Option<Instant>,
}

/// Everything that changes while the practice organization runs.
pub(super) struct Org {
    pub(super) scene: Arc<Scene>,
    pub(super) settings: Settings,
    pub(super) clients: Vec<Client>,
    /// The administrator's own roles.
    pub(super) grants: Vec<RoleDivision>,
    pub(super) codes: HashMap<String, Code>,
    /// Consent pages that wait for their answer.
    pub(super) questions: HashMap<String, Question>,
    pub(super) executions: HashMap<String, Execution>,
    pub(super) records: Vec<RequestRecord>,
    /// Faults that wait for their requests, the first first.
    queue: Vec<Fault>,
    tokens: HashMap<String, Token>,
    windows: Windows,
    /// SCIM Integration with the permission that somebody added.
    extended_scim: Role,
    /// No role of the organization's own is one for SCIM either.
    without_twin: bool,
}

impl Org {
    pub(super) fn open(scene: Arc<Scene>, keys: &Keys, settings: Settings) -> io::Result<Self> {
        let caller = Caller {
            token: keys.user_token.clone(),
            client_id: BUILT_IN.to_owned(),
            person: true,
            scopes: None,
        };
        let token = Token { caller, ends: None };
        let mut org = Self {
            clients: Client::opening(&scene, keys, settings.clock())?,
            grants: scene.cast.grants.clone(),
            codes: HashMap::new(),
            questions: HashMap::new(),
            executions: HashMap::new(),
            records: Vec::new(),
            queue: Vec::new(),
            tokens: HashMap::from([(keys.user_token.clone(), token)]),
            windows: Windows::default(),
            settings: Settings::default(),
            extended_scim: extended(&scene),
            without_twin: false,
            scene,
        };
        org.change_settings(settings);
        Ok(org)
    }

    pub(super) fn change_settings(&mut self, settings: Settings) {
        let role = settings.scim_role;
        let changed = role != self.settings.scim_role;
        let crowd = (self.settings.crowd, settings.crowd.min(crowd::LARGEST));
        self.settings = Settings { crowd: crowd.1, ..settings };
        self.gather_crowd(crowd);
        if changed {
            self.without_twin = role == ScimRole::Missing;
            let scim = self.scim_role_id();
            self.grants.retain(|grant| grant.role_id != scim);
            if matches!(role, ScimRole::Held | ScimRole::Extended) {
                let held = self.scene.cast.grants.iter().filter(|grant| grant.role_id == scim);
                self.grants.extend(held.cloned());
            }
        }
    }

    /// From a crowd of one size to one of another. Those that were deleted stay so.
    fn gather_crowd(&mut self, (before, now): (u32, u32)) {
        let stays = |client: &Client| crowd::number(&client.id).is_none_or(|number| number < now);
        self.clients.retain(stays);
        let clock = self.clock();
        self.clients.extend(crowd::members(&self.scene, clock, before..now));
    }

    /// Takes one use of the first fault that concerns this request: a queued one before that of the settings.
    pub(super) fn take_fault(&mut self, method: &str, path: &str) -> Option<FaultKind> {
        let mut faults = self.queue.iter_mut().chain(self.settings.fault.iter_mut());
        let kind = faults.find(|fault| fault.concerns(method, path))?.spend();
        self.queue.retain(|fault| !fault.is_spent());
        self.settings.fault.take_if(|fault| fault.is_spent());
        Some(kind)
    }

    /// Faults without a number of times happen once: nothing would ever come after them.
    pub(super) fn queue_faults(&mut self, faults: Vec<Fault>) {
        let once = |fault: Fault| Fault { times: fault.times.or(Some(1)), ..fault };
        self.queue.extend(faults.into_iter().map(once));
    }

    pub(super) fn note(&mut self, method: String, path: String, status: u16) {
        if self.records.len() >= RECORDS_KEPT {
            self.records.drain(..RECORDS_KEPT / 2);
        }
        self.records.push(RequestRecord { method, path, status });
    }

    pub(super) fn count(&mut self, caller: &Caller) -> Rate {
        let now = self.clock().instant();
        self.windows.count(&caller.token, self.settings.requests_per_minute, now)
    }

    /// Who holds this token. Tokens survive an inactive client and a new secret, and end with a disabled or
    /// deleted client (guess: sections 4.5 and 4.9 leave most of it open).
    pub(super) fn authenticate(&self, token: &str) -> Result<Caller, Refusal> {
        let now = self.clock().instant();
        let known = self.tokens.get(token).filter(|token| token.ends.is_none_or(|ends| ends > now));
        let lives = |client_id: &str| {
            client_id == BUILT_IN
                || self.client(client_id).is_some_and(|client| client.content.state != "disabled")
        };
        let caller = known.map(|token| &token.caller).filter(|caller| lives(&caller.client_id));
        let message = "Invalid login credentials.";
        caller.cloned().ok_or_else(|| Refusal::new(StatusCode::UNAUTHORIZED, "bad.credentials", message))
    }

    /// A new access token. It lives as long as its client says, and the answer says one second less (section 5.1).
    pub(super) fn issue(&mut self, client_id: &str, person: bool) -> io::Result<(String, u32)> {
        let content = self.client(client_id).map(|client| &client.content);
        let seconds = content.map_or(0, |content| content.seconds);
        let scopes = content.map(|content| content.scope.clone()).filter(|_| person);
        let token = chance::secret()?;
        let caller = Caller { token: token.clone(), client_id: client_id.to_owned(), person, scopes };
        let ends = self.clock().instant().checked_add(Duration::from_secs(u64::from(seconds)));
        self.tokens.insert(token.clone(), Token { caller, ends });
        Ok((token, seconds.saturating_sub(1)))
    }

    pub(super) fn revoke(&mut self, token: &str) {
        self.tokens.remove(token);
    }

    pub(super) fn clock(&self) -> Clock {
        self.settings.clock()
    }

    /// A client made now, which is not seen before the settings say so.
    pub(super) fn new_client(&self, content: Content, by: &str) -> io::Result<Client> {
        let unseen = self.settings.reads_before_visible;
        Ok(Client { unseen: (unseen, unseen), ..Client::new(content, by, self.clock().now())? })
    }

    pub(super) fn client(&self, id: &str) -> Option<&Client> {
        self.clients.iter().find(|client| client.id == id)
    }

    pub(super) fn scim_role_id(&self) -> String {
        let mut roles = self.scene.cast.roles.iter();
        roles.find(|role| role.name == "SCIM Integration").map(|role| role.id.clone()).unwrap_or_default()
    }

    /// The roles that exist.
    pub(super) fn roles(&self) -> impl Iterator<Item = &Role> {
        let (missing, without_twin) = (self.settings.scim_role == ScimRole::Missing, self.without_twin);
        let extended = Some(&self.extended_scim).filter(|_| self.settings.scim_role == ScimRole::Extended);
        let scim = self.scim_role_id();
        let factory = self.scene.cast.roles.iter().find(|role| role.id == scim);
        self.scene.cast.roles.iter().filter_map(move |role| {
            let is_scim = factory.is_some_and(|factory| factory.id == role.id);
            let is_twin = !is_scim && factory.is_some_and(|factory| factory.permissions == role.permissions);
            match (is_scim, extended) {
                (true, Some(extended)) => Some(extended),
                _ => (!(is_scim && missing || is_twin && without_twin)).then_some(role),
            }
        })
    }

    /// A default role as Genesys made it, by its `defaultRoleId`.
    pub(super) fn factory_role(&self, default_id: &str) -> Option<&Role> {
        let mut roles = self.scene.cast.roles.iter();
        roles.find(|role| role.default_role_id.as_deref() == Some(default_id))
    }

    pub(super) fn role(&self, id: &str) -> Option<&Role> {
        self.roles().find(|role| role.id == id)
    }

    pub(super) fn known_scopes(&self) -> impl Iterator<Item = &Scope> {
        self.scene.scopes.iter().filter(|scope| !self.settings.unknown_scopes.contains(&scope.id))
    }
}

/// SCIM Integration, once somebody has let it look at queues too.
fn extended(scene: &Scene) -> Role {
    let mut scim = scene.cast.roles.iter().filter(|role| role.name == "SCIM Integration").cloned();
    let mut role = scim.next().unwrap_or_else(|| Role {
        id: String::new(),
        name: String::new(),
        description: String::new(),
        default_role_id: None,
        permissions: Vec::new(),
    });
    role.permissions.push("routing:queue:view".to_owned());
    role
}
