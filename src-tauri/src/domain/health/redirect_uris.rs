//! Addresses of clients that exist: what the rules of the form say of them, one finding a kind.
//! It must never have a rule of its own about an address: those are in `domain::redirect_uri` and in the preset.

use std::collections::BTreeMap;

use super::code::HealthCode;
use super::reason::HealthReason;
use crate::domain::client::OauthClient;
use crate::domain::finding::Rule;
use crate::domain::grant::HeldGrantType;
use crate::domain::preset::embeddable_framework::{about_address_of, is_of_framework};
use crate::domain::redirect_uri::{Remark, check_redirect_uri};
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

/// What the rules of the form say of one address.
fn remarks(uri: &str, own: &Region) -> Vec<Remark> {
    let text = uri.trim();
    let mut remarks = check_redirect_uri(text, &[own.domain.to_string()]);
    remarks.extend(about_address_of(text, own));
    remarks
}

/// What is to be said about one address, with the real name of its host where it looks like another.
fn codes(uri: &str, own: &Region) -> Vec<(HealthCode, Option<String>)> {
    let mut codes: Vec<(HealthCode, Option<String>)> = Vec::new();
    for Remark { rule, .. } in remarks(uri, own) {
        let Some(code) = code(&rule) else { continue };
        if codes.iter().all(|(known, _)| *known != code) {
            let host = if let Rule::RedirectLookAlike { host } = rule { Some(host) } else { None };
            codes.push((code, host));
        }
    }
    codes
}

/// The kind of finding that a rule of the form is for a client that exists; `None` where it is only worth knowing.
fn code(rule: &Rule) -> Option<HealthCode> {
    use HealthCode as C;
    use Rule as R;
    Some(match rule {
        R::RedirectPlainHttp { .. } => C::PlainHttp,
        R::RedirectFragment => C::AddressFragment,
        R::RedirectWildcard => C::AddressWildcard,
        R::RedirectSeveral { .. } => C::AddressSeveral,
        R::RedirectPlaceholder { .. } => C::AddressPlaceholder,
        R::RedirectSchemeRefused { .. } => C::AddressScheme,
        R::RedirectNotAnAddress
        | R::RedirectSpace
        | R::RedirectInvisible
        | R::RedirectSchemeTwice
        | R::RedirectSchemeMistyped { .. }
        | R::RedirectEncoded
        | R::RedirectWrapped { .. }
        | R::RedirectBackslash
        | R::RedirectHost { .. }
        | R::RedirectPort { .. } => C::AddressBroken,
        R::RedirectEndMark { .. }
        | R::RedirectLetter { .. }
        | R::RedirectTrailingDot
        | R::RedirectPortOfOther { .. } => C::AddressEnd,
        R::RedirectSlashes => C::AddressSlashes,
        R::RedirectPassword => C::AddressPassword,
        R::RedirectLookAlike { .. } => C::AddressLookAlike,
        R::RedirectOtherRegion { .. } | R::RedirectNotGenesys { .. } => C::AddressOtherRegion,
        R::RedirectFrameAddress { .. } => C::AddressFrame,
        _ => return None,
    })
}

/// The rows that an address becomes once a finding on it is mended; `None` where the finding is not about it, or only a
/// person can know.
pub(super) fn mended(uri: &str, wanted: HealthCode, own: &Region) -> Option<Vec<String>> {
    let about: Vec<Remark> =
        remarks(uri, own).into_iter().filter(|remark| code(&remark.rule) == Some(wanted)).collect();
    if wanted == HealthCode::AddressOtherRegion && !about.is_empty() {
        let url = url::Url::parse(uri.trim()).ok()?;
        return Some(vec![format!("https://{}{}", own.apps_host(), url.path())]);
    }
    // What comes last was found without the mistakes before it, and mends them too.
    about.into_iter().rev().map(|remark| remark.rows).find(|rows| !rows.is_empty())
}

fn reason(code: HealthCode, uris: Vec<String>, hosts: Vec<String>, own: &Region) -> Option<HealthReason> {
    Some(match code {
        HealthCode::PlainHttp => HealthReason::PlainHttp { uris },
        HealthCode::AddressFragment => HealthReason::AddressFragment { uris },
        HealthCode::AddressWildcard => HealthReason::AddressWildcard { uris },
        HealthCode::AddressBroken => HealthReason::AddressBroken { uris },
        HealthCode::AddressSeveral => HealthReason::AddressSeveral { uris },
        HealthCode::AddressPlaceholder => HealthReason::AddressPlaceholder { uris },
        HealthCode::AddressScheme => HealthReason::AddressScheme { uris },
        HealthCode::AddressEnd => HealthReason::AddressEnd { uris },
        HealthCode::AddressSlashes => HealthReason::AddressSlashes { uris },
        // What is in the address is not repeated on a page that may be printed and sent.
        HealthCode::AddressPassword => HealthReason::AddressPassword { count: uris.len() as u32 },
        HealthCode::AddressLookAlike => HealthReason::AddressLookAlike { uris, hosts },
        HealthCode::AddressOtherRegion => HealthReason::AddressOtherRegion { uris, own: own.apps_host() },
        HealthCode::AddressFrame => HealthReason::AddressFrame { uris },
        _ => return None,
    })
}
