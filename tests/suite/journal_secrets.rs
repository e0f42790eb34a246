//! Secrets in the journal: sealed while they wait, bound to their operation, and gone when they are handed over.
//! Nothing here may print a secret.

use std::fs;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use latchkey::domain::operation::{Event, OperationKind, Stage};
use latchkey::domain::secret::Secret;
use latchkey::journal::{Journal, SealedSecret, Step};
use latchkey::vault::{Bound, SealingKey, Vault};

use crate::journal::{Folder, at, new, open, times};

const CANARY: &str = "canary-3f1c-in-clear-0123456789abcdef";

/// How many files of a folder hold some bytes.
fn holding(folder: &Folder, wanted: &[u8]) -> usize {
    let files = fs::read_dir(folder.path()).expect("a folder").flatten();
    let texts = files.map(|file| fs::read(file.path()).expect("a file"));
    texts.filter(|text| text.windows(wanted.len()).any(|part| part == wanted)).count()
}

/// How many files of a folder hold the secret in clear, in some form.
fn leaking(folder: &Folder) -> usize {
    let hex: String = CANARY.bytes().map(|byte| format!("{byte:02x}")).collect();
    let wide: Vec<u8> = CANARY.encode_utf16().flat_map(u16::to_le_bytes).collect();
    // Of the last group of three bytes, only what does not depend on what follows.
    let encoded = STANDARD.encode(&CANARY[..36]);
    [CANARY.as_bytes(), hex.as_bytes(), encoded.as_bytes(), &wide]
        .into_iter()
        .map(|form| holding(folder, form))
        .sum()
}

async fn secured(
    journal: &Journal,
    key: &SealingKey,
    second: i64,
) -> (latchkey::journal::OperationId, Vec<u8>) {
    let new = new(OperationKind::Create, second);
    journal.begin(&new).await.expect("begun");
    let bound = Bound { org_id: &new.org.org_id, operation_id: new.id.as_str() };
    let bytes = key.seal(&Secret::new(CANARY.into()), &bound).expect("sealed");
    let sealed = SealedSecret { bytes: bytes.clone(), key_id: key.id().into() };
    let step = Step::new(Event::Secured, at(second)).client(format!("client-{second}"));
    assert_eq!(journal.secure(&new.id, &step, &sealed).await, Ok(Stage::Secured));
    (new.id, bytes)
}

#[tokio::test]
async fn a_secret_is_never_in_a_file_in_clear_and_leaves_it_when_it_is_placed_or_wiped() {
    let folder = Folder::new("secrets");
    let key = Vault::memory().sealing_key().await.expect("a key");
    let journal = open(folder.path()).await;
    let (placed, placed_bytes) = secured(&journal, &key, 1).await;
    let (wiped, wiped_bytes) = secured(&journal, &key, 2).await;
    let (waiting, waiting_bytes) = secured(&journal, &key, 50).await;
    for bytes in [&placed_bytes, &wiped_bytes, &waiting_bytes] {
        assert!(holding(&folder, bytes) > 0, "the search finds what is there");
    }
    assert_eq!(leaking(&folder), 0);

    let step = Step::new(Event::Placed, at(60));
    assert_eq!(journal.place(&placed, &step, "the safe").await, Ok(Stage::Done));
    assert_eq!(holding(&folder, &placed_bytes), 0);
    assert_eq!(journal.wipe_sealed_before(at(50), at(60)).await, Ok(1));
    assert_eq!(journal.wipe_sealed_before(at(50), at(60)).await, Ok(0));
    assert_eq!(journal.operation(&wiped).await.expect("it").stage, Stage::Wiped);
    assert_eq!(journal.steps(&wiped).await.expect("them").last().expect("one").event, Event::Wiped);
    assert_eq!(holding(&folder, &wiped_bytes), 0);
    assert!(holding(&folder, &waiting_bytes) > 0);
    drop(journal);
    assert_eq!(
        (holding(&folder, &wiped_bytes), holding(&folder, &placed_bytes), leaking(&folder)),
        (0, 0, 0)
    );

    let journal = open(folder.path()).await;
    let sealed = journal.sealed(&waiting).await.expect("read").expect("there");
    assert_eq!(sealed.key_id, key.id());
    let bound = Bound { org_id: "org-1", operation_id: waiting.as_str() };
    assert_eq!(key.open(&sealed.bytes, &bound).expect("opened").expose(), CANARY);
    fs::write(folder.path().join("planted"), STANDARD.encode(CANARY)).expect("planted");
    assert_eq!(leaking(&folder), 1, "the search finds a secret in clear");
}

#[tokio::test]
async fn a_sealed_secret_opens_for_no_other_operation() {
    let folder = Folder::new("moved");
    let key = Vault::memory().sealing_key().await.expect("a key");
    let journal = open(folder.path()).await;
    let target = times(1_000);
    let mut kept = Vec::new();
    for second in 0..40 {
        kept.push(secured(&journal, &key, second).await.0);
    }
    let (mut opened, mut moved) = (0, 0);
    'all: for (from, to) in kept.iter().flat_map(|from| kept.iter().map(move |to| (from, to))).cycle() {
        if moved >= target {
            break 'all;
        }
        let sealed = journal.sealed(from).await.expect("read").expect("there");
        // Another operation, or the same one in another organization.
        let org_id = if from == to { "org-2" } else { "org-1" };
        opened += usize::from(key.open(&sealed.bytes, &Bound { org_id, operation_id: to.as_str() }).is_ok());
        moved += 1;
    }
    println!("journal sealed rows moved: {moved}, {opened} opened");
    assert_eq!((moved, opened), (target, 0));
}
