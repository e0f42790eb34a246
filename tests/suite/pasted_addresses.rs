//! The reader of pasted lists: rows of `tests/tables`, and any list of addresses in any format gives back the addresses.

use latchkey::domain::redirect_uri::read_pasted;
use proptest::prelude::{Strategy, prop, proptest};
use proptest::sample::select;
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Row {
    why: String,
    text: String,
    rows: Vec<String>,
    left_out: Vec<String>,
    found: u32,
}

#[test]
fn every_row_is_read_as_it_says() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/tables/pasted_addresses.json");
    let rows: Vec<Row> = serde_json::from_str(&std::fs::read_to_string(path).expect("table")).expect("rows");
    let mut wrong = Vec::new();
    for row in rows {
        let read = read_pasted(&row.text);
        if (&read.rows, &read.left_out, read.found) != (&row.rows, &row.left_out, row.found) {
            wrong.push(format!("{}: {read:#?}", row.why));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Every letter that may stand in a path or a query (RFC 3986), but for what would end a sentence at the end.
fn address() -> impl Strategy<Value = String> {
    let scheme = select(vec![
        "https://",
        "http://",
        "HTTPS://",
        "myapp://",
        "com.example.app://",
        "com.example.app:/",
    ]);
    let host = select(vec![
        "one.example",
        "two.example:8443",
        "localhost:3000",
        "127.0.0.1",
        "[::1]",
        "a-b.one.example",
    ]);
    let letter = "[a-zA-Z0-9._~!$&*+,;=@%-]{0,8}".prop_map(|text| text.replace('%', "%2F"));
    let segment = (letter, select(vec!["", "(x)", ":v"])).prop_map(|(text, more)| format!("{text}{more}z"));
    let path = prop::collection::vec(segment.clone(), 0..4)
        .prop_map(|parts| parts.iter().map(|part| format!("/{part}")).collect::<String>());
    let query = prop::option::of(segment)
        .prop_map(|query| query.map_or(String::new(), |query| format!("?q={query}")));
    (scheme, host, path, query).prop_map(|(scheme, host, path, query)| format!("{scheme}{host}{path}{query}"))
}

/// Lists as people have them: each writes the addresses in its own way.
fn written(addresses: &[String], format: usize) -> String {
    let each = |write: &dyn Fn(usize, &String) -> String| {
        addresses.iter().enumerate().map(|(at, address)| write(at, address)).collect::<Vec<_>>()
    };
    match format {
        0 => addresses.join("\n"),
        1 => addresses.join("\r\n") + "\r\n",
        2 => addresses.join(", "),
        3 => addresses.join(","),
        4 => addresses.join("; "),
        5 => each(&|_, address| format!("  - {address}")).join("\n"),
        6 => each(&|at, address| format!("{}. {address}", at + 1)).join("\n"),
        7 => serde_json::to_string(addresses).expect("JSON"),
        8 => format!("uris = [\n{}\n]\n", each(&|_, address| format!("    \"{address}\",")).join("\n")),
        9 => format!("uris:\n{}", each(&|_, address| format!("- '{address}'")).join("\n")),
        10 => each(&|at, address| format!("Client {at}\t{address}\tyes")).join("\n"),
        11 => each(&|at, address| format!("| {at} | {address} | yes |")).join("\n"),
        12 => format!("Please register {}.", each(&|_, address| format!("<{address}>")).join(" and ")),
        13 => format!("Please register {}.", addresses.join(" and then ")),
        14 => each(&|_, address| format!("<a href=\"{}\">x</a>", address.replace('&', "&amp;"))).join("<br>"),
        // Without a broken line nothing shows that it is encoded.
        15 => Some(quoted_printable(&addresses.join("\n")))
            .filter(|text| text.contains("=\n"))
            .unwrap_or_else(|| addresses.join("\n")),
        16 => each(&|_, address| format!("'{address}'")).join(","),
        17 => format!("The callbacks ({}) are ours.", addresses.join(" or ")),
        18 => serde_json::to_string(addresses).expect("JSON").replace('/', "\\/"),
        19 => each(&|_, address| format!("`{address}`")).join("|"),
        _ => addresses.join(" "),
    }
}

/// As mail does: `=` is encoded, and a line ends after 29 letters.
fn quoted_printable(text: &str) -> String {
    let lines = text.replace('=', "=3D");
    let broken = lines.split('\n').map(|line| {
        let mut pieces: Vec<String> = vec![String::new()];
        for letter in line.chars() {
            let full = pieces
                .last()
                .is_some_and(|piece| piece.len() >= 29 && !piece.ends_with('=') && !piece.ends_with("=3"));
            if full {
                pieces.push(String::new());
            }
            pieces.last_mut().expect("a piece").push(letter);
        }
        pieces.join("=\n")
    });
    broken.collect::<Vec<_>>().join("\n")
}

proptest! {
    #[test]
    fn a_list_in_any_format_gives_back_its_addresses(
        addresses in prop::collection::vec(address(), 2..6),
        format in 0_usize..21,
    ) {
        let text = written(&addresses, format);
        assert_eq!(read_pasted(&text).rows, addresses, "{text}");
    }

    #[test]
    fn one_address_alone_stays_as_it_is(address in address()) {
        assert_eq!(read_pasted(&address).rows, std::slice::from_ref(&address));
        assert_eq!(read_pasted(&format!("  {address}\n")).rows, [address]);
    }

    #[test]
    fn any_text_is_read_without_a_crash(text in "\\PC{0,200}", more in "[a-z:/%3A2Fhtps.<>{}\\[\\]()'\",;=\n \\\\]{0,80}") {
        for text in [&text, &more, &format!("{text}{more}")] {
            let read = read_pasted(text);
            if read.found == 0 {
                let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).collect();
                assert_eq!(read.rows, lines);
            }
        }
    }
}
