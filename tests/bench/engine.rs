//! Looking at 10,000 clients in Rust: a search, a filter, another order. One look does all three.

use std::hint::black_box;
use std::sync::Arc;
use std::time::Instant;

use latchkey::app::App;
use latchkey::app::list_clients::list_clients;
use latchkey::app::profile::{Marking, NewProfile, Place};
use latchkey::app::sign_in_with_client::sign_in_with_client;
use latchkey::clipboard::Clipboard;
use latchkey::domain::client::ClientState;
use latchkey::domain::client_list::{ClientTable, Direction, GrantKind, Insights, ListQuery, SortColumn};
use latchkey::domain::scim_role::ScimRoles;
use latchkey::domain::secret::Secret;
use latchkey::vault::Vault;

use crate::contest::{percentile, within};
use crate::organization::Organization;

const CLIENTS: u32 = 10_000;
/// The bar for one look, in milliseconds.
const BAR: f64 = 1.0;

/// Each query so many times a round.
const TIMES: u32 = 20;

pub(crate) async fn measure(rounds: u32) -> bool {
    let org = Organization::with_clients(CLIENTS).await;
    let table = table(&org).await;
    let searched = |search: &str| ListQuery { search: search.to_owned(), ..ListQuery::default() };
    let sorted = |sort, direction| ListQuery { sort, direction, ..ListQuery::default() };
    let queries = [
        ("everything", ListQuery::default()),
        ("search of one letter", searched("e")),
        ("search of a word", searched("export")),
        ("search of two words", searched("nightly export")),
        ("search without a match", searched("zzzz")),
        (
            "two filters",
            ListQuery {
                grant_types: vec![GrantKind::AuthorizationCode, GrantKind::Implicit],
                states: vec![ClientState::Active],
                ..ListQuery::default()
            },
        ),
        ("sorted by duration", sorted(SortColumn::Duration, Direction::Descending)),
        ("sorted by date, newest", sorted(SortColumn::Created, Direction::Descending)),
    ];
    println!("one look at {CLIENTS} clients: search, filters, order, counts of every filter");
    let mut kept = true;
    for (name, query) in &queries {
        let mut times = Vec::new();
        for _ in 0..rounds * TIMES {
            let begun = Instant::now();
            black_box(table.look(black_box(query)));
            times.push(begun.elapsed().as_secs_f64() * 1_000.0);
        }
        kept &= within(name, percentile(&times, 50), "ms", BAR);
    }
    kept
}

async fn table(org: &Organization) -> ClientTable {
    let clipboard = Arc::new(tokio::sync::Mutex::new(Clipboard::Memory(String::new())));
    let app = App::new(org.folder().to_owned(), clipboard, Vault::memory());
    let place = Place::Local { address: org.practice.address() };
    let new = NewProfile { place, marking: Marking::default(), keep: false };
    let secret = Secret::new(org.practice.client_secret());
    let open = sign_in_with_client(&app, &new, &org.practice.client_id(), secret).await.expect("signed in");
    let clients = list_clients(&app, &open.id).await.expect("clients");
    ClientTable::new(clients, &ScimRoles::default(), &Insights::default())
}
