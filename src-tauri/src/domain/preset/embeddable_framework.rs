//! The Embeddable Framework preset: is a client needed, which regions, which addresses, which scopes.
//! It must never touch an address that a person typed: only those that it derived itself.

use serde::{Deserialize, Serialize};
use specta::Type;
use url::Url;

use super::{Asks, Preset};
use crate::domain::client::OauthClient;
use crate::domain::draft::ClientDraft;
use crate::domain::duration::{DurationDraft, EMBEDDED_SECONDS, MAX_SECONDS, MIN_SECONDS};
use crate::domain::facts::OrgFacts;
use crate::domain::finding::{Field, Finding, Rule};
use crate::domain::fix::Fix;
use crate::domain::grant::GrantType;
use crate::domain::redirect_uri::Remark;
use crate::domain::region::Region;
use crate::domain::scope::READONLY;

/// Scopes that the embedded client asks for.
/// Source: a vendor's copy of the help page "Administrator requirements for the embedded clients"; medium confidence.
pub const REQUIRED_SCOPES: [&str; 14] = [
    "conversations",
    "external-contacts:readonly",
    "notifications",
    "organization:readonly",
    "outbound:readonly",
    "presence",
    "quality:readonly",
    "routing:readonly",
    "scripts:readonly",
    "stations:readonly",
    "user-basic-info",
    "users",
    "voicemail",
    "workforce-management",
];

const INDEX: &str = "/crm/index.html";
const LOGIN_WINDOW: &str = "/crm/authWindow.html";
/// Seen as the frame's address in some deployments.
const FRAME: &str = "/crm/embeddableFramework.html";

/// A client that sends people back to a page of the framework, which every region serves from its `apps` host.
pub(super) fn fits(client: &OauthClient) -> bool {
    let is_page = |address: &String| {
        // Reading an address takes a while, and few have this in them.
        address.contains("/crm/")
            && Url::parse(address).is_ok_and(|url| {
                url.host_str().is_some_and(|host| host.starts_with("apps."))
                    && matches!(url.path(), INDEX | LOGIN_WINDOW)
            })
    };
    client.redirect_uris.iter().any(is_page)
}

/// How the framework is deployed, which decides whether a client is needed at all.
/// Source: Genesys help for Embeddable Framework.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum Deployment {
    /// A public deployment: a client is needed.
    Public,
    /// A private one whose `framework.js` calls `getAuthToken`: a client is needed.
    PrivateWithToken,
    /// A private one that never does: Genesys's own client is enough.
    PrivateWithoutToken,
}

/// The answers to the questions of this preset.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Embedding {
    /// How it is deployed; `None` until answered.
    pub deployment: Option<Deployment>,
    /// Domains of the chosen regions.
    pub regions: Vec<String>,
    /// Whether `dedicatedLoginWindow` is on in `framework.js`.
    pub dedicated_login_window: bool,
}

/// The addresses that the answers ask for.
pub fn addresses(embedding: &Embedding) -> Vec<String> {
    let regions = embedding.regions.iter().filter_map(|domain| Region::at(domain));
    regions
        .flat_map(|region| {
            let at = |path: &str| format!("https://{}{path}", region.apps_host());
            let login_window = embedding.dedicated_login_window.then(|| at(LOGIN_WINDOW));
            std::iter::once(at(INDEX)).chain(login_window)
        })
        .collect()
}

/// The answers that the addresses of a client come from, as far as they say; `None` where none of them is a page of the
/// framework.
pub fn embedding_of(redirect_uris: &[String]) -> Option<Embedding> {
    let mut embedding = Embedding { deployment: None, regions: Vec::new(), dedicated_login_window: false };
    for url in redirect_uris.iter().filter_map(|uri| Url::parse(uri).ok()) {
        let domain = url.host_str().and_then(|host| host.strip_prefix("apps.")).and_then(Region::at);
        let Some(region) = domain.filter(|_| matches!(url.path(), INDEX | LOGIN_WINDOW)) else { continue };
        embedding.dedicated_login_window |= url.path() == LOGIN_WINDOW;
        if !embedding.regions.iter().any(|known| *known == region.domain) {
            embedding.regions.push(region.domain.into_owned());
        }
    }
    (!embedding.regions.is_empty()).then_some(embedding)
}

