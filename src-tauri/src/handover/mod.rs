//! What the receiver of a client gets, filled in; and the sealed file in which the secret travels.
//! It must never put a client secret anywhere but into a sealed file.

pub mod client_json;
pub mod curl;
pub mod documents;
pub mod env;
pub mod framework_js;
pub mod naming;
pub mod one_line;
pub mod package;
mod pasted_armour;
pub mod reminder;
pub mod scim_settings;
pub mod sealed_file;
pub mod terraform;
