//! Another administrator, who changes clients while the program is at work.
//! Must never be refused: it stands for what somebody else has already done.

use std::io;

use super::chance;
use super::client::Content;
use super::org::Org;
use super::scene::RoleDivision;

/// The other administrator.
const COLLEAGUE: &str = "a1e40000-0000-4000-8000-000000000002";

/// What the other administrator does, at once. A client that does not exist is left alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Meddle {
    /// Gives a client another name.
    Rename {
        /// The client.
        id: String,
        /// Its new name.
        to: String,
    },
    /// Gives a client another description, or none.
    ChangeDescription {
        /// The client.
        id: String,
        /// Its new description.
        to: Option<String>,
    },
    /// Makes a client inactive.
    Deactivate {
        /// The client.
        id: String,
    },
    /// Deletes a client, whatever its state.
    Delete {
        /// The client.
        id: String,
    },
    /// Gives a client a new secret, which the answer of no request has ever shown.
    RegenerateSecret {
        /// The client.
        id: String,
    },
    /// Creates a client-credentials client.
    CreateNamed {
        /// Its name.
        name: String,
    },
}

impl Org {
    /// Does it. Says the id of the client concerned, or nothing where there is none.
    pub(super) fn meddle(&mut self, meddle: Meddle) -> io::Result<Option<String>> {
        let (id, to) = match meddle {
            Meddle::Rename { id, to } => (id, Change::Name(to)),
            Meddle::ChangeDescription { id, to } => (id, Change::Description(to)),
            Meddle::Deactivate { id } => (id, Change::Inactive),
            Meddle::RegenerateSecret { id } => (id, Change::Secret(chance::secret()?)),
            Meddle::Delete { id } => {
                let place = self.clients.iter().position(|client| client.id == id);
                return Ok(place.map(|place| self.clients.remove(place).id));
            }
            Meddle::CreateNamed { name } => return self.create_named(name).map(Some),
        };
        let now = self.clock().now();
        let Some(client) = self.clients.iter_mut().find(|client| client.id == id) else {
            return Ok(None);
        };
        match to {
            Change::Name(name) => client.content.name = name,
            Change::Description(description) => client.content.description = description,
            Change::Inactive => "inactive".clone_into(&mut client.content.state),
            Change::Secret(secret) => client.secret = secret,
        }
        client.modified = now;
        COLLEAGUE.clone_into(&mut client.modified_by);
        Ok(Some(id))
    }

    fn create_named(&mut self, name: String) -> io::Result<String> {
        let home = self.scene.home().to_owned();
        let role = self.scene.cast.roles.first();
        let pair = |role_id: String| RoleDivision { role_id, division_id: home };
        let content = Content {
            name,
            seconds: 86_400,
            grant: "CLIENT-CREDENTIALS".to_owned(),
            roles: role.map(|role| pair(role.id.clone())).into_iter().collect(),
            state: "active".to_owned(),
            ..Content::default()
        };
        let client = self.new_client(content, COLLEAGUE)?;
        let id = client.id.clone();
        self.clients.push(client);
        Ok(id)
    }
}

/// A change of one client that exists.
enum Change {
    Name(String),
    Description(Option<String>),
    Inactive,
    Secret(String),
}
