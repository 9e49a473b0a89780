//! The sample maps that come along.

use wayfelt::file::{self, embedded};
use wayfelt::model::JourneyMap;

/// Every sample map by its file's name.
pub fn samples() -> Vec<(&'static str, JourneyMap)> {
    embedded::samples()
        .iter()
        .map(|sample| (sample.file, file::read(sample.text.as_bytes()).expect(sample.file).map))
        .collect()
}
