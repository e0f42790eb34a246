//! The form in which a secret is kept: base64url text, because one of the keychains holds nothing but UTF-8.
//! It must never let through what one operating system takes and another refuses.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use secrecy::zeroize::Zeroize;

use super::error::VaultError;
use crate::domain::secret::Secret;

/// Windows keeps this many bytes; the others take more, and would hide the mistake.
const MOST: usize = 2560;

/// The text to keep, of at most 2,560 bytes: a secret of up to 1,920.
pub(super) fn seal(secret: &Secret) -> Result<Secret, VaultError> {
    // EXPOSE: it goes to the keychain.
    let text = Secret::new(URL_SAFE_NO_PAD.encode(secret.expose()));
    // EXPOSE: only its length is looked at.
    if text.expose().len() > MOST { Err(VaultError::TooLarge) } else { Ok(text) }
}

/// The secret in a kept text; its bytes are wiped.
pub(super) fn open(mut kept: Vec<u8>) -> Result<Secret, VaultError> {
    let bytes = URL_SAFE_NO_PAD.decode(&kept);
    kept.zeroize();
    String::from_utf8(bytes.map_err(|_| VaultError::Damaged)?).map(Secret::new).map_err(|error| {
        error.into_bytes().zeroize();
        VaultError::Damaged
    })
}

#[cfg(test)]
mod tests {
    use super::{MOST, open, seal};
    use crate::domain::secret::Secret;
    use crate::vault::VaultError;

    #[test]
    fn what_is_kept_ends_at_the_limit() {
        let length = |clear: usize| seal(&Secret::new("x".repeat(clear))).map(|text| text.expose().len());
        assert_eq!(length(1919), Ok(MOST - 1));
        assert_eq!(length(1920), Ok(MOST));
        assert_eq!(length(1921), Err(VaultError::TooLarge));
        assert_eq!(length(2559), Err(VaultError::TooLarge));
        assert_eq!(length(100_000), Err(VaultError::TooLarge));
    }

    #[test]
    fn what_comes_back_is_what_went_in() {
        for text in ["", "s3cr3t", "schlüssel 🔑", "line\nline\0"] {
            let kept = seal(&Secret::new(text.into())).expect("short");
            assert!(kept.expose().bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte)));
            assert_eq!(open(kept.expose().into()).expect("ours").expose(), text);
        }
    }

    #[test]
    fn what_is_not_ours_is_damaged() {
        for kept in [&b"not base64!"[..], b"czNjcjN0=", b"\xff\xfe", b"__4"] {
            assert_eq!(open(kept.into()).err(), Some(VaultError::Damaged));
        }
    }
}
