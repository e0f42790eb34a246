//! A gateway of the company's own in front of Genesys Cloud, as the official SDKs know it: one host for both.
//! It must never be spoken to without encryption.

use serde::{Deserialize, Serialize};
use specta::Type;
use url::{Host, Url};

use super::endpoint::Endpoint;
use crate::domain::region::Region;

/// A gateway as a person types it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct GatewayDraft {
    /// Its host, for example `gateway.example.com`.
    pub host: String,
    /// Its port; empty for the usual one of https.
    pub port: String,
    /// What the paths of the Platform API begin with, for example `/genesys/api`; empty for nothing.
    pub api_prefix: String,
    /// What the paths of the login host begin with, for example `/genesys/login`; empty for nothing.
    pub login_prefix: String,
}

/// What cannot be right about a gateway.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum GatewayProblem {
    /// There is no host yet.
    HostMissing,
    /// The host is more than a host, or none.
    HostInvalid,
    /// The port is not a number from 1 to 65535.
    PortInvalid,
    /// What API paths begin with is more than a path.
    ApiPrefixInvalid,
    /// What login paths begin with is more than a path.
    LoginPrefixInvalid,
}

/// A gateway: everything goes to its one host, told apart by what the paths begin with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gateway {
    base: String,
    api_prefix: String,
    login_prefix: String,
}

impl Gateway {
    /// Reads what a person typed.
    ///
    /// # Errors
    /// Every field that cannot be right, in the order of the fields.
    pub fn parse(draft: &GatewayDraft) -> Result<Gateway, Vec<GatewayProblem>> {
        let host = match draft.host.trim() {
            "" => Err(GatewayProblem::HostMissing),
            text => Host::parse(text).map_err(|_| GatewayProblem::HostInvalid),
        };
        let port = match draft.port.trim() {
            "" => Ok(String::new()),
            // A sign before a number is taken by `parse`, and is none of a port.
            text if !text.bytes().all(|byte| byte.is_ascii_digit()) => Err(GatewayProblem::PortInvalid),
            text => match text.parse::<u16>() {
                Ok(port) if port > 0 => Ok(format!(":{port}")),
                _ => Err(GatewayProblem::PortInvalid),
            },
        };
        let api = prefix(&draft.api_prefix).ok_or(GatewayProblem::ApiPrefixInvalid);
        let login = prefix(&draft.login_prefix).ok_or(GatewayProblem::LoginPrefixInvalid);
        match (host, port, api, login) {
            (Ok(host), Ok(port), Ok(api_prefix), Ok(login_prefix)) => {
                Ok(Gateway { base: format!("https://{host}{port}"), api_prefix, login_prefix })
            }
            (host, port, api, login) => {
                Err([host.err(), port.err(), api.err(), login.err()].into_iter().flatten().collect())
            }
        }
    }

    /// What the addresses of the Platform API begin with, without a slash at the end.
    pub fn api(&self) -> String {
        format!("{}{}", self.base, self.api_prefix)
    }

    /// What the addresses of the login host begin with, without a slash at the end.
    pub fn login(&self) -> String {
        format!("{}{}", self.base, self.login_prefix)
    }
}

/// A prefix with a slash before and none behind, or an empty one.
fn prefix(text: &str) -> Option<String> {
    let text = text.trim().trim_matches('/');
    if text.is_empty() {
        return Some(String::new());
    }
    let prefix = format!("/{text}");
    // What the URL parser would change was not a plain path.
    let url = Url::parse(&format!("https://gateway{prefix}")).ok()?;
    let plain = url.path() == prefix && url.query().is_none() && url.fragment().is_none();
    (plain && !text.contains("//")).then_some(prefix)
}

impl Endpoint {
    /// An organization in the cloud, reached through a gateway.
    pub fn gateway(region: Region, gateway: &Gateway) -> Endpoint {
        Endpoint::through(region, gateway.api(), gateway.login())
    }
}

#[cfg(test)]
mod tests {
    use super::GatewayProblem::{
        ApiPrefixInvalid, HostInvalid, HostMissing, LoginPrefixInvalid, PortInvalid,
    };
    use super::{Gateway, GatewayDraft};
    use crate::domain::region::Region;
    use crate::genesys::endpoint::Endpoint;

    fn draft(host: &str, port: &str, api_prefix: &str, login_prefix: &str) -> GatewayDraft {
        let [host, port, api_prefix, login_prefix] =
            [host, port, api_prefix, login_prefix].map(str::to_owned);
        GatewayDraft { host, port, api_prefix, login_prefix }
    }

    #[test]
    fn both_hosts_become_one() {
        let at = |draft| {
            let region = Region::of_domain("mypurecloud.de").expect("a region");
            Endpoint::gateway(region, &Gateway::parse(&draft).expect("a gateway"))
        };
        let endpoint = at(draft(" Gate.example.com ", " 8443 ", "/genesys/api/", "genesys/login"));
        assert_eq!(endpoint.api("/api/v2/x"), "https://gate.example.com:8443/genesys/api/api/v2/x");
        assert_eq!(endpoint.login("/oauth/token"), "https://gate.example.com:8443/genesys/login/oauth/token");
        let plain = at(draft("10.0.0.1", "", "", "/"));
        assert_eq!(plain.api("/x"), "https://10.0.0.1/x");
        assert!(plain.is_gateway() && !plain.is_practice());
    }

    #[test]
    fn nothing_else_gets_into_an_address() {
        let problems = |draft| Gateway::parse(&draft).expect_err("no gateway");
        assert_eq!(problems(draft(" ", "", "", "")), [HostMissing]);
        for host in ["a b", "gate/x", "user@gate", "gate:443", "https://gate", "gate?x", "gate#x"] {
            assert_eq!(problems(draft(host, "", "", "")), [HostInvalid], "{host}");
        }
        for port in ["0", "65536", "-1", "+80", "84x", "8 0", ":443"] {
            assert_eq!(problems(draft("gate", port, "", "")), [PortInvalid], "{port}");
        }
        for prefix in ["a?b", "a#b", "../a", "a//b", "a b", "a/../b", "a\\b"] {
            assert_eq!(problems(draft("gate", "", prefix, "")), [ApiPrefixInvalid], "{prefix}");
            assert_eq!(problems(draft("gate", "", "", prefix)), [LoginPrefixInvalid], "{prefix}");
        }
        let all = [HostInvalid, PortInvalid, ApiPrefixInvalid, LoginPrefixInvalid];
        assert_eq!(problems(draft("a/b", "x", "?", "#")), all);
    }
}
