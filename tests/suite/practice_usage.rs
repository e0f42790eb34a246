//! The usage query of the practice organization, one short test for each rule.

use jiff::{Timestamp, ToSpan};
use serde_json::{Value, json};

use crate::practice_bench::{Bench, CLIENTS, Reply, but};

const SCIM_CLIENT: &str = "c11e0000-0000-4000-8000-000000000003";
const WALLBOARD: &str = "c11e0000-0000-4000-8000-000000000002";

/// The midnight so many days ago.
fn ago(days: i64) -> String {
    let then = Timestamp::now().checked_sub((days * 24).hours()).expect("a moment");
    format!("{}T00:00:00.000Z", then.strftime("%Y-%m-%d"))
}

fn body() -> Value {
    json!({ "interval": format!("{}/{}", ago(7), ago(0)), "granularity": "Day",
        "groupBy": ["TemplateUri", "HttpMethod"] })
}

async fn ask(bench: &Bench, client: &str, body: Value) -> Reply {
    bench.call("POST", &format!("{CLIENTS}/{client}/usage/query"), Some(body)).await
}

async fn rows(bench: &Bench, started: &Reply) -> Vec<Value> {
    assert_eq!(started.status, 202, "{}", started.body);
    let results = started.text("resultsUri");
    assert_eq!(bench.get(&results).await.done().text("queryStatus"), "Running");
    let complete = bench.get(&results).await.done();
    assert_eq!(complete.text("queryStatus"), "Complete");
    complete.body["results"].as_array().expect("rows").clone()
}

fn sum(rows: &[Value]) -> u64 {
    rows.iter().filter_map(|row| row["requests"].as_u64()).sum()
}

#[tokio::test]
async fn the_summary_is_the_sum_of_the_query() {
    let bench = Bench::open().await;
    let started = bench.get(&format!("{CLIENTS}/{SCIM_CLIENT}/usage/summary?days=7")).await;
    let summary = rows(&bench, &started).await;
    assert_eq!((summary.len(), &summary[0]["clientName"]), (1, &json!("Entra ID provisioning")));
    let query = rows(&bench, &ask(&bench, SCIM_CLIENT, body()).await).await;
    assert!(query.len() > 7 && sum(&query) == sum(&summary), "{} rows", query.len());
    assert!((7 * 80..7 * 110).contains(&sum(&query)), "about 96 a day: {}", sum(&query));
    let again = rows(&bench, &ask(&bench, SCIM_CLIENT, body()).await).await;
    assert_eq!(again, query, "the same each time");
    bench
        .get(&format!("{CLIENTS}/{SCIM_CLIENT}/usage/summary?days=0"))
        .await
        .refused(400, "invalid.query.param.value");
}

#[tokio::test]
async fn rows_have_what_was_grouped_by_and_nothing_else() {
    let bench = Bench::open().await;
    let only = json!({ "groupBy": [], "metrics": ["Requests"] });
    for row in rows(&bench, &ask(&bench, SCIM_CLIENT, but(body(), only)).await).await {
        assert_eq!(row.as_object().map(|row| row.len()), Some(2), "date and requests: {row}");
    }
    let orgs = but(body(), json!({ "groupBy": ["OrganizationId", "OAuthClientId"] }));
    let rows = rows(&bench, &ask(&bench, WALLBOARD, orgs).await).await;
    assert_eq!(rows.len(), 14, "two organizations, seven days");
    assert!(rows.iter().all(|row| row["clientId"] == WALLBOARD && row["templateUri"].is_null()));
}

#[tokio::test]
async fn weeks_and_months_hold_the_same_calls() {
    let bench = Bench::open().await;
    let long = json!({ "interval": format!("{}/{}", ago(60), ago(0)), "groupBy": [] });
    let mut sums = Vec::new();
    for (granularity, most) in [("Day", 60), ("Week", 10), ("Month", 3)] {
        let asked = but(but(body(), long.clone()), json!({ "granularity": granularity }));
        let rows = rows(&bench, &ask(&bench, SCIM_CLIENT, asked).await).await;
        assert!(rows.len() <= most && rows.len() > most / 3, "{granularity}: {} rows", rows.len());
        sums.push(sum(&rows));
    }
    assert!(sums.iter().all(|one| *one == sums[0] && *one > 0), "{sums:?}");
}

