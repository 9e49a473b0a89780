//! `wayfelt import`: maps out of other formats.

use std::path::PathBuf;

use super::Exit;
use super::console::{Console, Failure};
use super::files::{Source, Target};
use crate::words;

pub(super) fn import(console: &Console, matches: &clap::ArgMatches) -> Exit {
    let source = Source::of(matches.get_one::<PathBuf>("input").cloned().unwrap_or_default());
    let target = Target::of(matches.get_one::<PathBuf>("out").cloned().unwrap_or_default());
    let nth = matches.get_one::<u16>("nth").copied();
    console.exit(import_one(console, &source, &target, nth))
}

fn import_one(console: &Console, source: &Source, _target: &Target, _nth: Option<u16>) -> Result<(), Failure> {
    let words = &console.words;
    let extension = source.path().and_then(|path| path.extension()).map(|extension| extension.to_ascii_lowercase());
    if let Some(extension) = extension
        .filter(|extension| !["mmd", "mermaid", "md", "markdown", "txt"].iter().any(|known| known == extension))
    {
        let message = words!(words, "cli-import-later", extension = extension.to_string_lossy().into_owned());
        return Err(Failure::new(Exit::Usage, format!("{}: {message}", source.name())));
    }
    Err(Failure::new(Exit::BadInput, "not yet"))
}
