//! The pages of Genesys that say what a finding says.
//! It must never name a page for advice that is our own.

use std::borrow::Cow;

use super::code::HealthCode;

/// "Create an OAuth client". The number is stable, the host is the newer of two.
const CREATE: &str = "https://help.genesys.cloud/?p=188023";
/// "Manage OAuth clients (edit, restore, delete)".
const MANAGE: &str = "https://help.genesys.cloud/?p=188025";
/// "Regions of organizations".
const REGIONS: &str = "https://help.genesys.cloud/?p=167012";
/// "About Embeddable Framework".
const FRAMEWORK: &str = "https://help.genesys.cloud/?p=196909";
/// "About Genesys Cloud SCIM (Identity Management)", from which the page on its OAuth client is reached.
const SCIM: &str = "https://help.genesys.cloud/articles/about-genesys-cloud-scim-identity-management/";
/// Authorization code with PKCE, in the Developer Center.
const PKCE: &str = "https://developer.genesys.cloud/api/rest/authorization/use-pkce";

/// Where a kind of finding is documented.
pub(super) fn documented(code: HealthCode) -> Option<Cow<'static, str>> {
    use HealthCode as C;
    let page = match code {
        C::ImplicitGrant => PKCE,
        C::ScimDurationFell
        | C::ScimDurationShort
        | C::ScimOtherRole
        | C::ScimDivisionsMissing
        | C::ScimTokenEnds => SCIM,
        C::PlainHttp
        | C::AddressFragment
        | C::AddressWildcard
        | C::AddressBroken
        | C::AddressPassword
        | C::AddressSeveral
        | C::AddressPlaceholder
        | C::AddressScheme
        | C::AddressMissing
        | C::PrivilegedRole
        | C::AllDivisions
        | C::ReadonlyEnough
        | C::UnusedScopes => CREATE,
        C::AddressOtherRegion => REGIONS,
        C::AddressFrame => FRAMEWORK,
        C::Unused | C::DueForDeletion | C::Disabled => MANAGE,
        C::PasswordGrant
        | C::AddressLookAlike
        | C::HiddenCharacters
        | C::NameShowsNothing
        | C::AddressEnd
        | C::AddressSlashes
        | C::SameName
        | C::SameSettings
        | C::NoOwner => return None,
    };
    Some(Cow::Borrowed(page))
}
