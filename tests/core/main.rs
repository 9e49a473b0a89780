//! Everything that needs no window.

#![allow(
    unreachable_pub,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "one binary; a test ends where it fails"
)]

#[path = "../support/any_edit.rs"]
mod any_edit;
#[path = "../support/corpus.rs"]
mod corpus;
#[path = "../support/dense_links.rs"]
mod dense_links;
#[path = "../support/every_kind.rs"]
mod every_kind;
#[path = "../support/generate.rs"]
mod generate;
#[path = "../support/hostile_input.rs"]
mod hostile_input;
#[path = "../support/kill.rs"]
mod kill;
#[path = "../support/maps.rs"]
mod maps;
#[path = "../support/sample_maps.rs"]
mod sample_maps;
#[path = "../support/scene.rs"]
mod scene;

mod address;
mod alike;
mod architecture;
mod boards;
mod brought_along;
mod catalogue;
mod check;
mod cli;
mod cli_diff;
mod cli_edges;
mod cli_export;
mod cli_incoming;
mod cli_survey;
mod compare;
mod composed;
mod connect;
mod contents;
mod diff;
mod disk;
mod drawings;
mod edited_tables;
mod edits;
mod excerpt;
mod faults;
mod figures;
mod figures_hold;
mod file;
mod find;
mod formats;
mod fragment;
mod generated;
mod git;
mod goldens;
mod headings;
mod hostile;
mod html;
mod html_table;
mod images;
mod include;
mod insight;
mod insights_cli;
mod killed;
mod landing;
mod layout;
mod library;
mod licences;
mod links;
mod lint;
mod lock;
mod locked;
mod merge;
mod mermaid;
mod network;
mod outline;
mod packages;
mod painters;
mod plot_pictures;
mod plot_words;
mod plots;
mod pptx;
mod replies;
mod same_picture;
mod save;
mod sheets;
mod survey;
mod tables;
mod tabular;
mod text;
mod theme;
mod value;
mod versions;
mod watch;
mod words;
