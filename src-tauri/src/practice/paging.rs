//! Pages of a listing, with the addresses of their neighbours.
//! Must never be asked for more than 500 at a time.

use serde::Deserialize;
use serde_json::{Value, json};

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

/// One page of these entities.
pub(super) fn listing(entities: &[Value], page: &Page, path: &str) -> Value {
    let (size, number) = (page.page_size.unwrap_or(USUAL_SIZE).max(1), page.page_number.unwrap_or(1).max(1));
    let total = u32::try_from(entities.len()).unwrap_or(u32::MAX);
    let last = total.div_ceil(size);
    let skipped = usize::try_from(u64::from(size) * u64::from(number - 1)).unwrap_or(usize::MAX);
    let taken = usize::try_from(size).unwrap_or(usize::MAX);
    let shown: Vec<&Value> = entities.iter().skip(skipped).take(taken).collect();
    let uri = |number: u32| format!("{path}?pageSize={size}&pageNumber={number}");
    let mut answer = json!({
        "entities": shown,
        "pageSize": size,
        "pageNumber": number,
        "total": total,
        "pageCount": last,
        "selfUri": uri(number),
        "firstUri": uri(1),
        "lastUri": uri(last.max(1)),
    });
    if number < last {
        answer["nextUri"] = Value::String(uri(number + 1));
    }
    if number > 1 {
        answer["previousUri"] = Value::String(uri(number - 1));
    }
    answer
}
