//! The key that seals, in a vault of this process: what is sealed opens only where it belongs.
//! Nothing here may print a secret.

use latchkey::domain::secret::Secret;
use latchkey::vault::{Bound, SecretKey, SecretKind, Vault, VaultError};

use crate::journal::times;

const OWNER: &str = "6c617463-686b-6579-0000-7365616c696e";

#[tokio::test]
async fn a_key_is_made_once_and_found_again() {
    let vault = Vault::memory();
    let (first, second) = tokio::join!(vault.sealing_key(), vault.sealing_key());
    let (first, second) = (first.expect("a key"), second.expect("a key"));
    assert_eq!(first.id(), second.id());
    assert!(first.id().len() == 16 && first.id().bytes().all(|byte| byte.is_ascii_hexdigit()));
    assert_eq!(format!("{first:?}"), format!("SealingKey({})", first.id()));
    let other = Vault::memory().sealing_key().await.expect("a key");
    assert_ne!(first.id(), other.id());
    let bound = Bound { org_id: "org", operation_id: "operation" };
    let sealed = first.seal(&Secret::new("s3cr3t 🔑".into()), &bound).expect("sealed");
    assert_eq!(second.open(&sealed, &bound).expect("opened").expose(), "s3cr3t 🔑");
    assert_eq!(other.open(&sealed, &bound).err(), Some(VaultError::Damaged));
}

#[tokio::test]
async fn a_key_that_was_altered_is_not_replaced() {
    let vault = Vault::memory();
    let name = SecretKey::new(OWNER, SecretKind::SealingKey).expect("a name");
    for altered in ["", "short", "not base64 at all, but quite as long as"] {
        vault.keep(&name, &Secret::new(altered.into())).await.expect("kept");
        assert_eq!(vault.sealing_key().await.err(), Some(VaultError::Damaged));
    }
    assert!(vault.fetch(&name).await.expect("read").is_some());
}

#[tokio::test]
async fn what_is_sealed_opens_nowhere_else_and_only_whole() {
    let key = Vault::memory().sealing_key().await.expect("a key");
    let target = times(1_000);
    let mut opened = 0;
    for number in 0..target {
        let (org, operation) = (format!("org-{number}"), format!("operation-{number}"));
        let bound = Bound { org_id: &org, operation_id: &operation };
        let mut sealed = key.seal(&Secret::new(format!("secret-{number}")), &bound).expect("sealed");
        // The same letters, with the line between the two drawn elsewhere.
        let (longer, shorter) = (format!("{org}{}", &operation[..1]), &operation[1..]);
        let others = [
            Bound { org_id: "org", ..bound },
            Bound { operation_id: "operation", ..bound },
            Bound { org_id: &operation, operation_id: &org },
            Bound { org_id: &longer, operation_id: shorter },
        ];
        opened += others.iter().filter(|other| key.open(&sealed, other).is_ok()).count();
        assert!(key.open(&sealed, &bound).is_ok());
        let place = number % sealed.len();
        sealed[place] ^= 1 << (number % 8);
        opened += usize::from(key.open(&sealed, &bound).is_ok());
        opened += usize::from(key.open(&sealed[..place], &bound).is_ok());
    }
    println!("sealed secrets moved or altered: {target}, {opened} opened");
    assert_eq!(opened, 0);
}
