//! A pasted access token.
//! It must never say which text it was: it may be a token all the same.

use latchkey::domain::name::is_invisible;
use latchkey::domain::pasted_token::{MAX_TOKEN, PastedTokenProblem, clean_token};
use latchkey::domain::secret::Secret;

pub(super) fn run(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let cleaned = clean_token(text);
    let Ok(token) = cleaned.as_ref().map(Secret::expose) else {
        assert!(text.len() > MAX_TOKEN || cleaned.err() != Some(PastedTokenProblem::TooLong), "not too long");
        return;
    };
    assert!((1..=MAX_TOKEN).contains(&token.len()), "no length of a token");
    let shown: String = text.chars().filter(|c| c.is_control() || !is_invisible(*c)).collect();
    assert!(shown.contains(token), "not what was pasted");
    assert!(token.bytes().all(|byte| byte.is_ascii_graphic()), "breaks a header");
    assert!(!token.contains(['"', '\'', '`']), "quotes");
    for pasted in [token, &format!("\u{feff} \u{201c}Authorization: bearer '{token}'\u{201d}\r\n"), text] {
        assert!(
            clean_token(pasted).is_ok_and(|again| again.expose() == token),
            "cleaned again, another token"
        );
    }
}
