//! The name under which a secret is kept: whose it is, and what it is.
//! It must never hold a dot: Windows joins names with dots, and two secrets could share one place.

/// What kind of secret.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SecretKind {
    /// Secret of the OAuth client with which Latchkey signs in.
    ClientSecret,
    /// Access token of a session.
    AccessToken,
    /// Refresh token of a session.
    RefreshToken,
    /// Password for the proxy; kept under an identifier of its own, as it belongs to no profile.
    ProxyPassword,
    /// Key that seals the secrets in the journal; kept as the password is.
    SealingKey,
    /// Key that opens the files which others seal for this computer; kept as the password is.
    ReceivingKey,
}

impl SecretKind {
    /// Every kind that a profile can have: forgetting an organization goes through them all.
    pub const ALL: [SecretKind; 3] =
        [SecretKind::ClientSecret, SecretKind::AccessToken, SecretKind::RefreshToken];

    fn name(self) -> &'static str {
        match self {
            SecretKind::ClientSecret => "client-secret",
            SecretKind::AccessToken => "access-token",
            SecretKind::RefreshToken => "refresh-token",
            SecretKind::ProxyPassword => "proxy-password",
            SecretKind::SealingKey => "sealing-key",
            SecretKind::ReceivingKey => "receiving-key",
        }
    }
}

/// Whose secret, and which.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct SecretKey {
    profile: String,
    kind: SecretKind,
}

impl SecretKey {
    /// The key of a profile's secret. Nothing, unless the profile is named by a UUID in its usual 36 characters.
    pub fn new(profile: &str, kind: SecretKind) -> Option<SecretKey> {
        let fits = |(place, character): (usize, char)| match place {
            8 | 13 | 18 | 23 => character == '-',
            _ => character.is_ascii_hexdigit(),
        };
        // In lower case: one keychain tells the cases apart, another does not.
        (profile.len() == 36 && profile.chars().enumerate().all(fits))
            .then(|| SecretKey { profile: profile.to_ascii_lowercase(), kind })
    }

    /// What the operating system calls the user, or the account.
    pub(super) fn user(&self) -> String {
        format!("{}-{}", self.profile, self.kind.name())
    }
}

#[cfg(test)]
mod tests {
    use super::{SecretKey, SecretKind};

    const PROFILE: &str = "3f2504e0-4f89-41d3-9a0c-0305e82c3301";

    #[test]
    fn users_differ_and_have_no_dots() {
        let users = SecretKind::ALL.map(|kind| SecretKey::new(PROFILE, kind).expect("a key").user());
        assert_eq!(users[1], format!("{PROFILE}-access-token"));
        assert!(users.iter().all(|user| !user.contains('.')));
        assert!(users[0] != users[1] && users[1] != users[2] && users[0] != users[2]);
        let proxy = SecretKey::new(PROFILE, SecretKind::ProxyPassword).expect("a key").user();
        assert_eq!(proxy, format!("{PROFILE}-proxy-password"));
    }

    #[test]
    fn only_a_uuid_names_a_profile() {
        let key = |profile: &str| SecretKey::new(profile, SecretKind::AccessToken);
        assert_eq!(key(&PROFILE.to_uppercase()), key(PROFILE));
        for other in ["", "me", "3f2504e0.4f89.41d3.9a0c.0305e82c3301", "3f2504e04f8941d39a0c0305e82c3301"] {
            assert_eq!(key(other), None, "{other}");
        }
        assert_eq!(key(&PROFILE.replace('3', "é")), None);
    }
}
