//! Every client that ends with implicit grant.
//! It must never leave one out: an inactive one can be made active again.

use jiff::Timestamp;
use serde::Serialize;
use specta::Type;

use crate::domain::announced::IMPLICIT_STOPS;
use crate::domain::client::{ClientState, OauthClient};
use crate::domain::grant::{GrantType, HeldGrantType};
use crate::domain::usage::{LastUse, LastUses};

/// A client that uses implicit grant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct SunsetClient {
    /// Client ID.
    pub id: String,
    /// Name.
    pub name: String,
    /// State.
    pub state: ClientState,
    /// When it was created, ISO 8601 in UTC.
    pub created_at: Option<String>,
    /// Identifier of who created it.
    pub created_by: Option<String>,
    /// Where the result of signing in goes.
    pub redirect_uris: Vec<String>,
    /// When it was last used; `None` when nobody looked.
    pub last_use: Option<LastUse>,
}

/// Every client that uses implicit grant, and the days until the first day on which it may stop; negative after.
pub fn sunset(clients: &[OauthClient], uses: &LastUses, now: Timestamp) -> (Vec<SunsetClient>, i32) {
    let implicit = HeldGrantType::Offered { grant_type: GrantType::Implicit };
    let rows = clients.iter().filter(|client| client.grant_type == implicit).map(|client| SunsetClient {
        id: client.id.clone(),
        name: client.name.clone(),
        state: client.state,
        created_at: client.created_at.clone(),
        created_by: client.created_by.clone(),
        redirect_uris: client.redirect_uris.clone(),
        last_use: uses.get(&client.id).cloned(),
    });
    (rows.collect(), IMPLICIT_STOPS.date.days_left(now).unwrap_or_default())
}
