//! Everything that can be tested without a window.

#[path = "../support/maps.rs"]
mod maps;

mod insight;
