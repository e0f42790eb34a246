//! Signing in with the system browser: PKCE, the authorize address, the loopback listener, the browser.
//! It must never speak to the token endpoint, nor keep a code or a verifier longer than one attempt.

pub mod authorize;
pub mod browser;
pub mod loopback;
pub mod pkce;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use crate::domain::secret::Secret;

/// The operating system gave no randomness, without which nothing can be signed in safely.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the system gave no randomness")]
pub struct NoRandomness;

/// 256 fresh bits as 43 characters that are safe in an address.
fn fresh() -> Result<Secret, NoRandomness> {
    let mut bytes = [0_u8; 32];
    getrandom::fill(&mut bytes).map_err(|_| NoRandomness)?;
    Ok(Secret::new(URL_SAFE_NO_PAD.encode(bytes)))
}
