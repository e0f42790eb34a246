//! Walks lists that come in pages.
//! It must never loop for ever: a page number that the server does not know ends the walk, and so does the room.

use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::answers::{MAX_LIST, Maybe, parse};
use super::error::ApiError;
use super::send::Room;
use super::session::Session;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct PageJson<T> {
    #[serde(default = "Vec::new")]
    entities: Vec<T>,
    #[serde(default)]
    page_count: Maybe<u32>,
}

/// Most pages that are walked.
const MAX_PAGES: u32 = 200;

impl Session {
    /// Every entity of a list that takes `pageSize` and `pageNumber`.
    pub(super) async fn read_pages<T: DeserializeOwned>(
        &self,
        path: &str,
        size: u32,
    ) -> Result<Vec<T>, ApiError> {
        let mut entities = Vec::new();
        let mut left = MAX_LIST;
        let mut number = 1;
        loop {
            let address = format!("{path}?pageSize={size}&pageNumber={number}");
            let answer = self.get(&address, None, Room { most: left, time: self.limits.list }).await?;
            let page: PageJson<T> = parse(&answer.body, left).map_err(|_| answer.unreadable())?;
            let empty = page.entities.is_empty();
            entities.extend(page.entities);
            if empty || number >= page.page_count.0.unwrap_or(1) {
                return Ok(entities);
            }
            if number == MAX_PAGES {
                return Err(answer.unreadable());
            }
            left = left.saturating_sub(answer.body.len());
            number += 1;
        }
    }
}
