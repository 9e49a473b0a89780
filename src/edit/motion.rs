//! Moving what is selected by one place: cards to the next step or lane, steps, stages, lanes and personas among themselves.

use std::collections::{BTreeMap, BTreeSet};

use super::command::{Change, cell, one};
use super::{Cursor, Edit, Place, Selection, headings};
use crate::model::{CardId, JourneyMap, LaneId, PersonaId, StageId, StepId};

/// Which way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// To the step before.
    Left,
    /// To the step after.
    Right,
    /// To the lane above.
    Up,
    /// To the lane below.
    Down,
}

impl Direction {
    const fn forward(self) -> bool {
        matches!(self, Self::Right | Self::Down)
    }

    const fn sideways(self) -> bool {
        matches!(self, Self::Left | Self::Right)
    }

    /// The place before or after `at` of so many; none outside.
    fn next(self, at: usize, count: usize) -> Option<usize> {
        if self.forward() { Some(at + 1).filter(|next| *next < count) } else { at.checked_sub(1) }
    }
}

/// Moves what is selected by one place: the selected cards, without any those of the cursor's cell, else the selected steps,
/// stages, lanes or personas. None where nothing can move that way.
pub fn move_at(map: &JourneyMap, selection: &Selection, direction: Direction) -> Option<Change> {
    let cursor = selection.cursor?;
    if !selection.cards.is_empty() {
        return move_cards(map, selection, &selection.cards, direction);
    }
    match cursor {
        Cursor::Cell { lane, step, persona: None } => move_cards(map, selection, &cell(map, step, lane), direction),
        _ => headings::moved(map, selection, direction),
    }
}

/// Moves the step, stage, lane or persona of a heading by one place.
pub(super) fn move_heading(map: &JourneyMap, heading: Cursor, direction: Direction) -> Option<Edit> {
    Some(match heading {
        Cursor::Step(id) if direction.sideways() => move_step(map, id, direction)?,
        Cursor::Stage(id) if direction.sideways() => {
            let at = map.stages.iter().position(|stage| stage.id == id)?;
            Edit::MoveStage { id, to: direction.next(at, map.stages.len())? }
        }
        Cursor::Lane(id) if !direction.sideways() => {
            // Past the next lane that is seen.
            let at = map.lanes.iter().position(|lane| lane.id == id)?;
            let mut to = direction.next(at, map.lanes.len())?;
            while map.lanes.get(to).is_some_and(|lane| lane.hidden) {
                to = direction.next(to, map.lanes.len())?;
            }
            Edit::MoveLane { id, to }
        }
        Cursor::Persona(id) => move_persona(map, id, direction)?,
        _ => return None,
    })
}

fn move_persona(map: &JourneyMap, id: PersonaId, direction: Direction) -> Option<Edit> {
    let at = map.personas.iter().position(|persona| persona.id == id)?;
    Some(Edit::MovePersona { id, to: direction.next(at, map.personas.len())? })
}

/// Within its stage, and past its edge into the next one.
fn move_step(map: &JourneyMap, id: StepId, direction: Direction) -> Option<Edit> {
    let (s, at) = map
        .stages
        .iter()
        .enumerate()
        .find_map(|(s, stage)| stage.steps.iter().position(|step| step.id == id).map(|at| (s, at)))?;
    let stage = map.stages.get(s)?;
    if let Some(to) = direction.next(at, stage.steps.len()) {
        return Some(Edit::MoveStep { id, stage: stage.id, to });
    }
    let next = map.stages.get(direction.next(s, map.stages.len())?)?;
    let to = if direction.forward() { 0 } else { next.steps.len() };
    let stage: StageId = next.id;
    Some(Edit::MoveStep { id, stage, to })
}

