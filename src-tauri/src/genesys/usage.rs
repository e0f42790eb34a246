//! The calls that clients made: a query that the organization works out, and its answer when that is done. Source:
//! Platform API description, `/api/v2/oauth/clients/{clientId}/usage` and `/api/v2/usage/query`.
//! It must never follow the address that an answer gives for its results, nor wait: the use case does.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde::Deserialize;
use serde_json::{Value, json};

use super::answers::{MAX_SMALL, MAX_USAGE, Unreadable, is_identifier, parse};
use super::clients::one;
use super::error::ApiError;
use super::send::Room;
use super::session::Session;
use crate::domain::usage::{UsageCounts, UsageRow, UsageSpan};

/// How far a query is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum UsageAnswer {
    /// It is being worked out.
    Running,
    /// It could not be worked out.
    Failed,
    /// These are the rows.
    Complete(Vec<UsageRow>),
}

/// An answer, and where it goes on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UsagePage {
    /// How far the query is, with the rows of this page.
    pub answer: UsageAnswer,
    /// What the next page is asked for by; `None` on the last one.
    pub after: Option<String>,
}

/// Whose calls are asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UsageOf<'a> {
    /// Those of one client, with what it called.
    Client(&'a str),
    /// Those of every client of the organization, without what they called.
    Everybody {
        /// Day by day; otherwise one sum for each client.
        by_day: bool,
    },
}

/// Path of the query about every client.
const EVERYBODY: &str = "/api/v2/usage/query";

impl UsageOf<'_> {
    fn asked_at(self) -> Result<String, ApiError> {
        match self {
            UsageOf::Client(id) => one(id, "POST", "/usage/query"),
            UsageOf::Everybody { .. } => Ok(EVERYBODY.to_owned()),
        }
    }

    fn answered_at(self, execution: &str) -> Result<String, ApiError> {
        match self {
            UsageOf::Client(id) => one(id, "GET", &format!("/usage/query/results/{execution}")),
            UsageOf::Everybody { .. } => Ok(format!("{EVERYBODY}/{execution}/results")),
        }
    }

    fn body(self, span: &UsageSpan) -> Value {
        let until = span.now.strftime("%Y-%m-%dT%H:%M:%SZ");
        let mut body = json!({ "interval": format!("{}T00:00:00Z/{until}", span.from) });
        match self {
            UsageOf::Client(_) => {
                body["metrics"] =
                    json!(["Status200", "Status300", "Status400", "Status500", "Status429", "Requests"]);
                body["groupBy"] = json!(["OrganizationId", "TemplateUri", "HttpMethod"]);
            }
            UsageOf::Everybody { .. } => {
                body["metrics"] = json!(["Requests"]);
                body["groupBy"] = json!(["OAuthClientId"]);
            }
        }
        if self != (UsageOf::Everybody { by_day: false }) {
            body["granularity"] = json!("Day");
        }
        body
    }
}

impl Session {
    /// Asks for calls; gives the identifier by which the answer is fetched. It changes nothing, and is tried again as
    /// a read is.
    ///
    /// # Errors
    /// As every read.
    pub async fn ask_for_usage(&self, of: UsageOf<'_>, span: &UsageSpan) -> Result<String, ApiError> {
        let room = Room { most: MAX_SMALL, time: self.limits.answer };
        let answer = self.ask(&of.asked_at()?, &of.body(span), room).await?;
        usage_execution(&answer.body).map_err(|_| answer.unreadable())
    }

    /// Fetches a page of the answer of a query, as far as it is; the first without `after`.
    ///
    /// # Errors
    /// As every read.
    pub async fn read_usage(
        &self,
        of: UsageOf<'_>,
        execution: &str,
        after: Option<&str>,
    ) -> Result<UsagePage, ApiError> {
        let mut path = of.answered_at(execution)?;
        if let Some(after) = after {
            // Guess: that the cursor goes into `after` is documented for the results of a usage search only.
            let encoded: String = url::form_urlencoded::byte_serialize(after.as_bytes()).collect();
            path.push_str("?after=");
            path.push_str(&encoded);
        }
        let answer = self.get(&path, None, Room { most: MAX_USAGE, time: self.limits.list }).await?;
        usage_page(&answer.body).map_err(|_| answer.unreadable())
    }
}

