//! The engine behind the list of clients: search, filters, order, windows.

use std::collections::HashMap;
use std::sync::Arc;

use latchkey::domain::client::{ClientState, OauthClient, RoleDivision};
use latchkey::domain::client_list::{
    ClientTable, Direction, FindingDigest, FindingLevel, GrantKind, Insights, ListQuery, SortColumn, UseKind,
    fold,
};
use latchkey::domain::finding::Severity;
use latchkey::domain::grant::{GrantType, HeldGrantType};
use latchkey::domain::health::HealthCode;
use latchkey::domain::preset::Preset;
use latchkey::domain::role::{HeldIn, Role};
use latchkey::domain::scim_role::{ScimRoles, ScimStanding};
use latchkey::domain::usage::LastUse;
use proptest::prelude::*;

const SCIM: &str = "5a1e0000-0000-4000-8000-000000000005";

pub(crate) fn client(number: usize, name: &str) -> OauthClient {
    OauthClient {
        id: format!("c11e0000-0000-4000-8000-{number:012}"),
        name: name.to_owned(),
        description: String::new(),
        grant_type: HeldGrantType::Offered { grant_type: GrantType::ClientCredentials },
        state: ClientState::Active,
        seconds: Some(86_400),
        redirect_uris: Vec::new(),
        scopes: Vec::new(),
        roles: Vec::new(),
        created_at: None,
        modified_at: None,
        created_by: None,
        delete_at: None,
    }
}

/// What the roles of these clients are to SCIM.
fn scim_roles() -> ScimRoles {
    let role = |id: &str, scim: ScimStanding| Role {
        id: id.to_owned(),
        name: id.to_owned(),
        description: String::new(),
        default_role_id: None,
        held: HeldIn::Everywhere,
        scim,
        may_everything: false,
    };
    ScimRoles::of(&[
        role(SCIM, ScimStanding::Scim { missing: Vec::new() }),
        role("ours", ScimStanding::Scim { missing: vec!["directory:user:delete".to_owned()] }),
        role("more", ScimStanding::ScimPlus { extra: vec!["routing:queue:view".to_owned()] }),
        role("other", ScimStanding::NotScim),
    ])
}

fn table(clients: Vec<OauthClient>) -> ClientTable {
    ClientTable::new(Arc::new(clients), &scim_roles(), &Insights::default())
}

fn names(table: &ClientTable, query: &ListQuery) -> Vec<String> {
    let listing = table.look(query);
    table.window(&listing, 0, u32::MAX).into_iter().map(|row| row.name).collect()
}

fn searching(search: &str) -> ListQuery {
    ListQuery { search: search.to_owned(), ..ListQuery::default() }
}

fn sorted_by(sort: SortColumn, direction: Direction) -> ListQuery {
    ListQuery { sort, direction, ..ListQuery::default() }
}

#[test]
fn texts_lose_case_and_accents() {
    for (text, folded) in [
        ("Téléphonie", "telephonie"),
        ("TÉLÉPHONIE", "telephonie"),
        ("Œuvre", "oeuvre"),
        ("Straße", "strasse"),
        ("STRASSE", "strasse"),
        ("Łódź Ørsted Æther", "lodz orsted aether"),
        ("ﬁnance", "finance"),
        ("İstanbul", "istanbul"),
        ("a\nb\tc", "a b c"),
        ("Москва", "москва"),
        ("東京", "東京"),
    ] {
        assert_eq!(fold(text), folded, "{text}");
    }
}

#[test]
fn a_search_looks_in_every_field_and_across_none() {
    let full = OauthClient {
        description: "Anrufe für München".to_owned(),
        redirect_uris: vec!["https://crm.example.com/cb".to_owned(), "https://two.example".to_owned()],
        scopes: vec!["routing:readonly".to_owned(), "users".to_owned()],
        ..client(7, "Téléphonie Paris")
    };
    let table = table(vec![client(1, "Wallboard"), full, client(3, "Last")]);
    for search in [
        "telephonie",
        "PARIS tele",
        "munchen",
        "crm.example",
        "/cb",
        "routing:read",
        "000000000007",
        "  paris   users  ",
        "two.example paris anrufe 0007",
    ] {
        assert_eq!(names(&table, &searching(search)), ["Téléphonie Paris"], "{search}");
    }
    for search in
        ["parisanrufe", "readonlyusers", "example.com/cbhttps", "paris wallboard", "lastx", "userslast"]
    {
        assert!(names(&table, &searching(search)).is_empty(), "{search}");
    }
    for search in ["", "   ", "\u{301}"] {
        assert_eq!(names(&table, &searching(search)).len(), 3, "{search:?}");
    }
}

#[test]
fn names_are_sorted_as_people_read_them() {
    let unsorted =
        ["Client 10", "client 2", "Éclair", "echo", "Client 002 b", "zebra", "Álbum", "10", "9", "Ärger"];
    let clients = unsorted.iter().enumerate().map(|(number, name)| client(number, name)).collect();
    let expected =
        ["9", "10", "Álbum", "Ärger", "client 2", "Client 002 b", "Client 10", "echo", "Éclair", "zebra"];
    let table = table(clients);
    assert_eq!(names(&table, &ListQuery::default()), expected);
    let mut backwards = names(&table, &sorted_by(SortColumn::Name, Direction::Descending));
    backwards.reverse();
    assert_eq!(backwards, expected);
}

