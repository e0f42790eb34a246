//! A role given to a person in a division, and taken back. Source: Platform API description,
//! `/api/v2/authorization/subjects/{subjectId}/divisions/{divisionId}/roles/{roleId}`.
//! It must never replace the list of a person's roles: each request is about one grant and touches no other.

use reqwest::Method;

use super::answers::{self, is_identifier};
use super::error::{Answered, ApiError, Refusal, Request};
use super::session::Session;

/// A role of a person in a division, by their identifiers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Grant<'a> {
    /// The person.
    pub subject_id: &'a str,
    /// The division.
    pub division_id: &'a str,
    /// The role.
    pub role_id: &'a str,
}

impl Grant<'_> {
    /// The path of it. A preview shows exactly this.
    pub fn path(&self) -> String {
        let Grant { subject_id, division_id, role_id } = self;
        format!(
            "/api/v2/authorization/subjects/{subject_id}/divisions/{division_id}/roles/{role_id}?subjectType=PC_USER"
        )
    }

    /// A text that cannot be an identifier is not sent: it could name another path.
    fn checked_path(&self, method: &'static str) -> Result<String, ApiError> {
        if [self.subject_id, self.division_id, self.role_id].into_iter().all(is_identifier) {
            return Ok(self.path());
        }
        let refusal = Box::new(Refusal { status: 404, code: "not.found".to_owned(), ..Refusal::default() });
        let path = "/api/v2/authorization/subjects".to_owned();
        Err(ApiError::Refused { request: Request { method, path }, refusal })
    }
}

impl Session {
    /// Gives a person a role in a division.
    ///
    /// # Errors
    /// As every write.
    pub async fn grant_role(&self, grant: Grant<'_>) -> Result<Answered<()>, ApiError> {
        let path = grant.checked_path("POST")?;
        self.write(Method::POST, &path, None, |body| answers::nothing(body).ok()).await
    }

    /// Takes a role in a division from a person.
    ///
    /// # Errors
    /// As every write.
    pub async fn take_back_role(&self, grant: Grant<'_>) -> Result<Answered<()>, ApiError> {
        let path = grant.checked_path("DELETE")?;
        self.write(Method::DELETE, &path, None, |body| answers::nothing(body).ok()).await
    }
}
