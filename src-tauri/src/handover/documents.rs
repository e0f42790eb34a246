//! Files for whoever receives a client, each in the form that a tool of theirs takes.
//! It must never decide which client it is about, nor what is secret: no document has a place for that.

use serde::{Deserialize, Serialize};
use specta::Type;

use super::naming::file_stem;
use super::one_line::one_line;
use super::{client_json, curl, env, framework_js, terraform};
use crate::domain::client::OauthClient;
use crate::domain::grant::{GrantType, HeldGrantType};
use crate::domain::preset::embeddable_framework::Embedding;
use crate::domain::region::Region;

/// What a document is about.
#[derive(Debug, Clone, Copy)]
pub struct Subject<'a> {
    /// The client.
    pub client: &'a OauthClient,
    /// Name of its organization.
    pub org_name: &'a str,
    /// Region of its organization.
    pub region: &'a Region,
    /// How Embeddable Framework uses it, if it does.
    pub embedding: Option<&'a Embedding>,
}

/// A form in which a client is handed over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum DocumentKind {
    /// The fragment of `framework.js`.
    FrameworkJs,
    /// Environment variables, as the tools of Genesys call them.
    Env,
    /// Commands that fetch a token.
    Curl,
    /// Everything, for programs.
    Json,
    /// A block for CX as Code.
    Terraform,
}

/// A file for the receiver.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Document {
    /// Its form.
    pub kind: DocumentKind,
    /// Its name, without the ending.
    pub stem: String,
    /// The ending of its name, without the dot.
    pub ending: String,
    /// What is in it.
    pub text: String,
}

/// The documents that make sense for a client.
pub fn documents(subject: Subject<'_>) -> Vec<Document> {
    let name = file_stem(subject.client);
    let mut documents = Vec::new();
    let mut add = |kind, stem: &str, ending: &str, text| {
        documents.push(Document { kind, stem: stem.to_owned(), ending: ending.to_owned(), text });
    };
    if let HeldGrantType::Offered { grant_type } = subject.client.grant_type {
        if let Some(embedding) = subject.embedding {
            let pkce = grant_type == GrantType::AuthorizationCode;
            let text = framework_js::fragment(&subject.client.id, embedding, pkce);
            add(DocumentKind::FrameworkJs, "framework", "js", text);
        }
        add(DocumentKind::Env, &name, "env", env::variables(subject, grant_type));
        add(DocumentKind::Curl, &name, "sh", curl::commands(subject, grant_type));
    }
    if let Some(block) = terraform::block(subject.client) {
        add(DocumentKind::Terraform, &name, "tf", block);
    }
    add(DocumentKind::Json, &name, "json", client_json::description(subject));
    documents
}

/// The first line of a file that has comments: whose it is.
pub(super) fn headline(subject: Subject<'_>) -> String {
    format!("# {} ({})\n", one_line(&subject.client.name), one_line(subject.org_name))
}
