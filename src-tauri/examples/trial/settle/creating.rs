//! Questions that are settled by creating clients and by what is accepted of them: 1, 5, 6, 8 and 10.
//! Must never leave out of the verdict what was refused.

use reqwest::Method;
use serde_json::{Value, json};

use super::Verdict::{self, Open, Settled};
use super::bench::Bench;
use super::sender::Halt;

const FORTY_EIGHT_HOURS: u64 = 172_800;
const DAYS_450: u64 = 38_880_000;

/// 1: implicit grant.
pub(crate) async fn implicit(bench: &mut Bench) -> Result<Verdict, Halt> {
    let body = bench.login_body("implicit", json!({ "authorizedGrantType": "TOKEN" }));
    let (came, made) = bench.create(body).await?;
    Ok(match (made, came.status) {
        (Some(_), _) => Settled(format!("Accepted: {}.", came.said())),
        (None, 400..=499) => Settled(format!("Refused: {}.", came.said())),
        _ => Open(format!("No clear answer: {}.", came.said())),
    })
}

/// 5: redirect addresses, each written into one client, and the one on another port asked for as a browser does.
pub(crate) async fn redirects(bench: &mut Bench) -> Result<Verdict, Halt> {
    const TRIED: [&str; 12] = [
        "http://localhost",
        "http://localhost/callback",
        "http://localhost:8080/callback",
        "http://127.0.0.1",
        "http://127.0.0.1/callback",
        "http://[::1]/callback",
        "com.example.latchkey:/callback",
        "https://latchkey-trial.example/callback#here",
        "http://latchkey-trial.example/callback",
        "https://*.latchkey-trial.example/callback",
        "https://latchkey-trial.example/callback?a=1",
        "latchkey-trial.example/callback",
    ];
    let client = bench.login().await?;
    let (mut accepted, mut refused) = (Vec::new(), Vec::new());
    for uri in TRIED {
        let came = bench.put(&client, json!({ "registeredRedirectUri": [uri] })).await?;
        let stored = came.body["registeredRedirectUri"][0].as_str().unwrap_or(uri);
        match came.is_success() {
            true if stored == uri => accepted.push(format!("`{uri}`")),
            true => accepted.push(format!("`{uri}` (stored as `{stored}`)")),
            false => refused.push(format!("`{uri}` ({})", came.said())),
        }
    }
    let loopback = ["http://localhost/callback", "http://127.0.0.1/callback"];
    bench.put(&client, json!({ "registeredRedirectUri": loopback })).await?;
    let mut ports = Vec::new();
    let registered = visit(bench, &client.id, loopback[0]).await?;
    let nowhere = visit(bench, &client.id, "https://never-registered.example/callback").await?;
    for uri in ["http://localhost:50123/callback", "http://127.0.0.1:50123/callback"] {
        let told = match visit(bench, &client.id, uri).await? {
            _ if registered == nowhere => {
                "cannot be told from one that was never registered without signing in"
            }
            there if there == registered => "is answered as the registered one",
            there if there == nowhere => "is answered as one that was never registered",
            _ => "is answered in a third way",
        };
        ports.push(format!("`{uri}` {told}"));
    }
    let list = |list: Vec<String>| if list.is_empty() { "none".to_owned() } else { list.join(", ") };
    let ports = ports.join("; ");
    Ok(Settled(format!("Accepted: {}. Refused: {}. Another port: {ports}.", list(accepted), list(refused))))
}

async fn visit(bench: &mut Bench, id: &str, uri: &str) -> Result<(u16, String), Halt> {
    let query = url::form_urlencoded::Serializer::new(String::new())
        .extend_pairs([("client_id", id), ("response_type", "code"), ("redirect_uri", uri)])
        .finish();
    let came = bench.sender.visit(&format!("/oauth/authorize?{query}")).await?;
    Ok((came.status, came.location))
}

/// 6: lengths, characters and doubles of names.
pub(crate) async fn names(bench: &mut Bench) -> Result<Verdict, Halt> {
    let client = bench.login().await?;
    let long = |bench: &Bench, length: usize| {
        let start = bench.name("");
        format!("{start}{}", "x".repeat(length.saturating_sub(start.chars().count())))
    };
    let mut tried: Vec<(String, Value)> = Vec::new();
    for length in [100, 200, 201, 255, 256, 1_000, 1_001] {
        tried.push((format!("name of {length}"), json!({ "name": long(bench, length) })));
    }
    for length in [255, 256, 1_000, 1_001, 4_001] {
        tried.push((format!("description of {length}"), json!({ "description": "d".repeat(length) })));
    }
    for (what, text) in [
        ("accents and quotes", "é \"double\" 'single' \\ <b>&amp;"),
        ("an emoji sequence", "\u{1F469}\u{200D}\u{1F4BB}"),
        ("right to left", "\u{5E9}\u{5DC}\u{5D5}\u{5DD}"),
        ("a line break", "one\ntwo"),
        ("blanks at the end", "end  "),
        ("a direction mark", "a\u{202E}b"),
    ] {
        tried.push((what.to_owned(), json!({ "name": bench.name(text) })));
    }
    let mut said = Vec::new();
    for (what, change) in tried {
        let came = bench.put(&client, change.clone()).await?;
        let member = if change["name"].is_null() { "description" } else { "name" };
        let same = came.body[member] == change[member];
        said.push(match came.is_success() {
            true if same => format!("{what}: kept"),
            true => format!("{what}: stored otherwise"),
            false => format!("{what}: {}", came.said()),
        });
    }
    let twice = bench.login_body("double", json!({}));
    bench.needed(twice.clone()).await?;
    let (second, _) = bench.create(twice).await?;
    said.push(format!("a second client of the same name: {}", second.said()));
    Ok(Settled(said.join("; ") + "."))
}

