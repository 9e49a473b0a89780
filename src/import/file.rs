//! A file of another program as a map: which reader it is for goes by how its name ends. Must not know disks nor windows.

use std::path::{Path, PathBuf};

use super::mermaid::{self, Options};
use super::table::TableError;
use super::tabular::sheet::{self, Book};
use super::tabular::{self, Incoming, Note, What, say};
use super::words::{error_words, remark_words, warning_words};
use super::{ImportError, TextPlace, decode, outline, reply};
use crate::i18n::Words;
use crate::model::{IdSource, JourneyMap, TableMapping, TableShape};
use crate::words;

/// Endings of files that hold Mermaid diagrams, bare or in fences.
const MERMAID: [&str; 5] = ["mmd", "mermaid", "md", "markdown", "txt"];
/// Endings of files that hold indented texts; a `txt` may be either.
const OUTLINE: [&str; 2] = ["outline", "txt"];

/// Endings of tables.
const TABLES: [&str; 3] = ["xlsx", "csv", "tsv"];

/// The endings of files that can be read, in small letters.
pub const ENDINGS: [&str; 9] = ["mmd", "mermaid", "md", "markdown", "outline", "txt", "xlsx", "csv", "tsv"];

/// Whether a file with this ending is a table.
pub fn is_table(ending: &str) -> bool {
    TABLES.iter().any(|known| known.eq_ignore_ascii_case(ending))
}

/// Why a file gives no map.
#[derive(Debug, thiserror::Error)]
pub enum FileError {
    /// It is no text that the readers know.
    #[error(transparent)]
    Text(#[from] ImportError),
    /// It is no table.
    #[error(transparent)]
    Table(#[from] TableError),
    /// It is something else that is known, and not for this door.
    #[error("this is no text of a journey: {0:?}")]
    Mistaken(Mistaken),
    /// It is a table, and nothing of it is known as part of a journey.
    #[error("nothing of the table is known as part of a journey")]
    NothingKnown,
}

/// What a text is that isn't read as one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mistaken {
    /// A reply to a page.
    Reply,
    /// A map of ours.
    Map,
    /// A web page or a picture made of tags.
    Page,
    /// JSON.
    Data,
    /// What leaves here as Markdown, for reading.
    OwnMarkdown,
}

impl Mistaken {
    /// What a text plainly is; none where it may say a journey.
    fn of(bytes: &[u8], text: &str) -> Option<Self> {
        let start = text.trim_start();
        let lower: String = start.chars().take(15).collect::<String>().to_lowercase();
        let then = |mark: char| start.strip_prefix(mark).map(str::trim_start);
        if reply::looks_like(bytes) {
            Some(Self::Reply)
        } else if then('(').is_some_and(|rest| rest.starts_with("format:")) {
            Some(Self::Map)
        } else if ["<!doctype", "<html", "<?xml", "<svg"].iter().any(|tag| lower.starts_with(tag)) {
            Some(Self::Page)
        } else if then('{').is_some_and(|rest| rest.starts_with(['"', '}']))
            || then('[').is_some_and(|rest| rest.starts_with(['{', '"']))
        {
            Some(Self::Data)
        } else {
            None
        }
    }
}

impl FileError {
    /// Where in the text, if it is anywhere.
    pub const fn at(&self) -> Option<TextPlace> {
        match self {
            Self::Text(error) => error.at(),
            Self::Table(_) | Self::NothingKnown | Self::Mistaken(_) => None,
        }
    }

