//! The body of a refusal.
//! It must never take what is not an object of JSON for words of Genesys Cloud.

use latchkey::genesys::answers::{MAX_SMALL, error_body};
use latchkey::genesys::error::Refusal;
use serde_json::Value;

/// How much longer a text can get: a short number, and a letter that has to be written as six.
const GROWTH: usize = 8;

pub(super) fn run(data: &[u8]) {
    // Two bytes of status, then the body.
    let Some((status, body)) = data.split_first_chunk() else { return };
    let status = u16::from_be_bytes(*status);
    let refusal = error_body(status, body);
    assert_eq!(refusal, error_body(status, body), "read twice, understood twice");
    assert_eq!(refusal.status, status, "another status");
    let nothing = Refusal { status, ..Refusal::default() };
    match serde_json::from_slice::<Value>(body) {
        Ok(json) if json.is_object() && body.len() <= MAX_SMALL => {
            let said = json["code"].as_str().unwrap_or_default();
            assert!(refusal.code.is_empty() || refusal.code == said, "another code");
        }
        Ok(_) => assert_eq!(refusal, nothing, "words where there are none"),
        Err(error) if error.is_eof() => assert_eq!(refusal, nothing, "half an answer"),
        Err(_) => {}
    }
    let params: usize = refusal.params.iter().map(|(name, value)| name.len() + value.len()).sum();
    let kept = refusal.code.len() + refusal.message.len() + params;
    assert!(kept <= GROWTH * body.len(), "{kept} bytes of {}", body.len());
}
