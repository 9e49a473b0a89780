//! Workbooks (XLSX), cell by cell.

use std::io::{Read, Write as _};

use calamine::{DataRef, Reader, Xlsx, XlsxError, open_workbook_from_rs};

use super::{Fields, MOST_COLUMNS, MOST_ROW_BYTES, Next, Reach, ReadSeek, Row, Shape, Source, TableError};
use crate::model::TableShape;

/// No more cells that stand for several are known of a sheet.
const MOST_MERGES: usize = 4_000;

/// Whether a file is a workbook: a zip, or the older kind, which is refused with a word.
pub(super) fn is_one(source: &Source) -> Result<bool, TableError> {
    let mut start = Vec::new();
    source.open()?.take(8).read_to_end(&mut start)?;
    Ok(start.starts_with(b"PK\x03\x04") || start.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"))
}

fn open(source: &Source) -> Result<Xlsx<Box<dyn ReadSeek>>, TableError> {
    open_workbook_from_rs(source.open()?).map_err(|error: XlsxError| failed(&error))
}

fn failed(error: &XlsxError) -> TableError {
    TableError::Workbook(error.to_string())
}

/// The sheet that is wanted, else a likely one; and the names of all.
pub(super) fn shape(source: &Source, wanted: &TableShape) -> Result<(Shape, Vec<String>), TableError> {
    let known = open(source)?.sheet_names();
    let name = match &wanted.sheet {
        Some(name) if known.contains(name) => name.clone(),
        // A newer file may call its only sheet otherwise.
        Some(name) if known.len() != 1 => return Err(TableError::NoSheet { name: name.clone(), known }),
        _ => likely(source, &known)?,
    };
    Ok((Shape::Sheet(name), known))
}

/// The first sheet that looks like a table: two rows of two cells; else the first.
fn likely(source: &Source, known: &[String]) -> Result<String, TableError> {
    if known.len() > 1 {
        for name in known {
            let mut wide = 0;
            rows(source, name, &mut |row| {
                wide += usize::from(row.fields.iter().filter(|cell| !cell.trim().is_empty()).count() >= 2);
                if wide < 2 { Next::Go } else { Next::Stop }
            })?;
            if wide >= 2 {
                return Ok(name.clone());
            }
        }
    }
    known.first().cloned().ok_or(TableError::Empty)
}

/// Goes through the rows of a sheet that have a cell.
pub(super) fn rows(source: &Source, sheet: &str, visit: &mut dyn FnMut(Row<'_>) -> Next) -> Result<(), TableError> {
    let mut book = open(source)?;
    let mut cells = book.worksheet_cells_reader(sheet).map_err(|error| failed(&error))?;
    let height = f64::from(cells.dimensions().end.0.max(1));
    let mut fields = Fields::default();
    let mut current: Option<u32> = None;
    let mut written = Vec::new();
    let mut show = |row: u32, fields: &Fields| {
        let done = (f64::from(row) / height).min(1.0) as f32;
        visit(Row { number: u64::from(row) + 1, fields, done })
    };
    while let Some(cell) = cells.next_cell().map_err(|error| failed(&error))? {
        let (row, column) = cell.get_position();
        if current.is_some_and(|current| current != row) {
            if let Some(current) = current
                && show(current, &fields) == Next::Stop
            {
                return Ok(());
            }
            fields.clear();
        }
        current = Some(row);
        written.clear();
        write(cell.get_value(), &mut written);
        if column as usize >= MOST_COLUMNS || fields.size() + written.len() > MOST_ROW_BYTES {
            return Err(TableError::LongRow { row: u64::from(row) + 1 });
        }
        fields.pad(column as usize);
        fields.push(&written);
    }
    if let Some(current) = current {
        show(current, &fields);
    }
    Ok(())
}

/// The cells of a sheet that stand for several, rows and columns counted from 0.
pub(super) fn merges(source: &Source, sheet: &str) -> Result<Vec<Reach>, TableError> {
    let found = open(source)?.merge_cells_by_sheet_name(sheet).map_err(|error| failed(&error))?;
    let reach = |cells: calamine::Dimensions| Reach {
        first: (cells.start.0 as usize, cells.start.1 as usize),
        last: (cells.end.0 as usize, (cells.end.1 as usize).min(MOST_COLUMNS)),
    };
    Ok(found.into_iter().take(MOST_MERGES).map(reach).collect())
}

/// A cell as text: figures as short as they are exact, dates as ISO 8601 has them, faults as they are shown.
fn write(value: &DataRef<'_>, out: &mut Vec<u8>) {
    // Writing to memory can't fail.
    match value {
        DataRef::Int(number) => write!(out, "{number}").ok(),
        DataRef::Float(number) => write!(out, "{number}").ok(),
        DataRef::String(text) => write!(out, "{text}").ok(),
        DataRef::SharedString(text) => write!(out, "{text}").ok(),
        DataRef::Bool(flag) => write!(out, "{}", if *flag { "TRUE" } else { "FALSE" }).ok(),
        DataRef::DateTime(date) => {
            let (year, month, day, hour, minute, second, _) = date.to_ymd_hms_milli();
            if (hour, minute, second) == (0, 0, 0) {
                write!(out, "{year:04}-{month:02}-{day:02}").ok()
            } else {
                write!(out, "{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}").ok()
            }
        }
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => write!(out, "{text}").ok(),
        DataRef::Error(error) => write!(out, "{error}").ok(),
        DataRef::Empty => None,
    };
}
