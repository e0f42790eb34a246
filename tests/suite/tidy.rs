//! The shape of the project, checked: who may import whom, lengths, headers, and that the documents are true.

use std::fs;
use std::path::{Path, PathBuf};

const MAX_LINES: usize = 300;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every file below a folder with one of the endings, with its path from the root, and its text.
fn files(folder: &str, endings: &[&str]) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut folders: Vec<PathBuf> = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("folder").flatten() {
            let path = entry.path();
            let name = entry.file_name();
            if path.is_dir() && name != "node_modules" && name != "dist" {
                folders.push(path);
            } else if endings.iter().any(|ending| name.to_string_lossy().ends_with(ending)) {
                let text = fs::read_to_string(&path).expect("text");
                let place = path.strip_prefix(root()).expect("below the root");
                found.push((place.to_string_lossy().replace('\\', "/"), text));
            }
        }
    }
    assert!(!found.is_empty(), "nothing in {folder}");
    found.sort();
    found
}

/// The code of a Rust file without its inline tests.
fn code(text: &str) -> &str {
    text.split("#[cfg(test)]").next().unwrap_or_default()
}

/// Words that a folder of `src-tauri/src` must never name.
const NEVER: &[(&str, &[&str])] = &[
    (
        "domain",
        &[
            "crate::genesys",
            "crate::app",
            "crate::practice",
            "crate::handover",
            "crate::clipboard",
            "tokio",
            "reqwest",
            "tauri",
            "axum",
            "Timestamp::now",
            "async fn",
        ],
    ),
    (
        "genesys",
        &[
            "crate::app",
            "crate::practice",
            "crate::handover",
            "crate::clipboard",
            "crate::commands",
            "crate::sign_in",
            "tauri",
            "axum",
        ],
    ),
    (
        "handover",
        &[
            "crate::app",
            "crate::practice",
            "crate::genesys",
            "crate::clipboard",
            "tokio",
            "reqwest",
            "tauri",
            "axum",
        ],
    ),
    (
        "vault",
        &[
            "crate::app",
            "crate::genesys",
            "crate::practice",
            "crate::handover",
            "crate::clipboard",
            "crate::commands",
            "tauri",
            "reqwest",
            "axum",
            "crate::journal",
            "rusqlite",
            "std::fs",
            "set_default_store",
        ],
    ),
    (
        "journal",
        &[
            "crate::genesys",
            "crate::app",
            "crate::practice",
            "crate::vault",
            "crate::handover",
            "crate::clipboard",
            "crate::commands",
            "reqwest",
            "tauri",
            "axum",
            "keyring",
            "Timestamp::now",
        ],
    ),
    (
        "app",
        &["keyring", "zbus", "tauri::", "reqwest", "axum", "arboard", "crate::commands", "crate::desktop"],
    ),
    (
        "commands",
        &[
            "crate::genesys",
            "crate::practice",
            "crate::handover",
            "crate::clipboard",
            "reqwest",
            "axum",
            " if ",
            "match ",
        ],
    ),
    (
        "practice",
        &[
            "crate::domain",
            "crate::genesys",
            "crate::app",
            "crate::handover",
            "crate::clipboard",
            "tauri",
            "reqwest",
        ],
    ),
    (
        "sign_in",
        &[
            "crate::genesys",
            "crate::app",
            "crate::practice",
            "crate::handover",
            "crate::clipboard",
            "crate::commands",
            "crate::vault",
            "crate::journal",
            "reqwest",
            "tauri",
            "axum",
        ],
    ),
];

#[test]
fn modules_import_only_what_the_table_allows() {
    for (folder, words) in NEVER {
        for (path, text) in files(&format!("src-tauri/src/{folder}"), &[".rs"]) {
            for line in code(&text).lines().filter(|line| !line.trim_start().starts_with("//")) {
                for word in *words {
                    assert!(!line.contains(word), "{path} must not use `{word}`: {line}");
                }
            }
        }
    }
}

#[test]
fn only_one_use_case_knows_the_practice_organization() {
    for (path, text) in files("src-tauri/src/app", &[".rs"]) {
        let home = path.ends_with("open_practice.rs") || path.ends_with("app/mod.rs");
        assert!(home || !text.contains("crate::practice"), "{path}: only open_practice.rs may");
    }
}

#[test]
fn files_are_short_and_say_what_they_are() {
    for (path, text) in files("src-tauri", &[".rs"]).into_iter().chain(files("xtask", &[".rs"])) {
        assert!(
            text.lines().count() <= MAX_LINES,
            "{path} has more than {MAX_LINES} lines: give its parts rooms"
        );
        assert!(text.starts_with("//! "), "{path} does not say what it is");
    }
    for (path, text) in files("ui/src", &[".ts", ".tsx"]) {
        let generated = path.ends_with("bindings.ts");
        assert!(generated || text.lines().count() <= MAX_LINES, "{path} has more than {MAX_LINES} lines");
        assert!(text.starts_with("/**"), "{path} does not say what it is");
    }
}

