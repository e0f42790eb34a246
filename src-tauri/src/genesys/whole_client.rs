//! A client with every member that the organization holds, so that changing one thing changes nothing else.
//! It must never hold a secret, nor send back what only the server writes.

use serde::Deserialize;
use serde_json::{Map, Value, json};

use super::answers::Unreadable;
use super::client_json::{ClientJson, respelled, state_to_wire, to_wire};
use crate::domain::client::{ClientState, OauthClient, ValidClient};
use crate::domain::grant::{GrantType, HeldGrantType};

/// A client as it was read, with the members that nobody knows yet.
#[derive(Debug, Clone, PartialEq)]
pub struct WholeClient {
    members: Map<String, Value>,
    client: OauthClient,
}

/// What only the server writes. Source: `OAuthClient` and `OAuthClientRequest` of the Platform API description.
const READ_ONLY: [&str; 6] = ["id", "dateCreated", "dateModified", "createdBy", "modifiedBy", "selfUri"];

/// What the form has fields for, and the state: everything else is a member that nobody knows yet.
const KNOWN: [&str; 10] = [
    "name",
    "description",
    "accessTokenValiditySeconds",
    "authorizedGrantType",
    "registeredRedirectUri",
    "scope",
    "roleDivisions",
    "roleIds",
    "state",
    "dateToDelete",
];

impl WholeClient {
    pub(super) fn of(mut members: Map<String, Value>) -> Result<WholeClient, Unreadable> {
        members.remove("secret");
        let json = ClientJson::deserialize(&Value::Object(members.clone()));
        let client = json.map_err(|_| Unreadable::Malformed)?.read().ok_or(Unreadable::Malformed)?;
        Ok(WholeClient { members, client })
    }

    /// The client, without the members that nobody knows yet.
    pub fn client(&self) -> OauthClient {
        self.client.clone()
    }

    /// Every member, to be written down. A member that nobody knows may one day hold a secret under another name:
    /// whatever is called so stays out.
    pub fn to_remember(&self) -> Map<String, Value> {
        let mut members = self.members.clone();
        without_secrets(&mut members);
        members
    }

    /// A client that was written down; nothing where it cannot be read.
    pub fn remembered(members: Map<String, Value>) -> Option<WholeClient> {
        WholeClient::of(members).ok()
    }

    /// The names of the members that nobody knows yet and that are not the same in another state of this client.
    pub fn unknown_apart(&self, other: &WholeClient) -> Vec<String> {
        let (ours, theirs) = (self.to_remember(), other.to_remember());
        let mut names: Vec<String> = ours.keys().chain(theirs.keys()).cloned().collect();
        names.sort();
        names.dedup();
        let known = |name: &str| KNOWN.contains(&name) || READ_ONLY.contains(&name);
        names.retain(|name| !known(name) && ours.get(name) != theirs.get(name));
        names
    }

    /// The body that puts it into another state and leaves everything else. An active client is no longer due
    /// for deletion.
    pub fn with_state(&self, state: ClientState) -> Value {
        let mut body = self.writable();
        if let Some(state) = state_to_wire(state) {
            body.insert("state".to_owned(), json!(state));
        }
        if state == ClientState::Active {
            body.remove("dateToDelete");
        }
        Value::Object(body)
    }

    /// The body that makes it as asked. Its state stays, and so does what the form has no field for.
    pub fn with(&self, asked: &ValidClient) -> Value {
        let grant_type = asked.grant().grant_type();
        let mut body = self.writable();
        let mut set = |member: &str, value: Value| body.insert(member.to_owned(), value);
        set("name", json!(asked.name()));
        // Sent when it is empty too: a member that is left out may be taken for one that stays.
        set("description", json!(asked.description()));
        set("accessTokenValiditySeconds", json!(asked.seconds()));
        set("authorizedGrantType", json!(to_wire(grant_type)));
        // What the grant type has no use for stays as it is, unless another grant type had a use for it.
        let stays = self.client.grant_type == HeldGrantType::Offered { grant_type };
        if GrantType::needs_redirect_uris(grant_type) || !stays {
            set("registeredRedirectUri", json!(asked.redirect_uris()));
        }
        if GrantType::needs_scopes(grant_type) || !stays {
            set("scope", json!(asked.scopes()));
        }
        if GrantType::needs_roles(grant_type) || !stays {
            set("roleDivisions", json!(asked.role_divisions()));
            body.remove("roleIds");
        }
        Value::Object(body)
    }

    /// Everything that may be written, as it is.
    fn writable(&self) -> Map<String, Value> {
        let mut body = self.members.clone();
        body.retain(|member, _| !READ_ONLY.contains(&member.as_str()));
        if let Some(Value::String(grant_type)) = body.get_mut("authorizedGrantType") {
            *grant_type = respelled(grant_type).to_owned();
        }
        // The older spelling of the roles says less; the two together may contradict each other.
        if body.get("roleDivisions").is_some_and(Value::is_array) {
            body.remove("roleIds");
        }
        body
    }
}

fn without_secrets(members: &mut Map<String, Value>) {
    members.retain(|member, _| !member.to_ascii_lowercase().contains("secret"));
    members.values_mut().for_each(strip);
}

fn strip(value: &mut Value) {
    match value {
        Value::Object(members) => without_secrets(members),
        Value::Array(values) => values.iter_mut().for_each(strip),
        _ => {}
    }
}
