//! The list of applications to authorize.
//! It must never take one for right that could not be named, nor let a secret through.

use latchkey::genesys::answers::is_identifier;
use latchkey::genesys::authorizations::authorization_list;
use serde_json::Value;

pub(super) fn run(data: &[u8]) {
    let read = authorization_list(data);
    assert_eq!(authorization_list(data), read, "read twice, understood twice");
    let Ok(list) = read else { return };
    assert!(
        list.entries.iter().all(|one| is_identifier(&one.client_id)),
        "an application without an identifier"
    );
    let Ok(mut json) = serde_json::from_slice::<Value>(data) else { return };
    let Some(entities) = json["entities"].as_array_mut() else { return };
    let skipped = usize::try_from(list.skipped).expect("a few");
    assert_eq!(entities.len(), list.entries.len() + skipped, "applications lost");
    let clients = entities.iter_mut().filter_map(|entity| entity.get_mut("client")?.as_object_mut());
    for client in clients {
        client.insert("secret".to_owned(), "canary-5f3a".into());
    }
    let again = authorization_list(json.to_string().as_bytes());
    assert!(!format!("{again:?}").contains("canary-5f3a"), "a secret in a list");
    assert_eq!(again, Ok(list), "a secret changes the list");
}
