//! People of the organization, by name.
//! It must never read more of a person than the name.

use serde::Deserialize;

use super::error::ApiError;
use super::session::Session;

#[derive(Deserialize)]
struct PersonJson {
    name: Option<String>,
}

impl Session {
    /// The name of a person; `None` when there is no such person any more.
    ///
    /// # Errors
    /// As every read; who may not look people up is refused.
    pub async fn read_person_name(&self, id: &str) -> Result<Option<String>, ApiError> {
        // An identifier is put into the path, so it must be one.
        if id.is_empty() || !id.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-') {
            return Ok(None);
        }
        match self.read::<PersonJson>(&format!("/api/v2/users/{id}"), None).await {
            Ok(person) => Ok(person.name),
            Err(error) if error.status() == Some(404) => Ok(None),
            Err(error) => Err(error),
        }
    }
}
