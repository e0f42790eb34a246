//! The list of clients as it is looked at: searched, filtered and sorted in one pass, and read in windows.
//! It must never copy a client but into a row that is shown, nor sort anything while a person types.

mod column;
mod fold;
mod haystack;
mod insight;
mod order;
mod query;
mod row;
mod table;

pub use column::ClientColumn;
pub use fold::fold;
pub use insight::{FindingDigest, FindingLevel, Insights, UseKind};
pub use query::{Direction, Facets, GrantKind, ListQuery, SortColumn};
pub use row::ClientRow;
pub use table::{ClientTable, Listing};
