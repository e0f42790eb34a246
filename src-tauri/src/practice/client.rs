//! An OAuth client as the practice organization keeps it, and the JSON in which it shows it.
//! Must never show a secret but where one has just been made.

use std::io;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::chance;
use super::clock::{Clock, date};
use super::org::{EVERYWHERE, Keys};
use super::scene::{Habits, RoleDivision, Scene};

/// The body of POST and PUT (section 4.2).
#[derive(Deserialize, Default)]
#[serde(rename_all = "camelCase", default)]
pub(super) struct ClientRequest {
    pub(super) name: Option<String>,
    pub(super) description: Option<String>,
    pub(super) access_token_validity_seconds: Option<i64>,
    pub(super) authorized_grant_type: Option<String>,
    pub(super) registered_redirect_uri: Option<Vec<String>>,
    pub(super) scope: Option<Vec<String>>,
    pub(super) role_divisions: Option<Vec<RoleDivision>>,
    pub(super) role_ids: Option<Vec<String>>,
    pub(super) state: Option<String>,
    pub(super) date_to_delete: Option<String>,
    #[serde(flatten)]
    pub(super) extra: Map<String, Value>,
}

/// Members that only the server writes; sent back, they do no harm (section 4.6).
const READ_ONLY: [&str; 7] =
    ["id", "secret", "dateCreated", "dateModified", "createdBy", "modifiedBy", "selfUri"];

/// How old the client of trainers and other programs is, so that no lag hides it (an own choice).
const TOOLS_AGE_DAYS: i32 = 30;

/// What a request can write.
#[derive(Clone, Default)]
pub(super) struct Content {
    pub(super) name: String,
    pub(super) description: Option<String>,
    pub(super) seconds: u32,
    pub(super) grant: String,
    pub(super) redirects: Vec<String>,
    pub(super) scope: Vec<String>,
    pub(super) roles: Vec<RoleDivision>,
    pub(super) state: String,
    pub(super) date_to_delete: Option<String>,
    /// Members nobody knows yet, kept as they came (sections 4.6 and 4.10).
    pub(super) extra: Map<String, Value>,
}

impl Content {
    /// What a request asks for, unchecked. Left out means cleared (guess: section 4.6 takes PUT as a
    /// replacement); `roleIds` counts only without `roleDivisions`, in the home division (guess).
    pub(super) fn read(request: ClientRequest, home: &str) -> Self {
        let mut extra = request.extra;
        extra.retain(|member, _| !READ_ONLY.contains(&member.as_str()));
        let old_roles = request.role_ids.unwrap_or_default().into_iter();
        let in_home = old_roles.map(|role_id| RoleDivision { role_id, division_id: home.to_owned() });
        Self {
            name: request.name.unwrap_or_default(),
            description: request.description,
            seconds: u32::try_from(request.access_token_validity_seconds.unwrap_or(86_400)).unwrap_or(0),
            grant: request.authorized_grant_type.unwrap_or_default(),
            redirects: request.registered_redirect_uri.unwrap_or_default(),
            scope: request.scope.unwrap_or_default(),
            roles: request.role_divisions.unwrap_or_else(|| in_home.collect()),
            state: request.state.unwrap_or_else(|| "active".to_owned()),
            date_to_delete: request.date_to_delete,
            extra,
        }
    }
}

/// An OAuth client.
pub(super) struct Client {
    pub(super) id: String,
    pub(super) secret: String,
    pub(super) content: Content,
    pub(super) created: Timestamp,
    pub(super) modified: Timestamp,
    pub(super) created_by: String,
    pub(super) modified_by: String,
    /// Reads, and lists, that still do not show it.
    pub(super) unseen: (u32, u32),
    /// Calls in a day.
    pub(super) calls: u32,
    pub(super) habits: Habits,
}

impl Client {
    pub(super) fn new(content: Content, by: &str, now: Timestamp) -> io::Result<Self> {
        Ok(Self {
            id: chance::id()?,
            secret: chance::secret()?,
            content,
            created: now,
            modified: now,
            created_by: by.to_owned(),
            modified_by: by.to_owned(),
            unseen: (0, 0),
            calls: 0,
            habits: Habits::default(),
        })
    }

