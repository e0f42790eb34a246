//! The region of an address or host, as people paste them.
//! It must never take somebody else's host for one of Genesys Cloud: only hosts of its products count.

use std::borrow::Cow;

use url::{Host, Url};

use super::{REGIONS, Region, RegionGroup};

/// What stands before the domain in the hosts that people see.
const HOSTS: [&str; 3] = ["login", "apps", "api"];
/// What else stands there: the notifications, the Developer Center, and the page of the product.
const MORE_HOSTS: [&str; 4] = ["streaming", "developer", "app", "www"];

/// The host of a pasted address.
fn host_of(text: &str) -> Option<String> {
    let around = |letter: char| letter.is_whitespace() || matches!(letter, '"' | '\'' | '<' | '>');
    let text = text.trim_matches(around);
    let with_scheme = if text.contains("://") { text.to_owned() } else { format!("https://{text}") };
    let url = Url::parse(&with_scheme).ok()?;
    let is_web = matches!(url.scheme(), "http" | "https" | "ws" | "wss");
    // `apps.mypurecloud.de@example.com` reads like one host and is another.
    let plain = is_web && url.username().is_empty() && url.password().is_none();
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

/// What stands before the domain of a region, without the point; empty for the domain itself.
fn before_domain<'a>(host: &'a str, region: &Region) -> Option<&'a str> {
    let rest = host.strip_suffix(&*region.domain)?;
    if rest.is_empty() { Some(rest) } else { rest.strip_suffix('.').filter(|name| !name.is_empty()) }
}

impl Region {
    /// The region that a host of a Genesys Cloud product belongs to, for example `apps.mypurecloud.de`.
    pub fn of_host(host: &str) -> Option<Region> {
        let is_product = |name: &str| name.is_empty() || HOSTS.contains(&name) || MORE_HOSTS.contains(&name);
        REGIONS.into_iter().find(|region| before_domain(host, region).is_some_and(is_product))
    }

    /// The region of a bare domain that is in no table. Only its login host can say whether it is one of Genesys
    /// Cloud, and is asked before anything secret goes there.
    pub fn unlisted(domain: &str) -> Option<Region> {
        let is_listed = || REGIONS.iter().any(|region| before_domain(domain, region).is_some());
        (is_domain(domain) && !is_listed()).then(|| Region {
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

    /// The region of a Genesys Cloud address or host, as people paste it: `https://apps.mypurecloud.de/#/x`,
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
            assert_eq!(Region::of_host(&format!("evil.{}", region.domain)), None);
            assert_eq!(Region::of_host(&format!("apps.evil.{}", region.domain)), None);
            assert_eq!(Region::of_host(&format!(".{}", region.domain)), None);
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
