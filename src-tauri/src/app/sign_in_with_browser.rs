//! Signs in through the system browser: begin, wait for the browser to come back, or give up.
//! It must never have two sign-ins under way, nor exchange a code anywhere but at the host that was asked.

use std::time::Duration;

use tokio::sync::{Mutex, oneshot};
use tokio::task::JoinHandle;

use super::failure::Failure;
use super::profile::open::{ToKeep, open_new, vault};
use super::profile::place::endpoint;
use super::profile::{Bootstrap, BrowserSignIn, NewProfile, Place, Way};
use super::{App, OrgView};
use crate::domain::duration::DEFAULT_SECONDS;
use crate::domain::pasted_credential::clean_id;
use crate::domain::secret::Secret;
use crate::genesys::endpoint::Endpoint;
use crate::genesys::token::{CodeGrant, LoginHost};
use crate::sign_in::authorize::{AuthorizeRequest, State};
use crate::sign_in::browser::Browser;
use crate::sign_in::loopback::{Listener, Outcome};
use crate::sign_in::pkce::Verifier;
use crate::vault::SecretKind;

/// How long a person may take in the browser, in seconds.
const TIME_LIMIT: u32 = 300;

/// Scopes that Latchkey's own client needs: clients, roles, who is signed in, the organization's name.
/// Source: the permissions and scopes of the Platform API description.
const SCOPES: [&str; 4] = ["authorization", "oauth", "organization:readonly", "user-basic-info"];
/// Scopes for what is looked up beside it: credentials of integrations, and the names of people. Same source.
const OPTIONAL_SCOPES: [&str; 2] = ["integrations:readonly", "users:readonly"];

/// The one sign-in that may be under way.
#[derive(Default)]
pub(super) struct Slot {
    waiting: Mutex<Option<Waiting>>,
    cancel: Mutex<Option<oneshot::Sender<()>>>,
}

struct Waiting {
    new: NewProfile,
    client_id: String,
    endpoint: Endpoint,
    redirect_uri: String,
    verifier: Verifier,
    outcome: JoinHandle<Outcome>,
}

/// What the client for signing in must have.
pub fn bootstrap(place: &Place) -> Bootstrap {
    let endpoint = place.addresses().ok().filter(|endpoint| !endpoint.is_practice());
    Bootstrap {
        name: "Latchkey".to_owned(),
        // Without a port: the only form for which Genesys is known to take any port.
        redirect_uri: "http://localhost".to_owned(),
        scopes: SCOPES.map(str::to_owned).to_vec(),
        optional_scopes: OPTIONAL_SCOPES.map(str::to_owned).to_vec(),
        seconds: DEFAULT_SECONDS,
        admin_url: endpoint.map(|endpoint| format!("https://{}/", endpoint.region().apps_host())),
    }
}

/// Begins: listens, opens the browser, and says where it went.
pub async fn begin_browser_sign_in(
    app: &App,
    new: NewProfile,
    client_id: &str,
) -> Result<BrowserSignIn, Failure> {
    let client_id = clean_id(client_id)?;
    cancel_browser_sign_in(app).await?;
    vault(app, new.keep).probe().await?;
    let endpoint = endpoint(app, &new.place).await?;
    let listener = Listener::open().await.map_err(|_| Failure::NoPortFree)?;
    let no_randomness = |_| Failure::NoSecureConnections;
    let verifier = Verifier::fresh().map_err(no_randomness)?;
    let state = State::fresh(&endpoint.login(""), &client_id).map_err(no_randomness)?;
    let redirect_uri = listener.redirect_uri();
    let address = AuthorizeRequest {
        state: &state,
        client_id: &client_id,
        redirect_uri: &redirect_uri,
        challenge: &verifier.challenge(),
    }
    .address();

    let (cancel, cancelled) = oneshot::channel();
    let limit = Duration::from_secs(TIME_LIMIT.into());
    let outcome = tokio::spawn(listener.wait(state, limit, async {
        // A sender that is gone means the same as one that speaks.
        let _ = cancelled.await;
    }));

    let waiting = Waiting { new, client_id, endpoint, redirect_uri, verifier, outcome };
    *app.browser_sign_in.waiting.lock().await = Some(waiting);
    *app.browser_sign_in.cancel.lock().await = Some(cancel);
    let opened = Browser::system().open(&address).await.is_ok();
    Ok(BrowserSignIn { address, opened, time_limit_seconds: TIME_LIMIT })
}

/// Waits for the browser to come back, and opens the organization.
pub async fn finish_browser_sign_in(app: &App) -> Result<OrgView, Failure> {
    let waiting = app.browser_sign_in.waiting.lock().await.take().ok_or(Failure::SignInCancelled)?;
    let code = match waiting.outcome.await {
        Ok(Outcome::Code(code)) => code,
        Ok(Outcome::Denied { error }) => return Err(Failure::SignInDenied { code: error }),
        Ok(Outcome::TimedOut) => return Err(Failure::SignInTimedOut),
        Ok(Outcome::Cancelled) | Err(_) => return Err(Failure::SignInCancelled),
    };
    let grant = CodeGrant {
        client_id: &waiting.client_id,
        code: &code,
        redirect_uri: &waiting.redirect_uri,
        verifier: waiting.verifier.secret(),
    };
    let host = LoginHost::new(waiting.endpoint.clone(), &*app.network().await)?;
    let token = host.with_code(&grant).await?;
    // EXPOSE: one copy for the session, one for the vault.
    let secret = Secret::new(token.token.expose().to_owned());
    let to_keep = ToKeep { kind: SecretKind::AccessToken, secret };
    let Waiting { endpoint, new, client_id, .. } = waiting;
    open_new(app, endpoint, &new, Way::Browser, Some(client_id), token, to_keep).await
}

/// Gives up a sign-in that is under way; none need be.
pub async fn cancel_browser_sign_in(app: &App) -> Result<(), Failure> {
    if let Some(cancel) = app.browser_sign_in.cancel.lock().await.take() {
        // Nobody listens any more when it has ended by itself.
        let _ = cancel.send(());
    }
    Ok(())
}
