//! Questions that are settled by reading: 3, 7, 9, 12, 15, 16, 17, 20 and 21.
//! Must never show a value of a client that the trial did not make.

use reqwest::Method;
use serde_json::{Value, json};

use super::Verdict::{self, Open, Settled};
use super::bench::{Bench, CLIENTS, UNKNOWN};
use super::sender::{Came, Halt};

/// The scopes that the help page about embedded clients named when it was last read.
const EMBEDDED: [&str; 14] = [
    "conversations",
    "notifications",
    "organization:readonly",
    "outbound:readonly",
    "presence",
    "routing:readonly",
    "scripts:readonly",
    "stations:readonly",
    "user-basic-info",
    "users",
    "voicemail",
    "workforce-management",
    "external-contacts:readonly",
    "quality:readonly",
];
/// What the description has of a client.
const MEMBERS: [&str; 17] = [
    "id",
    "name",
    "description",
    "accessTokenValiditySeconds",
    "registeredRedirectUri",
    "secret",
    "roleIds",
    "dateCreated",
    "dateModified",
    "createdBy",
    "modifiedBy",
    "authorizedGrantType",
    "scope",
    "roleDivisions",
    "state",
    "dateToDelete",
    "selfUri",
];

fn entities(came: &Came) -> &[Value] {
    came.body["entities"].as_array().map_or(&[], Vec::as_slice)
}

fn unclear(came: &Came) -> Verdict {
    Open(format!("Not answered: {}.", came.said()))
}

/// 3: whether each scope of the embedded clients is known there.
pub(crate) async fn scopes(bench: &mut Bench) -> Result<Verdict, Halt> {
    let came = bench.sender.get("/api/v2/oauth/scopes").await?;
    if !came.is_success() {
        return Ok(unclear(&came));
    }
    let known = |scope: &&str| entities(&came).iter().any(|known| known["id"] == **scope);
    let missing: Vec<&str> = EMBEDDED.into_iter().filter(|scope| !known(scope)).collect();
    let missing =
        if missing.is_empty() { "all are known".to_owned() } else { format!("not known: {missing:?}") };
    let count = entities(&came).len();
    Ok(Open(format!("{count} scopes there; of the {} for embedded clients {missing}.", EMBEDDED.len())))
}

/// 7: limits of the namespace, beside the number of clients.
pub(crate) async fn limits(bench: &mut Bench) -> Result<Verdict, Halt> {
    let came = bench.sender.get("/api/v2/organizations/limits/namespaces/auth.api").await?;
    if !came.is_success() {
        return Ok(unclear(&came));
    }
    let limit = |limit: &Value| format!("`{}` = {}", limit["key"].as_str().unwrap_or("?"), limit["value"]);
    let limits: Vec<String> = entities(&came).iter().map(limit).collect();
    let list = bench.sender.get(CLIENTS).await?;
    let there =
        list.body["total"].as_u64().map_or("an unknown number of".to_owned(), |total| total.to_string());
    Ok(Settled(format!("Limits of `auth.api`: {}; {there} clients there now.", limits.join(", "))))
}

/// 9: the role SCIM Integration.
pub(crate) async fn scim(bench: &mut Bench) -> Result<Verdict, Halt> {
    let came = bench.sender.get("/api/v2/authorization/roles?pageSize=100&name=SCIM*").await?;
    let came = if entities(&came).is_empty() {
        bench.sender.get("/api/v2/authorization/roles?pageSize=100&name=SCIM").await?
    } else {
        came
    };
    let describe = |role: &Value| {
        let text = |member: &str| role[member].as_str().unwrap_or("-").to_owned();
        let permissions = &role["permissions"];
        format!("`{}`, `defaultRoleId` `{}`, permissions {permissions}", text("name"), text("defaultRoleId"))
    };
    let default = |role: &&Value| role["default"] == true || !role["defaultRoleId"].is_null();
    let roles: Vec<String> = entities(&came).iter().filter(default).map(describe).collect();
    Ok(match (came.is_success(), roles.is_empty()) {
        (false, _) => unclear(&came),
        (true, true) => {
            Open("No default role there has SCIM in its name: translated, or missing.".to_owned())
        }
        (true, false) => Settled(format!("{}.", roles.join("; "))),
    })
}

/// 12: pages of the list, and what its items leave out.
pub(crate) async fn pages(bench: &mut Bench) -> Result<Verdict, Halt> {
    let whole = bench.sender.get(CLIENTS).await?;
    if !whole.is_success() {
        return Ok(unclear(&whole));
    }
    let small = bench.sender.get(&format!("{CLIENTS}?pageSize=2&pageNumber=2")).await?;
    let has = |member: &str| entities(&whole).iter().filter(|client| !client[member].is_null()).count();
    let of = entities(&whole).len();
    let items =
        ["authorizedGrantType", "registeredRedirectUri", "scope", "roleDivisions", "state", "dateModified"]
            .map(|member| format!("`{member}` in {} of {of}", has(member)));
    let body = &whole.body;
    Ok(Settled(format!(
        "{of} entities, total {}, pageSize {}, pageCount {}, nextUri {}; with `pageSize=2&pageNumber=2`: {} entities, \
         pageNumber {}. Items: {}.",
        body["total"],
        body["pageSize"],
        body["pageCount"],
        !body["nextUri"].is_null(),
        entities(&small).len(),
        small.body["pageNumber"],
        items.join(", "),
    )))
}

