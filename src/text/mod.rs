//! Shaping and line breaking: the one source of widths. What is broken here stays broken the same way on the screen and
//! in every export.
//!
//! Names [`crate::scene`] for the lines it makes. Must not know maps, layout or painters.

mod cache;
mod faces;
mod outline;
mod system;
mod typesetter;

use std::sync::Arc;

use crate::scene::Line;

pub use faces::faces;
pub use outline::Outlines;
pub use typesetter::Typesetter;

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

impl Weight {
    /// Every weight.
    pub const ALL: [Self; 4] = [Self::Regular, Self::Medium, Self::Bold, Self::Italic];
}

/// How a text looks.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Style {
    /// Its face.
    pub weight: Weight,
    /// Font size in map units.
    pub size: f32,
}

/// Distance of two baselines as a share of the font size, before it is rounded to whole map units: room for a Vietnamese
/// capital with two marks over a letter with a dot below.
pub const LINE_HEIGHT: f32 = 1.35;

impl Style {
    /// A style.
    pub const fn new(weight: Weight, size: f32) -> Self {
        Self { weight, size }
    }

    /// Distance of two baselines, in whole map units: the same for all faces, so that rows are equal.
    pub fn line_height(self) -> f64 {
        f64::from((self.size * LINE_HEIGHT).round().max(1.0))
    }
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
