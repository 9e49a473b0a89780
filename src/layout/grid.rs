//! The columns: one a step, and one for each stage that has no step yet.

use std::collections::BTreeMap;
use std::ops::Range;

use super::theme::{CELLS_LEFT, COLUMN, GUTTER, LEAST_WIDTH, MARGIN};
use crate::model::{JourneyMap, Phase, StepId};
use crate::scene::Column;

/// Least and greatest width of a column.
const WIDTHS: Range<f64> = 80.0..1200.0;

/// Where the columns are.
pub(super) struct Grid {
    pub(super) columns: Vec<Column>,
    /// Which columns each stage of the map has, in the map's order.
    pub(super) stages: Vec<Range<usize>>,
    /// Runs of stages of the same phase: the phase, and the columns.
    pub(super) phases: Vec<(Option<Phase>, Range<usize>)>,
    /// The column of each step.
    pub(super) places: BTreeMap<StepId, usize>,
    /// The phase of each column.
    pub(super) column_phases: Vec<Option<Phase>>,
    /// Whether each column's step is a moment of truth.
    pub(super) moments: Vec<bool>,
    /// Width of the paper.
    pub(super) width: f64,
}

impl Grid {
    pub(super) fn of(map: &JourneyMap) -> Self {
        let mut columns = Vec::new();
        let mut stages = Vec::new();
        let mut phases: Vec<(Option<Phase>, Range<usize>)> = Vec::new();
        let mut places = BTreeMap::new();
        let mut column_phases = Vec::new();
        let mut moments = Vec::new();
        let mut left = CELLS_LEFT;
        for stage in &map.stages {
            let first = columns.len();
            let steps = stage.steps.iter().map(|step| (Some(step.id), step.width, step.moment_of_truth));
            let empty = stage.steps.is_empty().then_some((None, None, false));
            for (step, width, moment) in steps.chain(empty) {
                let width = width.map_or(COLUMN, f64::from).clamp(WIDTHS.start, WIDTHS.end);
                if let Some(step) = step {
                    places.insert(step, columns.len());
                }
                columns.push(Column { step, stage: stage.id, left, right: left + width });
                column_phases.push(stage.phase);
                moments.push(moment);
                left += width + GUTTER;
            }
            let range = first..columns.len();
            match phases.last_mut() {
                Some((phase, last)) if *phase == stage.phase => last.end = range.end,
                _ => phases.push((stage.phase, range.clone())),
            }
            stages.push(range);
        }
        let right = columns.last().map_or(CELLS_LEFT + COLUMN, |column| column.right);
        Self { columns, stages, phases, places, column_phases, moments, width: (right + MARGIN + 8.0).max(LEAST_WIDTH) }
    }

    /// Left and right edge of a run of columns.
    pub(super) fn span(&self, range: &Range<usize>) -> (f64, f64) {
        let left = self.columns.get(range.start).map_or(CELLS_LEFT, |column| column.left);
        let last = range.end.saturating_sub(1);
        let right = self.columns.get(last).map_or(left + COLUMN, |column| column.right);
        (left, right)
    }

    /// Right edge of the last column.
    pub(super) fn right(&self) -> f64 {
        self.columns.last().map_or(CELLS_LEFT + COLUMN, |column| column.right)
    }
}
