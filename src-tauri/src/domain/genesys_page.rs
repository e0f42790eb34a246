//! The pages of Genesys that explain what a form or a finding says.
//! It must never name a page that was not seen in a source: an address that only looks right sends people nowhere.

use serde::{Deserialize, Serialize};
use specta::Type;

/// A public page of Genesys.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum GenesysPage {
    /// "Create an OAuth client".
    CreateClient,
    /// "Manage OAuth clients": edit, restore, delete.
    ManageClients,
    /// "Authorize an OAuth client": what an administrator does where the organization enforces scopes.
    AuthorizeClient,
    /// "Administrator requirements for the Genesys Cloud embedded clients".
    EmbeddedClientRequirements,
    /// "Regions of organizations".
    Regions,
    /// "About Embeddable Framework".
    EmbeddableFramework,
    /// `framework.js` in the Developer Center: `clientIds`, `getAuthToken`, single sign-on.
    FrameworkConfiguration,
    /// "OAuth client permissions for Genesys Cloud for Salesforce".
    SalesforcePermissions,
    /// "About Genesys Cloud SCIM (Identity Management)", from which the page on its OAuth client is reached.
    Scim,
    /// Authorization code with PKCE, in the Developer Center.
    Pkce,
}

impl GenesysPage {
    /// Every page: what may be opened in the browser.
    pub const ALL: [GenesysPage; 10] = [
        GenesysPage::CreateClient,
        GenesysPage::ManageClients,
        GenesysPage::AuthorizeClient,
        GenesysPage::EmbeddedClientRequirements,
        GenesysPage::Regions,
        GenesysPage::EmbeddableFramework,
        GenesysPage::FrameworkConfiguration,
        GenesysPage::SalesforcePermissions,
        GenesysPage::Scim,
        GenesysPage::Pkce,
    ];

    /// Its address. Numbers of help pages are stable; the host is the newer of two.
    pub fn address(self) -> &'static str {
        match self {
            GenesysPage::CreateClient => "https://help.genesys.cloud/?p=188023",
            GenesysPage::ManageClients => "https://help.genesys.cloud/?p=188025",
            GenesysPage::AuthorizeClient => "https://help.genesys.cloud/?p=208824",
            GenesysPage::EmbeddedClientRequirements => "https://help.genesys.cloud/?p=166994",
            GenesysPage::Regions => "https://help.genesys.cloud/?p=167012",
            GenesysPage::EmbeddableFramework => "https://help.genesys.cloud/?p=196909",
            GenesysPage::FrameworkConfiguration => {
                "https://developer.genesys.cloud/api/embeddable-framework/"
            }
            GenesysPage::SalesforcePermissions => "https://help.genesys.cloud/?p=188903",
            GenesysPage::Scim => {
                "https://help.genesys.cloud/articles/about-genesys-cloud-scim-identity-management/"
            }
            GenesysPage::Pkce => "https://developer.genesys.cloud/api/rest/authorization/use-pkce",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::GenesysPage;

    #[test]
    fn every_page_is_one_of_genesys() {
        for page in GenesysPage::ALL {
            let address = url::Url::parse(page.address()).expect("an address");
            let host = address.host_str().expect("a host");
            assert!(["help.genesys.cloud", "developer.genesys.cloud"].contains(&host), "{page:?}");
            assert_eq!((address.scheme(), address.as_str()), ("https", page.address()));
        }
        let mut addresses = GenesysPage::ALL.map(GenesysPage::address);
        addresses.sort_unstable();
        assert!(addresses.windows(2).all(|two| two[0] != two[1]), "each page once");
    }
}