/// Equal values stay in the order of their names, and rows without a value at the end, both ways.
#[test]
fn every_order_is_total_and_stable() {
    let seconds = [Some(300), None, Some(900), Some(300), None, Some(900)];
    let clients = seconds
        .iter()
        .zip(["f", "e", "d", "c", "b", "a"])
        .enumerate()
        .map(|(number, (seconds, name))| OauthClient { seconds: *seconds, ..client(number, name) });
    let table = table(clients.collect());
    let by = |direction| names(&table, &sorted_by(SortColumn::Duration, direction)).join("");
    assert_eq!(by(Direction::Ascending), "cfadbe");
    assert_eq!(by(Direction::Descending), "adcfbe");
}

#[test]
fn what_a_client_looks_like() {
    let offered = |grant_type| HeldGrantType::Offered { grant_type };
    let roles = |ids: &[&str]| -> Vec<RoleDivision> {
        ids.iter().map(|id| RoleDivision { role_id: (*id).to_owned(), division_id: "*".to_owned() }).collect()
    };
    let browser = |address: &str| OauthClient {
        grant_type: offered(GrantType::Implicit),
        redirect_uris: vec!["http://localhost".to_owned(), address.to_owned()],
        ..client(1, "one")
    };
    let machine = |ids: &[&str]| OauthClient { roles: roles(ids), ..client(1, "one") };
    for (client, preset) in [
        (browser("https://apps.mypurecloud.de/crm/index.html"), Preset::EmbeddableFramework),
        (browser("https://apps.euw2.pure.cloud/crm/authWindow.html?x=1"), Preset::EmbeddableFramework),
        (browser("https://example.com/crm/index.html"), Preset::Plain),
        (browser("https://apps.mypurecloud.de/crm/other.html"), Preset::Plain),
        (machine(&[SCIM]), Preset::Scim),
        (machine(&[SCIM, SCIM]), Preset::Scim),
        (machine(&["ours"]), Preset::Scim),
        (machine(&[SCIM, "ours"]), Preset::Scim),
        (machine(&["more"]), Preset::Scim),
        (machine(&["unread"]), Preset::Plain),
        (OauthClient { seconds: Some(38_880_000), ..machine(&["unread"]) }, Preset::Scim),
        (OauthClient { seconds: Some(38_880_000), ..machine(&["unread", "other"]) }, Preset::Plain),
        (machine(&[SCIM, "other"]), Preset::Plain),
        (machine(&[]), Preset::Plain),
        (OauthClient { grant_type: offered(GrantType::Saml2Bearer), ..machine(&[SCIM]) }, Preset::Plain),
    ] {
        let table = table(vec![client.clone()]);
        assert_eq!(
            table.window(&table.look(&ListQuery::default()), 0, 1)[0].looks_like,
            preset,
            "{client:?}"
        );
    }
}

fn use_of(requests: u64, last_day: Option<&str>) -> LastUse {
    let checked_at = "2026-11-20T08:00:00Z".to_owned();
    LastUse { checked_at, days: 30, requests, last_day: last_day.map(str::to_owned), at_once: false }
}

/// Nobody's findings are not the same as no findings, and a client nobody looked at is not unused.
#[test]
fn what_is_not_known_is_not_taken_for_good() {
    let clients = Arc::new(vec![client(1, "a"), client(2, "b"), client(3, "c"), client(4, "d")]);
    let id = |number: usize| clients[number - 1].id.clone();
    let bare = ClientTable::new(clients.clone(), &ScimRoles::default(), &Insights::default());
    let levels = |levels| ListQuery { levels, ..ListQuery::default() };
    assert_eq!(names(&bare, &levels(vec![FindingLevel::Clear])).len(), 0);
    assert_eq!(names(&bare, &levels(vec![FindingLevel::NotChecked])).len(), 4);
    let digest =
        |worst, open| FindingDigest { worst, open, acknowledged: 0, codes: vec![HealthCode::ImplicitGrant] };
    let findings = HashMap::from([
        (id(1), digest(Some(Severity::Warning), 2)),
        (id(2), digest(Some(Severity::Error), 1)),
        (id(3), digest(Some(Severity::Warning), 3)),
    ]);
    let uses = HashMap::from([
        (id(1), use_of(0, None)),
        (id(2), use_of(5, Some("2026-11-02"))),
        (id(3), use_of(9, Some("2026-10-31"))),
    ]);
    let known = Insights { findings: Some(findings), uses };
    let table = ClientTable::new(clients.clone(), &ScimRoles::default(), &known);
    assert_eq!(names(&table, &levels(vec![FindingLevel::Clear])), ["d"]);
    assert_eq!(names(&table, &levels(vec![FindingLevel::Warning, FindingLevel::Error])), ["a", "b", "c"]);
    let codes = ListQuery { codes: vec![HealthCode::ImplicitGrant], ..ListQuery::default() };
    assert_eq!(names(&table, &codes), ["a", "b", "c"]);
    assert_eq!(table.look(&ListQuery::default()).facets().codes, [(HealthCode::ImplicitGrant, 3)]);
    let used = |kind| names(&table, &ListQuery { uses: vec![kind], ..ListQuery::default() });
    assert_eq!(
        (used(UseKind::NoCalls), used(UseKind::NotKnown)),
        (vec!["a".to_owned()], vec!["d".to_owned()])
    );
    assert_eq!(names(&table, &sorted_by(SortColumn::Findings, Direction::Descending)), ["b", "c", "a", "d"]);
    assert_eq!(names(&table, &sorted_by(SortColumn::LastUse, Direction::Ascending)), ["a", "c", "b", "d"]);
}

