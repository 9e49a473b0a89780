//! Mappings of surveys as small files of their own: `(format: 1, mapping: (…))`, to be kept and run again.

use serde::{Deserialize, Serialize};

use super::{FORMAT, Problem, ReadError, canonical, options, parse, text};
use crate::model::SurveyMapping;

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

/// The text of a mapping, in one shape, ending with a newline.
pub fn write(mapping: &SurveyMapping) -> String {
    let mut compact = String::new();
    // As with maps: all types of the model have a form.
    options().to_writer(&mut compact, &Written { format: FORMAT, mapping }).ok();
    canonical::lay_out(&compact)
}

/// The mapping that a text is.
///
/// # Errors
/// When it is too large, no UTF-8, of a newer format, or no mapping: with the place and what was expected.
pub fn read(bytes: &[u8]) -> Result<SurveyMapping, ReadError> {
    if bytes.len() > MOST_BYTES {
        let problem = Problem::TooLarge { bytes: bytes.len() as u64, most: MOST_BYTES as u64 };
        return Err(ReadError::at_start(problem));
    }
    let text = text(bytes)?;
    let document = parse::<Document>(&text)?;
    if document.format > FORMAT {
        let found = u64::from(document.format);
        return Err(ReadError::at_start(Problem::TooNew { found, supported: FORMAT }));
    }
    Ok(document.mapping)
}
