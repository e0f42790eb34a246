//! Talks to Genesys Cloud, or to the practice organization, over HTTP; the only user of `reqwest`.
//! It must never repeat a write, follow a redirect, or know a use case.

pub mod answers;
pub mod authorizations;
mod client_json;
pub mod clients;
pub mod connection_check;
pub mod dependents;
pub mod directory;
pub mod endpoint;
pub mod error;
pub mod gateway;
pub mod grants;
pub mod integrations;
pub mod limits;
pub mod network;
pub mod pace;
mod pages;
pub mod people;
pub mod roles;
mod send;
pub mod session;
pub mod token;
pub mod token_error;
pub mod token_info;
pub mod unreachable;
pub mod usage;
pub mod whole_client;