/// The draft with other answers: derived addresses are replaced, typed ones are kept.
#[must_use]
pub fn choose(mut draft: ClientDraft, embedding: Embedding) -> ClientDraft {
    let before = draft.embedding.as_ref().map(addresses).unwrap_or_default();
    let typed = draft.redirect_uris.into_iter().filter(|uri| {
        let uri = uri.trim();
        !uri.is_empty() && !before.iter().any(|derived| derived == uri)
    });
    let mut rows = addresses(&embedding);
    for uri in typed {
        if !rows.contains(&uri) {
            rows.push(uri);
        }
    }
    draft.redirect_uris = rows;
    draft.embedding = Some(embedding);
    draft
}

/// The grant types between which one may choose. Implicit grant is the way of the help page; where the organization has
/// refused it, the other one comes first.
fn grant_types(facts: &OrgFacts) -> [GrantType; 2] {
    if facts.refuses_implicit {
        [GrantType::AuthorizationCode, GrantType::Implicit]
    } else {
        [GrantType::Implicit, GrantType::AuthorizationCode]
    }
}

pub(super) fn start(home: Region, facts: &OrgFacts) -> ClientDraft {
    let [grant_type, _] = grant_types(facts);
    let draft = ClientDraft {
        preset: Preset::EmbeddableFramework,
        grant_type,
        name: String::new(),
        description: String::new(),
        duration: DurationDraft::of_seconds(EMBEDDED_SECONDS),
        redirect_uris: Vec::new(),
        scopes: REQUIRED_SCOPES.map(str::to_owned).to_vec(),
        roles: Vec::new(),
        embedding: None,
        mark: None,
        editing: None,
        back_to: None,
    };
    let regions = vec![home.domain.into_owned()];
    choose(draft, Embedding { deployment: None, regions, dedicated_login_window: false })
}

pub(super) fn asks(draft: &ClientDraft, facts: &OrgFacts) -> Asks {
    Asks {
        grant_types: grant_types(facts).to_vec(),
        embedding: true,
        redirect_uris: draft.grant_type.needs_redirect_uris(),
        scopes: true,
        roles: false,
        role_choices: Vec::new(),
        min_seconds: MIN_SECONDS,
        max_seconds: MAX_SECONDS,
        recommended_seconds: EMBEDDED_SECONDS,
    }
}

pub(super) fn check(draft: &ClientDraft) -> Vec<Finding> {
    let Some(embedding) = &draft.embedding else {
        return vec![Finding::on(Field::Deployment, Rule::DeploymentRequired)];
    };
    let mut findings = Vec::new();
    match embedding.deployment {
        None => findings.push(Finding::on(Field::Deployment, Rule::DeploymentRequired)),
        Some(Deployment::PrivateWithoutToken) => {
            findings.push(Finding::on(Field::Deployment, Rule::NoClientNeeded));
        }
        Some(Deployment::Public | Deployment::PrivateWithToken) => {}
    }
    if embedding.regions.is_empty() {
        findings.push(Finding::on(Field::Regions, Rule::RegionRequired));
    }
    if draft.grant_type == GrantType::AuthorizationCode {
        findings.push(Finding::on(Field::GrantType, Rule::PkceSettingNeeded));
    }
    findings.extend(check_addresses(draft, embedding));
    // The wider twin opens what the narrower one would: that it is too wide is said elsewhere.
    let chosen =
        |scope: &str| draft.scopes.iter().any(|s| s == scope || scope.strip_suffix(READONLY) == Some(s));
    for scope in REQUIRED_SCOPES.iter().filter(|scope| !chosen(scope)) {
        let rule = Rule::ScopeOfPresetMissing { scope: (*scope).to_owned() };
        findings.push(Finding::on(Field::Scopes, rule).mended_by(with_scope(draft, scope)));
    }
    findings
}

