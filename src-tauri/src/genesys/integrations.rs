//! Credentials of integrations: what they are called, never what they hold. Source: Platform API description,
//! `CredentialInfoCursorListing` and `CredentialInfoListing`.
//! It must never ask for one alone: whatever more that shows is not needed. It follows no address of an answer.

use std::collections::HashSet;

use serde::Deserialize;
use url::Url;
use url::form_urlencoded::Serializer;

use super::answers::{Kept, MAX_LIST, Maybe, Unreadable, lenient, parse};
use super::error::ApiError;
use super::send::Room;
use super::session::Session;
use crate::domain::authorization::IntegrationCredential;

/// Path of the list that goes on from a cursor.
const LISTING: &str = "/api/v2/integrations/credentials/listing";
/// Path of the list in numbered pages, deprecated since June 2025; regions of their own pace may have no other.
const NUMBERED: &str = "/api/v2/integrations/credentials";
/// Credentials on a page with a cursor: the most that is allowed.
const PAGE: &str = "200";
/// Credentials on a numbered page. Guess: the largest page is not documented; lists of this kind take a hundred.
const NUMBERED_PAGE: u32 = 100;

/// Credentials of a page, and where the next one begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CredentialPage {
    /// The credentials that could be read.
    pub credentials: Kept<IntegrationCredential>,
    /// The cursor of the next page; nothing on the last one.
    pub after: Option<String>,
}

impl Session {
    /// Every credential of the organization's integrations.
    ///
    /// # Errors
    /// As every read.
    pub async fn list_credentials(&self) -> Result<Vec<IntegrationCredential>, ApiError> {
        match self.list_by_cursor().await {
            Err(error) if error.status() == Some(404) => {
                let entries = self.read_pages::<Maybe<CredentialJson>>(NUMBERED, NUMBERED_PAGE).await?;
                Ok(self.keep(Kept::of(entries), CredentialJson::read))
            }
            outcome => outcome,
        }
    }

    async fn list_by_cursor(&self) -> Result<Vec<IntegrationCredential>, ApiError> {
        let (mut found, mut left) = (Vec::new(), MAX_LIST);
        // A cursor that was followed before leads round in a circle.
        let (mut cursor, mut followed) = (None::<String>, HashSet::new());
        loop {
            let path = listing_from(cursor.as_deref());
            let answer = self.get(&path, None, Room { most: left, time: self.limits.list }).await?;
            let page = credential_page(&answer.body).map_err(|_| answer.unreadable())?;
            left = left.saturating_sub(answer.body.len());
            found.extend(self.keep(page.credentials, Some));
            cursor = page.after.filter(|after| followed.insert(after.clone()));
            if cursor.is_none() {
                return Ok(found);
            }
        }
    }
}

/// The path of the page that begins at a cursor, or of the first one.
fn listing_from(cursor: Option<&str>) -> String {
    let mut query = Serializer::new(String::new());
    query.append_pair("pageSize", PAGE);
    if let Some(after) = cursor {
        query.append_pair("after", after);
    }
    format!("{LISTING}?{}", query.finish())
}

/// Reads one page of either list; values in it are dropped.
///
/// # Errors
/// When it is not one.
pub fn credential_page(bytes: &[u8]) -> Result<CredentialPage, Unreadable> {
    let json: PageJson = parse(bytes, MAX_LIST)?;
    Ok(CredentialPage {
        credentials: json.entities.unwrap_or_default().map(CredentialJson::read),
        after: json.next_uri.0.as_deref().and_then(cursor_in),
    })
}

/// The cursor in the address of the next page, which is a path or a whole address.
fn cursor_in(uri: &str) -> Option<String> {
    let whole = Url::parse("https://next.invalid").ok()?.join(uri).ok()?;
    let after = whole.query_pairs().find(|(name, _)| name == "after").map(|(_, value)| value.into_owned());
    after.filter(|after| !after.is_empty())
}

impl CredentialJson {
    /// Nothing where it has no identifier.
    fn read(self) -> Option<IntegrationCredential> {
        let kind = self.kind.or_default();
        Some(IntegrationCredential {
            id: self.id.0?,
            name: self.name.or_default(),
            kind: kind.name.0.or(kind.id.0).unwrap_or_default(),
            modified_at: self.modified_date.0.or(self.created_date.0),
        })
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct PageJson {
    entities: Option<Kept<CredentialJson>>,
    #[serde(default)]
    next_uri: Maybe<String>,
}

#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
struct CredentialJson {
    id: Maybe<String>,
    name: Maybe<String>,
    created_date: Maybe<String>,
    modified_date: Maybe<String>,
    #[serde(rename = "type")]
    kind: Maybe<KindJson>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct KindJson {
    id: Maybe<String>,
    name: Maybe<String>,
}

lenient!(CredentialJson, KindJson);
