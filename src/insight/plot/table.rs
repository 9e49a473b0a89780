//! The figures of a plot as a table: what is hovered, read out, copied and shown instead of the picture. Must not know
//! languages.

use super::{Label, Scale, Word, Worked};
use crate::model::{CardId, LaneId, PersonaId, StageId, StepId};

/// What of the map a figure is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum About {
    /// A persona's score at a step.
    Score {
        /// Whose.
        persona: PersonaId,
        /// Where.
        step: StepId,
    },
    /// A card.
    Card(CardId),
    /// A step.
    Step(StepId),
    /// A stage.
    Stage(StageId),
    /// A lane.
    Lane(LaneId),
    /// The one metric that matters.
    Omtm,
    /// The whole map.
    Map,
}

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Nothing is known.
    Unknown,
    /// Words.
    Said(Label),
    /// A figure.
    Figure(f64, Scale),
}

impl Cell {
    /// A figure, where it is known.
    pub(super) fn of(value: Option<f64>, scale: Scale) -> Self {
        value.map_or(Self::Unknown, |value| Self::Figure(value, scale))
    }

    /// A fixed word.
    pub(super) const fn word(word: Word) -> Self {
        Self::Said(Label::Word(word))
    }

    /// A whole number.
    pub(super) fn count(count: usize) -> Self {
        Self::Figure(count as f64, Scale::Plain)
    }
}

/// A row of figures.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// What it is about.
    pub about: About,
    /// A cell for each column.
    pub cells: Vec<Cell>,
    /// How its figure came about.
    pub worked: Option<Worked>,
}

/// The figures of a plot.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Table {
    /// What stands in the columns.
    pub columns: Vec<Word>,
    /// How many of the first columns say what a row is called.
    pub names: usize,
    /// The rows.
    pub rows: Vec<Row>,
}

impl Table {
    /// An empty table.
    pub(super) fn new(names: usize, columns: &[Word]) -> Self {
        Self { columns: columns.to_vec(), names, rows: Vec::new() }
    }

    /// Adds a row; its place.
    pub(super) fn push(&mut self, about: About, cells: Vec<Cell>, worked: Option<Worked>) -> usize {
        self.rows.push(Row { about, cells, worked });
        self.rows.len() - 1
    }
}
