//! The OAuth scopes that the practice organization knows, described in English and French in our own words.
//! Must never be used as the client's own list: the two are kept apart so that each can catch the other's
//! gaps.

use std::io;

use axum::extract::{Path, State};
use axum::http::{HeaderMap, header};
use axum::{Extension, Json};
use serde::Deserialize;
use serde_json::{Value, json};

use super::desk::{Answer, House};
use super::needs;
use super::org::Caller;
use super::refusal::Refusal;

/// An area with its two descriptions.
#[derive(Deserialize)]
struct Area {
    id: String,
    access: Access,
    en: String,
    fr: String,
}

#[derive(Deserialize, PartialEq, Clone, Copy)]
#[serde(rename_all = "camelCase")]
enum Access {
    Both,
    Readonly,
    Write,
}

/// One scope.
pub(super) struct Scope {
    pub(super) id: String,
    en: String,
    fr: String,
}

impl Scope {
    /// What it allows.
    pub(super) fn text(&self, french: bool) -> &str {
        if french { &self.fr } else { &self.en }
    }

    fn json(&self, french: bool) -> Value {
        json!({
            "id": self.id,
            "description": self.text(french),
            "selfUri": format!("/api/v2/oauth/scopes/{}", self.id),
        })
    }
}

/// All the scopes, in alphabetical order of their areas.
pub(super) fn load() -> io::Result<Vec<Scope>> {
    let areas: Vec<Area> = serde_json::from_str(include_str!("scopes.json"))?;
    let mut scopes = Vec::new();
    for Area { id, access, en, fr } in areas {
        if access != Access::Readonly {
            scopes.push(Scope { id: id.clone(), en: en.clone(), fr: fr.clone() });
        }
        if access != Access::Write {
            scopes.push(Scope {
                id: format!("{id}:readonly"),
                en: format!("{en} (read only)"),
                fr: format!("{fr} (lecture seule)"),
            });
        }
    }
    Ok(scopes)
}

pub(super) async fn list(
    State(house): State<House>,
    Extension(caller): Extension<Caller>,
    headers: HeaderMap,
) -> Answer {
    let org = house.open();
    org.allow(&caller, &needs::VIEW_SCOPES)?;
    let french = wants_french(&headers);
    let entities: Vec<Value> = org.known_scopes().map(|scope| scope.json(french)).collect();
    let total = entities.len();
    Ok(Json(json!({ "total": total, "entities": entities, "selfUri": "/api/v2/oauth/scopes" })))
}

pub(super) async fn one(
    State(house): State<House>,
    Extension(caller): Extension<Caller>,
    Path(id): Path<String>,
    headers: HeaderMap,
) -> Answer {
    let org = house.open();
    org.allow(&caller, &needs::VIEW_SCOPES)?;
    let scope = org.known_scopes().find(|scope| scope.id == id);
    let scope = scope.ok_or_else(|| Refusal::missing("not.found", "No such scope: {id}").with("id", id))?;
    Ok(Json(scope.json(wants_french(&headers))))
}

/// French when it is the first choice of `Accept-Language`.
pub(super) fn wants_french(headers: &HeaderMap) -> bool {
    let languages = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
    languages.is_some_and(|languages| languages.trim().to_ascii_lowercase().starts_with("fr"))
}
