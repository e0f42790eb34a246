//! Everything that a program of the receiver needs to know, as JSON.
//! It must never hold the secret.

use serde_json::{Value, json};

use super::documents::Subject;
use super::scim_settings::scim_settings;
use crate::domain::grant::{GrantType, HeldGrantType};

/// The description, pretty, with an end of line.
pub(super) fn description(subject: Subject<'_>) -> String {
    format!("{:#}\n", value(subject))
}

fn value(subject: Subject<'_>) -> Value {
    let Subject { client, org_name, region, .. } = subject;
    let grant = match &client.grant_type {
        HeldGrantType::Offered { grant_type } => json!(grant_type),
        HeldGrantType::Password => json!("password"),
        HeldGrantType::Unknown { value } => json!(value),
    };
    let settings = scim_settings(region);
    let mut value = json!({
        "organization": org_name,
        "region": region.domain,
        "clientId": client.id,
        "name": client.name,
        "description": client.description,
        "grantType": grant,
        "state": client.state,
        "tokenDurationSeconds": client.seconds,
        "redirectUris": client.redirect_uris,
        "scopes": client.scopes,
        "roles": client.roles,
        "createdAt": client.created_at,
        "modifiedAt": client.modified_at,
        "deleteAt": client.delete_at,
        "addresses": {
            "api": region.api_base(),
            "authorize": format!("{}/oauth/authorize", region.login_base()),
            "token": settings.token_url,
        },
    });
    let credentials = HeldGrantType::Offered { grant_type: GrantType::ClientCredentials };
    if client.grant_type == credentials
        && let Some(addresses) = value.get_mut("addresses").and_then(Value::as_object_mut)
    {
        addresses.remove("authorize");
        addresses.insert("scim".to_owned(), json!(settings.base_url));
    }
    value
}
