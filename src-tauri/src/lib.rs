//! Latchkey: creates, hands over and looks after Genesys Cloud OAuth clients.
//!
//! Data flows one way: web view → [`commands`] → [`app`] → [`domain`] and [`genesys`] → back.
//! `ARCHITECTURE.md` has the map; `tests/suite/tidy.rs` keeps it true.

pub mod app;
pub mod clipboard;
#[cfg(feature = "desktop")]
pub mod commands;
#[cfg(feature = "desktop")]
pub mod desktop;
pub mod domain;
pub mod genesys;
pub mod handover;
pub mod journal;
pub mod practice;
#[cfg(all(feature = "desktop", target_os = "linux"))]
mod renderer;
pub mod sign_in;
pub mod vault;
