//! A pasted access token, freed of what copying adds to it.
//! It must never keep or repeat the text that it refuses: it may be a secret all the same.

use serde::Serialize;
use specta::Type;

use super::pasted_credential::{clean, is_blank, is_quote};
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
    let token = clean(text);
    if token.is_empty() {
        return Err(PastedTokenProblem::Empty);
    }
    if token.len() > MAX_TOKEN {
        return Err(PastedTokenProblem::TooLong);
    }
    if token.contains(is_blank) {
        return Err(PastedTokenProblem::InnerSpace);
    }
    if !token.bytes().all(|byte| byte.is_ascii_graphic()) || token.contains(is_quote) {
        return Err(PastedTokenProblem::NotAToken);
    }
    Ok(Secret::new(token.to_string()))
}
