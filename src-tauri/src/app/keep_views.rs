//! How a person likes to look at lists of clients: the columns, and views that were given a name.
//! It must never hold what was found, nor a name of a client: only what was asked.

use serde::{Deserialize, Serialize};
use specta::Type;

use super::App;
use super::failure::Failure;
use crate::domain::client_list::{ClientColumn, ListQuery};

/// The file in the program's own folder.
const FILE: &str = "views.json";

/// Longest name of a view, in characters.
const LONGEST_NAME: usize = 60;

/// What is kept.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase", default)]
pub struct ListViews {
    /// The columns, in the order of all columns; `None` until a person has chosen.
    pub columns: Option<Vec<ClientColumn>>,
    /// Views, by name.
    pub views: Vec<SavedView>,
}

/// A view with a name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct SavedView {
    /// Its name.
    pub name: String,
    /// What it asks.
    pub query: ListQuery,
}

/// What is kept.
pub async fn read_list_views(app: &App) -> ListViews {
    app.folder.read(FILE).await
}

/// Keeps the columns.
pub async fn keep_list_columns(app: &App, columns: Vec<ClientColumn>) -> Result<ListViews, Failure> {
    change(app, |kept| kept.columns = Some(columns)).await
}

/// Keeps a view; one of the same name is replaced.
pub async fn save_list_view(app: &App, name: &str, query: ListQuery) -> Result<ListViews, Failure> {
    let name: String = name.trim().chars().take(LONGEST_NAME).collect();
    change(app, |kept| {
        kept.views.retain(|view| view.name != name);
        kept.views.push(SavedView { name, query });
        kept.views.sort_by_key(|view| view.name.to_lowercase());
    })
    .await
}

/// Gives a view another name; a view that has this name already is replaced.
pub async fn rename_list_view(app: &App, name: &str, new: &str) -> Result<ListViews, Failure> {
    let new: String = new.trim().chars().take(LONGEST_NAME).collect();
    change(app, |kept| {
        let Some(place) = kept.views.iter().position(|view| view.name == name) else { return };
        let view = kept.views.remove(place);
        kept.views.retain(|view| view.name != new);
        kept.views.push(SavedView { name: new, ..view });
        kept.views.sort_by_key(|view| view.name.to_lowercase());
    })
    .await
}

/// Forgets a view.
pub async fn delete_list_view(app: &App, name: &str) -> Result<ListViews, Failure> {
    change(app, |kept| kept.views.retain(|view| view.name != name)).await
}

async fn change(app: &App, change: impl FnOnce(&mut ListViews) + Send) -> Result<ListViews, Failure> {
    app.folder.change(FILE, change).await.map_err(|_| Failure::SettingsNotSaved)
}
