//! One binary for every test of rules, use cases and the practice organization; one file each.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "a test fails by panicking, and reads its environment"
)]

mod accepted;
mod advice;
mod authorizations;
#[cfg(feature = "desktop")]
mod bindings;
mod blast_radius;
#[cfg(target_os = "linux")]
mod canaries;
mod client_list;
mod client_list_use;
mod client_writes;
mod create_client;
mod description;
mod desk;
mod difference;
mod durations;
mod edit_races;
mod facts;
mod faults;
mod fetch_token;
mod fuzz_targets;
mod hand_over;
mod health;
mod health_rules;
mod hostile_answers;
mod hostile_bodies;
mod hostile_frames;
#[cfg(target_os = "linux")]
mod hostile_memory;
mod journal;
#[cfg(unix)]
mod journal_faults;
#[cfg(target_os = "linux")]
mod journal_first_start;
mod journal_notes;
mod journal_secrets;
#[cfg(unix)]
mod journal_versions;
mod kits;
mod kits_readers;
mod mends;
mod names;
mod network;
mod network_bench;
mod network_certificates;
#[cfg(target_os = "linux")]
mod network_squid;
mod noted;
mod odd_answers;
mod one_severity;
mod open_last;
mod outside;
mod pasted_addresses;
mod pasted_credentials;
mod pasted_seals;
mod place_secret;
mod places;
mod places_bench;
mod practice_behind;
mod practice_bench;
mod practice_contract;
mod practice_description;
mod practice_directory;
mod practice_faults;
mod practice_sdk;
mod practice_sign_in;
mod practice_strict;
mod practice_usage;
mod practice_usage_everybody;
mod practice_wire;
mod profiles;
mod put_back;
mod rate_limits;
mod raw_server;
mod recover;
mod roles;
mod rules;
mod scim_roles;
mod sealed_file;
#[cfg(target_os = "linux")]
mod sealed_file_age;
mod sealing;
mod settings;
#[path = "../../src-tauri/examples/trial/settle/mod.rs"]
mod settle;
mod sign_in;
mod sign_in_hostile;
mod start_copy;
mod test_client;
mod tidy;
mod token;
mod trial;
mod update_client;
mod usage;
mod usage_answers;
mod usage_everybody;
mod vault;
#[cfg(target_os = "linux")]
mod vault_keychain;
#[cfg(target_os = "linux")]
mod vault_session;
