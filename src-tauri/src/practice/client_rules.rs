//! The rules a client must meet to be stored, each refused with the code of sections 4.1, 5 and 11.2.
//! Must never be gentler than the reference: where it is silent, the worse case applies and says so.

use super::client::{Client, ClientRequest, Content};
use super::clock;
use super::org::{Caller, EVERYWHERE, Org};
use super::refusal::Refusal;
use super::scene::{RoleDivision, SceneClient};

const SHORTEST: i64 = 300;
const LONGEST: i64 = 172_800;
const LONGEST_SCIM: i64 = 38_880_000;
const FALLEN_BACK: u32 = 86_400;
const MOST_REDIRECTS: usize = 125;
/// Guesses: no limit is published, and a server without one is not to be expected.
const LONGEST_NAME: usize = 200;
const LONGEST_DESCRIPTION: usize = 1_000;

/// What will be stored, or the first rule that is broken. `present` is the client as it is, on PUT.
pub(super) fn check(
    org: &Org,
    caller: &Caller,
    request: ClientRequest,
    present: Option<&Client>,
) -> Result<Content, Refusal> {
    let asked = request.access_token_validity_seconds;
    sets(&request)?;
    let mut content = Content::read(request, org.scene.home());
    grant_type(org, &content, present)?;
    texts(&content)?;
    deletion(&mut content)?;
    state(&content, present)?;
    roles(org, caller, &content, present)?;
    scopes(org, &content, present.is_none())?;
    redirects(org, &content, present.is_none())?;
    content.seconds = duration(org, asked.unwrap_or(i64::from(content.seconds)), &content.roles)?;
    Ok(content)
}

/// `PASSWORD` is refused for new clients (guess: section 8 finds it nowhere but in the list of values). A
/// client that is implicit already may still be changed, or it could never be deactivated.
fn grant_type(org: &Org, content: &Content, present: Option<&Client>) -> Result<(), Refusal> {
    if content.grant.is_empty() {
        return Err(Refusal::bad("grant.type.required", "An authorized grant type is required"));
    }
    let unchanged = present.is_some_and(|client| client.content.grant == content.grant);
    let accepted = match content.grant.as_str() {
        "CLIENT-CREDENTIALS" | "CODE" | "SAML2-BEARER" => true,
        "TOKEN" => unchanged || !org.settings.refuse_implicit,
        "PASSWORD" => unchanged,
        _ => false,
    };
    let refusal = || Refusal::bad("bad.grant.type", "The grant type {grantType} is not accepted");
    if accepted { Ok(()) } else { Err(refusal().with("grantType", content.grant.clone())) }
}

/// Lists that the description calls sets have each value once. That a second one is refused, and the code, are guesses.
fn sets(request: &ClientRequest) -> Result<(), Refusal> {
    let twice = |field| Err(Refusal::bad("constraint.validation", "A value stands here twice").on(field));
    if request.role_divisions.as_deref().is_some_and(has_twice) {
        return twice("roleDivisions");
    }
    if request.role_ids.as_deref().is_some_and(has_twice) {
        return twice("roleIds");
    }
    Ok(())
}

fn has_twice<T: PartialEq>(list: &[T]) -> bool {
    list.iter().enumerate().any(|(place, value)| list.iter().skip(place + 1).any(|other| other == value))
}

/// The code for a missing name, or a text that is too long, is a guess: the reference gives none.
fn texts(content: &Content) -> Result<(), Refusal> {
    if content.name.trim().is_empty() {
        return Err(Refusal::bad("constraint.validation", "A name is required").on("name"));
    }
    let description = content.description.as_deref().unwrap_or_default();
    for (field, text, longest) in
        [("name", &*content.name, LONGEST_NAME), ("description", description, LONGEST_DESCRIPTION)]
    {
        if text.chars().count() > longest {
            let message = "There may be at most {limit} characters";
            let refusal = Refusal::bad("constraint.validation", message).on(field);
            return Err(refusal.with("limit", longest.to_string()));
        }
    }
    Ok(())
}

/// A moment in the form that the description names, and shown with its milliseconds whatever form it came in.
fn deletion(content: &mut Content) -> Result<(), Refusal> {
    let Some(text) = content.date_to_delete.as_deref() else { return Ok(()) };
    let message = "Not a date of the form yyyy-MM-ddTHH:mm:ss[.mmm]Z: {value}";
    let refusal = || Refusal::bad("invalid.date", message).with("value", text).on("dateToDelete");
    content.date_to_delete = Some(clock::date(clock::documented(text).ok_or_else(refusal)?));
    Ok(())
}

/// That PUT may not set `disabled` is a guess: section 4.5 leaves that state to Genesys support.
fn state(content: &Content, present: Option<&Client>) -> Result<(), Refusal> {
    let refused = match present {
        None => content.state != "active",
        Some(client) => {
            client.content.state == "disabled" || !["active", "inactive"].contains(&content.state.as_str())
        }
    };
    let refusal = || Refusal::bad("bad.client.state", "The client's state does not allow this: {state}");
    if refused { Err(refusal().with("state", content.state.clone())) } else { Ok(()) }
}

fn roles(org: &Org, caller: &Caller, content: &Content, present: Option<&Client>) -> Result<(), Refusal> {
    if content.grant == "CLIENT-CREDENTIALS" && content.roles.is_empty() {
        let message = "A client of the client credentials grant needs at least one role and division";
        return Err(Refusal::bad("missing.client.roles", message));
    }
    divisions(org, &content.roles)?;
    for pair in &content.roles {
        if !org.holds(caller, pair) {
            return Err(bad_role(&pair.role_id));
        }
    }
    present.map_or(Ok(()), |client| holds_all(org, caller, client))
}

