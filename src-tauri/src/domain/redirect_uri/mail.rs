//! Addresses as mail programs and search pages wrap them, to look at a click before it arrives.
//! It must never follow one: the address stands inside.

use url::Url;

/// Hosts whose addresses carry another in one parameter of the query. Source: the vendors' own pages on protected links.
const CARRIERS: [(&str, &str); 4] = [
    (".safelinks.protection.outlook.com", "url"),
    ("www.google.com", "q"),
    ("l.facebook.com", "u"),
    ("slack-redir.net", "url"),
];
/// The service that writes the address between `__` and `__;`.
const DEFENSE: &str = "urldefense.com";

/// The address that a wrapped one carries.
pub(super) fn unwrapped(text: &str) -> Option<String> {
    let url = Url::parse(text).ok()?;
    let host = url.host_str()?;
    if host == DEFENSE {
        let inner = url.path().strip_prefix("/v3/__")?;
        return Some(inner.split("__;").next()?.trim_end_matches('_').to_owned())
            .filter(|inner| is_web(inner));
    }
    let (_, name) = CARRIERS.iter().find(|(carrier, _)| host.ends_with(carrier))?;
    let value = url.query_pairs().find(|(key, _)| key == name)?.1.into_owned();
    is_web(&value).then_some(value)
}

fn is_web(text: &str) -> bool {
    text.starts_with("https://") || text.starts_with("http://")
}
