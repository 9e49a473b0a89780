//! Everything that needs no window, in one binary.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test ends where it fails")]

#[path = "../support/maps.rs"]
mod maps;

mod catalogue;
mod insight;
