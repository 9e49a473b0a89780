//! The command line: the window's second face, without a display.
//!
//! Every command reads files, asks the same library as the window, and writes files, each whole or not at all. What goes
//! wrong is said on standard error as `file:line:column: what, and what to do`. Must not know windows.

mod arguments;
mod batch;
mod check;
mod console;
mod diff;
mod export;
mod files;
mod format;
mod import;
mod insights;
mod journeys;
mod json;
mod merge;
mod reply;
mod survey;
mod usage;

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;

use crate::file::embedded;
use crate::i18n::Words;
use crate::words;

use console::{Console, Failure};
use files::{Target, write_output};

/// How a command ended. The numbers are promised to scripts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Exit {
    /// Done.
    Done = 0,
    /// Done, and something was found: faults, differences, conflicts, or files that are not in canonical form.
    Found = 1,
    /// The command was not understood.
    Usage = 2,
    /// An input can't be read, or is no valid map.
    BadInput = 3,
    /// The output can't be written.
    CannotWrite = 4,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit as u8)
    }
}

/// What is to happen after the command line has been read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// The window is to open, with these maps.
    Window(Vec<PathBuf>),
    /// A command was carried out.
    Done(Exit),
}

/// Understands the arguments (the first is the program's own name) and carries out the command that they name.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> Outcome {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let console = Console::new(Words::new(arguments::spoken_language(&arguments)));
    let mut command = arguments::command(&console.words);
    let matches = match command.try_get_matches_from_mut(arguments) {
        Ok(matches) => matches,
        Err(error) => {
            match usage::said(&console.words, &error) {
                Some(said) => console.complain(&said),
                // Help and version are no errors, and go to standard output. A closed pipe is nobody's loss.
                None => drop(error.print()),
            }
            return Outcome::Done(if error.use_stderr() { Exit::Usage } else { Exit::Done });
        }
    };
    let exit = match matches.subcommand() {
        None => {
            let files = matches.get_many::<PathBuf>("files").unwrap_or_default().cloned().collect();
            return Outcome::Window(files);
        }
        Some(("new", matches)) => new(&console, matches),
        Some(("import", matches)) if matches.contains_id("survey") => survey::import(&console, matches),
        Some(("import", matches)) => import::import(&console, matches),
        Some(("export", matches)) => export::export(&console, matches),
        Some(("check", matches)) => check::check(&console, matches),
        Some(("format", matches)) => format::format(&console, matches),
        Some(("insights", matches)) => insights::insights(&console, matches),
        Some(("diff", matches)) => diff::diff(&console, matches),
        Some(("merge", matches)) => merge::merge(&console, matches),
        // The arguments know no other.
        Some(_) => Exit::Usage,
    };
    Outcome::Done(exit)
}

/// Says that there is no window in this build, and how to come by one.
pub fn no_window() -> Exit {
    let arguments: Vec<OsString> = std::env::args_os().collect();
    let console = Console::new(Words::new(arguments::spoken_language(&arguments)));
    console.complain(&words!(console.words, "cli-no-window"));
    Exit::Usage
}

/// Says that the system gave no window, and why.
pub fn window_failed(why: &str) -> Exit {
    let arguments: Vec<OsString> = std::env::args_os().collect();
    let console = Console::new(Words::new(arguments::spoken_language(&arguments)));
    console.complain(&words!(console.words, "cli-window-failed", why = why));
    Exit::Usage
}

/// `wayfelt new`.
fn new(console: &Console, matches: &clap::ArgMatches) -> Exit {
    let name = matches.get_one::<String>("template").map_or("", String::as_str);
    let target = Target::of(matches.get_one::<PathBuf>("out").cloned().unwrap_or_default());
    console.exit(make_new(console, name, &target))
}

fn make_new(console: &Console, name: &str, target: &Target) -> Result<(), Failure> {
    let words = &console.words;
    let Some(template) = embedded::template(name, words.language()) else {
        let templates = embedded::templates(words.language()).iter();
        let known: Vec<&str> = templates.map(|template| template.name).collect();
        let message = words!(words, "cli-template-unknown", name = name, known = known.join(", "));
        return Err(Failure::new(Exit::Usage, message));
    };
    // A new map must not take the place of an old one.
    if let Target::File(path) = target
        && path.symlink_metadata().is_ok()
    {
        let message = format!("{}: {}", path.display(), words!(words, "cli-exists"));
        return Err(Failure::new(Exit::CannotWrite, message));
    }
    let opened = template.open().map_err(|error| Failure::new(Exit::BadInput, format!("{name}:{error}")))?;
    write_output(words, target, crate::file::write(&opened.map).as_bytes())
}
