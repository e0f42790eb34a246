//! What is pasted as a credential: every field cleans the same dirt in the same way, and says what is in the wrong place.

use latchkey::domain::pasted_credential::{
    ClientCredentials, CredentialProblem, clean, clean_id, clean_passphrase, clean_secret, looks_like_id,
};
use latchkey::domain::pasted_token::clean_token;
use latchkey::domain::secret::Secret;
use latchkey::handover::sealed_file::{Lock, new_key, public_key};
use proptest::prelude::{any, prop_assert, proptest};

const ID: &str = "5b2f0c11-7a4d-4f7e-8d55-3f6f0f1b9a01";
const SECRET: &str = "aB3-x_Y9zQ";

/// What copying adds; `*` is the credential.
const DIRT: [&str; 42] = [
    "*",
    " *",
    "* ",
    "\t*\r\n",
    "\u{a0}*\u{202f}",
    "\u{feff}*",
    "*\u{200b}",
    "\u{2060}*\u{ad}",
    "\u{202a}*\u{202c}",
    "\u{3000}*",
    "\"*\"",
    "'*'",
    "`*`",
    "“*”",
    "„*“",
    "‘*’",
    "« * »",
    "‹*›",
    "\"*\",",
    "'*';",
    "Client ID: *",
    "client id:*",
    "client_id=*",
    "\"clientId\": \"*\",",
    "ID client : *",
    "ID client\u{a0}: *",
    "Identifiant client : *",
    "Client Secret: *",
    "client_secret = \"*\"",
    "\"clientSecret\": \"*\",",
    "Secret client : *",
    "Secret du client : « * »",
    "GENESYSCLOUD_OAUTHCLIENT_ID=*",
    "GENESYSCLOUD_OAUTHCLIENT_SECRET=*",
    "export GENESYSCLOUD_OAUTHCLIENT_SECRET='*'",
    "set GENESYSCLOUD_OAUTHCLIENT_SECRET=*",
    "$env:GENESYSCLOUD_OAUTHCLIENT_SECRET = \"*\"",
    "secret：*",
    "Token: *",
    "Public key: *",
    "Bearer *",
    "Authorization: Bearer *",
];

#[test]
fn every_field_cleans_the_same() {
    let key = public_key(&new_key()).expect("a key");
    for dirt in DIRT {
        let secret = |text: &str| Secret::new(dirt.replace('*', text));
        assert_eq!(clean_id(&dirt.replace('*', ID)), Ok(ID.to_owned()), "{dirt:?}");
        assert_eq!(clean_secret(&secret(SECRET)).expose(), SECRET, "{dirt:?}");
        let token = clean_token(&dirt.replace('*', SECRET));
        assert!(token.is_ok_and(|token| token.expose() == SECRET), "{dirt:?}");
        assert!(Lock::public_key(&dirt.replace('*', &key)).is_ok(), "{dirt:?}");
        let both = ClientCredentials::parse(&dirt.replace('*', ID), &secret(SECRET)).expect("both");
        assert_eq!((both.id.as_str(), both.secret.expose()), (ID, SECRET), "{dirt:?}");
        let swapped = ClientCredentials::parse(&dirt.replace('*', SECRET), &secret(ID));
        assert_eq!(swapped.err(), Some(CredentialProblem::Swapped), "{dirt:?}");
    }
}

#[test]
fn what_is_missing_or_in_both_places_is_said() {
    for blank in ["", " ", "\u{200b}", "\"\"", "Client secret:", "client_id="] {
        let (blank, id, secret) = (Secret::new(blank.to_owned()), ID, Secret::new(SECRET.to_owned()));
        assert_eq!(ClientCredentials::parse(id, &blank).err(), Some(CredentialProblem::NoSecret));
        assert_eq!(ClientCredentials::parse(blank.expose(), &secret).err(), Some(CredentialProblem::NoId));
    }
    let twice = ClientCredentials::parse(ID, &Secret::new(format!(" {ID}")));
    assert_eq!(twice.err(), Some(CredentialProblem::IdTwice));
    // IDs that are no UUIDs exist in practice organizations.
    assert!(ClientCredentials::parse("id", &Secret::new(SECRET.to_owned())).is_ok());
}

#[test]
fn a_passphrase_loses_only_the_blanks_around_it() {
    for (typed, passphrase) in [
        (" correct  horse \u{a0}battery\n", "correct  horse \u{a0}battery"),
        ("\u{feff}\u{200b}one two\u{2028}", "one two"),
        ("\"quoted\"", "\"quoted\""),
        ("Secret: one", "Secret: one"),
        ("a\u{200d}b", "a\u{200d}b"),
    ] {
        assert_eq!(clean_passphrase(typed), passphrase);
    }
}

proptest! {
    #[test]
    fn what_is_clean_stays(text in "[A-Za-z0-9_.~+/-]{1,80}", other in any::<String>()) {
        prop_assert!(*clean(&text) == text);
        let once = clean(&other);
        prop_assert!(*clean(&once) == *once);
        prop_assert!(once.chars().all(|c| other.contains(c)));
        let _ = looks_like_id(&other);
    }
}
