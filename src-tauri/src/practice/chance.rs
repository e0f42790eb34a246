//! Identifiers, secrets and dates, made fresh from the system's randomness and clock.
//! Must never make anything predictable: a practice secret is handled by the app as a real one.

use std::io;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::{SignedDuration, Timestamp};

/// A random UUID (version 4).
pub(super) fn id() -> io::Result<String> {
    let mut bytes = [0_u8; 16];
    fill(&mut bytes)?;
    bytes[6] = (bytes[6] & 0x0f) | 0x40;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    Ok(format!("{}-{}-{}-{}-{}", &hex[..8], &hex[8..12], &hex[12..16], &hex[16..20], &hex[20..]))
}

/// 43 random characters that are safe in an address: a secret, a token or a code.
pub(super) fn secret() -> io::Result<String> {
    let mut bytes = [0_u8; 32];
    fill(&mut bytes)?;
    Ok(URL_SAFE_NO_PAD.encode(bytes))
}

/// The present moment as Genesys writes it.
pub(super) fn now() -> String {
    in_days(0)
}

/// The moment `days` days from now (before now when negative), as Genesys writes it.
#[expect(clippy::disallowed_methods, reason = "a server has its own clock, and its dates are the real ones")]
pub(super) fn in_days(days: i32) -> String {
    let moment = Timestamp::now().saturating_add(SignedDuration::from_hours(i64::from(days) * 24));
    match moment {
        Ok(moment) => moment.strftime("%Y-%m-%dT%H:%M:%S%.3fZ").to_string(),
        Err(_) => Timestamp::UNIX_EPOCH.to_string(),
    }
}

fn fill(bytes: &mut [u8]) -> io::Result<()> {
    getrandom::fill(bytes).map_err(|error| io::Error::other(error.to_string()))
}
