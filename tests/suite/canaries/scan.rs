//! Looks for secrets in files and texts, in every form in which one could get there by accident.
//! It must never print what it looks for: a find is named, not shown.

use std::collections::{BTreeSet, HashMap};
use std::fs;
use std::path::Path;

use base64::Engine;
use base64::engine::general_purpose::{GeneralPurpose, STANDARD_NO_PAD, URL_SAFE_NO_PAD};
use url::form_urlencoded;

/// A text that must be nowhere.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Canary {
    pub(super) what: String,
    pub(super) text: String,
}

/// How much of either end of a secret is a leak by itself.
const END: usize = 12;

/// Everything that a secret may look like in one encoding.
type Forms = fn(&str) -> Vec<Vec<u8>>;

pub(super) const ENCODINGS: [(&str, Forms); 10] = [
    ("raw", |text| vec![text.into()]),
    ("base64", |text| base64(&STANDARD_NO_PAD, text)),
    ("base64url", |text| base64(&URL_SAFE_NO_PAD, text)),
    ("hex", |text| vec![each(text, |byte| format!("{byte:02x}")), each(text, |byte| format!("{byte:02X}"))]),
    ("percent", |text| {
        let form = form_urlencoded::byte_serialize(text.as_bytes()).collect::<String>();
        let all = [each(text, |byte| format!("%{byte:02X}")), each(text, |byte| format!("%{byte:02x}"))];
        all.into_iter().chain([form.replace('+', "%20").into_bytes(), form.into_bytes()]).collect()
    }),
    ("JSON", |text| {
        let escaped =
            |form: fn(u16) -> String| text.encode_utf16().map(form).collect::<String>().into_bytes();
        let plain = serde_json::to_string(text).expect("a text");
        let plain = plain.trim_matches('"');
        let twice = serde_json::to_string(plain).expect("a text");
        let all = [escaped(|unit| format!("\\u{unit:04x}")), escaped(|unit| format!("\\u{unit:04X}"))];
        all.into_iter().chain([plain.into(), twice.trim_matches('"').into()]).collect()
    }),
    ("UTF-16LE", |text| vec![text.encode_utf16().flat_map(u16::to_le_bytes).collect()]),
    ("UTF-16BE", |text| vec![text.encode_utf16().flat_map(u16::to_be_bytes).collect()]),
    (BYTE_LIST, |text| {
        let bytes: Vec<String> = text.bytes().map(|byte| byte.to_string()).collect();
        vec![bytes.join(",").into()]
    }),
    ("ends", |text| vec![text.as_bytes()[..END].into(), text.as_bytes()[text.len() - END..].into()]),
];

/// `Debug` puts a blank between bytes, or a new line and an indentation: it is looked for where all blanks are gone.
const BYTE_LIST: &str = "Debug byte list";

fn each(text: &str, form: impl Fn(u8) -> String) -> Vec<u8> {
    text.bytes().map(form).collect::<String>().into_bytes()
}

/// The characters that are the same whatever stands before and after the text, for each of the three ways in which a
/// text can fall into groups of three bytes.
fn base64(engine: &GeneralPurpose, text: &str) -> Vec<Vec<u8>> {
    let way = |before: usize| {
        let bytes = [&[0; 2][..before], text.as_bytes()].concat();
        let encoded = engine.encode(&bytes).into_bytes();
        encoded[(before * 8).div_ceil(6)..bytes.len() * 8 / 6].to_vec()
    };
    (0..3).map(way).collect()
}

/// Where what was found. Its printed form shows nothing of a secret.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Find {
    pub(super) place: String,
    pub(super) what: String,
    pub(super) encoding: &'static str,
}

struct Needle {
    bytes: Vec<u8>,
    canary: usize,
    encoding: &'static str,
}

/// Everything to look for, by its first bytes.
pub(super) struct Scanner {
    canaries: Vec<Canary>,
    needles: HashMap<[u8; 4], Vec<Needle>>,
    pub(super) files: usize,
    pub(super) bytes: usize,
}

impl Scanner {
    pub(super) fn of(canaries: &[Canary]) -> Scanner {
        let mut needles: HashMap<[u8; 4], Vec<Needle>> = HashMap::new();
        for (canary, Canary { what, text }) in canaries.iter().enumerate() {
            assert!(text.len() >= 2 * END, "{what} is too short to be told from chance");
            for (encoding, forms) in ENCODINGS {
                for bytes in forms(text) {
                    let start = *bytes.first_chunk().expect("long enough");
                    needles.entry(start).or_default().push(Needle { bytes, canary, encoding });
                }
            }
        }
        Scanner { canaries: canaries.to_vec(), needles, files: 0, bytes: 0 }
    }

    /// What a text holds.
    pub(super) fn look(&mut self, place: &str, text: &[u8]) -> BTreeSet<Find> {
        self.bytes += text.len();
        let dense: Vec<u8> = text.iter().copied().filter(|byte| !byte.is_ascii_whitespace()).collect();
        let mut found = self.search(place, text, |encoding| encoding != BYTE_LIST);
        found.extend(self.search(place, &dense, |encoding| encoding == BYTE_LIST));
        found
    }

    fn search(&self, place: &str, text: &[u8], wanted: fn(&str) -> bool) -> BTreeSet<Find> {
        let mut found = BTreeSet::new();
        for (at, start) in text.windows(4).enumerate() {
            let Some(needles) = start.first_chunk().and_then(|start| self.needles.get(start)) else {
                continue;
            };
            for needle in needles.iter().filter(|needle| wanted(needle.encoding)) {
                if text[at..].starts_with(&needle.bytes) {
                    let what = self.canaries[needle.canary].what.clone();
                    found.insert(Find { place: place.to_owned(), what, encoding: needle.encoding });
                }
            }
        }
        found
    }

    /// What the names and the contents of all files below a folder hold.
    pub(super) fn look_below(&mut self, folder: &Path) -> BTreeSet<Find> {
        let mut found = BTreeSet::new();
        for entry in fs::read_dir(folder).expect("a folder").flatten() {
            let path = entry.path();
            let name = path.display().to_string();
            found.extend(self.look("the name of a file", name.as_bytes()));
            if path.is_dir() {
                found.extend(self.look_below(&path));
            } else if let Ok(bytes) = fs::read(&path) {
                // A file that is gone by now held nothing that lasts.
                self.files += 1;
                found.extend(self.look(&name, &bytes));
            }
        }
        found
    }

    pub(super) fn canaries(&self) -> usize {
        self.canaries.len()
    }
}