/// Reads the answer to a query: the identifier of its execution.
///
/// # Errors
/// When it is not one, or its identifier cannot stand in a path.
pub fn usage_execution(bytes: &[u8]) -> Result<String, Unreadable> {
    let json: ExecutionJson = parse(bytes, MAX_SMALL)?;
    Some(json.execution_id).filter(|id| is_identifier(id)).ok_or(Unreadable::Malformed)
}

/// Reads how far a query is.
///
/// # Errors
/// As those of `usage_page`.
pub fn usage_answer(bytes: &[u8]) -> Result<UsageAnswer, Unreadable> {
    Ok(usage_page(bytes)?.answer)
}

/// Reads how far a query is, and where its answer goes on.
///
/// # Errors
/// When it says nothing of that, or counts something else than whole numbers.
pub fn usage_page(bytes: &[u8]) -> Result<UsagePage, Unreadable> {
    let json: ResultJson = parse(bytes, MAX_USAGE)?;
    let answer = match json.query_status.as_str() {
        "Running" => UsageAnswer::Running,
        "Failed" => UsageAnswer::Failed,
        "Complete" => {
            UsageAnswer::Complete(json.results.unwrap_or_default().into_iter().map(UsageRow::from).collect())
        }
        _ => return Err(Unreadable::Malformed),
    };
    let after = json.cursors.and_then(|cursors| cursors.after);
    Ok(UsagePage { answer, after: after.filter(|after| (1..=MAX_CURSOR).contains(&after.len())) })
}

/// Longest cursor that is followed, in bytes.
const MAX_CURSOR: usize = 2_000;
/// Longest path that is kept, in characters: real ones have a hundred.
const MAX_TEMPLATE: usize = 300;
/// Longest method that is kept, in characters.
const MAX_METHOD: usize = 16;

impl From<RowJson> for UsageRow {
    fn from(json: RowJson) -> UsageRow {
        let count = |number: Option<u64>| number.unwrap_or_default();
        let (limited, refused) = (count(json.status429), count(json.status400));
        let (ok, redirected, failed) = (count(json.status200), count(json.status300), count(json.status500));
        // 429 is counted inside 400; where it is more, it was counted apart.
        let refused = refused.checked_sub(limited).unwrap_or(refused);
        let sum = [ok, redirected, refused, limited, failed].into_iter().fold(0, u64::saturating_add);
        let short = |text: Option<String>, most| text.unwrap_or_default().chars().take(most).collect();
        UsageRow {
            day: json.date.as_deref().and_then(day),
            method: short(json.http_method, MAX_METHOD),
            template: short(json.template_uri, MAX_TEMPLATE),
            org_id: json.organization_id.filter(|id| is_identifier(id)),
            client_id: json.client_id.filter(|id| is_identifier(id)),
            counts: UsageCounts {
                ok,
                redirected,
                refused,
                limited,
                failed,
                requests: json.requests.unwrap_or(sum),
            },
        }
    }
}

/// The day of a row in UTC: a moment, or a bare day. Which of the two is not documented.
fn day(text: &str) -> Option<Date> {
    let moment = text.parse::<Timestamp>().map(|moment| moment.to_zoned(TimeZone::UTC).date());
    moment.or_else(|_| text.parse::<Date>()).ok()
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct ExecutionJson {
    execution_id: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct ResultJson {
    query_status: String,
    results: Option<Vec<RowJson>>,
    cursors: Option<CursorsJson>,
}

#[derive(Deserialize)]
struct CursorsJson {
    after: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct RowJson {
    client_id: Option<String>,
    organization_id: Option<String>,
    template_uri: Option<String>,
    http_method: Option<String>,
    status200: Option<u64>,
    status300: Option<u64>,
    status400: Option<u64>,
    status500: Option<u64>,
    status429: Option<u64>,
    requests: Option<u64>,
    date: Option<String>,
}
