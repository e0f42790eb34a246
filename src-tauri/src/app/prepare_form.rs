//! Gathers the facts that the form and the rules need, all at once, and keeps them for the checks while typing.
//! It must never change anything in the organization.

use std::sync::Arc;
use std::sync::atomic::Ordering;

use serde::{Deserialize, Serialize};
use specta::Type;

use super::failure::Failure;
use super::operation::intent::Intent;
use super::recover::read_intent;
use super::settings::read_settings;
use super::{App, Org};
use crate::domain::draft::ClientDraft;
use crate::domain::facts::OrgFacts;
use crate::domain::grant::GrantType;
use crate::domain::operation::{OperationKind, Stage};
use crate::domain::preset::{self, Purpose};
use crate::genesys::directory::Identity;
use crate::genesys::error::{ApiError, Refusal};
use crate::journal::{HistoryQuery, Operation};

/// A language of the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum Language {
    /// English.
    English,
    /// French.
    French,
}

impl Language {
    pub(super) fn tag(self) -> &'static str {
        match self {
            Language::English => "en-us",
            Language::French => "fr",
        }
    }
}

/// Reads the facts anew.
pub async fn prepare_form(app: &App, org: &str, language: Language) -> Result<OrgFacts, Failure> {
    let org = app.org(org).await?;
    let facts = app.read(&org, || org.gather(language)).await?;
    Ok(OrgFacts::clone(&facts))
}

/// A first draft for a purpose.
pub async fn start_draft(app: &App, org: &str, purpose: Purpose) -> Result<ClientDraft, Failure> {
    let org = app.org(org).await?;
    let facts = org.facts().await?;
    let mark = mark_if_wanted(app).await;
    Ok(ClientDraft { mark, ..preset::start(purpose, &facts, org.session.endpoint().region().clone()) })
}

/// A mark for the description of a new client, where the person switched that on.
pub(super) async fn mark_if_wanted(app: &App) -> Option<String> {
    if read_settings(app).await.mark_descriptions { fresh_mark() } else { None }
}

/// A mark for a description; nothing where the system has no randomness to give.
fn fresh_mark() -> Option<String> {
    let mut bytes = [0; 8];
    getrandom::fill(&mut bytes).ok()?;
    Some(format!("[lk:{:016x}]", u64::from_be_bytes(bytes)))
}

/// The code with which Genesys Cloud refuses a grant type. Source: Platform API description.
const GRANT_TYPE_REFUSED: &str = "bad.grant.type";

