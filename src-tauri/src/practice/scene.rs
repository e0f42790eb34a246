//! The opening scene: an organization with its people, roles, divisions and the clients it has gathered.
//! Must never change once loaded: a reset starts again from here.

use std::io;

use serde::Deserialize;

use super::scopes::{self, Scope};

/// The client of the scene with which Latchkey itself signs in.
pub(super) const SIGN_IN_CLIENT: &str = "c11e0000-0000-4000-8000-000000000012";

/// The practice organization as it is when it opens.
pub(super) struct Scene {
    pub(super) cast: Cast,
    pub(super) scopes: Vec<Scope>,
}

impl Scene {
    pub(super) fn load() -> io::Result<Self> {
        Ok(Self { cast: serde_json::from_str(include_str!("scene.json"))?, scopes: scopes::load()? })
    }

    /// Another organization of the same company: its own identifiers, one role and one division fewer, another name for
    /// the home division, and a division whose name is written otherwise.
    pub(super) fn load_neighbour() -> io::Result<Self> {
        let own = |text: &str, (ours, theirs): (&str, &str)| text.replace(ours, theirs);
        let ids = [("\"0a600000", "\"0a700000"), ("\"d1700000", "\"d2700000"), ("\"5a1e0000", "\"5a2e0000")];
        let text = ids.into_iter().fold(include_str!("scene.json").to_owned(), |text, pair| own(&text, pair));
        let mut cast: Cast = serde_json::from_str(&text)?;
        "Lighthouse Practice".clone_into(&mut cast.organization.name);
        "lighthouse-practice".clone_into(&mut cast.organization.domain);
        "lighthouse-practice".clone_into(&mut cast.organization.third_party_name);
        cast.roles.retain(|role| role.name != "Developer");
        cast.divisions.retain(|division| division.name != "Germany");
        for division in &mut cast.divisions {
            match division.name.as_str() {
                "Home" => "Lighthouse".clone_into(&mut division.name),
                "France" => "FRANCE".clone_into(&mut division.name),
                _ => {}
            }
        }
        cast.clients.retain(|client| client.id == SIGN_IN_CLIENT);
        let there = |grant: &RoleDivision| cast.roles.iter().any(|role| role.id == grant.role_id);
        let grants = cast.grants.iter().filter(|grant| there(grant)).cloned().collect();
        Ok(Self { cast: Cast { grants, ..cast }, scopes: scopes::load()? })
    }

    /// The id of the home division.
    pub(super) fn home(&self) -> &str {
        self.cast.divisions.iter().find(|division| division.home).map_or("", |division| &division.id)
    }
}

/// The content of `scene.json`.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Cast {
    pub(super) organization: Organization,
    /// The id of another organization, for whose data some clients call.
    pub(super) neighbour: String,
    pub(super) administrator: Person,
    /// Somebody who made clients and has left.
    pub(super) predecessor: Person,
    pub(super) divisions: Vec<Division>,
    pub(super) roles: Vec<Role>,
    pub(super) grants: Vec<RoleDivision>,
    pub(super) clients: Vec<SceneClient>,
    pub(super) authorizations: Vec<SceneAuthorization>,
    pub(super) credentials: Vec<SceneCredential>,
}

#[derive(Deserialize, Clone)]
#[serde(rename_all = "camelCase")]
pub(super) struct Organization {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) domain: String,
    pub(super) third_party_name: String,
}

#[derive(Deserialize, Clone)]
pub(super) struct Person {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) email: String,
}

#[derive(Deserialize, Clone)]
pub(super) struct Division {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) description: String,
    #[serde(default)]
    pub(super) home: bool,
}

/// A role. Of the `defaultRoleId` values only `employee` and `admin` are known (section 3.5): the others,
/// and the permissions of every role, are guesses.
#[derive(Deserialize, Clone)]
#[serde(rename_all = "camelCase")]
pub(super) struct Role {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) description: String,
    pub(super) default_role_id: Option<String>,
    pub(super) permissions: Vec<String>,
}

/// A role in a division; `*` stands for all divisions, present and future (section 3.6).
#[derive(Deserialize, Clone, PartialEq, serde::Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct RoleDivision {
    #[serde(default)]
    pub(super) role_id: String,
    #[serde(default)]
    pub(super) division_id: String,
}

/// A client that the organization already has.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct SceneClient {
    pub(super) id: String,
    /// How many days ago it was made.
    pub(super) age_days: i32,
    /// Whether the administrator's predecessor made it.
    #[serde(default)]
    pub(super) by_predecessor: bool,
    /// In how many days it is due for deletion.
    pub(super) due_in_days: Option<i32>,
    /// Calls in a day, for the usage report.
    pub(super) calls: u32,
    #[serde(flatten)]
    pub(super) habits: Habits,
    /// The request that made it.
    pub(super) request: serde_json::Value,
}

/// What is peculiar to the calls of a client.
#[derive(Deserialize, Default, Clone)]
#[serde(rename_all = "camelCase", default)]
pub(super) struct Habits {
    /// For how many days it has called nothing.
    pub(super) quiet_days: u32,
    /// It changes nothing, whatever it may.
    pub(super) reads_only: bool,
    /// The areas that it calls; all that it may when empty.
    pub(super) uses: Vec<String>,
    /// Of a hundred calls, those refused for another reason than their number.
    pub(super) refused_percent: u32,
    /// Of a hundred calls, those refused because there are too many.
    pub(super) limited_percent: u32,
    /// Of a hundred calls, those for the data of the neighbour.
    pub(super) elsewhere_percent: u32,
}

/// An application that was authorized, is asked for or was revoked (section 4.12).
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct SceneAuthorization {
    pub(super) id: String,
    /// How many days ago it was asked for.
    pub(super) age_days: i32,
    pub(super) name: String,
    pub(super) description: Option<String>,
    pub(super) scope: Vec<String>,
    #[serde(default)]
    pub(super) roles: Vec<String>,
    pub(super) state: String,
    #[serde(default)]
    pub(super) pending: bool,
}

/// A credential of an integration (section 4.13); what it holds is not even known here.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct SceneCredential {
    pub(super) id: String,
    /// How many days ago it was made.
    pub(super) age_days: i32,
    pub(super) name: String,
    #[serde(rename = "type")]
    pub(super) kind: String,
}
