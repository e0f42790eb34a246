//! What the receiver of a client gets, filled in.
//! It must never contain a client secret: that goes by its own way.

pub mod framework_js;
pub mod scim_settings;
