//! Tests that a client works: fetches a token with its ID and secret, looks at what the token really is, and takes it back.
//! It must never keep the token, nor change anything in the organization.

use serde::Serialize;
use specta::Type;

use super::failure::{Details, Failure};
use super::fetch_token::{Ready, prepare};
use super::operation::noted::{Ended, remember};
use super::{App, Org};
use crate::domain::client::RoleDivision;
use crate::domain::duration::TokenLife;
use crate::domain::facts::OrgFacts;
use crate::domain::note::NoteKind;
use crate::domain::secret::Secret;
use crate::genesys::session::Session;
use crate::genesys::token_info::TokenInfo;

/// What a test showed of a client whose ID and secret gave a token.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ClientTest {
    /// How long its tokens live, in seconds; `None` when the login host did not say.
    pub seconds: Option<u32>,
    /// How long the client says that they live, in seconds; `None` when it does not say.
    pub set_seconds: Option<u32>,
    /// Whether that is the same.
    pub life: TokenLife,
    /// When a token that is fetched now ends, ISO 8601 in UTC; `None` when that is not known.
    pub ends_at: Option<String>,
    /// What the token is.
    pub token: Looked,
    /// Whether it opens SCIM; only for a client that looks like one for SCIM.
    pub scim: Option<ScimTry>,
    /// Whether the token of the test was taken back; otherwise it ends by itself.
    pub revoked: bool,
}

/// What a look at a token showed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Looked {
    /// It is good.
    Good {
        /// The organization in which it works; empty when the server did not say.
        organization: String,
        /// Whether that is the organization of the client.
        same_organization: bool,
        /// Names of its roles; `None` when the server did not say.
        roles: Option<Vec<String>>,
    },
    /// The Platform API refuses it although the login host gave it, as right after a change.
    Refused {
        /// For support.
        details: Box<Details>,
    },
    /// It could not be looked at.
    Failed {
        /// Why.
        failure: Box<Failure>,
    },
}

/// What trying SCIM showed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum ScimTry {
    /// It opens SCIM.
    Works,
    /// It does not.
    Failed {
        /// Why.
        failure: Box<Failure>,
    },
}

/// Tests a client with a secret that the person typed, or with the one that is kept for it.
///
/// # Errors
/// When the client is not one that signs in by itself, or when it does not get a token.
pub async fn test_client(
    app: &App,
    org: &str,
    id: &str,
    typed: Option<Secret>,
) -> Result<ClientTest, Failure> {
    let ready = prepare(app, org, id, typed).await?;
    let tested = test(app, &ready).await;
    remember(app, &ready.org, NoteKind::Test, &ready.client, ended(&tested)).await;
    tested
}

async fn test(app: &App, ready: &Ready) -> Result<ClientTest, Failure> {
    let (token, ends) = ready.fetch(app).await?;
    let is_for_scim = ready.is_for_scim();
    let Ready { org, client, facts, .. } = ready;
    let session = app.session(org.session.endpoint().clone(), token.token).await?;
    let looked = looked(org, facts, session.read_token_info().await.map_err(Failure::from));
    let scim = if is_for_scim { Some(try_scim(&session).await) } else { None };
    Ok(ClientTest {
        seconds: token.expires_in_seconds,
        set_seconds: client.seconds,
        life: TokenLife::of(token.expires_in_seconds, client.seconds),
        ends_at: ends.map(|end| end.to_string()),
        token: looked,
        scim,
        revoked: session.revoke_token().await.is_ok(),
    })
}

/// How a test ended: well only where everything is as it should be.
fn ended(tested: &Result<ClientTest, Failure>) -> Ended {
    match tested {
        Err(failure) => Ended::with(failure),
        Ok(ClientTest { scim: Some(ScimTry::Failed { failure }), .. })
        | Ok(ClientTest { token: Looked::Failed { failure }, .. }) => Ended::with(failure),
        Ok(ClientTest { token: Looked::Refused { details }, .. }) => Ended::badly(Some(details)),
        Ok(ClientTest { token: Looked::Good { same_organization: false, .. }, .. }) => Ended::badly(None),
        Ok(_) => Ended::well(),
    }
}

fn looked(org: &Org, facts: &OrgFacts, info: Result<TokenInfo, Failure>) -> Looked {
    match info {
        Ok(info) => Looked::Good {
            same_organization: info.organization.id == org.identity.org_id,
            organization: info.organization.name,
            roles: info.roles.map(|roles| names(&roles, facts)),
        },
        Err(Failure::SignInExpired { details }) => Looked::Refused { details },
        Err(failure) => Looked::Failed { failure: Box::new(failure) },
    }
}

/// Each role once, in the order in which it is held.
fn names(roles: &[RoleDivision], facts: &OrgFacts) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for RoleDivision { role_id, .. } in roles {
        let name = facts.role(role_id).map_or(role_id, |role| &role.name);
        if !names.contains(name) {
            names.push(name.clone());
        }
    }
    names
}

async fn try_scim(session: &Session) -> ScimTry {
    match session.try_scim().await {
        Ok(()) => ScimTry::Works,
        Err(error) => ScimTry::Failed { failure: Box::new(error.into()) },
    }
}
