//! Two maps by id: what differs, field by field; and three: what two people made of the same map, brought together.
//!
//! ```text
//! a, b ──differences──▶ added, removed, moved, changed
//! base, ours, theirs ──merge──▶ one map, with a conflict wherever both changed the same thing differently
//! ```
//!
//! Maps are taken apart into things with an identity (`parts`) and trees of values, so that no field has to be named here,
//! and none is forgotten. Nothing of either side is dropped: of a conflict both values are kept in the map
//! ([`crate::model::Conflict`]), and what one side removed while the other one changed it stays. Must not know files, or how a map
//! is changed; [`say`] is the only place here that knows words.

mod difference;
mod fields;
mod kept;
mod merge;
mod order;
mod parts;
mod repair;
pub mod say;

pub use difference::{Change, Difference, Home, differences};
pub use merge::{Merged, merge};
pub(crate) use order::moved;
