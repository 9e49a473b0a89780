//! Copy, cut and paste. A block of cells leaves as rows of texts, as a spreadsheet wants them, and as an excerpt that holds
//! all that texts can't; either comes back in as steps × lanes. Must not know the clipboard, nor words.

mod brought;
mod copy;
mod heading;
mod paste;
mod picture;
mod steps;
mod target;

pub use copy::{Copied, CopiedCell, copy, cut};
pub use paste::{paste, paste_rows, paste_text};
pub use picture::paste_picture;

pub(super) use target::unbulleted;

use super::command::Change;

/// The most cells that are pasted at once.
pub const MOST_CELLS: usize = 50_000;

/// The most lanes that are added below the last one: a long list is no lanes.
pub const MOST_NEW_LANES: usize = 20;

/// The most steps that are added behind the last one.
pub const MOST_NEW_STEPS: usize = 200;

/// What a paste does.
#[derive(Debug, Clone, PartialEq)]
pub struct Pasted {
    /// The edit, and what is selected after it.
    pub change: Change,
    /// What a person should know about it.
    pub notes: Notes,
}

/// What didn't fit, and what came along.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Notes {
    /// Cells of an emotion row that hold no figure from −2 to 2.
    pub no_figure: usize,
    /// Cells for a lane that holds no cards.
    pub no_cards: usize,
    /// Cells for a locked lane.
    pub locked: usize,
    /// Cards that lost what their own kind of lane knows of them.
    pub converted: usize,
    /// Rows of personas that have none here.
    pub curves_left: usize,
    /// Rows that reach too far below the last lane.
    pub rows_left: usize,
    /// Columns that reach too far behind the last step.
    pub columns_left: usize,
    /// Lanes that were added at the bottom.
    pub new_lanes: usize,
    /// Names of personas that came along.
    pub personas: Vec<String>,
    /// Pieces of evidence and own channels that came along.
    pub sources: usize,
    /// Cards outside that named a card that was cut and can't any more.
    pub mentions_lost: usize,
}

impl Notes {
    /// How many cells were left out because of where they would have lain.
    pub const fn skipped(&self) -> usize {
        self.no_figure + self.no_cards + self.locked
    }
}

/// Why nothing is pasted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotPasted {
    /// There is nothing in it.
    Nothing,
    /// Everything in it would land in locked lanes.
    Locked,
    /// Everything in it would land in emotion rows, and none of it is a figure from −2 to 2.
    NoFigure,
    /// Everything in it would land in lanes without cards.
    NoCards,
    /// There are too many cells.
    TooLarge {
        /// How many.
        cells: usize,
    },
    /// The map has no step or no lane where it could lie.
    NoPlace,
    /// An excerpt of this shape can't lie where the cursor stands; its text may.
    NotHere,
}
