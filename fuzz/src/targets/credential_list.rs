//! A page of the list of credentials of integrations.
//! It must never let a value of a credential through.

use latchkey::genesys::integrations::credential_page;
use serde_json::{Value, json};

pub(super) fn run(data: &[u8]) {
    let read = credential_page(data);
    assert_eq!(credential_page(data), read, "read twice, understood twice");
    let Ok(list) = read else { return };
    assert!(
        list.credentials.entries.iter().all(|one| one.holds_a_client() || !one.is_named_after("c", "c")),
        "the wrong type"
    );
    let Ok(mut json) = serde_json::from_slice::<Value>(data) else { return };
    let Some(entities) = json["entities"].as_array_mut() else { return };
    let skipped = usize::try_from(list.credentials.skipped).expect("a few");
    assert_eq!(entities.len(), list.credentials.entries.len() + skipped, "credentials lost");
    for entity in entities.iter_mut().filter_map(Value::as_object_mut) {
        entity.insert("credentialFields".to_owned(), json!({ "clientSecret": "canary-5f3a" }));
    }
    let again = credential_page(json.to_string().as_bytes());
    assert!(!format!("{again:?}").contains("canary-5f3a"), "a value in a list");
    assert_eq!(again, Ok(list), "a value changes the list");
}
