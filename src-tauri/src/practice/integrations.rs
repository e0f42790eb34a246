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
use super::org::Caller;
use super::paging::{self, Page};
use super::scene::SceneCredential;

const PATH: &str = "/api/v2/integrations/credentials";

pub(super) async fn credentials(
    State(house): State<House>,
    Extension(caller): Extension<Caller>,
    query: Pairs,
) -> Written {
    let org = house.open();
    org.allow(&caller, &needs::VIEW_INTEGRATIONS)?;
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
    let entities: Vec<Value> = org.scene.cast.credentials.iter().map(credential).collect();
    Ok(Json(paging::listing(&entities, &Page::read(&query)?, PATH)).into_response())
}
