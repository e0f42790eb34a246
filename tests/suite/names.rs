//! Names and descriptions in every script: what a fix takes out, what it leaves, and which names are the same.

use latchkey::domain::finding::Rule;
use latchkey::domain::fix::Fix;
use latchkey::domain::name::{
    Lines, check_description, check_name, comparable, hidden, is_invisible, without_hidden,
};
use proptest::prelude::{Strategy, any, prop, prop_assert, prop_assert_eq, proptest};
use unicode_normalization::UnicodeNormalization;

use crate::facts::facts;

/// Words and pictures that need what nobody sees.
const RIGHT: [&str; 9] = [
    "\u{628}\u{631}\u{646}\u{627}\u{645}\u{647}\u{200c}\u{647}\u{627}\u{6cc}",
    "\u{1f469}\u{200d}\u{1f4bb}",
    "\u{1f469}\u{1f3fd}\u{200d}\u{1f4bb}",
    "\u{915}\u{94d}\u{200d}\u{937}",
    "\u{9b0}\u{200d}\u{9cd}\u{9af}",
    "\u{1f3f4}\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}",
    "\u{260e}\u{fe0f}",
    "\u{908a}\u{e0100}",
    "desk",
];
/// What belongs between none of them.
const WRONG: [char; 13] = [
    '\u{200b}',
    '\u{ad}',
    '\u{feff}',
    '\u{3164}',
    '\u{ffa0}',
    '\u{202e}',
    '\u{e0041}',
    '\u{2060}',
    '\u{fdd0}',
    '\u{e000}',
    '\u{1}',
    '\u{2063}',
    '\u{180e}',
];

fn pieces() -> impl Strategy<Value = Vec<(usize, Option<usize>)>> {
    prop::collection::vec((0..RIGHT.len(), prop::option::of(0..WRONG.len())), 1..8)
}

proptest! {
    #[test]
    fn what_is_wrong_goes_and_what_is_right_stays(pieces in pieces()) {
        let right = pieces.iter().map(|(right, _)| RIGHT[*right]).collect::<Vec<_>>().join(" ");
        let dirty: String = pieces
            .iter()
            .map(|(right, wrong)| format!("{} {}", RIGHT[*right], wrong.map_or(String::new(), |at| WRONG[at].to_string())))
            .collect();
        for lines in [Lines::One, Lines::Several] {
            prop_assert_eq!(hidden(&right, lines), Vec::<String>::new());
            prop_assert_eq!(without_hidden(&right, lines), right.clone());
            let shown = without_hidden(&dirty, lines);
            prop_assert_eq!(shown.trim(), right.trim());
            prop_assert_eq!(hidden(&dirty, lines).is_empty(), pieces.iter().all(|(_, wrong)| wrong.is_none()));
        }
    }

    #[test]
    fn every_fix_leaves_nothing_to_find(text in any::<String>(), mixed in "[a\u{200b}-\u{200f}\u{628}\u{1f469}\u{fe0f}\u{202a}-\u{202e}\u{2066}-\u{2069}\u{115f}\u{1160}\u{1161}\u{2028}\u{e0041}]{0,24}") {
        for text in [text, mixed] {
            for finding in check_name(&text, None, &facts("")) {
                let Some(Fix::ReplaceName { name }) = finding.fix else { continue };
                let after = check_name(&name, None, &facts(""));
                prop_assert!(!after.iter().any(|one| matches!(one.rule, Rule::NameInvisible { .. })), "{:?}", text);
                prop_assert!(name.chars().all(|c| c == ' ' || text.contains(c)));
            }
            for finding in check_description(&text) {
                let Some(Fix::ReplaceDescription { description }) = finding.fix else { continue };
                prop_assert!(hidden(&description, Lines::Several).is_empty());
            }
        }
    }

    #[test]
    fn a_name_is_the_same_in_every_form(name in "[a-zA-ZÀ-İĲ-ſß一-三가-나 ]{1,20}") {
        let key = comparable(&name);
        let forms = [
            name.nfc().collect::<String>(), name.nfd().collect(), name.nfkc().collect(), name.nfkd().collect(),
            name.to_uppercase(), name.replace(' ', "\u{a0}\u{3000}"), format!("\u{feff}{name}\u{200b} "),
        ];
        for form in forms {
            prop_assert_eq!(comparable(&form), key.clone(), "{:?}", form);
        }
        prop_assert_eq!(comparable(&key), key);
    }
}

#[test]
fn what_is_hidden_is_named() {
    let rule = check_name("a\u{200b}b\u{202e}c\u{200b}", None, &facts("")).remove(0).rule;
    assert_eq!(rule, Rule::NameInvisible { characters: vec!["U+200B".into(), "U+202E".into()] });
}

/// In an address every one is wrong, whatever is around it.
#[test]
fn nothing_invisible_is_missed_alone() {
    for c in [
        '\u{200c}',
        '\u{200d}',
        '\u{fe0f}',
        '\u{115f}',
        '\u{3164}',
        '\u{2800}',
        '\u{e0067}',
        '\u{fff9}',
        '\u{7f}',
    ] {
        assert!(is_invisible(c), "{c:?}");
    }
    for c in ['a', ' ', '\u{a0}', 'é', '字', '\u{301}', '👩'] {
        assert!(!is_invisible(c), "{c:?}");
    }
}
