//! Two maps of one kind of journey, today's and the one designed, two years, two segments: which steps belong together, and
//! what of it changed. Must not know words, files or windows, nor who chose the two maps.
//!
//! ```text
//! before, after, pairs made by hand ──pairs──▶ steps and personas that belong together
//!                                   ──compare──▶ changes: steps, scores, times, metrics, touchpoints, pain points, opportunities
//! ```
//!
//! Things are matched by hand, else by identity, else by name; [`crate::diff`] finds what differs between two states of one
//! map, by identity alone and field by field.

mod cards;
mod figure;
mod pairs;
mod sure;
mod walk;

pub use figure::{Figure, Known};
pub use pairs::{By, ByHand, Pair, Pairs, other_is_after, pairs};
pub use sure::difference_of_means;
pub use walk::{At, Change, Comparison, Part, Trend, What, compare};
