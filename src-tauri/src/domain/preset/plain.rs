//! A client by grant type, without a preset.
//! It must never fill in more than the documented defaults.

use super::{Asks, Preset};
use crate::domain::draft::ClientDraft;
use crate::domain::duration::{DEFAULT_SECONDS, DurationDraft, MAX_SECONDS, MIN_SECONDS, SCIM_MAX_SECONDS};
use crate::domain::facts::OrgFacts;
use crate::domain::grant::GrantType;
use crate::domain::role::RoleDraft;
use crate::domain::scim_role::ScimStanding;
use crate::domain::scope::USER_BASIC_INFO;

pub(super) fn start(grant_type: GrantType) -> ClientDraft {
    ClientDraft {
        preset: Preset::Plain,
        grant_type,
        name: String::new(),
        description: String::new(),
        duration: DurationDraft::of_seconds(DEFAULT_SECONDS),
        redirect_uris: Vec::new(),
        // Not sent where it does not apply, and there when another grant type is chosen.
        scopes: vec![USER_BASIC_INFO.to_owned()],
        roles: Vec::new(),
        embedding: None,
        mark: None,
        editing: None,
        back_to: None,
    }
}

pub(super) fn asks(draft: &ClientDraft, facts: &OrgFacts) -> Asks {
    let grant_type = draft.grant_type;
    let is_scim = |role: &RoleDraft| matches!(facts.scim_standing(&role.role_id), ScimStanding::Scim { .. });
    let long = grant_type.needs_roles() && !draft.roles.is_empty() && draft.roles.iter().all(is_scim);
    Asks {
        grant_types: GrantType::ALL.to_vec(),
        embedding: false,
        redirect_uris: grant_type.needs_redirect_uris(),
        scopes: grant_type.needs_scopes(),
        roles: grant_type.needs_roles(),
        role_choices: Vec::new(),
        min_seconds: MIN_SECONDS,
        max_seconds: if long { SCIM_MAX_SECONDS } else { MAX_SECONDS },
        recommended_seconds: DEFAULT_SECONDS,
    }
}
