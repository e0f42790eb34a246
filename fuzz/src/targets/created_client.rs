//! A client that was just created, and one that is read to be changed.
//! It must never let the secret out of the one field that is for it.

use latchkey::domain::client::{ClientState, OauthClient};
use latchkey::domain::secret::Secret;
use latchkey::genesys::answers::{MAX_CLIENT, client, created_client, is_identifier, whole_client};
use latchkey::genesys::clients::CreatedClient;
use serde_json::Value;

pub(super) fn run(data: &[u8]) {
    let plain = client(data);
    match created_client(data) {
        Ok(created) => {
            assert_eq!(plain.as_ref(), Ok(&created.client), "two readers, two clients");
            sound(data, &created.client);
            secret_stays(created, data);
        }
        Err(why) => assert_eq!(plain, Err(why), "one reader takes what the other refuses"),
    }
    if let Ok(whole) = whole_client(data) {
        sound(data, &whole.client());
        // A secret of the wrong type is no reason to refuse a client that is only read.
        assert!(plain.is_err() || plain == Ok(whole.client()), "two readers, two clients");
        let body = whole.with_state(ClientState::Inactive);
        assert_eq!(body["state"], "inactive", "not the state that was asked for");
        assert!(body.get("secret").is_none() && body.get("id").is_none(), "sent back what may not be");
    }
}

fn sound(data: &[u8], client: &OauthClient) {
    assert!(data.len() <= MAX_CLIENT, "too large");
    assert!(is_identifier(&client.id), "a client without an identifier");
}

/// Nothing that is shown depends on the secret, and nothing but the secret on where it came from.
fn secret_stays(created: CreatedClient, data: &[u8]) {
    let shown = format!("{created:?}");
    let other = created.secret.as_ref().map(|_| Secret::new("canary-5f3a".to_owned()));
    let other = CreatedClient { client: created.client, secret: other };
    assert_eq!(format!("{other:?}"), shown, "the secret shows");
    let Ok(mut json) = serde_json::from_slice::<Value>(data) else { return };
    assert!(json.is_object(), "a client that is no object");
    json["secret"] = "canary-5f3a".into();
    let read = created_client(json.to_string().as_bytes()).expect("the same client");
    assert_eq!(read.secret.as_ref().map(Secret::expose), Some("canary-5f3a"), "another secret");
    assert!(!format!("{read:?}").contains("canary-5f3a"), "the secret shows");
    assert_eq!(read.client, other.client, "the secret changes the client");
}