/// What the last implicit client was told that was to be created in an organization.
async fn refused_implicit(app: &App, org_id: &str) -> Result<bool, Failure> {
    let journal = app.journal().await?;
    let query = HistoryQuery {
        org_id: Some(org_id.to_owned()),
        stages: vec![Stage::Refused, Stage::Done],
        limit: LOOKED_BACK,
        ..HistoryQuery::default()
    };
    let is_implicit = |operation: &Operation| {
        let intent = read_intent(operation);
        operation.kind == OperationKind::Create
            && intent.as_ref().and_then(Intent::draft).is_some_and(|d| d.grant_type == GrantType::Implicit)
    };
    for operation in journal.history(&query).await?.operations.into_iter().filter(is_implicit) {
        if operation.stage == Stage::Done {
            return Ok(false);
        }
        let steps = journal.steps(&operation.id).await?;
        if steps.iter().any(|step| step.code.as_deref() == Some(GRANT_TYPE_REFUSED)) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// How many changes of an organization are looked back at.
const LOOKED_BACK: u32 = 500;

impl Org {
    /// The facts as last read; read now if they never were.
    pub(super) async fn facts(&self) -> Result<Arc<OrgFacts>, Failure> {
        let known = self.facts.read().await.clone();
        let outline = self.outline.read().await.clone();
        match (known, outline) {
            (Some(facts), _) => Ok(facts),
            (None, Some(outline)) => Ok(self.complete(&outline).await?),
            (None, None) => self.read_facts(Language::English).await,
        }
    }

    /// An outline with what it lacks: where roles are held, and the names of the clients.
    async fn complete(&self, outline: &OrgFacts) -> Result<Arc<OrgFacts>, ApiError> {
        let (held, client_names) = tokio::join!(self.session.read_held_roles(), self.client_names());
        let held = held?;
        let mut facts = OrgFacts { client_names: client_names?, ..outline.clone() };
        for role in &mut facts.roles {
            role.held = held.of(&role.id);
        }
        let facts = Arc::new(facts);
        *self.facts.write().await = Some(facts.clone());
        Ok(facts)
    }

    pub(super) async fn read_facts(&self, language: Language) -> Result<Arc<OrgFacts>, Failure> {
        Ok(self.gather(language).await?)
    }

    async fn gather(&self, language: Language) -> Result<Arc<OrgFacts>, ApiError> {
        let (identity, roles, divisions, scopes, client_names) = tokio::join!(
            self.identity_now(),
            self.session.read_roles(),
            self.session.read_divisions(),
            self.session.read_scopes(language.tag()),
            self.client_names(),
        );
        let identity = identity?;
        let facts = Arc::new(OrgFacts {
            roles: roles?,
            divisions: divisions?,
            scopes: scopes?,
            client_names: client_names?,
            permissions: identity.permissions,
            region: self.session.endpoint().region().domain.to_string(),
            hipaa: identity.hipaa,
            refuses_implicit: self.refuses_implicit.load(Ordering::Relaxed),
        });
        *self.facts.write().await = Some(facts.clone());
        Ok(facts)
    }

    /// Roles, divisions and scopes with their names: the facts as far as they are known, or as little as names
    /// need. Where roles are held, and which clients there are, is not asked for.
    pub(super) async fn read_outline(&self) -> Result<Arc<OrgFacts>, ApiError> {
        if let Some(facts) = self.facts.read().await.clone() {
            return Ok(facts);
        }
        if let Some(outline) = self.outline.read().await.clone() {
            return Ok(outline);
        }
        let (roles, divisions, scopes) = tokio::join!(
            self.session.read_role_names(),
            self.session.read_divisions(),
            self.session.read_scopes(Language::English.tag()),
        );
        let outline = Arc::new(OrgFacts {
            roles: roles?,
            divisions: divisions?,
            scopes: scopes?,
            client_names: Vec::new(),
            permissions: self.identity.permissions.clone(),
            region: self.session.endpoint().region().domain.to_string(),
            hipaa: self.identity.hipaa,
            refuses_implicit: self.refuses_implicit.load(Ordering::Relaxed),
        });
        *self.outline.write().await = Some(outline.clone());
        Ok(outline)
    }

    /// Who is signed in; read again unless that was done just now, to open the organization.
    async fn identity_now(&self) -> Result<Identity, ApiError> {
        if self.just_identified.swap(false, Ordering::Relaxed) {
            return Ok(self.identity.clone());
        }
        self.session.read_identity().await
    }

    /// The names of the clients as they were last listed.
    async fn client_names(&self) -> Result<Vec<String>, ApiError> {
        match self.roster.held().await {
            Some(listed) => Ok(listed.clients.iter().map(|client| client.name.clone()).collect()),
            None => Ok(self.session.list_clients().await?.into_iter().map(|client| client.name).collect()),
        }
    }

    /// Lets go of what was read: roles, divisions and scopes are read anew when they are needed next.
    pub(super) async fn forget_facts(&self) {
        *self.facts.write().await = None;
        *self.outline.write().await = None;
    }

    /// Learns from a refusal: what it was about may have changed, so that the next check reads the facts anew.
    pub(super) async fn learn_from(&self, refusal: &Refusal, asked: GrantType) {
        if refusal.code == GRANT_TYPE_REFUSED && asked == GrantType::Implicit {
            self.refuses_implicit.store(true, Ordering::Relaxed);
        }
        self.forget_facts().await;
    }

    /// A client of this grant type was created.
    pub(super) async fn learn_accepted(&self, grant_type: GrantType) {
        if grant_type == GrantType::Implicit && self.refuses_implicit.swap(false, Ordering::Relaxed) {
            self.forget_facts().await;
        }
    }

    /// Remembers whether this organization has refused implicit grant, in an earlier session too. Where the journal cannot
    /// be asked, nothing is remembered: the server judges.
    pub(super) async fn remember_refusal(&self, app: &App) {
        let refused = refused_implicit(app, &self.identity.org_id).await.unwrap_or_default();
        self.refuses_implicit.store(refused, Ordering::Relaxed);
    }
}
