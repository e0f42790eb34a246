//! What is tried with foreign bytes: one function for each reader, which panics when a property does not hold.
//! It must never need a network, a file or a clock: the same bytes give the same verdict every time.

mod authorization_list;
mod callback_request;
mod client_list;
mod created_client;
mod credential_list;
mod duration;
mod error_body;
mod name_and_description;
mod pasted_addresses;
mod pasted_token;
mod redirect_uri;
mod region_address;
mod retry_after;
mod sealed_file;
mod token_answer;
mod usage_answer;

/// Tries one input.
pub(crate) type Target = fn(&[u8]);

/// Every target by its name, which is also the name of its folder of seeds.
pub(crate) const TARGETS: [(&str, Target); 16] = [
    ("redirect_uri", redirect_uri::run),
    ("pasted_addresses", pasted_addresses::run),
    ("client_list", client_list::run),
    ("created_client", created_client::run),
    ("token_answer", token_answer::run),
    ("error_body", error_body::run),
    ("callback_request", callback_request::run),
    ("retry_after", retry_after::run),
    ("name_and_description", name_and_description::run),
    ("pasted_token", pasted_token::run),
    ("region_address", region_address::run),
    ("duration", duration::run),
    ("usage_answer", usage_answer::run),
    ("authorization_list", authorization_list::run),
    ("credential_list", credential_list::run),
    ("sealed_file", sealed_file::run),
];
