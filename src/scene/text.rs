//! Shaped text: what [`crate::text`] makes and every painter paints.

use std::fmt;
use std::ops::Range;
use std::sync::Arc;

/// One face of a font file.
#[derive(Clone)]
pub struct Face {
    /// Unique while the application runs; the bundled faces always have the same.
    pub id: u64,
    /// Family, for what must name it.
    pub family: String,
    /// Weight, 100…900.
    pub weight: u16,
    /// Whether it is slanted.
    pub italic: bool,
    /// The font file.
    pub data: Arc<dyn AsRef<[u8]> + Send + Sync>,
    /// Which face of the file.
    pub index: u32,
}

impl Face {
    /// The font file's bytes.
    pub fn bytes(&self) -> &[u8] {
        (*self.data).as_ref()
    }
}

impl fmt::Debug for Face {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}{}", self.family, self.weight, if self.italic { " italic" } else { "" })
    }
}

/// A line of text, broken, ordered and positioned.
#[derive(Debug, Clone)]
pub struct Line {
    /// What it says, in logical order, without the space or break at its end.
    pub text: String,
    /// Its runs, from left to right.
    pub runs: Vec<Run>,
    /// Width in map units.
    pub width: f64,
}

/// Glyphs of one face.
#[derive(Debug, Clone)]
pub struct Run {
    /// The face.
    pub face: Arc<Face>,
    /// Font size in map units.
    pub size: f64,
    /// Runs from right to left.
    pub rtl: bool,
    /// Which bytes of the line's text it shows.
    pub range: Range<usize>,
    /// Left end, from the line's.
    pub x: f64,
    /// Width.
    pub width: f64,
    /// From left to right.
    pub glyphs: Vec<Glyph>,
}

/// A glyph at its place.
#[derive(Debug, Clone, PartialEq)]
pub struct Glyph {
    /// Its number in the face.
    pub id: u32,
    /// Left end of its advance, from the line's left end, in map units.
    pub x: f64,
    /// Height over the baseline, downwards.
    pub y: f64,
    /// Advance in map units.
    pub advance: f64,
    /// Which bytes of the line's text it shows; glyphs of one cluster share them.
    pub range: Range<usize>,
}