/// Refuses a caller who lacks a role that the client has now (section 3.3); roles gone since do not count
/// (guess).
pub(super) fn holds_all(org: &Org, caller: &Caller, client: &Client) -> Result<(), Refusal> {
    let mut existing = client.content.roles.iter().filter(|pair| org.role(&pair.role_id).is_some());
    match existing.find(|pair| !org.holds(caller, pair)) {
        Some(pair) => Err(bad_role(&pair.role_id)),
        None => Ok(()),
    }
}

fn bad_role(role_id: &str) -> Refusal {
    let message = "The role {roleId} does not exist, or you cannot grant it because you do not have it";
    Refusal::bad("bad.client.role", message).with("roleId", role_id)
}

/// Both members of a pair are required (section 4.2); the code is a guess.
fn divisions(org: &Org, pairs: &[RoleDivision]) -> Result<(), Refusal> {
    let known =
        |id: &str| id == EVERYWHERE || org.scene.cast.divisions.iter().any(|division| division.id == id);
    match pairs.iter().find(|pair| pair.role_id.is_empty() || !known(&pair.division_id)) {
        Some(pair) => {
            let message = "There is no division {divisionId}, or a role is missing";
            Err(Refusal::bad("invalid.value", message).with("divisionId", pair.division_id.clone()))
        }
        None => Ok(()),
    }
}

/// Unknown scopes are refused on PUT too (guess), with another code: theirs is listed for POST only (section 4.1).
fn scopes(org: &Org, content: &Content, new: bool) -> Result<(), Refusal> {
    let code = if new { "auth.invalid.scope" } else { "invalid.value" };
    if content.grant != "CLIENT-CREDENTIALS" && content.scope.is_empty() {
        return Err(Refusal::bad("missing.client.scope", "This grant type needs at least one scope"));
    }
    match content.scope.iter().find(|scope| !org.known_scopes().any(|known| known.id == **scope)) {
        Some(scope) => {
            Err(Refusal::bad(code, "Invalid scope: {scope}").with("scope", scope.clone()).on("scope"))
        }
        None => Ok(()),
    }
}

/// The codes are guesses: no dedicated code is documented (section 11.2). A fragment is refused, as OAuth
/// says (guess). On PUT, an address that a client of the opening scene had is taken again: the organization took it once.
fn redirects(org: &Org, content: &Content, new: bool) -> Result<(), Refusal> {
    const FIELD: &str = "registeredRedirectUri";
    if content.redirects.len() > MOST_REDIRECTS {
        let message = "There may be at most {limit} redirect URIs";
        let refusal = Refusal::bad("constraint.validation", message);
        return Err(refusal.with("limit", MOST_REDIRECTS.to_string()).on(FIELD));
    }
    let bad = |uri: &&String| url::Url::parse(uri).map_or(true, |url| url.fragment().is_some());
    let was_taken = |uri: &String| {
        let of = |client: &SceneClient| {
            let list = client.request["registeredRedirectUri"].as_array();
            list.is_some_and(|list| list.iter().any(|one| one == uri.as_str()))
        };
        !new && org.scene.cast.clients.iter().any(of)
    };
    match content.redirects.iter().find(|uri| bad(uri) && !was_taken(uri)) {
        Some(uri) => {
            let refusal = Refusal::bad("invalid.value", "Not a valid redirect URI: {uri}");
            Err(refusal.with("uri", uri.clone()).on(FIELD))
        }
        None => Ok(()),
    }
}

/// Above 48 hours only for SCIM. With nothing of SCIM on the client it is refused (guess: the worse case,
/// section 5.2); with another role beside SCIM, or another permission on its role, it silently falls back, as
/// documented.
fn duration(org: &Org, asked: i64, pairs: &[RoleDivision]) -> Result<u32, Refusal> {
    let scim_alone = !pairs.is_empty() && pairs.iter().all(|pair| is_scim(org, pair));
    let scim_too = pairs.iter().any(|pair| is_scim(org, pair) || is_scim_and_more(org, pair));
    let longest = if scim_too { LONGEST_SCIM } else { LONGEST };
    if !(SHORTEST..=longest).contains(&asked) {
        let message = "The token duration must lie between {shortest} and {longest} seconds";
        let refusal = Refusal::bad("invalid.value", message).on("accessTokenValiditySeconds");
        return Err(refusal.with("shortest", SHORTEST.to_string()).with("longest", longest.to_string()));
    }
    if asked > LONGEST && !scim_alone {
        return Ok(FALLEN_BACK);
    }
    Ok(u32::try_from(asked).unwrap_or(FALLEN_BACK))
}

/// A role with nothing beyond the permissions of SCIM Integration. A role without any permission is not one.
fn is_scim(org: &Org, pair: &RoleDivision) -> bool {
    let within = |(factory, has): (&[String], &[String])| {
        !has.is_empty() && has.iter().all(|permission| factory.contains(permission))
    };
    permissions(org, pair).is_some_and(within)
}

/// A role with all permissions of SCIM Integration.
fn is_scim_and_more(org: &Org, pair: &RoleDivision) -> bool {
    let all =
        |(factory, has): (&[String], &[String])| factory.iter().all(|permission| has.contains(permission));
    permissions(org, pair).is_some_and(all)
}

/// What Genesys made SCIM Integration with, and what a role may do.
fn permissions<'a>(org: &'a Org, pair: &RoleDivision) -> Option<(&'a [String], &'a [String])> {
    let scim = org.scim_role_id();
    let factory = org.scene.cast.roles.iter().find(|role| role.id == scim)?;
    Some((&factory.permissions, &org.role(&pair.role_id)?.permissions))
}
