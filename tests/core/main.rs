//! Everything that needs no window, in one binary.

#![allow(
    unreachable_pub,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "one binary; a test ends where it fails"
)]

#[path = "../support/any_edit.rs"]
mod any_edit;
#[path = "../support/maps.rs"]
mod maps;

mod catalogue;
mod edits;
mod insight;