    /// The clients of the opening scene, and the one that trainers and other programs use.
    pub(super) fn opening(scene: &Scene, keys: &Keys, clock: Clock) -> io::Result<Vec<Self>> {
        let (home, by) = (scene.home(), scene.cast.administrator.id.as_str());
        let left = scene.cast.predecessor.id.as_str();
        let mut clients = Vec::new();
        for old in &scene.cast.clients {
            let request = ClientRequest::deserialize(&old.request)?;
            let by = if old.by_predecessor { left } else { by };
            let mut client = Self::new(Content::read(request, home), by, clock.in_days(-old.age_days))?;
            client.id.clone_from(&old.id);
            client.calls = old.calls;
            client.habits = old.habits.clone();
            client.modified = clock.in_days(-old.age_days / 2);
            client.content.date_to_delete = old.due_in_days.map(|days| date(clock.in_days(days)));
            clients.push(client);
        }
        let everywhere =
            |role_id: &String| RoleDivision { role_id: role_id.clone(), division_id: EVERYWHERE.to_owned() };
        let content = Content {
            name: "Practice tools".to_owned(),
            description: Some("Holds every role in all divisions".to_owned()),
            seconds: 86_400,
            grant: "CLIENT-CREDENTIALS".to_owned(),
            roles: scene.cast.roles.iter().map(|role| everywhere(&role.id)).collect(),
            state: "active".to_owned(),
            ..Content::default()
        };
        let tools = Self::new(content, by, clock.in_days(-TOOLS_AGE_DAYS))?;
        clients.push(Self { id: keys.client_id.clone(), secret: keys.client_secret.clone(), ..tools });
        Ok(clients)
    }

    /// As GET, list and PUT show it (section 4.3).
    pub(super) fn shown(&self) -> Shown<'_> {
        let content = &self.content;
        let mut role_ids: Vec<&str> = Vec::new();
        for pair in &content.roles {
            if !role_ids.contains(&pair.role_id.as_str()) {
                role_ids.push(&pair.role_id);
            }
        }
        Shown {
            id: &self.id,
            name: &content.name,
            description: content.description.as_deref(),
            access_token_validity_seconds: content.seconds,
            registered_redirect_uri: &content.redirects,
            role_ids,
            date_created: date(self.created),
            date_modified: date(self.modified),
            created_by: Person::of(&self.created_by),
            modified_by: Person::of(&self.modified_by),
            authorized_grant_type: Some(&content.grant),
            scope: &content.scope,
            role_divisions: &content.roles,
            state: &content.state,
            date_to_delete: content.date_to_delete.as_deref(),
            self_uri: format!("/api/v2/oauth/clients/{}", self.id),
            extra: &content.extra,
        }
    }

    /// The same, to be changed before it is written.
    pub(super) fn json(&self) -> Value {
        serde_json::to_value(self.shown()).unwrap_or_default()
    }

    /// As create and "regenerate secret" show it: once, with the secret (section 4.9).
    pub(super) fn json_with_secret(&self) -> Value {
        let mut json = self.json();
        json["secret"] = Value::String(self.secret.clone());
        json
    }
}

/// A client as it is written out.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Shown<'a> {
    id: &'a str,
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<&'a str>,
    access_token_validity_seconds: u32,
    registered_redirect_uri: &'a [String],
    role_ids: Vec<&'a str>,
    date_created: String,
    date_modified: String,
    created_by: Person<'a>,
    modified_by: Person<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    authorized_grant_type: Option<&'a str>,
    scope: &'a [String],
    role_divisions: &'a [RoleDivision],
    state: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_to_delete: Option<&'a str>,
    self_uri: String,
    #[serde(flatten)]
    extra: &'a Map<String, Value>,
}

impl Shown<'_> {
    /// As lists showed it for a while: without its grant type (section 4.3).
    pub(super) fn brief(self) -> Self {
        Self { authorized_grant_type: None, ..self }
    }
}

/// Who made or changed it.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Person<'a> {
    id: &'a str,
    self_uri: String,
}

impl<'a> Person<'a> {
    fn of(id: &'a str) -> Self {
        Self { id, self_uri: format!("/api/v2/users/{id}") }
    }
}
