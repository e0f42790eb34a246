//! Reads answers, byte by byte where they may be hostile: pure functions, without HTTP.
//! It must never take an answer that is too deep, too large or says a thing twice, nor keep a secret in clear.

mod lenient;
mod strict;

use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::fmt::rfc2822::DateTimeParser;
use memchr::memchr2;
use serde::Deserialize;
use serde::de::{DeserializeOwned, IgnoredAny};
use serde_json::Value;

pub use lenient::Kept;
pub(super) use lenient::{Lenient, Maybe, lenient, object};

use super::client_json::{ClientJson, ListJson};
use super::clients::CreatedClient;
use super::error::Refusal;
use super::whole_client::WholeClient;
use crate::domain::client::OauthClient;
use crate::domain::secret::Secret;

/// Largest answer about one client, in bytes: 125 addresses of 2,000 characters, and many scopes.
pub const MAX_CLIENT: usize = 512 * 1024;
/// Largest list that is read, in bytes, all pages together: more than 20,000 clients.
pub const MAX_LIST: usize = 32 * 1024 * 1024;
/// Largest answer about the calls of a client, in bytes: 90 days of several hundred endpoints.
pub const MAX_USAGE: usize = 16 * 1024 * 1024;
/// Largest refusal, and largest answer of the login host, in bytes.
pub const MAX_SMALL: usize = 64 * 1024;
/// Longest wait that is believed, in seconds.
const MAX_WAIT: u32 = 900;

/// An answer that is not one of Genesys Cloud.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    /// It has more bytes than any real answer.
    #[error("the answer is too large")]
    TooLarge,
    /// It is nested more deeply than any real answer.
    #[error("the answer is too deep")]
    TooDeep,
    /// It has so many values that they would fill the memory.
    #[error("the answer has too many values")]
    TooMany,
    /// It is no JSON, or not the JSON that was expected.
    #[error("the answer is not as expected")]
    Malformed,
}

/// A page of the list of clients.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListPage {
    /// Its clients, in the server's order.
    pub clients: Vec<OauthClient>,
    /// How many entries could not be read, or had no client ID.
    pub skipped: u32,
    /// Path of the next page, where the server names one; an empty one where it says something that is no path.
    pub next: Option<String>,
    /// How many clients there are on all pages, where the server says so.
    pub total: Option<u64>,
}

/// Reads a page of the list of clients.
///
/// # Errors
/// When it is not one.
pub fn client_list(bytes: &[u8]) -> Result<ListPage, Unreadable> {
    let json: ListJson = parse(bytes, MAX_LIST)?;
    let Kept { entries, skipped } = json.entities.map(ClientJson::read);
    Ok(ListPage {
        clients: entries,
        skipped,
        next: json.next_uri.map(Maybe::or_default),
        total: json.total.0,
    })
}

/// Reads one client; a secret in it is dropped.
///
/// # Errors
/// When it is not one, or has no client ID.
pub fn client(bytes: &[u8]) -> Result<OauthClient, Unreadable> {
    Ok(created_client(bytes)?.client)
}

/// Reads a client that was just created, or that just got a new secret.
///
/// # Errors
/// When it is not one, or has no client ID.
pub fn created_client(bytes: &[u8]) -> Result<CreatedClient, Unreadable> {
    let mut json: ClientJson = parse(bytes, MAX_CLIENT)?;
    let secret = json.secret.0.take().filter(|secret| !secret.is_empty()).map(Secret::new);
    Ok(CreatedClient { client: json.read().ok_or(Unreadable::Malformed)?, secret })
}

/// Reads one client with every member, also those that nobody knows yet; a secret in it is dropped.
///
/// # Errors
/// When it is not one, has no client ID, or says a member twice.
pub fn whole_client(bytes: &[u8]) -> Result<WholeClient, Unreadable> {
    scan(bytes, MAX_CLIENT)?;
    let strict::Members(members) = serde_json::from_slice(bytes).map_err(|_| Unreadable::Malformed)?;
    WholeClient::of(members)
}

/// Reads the answer to a write that has nothing to say: empty, or any JSON.
///
/// # Errors
/// When it is something else, such as a page for people.
pub fn nothing(bytes: &[u8]) -> Result<(), Unreadable> {
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Ok(());
    }
    scan(bytes, MAX_CLIENT)?;
    serde_json::from_slice::<IgnoredAny>(bytes).map(|_| ()).map_err(|_| Unreadable::Malformed)
}

/// Reads a refusal; what cannot be read is left empty, so that `is_from_genesys` says no.
pub fn error_body(status: u16, bytes: &[u8]) -> Refusal {
    let json: ErrorBodyJson = parse(bytes, MAX_SMALL).unwrap_or_default();
    let as_text = |value: Value| match value {
        Value::String(text) => text,
        other => other.to_string(),
    };
    let params = json.message_params.or_default().0;
    Refusal {
        status,
        code: json.code.or_default(),
        message: json.message.or_default(),
        params: params.into_iter().map(|(name, value)| (name, as_text(value))).collect(),
        fields: json.details.or_default().into_iter().filter_map(|detail| detail.field_name.0).collect(),
        correlation_id: json.context_id.0,
        limit: json.limit.or_default().value.0,
    }
}

