//! What the receiver of a client gets, filled in.
//! It must never contain a client secret: that goes by its own way.

pub mod client_json;
pub mod curl;
pub mod documents;
pub mod env;
pub mod framework_js;
pub mod scim_settings;
pub mod terraform;
