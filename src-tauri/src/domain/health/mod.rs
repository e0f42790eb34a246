//! What may be wrong with clients that exist: each finding with its severity, its reason and what mends it.
//! It must never contain a sentence, nor claim more than the facts at hand prove.

mod finding;

pub use finding::{Acknowledgement, HealthCode, HealthFinding};
