//! How many clients an organization may have, and how near it is to that.
//! It must never stop anybody: the server decides, and may have been given more room meanwhile.

use serde::Serialize;
use specta::Type;

/// How much room there is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ClientRoom {
    /// How many clients there are.
    pub clients: u32,
    /// How many there may be; `None` when that cannot be found out.
    pub limit: Option<u32>,
    /// Whether nine tenths or more are taken.
    pub nearly_full: bool,
}

impl ClientRoom {
    /// The room of an organization.
    pub fn of(clients: usize, limit: Option<u32>) -> ClientRoom {
        let clients = u32::try_from(clients).unwrap_or(u32::MAX);
        let nearly = |limit: u32| u64::from(clients) * 10 >= u64::from(limit) * 9;
        ClientRoom { clients, limit, nearly_full: limit.is_some_and(nearly) }
    }
}

/// Whether a limit is the one on the number of clients. **Guess**, and the one place for it: its key is not documented
/// (namespace `auth.api`); it speaks of clients, and neither of a rate nor of what a single client may have.
pub fn is_client_limit(key: &str) -> bool {
    let mut words: Vec<String> = vec![String::new()];
    for letter in key.chars() {
        if !letter.is_alphanumeric() || letter.is_uppercase() {
            words.push(String::new());
        }
        if letter.is_alphanumeric()
            && let Some(word) = words.last_mut()
        {
            word.extend(letter.to_lowercase());
        }
    }
    let says = |any: &[&str]| words.iter().any(|word| any.contains(&word.as_str()));
    says(&["client", "clients"])
        && !says(&[
            "rate", "minute", "second", "day", "token", "tokens", "scope", "scopes", "uri", "uris", "role",
            "roles",
        ])
}

#[cfg(test)]
mod tests {
    use super::{ClientRoom, is_client_limit};

    #[test]
    fn the_limit_on_clients_is_recognised() {
        for key in
            ["oauth.clients.max", "oauth.client.count", "maxOAuthClients", "clients", "oauth_client_limit"]
        {
            assert!(is_client_limit(key), "{key}");
        }
        for key in [
            "token.rate.per.minute",
            "client.token.rate.per.minute",
            "oauth.client.redirect.uris",
            "client.roles.max",
            "divisions.max",
            "",
        ] {
            assert!(!is_client_limit(key), "{key}");
        }
    }

    #[test]
    fn nine_tenths_are_nearly_full() {
        assert!(!ClientRoom::of(44, Some(50)).nearly_full && ClientRoom::of(45, Some(50)).nearly_full);
        assert!(ClientRoom::of(60, Some(50)).nearly_full && ClientRoom::of(0, Some(0)).nearly_full);
        assert!(!ClientRoom::of(10_000, None).nearly_full);
    }
}
