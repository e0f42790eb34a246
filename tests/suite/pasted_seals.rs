//! Sealed texts as mail and chat bring them: however they were quoted, indented and wrapped, they open; and nothing opens
//! that was changed.

use latchkey::domain::secret::Secret;
use latchkey::handover::sealed_file::{
    Lock, SealedFileError, needs_passphrase, new_key, open_with_key, public_key, seal,
};
use proptest::prelude::{ProptestConfig, prop, prop_assert_eq, proptest};

const CLEAR: &[u8] =
    b"what was sealed, long enough for several lines of text, and then some more of it: 0123456789";

/// A key, and a text that it opens.
fn sealed() -> (Secret, String) {
    let key = new_key();
    let lock = Lock::public_key(&public_key(&key).expect("a public key")).expect("a lock");
    (key, seal(CLEAR, lock).expect("sealed"))
}

fn each_line(text: &str, change: impl Fn(&str) -> String) -> String {
    text.lines().map(|line| change(line) + "\n").collect()
}

type Mangling = fn(&str) -> String;

/// What mail and chat do to a text, one at a time.
const MANGLINGS: [(&str, Mangling); 30] = [
    ("greeting", |t| format!("Hello Alex,\n\nhere it is: please paste all of it, BEGIN to END.\n\n{t}")),
    ("named before", |t| format!("Look for BEGIN AGE ENCRYPTED FILE below.\n{t}")),
    ("signature", |t| format!("{t}\n-- \nAlex Example\n+00 000 - Harbour Ltd.\n")),
    ("quoted", |t| each_line(t, |line| format!("> {line}"))),
    ("quoted twice", |t| each_line(t, |line| format!(">> {line}"))),
    ("quoted with a name", |t| each_line(t, |line| format!("AE> {line}"))),
    ("quoted with a bar", |t| each_line(t, |line| format!("| {line}"))),
    ("indented", |t| each_line(t, |line| format!("    {line}"))),
    ("tabs", |t| each_line(t, |line| format!("\t{line}"))),
    ("trailing blank", |t| each_line(t, |line| format!("{line} "))),
    ("no-break spaces", |t| each_line(t, |line| format!("\u{a0}{line}\u{a0}"))),
    ("one line", |t| t.replace('\n', " ")),
    ("one line without blanks", |t| t.replace('\n', "")),
    ("mark", |t| format!("\u{feff}{t}")),
    ("code fence", |t| format!("```\n{t}```\n")),
    ("code fence with a name", |t| format!("~~~text\n{t}~~~")),
    ("blank lines", |t| t.replace('\n', "\n\n")),
    ("zero width", |t| each_line(t, |line| format!("\u{200b}{line}\u{2060}"))),
    ("soft hyphens", |t| t.chars().flat_map(|c| [c, '\u{ad}']).collect()),
    ("en dashes", |t| t.replace("--", "–")),
    ("em dashes", |t| t.replace("-----", "——-")),
    ("long dashes", |t| t.replace('-', "―")),
    ("no dashes", |t| t.replace('-', "")),
    ("tags", |t| t.replace('\n', "<br>\n")),
    ("tags alone", |t| t.replace('\n', "<br />")),
    ("paragraphs", |t| each_line(t, |line| format!("<p style=\"margin:0\">{line}</p>"))),
    ("other line ends", |t| t.replace('\n', "\r\n")),
    ("old line ends", |t| t.replace('\n', "\r")),
    ("separators", |t| t.replace('\n', "\u{2028}")),
    ("wrapped anew", |t| {
        let letters: Vec<char> = t.chars().collect();
        letters.chunks(50).map(|line| line.iter().collect::<String>() + "\n").collect()
    }),
];

fn opens(key: &Secret, text: &str) -> bool {
    needs_passphrase(text) == Ok(false)
        && open_with_key(text, key).is_ok_and(|clear| clear.as_slice() == CLEAR)
}

#[test]
fn every_way_to_carry_a_text_leaves_it_whole() {
    let (key, text) = sealed();
    for (name, mangle) in MANGLINGS {
        assert!(opens(&key, &mangle(&text)), "{name}");
    }
    let encoded = text.replace('=', "=3D").replace('+', "&#43;").replace("-----B", "&gt; -----B");
    assert!(opens(&key, &encoded), "signs of pages and mail");
}

#[test]
fn two_texts_give_the_first() {
    let ((key, first), (_, second)) = (sealed(), sealed());
    assert!(opens(&key, &format!("{first}\nand\n{second}")));
}

#[test]
fn what_is_no_sealed_text_is_still_none() {
    let (key, text) = sealed();
    let begin = "-----BEGIN AGE ENCRYPTED FILE-----";
    let end = "-----END AGE ENCRYPTED FILE-----";
    for foreign in
        ["", "hello", begin, end, &format!("{end}\n{begin}"), &format!("{begin}\n{end}"), &"<".repeat(9_000)]
    {
        assert_eq!(needs_passphrase(foreign), Err(SealedFileError::NotSealed), "{foreign:.40}");
    }
    let letter = text.len() / 2;
    for other in [b'A', b'B'].into_iter().filter(|other| *other != text.as_bytes()[letter]) {
        let mut bytes = text.clone().into_bytes();
        bytes[letter] = other;
        let changed = String::from_utf8(bytes).expect("letters");
        assert!(open_with_key(&changed, &key).is_err(), "changed, and opened");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]
    #[test]
    fn nor_do_several_of_them_at_once(which in prop::collection::vec(0..MANGLINGS.len(), 1..5)) {
        let (key, text) = sealed();
        // Nobody can tell the letters of a name from others once they are wrapped anew.
        let mut which = which;
        which.retain(|at| MANGLINGS[*at].0 != "quoted with a name");
        // What ends lines comes late, for after it there are none to quote; and a page is made once, of what is there.
        let is_page = |at: &usize| ["tags", "tags alone", "paragraphs"].contains(&MANGLINGS[*at].0);
        let ends_lines = |at: &usize| MANGLINGS[*at].0.contains("line") || MANGLINGS[*at].0 == "wrapped anew";
        which.sort_by_key(|at| (is_page(at), ends_lines(at)));
        which.dedup_by(|one, other| is_page(one) && is_page(other));
        let names: Vec<&str> = which.iter().map(|at| MANGLINGS[*at].0).collect();
        let mangled = which.iter().fold(text, |text, at| MANGLINGS[*at].1(&text));
        prop_assert_eq!(opens(&key, &mangled), true, "{:?}", names);
    }
}
