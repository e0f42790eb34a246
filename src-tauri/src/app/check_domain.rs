//! Finds out whether a typed domain is one of Genesys Cloud, by asking its login host.
//! It must never send anything but a question that anybody may ask.

use serde::Serialize;
use specta::Type;

use super::App;
use super::failure::Failure;
use crate::domain::region::Region;
use crate::genesys::connection_check::{Who, ask};
use crate::genesys::endpoint::Endpoint;
use crate::genesys::error::ApiError;
use crate::genesys::unreachable::UnreachableReason;

/// What is known of a typed domain.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum DomainCheck {
    /// It is that of a listed region; nobody was asked.
    Listed {
        /// The region.
        region: Region,
    },
    /// It is not listed; its login host answers as one of Genesys Cloud does. Whether it is theirs, only people know.
    Genesys {
        /// The unlisted region.
        region: Region,
    },
    /// Something else answers at its login host.
    Other {
        /// The login host that was asked, for example `login.example.com`.
        host: String,
    },
    /// Nobody answers at its login host.
    Unreachable {
        /// The login host that was asked.
        host: String,
        /// Why.
        reason: UnreachableReason,
    },
    /// The text has no domain in it.
    NotADomain,
}

/// Checks a typed domain, host or address.
pub async fn check_domain(app: &App, text: &str) -> Result<DomainCheck, Failure> {
    if let Some(region) = Region::of_address(text) {
        return Ok(DomainCheck::Listed { region });
    }
    let Some(region) = Region::unlisted_of_address(text) else { return Ok(DomainCheck::NotADomain) };
    let host = format!("login.{}", region.domain);
    match ask(&Endpoint::cloud(region.clone()), &*app.network().await).await {
        Ok(answer) if answer.who == Who::Genesys => Ok(DomainCheck::Genesys { region }),
        Ok(_) => Ok(DomainCheck::Other { host }),
        Err(ApiError::Unreachable { reason, .. }) => Ok(DomainCheck::Unreachable { host, reason }),
        Err(error) => Err(error.into()),
    }
}
