//! Tables of a map's size in memory, with the cells that stand for several. Must not know what they are about.

use std::borrow::Cow;

use crate::edit::clean_text;
use crate::edit::table::fused;
use crate::import::table::{Next, Reach, Shape, Source, Table, TableError, merges};
use crate::model::TableShape;

/// The most cells that are read of a sheet.
pub const MOST_CELLS: usize = 400_000;
/// The most sheets of a workbook that are read.
const MOST_SHEETS: usize = 40;

/// A table.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sheet {
    /// What its sheet is called; empty for a text.
    pub name: String,
    /// Its cells, row by row, without blank rows.
    pub rows: Vec<Vec<String>>,
    /// The place of each row in the file, counted from 1.
    pub numbers: Vec<u64>,
    /// Cells that stand for several; rows are places in `rows`.
    pub merges: Vec<Reach>,
    /// There were more cells than are read.
    pub cut: bool,
}

impl Sheet {
    /// A cell; empty beside the table.
    pub fn cell(&self, row: usize, column: usize) -> &str {
        self.rows.get(row).and_then(|row| row.get(column)).map_or("", String::as_str)
    }

    /// A cell, or what stands in the one that stands for it too.
    pub fn shown(&self, row: usize, column: usize) -> &str {
        match self.merge_over(row, column) {
            Some(merge) => self.cell(merge.first.0, merge.first.1),
            None => self.cell(row, column),
        }
    }

    /// The cell that stands for this one and others.
    pub fn merge_over(&self, row: usize, column: usize) -> Option<Reach> {
        let inside = |merge: &&Reach| {
            (merge.first.0..=merge.last.0).contains(&row) && (merge.first.1..=merge.last.1).contains(&column)
        };
        self.merges.iter().find(inside).copied()
    }

    /// Columns, those of the longest row.
    pub fn width(&self) -> usize {
        self.rows.iter().map(Vec::len).max().unwrap_or(0)
    }

    /// The sheet with a row of headings of its own, where it is said to have none.
    pub(super) fn headed(&self, shape: &TableShape) -> Cow<'_, Self> {
        if shape.heading != Some(0) {
            return Cow::Borrowed(self);
        }
        let mut sheet = self.clone();
        let name = |place: usize| if place == 0 { "Text".to_owned() } else { format!("Text {}", place + 1) };
        sheet.rows.insert(0, (0..self.width()).map(name).collect());
        sheet.numbers.insert(0, 0);
        for merge in &mut sheet.merges {
            (merge.first.0, merge.last.0) = (merge.first.0 + 1, merge.last.0 + 1);
        }
        Cow::Owned(sheet)
    }

    /// The sheet without cells in which a spreadsheet says that it can't work something out, and how many there were.
    pub(super) fn without_errors(&self) -> (Cow<'_, Self>, usize) {
        const ERRORS: [&str; 9] =
            ["#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", "#SPILL!", "#CALC!"];
        let is_error = |cell: &String| ERRORS.contains(&cell.trim());
        let errors = self.rows.iter().flatten().filter(|cell| is_error(cell)).count();
        if errors == 0 {
            return (Cow::Borrowed(self), 0);
        }
        let mut sheet = self.clone();
        sheet.rows.iter_mut().flatten().filter(|cell| is_error(cell)).for_each(String::clear);
        (Cow::Owned(sheet), errors)
    }

    /// The place of a row in the file.
    pub fn number(&self, row: usize) -> u64 {
        self.numbers.get(row).copied().unwrap_or(0)
    }
}

/// All tables of a file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Book {
    /// The tables: one of a text, those of a workbook.
    pub sheets: Vec<Sheet>,
    /// How a text was read; of a workbook nothing.
    pub shape: TableShape,
}

/// Reads all tables of a file; one sheet alone where `wanted` names it.
///
/// # Errors
/// When it is no table.
pub fn read(source: &Source, wanted: &TableShape) -> Result<Book, TableError> {
    let bare = TableShape { heading: Some(0), ..wanted.clone() };
    let table = Table::open(source.clone(), &bare)?;
    if let Shape::Text { .. } = table.shape {
        let mut sheet = one(&table, String::new())?;
        sheet.rows.iter_mut().flatten().for_each(|cell| {
            if cell.contains('\'') {
                *cell = fused(cell);
            }
        });
        return Ok(Book { sheets: vec![sheet], shape: TableShape { heading: None, ..table.kept_shape() } });
    }
    let names: Vec<String> = match &wanted.sheet {
        Some(name) => vec![name.clone()],
        None => table.sheets.iter().take(MOST_SHEETS).cloned().collect(),
    };
    let mut sheets = Vec::new();
    for name in names {
        let shape = TableShape { sheet: Some(name.clone()), ..bare.clone() };
        let table = match Table::open_checked(source.clone(), &shape) {
            Ok(table) => table,
            // A sheet may be empty, as long as another one isn't.
            Err(TableError::Empty) => continue,
            Err(error) => return Err(error),
        };
        let mut sheet = one(&table, name.clone())?;
        sheet.merges = merged(&sheet, merges(source, &name)?);
        sheets.push(sheet);
    }
    if sheets.is_empty() { Err(TableError::Empty) } else { Ok(Book { sheets, shape: TableShape::default() }) }
}

/// The tables of bytes.
///
/// # Errors
/// As [`read`].
pub fn of_bytes(bytes: &[u8], wanted: &TableShape) -> Result<Book, TableError> {
    read(&Source::Bytes(bytes.into()), wanted)
}

fn one(table: &Table, name: String) -> Result<Sheet, TableError> {
    let mut sheet = Sheet { name, ..Sheet::default() };
    let mut cells = 0;
    table.rows(&mut |row| {
        let mut texts: Vec<String> = row.fields.iter().map(|cell| clean_text(&cell).into_owned()).collect();
        while texts.last().is_some_and(|cell| cell.trim().is_empty()) {
            texts.pop();
        }
        if texts.is_empty() {
            return Next::Go;
        }
        cells += texts.len();
        sheet.cut |= cells > MOST_CELLS;
        if sheet.cut {
            return Next::Stop;
        }
        sheet.rows.push(texts);
        sheet.numbers.push(row.number);
        Next::Go
    })?;
    Ok(sheet)
}

/// Merged cells by the rows that were kept; a cell over blank rows alone is none. They end where the table does: a whole row
/// that somebody merged has sixteen thousand columns.
fn merged(sheet: &Sheet, found: Vec<Reach>) -> Vec<Reach> {
    let width = sheet.width();
    let place = |row: usize| sheet.numbers.partition_point(|number| *number < row as u64 + 1);
    let kept = found.into_iter().filter_map(|merge| {
        let (first, end) = (place(merge.first.0), place(merge.last.0 + 1));
        let last = merge.last.1.min(width.saturating_sub(1));
        (end > first && merge.first.1 <= last)
            .then_some(Reach { first: (first, merge.first.1), last: (end.saturating_sub(1), last) })
    });
    kept.collect()
}
