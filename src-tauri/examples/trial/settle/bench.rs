//! What the questions work with: the organization, a role to give, and the clients that the trial makes.
//! Must never touch a client that the trial did not make.

use std::sync::Arc;

use latchkey::domain::client::ClientState;
use latchkey::domain::secret::Secret;
use latchkey::genesys::endpoint::Endpoint;
use latchkey::genesys::error::ApiError;
use latchkey::genesys::network::Network;
use latchkey::genesys::session::Session;
use latchkey::genesys::token::LoginHost;
use reqwest::Method;
use serde_json::{Value, json};

use super::sender::{Came, Exchange, Halt, Sender};

/// How the name of every client of a trial begins.
pub(crate) const MARK: &str = "Latchkey trial";
pub(crate) const CLIENTS: &str = "/api/v2/oauth/clients";
pub(crate) const CALLBACK: &str = "https://latchkey-trial.example/callback";
/// A member of clients that nobody knows.
pub(crate) const UNKNOWN: &str = "latchkeyTrialUnknown";
/// How often a client is tried to be deleted.
const ATTEMPTS: u32 = 3;

/// A client that the trial made.
#[derive(Clone)]
pub(crate) struct Made {
    pub(crate) id: String,
    pub(crate) body: Value,
    pub(crate) secret: Option<Arc<Secret>>,
}

/// A client that is still there.
pub(crate) struct Left {
    pub(crate) id: String,
    pub(crate) name: String,
}

pub(crate) struct Bench {
    pub(crate) session: Session,
    pub(crate) sender: Sender,
    pub(crate) endpoint: Endpoint,
    /// Tells this trial from others.
    mark: String,
    ids: Vec<String>,
    login: Option<Made>,
}

impl Bench {
    pub(crate) fn new(session: Session, sender: Sender, endpoint: Endpoint, run: &str) -> Self {
        Self { session, sender, endpoint, mark: format!("{MARK} {run}"), ids: Vec::new(), login: None }
    }

    /// A name for a client of this trial.
    pub(crate) fn name(&self, what: &str) -> String {
        format!("{} {what}", self.mark)
    }

    /// The body of a client for people, with these members changed.
    pub(crate) fn login_body(&self, what: &str, changes: Value) -> Value {
        let body = json!({
            "name": self.name(what), "description": "Made by a trial, to be deleted", "authorizedGrantType": "CODE",
            "scope": ["user-basic-info"], "registeredRedirectUri": [CALLBACK], "accessTokenValiditySeconds": 300,
            "state": "active",
        });
        with(body, changes)
    }

    /// The body of a client for programs, which has one role.
    pub(crate) fn machine_body(&self, what: &str, pair: &(String, String), changes: Value) -> Value {
        let body = json!({
            "name": self.name(what), "description": "Made by a trial, to be deleted",
            "authorizedGrantType": "CLIENT-CREDENTIALS", "accessTokenValiditySeconds": 300, "state": "active",
            "roleDivisions": [{ "roleId": pair.0, "divisionId": pair.1 }],
        });
        with(body, changes)
    }

    /// Creates a client; what it was asked to be is remembered where it came about.
    pub(crate) async fn create(&mut self, body: Value) -> Result<(Came, Option<Made>), Halt> {
        let came = self.sender.send(Method::POST, CLIENTS, Some(&body)).await?;
        let id = came.text("id").to_owned();
        if !came.is_success() || id.is_empty() {
            return Ok((came, None));
        }
        self.ids.push(id.clone());
        let made = Made { id, body, secret: came.secret.clone() };
        Ok((came, Some(made)))
    }

    /// Creates a client that a question cannot do without.
    pub(crate) async fn needed(&mut self, body: Value) -> Result<Made, Halt> {
        let (came, made) = self.create(body).await?;
        made.ok_or_else(|| Halt::Lost(format!("the client for it was not created: {}", came.said())))
    }

    /// A client for people that several questions change.
    pub(crate) async fn login(&mut self) -> Result<Made, Halt> {
        if self.login.is_none() {
            self.login = Some(self.needed(self.login_body("people", json!({}))).await?);
        }
        self.login.clone().ok_or_else(|| Halt::Lost("no client".to_owned()))
    }

    pub(crate) async fn put(&mut self, made: &Made, changes: Value) -> Result<Came, Halt> {
        let body = with(made.body.clone(), changes);
        self.sender.send(Method::PUT, &format!("{CLIENTS}/{}", made.id), Some(&body)).await
    }

