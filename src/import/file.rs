//! A file of another program as a map: which reader it is for goes by how its name ends. Must not know disks nor windows.

use super::mermaid::{self, Options};
use super::words::{remark_words, warning_words};
use super::{ImportError, TextPlace, decode, outline};
use crate::i18n::Words;
use crate::model::{IdSource, JourneyMap};
use crate::words;

/// Endings of files that hold Mermaid diagrams, bare or in fences.
const MERMAID: [&str; 5] = ["mmd", "mermaid", "md", "markdown", "txt"];
/// Endings of files that hold indented texts; a `txt` may be either.
const OUTLINE: [&str; 2] = ["outline", "txt"];

/// The endings of files that can be read, in small letters.
pub const ENDINGS: [&str; 6] = ["mmd", "mermaid", "md", "markdown", "outline", "txt"];

/// Whether a file with this ending can be read, in small or capital letters.
pub fn is_read(ending: &str) -> bool {
    ENDINGS.iter().any(|known| known.eq_ignore_ascii_case(ending))
}

/// What a file gave.
#[derive(Debug, Clone, PartialEq)]
pub struct Read {
    /// The map.
    pub map: JourneyMap,
    /// What of it wasn't plain or was left out, in the order of the text: where, and in words.
    pub notes: Vec<(TextPlace, String)>,
}

/// The map that a file holds whose name ends like this; none: like a Mermaid diagram's. The same bytes give the same map, ids
/// included: importing again shows in a difference what changed.
///
/// # Errors
/// When it is no text, or none that the readers know.
pub fn read(bytes: &[u8], ending: Option<&str>, nth: Option<usize>, words: &Words) -> Result<Read, ImportError> {
    let is = |known: &[&str]| ending.is_some_and(|ending| known.iter().any(|own| own.eq_ignore_ascii_case(ending)));
    let text = decode(bytes)?;
    let mut ids = IdSource::seeded(seed(bytes));
    let may_be_outline = is(&OUTLINE);
    let diagram = match may_be_outline && !is(&MERMAID) {
        true => Err(ImportError::NoDiagram),
        false => mermaid::read(&text, &Options { nth }, &mut ids),
    };
    match diagram {
        Err(ImportError::NoDiagram) if may_be_outline => {
            let outline = outline::read(&text)?;
            let note =
                |remark: &outline::Remark| (TextPlace { line: remark.line, column: 1 }, remark_words(remark, words));
            let notes = outline.remarks.iter().map(note).collect();
            Ok(Read { map: outline::build(&outline, &words!(words, "window-new-persona"), &mut ids), notes })
        }
        diagram => {
            let imported = diagram?;
            let notes = imported.warnings.iter().map(|warning| (warning.at, warning_words(warning, words))).collect();
            Ok(Read { map: imported.map, notes })
        }
    }
}

/// A number that stands for these bytes (FNV-1a, 64 bits).
fn seed(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, &byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3))
}
