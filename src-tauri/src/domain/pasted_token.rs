//! A pasted access token, freed of what copying adds to it.
//! It must never keep or repeat the text that it refuses: it may be a secret all the same.

use serde::Serialize;
use specta::Type;

use super::name::is_invisible;
use super::secret::Secret;

/// The longest token that is believed, in characters.
pub const MAX_TOKEN: usize = 8 * 1024;

/// Why a pasted text is no access token.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type, thiserror::Error)]
#[serde(rename_all = "camelCase")]
pub enum PastedTokenProblem {
    /// Nothing is left once quotes and spaces are gone.
    #[error("there is no token")]
    Empty,
    /// It is longer than any token.
    #[error("it is too long for a token")]
    TooLong,
    /// Spaces or line breaks lie inside: more than the token, or a broken one, was copied.
    #[error("there are spaces inside")]
    InnerSpace,
    /// It has letters that no token has.
    #[error("no token has these letters")]
    NotAToken,
}

/// The token in a pasted text.
///
/// # Errors
/// When there is none.
pub fn clean_token(text: &str) -> Result<Secret, PastedTokenProblem> {
    let token = bare(text);
    if token.is_empty() {
        return Err(PastedTokenProblem::Empty);
    }
    if token.len() > MAX_TOKEN {
        return Err(PastedTokenProblem::TooLong);
    }
    if token.contains(is_space) {
        return Err(PastedTokenProblem::InnerSpace);
    }
    if !token.bytes().all(|byte| byte.is_ascii_graphic()) || token.contains(is_quote) {
        return Err(PastedTokenProblem::NotAToken);
    }
    Ok(Secret::new(token.to_owned()))
}

/// The text without the spaces, quotes and words around it, in whatever order they lie.
fn bare(text: &str) -> &str {
    let mut token = text;
    loop {
        let shorter = token.trim_matches(|letter| is_space(letter) || is_quote(letter));
        let shorter = without_word(shorter, "Authorization:").unwrap_or(shorter);
        let shorter = match without_word(shorter, "Bearer") {
            // `Bearerxyz` may be a token; `Bearer` alone is none.
            Some(rest) if rest.is_empty() || rest.starts_with(is_space) => rest,
            _ => shorter,
        };
        if shorter.len() == token.len() {
            return token;
        }
        token = shorter;
    }
}

fn without_word<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let (start, rest) = text.split_at_checked(word.len())?;
    start.eq_ignore_ascii_case(word).then_some(rest)
}

fn is_space(letter: char) -> bool {
    letter.is_whitespace() || is_invisible(letter)
}

fn is_quote(letter: char) -> bool {
    matches!(letter, '"' | '\'' | '`' | '“' | '”' | '„' | '‘' | '’' | '«' | '»')
}
