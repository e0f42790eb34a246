//! The limit on the number of clients. Source: Platform API description, `/api/v2/organizations/limits`.
//! It must never fail because of one odd value: what does not fit is left out.

use serde::Deserialize;
use serde_json::Value;

use super::error::ApiError;
use super::session::Session;
use crate::domain::client_room::is_client_limit;

/// The namespace of the limits on clients.
const NAMESPACE: &str = "auth.api";

impl Session {
    /// How many clients the organization may have; `None` when it does not say. Where its own limits are not shown, what
    /// is documented for every organization.
    ///
    /// # Errors
    /// As every read.
    pub async fn read_client_limit(&self) -> Result<Option<u32>, ApiError> {
        let path = format!("/api/v2/organizations/limits/namespaces/{NAMESPACE}");
        let own = match self.read::<LimitsJson>(&path, None).await {
            Ok(limits) => first(limits.entities.into_iter().map(|limit| (limit.key, limit.value))),
            // A namespace without limits that may be seen is refused as a wrong value.
            Err(error) if matches!(error.status(), Some(400 | 404)) => None,
            Err(error) => return Err(error),
        };
        if own.is_some() {
            return Ok(own);
        }
        let docs: DocsJson = self.read("/api/v2/organizations/limits/docs", None).await?;
        let ours =
            docs.namespaces.into_iter().filter(|namespace| namespace.name.as_deref() == Some(NAMESPACE));
        let limits = ours.flat_map(|namespace| namespace.limits);
        Ok(first(limits.map(|limit| (limit.key, limit.default_value))))
    }
}

fn first(limits: impl Iterator<Item = (Option<String>, Option<Value>)>) -> Option<u32> {
    let mut ours = limits.filter(|(key, _)| key.as_deref().is_some_and(is_client_limit));
    ours.find_map(|(_, value)| u32::try_from(value?.as_u64()?).ok())
}

#[derive(Deserialize)]
struct LimitsJson {
    #[serde(default)]
    entities: Vec<LimitJson>,
}

#[derive(Deserialize)]
struct LimitJson {
    key: Option<String>,
    value: Option<Value>,
}

#[derive(Deserialize)]
struct DocsJson {
    #[serde(default)]
    namespaces: Vec<NamespaceJson>,
}

#[derive(Deserialize)]
struct NamespaceJson {
    name: Option<String>,
    #[serde(default)]
    limits: Vec<DocumentedJson>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct DocumentedJson {
    key: Option<String>,
    default_value: Option<Value>,
}
