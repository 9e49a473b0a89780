//! Everything that needs no window.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test ends where it fails")]

#[path = "../support/every_kind.rs"]
mod every_kind;
#[path = "../support/maps.rs"]
mod maps;
#[path = "../support/samples.rs"]
mod samples;
#[path = "../support/scene.rs"]
mod scene;

mod architecture;
mod catalogue;
mod cli;
mod disk;
mod file;
mod hostile;
mod insight;
mod licences;
mod same_picture;
mod text;
