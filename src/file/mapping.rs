//! Mappings of surveys and of tables as small files of their own: `(format: 1, mapping: (…))` and `(format: 1, table: (…))`,
//! to be kept and run again.

use serde::{Deserialize, Serialize};

use super::{FORMAT, Problem, ReadError, canonical, options, parse, text};
use crate::model::{SurveyMapping, TableMapping};

/// No mapping is read from more bytes than this.
const MOST_BYTES: usize = 4 << 20;

#[derive(Serialize)]
struct Written<'a> {
    format: u32,
    mapping: &'a SurveyMapping,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename = "MappingFile")]
struct Document {
    format: u32,
    mapping: SurveyMapping,
}

#[derive(Serialize)]
struct WrittenTable<'a> {
    format: u32,
    table: &'a TableMapping,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename = "TableMappingFile")]
struct TableDocument {
    format: u32,
    table: TableMapping,
}

/// The text of a mapping, in one shape, ending with a newline.
pub fn write(mapping: &SurveyMapping) -> String {
    laid_out(&Written { format: FORMAT, mapping })
}

/// The text of a table's mapping, in one shape, ending with a newline.
pub fn write_table(table: &TableMapping) -> String {
    laid_out(&WrittenTable { format: FORMAT, table })
}

fn laid_out(document: &impl Serialize) -> String {
    let mut compact = String::new();
    // As with maps: all types of the model have a form.
    options().to_writer(&mut compact, document).ok();
    canonical::lay_out(&compact)
}

/// The mapping that a text is.
///
/// # Errors
/// When it is too large, no UTF-8, of a newer format, or no mapping: with the place and what was expected.
pub fn read(bytes: &[u8]) -> Result<SurveyMapping, ReadError> {
    let document = parsed::<Document>(bytes)?;
    of_this_format(document.format)?;
    Ok(document.mapping)
}

/// The table's mapping that a text is.
///
/// # Errors
/// As [`read`].
pub fn read_table(bytes: &[u8]) -> Result<TableMapping, ReadError> {
    let document = parsed::<TableDocument>(bytes)?;
    of_this_format(document.format)?;
    Ok(document.table)
}

fn parsed<T: for<'de> Deserialize<'de>>(bytes: &[u8]) -> Result<T, ReadError> {
    if bytes.len() > MOST_BYTES {
        let problem = Problem::TooLarge { bytes: bytes.len() as u64, most: MOST_BYTES as u64 };
        return Err(ReadError::at_start(problem));
    }
    parse::<T>(&text(bytes)?)
}

fn of_this_format(format: u32) -> Result<(), ReadError> {
    if format > FORMAT {
        let found = u64::from(format);
        return Err(ReadError::at_start(Problem::TooNew { found, supported: FORMAT }));
    }
    Ok(())
}
