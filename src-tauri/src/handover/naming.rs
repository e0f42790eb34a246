//! What files and identifiers of a client are called: after its name, and different for different clients.
//! It must never give a name that an operating system keeps for itself, nor one that is more than ASCII letters and digits.

use deunicode::deunicode_with_tofu;

use crate::domain::client::OauthClient;

/// Most characters of a name that are looked at, and that are kept.
const LONGEST: usize = 60;
/// Characters of the client ID that tell clients of one name apart.
const PIECE: usize = 8;

/// The name of a client's files, without the ending. The piece of its ID behind it also keeps it clear of the names
/// that Windows has for devices, such as `con` and `lpt1`.
pub fn file_stem(client: &OauthClient) -> String {
    format!("{}-{}", slug(&client.name), piece(&client.id))
}

/// The label of a client in a configuration language. It does not begin with a digit.
pub fn label(client: &OauthClient) -> String {
    let slug = slug(&client.name);
    let first = if slug.starts_with(|letter: char| letter.is_ascii_digit()) { "client_" } else { "" };
    format!("{first}{slug}_{}", piece(&client.id))
}

/// Lower-case ASCII letters, digits and single underscores. Letters of other scripts are written in ASCII.
fn slug(name: &str) -> String {
    let name: String = name.chars().take(LONGEST).collect();
    let mut slug = String::new();
    for letter in deunicode_with_tofu(&name, "").chars() {
        if letter.is_ascii_alphanumeric() {
            slug.push(letter.to_ascii_lowercase());
        } else if !slug.is_empty() && !slug.ends_with('_') {
            slug.push('_');
        }
    }
    slug.truncate(LONGEST);
    let slug = slug.trim_end_matches('_');
    if slug.is_empty() { "client".to_owned() } else { slug.to_owned() }
}

/// The end of a client ID: its beginning is the same for all clients of some makers.
fn piece(id: &str) -> String {
    let letters: Vec<char> = id.chars().filter(char::is_ascii_alphanumeric).collect();
    let end = letters.get(letters.len().saturating_sub(PIECE)..).unwrap_or_default();
    if end.is_empty() { "0".to_owned() } else { end.iter().map(char::to_ascii_lowercase).collect() }
}
