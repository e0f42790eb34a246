//! Proof key for code exchange (RFC 7636), method S256 only.
//! It must never use a verifier for two attempts, nor send it anywhere but in the token request.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest, Sha256};

use super::{NoRandomness, fresh};
use crate::domain::secret::Secret;

/// The secret half, kept until the code is exchanged.
#[derive(Debug)]
pub struct Verifier(Secret);

impl Verifier {
    /// A new one: 43 characters, 256 bits of the operating system's randomness.
    ///
    /// # Errors
    /// When the operating system has none to give.
    pub fn fresh() -> Result<Verifier, NoRandomness> {
        fresh().map(Verifier)
    }

    /// What the authorize address carries: the SHA-256 of the verifier in base64url, without padding.
    pub fn challenge(&self) -> String {
        URL_SAFE_NO_PAD.encode(Sha256::digest(self.0.expose().as_bytes()))
    }

    /// The verifier, for the token request.
    pub fn secret(&self) -> &Secret {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::Verifier;
    use crate::domain::secret::Secret;

    #[test]
    fn the_challenge_is_that_of_the_standard() {
        // RFC 7636, appendix B.
        let verifier = Verifier(Secret::new("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk".into()));
        assert_eq!(verifier.challenge(), "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
    }
}
