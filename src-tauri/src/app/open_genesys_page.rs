//! Opens a page of Genesys in the system browser.
//! It must never open an address that is not in the list of pages.

use serde::Serialize;
use specta::Type;

use crate::domain::genesys_page::GenesysPage;
use crate::sign_in::browser::Browser;

/// A page that was to be opened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct OpenedPage {
    /// Its address, to be copied where the browser did not open.
    pub address: String,
    /// Whether the browser was told to open it.
    pub opened: bool,
}

/// Opens a page in the browser of this computer.
pub async fn open_genesys_page(page: GenesysPage) -> OpenedPage {
    open_with(&Browser::system(), page).await
}

/// The same in a browser of one's own choice.
pub async fn open_with(browser: &Browser, page: GenesysPage) -> OpenedPage {
    let address = page.address();
    OpenedPage { address: address.to_owned(), opened: browser.open(address).await.is_ok() }
}
