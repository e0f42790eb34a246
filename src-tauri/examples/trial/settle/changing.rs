//! Questions that are settled by changing and deleting clients of the trial: 11, 13 and 14.
//! Must never call a client restored unless it was read again.

use reqwest::Method;
use serde_json::{Value, json};

use super::Verdict::{self, Open, Settled};
use super::bench::{Bench, CLIENTS, UNKNOWN};
use super::sender::Halt;

const ME: &str = "/api/v2/tokens/me";

/// 11: what PUT does to members left out, to those of the server, and to one that nobody knows.
pub(crate) async fn replacement(bench: &mut Bench) -> Result<Verdict, Halt> {
    let client = bench.needed(bench.login_body("replaced", json!({}))).await?;
    let mut said = Vec::new();
    for member in ["description", "registeredRedirectUri", "accessTokenValiditySeconds", "state", "scope"] {
        let came = bench.put(&client, json!({ member: null })).await?;
        let now = bench.read(&client).await?;
        let kept = now.body[member] == client.body[member];
        let value = now.body.get(member).map_or("gone".to_owned(), Value::to_string);
        said.push(match (came.is_success(), kept) {
            (true, true) => format!("without `{member}`: kept"),
            (true, false) => format!("without `{member}`: now {value}"),
            (false, _) => format!("without `{member}`: {}", came.said()),
        });
        bench.put(&client, json!({})).await?;
    }
    let whole = bench.read(&client).await?;
    let path = format!("{CLIENTS}/{}", client.id);
    let back = bench.sender.send(Method::PUT, &path, Some(&whole.body)).await?;
    said.push(format!("all that was read sent back, with `id` and dates: {}", back.said()));
    let unknown = bench.put(&client, json!({ UNKNOWN: true })).await?;
    let kept = unknown.body.get(UNKNOWN).is_some();
    said.push(format!("a member that nobody knows: {}, kept: {kept}", unknown.said()));
    Ok(Settled(said.join("; ") + "."))
}

/// 13: a date of deletion, a token of an inactive client, and a deleted client.
pub(crate) async fn deletion(bench: &mut Bench) -> Result<Verdict, Halt> {
    let pair = bench.pair().await?;
    let client = bench.needed(bench.machine_body("deleted", &pair, json!({}))).await?;
    let mut said = Vec::new();
    let dated = bench.put(&client, json!({ "dateToDelete": "2031-01-01T00:00:00.000Z" })).await?;
    said.push(format!("`dateToDelete` in 2031: {}, shown {}", dated.said(), dated.body["dateToDelete"]));
    let came = bench.put(&client, json!({ "dateToDelete": "tomorrow" })).await?;
    said.push(format!("`dateToDelete` \"tomorrow\": {}", came.said()));
    let token = bench.token(&client.id, client.secret.as_ref()).await?;
    let came = bench.put(&client, json!({ "state": "inactive" })).await?;
    said.push(format!("made inactive: {}, `dateToDelete` {}", came.said(), came.body["dateToDelete"]));
    if let Ok((token, _)) = token {
        let me = bench.sender.send_with(&token, "token from before", Method::GET, ME, None).await?;
        said.push(format!("a token from before: {}", me.said()));
        let fresh = bench.token(&client.id, client.secret.as_ref()).await?;
        let fresh = fresh.map_or_else(|why| format!("refused ({why})"), |_| "given".to_owned());
        said.push(format!("a new token while inactive: {fresh}"));
    }
    let path = format!("{CLIENTS}/{}", client.id);
    let gone = bench.sender.send(Method::DELETE, &path, None).await?;
    said.push(format!("deleted: {}", gone.said()));
    let read = bench.read(&client).await?;
    said.push(format!("read after that: {}, state {}", read.said(), read.body["state"]));
    let back = bench.put(&client, json!({ "state": "active" })).await?;
    said.push(format!("PUT with state `active` after that: {}", back.said()));
    let said = said.join("; ") + ".";
    Ok(if gone.is_success() { Settled(said) } else { Open(said) })
}

/// 14: tokens and the old secret after a new one.
pub(crate) async fn secrets(bench: &mut Bench) -> Result<Verdict, Halt> {
    let pair = bench.pair().await?;
    let client = bench.needed(bench.machine_body("new secret", &pair, json!({}))).await?;
    let (token, seconds) = match bench.token(&client.id, client.secret.as_ref()).await? {
        Ok(token) => token,
        Err(why) => return Ok(Open(format!("No token to try it with: {why}."))),
    };
    let seconds = seconds.map_or("nothing".to_owned(), |seconds| seconds.to_string());
    let mut said = vec![format!("of 300 seconds, expires_in said {seconds}")];
    let renewed = bench.sender.send(Method::POST, &format!("{CLIENTS}/{}/secret", client.id), None).await?;
    said.push(format!("new secret: {}", renewed.said()));
    let me = bench.sender.send_with(&token, "token from before", Method::GET, ME, None).await?;
    said.push(format!("a token from before: {}", me.said()));
    for (which, secret) in [("old", client.secret.as_ref()), ("new", renewed.secret.as_ref())] {
        let outcome = bench.token(&client.id, secret).await?;
        let outcome = outcome.map_or_else(|why| format!("refused ({why})"), |_| "a token".to_owned());
        said.push(format!("the {which} secret at once: {outcome}"));
    }
    Ok(Settled(said.join("; ") + "."))
}
