//! What is documented of the limits of every organization (section 5.4).
//! Must never say what this organization's own limits are: those are its namespaces'.

use axum::extract::State;
use axum::{Extension, Json};
use serde_json::json;

use super::clients::LIMIT_KEY;
use super::desk::{Answer, House};
use super::needs;
use super::org::Caller;

/// The number of clients where nobody set another (section 5.4: a user once mentioned it, weak).
pub(super) const USUAL: u32 = 50;

/// The words are a guess.
pub(super) async fn docs(State(house): State<House>, Extension(caller): Extension<Caller>) -> Answer {
    let org = house.open();
    org.allow(&caller, &needs::VIEW_ORGANIZATION)?;
    Ok(Json(json!({
        "url": "/platform/limits",
        "namespaces": [
            {
                "name": "auth.api", "friendlyName": "Auth API",
                "limits": [{
                    "key": LIMIT_KEY, "defaultValue": USUAL, "description": "OAuth clients of an organization",
                    "resource": "client", "configurable": true, "trackable": true,
                }],
            },
            {
                "name": "platform.api", "friendlyName": "Platform API",
                "limits": [{ "key": "token.rate.per.minute", "defaultValue": 300, "resource": "token" }],
            },
        ],
    })))
}
