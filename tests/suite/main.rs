//! One binary for every test of rules, use cases and the practice organization; one file each.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "a test fails by panicking, and reads its environment"
)]

mod advice;
#[cfg(feature = "desktop")]
mod bindings;
mod create_client;
mod desk;
mod difference;
mod facts;
mod network;
mod network_bench;
mod network_certificates;
#[cfg(target_os = "linux")]
mod network_squid;
mod place_secret;
mod practice_bench;
mod practice_contract;
mod practice_directory;
mod practice_faults;
mod practice_sdk;
mod practice_sign_in;
mod profiles;
mod rules;
mod settings;
mod sign_in;
mod sign_in_hostile;
mod tidy;
mod token;
mod vault;
#[cfg(target_os = "linux")]
mod vault_keychain;
#[cfg(target_os = "linux")]
mod vault_session;
