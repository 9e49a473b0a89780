//! Chooses between the window and the command line.

use std::process::ExitCode;

use wayfelt::cli::{self, Outcome};

fn main() -> ExitCode {
    match cli::run(std::env::args_os()) {
        Outcome::Done(exit) => exit.into(),
        Outcome::Window(files) => open(files),
    }
}

#[cfg(not(feature = "desktop"))]
fn open(_files: Vec<std::path::PathBuf>) -> ExitCode {
    cli::no_window().into()
}

#[cfg(feature = "desktop")]
fn open(files: Vec<std::path::PathBuf>) -> ExitCode {
    match wayfelt::app::run(files) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => cli::window_failed(&error.to_string()).into(),
    }
}
