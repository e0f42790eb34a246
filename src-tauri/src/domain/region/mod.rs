//! The Genesys Cloud regions and the addresses that follow from one.
//! It must never guess a host: every host is `login.`, `api.` or `apps.` and the region's bare domain.

mod address;
mod names;

pub(in crate::domain) use address::works_in_every_region;

use std::borrow::Cow;

use serde::Serialize;
use specta::Type;

/// A region that can be the home of an organization: one of `REGIONS`, or one that this version does not list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Region {
    /// AWS code, for example `eu-central-1`; empty when it is not listed.
    pub code: Cow<'static, str>,
    /// Part of the world under which administrators know it.
    pub group: RegionGroup,
    /// City or country; a proper name that is not translated. Empty when it is not listed.
    pub place: Cow<'static, str>,
    /// Bare domain, for example `mypurecloud.de`; also the key of `clientIds` in `framework.js`.
    pub domain: Cow<'static, str>,
}

/// Part of the world of a region.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum RegionGroup {
    /// North and South America.
    Americas,
    /// Europe, Middle East, Africa.
    Emea,
    /// Asia and the Pacific.
    AsiaPacific,
    /// Nobody knows: this version does not list the region.
    Unlisted,
}

use RegionGroup::{Americas, AsiaPacific, Emea};

const fn region(code: &'static str, group: RegionGroup, place: &'static str, domain: &'static str) -> Region {
    Region { code: Cow::Borrowed(code), group, place: Cow::Borrowed(place), domain: Cow::Borrowed(domain) }
}

/// Every known region, in the order in which administrators look for theirs.
/// Source: region hosts of the official Python and JavaScript SDKs and of the Terraform provider.
pub const REGIONS: [Region; 18] = [
    region("us-east-1", Americas, "US East (Virginia)", "mypurecloud.com"),
    region("us-east-2", Americas, "US Gov (Ohio, FedRAMP)", "use2.us-gov-pure.cloud"),
    region("us-west-2", Americas, "US West (Oregon)", "usw2.pure.cloud"),
    region("ca-central-1", Americas, "Canada (Central)", "cac1.pure.cloud"),
    region("mx-central-1", Americas, "Mexico (Central)", "mxc1.pure.cloud"),
    region("sa-east-1", Americas, "São Paulo", "sae1.pure.cloud"),
    region("eu-west-1", Emea, "Ireland", "mypurecloud.ie"),
    region("eu-west-2", Emea, "London", "euw2.pure.cloud"),
    region("eu-central-1", Emea, "Frankfurt", "mypurecloud.de"),
    region("eu-central-2", Emea, "Zürich", "euc2.pure.cloud"),
    region("eusc-de-east-1", Emea, "EU Sovereign Cloud (Germany)", "edee1.eusc-pure.cloud"),
    region("me-central-1", Emea, "UAE", "mec1.pure.cloud"),
    region("ap-south-1", AsiaPacific, "Mumbai", "aps1.pure.cloud"),
    region("ap-southeast-1", AsiaPacific, "Singapore", "apse1.pure.cloud"),
    region("ap-southeast-2", AsiaPacific, "Sydney", "mypurecloud.com.au"),
    region("ap-northeast-1", AsiaPacific, "Tokyo", "mypurecloud.jp"),
    region("ap-northeast-2", AsiaPacific, "Seoul", "apne2.pure.cloud"),
    region("ap-northeast-3", AsiaPacific, "Osaka", "apne3.pure.cloud"),
];

impl Region {
    /// The region whose bare domain this is.
    pub fn of_domain(domain: &str) -> Option<Region> {
        REGIONS.into_iter().find(|region| region.domain == domain)
    }

    /// Whether it is in no table.
    pub fn is_unlisted(&self) -> bool {
        self.group == RegionGroup::Unlisted
    }

    /// Base address of the Platform API, without a slash at the end.
    pub fn api_base(&self) -> String {
        format!("https://api.{}", self.domain)
    }

    /// Base address for signing in and for tokens, without a slash at the end.
    pub fn login_base(&self) -> String {
        format!("https://login.{}", self.domain)
    }

    /// Host that serves the Genesys Cloud web pages.
    pub fn apps_host(&self) -> String {
        format!("apps.{}", self.domain)
    }
}
