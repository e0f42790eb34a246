//! A sealed file, and what somebody put into one.
//! It must never be opened by a key that it was not sealed for, nor be read as a hand-over that says less than one has to.

use latchkey::domain::secret::Secret;
use latchkey::handover::package::Package;
use latchkey::handover::sealed_file::{needs_passphrase, open_with_key};

/// A key that nothing was ever sealed for.
const KEY: &str = "AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX";

pub(super) fn run(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let sealed = needs_passphrase(&text);
    assert_eq!(needs_passphrase(&text), sealed, "read twice, understood twice");
    let key = Secret::new(KEY.to_owned());
    assert!(open_with_key(&text, &key).is_err(), "opened with somebody's key");
    let Ok(package) = Package::from_json(data) else { return };
    assert!(!package.region.domain.is_empty(), "a hand-over of nowhere");
    let again = package.to_json().expect("written");
    let again = Package::from_json(&again).expect("read again");
    assert_eq!(again.client, package.client, "another client");
    assert_eq!(again.secret.expose(), package.secret.expose(), "another secret");
}
