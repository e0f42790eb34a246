//! The pages of Genesys that say what a finding says.
//! It must never name a page for advice that is our own.

use super::code::HealthCode;
use crate::domain::genesys_page::GenesysPage;

/// Where a kind of finding is documented.
pub(super) fn documented(code: HealthCode) -> Option<GenesysPage> {
    use GenesysPage as Page;
    use HealthCode as C;
    let page = match code {
        C::ImplicitGrant => Page::Pkce,
        C::ScimDurationFell
        | C::ScimDurationShort
        | C::ScimOtherRole
        | C::ScimRoleExtra
        | C::ScimRoleLess
        | C::ScimDivisionsMissing
        | C::ScimTokenEnds => Page::Scim,
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
        | C::UnusedScopes => Page::CreateClient,
        C::AddressOtherRegion => Page::Regions,
        C::AddressFrame => Page::EmbeddableFramework,
        C::Unused | C::DueForDeletion | C::Disabled => Page::ManageClients,
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
    Some(page)
}
