//! The list of clients in use: what is asked of the organization for it, what a write changes, exports, views.

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};
use latchkey::app::create_client::create_client;
use latchkey::app::deactivate_client::deactivate_client;
use latchkey::app::delete_client::delete_client;
use latchkey::app::export_clients::{ClientExport, TableFormat, export_clients};
use latchkey::app::keep_views::{
    delete_list_view, keep_list_columns, read_list_views, rename_list_view, save_list_view,
};
use latchkey::app::list_clients::{
    ClientWindow, list_client_ids, look_at_clients, read_client, refresh_clients,
};
use latchkey::domain::client_list::{ClientColumn, GrantKind, ListQuery};
use latchkey::domain::grant::GrantType;
use latchkey::domain::preset::{Preset, Purpose};
use latchkey::domain::region::Region;
use latchkey::domain::secret::Secret;
use latchkey::genesys::endpoint::Endpoint;
use latchkey::genesys::network::Network;
use latchkey::genesys::session::Session;
use serde_json::json;

use crate::desk::Desk;
use crate::practice_bench::{Bench, CLIENTS, EMPLOYEE, but, login, machine};

/// What Genesys made the role for SCIM with.
const SCIM_AS_MADE: &str =
    "/api/v2/authorization/roles/5a1e0000-0000-4000-8000-000000000005/comparedefault/scimIntegration";

async fn look(desk: &Desk, query: &ListQuery) -> ClientWindow {
    look_at_clients(&desk.app, &desk.org.id, query, 0, 100).await.expect("a window")
}

fn searching(search: &str) -> ListQuery {
    ListQuery { search: search.to_owned(), ..ListQuery::default() }
}

#[tokio::test]
async fn a_crowd_is_looked_at_in_windows() {
    let desk = Desk::playing(|settings| settings.crowd = 700).await;
    let read = refresh_clients(&desk.app, &desk.org.id).await.expect("read");
    assert_eq!(read.total, 716);
    let window = look(&desk, &ListQuery::default()).await;
    assert_eq!(
        (window.total, window.matched, window.rows.len(), window.version),
        (716, 716, 100, read.version)
    );
    let scim = look(&desk, &ListQuery { looks_like: vec![Preset::Scim], ..ListQuery::default() }).await;
    assert!(
        scim.matched > 5 && scim.rows.iter().all(|row| row.looks_like == Preset::Scim),
        "{}",
        scim.matched
    );
    let found = look(&desk, &searching("telephonie")).await;
    assert!(found.matched > 0 && found.rows.iter().all(|row| row.name.starts_with("Téléphonie ")));
    let implicit = ListQuery { grant_types: vec![GrantKind::Implicit], ..ListQuery::default() };
    let ids = list_client_ids(&desk.app, &desk.org.id, &implicit, 0, u32::MAX).await.expect("ids");
    let counted = window.facets.grant_types.iter().find(|(kind, _)| *kind == GrantKind::Implicit);
    assert_eq!(counted.map(|(_, count)| *count as usize), Some(ids.len()));
    // A window never grows beyond what the page shows.
    let all =
        look_at_clients(&desk.app, &desk.org.id, &ListQuery::default(), 0, 5_000).await.expect("a window");
    assert_eq!(all.rows.len(), 500);
    // A smaller crowd leaves, and the same comes again.
    desk.play(|settings| settings.crowd = 5).await;
    assert_eq!(refresh_clients(&desk.app, &desk.org.id).await.expect("read").total, 21);
}

/// A person who comes back to the list sees what is so.
#[tokio::test]
async fn no_write_leaves_an_old_list_behind() {
    let desk = Desk::open().await;
    let before = look(&desk, &ListQuery::default()).await;
    let mut draft =
        desk.draft(Purpose::Plain { grant_type: GrantType::ClientCredentials }, "Brand new").await;
    draft.roles = vec![desk.role("Analytics Reader")];
    let created = create_client(&desk.app, &desk.org.id, &draft, false).await.expect("created");
    let id = created.client.id;
    let after = look(&desk, &ListQuery::default()).await;
    assert_eq!((after.total, after.version > before.version), (before.total + 1, true));
    deactivate_client(&desk.app, &desk.org.id, &id, false).await.expect("inactive");
    let found = look(&desk, &searching(&id)).await;
    assert_eq!(found.rows[0].state, latchkey::domain::client::ClientState::Inactive);
    delete_client(&desk.app, &desk.org.id, &id, "Brand new", false).await.expect("deleted");
    assert_eq!(look(&desk, &searching(&id)).await.matched, 0);
}

