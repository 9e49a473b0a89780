//! Shaping and line breaking: the one source of widths. What is broken here stays broken the same way on the screen and
//! in every export.
//!
//! Names [`crate::scene`] for the lines it makes. Must not know maps, layout or painters.

use std::sync::Arc;

use crate::scene::Line;

/// The faces that the picture uses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Weight {
    /// Plain words.
    Regular,
    /// Cards.
    Medium,
    /// Headings and figures.
    Bold,
    /// What customers say.
    Italic,
}

/// How a text looks.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Style {
    /// Its face.
    pub weight: Weight,
    /// Font size in map units.
    pub size: f32,
}

/// A text broken into lines.
#[derive(Debug, Clone)]
pub struct Paragraph {
    /// The lines, each with the height of its baseline under the paragraph's top. A text without a letter has one
    /// empty line.
    pub lines: Vec<(f64, Arc<Line>)>,
    /// The widest line's width.
    pub width: f64,
    /// Height of all lines: a whole number of line heights.
    pub height: f64,
}