/// Reads `Retry-After`, as seconds or as a date (RFC 9110): seconds to wait from `now` by the server's clock, at
/// least one and at most a quarter of an hour. `None` when it says nothing that can be followed.
pub fn retry_after(value: &str, now: Timestamp) -> Option<u32> {
    let value = value.trim();
    if !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_digit()) {
        // A number that is too long for its type is longer than any wait that is believed.
        return Some(value.parse().unwrap_or(MAX_WAIT).clamp(1, MAX_WAIT));
    }
    let then = http_date(value)?;
    let seconds = then.as_second().saturating_sub(now.as_second()).clamp(1, i64::from(MAX_WAIT));
    u32::try_from(seconds).ok()
}

/// Reads a `Date`, in the one form that is still allowed to be sent (RFC 9110).
pub fn http_date(value: &str) -> Option<Timestamp> {
    DateTimeParser::new().parse_timestamp(value.trim()).ok()
}

/// Whether a text can be an identifier of Genesys Cloud, and so can stand in a path as it is.
pub fn is_identifier(text: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
    (1..=100).contains(&text.len()) && text.bytes().all(plain)
}

/// Reads a JSON object of at most so many bytes.
pub(super) fn parse<T: DeserializeOwned>(bytes: &[u8], most: usize) -> Result<T, Unreadable> {
    scan(bytes, most)?;
    // An array would be taken for an object, its members by their order.
    if bytes.trim_ascii_start().first() != Some(&b'{') {
        return Err(Unreadable::Malformed);
    }
    // Once for the whole is faster than once for each text in it.
    let text = std::str::from_utf8(bytes).map_err(|_| Unreadable::Malformed)?;
    serde_json::from_str(text).map_err(|_| Unreadable::Malformed)
}

/// Deepest nesting that is read.
const MAX_DEPTH: usize = 32;
/// What a value costs in memory, in bytes, besides its text.
const VALUE: usize = 64;
/// Most memory that one answer may fill, in bytes.
const MAX_MEMORY: usize = 64 * 1024 * 1024;

/// Looks at size, depth and the number of values before anything is built from them.
fn scan(bytes: &[u8], most: usize) -> Result<(), Unreadable> {
    if bytes.len() > most {
        return Err(Unreadable::TooLarge);
    }
    let (mut at, mut depth, mut values) = (0_usize, 0_usize, 0_usize);
    while let Some(byte) = bytes.get(at) {
        at += 1;
        match byte {
            b'"' => at = behind_text(bytes, at),
            b'{' | b'[' => {
                (depth, values) = (depth + 1, values + 1);
                if depth > MAX_DEPTH {
                    return Err(Unreadable::TooDeep);
                }
            }
            b'}' | b']' => depth = depth.saturating_sub(1),
            b',' => values += 1,
            _ => {}
        }
    }
    if bytes.len() + values * VALUE > MAX_MEMORY { Err(Unreadable::TooMany) } else { Ok(()) }
}

/// Where a text that begins here has ended.
fn behind_text(bytes: &[u8], mut at: usize) -> usize {
    while let Some(found) = bytes.get(at..).and_then(|rest| memchr2(b'"', b'\\', rest)) {
        at += found;
        match bytes[at] {
            b'"' => return at + 1,
            // Whatever is escaped ends nothing.
            _ => at += 2,
        }
    }
    bytes.len()
}

#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
struct ErrorBodyJson {
    code: Maybe<String>,
    message: Maybe<String>,
    message_params: Maybe<ParamsJson>,
    details: Maybe<Vec<DetailJson>>,
    context_id: Maybe<String>,
    limit: Maybe<LimitJson>,
}

#[derive(Default, Deserialize)]
#[serde(transparent)]
struct ParamsJson(BTreeMap<String, Value>);

#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
struct DetailJson {
    field_name: Maybe<String>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct LimitJson {
    value: Maybe<u32>,
}

lenient!(ParamsJson, DetailJson, LimitJson);

#[cfg(test)]
mod tests {
    use super::{Unreadable, client_list, created_client, error_body, nothing};
    use crate::genesys::error::Refusal;

    #[test]
    fn an_array_is_no_answer() {
        let list = br#"[[{"id":"a"}],null,null]"#;
        let client = br#"["a",null,null,"s3cr3t",null,null,null,null,null,null,null,null,null,null]"#;
        assert_eq!(client_list(list), Err(Unreadable::Malformed));
        assert_eq!(created_client(client).err(), Some(Unreadable::Malformed));
        assert_eq!(error_body(400, br#"["code","message"]"#), Refusal { status: 400, ..Refusal::default() });
        assert_eq!(nothing(b"[]"), Ok(()));
    }

    #[test]
    fn every_client_of_a_list_has_an_identifier() {
        let nobody = [r#""""#, r#"" ""#, r#""../tokens/me""#, r#""a/b""#, "7", "null", "{}"];
        let entries =
            nobody.iter().map(|id| format!(r#"{{"id":{id}}}"#)).chain(["7", "null", "[]"].map(String::from));
        for entry in entries {
            let page = format!(r#"{{"entities":[{entry},{{"id":"a"}}]}}"#);
            let read = client_list(page.as_bytes()).expect("a list");
            assert_eq!(
                (read.clients.len(), read.clients[0].id.as_str(), read.skipped),
                (1, "a", 1),
                "{entry}"
            );
        }
        for wrong in [r#"{"entities":{}}"#, r#"{"entities":null}"#, "{}", r#"{"entities":"x"}"#] {
            assert_eq!(client_list(wrong.as_bytes()), Err(Unreadable::Malformed), "{wrong}");
        }
    }
}
