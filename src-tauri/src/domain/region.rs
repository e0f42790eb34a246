//! The Genesys Cloud regions and the addresses that follow from one.
//! It must never guess a host: every host is `login.`, `api.` or `apps.` and the region's bare domain.

use std::borrow::Cow;

use serde::Serialize;
use specta::Type;
use url::{Host, Url};

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

/// What stands before the domain in the hosts that people see.
const HOSTS: [&str; 3] = ["login", "apps", "api"];

/// The host of a pasted address.
fn host_of(text: &str) -> Option<String> {
    let around = |letter: char| letter.is_whitespace() || matches!(letter, '"' | '\'' | '<' | '>');
    let text = text.trim_matches(around);
    let with_scheme = if text.contains("://") { text.to_owned() } else { format!("https://{text}") };
    let url = Url::parse(&with_scheme).ok().filter(|url| matches!(url.scheme(), "http" | "https"))?;
    // `apps.mypurecloud.de@example.com` reads like one host and is another.
    let plain = url.username().is_empty() && url.password().is_none();
    match url.host()? {
        Host::Domain(host) if plain => Some(host.strip_suffix('.').unwrap_or(host).to_owned()),
        _ => None,
    }
}

/// Lower case, at least two parts, letters, digits and hyphens.
fn is_domain(domain: &str) -> bool {
    let letter = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    let part = |part: &str| {
        (1..=63).contains(&part.len())
            && part.bytes().all(letter)
            && !part.starts_with('-')
            && !part.ends_with('-')
    };
    let named = domain.rsplit('.').next().is_some_and(|last| last.bytes().any(|b| b.is_ascii_lowercase()));
    domain.len() <= 200 && domain.contains('.') && named && domain.split('.').all(part)
}

impl Region {
    /// The region whose bare domain this is.
    pub fn of_domain(domain: &str) -> Option<Region> {
        REGIONS.into_iter().find(|region| region.domain == domain)
    }

    /// The region that a Genesys Cloud host belongs to, for example `apps.mypurecloud.de`.
    pub fn of_host(host: &str) -> Option<Region> {
        REGIONS.into_iter().find(|region| {
            let domain = &*region.domain;
            host == domain || host.strip_suffix(domain).is_some_and(|rest| rest.ends_with('.'))
        })
    }

    /// The region of a bare domain that is in no table. Only its login host can say whether it is one of Genesys
    /// Cloud, and is asked before anything secret goes there.
    pub fn unlisted(domain: &str) -> Option<Region> {
        (is_domain(domain) && Region::of_host(domain).is_none()).then(|| Region {
            code: Cow::Borrowed(""),
            group: RegionGroup::Unlisted,
            place: Cow::Borrowed(""),
            domain: Cow::Owned(domain.to_owned()),
        })
    }

    /// The region of a bare domain, listed or not.
    pub fn at(domain: &str) -> Option<Region> {
        Region::of_domain(domain).or_else(|| Region::unlisted(domain))
    }

    /// Whether it is in no table.
    pub fn is_unlisted(&self) -> bool {
        self.group == RegionGroup::Unlisted
    }

    /// The region of any Genesys Cloud address or host, as people paste it: `https://apps.mypurecloud.de/#/x`,
    /// `login.euw2.pure.cloud`, `MYPURECLOUD.IE`.
    pub fn of_address(text: &str) -> Option<Region> {
        Region::of_host(&host_of(text)?)
    }

    /// The unlisted region of an address or host, as people paste it: a domain, or one of the hosts before it.
    pub fn unlisted_of_address(text: &str) -> Option<Region> {
        let host = host_of(text)?;
        let bare = HOSTS.iter().find_map(|name| host.strip_prefix(name)?.strip_prefix('.'));
        Region::unlisted(bare.unwrap_or(&host))
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

/// Whether a client that sends people back to these addresses serves every region: not where all of its pages of Genesys
/// Cloud are those of one.
pub(in crate::domain) fn works_in_every_region(redirect_uris: &[String]) -> bool {
    let region = |text: &String| Region::of_host(url::Url::parse(text.trim()).ok()?.host_str()?);
    let mut regions: Vec<Region> = Vec::new();
    for region in redirect_uris.iter().filter_map(region) {
        if !regions.contains(&region) {
            regions.push(region);
        }
    }
    regions.len() != 1
}

#[cfg(test)]
mod tests {
    use super::{REGIONS, Region};

    #[test]
    fn every_row_is_found_by_its_domain_and_hosts() {
        for region in REGIONS {
            assert_eq!(Region::of_domain(&region.domain), Some(region.clone()));
            assert_eq!(Region::of_host(&region.apps_host()), Some(region.clone()));
            assert_eq!(Region::unlisted(&region.domain), None);
        }
    }

    #[test]
    fn a_longer_name_is_not_a_region() {
        assert_eq!(Region::of_host("apps.notmypurecloud.de"), None);
        assert_eq!(Region::of_host("apps.mypurecloud.de.example.com"), None);
    }

    #[test]
    fn an_unlisted_domain_has_the_usual_hosts() {
        for text in
            ["usw9.pure.cloud", "https://apps.usw9.pure.cloud/directory/#/x", " LOGIN.usw9.pure.cloud. "]
        {
            let region = Region::unlisted_of_address(text).expect("a domain");
            assert_eq!(region.domain, "usw9.pure.cloud", "{text}");
            assert!(region.is_unlisted());
            assert_eq!(region.login_base(), "https://login.usw9.pure.cloud");
        }
        for text in ["apps.mypurecloud.de", "a.mypurecloud.de", "127.0.0.1", "x@a.b", "word", "two words", ""]
        {
            assert_eq!(Region::unlisted_of_address(text), None, "{text}");
        }
    }

    #[test]
    fn only_a_bare_domain_is_unlisted() {
        for good in ["a.b", "usw9.pure.cloud", "xn--9ca.de"] {
            assert!(Region::unlisted(good).is_some(), "{good}");
        }
        for bad in [
            "",
            "localhost",
            "127.0.0.1",
            "a..b",
            ".a.b",
            "a.b.",
            "a.b/c",
            "a.b:443",
            "x@a.b",
            "A.b",
            "é.de",
            "a b.c",
            "-a.b",
            "a.b?c",
            "a.b#c",
            "mypurecloud.de",
            "x.mypurecloud.de",
        ] {
            assert_eq!(Region::unlisted(bad), None, "{bad}");
        }
    }
}
