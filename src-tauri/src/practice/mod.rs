//! The practice organization: a pretend Genesys Cloud on loopback, to learn and to test on without risk.
//! Must never use the client's own types: two separate readings of the API catch each other's mistakes.

mod access;
mod authorizations;
mod authorize;
mod body;
mod chance;
mod client;
mod client_rules;
mod clients;
mod clock;
mod consent;
mod consent_words;
mod crowd;
mod dependents;
mod desk;
mod directory;
mod fault;
mod fault_answers;
mod grants;
mod integrations;
mod limits;
mod me;
mod meddle;
mod needs;
mod org;
mod paging;
mod rate;
mod refusal;
mod routes;
mod scene;
mod scim;
mod scopes;
mod settings;
mod sign_in;
mod squeeze;
mod usage;
mod watch;
mod wire;

use std::io;
use std::sync::Arc;

use serde::Serialize;
use tokio::sync::oneshot;

pub use fault::{Fault, FaultKind};
pub use meddle::Meddle;
pub use settings::{RetryAfterStyle, ScimRole, Settings};
pub use watch::{Arrival, StoredClient};

use desk::House;
use org::{Keys, Org};
use scene::Scene;
use wire::{Scissors, Wire};

/// How to start the practice organization.
#[derive(Debug, Clone, Default)]
pub struct Start {
    /// The port to listen on; a free one when left out.
    pub port: Option<u16>,
    /// How the organization behaves.
    pub settings: Settings,
}

/// One request that came: never its body, its query or its token.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RequestRecord {
    /// The method, in capitals.
    pub method: String,
    /// The path, without the query.
    pub path: String,
    /// The status answered; 0 where not all of an answer left.
    pub status: u16,
}

/// A running practice organization; it stops when dropped.
pub struct Practice {
    house: House,
    scene: Arc<Scene>,
    keys: Keys,
    port: u16,
    _stops_when_dropped: oneshot::Sender<()>,
}

impl Practice {
    /// Starts listening on 127.0.0.1.
    ///
    /// # Errors
    /// When the port is taken, or the system has no randomness to give.
    pub async fn start(start: Start) -> io::Result<Self> {
        Self::open(start, Scene::load()?).await
    }

    /// Starts another organization of the same company, whose roles, divisions and own identifier are others.
    ///
    /// # Errors
    /// As those of `start`.
    pub async fn start_neighbour(start: Start) -> io::Result<Self> {
        Self::open(start, Scene::load_neighbour()?).await
    }

    async fn open(start: Start, scene: Scene) -> io::Result<Self> {
        let scene = Arc::new(scene);
        let keys = Keys::make()?;
        let house = House::new(Org::open(Arc::clone(&scene), &keys, start.settings)?);
        let wire = Wire::bind(start.port.unwrap_or(0)).await?;
        let port = wire.port()?;
        let (stop, stopped) = oneshot::channel::<()>();
        let service = routes::router(house.clone()).into_make_service_with_connect_info::<Scissors>();
        let serving = axum::serve(wire, service).with_graceful_shutdown(async move {
            // An error means that the sender is gone, which is the sign to stop.
            let _ = stopped.await;
        });
        tokio::spawn(async move { serving.await });
        Ok(Self { house, scene, keys, port, _stops_when_dropped: stop })
    }

    /// The base address of both the API and the login pages, without a slash at the end.
    #[must_use]
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// An access token of the practice administrator, issued by Genesys's own built-in client.
    #[must_use]
    pub fn user_token(&self) -> String {
        self.keys.user_token.clone()
    }

    /// The id of a client-credentials client that holds every role in all divisions.
    #[must_use]
    pub fn client_id(&self) -> String {
        self.keys.client_id.clone()
    }

    /// The first secret of that client.
    #[must_use]
    pub fn client_secret(&self) -> String {
        self.keys.client_secret.clone()
    }

    /// The id of the code client "Latchkey", which is registered with `http://localhost` and needs no secret:
    /// to practise signing in with the browser.
    #[must_use]
    pub fn sign_in_client_id(&self) -> String {
        scene::SIGN_IN_CLIENT.to_owned()
    }

    /// How the organization behaves now. Some calls change it: a fault wears off, a restored role is there
    /// again.
    #[must_use]
    pub fn settings(&self) -> Settings {
        self.house.open().settings.clone()
    }

    /// Changes how the organization behaves, from the next request on.
    pub fn change_settings(&self, settings: Settings) {
        self.house.open().change_settings(settings);
    }

    /// Back to the opening scene and the default settings. The administrator's token and the id and secret
    /// of the client above stay valid; every other token, the queue of faults and the record of requests are forgotten; who watches goes on.
    pub fn reset(&self) {
        let fresh = Org::open(Arc::clone(&self.scene), &self.keys, Settings::default());
        // Without randomness nothing new can be made, and the organization stays as it is.
        if let Ok(fresh) = fresh {
            *self.house.open() = fresh;
        }
    }

    /// The requests that came since the start or the last reset, oldest first.
    #[must_use]
    pub fn requests(&self) -> Vec<RequestRecord> {
        self.house.open().records.clone()
    }

    /// Puts faults behind those that wait already. Each request takes the first that concerns it, before
    /// that of the settings is asked.
    pub fn queue_faults(&self, faults: Vec<Fault>) {
        self.house.open().queue_faults(faults);
    }

    /// Calls the watcher for every request whose body came whole, before a fault or anything else happens to
    /// it. It runs while the request waits, and may ask this organization.
    pub fn watch(&self, watcher: impl Fn(&Arrival) + Send + Sync + 'static) {
        self.house.watch(Arc::new(watcher));
    }

    /// Every client that is stored, oldest first, whatever lists and reads show.
    #[must_use]
    pub fn clients(&self) -> Vec<StoredClient> {
        self.house.open().clients.iter().map(StoredClient::of).collect()
    }

    /// Acts at once as another administrator. Says the id of the client concerned; nothing where there is
    /// no such client, or no randomness for a new one.
    pub fn meddle(&self, meddle: Meddle) -> Option<String> {
        self.house.open().meddle(meddle).ok().flatten()
    }
}
