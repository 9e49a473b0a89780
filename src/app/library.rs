//! The samples and templates that are part of the application.

use crate::file;
use crate::model::{JourneyMap, Language};

/// A map that is part of the application.
#[derive(Debug, Clone, Copy)]
pub struct Built {
    /// Its title.
    pub title: &'static str,
    /// Its language.
    pub language: Language,
    text: &'static str,
}

/// Finished maps to learn from.
pub const SAMPLES: &[Built] = &[Built {
    title: "Mua điện thoại trực tuyến",
    language: Language::Vi,
    text: include_str!("../../sample_maps/dien-thoai-truc-tuyen.ron"),
}];

/// Maps to start with.
pub const TEMPLATES: &[Built] = &[];

impl Built {
    /// The map. The files are part of the binary, and a test reads each: an empty map stands in for one that can't be read.
    pub fn map(&self) -> JourneyMap {
        file::read(self.text.as_bytes()).map(|opened| opened.map).unwrap_or_default()
    }
}
