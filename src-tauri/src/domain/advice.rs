//! "Help me choose": three answers lead to a purpose, with the reason.
//! It must never advise implicit grant for something new.

use serde::{Deserialize, Serialize};
use specta::Type;

use super::grant::GrantType;
use super::preset::Purpose;

/// Who signs in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum WhoSignsIn {
    /// Each person, with their own Genesys Cloud account.
    People,
    /// Nobody: a program works by itself.
    Nobody,
    /// People who already signed in to a company's identity provider with SAML2.
    PeopleThroughSaml,
}

/// Where the program runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum WhereItRuns {
    /// On a server.
    Server,
    /// In a web page.
    Browser,
    /// On a computer or a phone.
    Device,
    /// In another vendor's cloud, for example an identity provider.
    OtherCloud,
}

/// What it must do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum WhatItDoes {
    /// Show the Genesys Cloud phone and conversations inside a CRM page.
    EmbedInCrm,
    /// Create, change and remove users from an identity system.
    ProvisionUsers,
    /// Read or change data through the Platform API.
    UseData,
}

/// The three answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Answers {
    /// Who signs in.
    pub who: WhoSignsIn,
    /// Where it runs.
    pub place: WhereItRuns,
    /// What it must do.
    pub task: WhatItDoes,
}

/// Why a purpose is advised.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum Reason {
    /// The preset was made for exactly this.
    EmbeddedInCrm,
    /// Identity systems provision through SCIM.
    ProvisionsUsers,
    /// Without a person only client credentials work.
    NoPersonSignsIn,
    /// A SAML2 assertion is exchanged for a token.
    SamlAssertion,
    /// A server can keep a secret.
    ServerKeepsSecret,
    /// A page or a device cannot keep a secret: PKCE does without.
    CannotKeepSecret,
}

/// An advised purpose and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Advice {
    /// What to create.
    pub purpose: Purpose,
    /// Why.
    pub reason: Reason,
    /// Answers that do not fit together, so that the advice rests on the task alone.
    pub contradiction: bool,
}

/// The advice for three answers.
pub fn advise(answers: Answers) -> Advice {
    let Answers { who, place, task } = answers;
    let plain = |grant_type| Purpose::Plain { grant_type };
    let (purpose, reason, contradiction) = match (task, who, place) {
        (WhatItDoes::EmbedInCrm, who, place) => {
            let odd =
                who == WhoSignsIn::Nobody || matches!(place, WhereItRuns::Server | WhereItRuns::OtherCloud);
            (Purpose::EmbeddableFramework, Reason::EmbeddedInCrm, odd)
        }
        (WhatItDoes::ProvisionUsers, who, place) => {
            let odd = who != WhoSignsIn::Nobody || place == WhereItRuns::Browser;
            (Purpose::Scim, Reason::ProvisionsUsers, odd)
        }
        (WhatItDoes::UseData, WhoSignsIn::Nobody, place) => {
            let odd = place == WhereItRuns::Browser;
            (plain(GrantType::ClientCredentials), Reason::NoPersonSignsIn, odd)
        }
        (WhatItDoes::UseData, WhoSignsIn::PeopleThroughSaml, _) => {
            (plain(GrantType::Saml2Bearer), Reason::SamlAssertion, false)
        }
        (WhatItDoes::UseData, WhoSignsIn::People, WhereItRuns::Server | WhereItRuns::OtherCloud) => {
            (plain(GrantType::AuthorizationCode), Reason::ServerKeepsSecret, false)
        }
        (WhatItDoes::UseData, WhoSignsIn::People, WhereItRuns::Browser | WhereItRuns::Device) => {
            (plain(GrantType::AuthorizationCode), Reason::CannotKeepSecret, false)
        }
    };
    Advice { purpose, reason, contradiction }
}
