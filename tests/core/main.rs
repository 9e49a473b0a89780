//! Everything that needs no window.

#![allow(
    unreachable_pub,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "one binary; a test ends where it fails"
)]

#[path = "../support/any_edit.rs"]
mod any_edit;
#[path = "../support/every_kind.rs"]
mod every_kind;
#[path = "../support/generate.rs"]
mod generate;
#[path = "../support/maps.rs"]
mod maps;
#[path = "../support/samples.rs"]
mod samples;
#[path = "../support/scene.rs"]
mod scene;

mod catalogue;
mod edits;
mod file;
mod generated;
mod insight;
mod layout;
mod mermaid;
mod painters;
mod plots;
mod same_picture;
mod samples;
mod text;
mod theme;