/// The change that brings a required scope: in the place of its twin, where that is there and not required itself.
fn with_scope(draft: &ClientDraft, scope: &str) -> Fix {
    let area = scope.strip_suffix(READONLY);
    let twin = area.map_or_else(|| format!("{scope}{READONLY}"), str::to_owned);
    let is_there = draft.scopes.iter().any(|chosen| chosen.trim() == twin);
    let scope = scope.to_owned();
    if is_there && !REQUIRED_SCOPES.contains(&twin.as_str()) {
        Fix::ReplaceScope { scope: twin, by: scope }
    } else {
        Fix::AddScope { scope }
    }
}

fn check_addresses(draft: &ClientDraft, embedding: &Embedding) -> Vec<Finding> {
    let typed: Vec<&str> = draft.redirect_uris.iter().map(|uri| uri.trim()).collect();
    let mut findings: Vec<Finding> = addresses(embedding)
        .into_iter()
        .filter(|address| !typed.contains(&address.as_str()))
        .map(|address| {
            let rule = Rule::EmbeddedAddressMissing { address: address.clone() };
            Finding::on(Field::RedirectUris, rule).mended_by(Fix::AddRedirectUri { address })
        })
        .collect();
    for (row, text) in typed.iter().enumerate() {
        let Some(remark) = Url::parse(text).ok().and_then(|url| about_address(&url, embedding)) else {
            continue;
        };
        let finding = Finding::on(Field::RedirectUris, remark.rule).at(row);
        findings.push(match remark.rows.into_iter().next() {
            // One that is there already is not written twice.
            Some(address) if typed.contains(&address.as_str()) => {
                finding.mended_by(Fix::RemoveRedirectUri { row: row as u32 })
            }
            Some(address) => finding.mended_by(Fix::ReplaceRedirectUri { row: row as u32, address }),
            None => finding,
        });
    }
    findings
}

/// What is odd about an address of the framework: the page's frame address, another region, or no region at all.
fn about_address(url: &Url, embedding: &Embedding) -> Option<Remark> {
    let host = url.host_str()?;
    let of_framework = is_page(url);
    match Region::of_host(host) {
        Some(region) if of_framework && url.query().is_some() => {
            let address = format!("https://{}{INDEX}", region.apps_host());
            Some(Remark::mended(Rule::RedirectFrameAddress { address: address.clone() }, address))
        }
        Some(region) if of_framework && !embedding.regions.iter().any(|domain| *domain == region.domain) => {
            Some(Remark::on(Rule::RedirectOtherRegion { domain: region.domain.into_owned() }))
        }
        None if of_framework && !addresses(embedding).iter().any(|own| own == url.as_str()) => {
            Some(Remark::on(Rule::RedirectNotGenesys { host: host.to_owned() }))
        }
        _ => None,
    }
}

fn is_page(url: &Url) -> bool {
    matches!(url.path(), INDEX | LOGIN_WINDOW | FRAME)
}

/// An address that is one of the framework's pages, on whatever host. Thousands of others are not even parsed.
fn page(text: &str) -> Option<Url> {
    text.contains("/crm/").then(|| Url::parse(text.trim()).ok()).flatten().filter(is_page)
}

/// Whether an address is one of the framework's pages, on whatever host.
pub(in crate::domain) fn is_page_of_framework(text: &str) -> bool {
    page(text).is_some()
}

/// Whether an address is one of the framework's pages in a region.
pub(in crate::domain) fn is_of_framework(text: &str, region: &Region) -> bool {
    page(text).is_some_and(|url| url.host_str() == Some(region.apps_host().as_str()))
}

/// What is odd about an address of a client that exists, in an organization of a region.
pub(in crate::domain) fn about_address_of(text: &str, region: &Region) -> Option<Remark> {
    let url = page(text)?;
    let regions = vec![region.domain.to_string()];
    about_address(&url, &Embedding { deployment: None, regions, dedicated_login_window: true })
}