/// Four requests, all at once, for the list of an organization that was just opened; a client costs one more.
#[tokio::test]
async fn the_list_asks_for_each_thing_once() {
    let bench = Bench::open().await;
    let desk = Desk::signed_in_to(&bench).await;
    let before = bench.practice.requests().len();
    refresh_clients(&desk.app, &desk.org.id).await.expect("read");
    for search in ["", "n", "ni", "nig"] {
        look(&desk, &searching(search)).await;
    }
    let paths = |from: usize| {
        let mut paths: Vec<String> =
            bench.practice.requests()[from..].iter().map(|record| record.path.clone()).collect();
        paths.sort();
        paths
    };
    let expected = [
        "/api/v2/authorization/divisions",
        "/api/v2/authorization/roles",
        SCIM_AS_MADE,
        "/api/v2/oauth/clients",
        "/api/v2/oauth/scopes",
    ];
    assert_eq!(paths(before), expected);
    let listed = bench.practice.requests().len();
    let id = look(&desk, &searching("wallboard")).await.rows[0].id.clone();
    read_client(&desk.app, &desk.org.id, &id).await.expect("the client");
    refresh_clients(&desk.app, &desk.org.id).await.expect("read");
    // Where roles are held is said on the page of a client.
    let held = "/api/v2/authorization/subjects/me".to_owned();
    assert_eq!(paths(listed), [held, "/api/v2/oauth/clients".to_owned(), format!("{CLIENTS}/{id}")]);
    // The form asks where roles are held, and for no client and no identity again.
    let listed = bench.practice.requests().len();
    desk.read_facts().await.expect("facts");
    let expected = [
        "/api/v2/authorization/divisions",
        "/api/v2/authorization/roles",
        SCIM_AS_MADE,
        "/api/v2/authorization/subjects/me",
        "/api/v2/oauth/scopes",
    ];
    assert_eq!(paths(listed), expected);
}

#[tokio::test]
async fn a_list_is_compressed_for_whoever_asks() {
    let bench = Bench::playing(|settings| settings.crowd = 200).await;
    let plain = reqwest::Client::builder().gzip(false).build().expect("a client");
    let ask = |encoding: &'static str| {
        let request = plain.get(format!("{}{CLIENTS}", bench.practice.address()));
        request.bearer_auth(bench.practice.user_token()).header("accept-encoding", encoding).send()
    };
    let (gzip, identity) = (ask("gzip").await.expect("an answer"), ask("identity").await.expect("an answer"));
    assert_eq!(gzip.headers()["content-encoding"], "gzip");
    assert_eq!(identity.headers().get("content-encoding"), None);
    let (small, large) =
        (gzip.bytes().await.expect("bytes").len(), identity.bytes().await.expect("bytes").len());
    assert!(small * 4 < large, "{small} of {large} bytes");
    // The program itself asks, and reads what comes.
    let endpoint =
        Endpoint::practice(bench.practice.address(), Region::of_domain("mypurecloud.de").expect("one"));
    let session =
        Session::with_token(endpoint, Secret::new(bench.practice.user_token()), &Network::default());
    assert_eq!(session.expect("a session").list_clients().await.expect("clients").len(), 216);
}

fn export(search: &str, columns: &[ClientColumn], format: TableFormat) -> ClientExport {
    ClientExport { query: searching(search), only: None, columns: columns.to_vec(), format }
}

const FORMULA: &str = "=HYPERLINK(\"http://evil.example\")";

async fn desk_with_a_formula() -> (Bench, Desk) {
    let bench = Bench::open().await;
    let client = but(machine(&[EMPLOYEE]), json!({ "name": FORMULA, "description": "+1 or -1" }));
    bench.create(client).await.done();
    let desk = Desk::signed_in_to(&bench).await;
    (bench, desk)
}

