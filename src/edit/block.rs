//! The map as a spreadsheet sees it: rows of cells, and the block between two corners.

use std::collections::BTreeSet;

use super::command::cell;
use super::{Cursor, Selection};
use crate::model::{CardId, JourneyMap, LaneId, LaneKind, PersonaId, StepId};

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
    // A folded curve is one row, whoever's it is.
    let is = |row: &Row| row.lane == lane && (row.persona == persona || persona.is_none());
    let row = rows(map).iter().position(is)?;
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

/// The block between two cells with all its cards; those of the cursor's cell are the last ones.
pub fn select(map: &JourneyMap, cursor: Cursor, anchor: Cursor) -> Selection {
    let mut selection = Selection { anchor: Some(anchor), ..Selection::at(cursor) };
    let mut cards = Vec::new();
    let here = cards_of(map, cursor);
    for cell in cells(map, &selection).into_iter().flatten().filter(|cell| *cell != cursor) {
        cards.extend(cards_of(map, cell));
    }
    cards.extend(here);
    selection.cards = cards;
    selection
}

fn cards_of(map: &JourneyMap, cursor: Cursor) -> Vec<CardId> {
    match cursor {
        Cursor::Cell { lane, step, .. } => cell(map, step, lane),
        _ => Vec::new(),
    }
}

/// What "select all" selects where this is selected: the cards of the cell, then those of the lane, then all; at a heading
/// those of its step, stage or lane first. Among notes of the tray all notes. The cursor stays. A row of scores is
/// selected as a block.
pub fn select_more(map: &JourneyMap, selection: &Selection) -> Selection {
    let chosen: BTreeSet<CardId> = selection.cards.iter().copied().collect();
    let all_of = |cards: Vec<CardId>| -> Option<Selection> {
        let all: BTreeSet<CardId> = cards.iter().copied().collect();
        let wider = chosen.is_subset(&all) && chosen.len() < all.len();
        wider.then(|| Selection { cursor: selection.cursor, cards, ..Selection::default() })
    };
    let notes: Vec<CardId> = map.tray.iter().map(|card| card.id).collect();
    if !chosen.is_empty()
        && let Some(wider) = all_of(notes)
    {
        return wider;
    }
    let of_lane = |lane: LaneId| {
        let cards = map.cards().filter(|(_, card)| card.lane == lane);
        cards.map(|(_, card)| card.id).collect::<Vec<_>>()
    };
    let wider = match selection.cursor {
        Some(Cursor::Cell { lane, persona: Some(persona), .. }) => {
            let at = |step| Cursor::Cell { lane, step, persona: Some(persona) };
            let mut steps = map.steps().map(|(_, step)| step.id);
            let ends = steps.next().map(|first| (at(first), at(steps.last().unwrap_or(first))));
            // From the first to the last, unless it is so already.
            ends.filter(|_| selection.anchor.is_none() && chosen.is_empty())
                .map(|(first, last)| Selection { anchor: Some(first), ..Selection::at(last) })
        }
        Some(Cursor::Cell { lane, step, persona: None }) => {
            all_of(cell(map, step, lane)).or_else(|| all_of(of_lane(lane)))
        }
        Some(Cursor::Lane(lane)) => all_of(of_lane(lane)),
        Some(Cursor::Step(step)) => {
            all_of(map.step(step).into_iter().flat_map(|step| &step.cards).map(|card| card.id).collect())
        }
        Some(Cursor::Stage(stage)) => {
            let steps = map.stage(stage).into_iter().flat_map(|stage| &stage.steps);
            all_of(steps.flat_map(|step| &step.cards).map(|card| card.id).collect())
        }
        _ => None,
    };
    wider.unwrap_or_else(|| Selection {
        cursor: selection.cursor,
        cards: map.cards().map(|(_, card)| card.id).collect(),
        ..Selection::default()
    })
}