fn move_cards(map: &JourneyMap, selection: &Selection, cards: &[CardId], direction: Direction) -> Option<Change> {
    let wanted: BTreeSet<CardId> = cards.iter().copied().collect();
    let steps: Vec<StepId> = map.steps().map(|(_, step)| step.id).collect();
    // The chosen cards by cell, in their order there.
    let mut cells: BTreeMap<(usize, LaneId), Vec<CardId>> = BTreeMap::new();
    for (column, (_, step)) in map.steps().enumerate() {
        for card in step.cards.iter().filter(|card| wanted.contains(&card.id)) {
            cells.entry((column, card.lane)).or_default().push(card.id);
        }
    }
    let mut edits = Vec::new();
    // Where the last of them comes to lie: the cursor goes with it.
    let mut target = None;
    let mut push = |(column, lane): (usize, LaneId), ids: Vec<CardId>, at: usize| {
        if let Some(&step) = steps.get(column) {
            if cards.last().is_some_and(|last| ids.contains(last)) {
                target = Some((step, lane));
            }
            edits.push(Edit::MoveCards { ids, to: Place::Cell { step, lane, at } });
        }
    };
    let unmoved = |column: usize, lane: LaneId| -> Vec<CardId> {
        let all = steps.get(column).map(|step| cell(map, *step, lane)).unwrap_or_default();
        all.into_iter().filter(|id| !wanted.contains(id)).collect()
    };
    if direction.sideways() {
        let targets: Option<Vec<_>> = cells
            .into_iter()
            .map(|((column, lane), ids)| direction.next(column, steps.len()).map(|next| ((next, lane), ids)))
            .collect();
        // All or none, so that what is chosen keeps its arrangement.
        let mut targets = targets?;
        if direction.forward() {
            targets.reverse();
        }
        for ((column, lane), ids) in targets {
            push((column, lane), ids, unmoved(column, lane).len());
        }
    } else {
        for ((column, lane), ids) in cells {
            let all = steps.get(column).map(|step| cell(map, *step, lane)).unwrap_or_default();
            let edge = if direction.forward() { ids.last() } else { ids.first() };
            let before = all.iter().take_while(|id| Some(*id) != edge).filter(|id| !wanted.contains(id)).count();
            let count = unmoved(column, lane).len();
            if let Some(at) = direction.next(before, count + 1) {
                push((column, lane), ids, at);
            } else if let Some(next) = next_lane(map, lane, direction) {
                let at = if direction.forward() { 0 } else { unmoved(column, next).len() };
                push((column, next), ids, at);
            }
        }
    }
    let edit = one(edits)?;
    // A block of cells goes on being one where all of it moves by a step.
    let shifted = |corner: Cursor| match corner {
        Cursor::Cell { lane, step, persona } => {
            let column = steps.iter().position(|other| *other == step)?;
            let step = *steps.get(direction.next(column, steps.len())?)?;
            Some(Cursor::Cell { lane, step, persona })
        }
        _ => None,
    };
    if direction.sideways()
        && let Some((cursor, anchor)) = selection.cursor.and_then(shifted).zip(selection.anchor.and_then(shifted))
    {
        return Some(Change::new(
            edit,
            Selection { anchor: Some(anchor), cards: cards.to_vec(), ..Selection::at(cursor) },
        ));
    }
    let cursor = target.map_or(selection.cursor, |(step, lane)| Some(Cursor::Cell { lane, step, persona: None }));
    Some(Change::new(edit, Selection { cursor, cards: cards.to_vec(), ..Selection::default() }))
}

/// The next shown lane whose cards hold the same, so that nothing is lost on the way.
fn next_lane(map: &JourneyMap, lane: LaneId, direction: Direction) -> Option<LaneId> {
    let content = map.lane(lane)?.kind.content();
    let mut at = map.lanes.iter().position(|other| other.id == lane)?;
    loop {
        at = direction.next(at, map.lanes.len())?;
        let lane = map.lanes.get(at)?;
        if !lane.hidden && lane.kind.content() == content {
            return Some(lane.id);
        }
    }
}
