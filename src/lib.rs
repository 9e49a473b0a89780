//! Wayfelt: customer journey maps, laid out on a canvas, kept as text, shared as pictures.
//!
//! ```text
//! journey map ──edit──▶ journey map ──layout──▶ scene ──paint──▶ window, SVG, PNG, PDF, HTML
//!     ▲   │                    │
//!   file  └─insight──▶ figures ┘
//! ```
//!
//! A map is plain data ([`model`]). Every change is a value that goes through one door ([`edit`]). A pure function
//! ([`layout`]) turns a map into a finished picture ([`scene`]); painters ([`export`], the canvas of `app`) only paint it.
//! What is on screen is what is printed, because it is the same scene.
//!
//! The rooms, lowest first. A lower one never names an upper one; `tests/core/architecture.rs` holds that.
//!
//! | level | rooms |
//! | --- | --- |
//! | 0 | [`model`]: what a map is · [`i18n`]: words, numbers, dates |
//! | 1 | [`edit`]: changes and undo · [`file`]: RON text, saving, recovery · [`scene`]: the finished picture · [`text`]: shaping and line breaking · [`insight`]: what a map says in figures · [`diff`]: what differs between maps, and three brought together |
//! | 2 | [`layout`]: map and figures to scene · [`find`]: looking for texts and cards |
//! | 3 | [`import`] and [`export`]: other formats · [`lint`]: advice |
//! | 4 | `app`: the window (feature `desktop`) · [`cli`]: the command line |
//! | 5 | `main`: chooses between the two |

#[cfg(feature = "desktop")]
pub mod app;
pub mod cli;
pub mod diff;
pub mod edit;
pub mod export;
pub mod file;
pub mod find;
pub mod i18n;
pub mod import;
pub mod insight;
pub mod layout;
pub mod lint;
pub mod model;
pub mod scene;
pub mod text;
