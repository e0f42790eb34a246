//! How long the engine of the list takes with ten thousand clients. Run with optimisation, it must stay within a
//! millisecond; without, it only prints.

use std::sync::Arc;
use std::time::{Duration, Instant};

use latchkey::domain::client_list::{ClientTable, Direction, GrantKind, Insights, ListQuery, SortColumn};
use latchkey::domain::region::Region;
use latchkey::domain::secret::Secret;
use latchkey::genesys::endpoint::Endpoint;
use latchkey::genesys::network::Network;
use latchkey::genesys::session::Session;

use crate::practice_bench::Bench;

const ROUNDS: usize = 200;

/// The middle of many rounds.
fn median(mut round: impl FnMut()) -> Duration {
    let mut times: Vec<Duration> = (0..ROUNDS)
        .map(|_| {
            let begun = Instant::now();
            round();
            begun.elapsed()
        })
        .collect();
    times.sort();
    times[ROUNDS / 2]
}

#[tokio::test]
#[ignore = "a measurement: cargo test --profile with optimisation, --ignored"]
async fn ten_thousand_clients_within_a_millisecond() {
    let bench = Bench::playing(|settings| settings.crowd = 10_000).await;
    let endpoint =
        Endpoint::practice(bench.practice.address(), Region::of_domain("mypurecloud.de").expect("one"));
    let session =
        Session::with_token(endpoint, Secret::new(bench.practice.user_token()), &Network::default());
    let session = session.expect("a session");
    let begun = Instant::now();
    let clients = session.list_clients().await.expect("clients");
    println!("list of {}: {:?} over HTTP, read and parsed", clients.len(), begun.elapsed());
    let clients = Arc::new(clients);
    let begun = Instant::now();
    let table = ClientTable::new(clients, None, &Insights::default());
    println!("prepared in {:?}", begun.elapsed());
    let searching = |search: &str| ListQuery { search: search.to_owned(), ..ListQuery::default() };
    let queries = [
        ("everything", ListQuery::default()),
        ("one letter", searching("e")),
        ("a word", searching("telephonie")),
        ("two words", searching("paris routing")),
        ("nothing fits", searching("zzzzzz")),
        ("a filter", ListQuery { grant_types: vec![GrantKind::Implicit], ..ListQuery::default() }),
        (
            "another order",
            ListQuery { sort: SortColumn::Created, direction: Direction::Descending, ..ListQuery::default() },
        ),
    ];
    for (name, query) in queries {
        let found = table.look(&query).matched();
        let took = median(|| drop(std::hint::black_box(table.look(&query))));
        println!("{name}: {took:?}, {found} clients");
        assert!(cfg!(debug_assertions) || took <= Duration::from_millis(1), "{name}: {took:?}");
    }
    let listing = table.look(&ListQuery::default());
    println!(
        "window of 150: {:?}",
        median(|| drop(std::hint::black_box(table.window(&listing, 5_000, 150))))
    );
}
