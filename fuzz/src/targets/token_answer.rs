//! The login host's answer with a token.
//! It must never let a token through that shows in a log or breaks a header.

use latchkey::domain::secret::Secret;
use latchkey::genesys::answers::MAX_SMALL;
use latchkey::genesys::token::{AccessToken, token_answer};
use serde_json::Value;

pub(super) fn run(data: &[u8]) {
    let Ok(answer) = token_answer(data) else { return };
    assert!(data.len() <= MAX_SMALL, "too large");
    let token = answer.token.expose();
    assert!(!token.is_empty() && token.bytes().all(|byte| byte.is_ascii_graphic()), "breaks a header");
    let canary = Secret::new("canary-5f3a".to_owned());
    let other = AccessToken { token: canary, expires_in_seconds: answer.expires_in_seconds };
    assert_eq!(format!("{answer:?}"), format!("{other:?}"), "the token shows");
    let Ok(json) = serde_json::from_slice::<Value>(data) else { return };
    assert_eq!(json["access_token"].as_str(), Some(token), "another token");
    let seconds = json["expires_in"].as_u64();
    assert!(answer.expires_in_seconds.is_none_or(|own| seconds == Some(own.into())), "another lifetime");
}
