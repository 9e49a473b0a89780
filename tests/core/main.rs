//! Everything that needs no window.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test ends where it fails")]

#[path = "../support/every_kind.rs"]
mod every_kind;
#[path = "../support/maps.rs"]
mod maps;

mod catalogue;
mod file;
mod insight;
mod mermaid;
mod samples;
mod text;