prop_compose! {
    fn any_client()(
        name in "[a-cA-CéÉ]{0,4}( [a-c]{1,3}){0,2}",
        description in "([a-c]{1,4} ?){0,3}",
        addresses in prop::collection::vec("https://[a-c]{1,3}\\.example", 0..3),
        scopes in prop::collection::vec("[a-c]{2}:readonly", 0..3),
        grant in 0..6_usize,
        state in 0..4_usize,
        seconds in prop::option::of(300..303_u32),
    ) -> OauthClient {
        let grant_type = match grant {
            0 => HeldGrantType::Password,
            1 => HeldGrantType::Unknown { value: "NEW".to_owned() },
            other => HeldGrantType::Offered { grant_type: GrantType::ALL[other - 2] },
        };
        let states = [ClientState::Active, ClientState::Inactive, ClientState::Disabled, ClientState::Other];
        OauthClient {
            name, description, redirect_uris: addresses, scopes, grant_type, state: states[state], seconds,
            ..client(0, "")
        }
    }
}

fn plain(text: &str) -> String {
    text.replace(['é', 'É'], "e").to_lowercase()
}

/// Slow and obvious: does every word stand in some field?
fn fits(client: &OauthClient, query: &ListQuery) -> bool {
    let fields = [&client.name, &client.description, &client.id];
    let fields: Vec<String> = fields
        .into_iter()
        .chain(&client.redirect_uris)
        .chain(&client.scopes)
        .map(|text| plain(text))
        .collect();
    let word_fits = |word: &str| fields.iter().any(|field| field.contains(&plain(word)));
    query.search.split_whitespace().all(word_fits)
        && (query.states.is_empty() || query.states.contains(&client.state))
        && (query.grant_types.is_empty() || query.grant_types.contains(&GrantKind::from(&client.grant_type)))
}

const SORTS: [SortColumn; 9] = [
    SortColumn::Name,
    SortColumn::GrantType,
    SortColumn::State,
    SortColumn::LooksLike,
    SortColumn::Findings,
    SortColumn::LastUse,
    SortColumn::Duration,
    SortColumn::Created,
    SortColumn::Modified,
];

prop_compose! {
    fn any_query()(
        search in "([a-cé:.0]{1,3} ?){0,2}",
        states in prop::sample::subsequence(vec![ClientState::Active, ClientState::Inactive, ClientState::Other], 0..3),
        grants in prop::sample::subsequence(vec![GrantKind::Implicit, GrantKind::Other, GrantKind::AuthorizationCode], 0..3),
        sort in 0..SORTS.len(),
        down in any::<bool>(),
    ) -> ListQuery {
        let direction = if down { Direction::Descending } else { Direction::Ascending };
        ListQuery { search, states, grant_types: grants, sort: SORTS[sort], direction, ..ListQuery::default() }
    }
}

proptest! {
    #[test]
    fn the_engine_finds_what_a_slow_filter_finds(
        clients in prop::collection::vec(any_client(), 0..40),
        query in any_query(),
    ) {
        let clients: Vec<OauthClient> = clients
            .into_iter()
            .enumerate()
            .map(|(number, one)| OauthClient { id: client(number, "").id, ..one })
            .collect();
        let table = table(clients.clone());
        let listing = table.look(&query);
        let mut found = table.ids(&listing, 0, u32::MAX);
        // Windows of any size tile the whole.
        for size in [1, 3, 7] {
            let tiled: Vec<String> = (0..=listing.matched() / size)
                .flat_map(|part| table.window(&listing, part * size, size))
                .map(|row| row.id)
                .collect();
            prop_assert_eq!(&tiled, &found);
        }
        found.sort();
        let slow: Vec<String> =
            clients.iter().filter(|one| fits(one, &query)).map(|one| one.id.clone()).collect();
        prop_assert_eq!(found, slow);
        // A number beside a filter is what choosing that value alone shows.
        for (state, count) in &listing.facets().states {
            let alone = ListQuery { states: vec![*state], ..query.clone() };
            prop_assert_eq!(table.look(&alone).matched(), *count);
        }
        for (grant, count) in &listing.facets().grant_types {
            let alone = ListQuery { grant_types: vec![*grant], ..query.clone() };
            prop_assert_eq!(table.look(&alone).matched(), *count);
        }
    }
}
