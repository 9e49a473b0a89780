//! The map as a spreadsheet sees it: rows of cells, and the block between two corners.

use super::{Cursor, Selection};
use crate::model::{JourneyMap, LaneId, LaneKind, PersonaId, StepId};

/// A row of cells: a lane, or one persona's row of an emotion lane.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Row {
    /// Which lane.
    pub lane: LaneId,
    /// Whose row, in an emotion lane.
    pub persona: Option<PersonaId>,
    /// What the lane is about.
    pub kind: LaneKind,
}

/// The rows that are shown, from the top. An emotion lane has one for each persona.
pub fn rows(map: &JourneyMap) -> Vec<Row> {
    let mut rows = Vec::new();
    for lane in map.lanes.iter().filter(|lane| !lane.hidden) {
        let row = |persona| Row { lane: lane.id, persona, kind: lane.kind };
        if lane.kind == LaneKind::Emotion && !map.personas.is_empty() {
            rows.extend(map.personas.iter().map(|persona| row(Some(persona.id))));
        } else {
            rows.push(row(None));
        }
    }
    rows
}

/// Row and column of a cell.
pub fn position(map: &JourneyMap, cursor: Cursor) -> Option<(usize, usize)> {
    let Cursor::Cell { lane, step, persona } = cursor else { return None };
    let row = rows(map).iter().position(|row| row.lane == lane && row.persona == persona)?;
    let column = map.steps().position(|(_, other)| other.id == step)?;
    Some((row, column))
}

/// The cells between the cursor and the anchor, row by row; the cursor's cell alone without an anchor.
pub fn cells(map: &JourneyMap, selection: &Selection) -> Vec<Vec<Cursor>> {
    let Some(here) = selection.cursor.and_then(|cursor| position(map, cursor)) else { return Vec::new() };
    let there = selection.anchor.and_then(|anchor| position(map, anchor)).unwrap_or(here);
    let (top, bottom) = (here.0.min(there.0), here.0.max(there.0));
    let (left, right) = (here.1.min(there.1), here.1.max(there.1));
    let steps: Vec<StepId> = map.steps().map(|(_, step)| step.id).skip(left).take(right - left + 1).collect();
    let chosen = rows(map).into_iter().skip(top).take(bottom - top + 1);
    chosen
        .map(|row| steps.iter().map(|&step| Cursor::Cell { lane: row.lane, step, persona: row.persona }).collect())
        .collect()
}
