//! Drives the window's parts by their accessible names, without a screen.

#![cfg(feature = "desktop")]
#![allow(
    dead_code,
    unreachable_pub,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "one binary; a test ends where it fails, and not every test needs all of the support"
)]

#[path = "../support/every_kind.rs"]
mod every_kind;
#[path = "../support/generate.rs"]
mod generate;
#[path = "../support/kill.rs"]
mod kill;
#[path = "../support/maps.rs"]
mod maps;
#[path = "../support/panel.rs"]
mod panel;
#[path = "../support/sample_maps.rs"]
mod sample_maps;

mod access;
mod address;
mod canvas;
mod closed;
mod commands;
mod compare;
mod conflicts;
mod copying;
mod dragging;
mod dragging_places;
mod enlarged;
mod escape;
mod exporting;
mod fields;
mod filter;
mod finding;
mod headings;
mod held;
mod importing;
mod insights;
mod inspector;
mod journey;
mod kept;
mod keyboard;
mod killed;
mod landmarks;
mod linking;
mod look;
mod looks;
mod outline;
mod outside;
mod palette;
mod paste;
mod plots_page;
mod replies;
mod resting;
mod safety;
mod saving;
mod screens;
mod shelf;
mod spoken;
mod start;
mod still;
mod survey;
mod tabs;
mod tray;
mod typing;
mod undisturbed;
mod unlost;
mod weight;
mod window;
