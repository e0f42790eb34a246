//! A draft that begins with what another client is: in the same organization, in another one, or one that is gone.
//! It must never carry an identifier of one organization into another, nor drop anything without saying so.

use serde::Serialize;
use specta::Type;
use url::Url;

use super::change::draft_of;
use super::client::OauthClient;
use super::draft::ClientDraft;
use super::facts::OrgFacts;
use super::grant::GrantType;
use super::preset::embeddable_framework::{Embedding, embedding_of};
use super::preset::{Preset, looks_like};
use super::region::Region;
use super::role::{ALL_DIVISIONS, Division, Role, RoleDraft};
use super::scim_role::ScimRoles;

/// A draft for a client like another one, and what could not be taken over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct CopyStart {
    /// The draft.
    pub draft: ClientDraft,
    /// What could not be taken over, or has to be looked at.
    pub gaps: Vec<CopyGap>,
}

/// Something that could not be taken over as it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
#[allow(missing_docs, reason = "the values name themselves, as those of a rule do")]
pub enum CopyGap {
    /// No role of that name is there; it was left out.
    RoleMissing { role: String },
    /// Several roles of that name are there; it was left out.
    RoleAmbiguous { role: String, count: u32 },
    /// The role is there, and the signed-in person does not hold it.
    RoleNotHeld { role: String },
    /// No division of that name is there; it was left out.
    DivisionMissing { role: String, division: String },
    /// Several divisions of that name are there; it was left out.
    DivisionAmbiguous { role: String, division: String, count: u32 },
    /// The scope is not offered there; it was left out.
    ScopeNotOffered { scope: String },
    /// The address is a Genesys Cloud page of another region; it was kept.
    RedirectOtherRegion { address: String, counterpart: String },
    /// A client of that name is there already.
    NameUsed { name: String },
    /// Implicit grant is refused there: authorization code with PKCE was chosen instead.
    ImplicitRefused,
}

/// Where a client is taken from, and where to.
pub struct Places<'a> {
    /// What is known of the organization that it is from.
    pub from: &'a OrgFacts,
    /// What is known of the organization that it goes to.
    pub to: &'a OrgFacts,
    /// Whether they are one and the same, so that its identifiers hold.
    pub same: bool,
    /// The region that it goes to.
    pub region: &'a Region,
}

/// What marks a client that signs people in with PKCE beside the one that it comes from.
const PKCE: &str = " (PKCE)";

/// A draft for the same client once more. `None` for a grant type that the form does not offer.
pub fn copied(client: &OauthClient, places: &Places<'_>) -> Option<CopyStart> {
    let mut gaps = Vec::new();
    let mut draft = ClientDraft { editing: None, ..draft_of(client, places.from)? };
    draft.description = without_mark(&draft.description);
    draft.roles = roles(&draft.roles, places, &mut gaps);
    draft.scopes.retain(|scope| {
        let offered = places.to.offers_scope(scope);
        if !offered {
            gaps.push(CopyGap::ScopeNotOffered { scope: scope.clone() });
        }
        offered
    });
    gaps.extend(draft.redirect_uris.iter().filter_map(|uri| other_region(uri, places)));
    draft = with_its_preset(draft, client, places);
    if draft.grant_type == GrantType::Implicit && places.to.refuses_implicit {
        draft.grant_type = GrantType::AuthorizationCode;
        gaps.push(CopyGap::ImplicitRefused);
    }
    gaps.extend(name_used(&draft.name, places.to));
    Some(CopyStart { draft, gaps })
}

/// The draft of a client for Embeddable Framework with the questions of that preset, as far as its addresses answer them:
/// it needs the scopes of the framework, and ends with `framework.js`. One of another region is looked at first.
fn with_its_preset(draft: ClientDraft, client: &OauthClient, places: &Places<'_>) -> ClientDraft {
    let here = |embedding: &Embedding| embedding.regions.iter().any(|domain| *domain == places.region.domain);
    let embedded = draft.grant_type.needs_redirect_uris()
        && looks_like(client, &ScimRoles::default()) == Preset::EmbeddableFramework;
    match embedding_of(&draft.redirect_uris).filter(|embedding| embedded && here(embedding)) {
        Some(embedding) => {
            ClientDraft { preset: Preset::EmbeddableFramework, embedding: Some(embedding), ..draft }
        }
        None => draft,
    }
}

/// A draft for a client beside an implicit one that does the same with authorization code and PKCE.
pub fn pkce_twin(client: &OauthClient, places: &Places<'_>) -> Option<CopyStart> {
    let mut start = copied(client, places)?;
    start.draft.grant_type = GrantType::AuthorizationCode;
    start.draft.name = format!("{}{PKCE}", start.draft.name.trim());
    start.gaps.retain(|gap| !matches!(gap, CopyGap::NameUsed { .. } | CopyGap::ImplicitRefused));
    start.gaps.extend(name_used(&start.draft.name, places.to));
    Some(start)
}

