//! A map as tables: the grid that it looks like, and a list for each kind of thing, for whoever goes on with the figures in
//! a spreadsheet. Must not know what file they end up in.

mod grid;
mod lists;

pub use grid::{
    Grid, GridRow, grid, heading_of, in_the_tray, lane_name, lines_of_step, said_at, said_by, step_heading,
};

use jiff::civil::Date;

use crate::i18n::Words;
use crate::model::JourneyMap;
use crate::words;

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Words.
    Text,
    /// Whole numbers.
    Whole,
    /// Numbers with up to two places.
    Decimal,
    /// Shares 0…1, shown as percentages.
    Percent,
    /// Days.
    Date,
}

/// A column of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// What stands over it.
    pub name: String,
    /// What it holds.
    pub kind: Kind,
}

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Nothing is known.
    Empty,
    /// Words, with `\n` between lines.
    Text(String),
    /// A number, in full.
    Number(f64),
    /// A day.
    Date(Date),
}

impl Cell {
    fn text(text: impl Into<String>) -> Self {
        let text = text.into();
        if text.is_empty() { Self::Empty } else { Self::Text(text) }
    }

    fn number(value: Option<impl Into<f64>>) -> Self {
        value.map_or(Self::Empty, |value| Self::Number(value.into()))
    }
}

/// A list.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// What it is called.
    pub name: String,
    /// What stands over its columns.
    pub columns: Vec<Column>,
    /// Its rows, each as long as `columns`.
    pub rows: Vec<Vec<Cell>>,
}

/// The lists that a map has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum List {
    /// What the customer does.
    Steps,
    /// Where customer and company meet.
    Touchpoints,
    /// How each persona feels at each step.
    Scores,
    /// What goes wrong, the worst first.
    PainPoints,
    /// What could be done.
    Opportunities,
    /// Figures of the business.
    Metrics,
    /// Who makes the journey.
    Personas,
    /// The rows of the map: what the grid’s names alone can't tell, for the way back.
    Lanes,
}

impl List {
    /// All lists, in the order of the sheets.
    pub const ALL: [Self; 8] = [
        Self::Steps,
        Self::Touchpoints,
        Self::Scores,
        Self::PainPoints,
        Self::Opportunities,
        Self::Metrics,
        Self::Personas,
        Self::Lanes,
    ];

    /// What its file is called, behind the map's name.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Steps => "steps",
            Self::Touchpoints => "touchpoints",
            Self::Scores => "scores",
            Self::PainPoints => "pain-points",
            Self::Opportunities => "opportunities",
            Self::Metrics => "metrics",
            Self::Personas => "personas",
            Self::Lanes => "lanes",
        }
    }

    /// The list whose file is called so.
    pub fn of_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|list| list.key() == key)
    }

    /// What it is called in words.
    pub fn name(self, words: &Words) -> String {
        match self {
            Self::Steps => words!(words, "list-steps"),
            Self::Touchpoints => words!(words, "list-touchpoints"),
            Self::Scores => words!(words, "list-scores"),
            Self::PainPoints => words!(words, "list-pain-points"),
            Self::Opportunities => words!(words, "list-opportunities"),
            Self::Metrics => words!(words, "list-metrics"),
            Self::Personas => words!(words, "list-personas"),
            Self::Lanes => words!(words, "list-lanes"),
        }
    }

    /// The list of a map, with words of this language over it.
    pub fn of(self, map: &JourneyMap, words: &Words) -> Table {
        let (columns, rows) = match self {
            Self::Steps => lists::steps(map, words),
            Self::Touchpoints => lists::touchpoints(map, words),
            Self::Scores => lists::scores(map, words),
            Self::PainPoints => lists::pain_points(map, words),
            Self::Opportunities => lists::opportunities(map, words),
            Self::Metrics => lists::metrics(map, words),
            Self::Personas => lists::personas(map, words),
            Self::Lanes => lists::lanes(map, words),
        };
        Table { name: self.name(words), columns, rows }
    }
}
