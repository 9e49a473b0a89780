//! Everything that needs no window.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test ends where it fails")]

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
mod file;
mod generated;
mod insight;
mod painters;
mod same_picture;
mod text;