/// Name and length of every function in a Rust file, by the indentation that rustfmt gives it.
fn functions(text: &str) -> Vec<(String, usize)> {
    let lines: Vec<&str> = text.lines().collect();
    let mut found = Vec::new();
    for (start, line) in lines.iter().enumerate() {
        let word = line.trim_start();
        let indent = &line[..line.len() - word.len()];
        let begins = [
            "fn ",
            "pub fn ",
            "pub(crate) fn ",
            "pub(super) fn ",
            "async fn ",
            "pub async fn ",
            "pub(super) async fn ",
        ]
        .iter()
        .any(|begin| word.starts_with(begin));
        if !begins || line.ends_with(';') {
            continue;
        }
        let end = lines[start..].iter().position(|line| *line == format!("{indent}}}")).unwrap_or(0);
        found.push((word.split('(').next().unwrap_or(word).to_owned(), end + 1));
    }
    found
}

#[test]
fn functions_fit_a_screen() {
    for (path, text) in files("src-tauri", &[".rs"]).into_iter().chain(files("xtask", &[".rs"])) {
        for (name, lines) in functions(code(&text)) {
            assert!(lines <= 50, "{path}: `{name}` has {lines} lines");
        }
    }
    let sample = "fn long() {\n    1;\n}\n";
    assert_eq!(functions(sample), [("fn long".to_owned(), 3)], "the measure itself");
}

#[test]
fn errors_are_types() {
    for (path, text) in files("src-tauri/src", &[".rs"]) {
        let stringly = code(&text).lines().any(|line| line.contains("Result<") && line.contains(", String>"));
        assert!(!stringly, "{path}: an error is an enum, not a String");
        for line in code(&text).lines().map(str::trim_start) {
            let global =
                line.starts_with("static ") || line.starts_with("pub static ") || line.contains("OnceLock<");
            assert!(!global, "{path}: state is passed, not global: {line}");
        }
    }
}

#[test]
fn every_exposed_secret_says_why() {
    for (path, text) in files("src-tauri/src/app", &[".rs"]) {
        let lines: Vec<&str> = text.lines().collect();
        for (number, line) in lines.iter().enumerate().filter(|(_, line)| line.contains(".expose()")) {
            let reason = number > 0 && lines[number - 1].contains("// EXPOSE:");
            assert!(reason, "{path}:{}: say why on the line before: {line}", number + 1);
        }
    }
}

#[test]
fn the_user_interface_keeps_to_its_folders() {
    for (path, text) in files("ui/src", &[".ts", ".tsx"]) {
        let tests = path.contains(".test.") || path.starts_with("ui/src/testing/");
        if !path.starts_with("ui/src/backend/") && !tests {
            assert!(!text.contains("@tauri-apps"), "{path}: only ui/src/backend speaks to Tauri");
        }
        let feature = path.strip_prefix("ui/src/features/").and_then(|rest| rest.split('/').next());
        for line in text.lines().filter(|line| line.starts_with("import ") || line.starts_with("} from ")) {
            let other = line.split("features/").nth(1).and_then(|rest| rest.split(['/', '"']).next());
            if let (Some(own), Some(other)) = (feature, other) {
                assert_eq!(own, other, "{path}: a feature does not import another: {line}");
            }
            let shared = path.starts_with("ui/src/components/");
            assert!(!(shared && other.is_some()), "{path}: components know no feature: {line}");
        }
    }
}

/// Whether a sentence is one with places, such as `Open {0}`, that were filled in.
fn is_filled_in(said: &str, sentence: &str) -> bool {
    let (Some((before, rest)), Some((_, after))) = (said.split_once('{'), said.rsplit_once('}')) else {
        return false;
    };
    !rest.contains(" plural,")
        && before.len() + after.len() > 4
        && sentence.starts_with(before)
        && sentence.ends_with(after)
}

/// A sentence that was changed on the page alone would be missed in the window only after a quarter of an hour.
#[test]
fn the_window_tests_ask_for_words_that_the_page_has() {
    let catalog = fs::read_to_string(root().join("ui/src/locales/en.po")).expect("a catalog");
    let said: Vec<&str> = catalog
        .lines()
        .filter_map(|line| line.strip_prefix("msgid "))
        .map(|line| line.trim_matches('"'))
        .collect();
    let mut asked = 0;
    for (path, text) in files("tests/window", &[".rs"]) {
        for call in [".say(", ".say_with(", ".press(", ".choose(", ".type_into(", ".screen(", ".go_to("] {
            for rest in text.split(call).skip(1) {
                let Some(sentence) =
                    rest.trim_start().strip_prefix('"').and_then(|rest| rest.split('"').next())
                else {
                    continue;
                };
                asked += 1;
                let there = said.iter().any(|said| *said == sentence || is_filled_in(said, sentence));
                assert!(there, "{path}: the page does not say {sentence:?}");
            }
        }
    }
    assert!(asked > 150, "only {asked} sentences are asked for");
}

#[test]
fn the_documents_name_what_exists() {
    for document in ["ARCHITECTURE.md", "README.md"] {
        let text = fs::read_to_string(root().join(document)).expect(document);
        assert!(
            document != "ARCHITECTURE.md" || text.lines().count() <= 120,
            "ARCHITECTURE.md is longer than 120 lines"
        );
        for quoted in text.split('`').skip(1).step_by(2) {
            let path = quoted.trim_end_matches('/');
            let looks_like_one =
                path.contains('/') && !path.contains([' ', '<', '{', '*', ':', '…', '$', '(']);
            let ours = ["src-tauri", "ui", "tests", "xtask", "icons", "docs", ".ci"]
                .iter()
                .any(|top| path.starts_with(top));
            assert!(
                !(looks_like_one && ours) || root().join(path).exists(),
                "{document} names {path}, which is not there"
            );
        }
    }
}
