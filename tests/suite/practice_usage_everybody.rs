//! The usage query about every client of the practice organization, one short test for each rule.

use jiff::{Timestamp, ToSpan};
use serde_json::{Value, json};

use crate::practice_bench::{Bench, Reply, but};

const QUERY: &str = "/api/v2/usage/query";
const WALLBOARD: &str = "c11e0000-0000-4000-8000-000000000002";

/// The midnight so many days ago.
fn ago(days: i64) -> String {
    let then = Timestamp::now().checked_sub((days * 24).hours()).expect("a moment");
    format!("{}T00:00:00.000Z", then.strftime("%Y-%m-%d"))
}

fn body() -> Value {
    json!({ "interval": format!("{}/{}", ago(90), ago(0)), "groupBy": ["OAuthClientId"],
        "metrics": ["Requests"] })
}

async fn ask(bench: &Bench, body: Value) -> Reply {
    bench.call("POST", QUERY, Some(body)).await
}

/// Every row, page after page.
async fn rows(bench: &Bench, body: Value) -> Vec<Value> {
    let started = ask(bench, body).await;
    assert_eq!(started.status, 202, "{}", started.body);
    let results = started.text("resultsUri");
    assert_eq!(bench.get(&results).await.done().text("queryStatus"), "Running");
    let (mut rows, mut address) = (Vec::new(), results.clone());
    loop {
        let page = bench.get(&address).await.done();
        assert_eq!(page.text("queryStatus"), "Complete");
        rows.extend(page.body["results"].as_array().expect("rows").clone());
        let Some(after) = page.body["cursors"]["after"].as_str() else { return rows };
        address = format!("{results}?after={after}");
    }
}

fn sum(rows: &[Value]) -> u64 {
    rows.iter().filter_map(|row| row["requests"].as_u64()).sum()
}

#[tokio::test]
async fn a_client_has_one_row_and_days_add_up_to_it() {
    let bench = Bench::open().await;
    let sums = rows(&bench, body()).await;
    let mut ids: Vec<&str> = sums.iter().filter_map(|row| row["clientId"].as_str()).collect();
    ids.dedup();
    assert!(sums.len() > 5 && ids.len() == sums.len(), "one each");
    assert!(sums.iter().all(|row| row["clientName"].is_string() && row["date"].is_null()));
    let days = rows(&bench, but(body(), json!({ "granularity": "Day" }))).await;
    assert!(days.len() > 10 * sums.len() && sum(&days) == sum(&sums), "{} days", days.len());
    let today = ago(0);
    assert!(days.iter().all(|row| row["date"].as_str().is_some_and(|date| date < today.as_str())));
}

#[tokio::test]
async fn calls_for_other_organizations_are_left_out() {
    let bench = Bench::open().await;
    let everybody = rows(&bench, body()).await;
    let own = everybody.iter().find(|row| row["clientId"] == WALLBOARD).expect("a row");
    let path = format!("/api/v2/oauth/clients/{WALLBOARD}/usage/query");
    let asked = but(body(), json!({ "groupBy": ["OrganizationId"] }));
    let results = bench.call("POST", &path, Some(asked)).await.text("resultsUri");
    bench.get(&results).await.done();
    let by_org = bench.get(&results).await.done().body["results"].as_array().expect("rows").clone();
    assert_eq!(by_org.len(), 2);
    assert!(by_org.iter().any(|row| row["requests"] == own["requests"]), "{own} of {by_org:?}");
}

#[tokio::test]
async fn many_rows_come_in_pages() {
    let bench = Bench::playing(|settings| settings.crowd = 200).await;
    let short = json!({ "interval": format!("{}/{}", ago(30), ago(0)), "granularity": "Day" });
    let days = rows(&bench, but(body(), short)).await;
    assert!(days.len() > 2_000, "{} rows", days.len());
    let keys: std::collections::BTreeSet<String> =
        days.iter().map(|row| format!("{} {}", row["date"], row["clientId"])).collect();
    assert_eq!(keys.len(), days.len(), "no row twice");
}

#[tokio::test]
async fn words_and_rights_are_checked() {
    let bench = Bench::open().await;
    for wrong in
        [json!({ "groupBy": ["OauthClientId"] }), json!({ "interval": format!("{}/{}", ago(95), ago(0)) })]
    {
        ask(&bench, but(body(), wrong)).await.refused(400, "bad.request");
    }
    assert_eq!(ask(&bench, but(body(), json!({ "groupBy": ["UserId", "HttpMethod"] }))).await.status, 202);
    let results = ask(&bench, body()).await.text("resultsUri");
    bench.get(&results).await.done();
    bench.get(&format!("{results}?after=x")).await.refused(400, "invalid.query.param.value");
    bench.get(&format!("{QUERY}/nothing/results")).await.refused(404, "not.found");
    bench.change(|settings| settings.withheld_permissions = vec!["oauth:client:view".into()]);
    assert_eq!(ask(&bench, body()).await.status, 403);
    bench.change(|settings| settings.no_usage_of_everybody = true);
    ask(&bench, body()).await.refused(404, "not.found");
}

#[tokio::test]
async fn it_runs_fails_and_is_no_execution_of_one_client() {
    let bench = Bench::playing(|settings| settings.usage_fails = true).await;
    let results = ask(&bench, body()).await.text("resultsUri");
    for status in ["Running", "Failed"] {
        assert_eq!(bench.get(&results).await.done().text("queryStatus"), status);
    }
    let execution = results.split('/').nth(5).expect("an identifier");
    let elsewhere = format!("/api/v2/oauth/clients/{WALLBOARD}/usage/query/results/{execution}");
    bench.get(&elsewhere).await.refused(404, "not.found");
}
