//! What was asked against what the organization holds, field by field.
//! It must never call an order of values a difference.

use serde::Serialize;
use specta::Type;

use super::client::{ClientState, OauthClient, RoleDivision, ValidClient};
use super::grant::HeldGrantType;

/// A field whose value is not what was asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Difference {
    /// Another name.
    Name {
        /// What was asked.
        asked: String,
        /// What is there.
        held: String,
    },
    /// Another description.
    Description {
        /// What was asked.
        asked: String,
        /// What is there.
        held: String,
    },
    /// Another token duration.
    Duration {
        /// What was asked, in seconds; `None` where what was there before said nothing.
        asked: Option<u32>,
        /// What is there, in seconds.
        held: Option<u32>,
        /// The mark of a SCIM client that lost its long duration.
        scim_fallback: bool,
    },
    /// Another grant type.
    GrantType {
        /// What is there.
        held: HeldGrantType,
    },
    /// Another state.
    State {
        /// What is there.
        held: ClientState,
    },
    /// Redirect URIs missing or added.
    RedirectUris {
        /// Asked for, but not there.
        missing: Vec<String>,
        /// There, but not asked for.
        added: Vec<String>,
    },
    /// Scopes missing or added.
    Scopes {
        /// Asked for, but not there.
        missing: Vec<String>,
        /// There, but not asked for.
        added: Vec<String>,
    },
    /// Roles within divisions missing or added.
    Roles {
        /// Asked for, but not there.
        missing: Vec<RoleDivision>,
        /// There, but not asked for.
        added: Vec<RoleDivision>,
    },
}

/// Every field whose value is not what was asked.
pub fn differences(asked: &ValidClient, held: &OauthClient) -> Vec<Difference> {
    let mut found = Vec::new();
    if asked.name() != held.name {
        found.push(Difference::Name { asked: asked.name().to_owned(), held: held.name.clone() });
    }
    if asked.description() != held.description {
        found.push(Difference::Description {
            asked: asked.description().to_owned(),
            held: held.description.clone(),
        });
    }
    if held.seconds != Some(asked.seconds()) {
        found.push(Difference::Duration {
            asked: Some(asked.seconds()),
            held: held.seconds,
            scim_fallback: held.fell_back_to_a_day(asked.seconds()),
        });
    }
    if held.grant_type != (HeldGrantType::Offered { grant_type: asked.grant().grant_type() }) {
        found.push(Difference::GrantType { held: held.grant_type.clone() });
    }
    if let Some((missing, added)) = apart(&asked.redirect_uris(), &held.redirect_uris) {
        found.push(Difference::RedirectUris { missing, added });
    }
    if let Some((missing, added)) = apart(&asked.scopes(), &held.scopes) {
        found.push(Difference::Scopes { missing, added });
    }
    if let Some((missing, added)) = apart(&asked.role_divisions(), &held.roles) {
        found.push(Difference::Roles { missing, added });
    }
    found
}

/// Every field whose value is not what it was: `asked` is what it was, `held` what it is now.
pub fn between(before: &OauthClient, now: &OauthClient) -> Vec<Difference> {
    let mut found = Vec::new();
    if before.name != now.name {
        found.push(Difference::Name { asked: before.name.clone(), held: now.name.clone() });
    }
    if before.description != now.description {
        let (asked, held) = (before.description.clone(), now.description.clone());
        found.push(Difference::Description { asked, held });
    }
    if before.seconds != now.seconds {
        let scim_fallback = before.seconds.is_some_and(|asked| now.fell_back_to_a_day(asked));
        found.push(Difference::Duration { asked: before.seconds, held: now.seconds, scim_fallback });
    }
    if before.grant_type != now.grant_type {
        found.push(Difference::GrantType { held: now.grant_type.clone() });
    }
    if before.state != now.state {
        found.push(Difference::State { held: now.state });
    }
    if let Some((missing, added)) = apart(&before.redirect_uris, &now.redirect_uris) {
        found.push(Difference::RedirectUris { missing, added });
    }
    if let Some((missing, added)) = apart(&before.scopes, &now.scopes) {
        found.push(Difference::Scopes { missing, added });
    }
    if let Some((missing, added)) = apart(&before.roles, &now.roles) {
        found.push(Difference::Roles { missing, added });
    }
    found
}

/// What only one of two sets has; `None` when they hold the same.
fn apart<T: Clone + PartialEq>(asked: &[T], held: &[T]) -> Option<(Vec<T>, Vec<T>)> {
    let missing: Vec<T> = asked.iter().filter(|value| !held.contains(value)).cloned().collect();
    let added: Vec<T> = held.iter().filter(|value| !asked.contains(value)).cloned().collect();
    (!missing.is_empty() || !added.is_empty()).then_some((missing, added))
}
