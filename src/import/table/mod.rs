//! Files as tables, row by row: text with delimiters in any encoding, and workbooks. Must not know what the tables are about.
//!
//! ```text
//! bytes ──decode──▶ UTF-8 ──split──▶ row of cells        workbook ──cells──▶ row of cells
//! ```
//!
//! What of a file's shape isn't said is found out from its bytes; nothing is guessed that can't be said otherwise. A row is
//! read into the same memory as the one before, so that a million rows take no more than one.

mod bounds;
mod decode;
mod detect;
mod fields;
mod text;
mod workbook;

use std::collections::{HashMap, HashSet};
use std::fs::File;
use std::io::{self, BufReader, Cursor, Read, Seek};
use std::path::{Path, PathBuf};
use std::sync::Arc;

pub use bounds::{MOST_PARTS, MOST_UNPACKED};
pub use fields::Fields;

use crate::i18n::folded;
use crate::model::{Encoding, Quoting, TableShape};

/// A row longer than this is no row: a quotation mark was left open.
pub const MOST_ROW_BYTES: usize = 1 << 20;
/// A table wider than this is none.
pub const MOST_COLUMNS: usize = 16_384;

/// Why a file gives no table.
#[derive(Debug, thiserror::Error)]
pub enum TableError {
    /// It can't be read.
    #[error("the file can't be read: {0}")]
    Io(#[from] io::Error),
    /// It is a workbook that can't be read: damaged, locked with a password, or of an old kind.
    #[error("the workbook can't be read: {0}")]
    Workbook(String),
    /// The workbook has more parts than any needs.
    #[error("{found} parts are more than {most}")]
    TooManyParts {
        /// How many it has.
        found: usize,
        /// How many are read at most.
        most: usize,
    },
    /// A part of the workbook, or all of it, unpacks to more than may be kept in memory.
    #[error("{name:?} unpacks to more than may be")]
    TooLarge {
        /// The part.
        name: String,
    },
    /// The workbook has no sheet of this name.
    #[error("there is no sheet {name:?}")]
    NoSheet {
        /// The one that was asked for.
        name: String,
        /// Those there are.
        known: Vec<String>,
    },
    /// It holds nothing.
    #[error("the file is empty")]
    Empty,
    /// A row is longer than [`MOST_ROW_BYTES`] or wider than [`MOST_COLUMNS`].
    #[error("row {row} is too long")]
    LongRow {
        /// Where it begins.
        row: u64,
    },
}

/// Where a table's bytes are.
#[derive(Debug, Clone)]
pub enum Source {
    /// In a file.
    File(PathBuf),
    /// In memory.
    Bytes(Arc<[u8]>),
}

/// What can be read from any place.
trait ReadSeek: Read + Seek {}
impl<T: Read + Seek> ReadSeek for T {}

impl Source {
    fn open(&self) -> io::Result<Box<dyn ReadSeek>> {
        Ok(match self {
            Self::File(path) => Box::new(BufReader::with_capacity(1 << 16, File::open(path)?)),
            Self::Bytes(bytes) => Box::new(Cursor::new(Arc::clone(bytes))),
        })
    }

    fn length(&self) -> io::Result<u64> {
        Ok(match self {
            Self::File(path) => path.metadata()?.len(),
            Self::Bytes(bytes) => bytes.len() as u64,
        })
    }

    /// The file, if it is one.
    pub fn path(&self) -> Option<&Path> {
        match self {
            Self::File(path) => Some(path),
            Self::Bytes(_) => None,
        }
    }
}

/// How a table is read: everything known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shape {
    /// Text with delimiters.
    Text {
        /// How its bytes stand for letters.
        encoding: Encoding,
        /// What stands between two cells.
        delimiter: u8,
        /// What stands around a cell that holds it.
        quoting: Quoting,
    },
    /// A sheet of a workbook.
    Sheet(String),
}

/// A row of a table.
#[derive(Debug, Clone, Copy)]
pub struct Row<'a> {
    /// Its place in the file, counted from 1: the line that it begins in, or the sheet's row.
    pub number: u64,
    /// Its cells.
    pub fields: &'a Fields,
    /// How much of the file was read, 0…1.
    pub done: f32,
}

/// A cell of a sheet that stands for several, rows and columns counted from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reach {
    /// Its first row and column.
    pub first: (usize, usize),
    /// Its last row and column.
    pub last: (usize, usize),
}

/// The cells of a workbook's sheet that stand for several.
///
/// # Errors
/// When it can't be read.
pub fn merges(source: &Source, sheet: &str) -> Result<Vec<Reach>, TableError> {
    workbook::merges(source, sheet)
}

/// Whether to go on reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Next {
    /// Another row.
    Go,
    /// That was enough.
    Stop,
}

/// A file that can be read as a table, as often as wanted.
#[derive(Debug, Clone)]
pub struct Table {
    source: Source,
    /// How it is read.
    pub shape: Shape,
    /// The sheets of a workbook; none otherwise.
    pub sheets: Vec<String>,
    /// The row that holds the headings, counted from 1; 0: none does.
    pub heading: u32,
    /// What each column is called: no name twice, and none empty.
    pub columns: Vec<String>,
    /// The row after which the table's rows begin.
    first: u64,
}

