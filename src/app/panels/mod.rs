//! The panels around the canvas: what is in the map, what is selected, what the map says.
//!
//! Each reads a map and returns what it wants as [`Intent`]s; none changes anything itself. Must not know the canvas, files
//! or the window's frame.

mod face;
mod form;
pub mod insights;
pub mod inspector;
mod naming;
pub mod outline;

pub use insights::InsightsState;
pub use inspector::InspectorState;
pub(super) use naming::lane_icon;
pub use outline::OutlineState;
