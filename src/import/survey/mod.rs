//! Answers to a survey, into a map: which column is about what, what the answers say, and the edit that brings them in.
//!
//! ```text
//! table ──examine──▶ profile ──guess──▶ mapping (a person's to change, kept, run again)
//! table, mapping, map ──count──▶ answers ──plan──▶ edit, and what moves
//! ```
//!
//! Nothing is left out silently: whatever is no answer is counted by its reason, with examples. A table of any length is
//! gone through once, row by row. Must not know windows; [`say`] is the only place here that knows words.

mod count;
mod guess;
mod plan;
mod profile;
mod read;
pub mod say;
mod wiring;

pub use count::{Answers, Example, LeftOut, MetricFigure, SlotFigures, Why, count};
pub use guess::{Wishes, guess, scale_of};
pub use plan::{Incoming, Moved, MovedMetric, Sources, plan};
pub use profile::{ColumnProfile, Profile, examine};
pub use read::{Answer, CellReader, Reading, number};
pub use wiring::{Problem, Slot, Wiring};

use super::table::TableError;
use crate::edit::EditError;

/// From so many answers on a score counts as validated.
pub const VALIDATED_FROM: u32 = 30;

/// What a column that isn't there was needed for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Needed {
    /// To tell whose answers they are.
    Respondents,
    /// To weigh them.
    Weight,
    /// To leave some out.
    Exclusion,
}

/// Why answers don't come in.
#[derive(Debug, thiserror::Error)]
pub enum SurveyError {
    /// The file is no table.
    #[error(transparent)]
    Table(#[from] TableError),
    /// It says what codes mean: there are no answers in it.
    #[error("a list of codes for {fields} fields, no answers")]
    CodeList {
        /// How many fields it explains.
        fields: usize,
    },
    /// No column of it looks like answers.
    #[error("no column looks like answers")]
    NoAnswers,
    /// Without this column other answers would be counted than were meant.
    #[error("there is no column {column:?}")]
    MissingColumn {
        /// Its heading.
        column: String,
        /// What it was needed for.
        needed: Needed,
    },
    /// No column of the mapping is both in the file and about something in the map.
    #[error("nothing of the mapping is in this file and this map")]
    NothingMatched(Vec<Problem>),
    /// The map has no persona whose answers they could be.
    #[error("the map has no persona")]
    NoPersona,
    /// Every answer was left out.
    #[error("no answer is left")]
    NothingLeft(Box<Answers>),
    /// A person stopped it.
    #[error("stopped")]
    Stopped,
    /// The map doesn't take it.
    #[error(transparent)]
    Edit(#[from] EditError),
}
