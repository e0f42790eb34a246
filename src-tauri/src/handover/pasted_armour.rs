//! A sealed text as mail and chat bring it: quoted, indented, wrapped anew, with words around it. The text that was sealed is
//! found in it and written as it was.
//! It must never add to what is between the two marks, only take away what no such text has.

use unicode_normalization::UnicodeNormalization;

use crate::domain::name::is_invisible;

const BEGIN: &str = "BEGIN AGE ENCRYPTED FILE";
const END: &str = "END AGE ENCRYPTED FILE";
/// Letters in a line of the format.
const WIDTH: usize = 64;
/// Letters of a name before `>`, with which some programs quote. Four would be the last word of the marks.
const QUOTED_NAME: usize = 3;

/// The first sealed text in a pasted one, as it was written; `None` when there is none between two marks.
pub(super) fn armour(pasted: &str) -> Option<String> {
    let text = without_blanks(pasted);
    // Letters of ASCII stay where they are: both texts have the same places.
    let upper = text.to_ascii_uppercase();
    let (begins, ends) = (BEGIN.replace(' ', ""), END.replace(' ', ""));
    for (end, _) in upper.match_indices(&ends) {
        let Some(begin) = upper[..end].rfind(&begins) else { continue };
        let body = letters(&text[begin + begins.len()..end]);
        if !body.is_empty() {
            return Some(written(&body));
        }
    }
    None
}

/// Without blanks (a line may have been wrapped within a word), what stands before quoted lines, and tags of pages.
fn without_blanks(pasted: &str) -> String {
    let seen: String = pasted.chars().filter(|c| c.is_whitespace() || !is_invisible(*c)).collect();
    without_tags(&seen).split_whitespace().flat_map(|word| unquoted(word).nfkc()).collect()
}

/// `<br>` and its like, and the few signs that pages write in another way.
fn without_tags(pasted: &str) -> String {
    let mut text = String::with_capacity(pasted.len());
    let mut rest = pasted;
    while let Some(at) = rest.find('<') {
        text.push_str(&rest[..at]);
        let tag = &rest[at..];
        let is_tag = tag[1..].trim_start().starts_with(|c: char| c.is_ascii_alphabetic() || c == '/');
        let long = tag.find('>').filter(|long| is_tag && *long < 200);
        text.push(if long.is_some() { '\n' } else { ' ' });
        rest = &tag[long.map_or(1, |long| long + 1)..];
    }
    text.push_str(rest);
    [
        ("&gt;", ">"),
        ("&nbsp;", " "),
        ("&#160;", " "),
        ("&#43;", "+"),
        ("&#61;", "="),
        ("&#47;", "/"),
        ("=3D", "="),
    ]
    .into_iter()
    .fold(text, |text, (written, sign)| text.replace(written, sign))
}

/// A word without `>`, `|` or `AB>` before it, which is how programs quote a line.
fn unquoted(mut word: &str) -> &str {
    loop {
        word = word.trim_start_matches(['|', '>', '*']);
        let name = word.len() - word.trim_start_matches(|c: char| c.is_ascii_alphabetic()).len();
        match word.get(name..).and_then(|rest| rest.strip_prefix('>')) {
            Some(rest) if name <= QUOTED_NAME => word = rest,
            _ => return word,
        }
    }
}

/// What such a text is written with; `=` only at its end.
fn letters(body: &str) -> String {
    let is_letter = |c: &char| c.is_ascii_alphanumeric() || matches!(c, '+' | '/' | '=');
    body.chars().filter(is_letter).collect()
}

fn written(body: &str) -> String {
    let mut text = format!("-----{BEGIN}-----\n");
    let mut rest = body;
    while !rest.is_empty() {
        // Letters of ASCII only.
        let (line, more) = rest.split_at(rest.len().min(WIDTH));
        text.push_str(line);
        text.push('\n');
        rest = more;
    }
    text.push_str("-----");
    text.push_str(END);
    text.push_str("-----\n");
    text
}
