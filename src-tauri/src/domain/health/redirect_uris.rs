//! Addresses of clients that exist: what the rules of the form say of them, one finding a kind.
//! It must never have a rule of its own about an address: those are in `domain::redirect_uri` and in the preset.

use std::collections::BTreeMap;

use super::code::HealthCode;
use super::reason::HealthReason;
use crate::domain::client::OauthClient;
use crate::domain::finding::Rule;
use crate::domain::grant::HeldGrantType;
use crate::domain::preset::embeddable_framework::{about_address_of, is_of_framework};
use crate::domain::redirect_uri::check_redirect_uri;
use crate::domain::region::Region;

pub(super) fn check(client: &OauthClient, own: &Region) -> Vec<HealthReason> {
    let HeldGrantType::Offered { grant_type } = client.grant_type else { return Vec::new() };
    if !grant_type.needs_redirect_uris() {
        return Vec::new();
    }
    if client.redirect_uris.iter().all(|uri| uri.trim().is_empty()) {
        return vec![HealthReason::AddressMissing];
    }
    let mut found: BTreeMap<HealthCode, (Vec<String>, Vec<String>)> = BTreeMap::new();
    for uri in &client.redirect_uris {
        for (code, value) in codes(uri, own) {
            let (uris, values) = found.entry(code).or_default();
            uris.push(uri.clone());
            values.extend(value);
        }
    }
    // A client may serve several regions: only one that does not serve its own is odd.
    if client.redirect_uris.iter().any(|uri| is_of_framework(uri, own)) {
        found.remove(&HealthCode::AddressOtherRegion);
    }
    found.into_iter().filter_map(|(code, (uris, values))| reason(code, uris, values, own)).collect()
}

/// What is to be said about one address, with the real name of its host where it looks like another.
pub(super) fn codes(uri: &str, own: &Region) -> Vec<(HealthCode, Option<String>)> {
    let text = uri.trim();
    let rules = check_redirect_uri(text).into_iter().chain(about_address_of(text, own));
    let mut codes: Vec<(HealthCode, Option<String>)> = rules
        .filter_map(|(rule, _)| {
            Some(match rule {
                Rule::RedirectPlainHttp { .. } => (HealthCode::PlainHttp, None),
                Rule::RedirectFragment => (HealthCode::AddressFragment, None),
                Rule::RedirectWildcard => (HealthCode::AddressWildcard, None),
                Rule::RedirectNotAnAddress | Rule::RedirectSpace | Rule::RedirectInvisible => {
                    (HealthCode::AddressBroken, None)
                }
                Rule::RedirectPassword => (HealthCode::AddressPassword, None),
                Rule::RedirectLookAlike { host } => (HealthCode::AddressLookAlike, Some(host)),
                Rule::RedirectOtherRegion { .. } | Rule::RedirectNotGenesys { .. } => {
                    (HealthCode::AddressOtherRegion, None)
                }
                Rule::RedirectFrameAddress { .. } => (HealthCode::AddressFrame, None),
                _ => return None,
            })
        })
        .collect();
    codes.dedup();
    codes
}

fn reason(code: HealthCode, uris: Vec<String>, hosts: Vec<String>, own: &Region) -> Option<HealthReason> {
    Some(match code {
        HealthCode::PlainHttp => HealthReason::PlainHttp { uris },
        HealthCode::AddressFragment => HealthReason::AddressFragment { uris },
        HealthCode::AddressWildcard => HealthReason::AddressWildcard { uris },
        HealthCode::AddressBroken => HealthReason::AddressBroken { uris },
        // What is in the address is not repeated on a page that may be printed and sent.
        HealthCode::AddressPassword => HealthReason::AddressPassword { count: uris.len() as u32 },
        HealthCode::AddressLookAlike => HealthReason::AddressLookAlike { uris, hosts },
        HealthCode::AddressOtherRegion => HealthReason::AddressOtherRegion { uris, own: own.apps_host() },
        HealthCode::AddressFrame => HealthReason::AddressFrame { uris },
        _ => return None,
    })
}
