//! The panels around the canvas: what is in the map, what is selected, what the map says.
//!
//! Each reads a map and returns what it wants as [`Intent`]s; none changes anything itself. Must not know the canvas, files
//! or the window's frame.

pub mod changes;
pub mod conflicts;
mod face;
mod form;
pub mod insights;
pub mod inspector;
pub mod look_of_map;
pub(super) mod naming;
pub mod outline;
mod picture;
mod profile;
pub mod tray;

pub use changes::ChangesState;
pub use conflicts::ConflictsState;
pub use insights::InsightsState;
pub(in crate::app) use naming::{channel_name_in, lane_icon};

pub use inspector::{InspectorState, PageState};
pub use look_of_map::LookState;
pub use outline::OutlineState;
pub use tray::TrayState;
