//! The words on the screen, asked for in English: a journey is written once and walks in both languages.
use std::collections::HashMap;
use std::path::Path;

/// The words of one language.
pub(crate) struct Words(HashMap<String, Vec<Entry>>);

/// What a text is in the other language, in one of its uses.
struct Entry {
    context: String,
    text: String,
}

impl Words {
    /// The words of the catalogue of `language`, such as `fr`; English needs none.
    pub(crate) fn of(language: &str) -> Words {
        if language == "en" {
            return Words(HashMap::new());
        }
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("ui/src/locales/{language}.po"));
        let text = std::fs::read_to_string(path).expect("a catalogue");
        let mut words: HashMap<String, Vec<Entry>> = HashMap::new();
        for (english, entry) in text.split("\n\n").filter_map(entry) {
            words.entry(english).or_default().push(entry);
        }
        Words(words)
    }

    /// What stands on the screen for an English text: of several uses, what has no context, or else the button.
    pub(crate) fn say(&self, english: &str) -> String {
        if self.0.is_empty() {
            return english.to_owned();
        }
        let uses =
            self.0.get(english).unwrap_or_else(|| panic!("{english:?} is not in the catalogue")).as_slice();
        let plain = uses.iter().find(|one| one.context.is_empty());
        let button = || uses.iter().find(|one| one.context.starts_with("button"));
        plain.or_else(button).or(uses.first()).expect("a use").text.clone()
    }

    /// The same, with the values of its places such as `{0}` or `{name}`, in their order.
    pub(crate) fn say_with(&self, english: &str, values: &[&str]) -> String {
        values.iter().fold(self.say(english), |text, value| match (text.find('{'), text.find('}')) {
            (Some(start), Some(end)) => format!("{}{value}{}", &text[..start], &text[end + 1..]),
            _ => text,
        })
    }
}

fn entry(block: &str) -> Option<(String, Entry)> {
    let mut parts: [String; 3] = Default::default();
    let mut part = None;
    for line in block.lines() {
        let quoted = match line.split_once(' ') {
            Some(("msgid", rest)) => (part = Some(0), rest).1,
            Some(("msgstr", rest)) => (part = Some(1), rest).1,
            Some(("msgctxt", rest)) => (part = Some(2), rest).1,
            _ if line.starts_with('"') => line,
            _ => continue,
        };
        let text: String = serde_json::from_str(quoted).ok()?;
        parts[part?].push_str(&text);
    }
    let [english, text, context] = parts;
    (!english.is_empty() && !text.is_empty()).then_some((english, Entry { context, text }))
}
