//! A change to a client that exists: the draft that it begins with, and what to do when somebody else changed it too.
//! It must never let a value that somebody else has set be overwritten unseen.

use super::client::OauthClient;
use super::draft::ClientDraft;
use super::duration::{DEFAULT_SECONDS, DurationDraft};
use super::facts::OrgFacts;
use super::grant::{GrantType, HeldGrantType};
use super::preset::Preset;
use super::role::{ALL_DIVISIONS, RoleDraft};

/// The draft with which a change to a client begins; `None` for a grant type that the form does not offer.
pub fn draft_of(client: &OauthClient, facts: &OrgFacts) -> Option<ClientDraft> {
    let HeldGrantType::Offered { grant_type } = client.grant_type else { return None };
    Some(ClientDraft {
        preset: preset_of(client, grant_type, facts),
        grant_type,
        name: client.name.clone(),
        description: client.description.clone(),
        duration: DurationDraft::of_seconds(client.seconds.unwrap_or(DEFAULT_SECONDS)),
        redirect_uris: client.redirect_uris.clone(),
        scopes: client.scopes.clone(),
        roles: roles_of(client),
        embedding: None,
        mark: None,
        editing: Some(Box::new(client.clone())),
    })
}

/// A client with the SCIM Integration role alone is one for SCIM: only there may a token live for 450 days.
fn preset_of(client: &OauthClient, grant_type: GrantType, facts: &OrgFacts) -> Preset {
    let scim = facts.scim_role().is_some_and(|role| {
        !client.roles.is_empty() && client.roles.iter().all(|held| held.role_id == role.id)
    });
    if scim && grant_type == GrantType::ClientCredentials { Preset::Scim } else { Preset::Plain }
}

fn roles_of(client: &OauthClient) -> Vec<RoleDraft> {
    let mut roles: Vec<RoleDraft> = Vec::new();
    for held in &client.roles {
        match roles.iter_mut().find(|role| role.role_id == held.role_id) {
            Some(role) => role.division_ids.push(held.division_id.clone()),
            None => roles.push(RoleDraft {
                role_id: held.role_id.clone(),
                division_ids: vec![held.division_id.clone()],
            }),
        }
    }
    for role in &mut roles {
        if role.division_ids.iter().any(|id| id == ALL_DIVISIONS) {
            role.division_ids = vec![ALL_DIVISIONS.to_owned()];
        }
    }
    roles
}

/// The same change, begun anew from what the client is now: what the person changed stays as they changed it, and
/// everything else is as somebody else has set it. `None` where the form does not offer the client any more.
pub fn rebased(mine: &ClientDraft, theirs: &OauthClient, facts: &OrgFacts) -> Option<ClientDraft> {
    let base = draft_of(mine.editing.as_deref()?, facts)?;
    let fresh = draft_of(theirs, facts)?;
    let mut draft = mine.clone();
    fn take<T: PartialEq>(mine: &mut T, base: &T, theirs: T) {
        if mine == base {
            *mine = theirs;
        }
    }
    take(&mut draft.name, &base.name, fresh.name);
    take(&mut draft.description, &base.description, fresh.description);
    take(&mut draft.duration, &base.duration, fresh.duration);
    take(&mut draft.redirect_uris, &base.redirect_uris, fresh.redirect_uris);
    take(&mut draft.scopes, &base.scopes, fresh.scopes);
    take(&mut draft.roles, &base.roles, fresh.roles);
    take(&mut draft.grant_type, &base.grant_type, fresh.grant_type);
    draft.preset = fresh.preset;
    draft.editing = fresh.editing;
    Some(draft)
}
