//! A page of the list of clients.
//! It must never take a page for right of which a client could not be named, or that lets a secret through.

use latchkey::genesys::answers::{MAX_LIST, client_list, is_identifier};
use serde_json::Value;

pub(super) fn run(data: &[u8]) {
    let read = client_list(data);
    assert_eq!(client_list(data), read, "read twice, understood twice");
    let Ok(page) = read else { return };
    assert!(data.len() <= MAX_LIST, "too large");
    assert!(page.clients.iter().all(|client| is_identifier(&client.id)), "a client without an identifier");
    // What is read leniently can be too strange to be written again: a number beyond every float, half a letter.
    let Ok(mut json) = serde_json::from_slice::<Value>(data) else { return };
    let entities = json["entities"].as_array_mut().expect("an object with entities");
    let skipped = usize::try_from(page.skipped).expect("a few");
    assert_eq!(entities.len(), page.clients.len() + skipped, "clients lost");
    for entity in entities.iter_mut().filter_map(Value::as_object_mut) {
        entity.insert("secret".to_owned(), "canary-5f3a".into());
    }
    let read = client_list(json.to_string().as_bytes());
    assert!(!format!("{read:?}").contains("canary-5f3a"), "a secret in a list");
    assert_eq!(read, Ok(page), "a secret changes the list");
}
