//! A gateway of the company's own in front of Genesys Cloud, as the official SDKs know it: one host for both.
//! It must never be spoken to without encryption.

use url::{Host, Url};

use super::endpoint::Endpoint;
use crate::domain::region::Region;

/// A gateway: everything goes to its one host, told apart by what the paths begin with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gateway {
    base: String,
    api_prefix: String,
    login_prefix: String,
}

impl Gateway {
    /// Reads what a person types. Nothing, if the host is more than a host, or a prefix more than a path.
    pub fn parse(host: &str, port: Option<u16>, api_prefix: &str, login_prefix: &str) -> Option<Gateway> {
        let host = Host::parse(host.trim()).ok()?;
        let base = match port {
            Some(port) => format!("https://{host}:{port}"),
            None => format!("https://{host}"),
        };
        Some(Gateway {
            api_prefix: prefix(&base, api_prefix)?,
            login_prefix: prefix(&base, login_prefix)?,
            base,
        })
    }
}

/// A prefix with a slash before and none behind, or an empty one.
fn prefix(base: &str, text: &str) -> Option<String> {
    let text = text.trim().trim_matches('/');
    if text.is_empty() {
        return Some(String::new());
    }
    let prefix = format!("/{text}");
    // What the URL parser would change was not a plain path.
    let url = Url::parse(&format!("{base}{prefix}")).ok()?;
    let plain = url.path() == prefix && url.query().is_none() && url.fragment().is_none();
    (plain && !text.contains("//")).then_some(prefix)
}

impl Endpoint {
    /// An organization in the cloud, reached through a gateway.
    pub fn gateway(region: Region, gateway: &Gateway) -> Endpoint {
        let Gateway { base, api_prefix, login_prefix } = gateway;
        Endpoint::at(region, format!("{base}{api_prefix}"), format!("{base}{login_prefix}"))
    }
}

#[cfg(test)]
mod tests {
    use super::Gateway;
    use crate::domain::region::Region;
    use crate::genesys::endpoint::Endpoint;

    #[test]
    fn both_hosts_become_one() {
        let region = Region::of_domain("mypurecloud.de").expect("a region");
        let gateway = Gateway::parse(" Gate.example.com ", Some(8443), "/genesys/api/", "genesys/login");
        let endpoint = Endpoint::gateway(region, &gateway.expect("a gateway"));
        assert_eq!(endpoint.api("/api/v2/x"), "https://gate.example.com:8443/genesys/api/api/v2/x");
        assert_eq!(endpoint.login("/oauth/token"), "https://gate.example.com:8443/genesys/login/oauth/token");
        let plain = Endpoint::gateway(region, &Gateway::parse("10.0.0.1", None, "", "/").expect("a gateway"));
        assert_eq!(plain.api("/x"), "https://10.0.0.1/x");
        assert!(!plain.is_practice());
    }

    #[test]
    fn nothing_else_gets_into_an_address() {
        for host in ["", "a b", "gate/x", "user@gate", "gate:443", "https://gate", "gate?x", "gate#x"] {
            assert_eq!(Gateway::parse(host, None, "", ""), None, "{host}");
        }
        for prefix in ["a?b", "a#b", "../a", "a//b", "a b", "a/../b", "a\\b"] {
            assert_eq!(Gateway::parse("gate", None, prefix, ""), None, "{prefix}");
            assert_eq!(Gateway::parse("gate", None, "", prefix), None, "{prefix}");
        }
    }
}
