//! The Genesys Cloud regions and the addresses that follow from one.
//! It must never guess a host: every host is `login.`, `api.` or `apps.` and a domain of this table.

use serde::Serialize;
use specta::Type;
use url::{Host, Url};

/// A region that can be the home of an organization.
/// Source: region hosts of the official Python and JavaScript SDKs and of the Terraform provider.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Region {
    /// AWS code, for example `eu-central-1`.
    pub code: &'static str,
    /// Part of the world under which administrators know it.
    pub group: RegionGroup,
    /// City or country; a proper name that is not translated.
    pub place: &'static str,
    /// Bare domain, for example `mypurecloud.de`; also the key of `clientIds` in `framework.js`.
    pub domain: &'static str,
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
}

use RegionGroup::{Americas, AsiaPacific, Emea};

const fn region(code: &'static str, group: RegionGroup, place: &'static str, domain: &'static str) -> Region {
    Region { code, group, place, domain }
}

/// Every known region, in the order in which administrators look for theirs.
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

    /// The region that a Genesys Cloud host belongs to, for example `apps.mypurecloud.de`.
    pub fn of_host(host: &str) -> Option<Region> {
        REGIONS.into_iter().find(|region| {
            host == region.domain || host.strip_suffix(region.domain).is_some_and(|rest| rest.ends_with('.'))
        })
    }

    /// The region of any Genesys Cloud address or host, as people paste it: `https://apps.mypurecloud.de/#/x`,
    /// `login.euw2.pure.cloud`, `MYPURECLOUD.IE`.
    pub fn of_address(text: &str) -> Option<Region> {
        let around = |letter: char| letter.is_whitespace() || matches!(letter, '"' | '\'' | '<' | '>');
        let text = text.trim_matches(around);
        let with_scheme = if text.contains("://") { text.to_owned() } else { format!("https://{text}") };
        let url = Url::parse(&with_scheme).ok().filter(|url| matches!(url.scheme(), "http" | "https"))?;
        // `apps.mypurecloud.de@example.com` reads like one host and is another.
        let plain = url.username().is_empty() && url.password().is_none();
        match url.host()? {
            Host::Domain(host) if plain => Region::of_host(host.strip_suffix('.').unwrap_or(host)),
            _ => None,
        }
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

#[cfg(test)]
mod tests {
    use super::{REGIONS, Region};

    #[test]
    fn every_row_is_found_by_its_domain_and_hosts() {
        for region in REGIONS {
            assert_eq!(Region::of_domain(region.domain), Some(region));
            assert_eq!(Region::of_host(&region.apps_host()), Some(region));
        }
    }

    #[test]
    fn a_longer_name_is_not_a_region() {
        assert_eq!(Region::of_host("apps.notmypurecloud.de"), None);
        assert_eq!(Region::of_host("apps.mypurecloud.de.example.com"), None);
    }
}
