//! `wayfelt import`: maps out of other formats.

use std::path::{Path, PathBuf};

use super::Exit;
use super::console::{Console, Failure};
use super::files::{Source, Target, write_output};
use crate::file;
use crate::import::words::{error_words, remark_words, warning_words};
use crate::import::{ImportError, decode, mermaid, outline};
use crate::model::IdSource;
use crate::words;

/// Extensions of files that hold Mermaid diagrams, bare or in fences.
const MERMAID: [&str; 5] = ["mmd", "mermaid", "md", "markdown", "txt"];
/// Extensions of files that hold indented texts; a `txt` may be either.
const OUTLINE: [&str; 2] = ["outline", "txt"];

pub(super) fn import(console: &Console, matches: &clap::ArgMatches) -> Exit {
    let source = Source::of(matches.get_one::<PathBuf>("input").cloned().unwrap_or_default());
    let target = Target::of(matches.get_one::<PathBuf>("out").cloned().unwrap_or_default());
    let nth = matches.get_one::<u16>("nth").copied().map(usize::from);
    console.exit(import_one(console, &source, &target, nth))
}

fn import_one(console: &Console, source: &Source, target: &Target, nth: Option<usize>) -> Result<(), Failure> {
    let words = &console.words;
    let name = source.name();
    let extension = source.path().and_then(Path::extension).map(|extension| extension.to_string_lossy().to_lowercase());
    let is = |known: &[&str]| extension.as_deref().is_some_and(|extension| known.contains(&extension));
    if let Some(extension) = &extension
        && !is(&MERMAID)
        && !is(&OUTLINE)
    {
        let message = words!(words, "cli-import-later", extension = extension.as_str());
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
    let as_outline = is(&OUTLINE).then(|| outline::read(&text));
    let imported = match (mermaid::read(&text, &mermaid::Options { nth }, &mut ids), as_outline) {
        (_, Some(outline)) if !is(&MERMAID) => return import_outline(console, &name, outline, target, &mut ids),
        (Err(ImportError::NoDiagram), Some(outline)) => {
            return import_outline(console, &name, outline, target, &mut ids);
        }
        (imported, _) => imported.map_err(|error| failed(&error))?,
    };
    for warning in &imported.warnings {
        let said = words!(words, "cli-warning", warning = warning_words(warning, words));
        console.complain(&format!("{name}:{}:{}: {said}", warning.at.line, warning.at.column));
    }
    write_output(words, target, file::write(&imported.map).as_bytes())
}

/// Writes the map of an indented text, and says what of it wasn't plain.
fn import_outline(
    console: &Console,
    name: &str,
    outline: Result<outline::Outline, ImportError>,
    target: &Target,
    ids: &mut IdSource,
) -> Result<(), Failure> {
    let words = &console.words;
    let outline =
        outline.map_err(|error| Failure::new(Exit::BadInput, format!("{name}: {}", error_words(&error, words))))?;
    for remark in &outline.remarks {
        let said = words!(words, "cli-warning", warning = remark_words(remark, words));
        console.complain(&format!("{name}:{}:1: {said}", remark.line));
    }
    let map = outline::build(&outline, &words!(words, "window-new-persona"), ids);
    write_output(words, target, file::write(&map).as_bytes())
}

/// A number that stands for these bytes (FNV-1a, 64 bits).
fn seed(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, &byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3))
}
