//! Grant types that Genesys withdraws.
//! It must never name a date that Genesys did not announce.

use super::reason::HealthReason;
use crate::domain::announced::{IMPLICIT_NO_NEW_CLIENTS, IMPLICIT_STOPS};
use crate::domain::client::OauthClient;
use crate::domain::grant::{GrantType, HeldGrantType};

pub(super) fn check(client: &OauthClient) -> Vec<HealthReason> {
    match client.grant_type {
        HeldGrantType::Offered { grant_type: GrantType::Implicit } => vec![HealthReason::ImplicitGrant {
            no_new_since: IMPLICIT_NO_NEW_CLIENTS.date,
            stops: IMPLICIT_STOPS.date,
        }],
        HeldGrantType::Password => vec![HealthReason::PasswordGrant],
        HeldGrantType::Offered { .. } | HeldGrantType::Unknown { .. } => Vec::new(),
    }
}
