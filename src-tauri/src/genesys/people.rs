//! People of the organization, by name.
//! It must never read more of a person than the name.

use serde::Deserialize;

use super::answers::{Maybe, is_identifier};
use super::error::ApiError;
use super::session::Session;

#[derive(Default, Deserialize)]
#[serde(default)]
struct PersonJson {
    name: Maybe<String>,
}

impl Session {
    /// The name of a person, of one who has left too; `None` when there never was one, or it is not known any more.
    ///
    /// # Errors
    /// As every read; who may not look people up is refused.
    pub async fn read_person_name(&self, id: &str) -> Result<Option<String>, ApiError> {
        // An identifier is put into the path, so it must be one.
        if !is_identifier(id) {
            return Ok(None);
        }
        // Without a state only those are found who have not left. Source: Platform API description.
        for query in ["", "?state=deleted"] {
            match self.read::<PersonJson>(&format!("/api/v2/users/{id}{query}"), None).await {
                Ok(person) => return Ok(person.name.0),
                Err(error) if error.status() == Some(404) => {}
                Err(error) => return Err(error),
            }
        }
        Ok(None)
    }
}
