//! Gathers the facts that the form and the rules need, all at once, and keeps them for the checks while typing.
//! It must never change anything in the organization.

use std::sync::Arc;
use std::sync::atomic::Ordering;

use serde::{Deserialize, Serialize};
use specta::Type;

use super::failure::Failure;
use super::settings::read_settings;
use super::{App, Org};
use crate::domain::draft::ClientDraft;
use crate::domain::facts::OrgFacts;
use crate::domain::grant::GrantType;
use crate::domain::preset::{self, Purpose};
use crate::genesys::error::{ApiError, Refusal};

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
    fn tag(self) -> &'static str {
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

impl Org {
    /// The facts as last read; read now if they never were.
    pub(super) async fn facts(&self) -> Result<Arc<OrgFacts>, Failure> {
        let known = self.facts.read().await.clone();
        match known {
            Some(facts) => Ok(facts),
            None => self.read_facts(Language::English).await,
        }
    }

    pub(super) async fn read_facts(&self, language: Language) -> Result<Arc<OrgFacts>, Failure> {
        Ok(self.gather(language).await?)
    }

    async fn gather(&self, language: Language) -> Result<Arc<OrgFacts>, ApiError> {
        let (identity, roles, divisions, scopes, clients) = tokio::join!(
            self.session.read_identity(),
            self.session.read_roles(),
            self.session.read_divisions(),
            self.session.read_scopes(language.tag()),
            self.session.list_clients(),
        );
        let identity = identity?;
        let facts = Arc::new(OrgFacts {
            roles: roles?,
            divisions: divisions?,
            scopes: scopes?,
            client_names: clients?.into_iter().map(|client| client.name).collect(),
            permissions: identity.permissions,
            hipaa: identity.hipaa,
            refuses_implicit: self.refuses_implicit.load(Ordering::Relaxed),
        });
        *self.facts.write().await = Some(facts.clone());
        Ok(facts)
    }

    /// Learns from a refusal: what it was about may have changed, so that the next check reads the facts anew.
    pub(super) async fn learn_from(&self, refusal: &Refusal, asked: GrantType) {
        if refusal.code == "bad.grant.type" && asked == GrantType::Implicit {
            self.refuses_implicit.store(true, Ordering::Relaxed);
        }
        *self.facts.write().await = None;
    }
}
