//! Profiles: the organizations a person works with, kept as JSON in the program's own folder.
//! It must never hold a secret or a token: those are in the keychain, under the profile's identifier.

pub(super) mod open;
pub(super) mod place;
pub(super) mod store;

use serde::{Deserialize, Serialize};
use specta::Type;

use super::OrgView;
use crate::domain::region::Region;

pub use place::Place;

/// How a person signed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum Way {
    /// In the system browser, with authorization code and PKCE.
    Browser,
    /// With the ID and secret of a client-credentials client.
    ClientCredentials,
    /// With a pasted access token.
    PastedToken,
}

/// Colour by which a person tells organizations apart; always shown with the name.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum Colour {
    /// Blue.
    #[default]
    Blue,
    /// Green.
    Green,
    /// Teal.
    Teal,
    /// Magenta.
    Magenta,
    /// Grey.
    Grey,
}

/// What a person may change about a profile.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Marking {
    /// Its colour.
    pub colour: Colour,
    /// Whether it is a production organization: every write then asks once more. No practice organization is one.
    pub production: bool,
}

impl Marking {
    /// The same, as far as it makes sense for a place.
    fn at(self, place: &Place) -> Marking {
        Marking { production: self.production && !place.is_practice(), ..self }
    }
}

/// A profile as the screens show it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ProfileView {
    /// Identifier; also that of the organization while it is open.
    pub id: String,
    /// Name of the organization.
    pub org_name: String,
    /// Where it is, to sign in again.
    pub place: Place,
    /// Region, or the one that a local practice organization pretends to be in.
    pub region: Region,
    /// Whether it is a practice organization.
    pub practice: bool,
    /// How the person signed in.
    pub way: Way,
    /// The client that was used, where there is one to name.
    pub client_id: Option<String>,
    /// Who signed in; `None` for a program.
    pub user_name: Option<String>,
    /// Colour and production mark.
    pub marking: Marking,
    /// Whether what opens it again is in the keychain; otherwise one signs in again.
    pub kept: bool,
    /// The organization, while it is open.
    pub open: Option<OrgView>,
}

/// What a person chose before signing in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct NewProfile {
    /// Where the organization is.
    pub place: Place,
    /// Colour and production mark.
    pub marking: Marking,
    /// Whether to keep the secret or token in the keychain; otherwise it is for this session only.
    pub keep: bool,
}

/// A browser sign-in that has begun.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct BrowserSignIn {
    /// The address to open by hand when the browser did not open by itself.
    pub address: String,
    /// Whether the browser was opened.
    pub opened: bool,
    /// Seconds until it gives up.
    pub time_limit_seconds: u32,
}

/// What the client for signing in must have, to be copied into the Genesys Cloud form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Bootstrap {
    /// Name to suggest.
    pub name: String,
    /// Redirect URI to register, exactly.
    pub redirect_uri: String,
    /// Scopes to choose.
    pub scopes: Vec<String>,
    /// Scopes that may be left out: what each is for is not shown then.
    pub optional_scopes: Vec<String>,
    /// Token duration in seconds.
    pub seconds: u32,
    /// Address of the page where clients are added, for the region; `None` for a local practice organization.
    pub admin_url: Option<String>,
}
