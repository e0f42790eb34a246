//! Credentials of integrations: listed in pages, as the official SDKs describe it.
//! Must never hold a value: whoever has stored one cannot read it again either.

use axum::extract::State;
use axum::response::IntoResponse;
use axum::{Extension, Json};
use serde_json::{Value, json};

use super::clock::date;
use super::desk::{House, Written};
use super::directory::Pairs;
use super::needs;
use super::org::{Caller, Org};
use super::paging::{self, Page};
use super::refusal::Refusal;
use super::scene::SceneCredential;

const PATH: &str = "/api/v2/integrations/credentials";

pub(super) async fn credentials(
    State(house): State<House>,
    Extension(caller): Extension<Caller>,
    query: Pairs,
) -> Written {
    let org = house.open();
    org.allow(&caller, &needs::VIEW_INTEGRATIONS)?;
    let entities = entities(&org);
    Ok(Json(paging::listing(&entities, &Page::read(&query)?, PATH)).into_response())
}

/// The list that goes on from a cursor, without a total; a cursor is the place of the next one (guess: what is in it is
/// not documented, nor which code refuses a wrong one).
pub(super) async fn listing(
    State(house): State<House>,
    Extension(caller): Extension<Caller>,
    query: Pairs,
) -> Written {
    let org = house.open();
    org.allow(&caller, &needs::VIEW_INTEGRATIONS)?;
    let given = |name: &str| query.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str());
    let wrong = |name: &str| {
        let message = "The query parameter {name} is not valid";
        Refusal::bad("invalid.query.param.value", message).with("name", name)
    };
    let number = |name: &'static str, usual: usize, most: usize| match given(name) {
        None => Ok(usual),
        Some(text) => text.parse().ok().filter(|number| *number <= most).ok_or_else(|| wrong(name)),
    };
    let (size, from) = (number("pageSize", 25, 200)?.max(1), number("after", 0, usize::MAX)?);
    let all = entities(&org);
    let rest = all.get(from..).unwrap_or_default();
    let mut page = json!({
        "entities": rest.get(..size).unwrap_or(rest),
        "selfUri": format!("{PATH}/listing?pageSize={size}&after={from}"),
    });
    if rest.len() > size {
        page["nextUri"] = Value::String(format!("{PATH}/listing?pageSize={size}&after={}", from + size));
    }
    Ok(Json(page).into_response())
}

fn entities(org: &Org) -> Vec<Value> {
    let credential = |SceneCredential { id, age_days, name, kind }: &SceneCredential| {
        let made = date(org.clock().in_days(-age_days));
        json!({
            "id": id,
            "name": name,
            "createdDate": made,
            "modifiedDate": made,
            "type": { "id": kind, "name": kind },
            "selfUri": format!("{PATH}/{id}"),
        })
    };
    org.scene.cast.credentials.iter().map(credential).collect()
}