    /// The error and what can be done about it, without its place.
    pub fn in_words(&self, words: &Words) -> String {
        match self {
            Self::Text(error) => error_words(error, words),
            Self::Table(error) => say::table_error_words(error, words),
            Self::NothingKnown => words!(words, "import-table-nothing"),
            Self::Mistaken(Mistaken::Reply) => words!(words, "import-is-reply"),
            Self::Mistaken(Mistaken::Map) => words!(words, "import-is-map"),
            Self::Mistaken(Mistaken::Page) => words!(words, "import-is-page"),
            Self::Mistaken(Mistaken::Data) => words!(words, "import-is-data"),
            Self::Mistaken(Mistaken::OwnMarkdown) => words!(words, "import-is-own-markdown"),
        }
    }
}

/// The tables of a file; with a grid of ours the lists that lie beside it, which `beside` finds by the end of their name:
/// `steps` for `NAME-steps.csv`.
///
/// # Errors
/// When it is no table.
pub fn book(bytes: &[u8], shape: &TableShape, beside: &dyn Fn(&str) -> Option<Vec<u8>>) -> Result<Book, TableError> {
    let mut book = sheet::of_bytes(bytes, shape)?;
    if tabular::is_own_grid(&book) {
        for key in tabular::LIST_KEYS {
            // One that can't be read is none of ours.
            let list = beside(key).and_then(|bytes| sheet::of_bytes(&bytes, &TableShape::default()).ok());
            if let Some(list) = list.filter(tabular::is_own_list) {
                book.sheets.extend(list.sheets.into_iter().map(|sheet| sheet::Sheet { name: key.to_owned(), ..sheet }));
            }
        }
    }
    Ok(book)
}

/// Where a list of ours lies beside a grid's file.
pub fn list_beside(grid: &Path, key: &str) -> PathBuf {
    let stem = grid.file_stem().map(|stem| stem.to_string_lossy()).unwrap_or_default();
    let ending = grid.extension().map(|ending| ending.to_string_lossy()).unwrap_or_default();
    grid.with_file_name(format!("{stem}-{key}.{ending}"))
}

/// The map that a table of ours is; none where it is another program's.
pub fn own_table(bytes: &[u8], book: &Book) -> Option<Incoming> {
    let mut incoming = tabular::read_own(book, &mut IdSource::seeded(seed(bytes)))?;
    // A text has one table of its own, without a name.
    if book.sheets.first().is_some_and(|sheet| sheet.name.is_empty()) {
        let along =
            book.sheets.iter().skip(1).map(|sheet| Note { row: 0, what: What::CameAlong { name: sheet.name.clone() } });
        incoming.notes.extend(along);
    }
    Some(incoming)
}

/// The map that a table is under a mapping; under a guessed one without.
pub fn table(bytes: &[u8], book: &Book, mapping: Option<&TableMapping>, words: &Words) -> Incoming {
    let guessed = if mapping.is_some() { TableMapping::default() } else { tabular::guess(book) };
    let somebody = words!(words, "window-new-persona");
    tabular::build(book, mapping.unwrap_or(&guessed), &somebody, &mut IdSource::seeded(seed(bytes)))
}

/// Whether nothing came of a table.
pub fn is_nothing(incoming: &Incoming) -> bool {
    let map = &incoming.map;
    let empty =
        map.steps().next().is_none() && map.tray.is_empty() && map.personas.is_empty() && map.metrics.is_empty();
    empty && (!incoming.ours || map.stages.is_empty() && map.lanes.is_empty())
}

/// What was found of a table, with places in the file.
pub fn notes(incoming: &Incoming, words: &Words) -> Vec<(TextPlace, String)> {
    let place = |row: u64| TextPlace { line: usize::try_from(row).unwrap_or(0), column: 1 };
    incoming.notes.iter().map(|note| (place(note.row), say::note_words(note, words))).collect()
}

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
pub fn read(bytes: &[u8], ending: Option<&str>, nth: Option<usize>, words: &Words) -> Result<Read, FileError> {
    if ending.is_some_and(is_table) {
        let book = book(bytes, &TableShape::default(), &|_| None)?;
        let incoming = own_table(bytes, &book).unwrap_or_else(|| table(bytes, &book, None, words));
        if is_nothing(&incoming) {
            return Err(FileError::NothingKnown);
        }
        let notes = notes(&incoming, words);
        return Ok(Read { map: incoming.map, notes });
    }
    let is = |known: &[&str]| ending.is_some_and(|ending| known.iter().any(|own| own.eq_ignore_ascii_case(ending)));
    let text = decode(bytes)?;
    if let Some(mistaken) = Mistaken::of(bytes, &text) {
        return Err(FileError::Mistaken(mistaken));
    }
    let mut ids = IdSource::seeded(seed(bytes));
    let may_be_outline = is(&OUTLINE);
    // Such a text may be either. What begins as a diagram is one; a step called “Journey” makes none of an outline.
    let outline = may_be_outline && (!is(&MERMAID) || !begins_as_diagram(&text) && outline::is_plainly(&text));
    let diagram = match outline {
        true => Err(ImportError::NoDiagram),
        false => mermaid::read(&text, &Options { nth }, &mut ids),
    };
    match diagram {
        Err(ImportError::NoDiagram) if may_be_outline => {
            let outline = outline::read(&text)?;
            let note =
                |remark: &outline::Remark| (TextPlace { line: remark.line, column: 1 }, remark_words(remark, words));
            let notes = outline.remarks.iter().map(note).collect();
            Ok(of_outline(&outline, notes, words, &mut ids))
        }
        Err(ImportError::NoDiagram) if outline::numbered::read(&text)?.is_some() => {
            let outline = outline::numbered::read(&text)?.unwrap_or_default();
            Ok(of_outline(&outline, Vec::new(), words, &mut ids))
        }
        Err(ImportError::NoDiagram) if is_own_markdown(&text) => Err(FileError::Mistaken(Mistaken::OwnMarkdown)),
        diagram => {
            let imported = diagram?;
            let notes = imported.warnings.iter().map(|warning| (warning.at, warning_words(warning, words))).collect();
            Ok(Read { map: imported.map, notes })
        }
    }
}

/// The map of an indented text, with a persona only where its scores need one; and what was added to it.
fn of_outline(
    outline: &outline::Outline,
    mut notes: Vec<(TextPlace, String)>,
    words: &Words,
    ids: &mut IdSource,
) -> Read {
    let nobody = outline.personas.is_empty();
    let mut scores = outline.stages.iter().flat_map(|stage| &stage.steps).flat_map(|step| &step.scores);
    let needed = nobody && scores.any(|(name, _)| name.is_none());
    let somebody = if needed { words!(words, "window-new-persona") } else { String::new() };
    let map = outline::build(outline, &somebody, ids);
    if needed && map.personas.len() == 1 {
        notes.push((TextPlace::default(), words!(words, "import-somebody", name = somebody)));
    }
    if outline.lanes.is_empty() && !map.lanes.iter().any(|lane| map.cards().any(|(_, card)| card.lane == lane.id)) {
        notes.push((TextPlace::default(), words!(words, "import-usual-lanes")));
    }
    Read { map, notes }
}

/// Whether a text looks like what leaves here as Markdown: its steps are numbered headings of the third level.
fn is_own_markdown(text: &str) -> bool {
    text.starts_with("# ") && text.lines().any(|line| line.starts_with("### 1. "))
}

/// Whether the first thing that a text says is a diagram, or what may stand before one.
fn begins_as_diagram(text: &str) -> bool {
    let first = text.lines().map(str::trim).find(|line| !line.is_empty() && !line.starts_with("%%"));
    first.is_some_and(|line| {
        let journey = line.get(..7).is_some_and(|word| word.eq_ignore_ascii_case("journey"));
        journey || line.starts_with("```") || line.starts_with("---")
    })
}

/// A number that stands for these bytes (FNV-1a, 64 bits).
fn seed(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, &byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3))
}