/// 15: members of clients that the description does not know. Their names, never their values.
pub(crate) async fn addresses(bench: &mut Bench) -> Result<Verdict, Halt> {
    let list = bench.sender.get(CLIENTS).await?;
    let mut unknown: Vec<&str> = entities(&list)
        .iter()
        .filter_map(Value::as_object)
        .flat_map(|client| client.keys().map(String::as_str))
        .filter(|member| !MEMBERS.contains(member) && *member != UNKNOWN)
        .collect();
    unknown.sort_unstable();
    unknown.dedup();
    let pair = bench.pair().await?;
    let (came, _) = bench.create(bench.machine_body("no addresses", &pair, json!({}))).await?;
    let created = came.said();
    Ok(Open(match unknown.as_slice() {
        [] => format!("No client has a member beyond the description; one without addresses: {created}."),
        unknown => {
            format!("Members beyond the description: {unknown:?}; a client without addresses: {created}.")
        }
    }))
}

/// 16: the idle timeout, as far as it is said.
pub(crate) async fn idle(bench: &mut Bench) -> Result<Verdict, Halt> {
    let timeout = bench.sender.get("/api/v2/tokens/timeout").await?;
    let organization = bench.sender.get("/api/v2/organizations/me").await?;
    let hipaa = &organization.body["features"]["hipaa"];
    let (on, seconds) = (&timeout.body["enableIdleTokenTimeout"], &timeout.body["idleTokenTimeoutSeconds"]);
    let said = format!("HIPAA {hipaa}; idle timeout on: {on}, after {seconds} seconds ({})", timeout.said());
    Ok(Open(format!("{said}. Whether it ends a token of 450 days takes 20 minutes of waiting.")))
}

/// 17: the calls before a change, with the token of a client.
pub(crate) async fn preflight(bench: &mut Bench) -> Result<Verdict, Halt> {
    let pair = bench.pair().await?;
    let client = bench.needed(bench.machine_body("before a change", &pair, json!({}))).await?;
    let (token, _) = match bench.token(&client.id, client.secret.as_ref()).await? {
        Ok(token) => token,
        Err(why) => return Ok(Open(format!("No token to try it with: {why}."))),
    };
    let mut said = Vec::new();
    for path in [
        "/api/v2/tokens/me",
        "/api/v2/users/me?expand=authorization",
        "/api/v2/authorization/subjects/me",
        "/api/v2/authorization/divisionspermitted/me?permission=oauth:client:add",
        "/api/v2/organizations/me",
        "/api/v2/tokens/timeout",
    ] {
        let came = bench.sender.send_with(&token, "a client's token", Method::GET, path, None).await?;
        said.push(format!("`{}`: {}", path.split('?').next().unwrap_or(path), came.said()));
    }
    Ok(Settled(said.join("; ") + "."))
}

/// 20: statuses of success.
pub(crate) async fn statuses(bench: &mut Bench) -> Result<Verdict, Halt> {
    let (created, made) = bench.create(bench.login_body("statuses", json!({}))).await?;
    let Some(made) = made else { return Ok(unclear(&created)) };
    let path = format!("{CLIENTS}/{}", made.id);
    let early = bench.sender.send(Method::DELETE, &path, None).await?;
    let put = bench.put(&made, json!({ "state": "inactive" })).await?;
    let deleted = bench.sender.send(Method::DELETE, &path, None).await?;
    let again = bench.sender.send(Method::DELETE, &path, None).await?;
    let said = format!(
        "create {}; delete while active {}; PUT {}; delete {}; delete again {}.",
        created.said(),
        early.said(),
        put.said(),
        deleted.said(),
        again.said()
    );
    Ok(if deleted.is_success() { Settled(said) } else { Open(said) })
}

/// 21: texts of scopes in two languages.
pub(crate) async fn languages(bench: &mut Bench) -> Result<Verdict, Halt> {
    let english = bench.sender.get_in("en-us", "/api/v2/oauth/scopes").await?;
    let french = bench.sender.get_in("fr", "/api/v2/oauth/scopes").await?;
    if !(english.is_success() && french.is_success()) {
        return Ok(unclear(&french));
    }
    let pairs = entities(&english).iter().zip(entities(&french));
    let other = pairs.filter(|(one, other)| one["description"] != other["description"]);
    let (count, sample) = (other.clone().count(), other.map(|(_, french)| &french["description"]).next());
    let of = entities(&english).len();
    let sample = sample.map_or("none".to_owned(), Value::to_string);
    Ok(Settled(format!("{count} of {of} texts are others in French; the first: {sample}.")))
}
