//! The region of a pasted address.
//! It must never take the host of anybody else for one of Genesys Cloud.

use latchkey::domain::region::{REGIONS, Region};
use url::Url;

pub(super) fn run(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let region = Region::of_address(text);
    assert_eq!(Region::of_address(&format!(" \"<{text}>'\n")), region, "quotes around it count");
    let Some(region) = region else { return };
    assert!(REGIONS.contains(&region), "a region of nowhere");
    for address in [region.api_base(), region.login_base(), region.apps_host()] {
        assert_eq!(Region::of_address(&address), Some(region.clone()), "{address} is in another region");
    }
    let bare = text.trim_matches(|letter: char| letter.is_whitespace() || "\"'<>".contains(letter));
    let with_scheme = if bare.contains("://") { bare.to_owned() } else { format!("https://{bare}") };
    let url = Url::parse(&with_scheme).expect("an address");
    assert_eq!(
        Region::of_address(url.as_str()),
        Some(region.clone()),
        "its usual spelling is in another region"
    );
    let host = url.host_str().map(|host| host.trim_end_matches('.')).expect("a host");
    assert!(format!(".{host}").ends_with(&format!(".{}", region.domain)), "{host} is somebody else's");
}