#[tokio::test]
async fn no_exported_cell_is_a_formula() {
    let (_bench, desk) = desk_with_a_formula().await;
    let columns =
        [ClientColumn::Name, ClientColumn::Description, ClientColumn::Duration, ClientColumn::Roles];
    let asked = export("hyperlink", &columns, TableFormat::Csv);
    let file = export_clients(&desk.app, &desk.org.id, &asked).await.expect("exported");
    assert_eq!(file.entries, 1);
    let text = std::fs::read_to_string(&file.path).expect("the file");
    let row = format!("\"'{}\",'+1 or -1,86400,employee [Home]\r\n", FORMULA.replace('"', "\"\""));
    assert_eq!(text, format!("\u{FEFF}name,description,token_duration_seconds,roles\r\n{row}"));

    let asked = ClientExport { format: TableFormat::Xlsx, ..asked };
    let file = export_clients(&desk.app, &desk.org.id, &asked).await.expect("exported");
    let bytes = std::fs::read(&file.path).expect("the file");
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).expect("a workbook");
    let sheet = book.worksheet_range("clients").expect("the sheet");
    let cells: Vec<&[Data]> = sheet.rows().collect();
    let text = |text: &str| Data::String(text.to_owned());
    assert_eq!(cells[0], columns.map(|column| text(column.header())));
    assert_eq!(cells[1], [text(FORMULA), text("+1 or -1"), Data::Float(86_400.0), text("employee [Home]")]);
    assert!(book.worksheet_formula("clients").expect("formulas").is_empty());
}

/// More addresses than a cell of a spreadsheet takes: the file is written all the same, and says that some is missing.
#[tokio::test]
async fn a_long_cell_is_cut() {
    let bench = Bench::open().await;
    let address = |number: usize| format!("https://site{number}.example/{}", "x".repeat(300));
    let addresses: Vec<String> = (0..125).map(address).collect();
    let many = json!({ "name": "Many addresses", "registeredRedirectUri": addresses });
    bench.create(but(login(&["users"]), many)).await.done();
    let desk = Desk::signed_in_to(&bench).await;
    let asked = export("many addresses", &[ClientColumn::RedirectUris], TableFormat::Xlsx);
    let file = export_clients(&desk.app, &desk.org.id, &asked).await.expect("exported");
    let mut book: Xlsx<_> =
        Xlsx::new(Cursor::new(std::fs::read(&file.path).expect("the file"))).expect("a workbook");
    let sheet = book.worksheet_range("clients").expect("the sheet");
    let Some(Data::String(text)) = sheet.get((1, 0)) else { panic!("no text") };
    assert!(text.starts_with("https://site0.example/") && text.ends_with('…') && text.len() < 32_767);
}

#[tokio::test]
async fn an_export_has_what_is_shown_and_in_its_order() {
    let desk = Desk::playing(|settings| settings.crowd = 60).await;
    let asked = export("", &ClientColumn::ALL, TableFormat::Xlsx);
    let whole = export_clients(&desk.app, &desk.org.id, &asked).await.expect("exported");
    assert_eq!(whole.entries, 76);
    let shown = look(&desk, &ListQuery::default()).await;
    let some: Vec<String> = [5, 2].iter().map(|place: &usize| shown.rows[*place].id.clone()).collect();
    let asked = ClientExport { only: Some(some.clone()), format: TableFormat::Json, ..asked };
    let file = export_clients(&desk.app, &desk.org.id, &asked).await.expect("exported");
    let json: serde_json::Value =
        serde_json::from_slice(&std::fs::read(&file.path).expect("the file")).expect("JSON");
    let ids: Vec<&str> =
        json.as_array().expect("a list").iter().filter_map(|one| one["id"].as_str()).collect();
    assert_eq!(ids, [some[1].as_str(), some[0].as_str()]);
    // Nothing of an older file is written over.
    assert_ne!(export_clients(&desk.app, &desk.org.id, &asked).await.expect("exported").path, file.path);
}

#[tokio::test]
async fn views_are_kept() {
    let desk = Desk::open().await;
    assert_eq!(read_list_views(&desk.app).await.columns, None);
    let implicit = ListQuery { grant_types: vec![GrantKind::Implicit], ..ListQuery::default() };
    save_list_view(&desk.app, " Sunset ", implicit.clone()).await.expect("saved");
    save_list_view(&desk.app, "All of Paris", searching("paris")).await.expect("saved");
    keep_list_columns(&desk.app, vec![ClientColumn::Name, ClientColumn::Scopes]).await.expect("kept");
    let kept = rename_list_view(&desk.app, "All of Paris", "Paris").await.expect("renamed");
    let names: Vec<&str> = kept.views.iter().map(|view| view.name.as_str()).collect();
    assert_eq!(names, ["Paris", "Sunset"]);
    assert_eq!(kept.views[1].query, implicit);
    assert_eq!(kept.columns, Some(vec![ClientColumn::Name, ClientColumn::Scopes]));
    // One of the same name is replaced.
    save_list_view(&desk.app, "Sunset", searching("x")).await.expect("saved");
    delete_list_view(&desk.app, "Paris").await.expect("deleted");
    let kept = read_list_views(&desk.app).await;
    assert_eq!(kept.views.len(), 1);
    assert_eq!(kept.views[0].query, searching("x"));
}
