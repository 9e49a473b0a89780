//! What a map says, in figures: one file a formula family, each with its source. Must not know pictures, words or windows.
//!
//! Every figure is a pure function of the map, per persona unless it says otherwise, and leaves out what is unknown. A
//! figure that can't be had is `None`, never 0. Nothing is rounded here; that is for those who show it.

mod band;
pub mod channels;
pub mod compare;
pub mod curve;
pub mod kept;
pub mod opportunity;
pub mod pain;
pub mod plot;
mod span;
pub mod survey;

pub use band::band;
