//! `wayfelt import`: maps out of other formats.

use std::path::{Path, PathBuf};

use super::Exit;
use super::console::{Console, Failure};
use super::files::{Source, Target, write_output};
use crate::file;
use crate::import::words::{error_words, warning_words};
use crate::import::{ImportError, decode, mermaid};
use crate::model::IdSource;
use crate::words;

/// Extensions of files that hold Mermaid diagrams, bare or in fences.
const MERMAID: [&str; 5] = ["mmd", "mermaid", "md", "markdown", "txt"];

pub(super) fn import(console: &Console, matches: &clap::ArgMatches) -> Exit {
    let source = Source::of(matches.get_one::<PathBuf>("input").cloned().unwrap_or_default());
    let target = Target::of(matches.get_one::<PathBuf>("out").cloned().unwrap_or_default());
    let nth = matches.get_one::<u16>("nth").copied().map(usize::from);
    console.exit(import_one(console, &source, &target, nth))
}

fn import_one(console: &Console, source: &Source, target: &Target, nth: Option<usize>) -> Result<(), Failure> {
    let words = &console.words;
    let name = source.name();
    if let Some(extension) = source.path().and_then(Path::extension).map(|extension| extension.to_string_lossy())
        && !MERMAID.iter().any(|known| extension.eq_ignore_ascii_case(known))
    {
        let message = words!(words, "cli-import-later", extension = extension.into_owned());
        return Err(Failure::new(Exit::BadInput, format!("{name}: {message}")));
    }
    let bytes = source.bytes(words)?;
    let failed = |error: &ImportError| {
        let place = error.at().map(|at| format!("{}:{}:", at.line, at.column)).unwrap_or_default();
        Failure::new(Exit::BadInput, format!("{name}:{place} {}", error_words(error, words)))
    };
    let text = decode(&bytes).map_err(|error| failed(&error))?;
    // What the same diagram gives is the same map, ids included: importing again shows in a difference what changed.
    let mut ids = IdSource::seeded(seed(&bytes));
    let imported = mermaid::read(&text, &mermaid::Options { nth }, &mut ids).map_err(|error| failed(&error))?;
    for warning in &imported.warnings {
        let said = words!(words, "cli-warning", warning = warning_words(warning, words));
        console.complain(&format!("{name}:{}:{}: {said}", warning.at.line, warning.at.column));
    }
    write_output(words, target, file::write(&imported.map).as_bytes())
}

/// A number that stands for these bytes (FNV-1a, 64 bits).
fn seed(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, &byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3))
}
