//! Where an organization is, and the addresses that follow from it.
//! It must never give a use case addresses for a secret before an unlisted domain answered as Genesys Cloud does.

use std::net::Ipv4Addr;

use serde::{Deserialize, Serialize};
use specta::Type;
use url::{Host, Url};

use crate::app::App;
use crate::app::failure::Failure;
use crate::domain::region::Region;
use crate::genesys::connection_check::{Who, ask};
use crate::genesys::endpoint::Endpoint;
use crate::genesys::gateway::{Gateway, GatewayDraft};

/// The region that a practice organization pretends to be in.
const PRETENDED_REGION: &str = "mypurecloud.de";

/// Where an organization is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Place {
    /// In a region of the cloud.
    Region {
        /// Its bare domain, for example `mypurecloud.de`; it need not be listed.
        domain: String,
    },
    /// In a region of the cloud, and reached through a gateway of the company's own.
    Gateway {
        /// The region's bare domain: what is handed over names the region's own addresses.
        domain: String,
        /// The gateway.
        gateway: GatewayDraft,
    },
    /// A practice organization that another program serves on this computer.
    Local {
        /// Its address, for example `http://127.0.0.1:4242`.
        address: String,
    },
}

impl Place {
    /// The addresses, to show them or to ask what anybody may ask there.
    pub(in crate::app) fn addresses(&self) -> Result<Endpoint, Failure> {
        let endpoint = match self {
            Place::Region { domain } => Region::at(domain).map(Endpoint::cloud),
            Place::Gateway { domain, gateway } => Region::at(domain).and_then(|region| {
                Gateway::parse(gateway).ok().map(|gateway| Endpoint::gateway(region, &gateway))
            }),
            Place::Local { address } => local_endpoint(address.trim()),
        };
        endpoint.ok_or(Failure::PlaceUnknown)
    }

    /// Whether it is a practice organization.
    pub(in crate::app) fn is_practice(&self) -> bool {
        matches!(self, Place::Local { .. })
    }
}

/// The addresses for signing in and for everything after it. Those of an unlisted domain are asked each time: a
/// list of profiles that somebody changed must not be enough to send a kept secret elsewhere.
pub(in crate::app) async fn endpoint(app: &App, place: &Place) -> Result<Endpoint, Failure> {
    let endpoint = place.addresses()?;
    if endpoint.region().is_unlisted() {
        let answer = ask(&endpoint, &*app.network().await).await?;
        if answer.who != Who::Genesys {
            return Err(Failure::DomainNotGenesys { domain: endpoint.region().domain.to_string() });
        }
    }
    Ok(endpoint)
}

/// Only plain http to this computer, with nothing behind the port.
fn local_endpoint(address: &str) -> Option<Endpoint> {
    let url = Url::parse(address).ok()?;
    let loopback = match url.host()? {
        Host::Domain(name) => name == "localhost",
        Host::Ipv4(ip) => ip == Ipv4Addr::LOCALHOST,
        Host::Ipv6(_) => false,
    };
    let bare = url.path() == "/" && url.query().is_none() && url.username().is_empty();
    let port = url.port()?;
    let region = Region::of_domain(PRETENDED_REGION)?;
    (loopback && bare && url.scheme() == "http")
        .then(|| Endpoint::practice(format!("http://127.0.0.1:{port}"), region))
}
