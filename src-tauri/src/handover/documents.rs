//! Files for whoever receives a client, each in the form that a tool of theirs takes.
//! It must never decide which client it is about, nor what is secret: no document has a place for that.

use serde::{Deserialize, Serialize};
use specta::Type;

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
    let name = slug(&subject.client.name);
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
        add(DocumentKind::Terraform, &name, "tf", terraform::block(subject, grant_type));
    }
    add(DocumentKind::Json, &name, "json", client_json::description(subject));
    documents
}

/// A name as part of a file name, and of an identifier: ASCII letters, digits and single underscores.
pub fn slug(name: &str) -> String {
    let mut slug = String::new();
    for letter in name.chars().take(80) {
        if letter.is_ascii_alphanumeric() {
            slug.push(letter.to_ascii_lowercase());
        } else if !slug.is_empty() && !slug.ends_with('_') {
            slug.push('_');
        }
    }
    let slug = slug.trim_end_matches('_');
    if slug.is_empty() { "client".to_owned() } else { slug.to_owned() }
}

/// A text of somebody else's on one line, so that it cannot leave a comment.
pub(super) fn one_line(text: &str) -> String {
    text.split(char::is_control).map(str::trim).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}
