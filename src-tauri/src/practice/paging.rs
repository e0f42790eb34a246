//! Pages of a listing, with the addresses of their neighbours.
//! Must never be asked for more than 500 at a time.

use serde::{Deserialize, Serialize};

use super::refusal::Refusal;

const USUAL_SIZE: u32 = 25;
const LARGEST_SIZE: u32 = 500;

/// Which page is asked for.
#[derive(Deserialize, Default, Clone)]
#[serde(rename_all = "camelCase", default)]
pub(super) struct Page {
    pub(super) page_size: Option<u32>,
    pub(super) page_number: Option<u32>,
}

impl Page {
    /// The page asked for in a query, 25 long when nothing is said. The code of the refusal is a guess.
    pub(super) fn read(query: &[(String, String)]) -> Result<Self, Refusal> {
        let number = |name: &'static str, longest: u32| {
            let given = query.iter().find(|(key, _)| key == name);
            let Some((_, text)) = given else { return Ok(None) };
            let parsed = text.parse::<u32>().ok().filter(|number| (1..=longest).contains(number));
            let message = "The query parameter {name} is not valid";
            parsed
                .map(Some)
                .ok_or_else(|| Refusal::bad("invalid.query.param.value", message).with("name", name))
        };
        Ok(Self {
            page_size: number("pageSize", LARGEST_SIZE)?,
            page_number: number("pageNumber", u32::MAX)?,
        })
    }
}

/// One page of these entities, to be written out as it is: a list of thousands is copied nowhere.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Listing<'a, T> {
    entities: &'a [T],
    page_size: u32,
    page_number: u32,
    total: u32,
    page_count: u32,
    self_uri: String,
    first_uri: String,
    last_uri: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    next_uri: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    previous_uri: Option<String>,
}

/// One page of these entities.
pub(super) fn listing<'a, T>(entities: &'a [T], page: &Page, path: &str) -> Listing<'a, T> {
    let (size, number) = (page.page_size.unwrap_or(USUAL_SIZE).max(1), page.page_number.unwrap_or(1).max(1));
    let total = u32::try_from(entities.len()).unwrap_or(u32::MAX);
    let last = total.div_ceil(size);
    let skipped = usize::try_from(u64::from(size) * u64::from(number - 1)).unwrap_or(usize::MAX);
    let taken = usize::try_from(size).unwrap_or(usize::MAX);
    let rest = entities.get(skipped..).unwrap_or_default();
    let uri = |number: u32| format!("{path}?pageSize={size}&pageNumber={number}");
    Listing {
        entities: rest.get(..taken).unwrap_or(rest),
        page_size: size,
        page_number: number,
        total,
        page_count: last,
        self_uri: uri(number),
        first_uri: uri(1),
        last_uri: uri(last.max(1)),
        next_uri: (number < last).then(|| uri(number + 1)),
        previous_uri: (number > 1).then(|| uri(number - 1)),
    }
}
