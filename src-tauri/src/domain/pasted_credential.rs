//! What is pasted as a credential (client ID, secret, token, public key), freed of what copying adds to it: one way for all.
//! It must never put what was pasted into an error, nor change what is inside of a passphrase.

use secrecy::zeroize::Zeroizing;
use serde::Serialize;
use specta::Type;
use unicode_normalization::UnicodeNormalization;

use super::name::is_invisible;
use super::secret::Secret;

/// What stands before a credential where people copy it, without blanks, signs and accents.
const LABELS: [&str; 31] = [
    "id",
    "clientid",
    "oauthclientid",
    "idclient",
    "iddeclient",
    "iduclient",
    "identifiant",
    "identifiantclient",
    "secret",
    "clientsecret",
    "oauthclientsecret",
    "secretclient",
    "secretduclient",
    "token",
    "accesstoken",
    "jeton",
    "jetondacces",
    "publickey",
    "clepublique",
    "recipient",
    "authorization",
    "apikey",
    "key",
    "env",
    "genesyscloudoauthclientid",
    "genesyscloudoauthclientsecret",
    "genesyscloudaccesstoken",
    "genesysclientid",
    "genesysclientsecret",
    "gcclientid",
    "gcclientsecret",
];
/// Words that stand before the name of a variable.
const ASSIGNERS: [&str; 4] = ["export", "set", "setx", "let"];
/// No label is longer, in characters.
const LONGEST_LABEL: usize = 60;

/// Why ID and secret cannot be what is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum CredentialProblem {
    /// The ID is in the place of the secret, and the secret in the place of the ID.
    Swapped,
    /// There is no ID.
    NoId,
    /// There is no secret.
    NoSecret,
    /// The ID stands in both places.
    IdTwice,
}

/// The ID and secret of a client, clean.
#[derive(Debug)]
pub struct ClientCredentials {
    /// Client ID.
    pub id: String,
    /// Client secret.
    pub secret: Secret,
}

impl ClientCredentials {
    /// ID and secret as typed or pasted.
    ///
    /// # Errors
    /// When one is missing, or they are not what their places say.
    pub fn parse(id: &str, secret: &Secret) -> Result<ClientCredentials, CredentialProblem> {
        let id = clean(id).to_string();
        let secret = clean_secret(secret);
        // EXPOSE: what it looks like, not what it is.
        let found = secret.expose();
        match (looks_like_id(&id), looks_like_id(found)) {
            _ if id.is_empty() => Err(CredentialProblem::NoId),
            _ if found.is_empty() => Err(CredentialProblem::NoSecret),
            _ if id == found => Err(CredentialProblem::IdTwice),
            (false, true) => Err(CredentialProblem::Swapped),
            _ => Ok(ClientCredentials { id, secret }),
        }
    }
}

/// Whether a text has the form of a client ID: that of a UUID.
pub fn looks_like_id(text: &str) -> bool {
    let groups: Vec<&str> = text.split('-').collect();
    groups.iter().map(|group| group.len()).eq([8, 4, 4, 4, 12])
        && groups.iter().all(|group| group.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

/// A client ID without what copying adds.
///
/// # Errors
/// When nothing is left.
pub fn clean_id(pasted: &str) -> Result<String, CredentialProblem> {
    let id = clean(pasted).to_string();
    if id.is_empty() { Err(CredentialProblem::NoId) } else { Ok(id) }
}

/// A secret without what copying adds.
#[must_use]
pub fn clean_secret(pasted: &Secret) -> Secret {
    // EXPOSE: the same secret without what lies around it.
    Secret::new(clean(pasted.expose()).to_string())
}

/// A credential without blanks, quotes, labels and words around it, in whatever order they lie, and without what
/// nobody sees inside of it.
pub fn clean(pasted: &str) -> Zeroizing<String> {
    let is_shown = |c: &char| c.is_control() || c.is_whitespace() || !is_invisible(*c);
    let shown = Zeroizing::new(pasted.chars().filter(is_shown).collect::<String>());
    bare(&shown).to_owned().into()
}

/// A passphrase without blanks around it: everything else may be meant.
pub fn clean_passphrase(pasted: &str) -> &str {
    pasted.trim_matches(is_blank)
}

fn bare(pasted: &str) -> &str {
    let mut text = pasted;
    loop {
        let shorter = text.trim_matches(|c| is_blank(c) || is_quote(c) || matches!(c, ',' | ';' | '{' | '}'));
        let shorter = without_assigner(shorter);
        let shorter = without_label(shorter).unwrap_or(shorter);
        let shorter = match without_word(shorter, "Bearer") {
            // `Bearerxyz` may be a token; `Bearer` alone is none.
            Some(rest) if rest.is_empty() || rest.starts_with(is_blank) => rest,
            _ => shorter,
        };
        if shorter.len() == text.len() {
            return text;
        }
        text = shorter;
    }
}

/// Without `export ` before `NAME=`.
fn without_assigner(text: &str) -> &str {
    let rest =
        ASSIGNERS.iter().find_map(|word| without_word(text, word)).map(|rest| (rest, rest.trim_start()));
    match rest {
        Some((rest, name)) if rest.len() != name.len() && without_label(name).is_some() => name,
        _ => text,
    }
}

/// Without `Client ID:` or `"clientSecret" =`.
fn without_label(text: &str) -> Option<&str> {
    let (at, mark) =
        text.char_indices().take(LONGEST_LABEL).find(|(_, c)| matches!(c, ':' | '=' | '：' | '＝'))?;
    let label: String = text[..at].nfkd().filter(|c| c.is_ascii_alphanumeric()).collect();
    LABELS.contains(&label.to_ascii_lowercase().as_str()).then(|| &text[at + mark.len_utf8()..])
}

fn without_word<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let (start, rest) = text.split_at_checked(word.len())?;
    start.eq_ignore_ascii_case(word).then_some(rest)
}

/// A blank of any kind, or a character that nobody sees.
pub(super) fn is_blank(c: char) -> bool {
    c.is_whitespace() || is_invisible(c)
}

/// A quote of any kind.
pub(super) fn is_quote(c: char) -> bool {
    matches!(
        c,
        '"' | '\''
            | '`'
            | '´'
            | '“'
            | '”'
            | '„'
            | '‟'
            | '‘'
            | '’'
            | '‚'
            | '‛'
            | '«'
            | '»'
            | '‹'
            | '›'
            | '＂'
            | '＇'
            | '「'
            | '」'
    )
}
