//! The search proves itself: whatever is planted, in whatever form and file, is found.
//! It must never plant with the search's own tables: a mistake there has to show.

use std::fs;

use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE};

use super::scan::{Canary, ENCODINGS, Scanner};
use crate::journal::Folder;

/// What a careless program could write.
fn leak(encoding: &str, text: &str, turn: usize) -> Vec<u8> {
    // Base64 looks different at each offset in a group of three.
    let around = format!("{}{text}:rest", &"id:"[turn % 3..]);
    match encoding {
        "raw" => format!("secret={text};").into_bytes(),
        "base64" => STANDARD.encode(around).into_bytes(),
        "base64url" => URL_SAFE.encode(around).into_bytes(),
        "hex" if turn.is_multiple_of(2) => {
            text.bytes().flat_map(|byte| format!("{byte:02X}").into_bytes()).collect()
        }
        "hex" => text.bytes().flat_map(|byte| format!("{byte:02x}").into_bytes()).collect(),
        "percent" => text.bytes().flat_map(|byte| format!("%{byte:02X}").into_bytes()).collect(),
        "JSON" => text.encode_utf16().flat_map(|unit| format!("\\u{unit:04x}").into_bytes()).collect(),
        "UTF-16LE" => around.encode_utf16().flat_map(u16::to_le_bytes).collect(),
        "UTF-16BE" => around.encode_utf16().flat_map(u16::to_be_bytes).collect(),
        "ends" if turn.is_multiple_of(2) => format!("{}…", &text[..12]).into_bytes(),
        "ends" => format!("…{}", &text[text.len() - 12..]).into_bytes(),
        _ if turn.is_multiple_of(2) => format!("{:?}", around.as_bytes()).into_bytes(),
        _ => format!("{:#?}", around.as_bytes()).into_bytes(),
    }
}

/// A page of a write-ahead log: its mark, then bytes by chance, with something in between.
fn page(leak: &[u8]) -> Vec<u8> {
    let mut noise = [0; 4096];
    getrandom::fill(&mut noise).expect("random bytes");
    [&[0x37, 0x7f, 0x06, 0x82], &noise[..1801], leak, &noise[1801..]].concat()
}

fn canaries() -> Vec<Canary> {
    (0..24)
        .map(|number| {
            let mut bytes = [0; 32];
            getrandom::fill(&mut bytes).expect("random bytes");
            let mut text = base64::engine::general_purpose::URL_SAFE_NO_PAD.encode(bytes);
            // Some with what has to be escaped.
            if number % 3 == 0 {
                text.replace_range(14..20, "é\" /+");
            }
            Canary { what: format!("canary {number}"), text }
        })
        .collect()
}

#[test]
fn every_planted_leak_is_found() {
    let canaries = canaries();
    let mut scanner = Scanner::of(&canaries);
    let (mut planted, mut found) = (0, 0);
    for (number, Canary { what, text }) in canaries.iter().enumerate() {
        for (turn, (encoding, _)) in ENCODINGS.iter().enumerate() {
            let leak = leak(encoding, text, number + turn);
            let folder = Folder::new("planted");
            fs::write(folder.path().join("settings.json"), [b"{\"x\":\"", &leak[..], b"\"}"].concat())
                .expect("a file");
            let below = folder.path().join("below");
            fs::create_dir(&below).expect("a folder");
            fs::write(below.join("journal.sqlite3-wal"), page(&leak)).expect("a file");
            let output = [b"thread 'main' panicked: ", &leak[..], b"\n"].concat();
            let mut finds = scanner.look_below(folder.path());
            finds.extend(scanner.look("output", &output));
            planted += 3;
            for place in ["settings.json", "journal.sqlite3-wal", "output"] {
                let there = finds.iter().any(|find| {
                    find.place.ends_with(place) && find.what == *what && find.encoding == *encoding
                });
                assert!(there, "{what} as {encoding} in {place}");
                found += usize::from(there);
            }
            assert!(finds.iter().all(|find| find.what == *what), "nothing else: {finds:?}");
        }
    }
    println!("canaries: {found} of {planted} planted leaks found");
    assert_eq!((found, planted), (720, 720));
}