/// 8: durations beyond 48 hours, without and with the role for SCIM.
pub(crate) async fn durations(bench: &mut Bench) -> Result<Verdict, Halt> {
    let mut said = Vec::new();
    let people = bench.login().await?;
    for seconds in [299, FORTY_EIGHT_HOURS + 1, DAYS_450] {
        let came = bench.put(&people, json!({ "accessTokenValiditySeconds": seconds })).await?;
        said.push(format!("{seconds} for people: {}", stored(&came)));
    }
    let pair = bench.pair().await?;
    let body = bench.machine_body("too long", &pair, json!({ "accessTokenValiditySeconds": DAYS_450 }));
    let (came, _) = bench.create(body).await?;
    said.push(format!("{DAYS_450} with an ordinary role: {}", stored(&came)));
    let Some(scim) = scim_role(bench).await? else {
        said.push("there is no role SCIM Integration, so the falling back was not tried".to_owned());
        return Ok(Open(said.join("; ") + "."));
    };
    let long = json!({ "accessTokenValiditySeconds": DAYS_450 });
    let body = bench.machine_body("SCIM", &(scim.clone(), pair.1.clone()), long);
    let (came, made) = bench.create(body).await?;
    said.push(format!("{DAYS_450} with SCIM Integration: {}", stored(&came)));
    let Some(made) = made else { return Ok(Open(said.join("; ") + ".")) };
    let token = bench.token(&made.id, made.secret.as_ref()).await?;
    let both = json!([
        { "roleId": scim, "divisionId": pair.1 }, { "roleId": pair.0, "divisionId": pair.1 },
    ]);
    let came = bench.put(&made, json!({ "roleDivisions": both })).await?;
    said.push(format!("the same with another role: {}", stored(&came)));
    let came = bench.read(&made).await?;
    said.push(format!("read again: {}", stored(&came)));
    if let Ok((token, seconds)) = token {
        let seconds = seconds.map_or("left out".to_owned(), |seconds| seconds.to_string());
        said.push(format!("expires_in was {seconds}"));
        let me = bench
            .sender
            .send_with(&token, "token from before", Method::GET, "/api/v2/tokens/me", None)
            .await?;
        said.push(format!("the token from before: {}", me.said()));
    }
    Ok(Settled(said.join("; ") + "."))
}

fn stored(came: &super::sender::Came) -> String {
    match came.body["accessTokenValiditySeconds"].as_u64() {
        Some(seconds) if came.is_success() => format!("stored {seconds}"),
        _ => came.said(),
    }
}

async fn scim_role(bench: &mut Bench) -> Result<Option<String>, Halt> {
    let roles = bench.session.read_role_names().await.map_err(|error| Halt::Lost(error.to_string()))?;
    Ok(roles.into_iter().find(|role| role.is_scim_integration()).map(|role| role.id))
}

/// 10: the division `*`, and a division in which the caller does not hold the role.
pub(crate) async fn divisions(bench: &mut Bench) -> Result<Verdict, Halt> {
    let (role, home) = bench.pair().await?;
    let lost = |error: latchkey::genesys::error::ApiError| Halt::Lost(error.to_string());
    let divisions = bench.session.read_divisions().await.map_err(lost)?;
    let held = bench.session.read_held_roles().await.map_err(lost)?.of(&role);
    let body = bench.machine_body("all divisions", &(role.clone(), "*".to_owned()), json!({}));
    let (everywhere, _) = bench.create(body).await?;
    let shown = everywhere.body["roleDivisions"][0]["divisionId"].as_str().unwrap_or("-").to_owned();
    let mut said = format!("`*`: {}, shown as `{shown}`", everywhere.said());
    let latchkey::domain::role::HeldIn::Divisions { division_ids } = held else {
        return Ok(Open(format!(
            "{said}. Whether the role must be held there was not tried: it is held in all divisions, or nobody says \
             where ({home} is the home division)."
        )));
    };
    let Some(other) = divisions.into_iter().find(|division| !division_ids.contains(&division.id)) else {
        return Ok(Open(format!("{said}. The role is held in every division there is.")));
    };
    let body = bench.machine_body("another division", &(role, other.id), json!({}));
    let (came, _) = bench.create(body).await?;
    said = format!("{said}; a division in which the role is not held: {}", came.said());
    Ok(Settled(said + "."))
}
