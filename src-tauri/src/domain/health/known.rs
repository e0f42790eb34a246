//! What the findings are made from: the clients, the facts of their organization, and what is known of their calls.
//! It must never ask for more: what is not at hand is not known, and nothing is said about it.

use std::collections::HashMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::domain::client::OauthClient;
use crate::domain::facts::OrgFacts;
use crate::domain::region::Region;
use crate::domain::role::Role;
use crate::domain::usage::{LastUse, LastUses};

/// A method and the template of an address that a client has called.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SeenEndpoint {
    /// For example `GET`.
    pub method: String,
    /// For example `/api/v2/users/{userId}`.
    pub template: String,
}

/// What each client has called in the days of its last use, by client ID.
pub type SeenEndpoints = HashMap<String, Vec<SeenEndpoint>>;

/// Everything at hand.
#[derive(Debug, Clone, Copy)]
pub struct Known<'a> {
    /// Every client of the organization.
    pub clients: &'a [OauthClient],
    /// Its roles, divisions and scopes.
    pub facts: &'a OrgFacts,
    /// When its clients were last used; empty when nobody looked.
    pub uses: &'a LastUses,
    /// What they called.
    pub seen: &'a SeenEndpoints,
    /// Its region.
    pub region: &'a Region,
    /// The present moment.
    pub now: Timestamp,
}

/// A look back over fewer days proves nothing: some programs work once a month.
pub(super) const ENOUGH_DAYS: u32 = 30;

/// What is known, prepared for looking at thousands of clients.
pub(super) struct Index<'a> {
    pub(super) known: Known<'a>,
    roles: HashMap<&'a str, &'a Role>,
}

impl<'a> Index<'a> {
    pub(super) fn of(known: Known<'a>) -> Index<'a> {
        Index { known, roles: known.facts.roles.iter().map(|role| (role.id.as_str(), role)).collect() }
    }

    pub(super) fn role(&self, id: &str) -> Option<&'a Role> {
        self.roles.get(id).copied()
    }

    /// The name of a role, or its identifier where it is gone.
    pub(super) fn role_name(&self, id: &str) -> String {
        self.role(id).map_or_else(|| id.to_owned(), |role| role.name.clone())
    }

    /// The last look at the calls of a client, if it went far enough back.
    pub(super) fn looked(&self, client: &OauthClient) -> Option<&'a LastUse> {
        self.known.uses.get(&client.id).filter(|look| look.days >= ENOUGH_DAYS)
    }

    /// What a client has called, if it has called anything in enough days, with these days.
    pub(super) fn called(&self, client: &OauthClient) -> Option<(&'a [SeenEndpoint], u32)> {
        let look = self.looked(client).filter(|look| look.requests > 0)?;
        let seen = self.known.seen.get(&client.id).filter(|seen| !seen.is_empty())?;
        Some((seen.as_slice(), look.days))
    }
}
