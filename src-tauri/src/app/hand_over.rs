//! What the receiver of a client needs: by purpose when it was just created, and as documents at any time.
//! It must never contain a secret, nor change anything.

use serde::Serialize;
use specta::Type;

use super::export_file::{Exported, write_new};
use super::failure::Failure;
use super::{App, Org};
use crate::domain::client::OauthClient;
use crate::domain::draft::ClientDraft;
use crate::domain::grant::{GrantType, HeldGrantType};
use crate::domain::preset::embeddable_framework::{Deployment, Embedding, embedding_of};
use crate::domain::preset::{Preset, looks_like};
use crate::domain::region::Region;
use crate::handover::documents::{Subject, documents};
use crate::handover::framework_js;
use crate::handover::scim_settings::{ScimSettings, scim_settings};

pub use crate::handover::documents::{Document, DocumentKind};

/// What the receiver needs, by purpose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum HandOver {
    /// Developers of an embedded deployment.
    FrameworkJs {
        /// The fragment of `framework.js`.
        fragment: String,
        /// Whether it signs in with PKCE.
        pkce: bool,
        /// Whether the address of the frame has to say that a client of one's own is used.
        frame: FrameSetting,
    },
    /// An identity system.
    Scim {
        /// The addresses.
        settings: ScimSettings,
    },
    /// Developers of any other program.
    Addresses {
        /// Where people are sent to sign in; absent where nobody signs in there.
        authorize_url: Option<String>,
        /// Where tokens come from; absent for implicit grant.
        token_url: Option<String>,
        /// Base address of the Platform API.
        api_url: String,
    },
}

/// Whether the address of the frame needs `enableFrameworkClientId=true`. Source: Genesys help for private deployments.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum FrameSetting {
    /// It is a private deployment.
    Needed,
    /// It is a public one.
    NotNeeded,
    /// Nobody has said how it is deployed.
    IfPrivate,
}

impl From<Option<Deployment>> for FrameSetting {
    fn from(deployment: Option<Deployment>) -> FrameSetting {
        match deployment {
            None => FrameSetting::IfPrivate,
            Some(Deployment::Public) => FrameSetting::NotNeeded,
            Some(Deployment::PrivateWithToken | Deployment::PrivateWithoutToken) => FrameSetting::Needed,
        }
    }
}

impl HandOver {
    /// Of a client that was just created from a draft.
    pub(super) fn created(org: &Org, draft: &ClientDraft, id: &str) -> HandOver {
        let region = org.session.endpoint().region();
        HandOver::of(region, id, draft.preset, draft.grant_type, draft.embedding.as_ref())
    }

    fn of(
        region: &Region,
        id: &str,
        preset: Preset,
        grant_type: GrantType,
        embedding: Option<&Embedding>,
    ) -> HandOver {
        if let (Preset::EmbeddableFramework, Some(embedding)) = (preset, embedding) {
            let pkce = grant_type == GrantType::AuthorizationCode;
            let fragment = framework_js::fragment(id, embedding, pkce);
            return HandOver::FrameworkJs { fragment, pkce, frame: embedding.deployment.into() };
        }
        if preset == Preset::Scim {
            return HandOver::Scim { settings: scim_settings(region) };
        }
        let login = region.login_base();
        HandOver::Addresses {
            authorize_url: grant_type.needs_redirect_uris().then(|| format!("{login}/oauth/authorize")),
            token_url: (grant_type != GrantType::Implicit).then(|| format!("{login}/oauth/token")),
            api_url: region.api_base(),
        }
    }
}

/// A client as it is handed over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct HandOverView {
    /// What the receiver needs; absent for a grant type that is never created here.
    pub hand_over: Option<HandOver>,
    /// The same, and more, as files.
    pub documents: Vec<Document>,
}

/// What the receiver of a client needs, read now.
pub async fn read_hand_over(app: &App, org: &str, id: &str) -> Result<HandOverView, Failure> {
    let org = app.org(org).await?;
    let client = app.read(&org, || org.session.read_client(id)).await?;
    let facts = app.read(&org, || org.read_outline()).await?;
    let preset = looks_like(&client, &facts.scim_standings());
    let embedding = embedding_of(&client.redirect_uris);
    let region = org.session.endpoint().region();
    let hand_over = match client.grant_type {
        HeldGrantType::Offered { grant_type } => {
            Some(HandOver::of(region, &client.id, preset, grant_type, embedding.as_ref()))
        }
        HeldGrantType::Password | HeldGrantType::Unknown { .. } => None,
    };
    Ok(HandOverView { hand_over, documents: documents(subject(&org, &client, embedding.as_ref())) })
}

/// Writes one of the documents of a client into the person's folder for downloads.
pub async fn save_document(app: &App, org: &str, id: &str, kind: DocumentKind) -> Result<Exported, Failure> {
    save_one(app, read_hand_over(app, org, id).await?.documents, kind).await
}

/// Writes the document of a kind beside those that are there.
pub(super) async fn save_one(
    app: &App,
    documents: Vec<Document>,
    kind: DocumentKind,
) -> Result<Exported, Failure> {
    let mut found = documents.into_iter().filter(|document| document.kind == kind);
    let Document { stem, ending, text, .. } = found.next().ok_or(Failure::NotExported)?;
    let written = write_new(&app.exports, &stem, &ending, text.as_bytes()).await;
    let path = written.map_err(|_| Failure::NotExported)?;
    Ok(Exported { path: path.display().to_string(), entries: 1 })
}

fn subject<'a>(org: &'a Org, client: &'a OauthClient, embedding: Option<&'a Embedding>) -> Subject<'a> {
    let (org_name, region) = (&*org.identity.org_name, org.session.endpoint().region());
    Subject { client, org_name, region, embedding }
}
