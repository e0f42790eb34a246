//! Where an organization is spoken to: a region of the cloud, or the practice organization on this computer.
//! It must never end with a slash, so that paths can be appended as they are.

use crate::domain::region::Region;

/// The addresses of one organization.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Endpoint {
    region: Region,
    api: String,
    login: String,
    practice: bool,
}

impl Endpoint {
    /// An organization in the cloud.
    pub fn cloud(region: Region) -> Endpoint {
        Endpoint { region, api: region.api_base(), login: region.login_base(), practice: false }
    }

    /// The practice organization at an address such as `http://127.0.0.1:4242`, which pretends to be in a region.
    pub fn practice(address: String, region: Region) -> Endpoint {
        Endpoint { region, login: address.clone(), api: address, practice: true }
    }

    /// An organization in the cloud at other addresses than its region's.
    pub(super) fn at(region: Region, api: String, login: String) -> Endpoint {
        Endpoint { region, api, login, practice: false }
    }

    /// The region, or the one that the practice organization pretends to be in.
    pub fn region(&self) -> Region {
        self.region
    }

    /// Whether it is the practice organization.
    pub fn is_practice(&self) -> bool {
        self.practice
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