fn name_used(name: &str, facts: &OrgFacts) -> Option<CopyGap> {
    let name = name.trim();
    let used = facts.client_names.iter().any(|other| other.trim().to_lowercase() == name.to_lowercase());
    used.then(|| CopyGap::NameUsed { name: name.to_owned() })
}

/// The mark of a client belongs to that client alone: a look for a lost create would take another one for it.
fn without_mark(description: &str) -> String {
    let (text, mark) = description.rsplit_once("[lk:").unwrap_or((description, ""));
    let ours =
        mark.strip_suffix(']').is_some_and(|hex| hex.len() == 16 && u64::from_str_radix(hex, 16).is_ok());
    if ours { text.trim_end().to_owned() } else { description.to_owned() }
}

fn roles(drafted: &[RoleDraft], places: &Places<'_>, gaps: &mut Vec<CopyGap>) -> Vec<RoleDraft> {
    let mut taken = Vec::new();
    for role in drafted {
        let from = places.from.role(&role.role_id);
        let name = from.map_or_else(|| role.role_id.clone(), |role| role.name.clone());
        let found = if places.same {
            places.to.role(&role.role_id).into_iter().collect()
        } else {
            from.map(|from| like_role(from, places.to)).unwrap_or_default()
        };
        let [there] = found[..] else {
            let count = u32::try_from(found.len()).unwrap_or(u32::MAX);
            gaps.push(if count == 0 {
                CopyGap::RoleMissing { role: name }
            } else {
                CopyGap::RoleAmbiguous { role: name, count }
            });
            continue;
        };
        if there.held.is_nowhere() {
            gaps.push(CopyGap::RoleNotHeld { role: there.name.clone() });
        }
        let division_ids = divisions(role, &name, places, gaps);
        taken.push(RoleDraft { role_id: there.id.clone(), division_ids });
    }
    taken
}

/// The roles of an organization that are the same as one of another: the same default role, else the same name.
fn like_role<'a>(role: &Role, facts: &'a OrgFacts) -> Vec<&'a Role> {
    if role.is_scim_integration() {
        return facts.roles.iter().filter(|role| role.is_scim_integration()).take(1).collect();
    }
    let default_id = role.default_role_id.as_deref().filter(|id| !id.is_empty());
    let same_default = |other: &&Role| default_id.is_some() && other.default_role_id.as_deref() == default_id;
    let found: Vec<&Role> = facts.roles.iter().filter(same_default).collect();
    if found.is_empty() { named(&facts.roles, &role.name, |role| &role.name) } else { found }
}

/// What is called the same, letter by letter; else what is called the same in any case.
fn named<'a, T>(all: &'a [T], name: &str, name_of: fn(&T) -> &str) -> Vec<&'a T> {
    let exact: Vec<&T> = all.iter().filter(|one| name_of(one).trim() == name.trim()).collect();
    if !exact.is_empty() {
        return exact;
    }
    let folded = name.trim().to_lowercase();
    all.iter().filter(|one| name_of(one).trim().to_lowercase() == folded).collect()
}

fn divisions(role: &RoleDraft, name: &str, places: &Places<'_>, gaps: &mut Vec<CopyGap>) -> Vec<String> {
    let mut taken: Vec<String> = Vec::new();
    for id in &role.division_ids {
        if id == ALL_DIVISIONS {
            taken.push(id.clone());
            continue;
        }
        let from = places.from.division(id);
        let division = from.map_or_else(|| id.clone(), |division| division.name.clone());
        let found: Vec<&Division> = match from {
            _ if places.same => places.to.division(id).into_iter().collect(),
            Some(from) => like_division(from, places.to),
            None => Vec::new(),
        };
        match found[..] {
            [there] if taken.contains(&there.id) => {}
            [there] => taken.push(there.id.clone()),
            [] => gaps.push(CopyGap::DivisionMissing { role: name.to_owned(), division }),
            _ => {
                let count = u32::try_from(found.len()).unwrap_or(u32::MAX);
                gaps.push(CopyGap::DivisionAmbiguous { role: name.to_owned(), division, count });
            }
        }
    }
    taken
}

/// The divisions of an organization that are called like one of another. A home division may be called otherwise.
fn like_division<'a>(division: &Division, facts: &'a OrgFacts) -> Vec<&'a Division> {
    let found = named(&facts.divisions, &division.name, |division| &division.name);
    let is_renamed_home = found.is_empty() && division.home;
    if is_renamed_home { facts.home_division().into_iter().collect() } else { found }
}

/// A Genesys Cloud page of another region, with the same page of the region that the client goes to.
fn other_region(address: &str, places: &Places<'_>) -> Option<CopyGap> {
    let mut url = Url::parse(address.trim()).ok()?;
    let region = Region::of_host(url.host_str()?)?;
    let is_page = url.host_str() == Some(&region.apps_host());
    if !is_page || region.domain == places.region.domain || places.same {
        return None;
    }
    url.set_host(Some(&places.region.apps_host())).ok()?;
    Some(CopyGap::RedirectOtherRegion { address: address.to_owned(), counterpart: url.to_string() })
}
