//! A client secret or an access token: a text that cannot be printed, serialised or copied by accident.
//! It must never gain `Serialize`, `Display` or `Clone`; `expose` is called only where the value truly leaves.

use std::fmt;

use secrecy::{ExposeSecret, SecretString};

/// A secret text, wiped from memory when dropped.
pub struct Secret(SecretString);

impl Secret {
    /// Takes ownership of a clear text.
    pub fn new(text: String) -> Secret {
        Secret(SecretString::from(text))
    }

    /// The clear text, for the one place that has to send or show it.
    pub fn expose(&self) -> &str {
        self.0.expose_secret()
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::Secret;

    #[test]
    fn debug_shows_nothing() {
        assert_eq!(format!("{:?}", Secret::new("s3cr3t".into())), "Secret(…)");
    }
}