#[tokio::test]
async fn a_429_is_counted_inside_400_and_today_has_no_row() {
    let bench = Bench::open().await;
    let until_now = json!({ "interval": format!("{}/{}", ago(3), Timestamp::now()) });
    let client = "c11e0000-0000-4000-8000-000000000005";
    let rows = rows(&bench, &ask(&bench, client, but(body(), until_now)).await).await;
    let count = |row: &Value, member: &str| row[member].as_u64().expect("a number");
    assert!(rows.iter().any(|row| count(row, "status429") > 0));
    for row in &rows {
        assert!(count(row, "status429") <= count(row, "status400"));
        let statuses = ["status200", "status300", "status400", "status500"];
        assert_eq!(statuses.iter().map(|member| count(row, member)).sum::<u64>(), count(row, "requests"));
        assert!(row["date"].as_str().expect("a date") < ago(0).as_str());
    }
}

#[tokio::test]
async fn intervals_and_words_are_checked() {
    let bench = Bench::open().await;
    let between = |from: i64, to: i64| json!({ "interval": format!("{}/{}", ago(from), ago(to)) });
    for wrong in [
        json!({ "interval": "" }),
        json!({ "interval": ago(3) }),
        json!({ "interval": "yesterday/today" }),
        between(3, 3),
        between(3, 4),
        between(95, 0),
        between(400, 380),
        json!({ "granularity": "Hour" }),
        json!({ "metrics": ["Status418"] }),
        json!({ "groupBy": ["UserId"] }),
    ] {
        ask(&bench, SCIM_CLIENT, but(body(), wrong.clone())).await.refused(400, "bad.request");
    }
    for right in [between(90, 0), between(365, 300), json!({ "metrics": ["Status429"] })] {
        assert_eq!(ask(&bench, SCIM_CLIENT, but(body(), right)).await.status, 202);
    }
    ask(&bench, "nobody", body()).await.refused(404, "not.found");
}

#[tokio::test]
async fn it_runs_as_long_as_it_is_told_to_and_can_fail() {
    let bench =
        Bench::playing(|settings| (settings.usage_polls_running, settings.usage_fails) = (2, true)).await;
    let results = ask(&bench, SCIM_CLIENT, body()).await.text("resultsUri");
    for status in ["Running", "Running", "Failed"] {
        assert_eq!(bench.get(&results).await.done().text("queryStatus"), status);
    }
    let elsewhere = results.replace(SCIM_CLIENT, WALLBOARD);
    bench.get(&elsewhere).await.refused(404, "not.found");
}

#[tokio::test]
async fn credentials_come_in_pages_without_values() {
    let bench = Bench::open().await;
    let path = "/api/v2/integrations/credentials";
    let first = bench.get(&format!("{path}?pageSize=2")).await.done();
    assert_eq!((&first.body["total"], &first.body["pageCount"]), (&json!(3), &json!(2)));
    assert_eq!(first.body["entities"][0]["type"]["name"], "pureCloudOAuthClient");
    assert!(first.body["entities"][0]["credentialFields"].is_null());
    assert_eq!(
        bench.get(&first.text("nextUri")).await.done().body["entities"].as_array().map(Vec::len),
        Some(1)
    );
    let by_cursor = |query: &str| format!("{path}/listing{query}");
    let start = bench.get(&by_cursor("?pageSize=2")).await.done();
    assert!(start.body["total"].is_null() && start.body["pageCount"].is_null());
    for at in 0..2 {
        assert_eq!(start.body["entities"][at]["id"], first.body["entities"][at]["id"]);
    }
    let end = bench.get(&start.text("nextUri")).await.done();
    assert_eq!(
        (end.body["entities"].as_array().map(Vec::len), &end.body["nextUri"]),
        (Some(1), &json!(null))
    );
    bench.get(&by_cursor("?pageSize=201")).await.refused(400, "invalid.query.param.value");
    bench.get(&by_cursor("?after=x")).await.refused(400, "invalid.query.param.value");
    bench.change(|settings| settings.withheld_permissions = vec!["integrations:integration:view".into()]);
    bench.get(path).await.refused(403, "missing.any.permissions");
}
