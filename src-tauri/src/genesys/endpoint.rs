//! Where an organization is spoken to: a region of the cloud, a gateway before it, or a practice organization.
//! It must never end with a slash, so that paths can be appended as they are.

use crate::domain::region::Region;

/// The addresses of one organization.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Endpoint {
    region: Region,
    api: String,
    login: String,
    way: Way,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    Cloud,
    Gateway,
    Practice,
}

impl Endpoint {
    /// An organization in the cloud.
    pub fn cloud(region: Region) -> Endpoint {
        Endpoint { api: region.api_base(), login: region.login_base(), region, way: Way::Cloud }
    }

    /// The practice organization at an address such as `http://127.0.0.1:4242`, which pretends to be in a region.
    pub fn practice(address: String, region: Region) -> Endpoint {
        Endpoint { region, login: address.clone(), api: address, way: Way::Practice }
    }

    /// An organization in the cloud, at a gateway's addresses.
    pub(super) fn through(region: Region, api: String, login: String) -> Endpoint {
        Endpoint { region, api, login, way: Way::Gateway }
    }

    /// The region, or the one that the practice organization pretends to be in.
    pub fn region(&self) -> &Region {
        &self.region
    }

    /// Whether it is the practice organization.
    pub fn is_practice(&self) -> bool {
        self.way == Way::Practice
    }

    /// Whether a gateway stands before it.
    pub fn is_gateway(&self) -> bool {
        self.way == Way::Gateway
    }

    /// Address of a Platform API path, which starts with a slash.
    pub fn api(&self, path: &str) -> String {
        format!("{}{path}", self.api)
    }

    /// Address of a path of the login host, which starts with a slash; nothing gives the host's own address.
    pub fn login(&self, path: &str) -> String {
        format!("{}{path}", self.login)
    }
}