impl Table {
    /// Looks at a file, and finds out what `wanted` doesn't say.
    ///
    /// # Errors
    /// When it can't be read, or holds no table, or is a workbook that unpacks to more than may be.
    pub fn open(source: Source, wanted: &TableShape) -> Result<Self, TableError> {
        if workbook::is_one(&source)? {
            bounds::check(source.open()?)?;
        }
        Self::open_checked(source, wanted)
    }

    /// The same with a file that was opened before, and found to be within bounds.
    pub(in crate::import) fn open_checked(source: Source, wanted: &TableShape) -> Result<Self, TableError> {
        let (shape, sheets) = if workbook::is_one(&source)? {
            workbook::shape(&source, wanted)?
        } else {
            (text::shape(&source, wanted)?, Vec::new())
        };
        let mut table = Self { source, shape, sheets, heading: 0, columns: Vec::new(), first: 0 };
        let mut top: Vec<(u64, Vec<String>)> = Vec::new();
        table.all(&mut |row| {
            top.push((row.number, row.fields.iter().map(|cell| cell.trim().to_owned()).collect()));
            if top.len() < detect::TOP { Next::Go } else { Next::Stop }
        })?;
        if top.is_empty() {
            return Err(TableError::Empty);
        }
        let heading = wanted.heading.unwrap_or_else(|| detect::heading(&top));
        let found = top.iter().find(|(number, _)| *number >= u64::from(heading) && heading > 0);
        let width = top.iter().map(|(_, cells)| cells.len()).max().unwrap_or(0);
        (table.first, table.columns) = match found {
            Some((number, cells)) => (*number, names(cells.iter().cloned())),
            None => (0, names(vec![String::new(); width])),
        };
        table.heading = heading;
        Ok(table)
    }

    /// Where it is.
    pub const fn source(&self) -> &Source {
        &self.source
    }

    /// Goes through the rows below the headings. Rows without a single cell are passed over.
    ///
    /// # Errors
    /// When it can't be read to the end.
    pub fn rows(&self, visit: &mut dyn FnMut(Row<'_>) -> Next) -> Result<(), TableError> {
        self.all(&mut |row| if row.number > self.first { visit(row) } else { Next::Go })
    }

    /// The column with this heading: the same letters, else the same but for case, tone marks, spaces and signs.
    pub fn column(&self, name: &str) -> Option<usize> {
        let exact = self.columns.iter().position(|column| column == name);
        exact.or_else(|| {
            let key = key(name);
            self.columns.iter().position(|column| !key.is_empty() && self::key(column) == key)
        })
    }

    /// Its shape, as a mapping keeps it.
    pub fn kept_shape(&self) -> TableShape {
        match &self.shape {
            Shape::Text { encoding, delimiter, quoting } => TableShape {
                encoding: Some(*encoding),
                delimiter: Some(char::from(*delimiter)),
                quoting: Some(*quoting),
                sheet: None,
                heading: Some(self.heading),
            },
            Shape::Sheet(name) => {
                TableShape { sheet: Some(name.clone()), heading: Some(self.heading), ..TableShape::default() }
            }
        }
    }

    fn all(&self, visit: &mut dyn FnMut(Row<'_>) -> Next) -> Result<(), TableError> {
        match &self.shape {
            Shape::Text { encoding, delimiter, quoting } => {
                text::rows(&self.source, *encoding, *delimiter, *quoting, visit)
            }
            Shape::Sheet(name) => workbook::rows(&self.source, name, visit),
        }
    }
}

/// What a heading is compared by: small letters and digits only, without tone marks.
pub fn key(name: &str) -> String {
    folded(name).chars().filter(|letter| letter.is_alphanumeric()).collect()
}

/// The headings so that each is said in one way: an empty one by its letter, a second one by its number.
pub(crate) fn names(cells: impl IntoIterator<Item = String>) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    let mut taken: HashSet<String> = HashSet::new();
    // How often each was there before: a row of ten thousand equal headings is named in one go.
    let mut counts: HashMap<String, usize> = HashMap::new();
    for (place, cell) in cells.into_iter().enumerate() {
        let bare = if cell.is_empty() { format!("({})", letters(place)) } else { cell };
        let mut name = bare.clone();
        let count = counts.entry(bare.clone()).or_insert(1);
        while !taken.insert(name.clone()) {
            *count += 1;
            name = format!("{bare} ({count})");
        }
        names.push(name);
    }
    names
}

/// The letters of a spreadsheet's column: A, B, … Z, AA.
pub fn letters(place: usize) -> String {
    let mut rest = place + 1;
    let mut letters = Vec::new();
    while rest > 0 {
        rest -= 1;
        letters.push(char::from(b'A' + (rest % 26) as u8));
        rest /= 26;
    }
    letters.iter().rev().collect()
}
