//! Walks lists that come in pages.
//! It must never loop for ever: a page number that the server does not know ends the walk.

use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::error::ApiError;
use super::session::Session;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct PageJson<T> {
    #[serde(default = "Vec::new")]
    entities: Vec<T>,
    page_count: Option<u32>,
}

impl Session {
    /// Every entity of a list that takes `pageSize` and `pageNumber`.
    pub(super) async fn read_pages<T: DeserializeOwned>(
        &self,
        path: &str,
        size: u32,
    ) -> Result<Vec<T>, ApiError> {
        let mut entities = Vec::new();
        let mut number = 1;
        loop {
            let address = format!("{path}?pageSize={size}&pageNumber={number}");
            let page: PageJson<T> = self.read(&address, None).await?;
            let empty = page.entities.is_empty();
            entities.extend(page.entities);
            if empty || number >= page.page_count.unwrap_or(1) {
                return Ok(entities);
            }
            number += 1;
        }
    }
}
