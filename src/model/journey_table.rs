//! How a table of another program becomes a map: which of its rows, columns and colours are what. It can be kept beside the
//! table and run again on a newer one, so it names rows and columns by what stands in them. Must not know files or how tables
//! are read.

use serde::{Deserialize, Serialize};

use super::strict::finite;
use super::{LaneKind, TableShape, is_default};

/// How a table says a journey.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum TableForm {
    /// As a map looks: stages and steps in the top rows, lanes in the first column.
    #[default]
    Grid,
    /// A row for each step, card or note.
    List,
}

/// What a row of a grid, or a colour of notes, is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum RowPart {
    /// It stays out.
    #[default]
    Nothing,
    /// The names of stages.
    Stages,
    /// The names of steps.
    Steps,
    /// Cards of a lane of this kind, or the emotion curve.
    Lane(LaneKind),
}

/// What a column of a list is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum ColumnPart {
    /// It stays out.
    #[default]
    Nothing,
    /// The phase that the row's stage belongs to.
    Phase,
    /// The row's stage.
    Stage,
    /// The row's step.
    Step,
    /// Cards of a lane of this kind, or how somebody feels.
    Lane(LaneKind),
    /// What the row's one card says.
    Text,
    /// The lane of that card.
    LaneName,
    /// Its colour, which stands for a lane.
    Color,
    /// How far right it lies.
    Across,
    /// How far down it lies.
    Down,
    /// Whose feelings, or whom the card concerns.
    Persona,
    /// Who answers for the row's cards.
    Owner,
    /// Notes on the row's card, else its step.
    Notes,
    /// Where the row's touchpoint happens.
    Channel,
    /// How bad the row's pain point is, 1…5.
    Severity,
    /// How many customers it happens to.
    Share,
    /// How much better the row's opportunity makes it, 1…5.
    Impact,
    /// How much work it is, 1…5.
    Effort,
    /// Whether the row's step is a moment of truth.
    Moment,
}

/// A row, column or colour by what stands in it, and what it is.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Matched<T> {
    /// What stands there.
    pub name: String,
    /// What it is.
    pub part: T,
}

impl<T> Matched<T> {
    /// This name is this.
    pub fn new(name: impl Into<String>, part: T) -> Self {
        Self { name: name.into(), part }
    }
}

/// Between which figures feelings are said.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FeelingScale {
    /// The figure of the worst feeling.
    #[serde(deserialize_with = "finite")]
    pub worst: f64,
    /// The figure of the best one.
    #[serde(deserialize_with = "finite")]
    pub best: f64,
}

impl FeelingScale {
    /// The map's own: −2…+2.
    pub const OWN: Self = Self { worst: -2.0, best: 2.0 };

    /// A figure on −2…+2; none outside the scale.
    pub fn score(self, figure: f64) -> Option<f64> {
        let width = self.best - self.worst;
        let share = (figure - self.worst) / width;
        (width != 0.0 && (-1e-9..=1.0 + 1e-9).contains(&share)).then(|| (-2.0 + 4.0 * share).clamp(-2.0, 2.0))
    }
}

/// How a table becomes a map.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TableMapping {
    /// How the file is read.
    #[serde(default, skip_serializing_if = "is_default")]
    pub table: TableShape,
    /// Whether it is a grid or a list.
    #[serde(default, skip_serializing_if = "is_default")]
    pub form: TableForm,
    /// The rows of a grid by their first cell.
    #[serde(default, skip_serializing_if = "is_default")]
    pub rows: Vec<Matched<RowPart>>,
    /// The columns of a list by their headings.
    #[serde(default, skip_serializing_if = "is_default")]
    pub columns: Vec<Matched<ColumnPart>>,
    /// The colours of notes.
    #[serde(default, skip_serializing_if = "is_default")]
    pub colors: Vec<Matched<RowPart>>,
    /// Between which figures feelings are said; none: they aren't said in figures.
    #[serde(default, skip_serializing_if = "is_default")]
    pub scale: Option<FeelingScale>,
}

impl TableMapping {
    /// What the row of this name is.
    pub fn row(&self, name: &str) -> Option<RowPart> {
        self.rows.iter().find(|row| row.name == name).map(|row| row.part)
    }

    /// What the column of this heading is.
    pub fn column(&self, name: &str) -> ColumnPart {
        self.columns.iter().find(|column| column.name == name).map(|column| column.part).unwrap_or_default()
    }

    /// What notes of this colour are.
    pub fn color(&self, name: &str) -> Option<RowPart> {
        self.colors.iter().find(|color| color.name == name).map(|color| color.part)
    }
}