    pub(crate) async fn read(&mut self, made: &Made) -> Result<Came, Halt> {
        self.sender.get(&format!("{CLIENTS}/{}", made.id)).await
    }

    /// A token of a client for programs, and how long it lives.
    pub(crate) async fn token(
        &mut self,
        id: &str,
        secret: Option<&Arc<Secret>>,
    ) -> Result<Result<(Arc<Secret>, Option<i64>), String>, Halt> {
        let secret = secret.ok_or_else(|| Halt::Lost("its secret did not come".to_owned()))?;
        let host = LoginHost::new(self.endpoint.clone(), &Network::default());
        let host = host.map_err(|_| Halt::Lost("no secure connections".to_owned()))?;
        let answer = host.with_client_credentials(id, secret).await;
        let (came, outcome) = match answer {
            Ok(token) => {
                let seconds = token.expires_in_seconds.map(i64::from);
                let text = seconds.map_or("left out".to_owned(), |seconds| seconds.to_string());
                let token = Arc::new(token.token);
                self.sender.known.push(Arc::clone(&token));
                (format!("a token, expires_in {text}"), Ok((token, seconds)))
            }
            Err(error) => {
                let status = error.status.map(|status| status.to_string()).unwrap_or_default();
                let said = format!("{status} {:?}", error.problem);
                (said.clone(), Err(said))
            }
        };
        let sent = format!("login host: POST /oauth/token, client credentials of {id}");
        let (members, correlation_id) = (String::new(), String::new());
        self.sender.exchanges.push(Exchange { sent, came, members, correlation_id });
        Ok(outcome)
    }

    /// A role with a division that whoever is signed in holds; an ordinary one where there is.
    pub(crate) async fn pair(&self) -> Result<(String, String), Halt> {
        let lost = |error: ApiError| Halt::Lost(error.to_string());
        let roles = self.session.read_roles().await.map_err(lost)?;
        let home = self.session.read_divisions().await.map_err(lost)?;
        let home = home.into_iter().find(|division| division.home).map(|division| division.id);
        let employee = |role: &&latchkey::domain::role::Role| {
            role.default_role_id.as_deref() == Some("employee") || role.name.eq_ignore_ascii_case("employee")
        };
        let role =
            roles.iter().find(employee).ok_or_else(|| Halt::Lost("there is no role employee".to_owned()))?;
        Ok((role.id.clone(), home.ok_or_else(|| Halt::Lost("there is no home division".to_owned()))?))
    }

    /// Deletes every client of this trial, and says which of any trial are left.
    pub(crate) async fn clean_up(&mut self) -> Result<Vec<Left>, String> {
        for id in std::mem::take(&mut self.ids) {
            self.delete(&id).await;
        }
        let named = |mark: &str, name: &str| name.trim_start().starts_with(mark);
        // Those whose answer to create was lost are only known by their name.
        for client in self.list().await? {
            if named(&self.mark, &client.name) {
                self.delete(&client.id).await;
            }
        }
        Ok(self.list().await?.into_iter().filter(|client| named(MARK, &client.name)).collect())
    }

    async fn list(&self) -> Result<Vec<Left>, String> {
        let clients = self.session.list_clients().await.map_err(|error| error.to_string())?;
        Ok(clients.into_iter().map(|client| Left { id: client.id, name: client.name }).collect())
    }

    /// Deactivates and deletes, which both may be done twice without harm. What is left is found by the list.
    async fn delete(&self, id: &str) {
        for _ in 0..ATTEMPTS {
            match self.session.read_whole_client(id).await {
                Ok(whole) => {
                    let _ = self.session.put_client(id, &whole.with_state(ClientState::Inactive)).await;
                }
                Err(error) if error.says_gone() => return,
                Err(_) => {}
            }
            if self.session.delete_client(id).await.is_ok() {
                return;
            }
        }
    }
}

/// A body with some members changed; null takes one out.
pub(crate) fn with(mut body: Value, changes: Value) -> Value {
    if let (Some(members), Value::Object(changes)) = (body.as_object_mut(), changes) {
        for (name, value) in changes {
            if value.is_null() {
                members.remove(&name);
            } else {
                members.insert(name, value);
            }
        }
    }
    body
}
