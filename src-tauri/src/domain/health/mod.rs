//! What may be wrong with clients that exist: each finding with its severity, its reason and what mends it.
//! It must never contain a sentence, nor claim more than the facts at hand prove.

mod areas;
mod check;
mod code;
mod documented;
mod finding;
mod grant;
mod known;
mod mend;
mod reach;
mod reason;
mod redirect_uris;
mod scim;
mod sunset;
mod texts;
mod upkeep;

pub use check::{check, check_one};
pub use code::HealthCode;
pub use finding::{Acknowledgement, HealthFinding, HealthFix};
pub use known::{Known, SeenEndpoint, SeenEndpoints};
pub use mend::mended;
pub use reason::{ClientRef, HealthReason};
pub use sunset::{SunsetClient, sunset};
