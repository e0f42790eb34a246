//! The rules of Genesys Cloud OAuth clients, as plain data and pure functions.
//! Nothing here may wait, read a clock, touch a file or the network, or know a framework.

pub mod advice;
pub mod announced;
pub mod authorization;
pub mod better;
pub mod change;
pub mod check;
pub mod client;
pub mod client_list;
pub mod client_room;
pub mod copy;
pub mod dependent;
pub mod difference;
pub mod draft;
pub mod duration;
pub mod facts;
pub mod finding;
pub mod fix;
pub mod genesys_page;
pub mod grant;
pub mod health;
pub mod name;
pub mod note;
pub mod operation;
pub mod pasted_credential;
pub mod pasted_token;
pub mod preset;
pub mod recovery;
pub mod redirect_uri;
pub mod region;
pub mod role;
pub mod scim_role;
pub mod scope;
pub mod secret;
pub mod summary;
pub mod usage;
