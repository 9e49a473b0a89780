//! The window. Everything it shows comes from a map, and everything it changes leaves as an [`Intent`], carried out once
//! at the end of the frame.

pub mod canvas;
pub mod command;
mod intent;
pub mod look;
pub mod panels;
pub mod settings;

pub use intent::Intent;
