//! Everything that needs no window, in one binary.

#[path = "../support/maps.rs"]
mod maps;

mod catalogue;
mod insight;
