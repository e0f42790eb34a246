//! A change to a client that exists: the draft that it begins with, and what to do when somebody else changed it too.
//! It must never let a value that somebody else has set be overwritten unseen.

use serde::Serialize;
use specta::Type;

use super::client::{ClientState, OauthClient, RoleDivision};
use super::draft::ClientDraft;
use super::duration::{DEFAULT_SECONDS, DurationDraft};
use super::facts::OrgFacts;
use super::grant::HeldGrantType;
use super::preset::{Preset, looks_like};
use super::role::{ALL_DIVISIONS, RoleDraft};

/// The draft with which a change to a client begins; `None` for a grant type that the form does not offer.
pub fn draft_of(client: &OauthClient, facts: &OrgFacts) -> Option<ClientDraft> {
    let HeldGrantType::Offered { grant_type } = client.grant_type else { return None };
    Some(ClientDraft {
        preset: preset_of(client, facts),
        grant_type,
        name: client.name.clone(),
        description: client.description.clone(),
        duration: DurationDraft::of_seconds(client.seconds.unwrap_or(DEFAULT_SECONDS)),
        redirect_uris: client.redirect_uris.clone(),
        scopes: client.scopes.clone(),
        roles: grouped(&client.roles),
        embedding: None,
        mark: None,
        editing: Some(Box::new(client.clone())),
        back_to: None,
    })
}

/// The questions of Embeddable Framework are not in the client, so that a change to it is made by grant type.
fn preset_of(client: &OauthClient, facts: &OrgFacts) -> Preset {
    match looks_like(client, &facts.scim_standings()) {
        Preset::Scim => Preset::Scim,
        Preset::EmbeddableFramework | Preset::Plain => Preset::Plain,
    }
}

/// Pairs of a role and a division as a draft has them; all divisions make the others superfluous.
pub(super) fn grouped(pairs: &[RoleDivision]) -> Vec<RoleDraft> {
    let mut roles: Vec<RoleDraft> = Vec::new();
    for held in pairs {
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

/// A list that two people changed: theirs, without what I took away, with what I added. Each in its order.
fn merged<T: Clone + PartialEq>(mine: &[T], base: &[T], theirs: &[T]) -> Vec<T> {
    let taken = |value: &&T| base.contains(value) && !mine.contains(value);
    let mut list: Vec<T> = theirs.iter().filter(|value| !taken(value)).cloned().collect();
    for value in mine {
        if !base.contains(value) && !list.contains(value) {
            list.push(value.clone());
        }
    }
    list
}

/// Roles that two people changed: each role is as I want it where I changed it or its divisions, else as theirs.
fn merged_roles(mine: &[RoleDraft], base: &[RoleDraft], theirs: &[RoleDraft]) -> Vec<RoleDraft> {
    let of = |roles: &[RoleDraft], id: &str| {
        let mut divisions = roles.iter().find(|role| role.role_id == id)?.division_ids.clone();
        divisions.sort();
        Some(divisions)
    };
    let untouched = |id: &str| of(mine, id) == of(base, id);
    let mut roles: Vec<RoleDraft> = theirs.iter().filter(|role| untouched(&role.role_id)).cloned().collect();
    roles.extend(mine.iter().filter(|role| !untouched(&role.role_id)).cloned());
    roles
}

/// The same change, begun anew from what the client is now: what the person changed stays as they changed it, and
/// everything else is as somebody else has set it. Of lists, every value goes its own way. `None` where the form does
/// not offer the client any more.
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
    let typed: Vec<String> = mine.redirect_uris.iter().map(|uri| uri.trim().to_owned()).collect();
    draft.redirect_uris = merged(&typed, &base.redirect_uris, &fresh.redirect_uris);
    draft.redirect_uris.retain(|uri| !uri.is_empty());
    draft.scopes = merged(&mine.scopes, &base.scopes, &fresh.scopes);
    draft.roles = merged_roles(&mine.roles, &base.roles, &fresh.roles);
    take(&mut draft.grant_type, &base.grant_type, fresh.grant_type);
    draft.preset = fresh.preset;
    draft.editing = fresh.editing;
    Some(draft)
}

/// What of an earlier state of a client is not put back with its settings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Stays {
    /// It was in another state then; that is changed apart.
    State {
        /// The state then.
        was: ClientState,
    },
    /// It had another grant type then; whether that can be changed is not documented.
    GrantType {
        /// The grant type then.
        was: HeldGrantType,
    },
    /// A member of the record that this version does not know was different then.
    Member {
        /// Its name in the record.
        name: String,
    },
}

/// The change that makes a client as it was before, begun from what it is now. `None` where the form does not offer it.
pub fn put_back(before: &OauthClient, now: &OauthClient, facts: &OrgFacts) -> Option<ClientDraft> {
    let present = draft_of(now, facts)?;
    let as_now = OauthClient { grant_type: now.grant_type.clone(), ..before.clone() };
    let earlier = draft_of(&as_now, facts)?;
    Some(ClientDraft { editing: present.editing, back_to: Some(Box::new(as_now)), ..earlier })
}

/// What stays as it is when a client is put back as it was before. Members are told apart elsewhere.
pub fn stays(before: &OauthClient, now: &OauthClient) -> Vec<Stays> {
    let state = (before.state != now.state).then_some(Stays::State { was: before.state });
    let was = before.grant_type.clone();
    let grant_type = (was != now.grant_type).then_some(Stays::GrantType { was });
    state.into_iter().chain(grant_type).collect()
}

/// A client as a draft wants it, for what one change meant to change: typed values, not judged by any rule.
pub fn wanted(draft: &ClientDraft, before: &OauthClient) -> OauthClient {
    let grant_type = draft.grant_type;
    let listed = |uses: bool, typed: &[String], held: &[String]| -> Vec<String> {
        let typed = typed.iter().map(|value| value.trim().to_owned()).filter(|value| !value.is_empty());
        if uses { typed.collect() } else { held.to_vec() }
    };
    let pairs = |role: &RoleDraft| {
        let pair = |id: &String| RoleDivision { role_id: role.role_id.clone(), division_id: id.clone() };
        role.division_ids.iter().map(pair).collect::<Vec<_>>()
    };
    OauthClient {
        name: draft.name.trim().to_owned(),
        description: draft.sent_description(),
        grant_type: HeldGrantType::Offered { grant_type },
        seconds: draft.duration.seconds().ok().or(before.seconds),
        redirect_uris: listed(grant_type.needs_redirect_uris(), &draft.redirect_uris, &before.redirect_uris),
        scopes: listed(grant_type.needs_scopes(), &draft.scopes, &before.scopes),
        roles: if grant_type.needs_roles() {
            draft.roles.iter().flat_map(pairs).collect()
        } else {
            before.roles.clone()
        },
        ..before.clone()
    }
}
