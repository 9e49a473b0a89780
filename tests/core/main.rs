//! Everything that needs no window.

#[path = "../support/mod.rs"]
mod support;

mod file;
